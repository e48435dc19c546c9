import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMinio, startPostgres } from '@licencevault/kit/servers'
import { type BlobKeys, type Blobs, blobKeys, type Db } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { openPostgres } from '@licencevault/stores/postgres'
import { openS3 } from '@licencevault/stores/s3'
import { openSqlite } from '@licencevault/stores/sqlite'

export type StorePair = 'embedded' | 'minio'

/** The stores of a vault, opened beside it. */
export interface OpenStores {
  readonly db: Db
  readonly blobs: Blobs
  readonly keys: BlobKeys
  close(): Promise<void>
}

/** A pair of real stores that outlives the service on it. */
export interface Pair {
  readonly name: StorePair
  readonly folder: string
  /** Settings of a service on it, as environment variables. */
  readonly environment: Readonly<Record<string, string>>
  open(): Promise<OpenStores>
  stop(): Promise<void>
}

const ledgerName = 'faults.example/ledger'

export async function openPair(name: StorePair): Promise<Pair> {
  const folder = await mkdtemp(join(tmpdir(), `licencevault-kill-${name}-`))
  const usual = {
    VAULT_DATA: folder,
    VAULT_GRPC_ADDRESS: '',
    VAULT_PAGE_ADDRESS: '',
    VAULT_GRPC_SOCKET: join(folder, 'socket/vault.sock'),
    VAULT_LEDGER_NAME: ledgerName,
    VAULT_LOG_LEVEL: 'error',
  }
  return name === 'embedded' ? embedded(folder, usual) : servers(folder, usual)
}

async function embedded(folder: string, environment: Readonly<Record<string, string>>): Promise<Pair> {
  return {
    name: 'embedded',
    folder,
    environment,
    open: async () =>
      opened(await openSqlite(join(folder, 'vault.db')), await openFolder(join(folder, 'documents'))),
    stop: () => rm(folder, { recursive: true, force: true }),
  }
}

async function servers(folder: string, usual: Readonly<Record<string, string>>): Promise<Pair> {
  const [minio, postgres] = await Promise.all([startMinio(), startPostgres()])
  const { endpoint, accessKey, secretKey } = minio
  const bucket = await minio.createBucket()
  const url = await postgres.createDatabase()
  const place = { endpoint, bucket, accessKey, secretKey, region: 'us-east-1' }
  return {
    name: 'minio',
    folder,
    environment: {
      ...usual,
      VAULT_DOCUMENTS_STORE: 's3',
      VAULT_DOCUMENTS_ENDPOINT: endpoint,
      VAULT_DOCUMENTS_BUCKET: bucket,
      VAULT_DOCUMENTS_ACCESS_KEY: accessKey,
      VAULT_DOCUMENTS_SECRET_KEY: secretKey,
      VAULT_DATABASE_ENGINE: 'postgres',
      VAULT_DATABASE_URL: url,
    },
    open: async () => opened(await openPostgres(url), await openS3(place)),
    async stop() {
      await Promise.all([minio.stop(), postgres.stop()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function opened(db: Db, blobs: Blobs): OpenStores {
  return { db, blobs, keys: blobKeys(ledgerName), close: () => db.close() }
}
