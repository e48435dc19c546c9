import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type VaultClient } from '@licencevault/api'
import type { Identity } from '@licencevault/keys'
import { openPkcs12 } from '@licencevault/keys/pkcs12'
import { startMinio, startPostgres } from '@licencevault/kit/servers'
import { readSettings, type Service, type Settings, serve } from '@licencevault/service'

/** The pair of stores that the demo runs on. */
export type StorePair = 'embedded' | 'minio'

/** A vault service that the demo started, and a client of it. */
export interface VaultService {
  readonly client: VaultClient
  readonly service: Service
  readonly settings: Settings
  /** The seal of an authority, as its key folder holds it. */
  sealOf(authority: string): Promise<Identity>
  stop(): Promise<void>
}

/** Starts the service in this process, behind a socket that nobody else can reach. */
export async function startService(data: string, stores: StorePair, page: string): Promise<VaultService> {
  const folder = await mkdtemp(join(tmpdir(), 'licencevault-demo-'))
  const servers = stores === 'minio' ? await startServers() : undefined
  const settings = await readSettings({
    environment: process.env,
    given: {
      data,
      'grpc.address': '',
      'page.address': page,
      'grpc.socket': join(folder, 'vault.sock'),
      'log.level': 'error',
      ...servers?.settings,
    },
  })
  const service = await serve(settings)
  const client = connect({ address: service.addresses[0] ?? '', timeoutMs: 120_000 })
  return {
    client,
    service,
    settings,
    async sealOf(authority) {
      const { folder: keys, passwordFile } = settings.keys
      const password = (await readFile(passwordFile, 'utf8')).trim()
      return openPkcs12(await readFile(join(keys, 'seals', `${authority}.p12`)), password)
    },
    async stop() {
      client.close()
      await service.stop()
      await servers?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** MinIO and PostgreSQL, both real, both gone afterwards. */
async function startServers() {
  const [minio, postgres] = await Promise.all([startMinio(), startPostgres()])
  const { endpoint, accessKey, secretKey } = minio
  return {
    settings: {
      'documents.store': 's3',
      'documents.endpoint': endpoint,
      'documents.bucket': await minio.createBucket(),
      'documents.accessKey': accessKey,
      'documents.secretKey': secretKey,
      'database.engine': 'postgres',
      'database.url': await postgres.createDatabase(),
    },
    stop: async () => {
      await Promise.all([minio.stop(), postgres.stop()])
    },
  }
}
