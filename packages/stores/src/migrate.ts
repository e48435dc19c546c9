import { VaultError } from '@licencevault/errors'
import { type Migration, Migrator } from 'kysely/migration'
import { error } from './codes.ts'
import { type Rows, tablesOf } from './db.ts'

type Migrations = Readonly<Record<string, Migration>>

/** Brings one package's tables forward, by Kysely's migrator under the package's own table of steps. */
export async function migrate(rows: Rows, name: string, migrations: Migrations): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(name)) throw new TypeError(`not the name of a package: ${name}`)
  const table = `${name}_migration`
  await refuseNewer(rows, name, table, migrations)
  const migrator = new Migrator({
    db: rows,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  })
  const { error: cause, results } = await migrator.migrateToLatest()
  if (cause === undefined) return
  if (cause instanceof VaultError) throw cause
  const step = results?.find(({ status }) => status === 'Error')?.migrationName ?? '–'
  throw error('database-step-failed', { name, step, found: messageOf(cause) }, { cause })
}

/** Kysely would refuse too, but without saying who is the older one. */
async function refuseNewer(rows: Rows, name: string, table: string, migrations: Migrations): Promise<void> {
  const tables = await rows.introspection.getTables()
  if (!tables.some((found) => found.name === table)) return
  const done = await tablesOf<Record<string, { name: string }>>(rows)
    .selectFrom(table)
    .select('name')
    .execute()
  const unknown = done.map((row) => row.name).filter((step) => !Object.hasOwn(migrations, step))
  const [step] = unknown.sort().reverse()
  if (step !== undefined) throw error('database-newer', { name, step })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
