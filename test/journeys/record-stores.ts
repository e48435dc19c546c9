import { join } from 'node:path'
import type { ArchiveTables } from '@licencevault/archive'
import { describeWith } from '@licencevault/kit/programs'
import { startMinio, startPostgres } from '@licencevault/kit/servers'
import { type Blobs, type Db, tablesOf } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { openPostgres } from '@licencevault/stores/postgres'
import { openS3 } from '@licencevault/stores/s3'
import { openSqlite } from '@licencevault/stores/sqlite'
import { describe } from 'vitest'

/** Stores of its own for one service, and a second way to them, past the service. */
export interface Stores {
  readonly settings: Readonly<Record<string, unknown>>
  /** Opens them beside the service, whose data lie in this folder. */
  openBeside(folder: string): Promise<{ readonly db: Db; readonly blobs: Blobs }>
}

/** One of the two pairs, started. */
export interface Pair {
  open(): Promise<Stores>
  stop(): Promise<void>
}

/** Tells a story twice: on a folder and SQLite, and on MinIO and PostgreSQL. */
export function onBothPairs(story: (start: () => Promise<Pair>) => void): void {
  describe('on a folder and SQLite', () => story(embeddedPair))
  describeWith('minio', 'on MinIO and PostgreSQL', () => story(servers))
}

export async function embeddedPair(): Promise<Pair> {
  const openBeside: Stores['openBeside'] = async (folder) => ({
    db: await openSqlite(join(folder, 'vault.db')),
    blobs: await openFolder(join(folder, 'documents')),
  })
  return { open: async () => ({ settings: {}, openBeside }), stop: async () => {} }
}

async function servers(): Promise<Pair> {
  const [minio, postgres] = await Promise.all([startMinio(), startPostgres()])
  return {
    async open() {
      const { endpoint, accessKey, secretKey } = minio
      const bucket = await minio.createBucket()
      const url = await postgres.createDatabase()
      return {
        settings: {
          'documents.store': 's3',
          'documents.endpoint': endpoint,
          'documents.bucket': bucket,
          'documents.accessKey': accessKey,
          'documents.secretKey': secretKey,
          'database.engine': 'postgres',
          'database.url': url,
        },
        openBeside: async () => ({
          db: await openPostgres(url),
          blobs: await openS3({ endpoint, bucket, region: 'us-east-1', accessKey, secretKey }),
        }),
      }
    },
    async stop() {
      await Promise.all([minio.stop(), postgres.stop()])
    },
  }
}

/** What may change though nothing was done: the list of exceptions, whose lines are looked at by themselves. */
const tables = [
  'archive_item',
  'archive_schedule',
  'archive_schedule_item',
  'archive_case',
  'archive_case_licence',
  'archive_case_event',
  'archive_file',
  'archive_licence',
  'archive_hold',
  'archive_hold_case',
  'archive_use',
  'archive_count',
  'archive_request',
  'archive_filing',
  'archive_number',
] as const satisfies readonly (keyof ArchiveTables)[]

/** Everything that stands in the stores: how many rows in each table, and every blob, those of the ledger too. */
export async function standingIn({ db, blobs }: { readonly db: Db; readonly blobs: Blobs }) {
  const rows: Record<string, number> = {}
  for (const table of tables) {
    const { count } = await tablesOf<ArchiveTables>(db.query)
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    rows[table] = Number(count)
  }
  const keys = await Array.fromAsync(blobs.list('v1/'), ({ key, size }) => `${key} ${size}`)
  return { rows, keys }
}
