import { tablesOf } from '@licencevault/stores'
import { error } from './codes.ts'
import type { Office } from './office.ts'
import type { VaultTables } from './tables.ts'

/** Names in `vault_settings`. */
const PERSONAL_KEY = 'personal-key'
export const REBUILD = {
  /** How many entries were taken in; stands only while the database is being rebuilt. */
  position: 'rebuild',
  /** Stands in a database that was rebuilt. */
  done: 'rebuilt',
} as const

type Having = Pick<Office, 'db'>

export async function setting({ db }: Having, name: string): Promise<string | undefined> {
  const row = await tablesOf<VaultTables>(db.query)
    .selectFrom('vault_settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value
}

export async function isBeingRebuilt(office: Having): Promise<boolean> {
  return (await setting(office, REBUILD.position)) !== undefined
}

/** A wrong key would find nobody and close rows that nobody can open: it is refused at once. */
export async function requirePersonalKey({ db, personal }: Pick<Office, 'db' | 'personal'>): Promise<void> {
  const value = personal.index('check', 'personal key')
  await tablesOf<VaultTables>(db.query)
    .insertInto('vault_settings')
    .values({ name: PERSONAL_KEY, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  if ((await setting({ db }, PERSONAL_KEY)) !== value) throw error('personal-key-wrong')
}

/**
 * An office over a database that lacks what its ledger recorded would give numbers a second time.
 *
 * @throws VaultError `rebuild-unfinished`, `rebuild-needed`
 */
export async function requireWhole(office: Pick<Office, 'db' | 'ledger'>): Promise<void> {
  if (await isBeingRebuilt(office)) throw error('rebuild-unfinished')
  const query = tablesOf<VaultTables>(office.db.query)
  const types = await query.selectFrom('vault_types').select('code').limit(1).execute()
  if (types.length > 0) return
  for await (const _ of office.ledger.entries({ kind: 'type-defined', limit: 1 })) {
    // An entry may stand a moment before rows that another process is just writing.
    const again = await query.selectFrom('vault_types').select('code').limit(1).execute()
    if (again.length === 0) throw error('rebuild-needed')
  }
}
