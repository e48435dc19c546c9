import { tablesOf } from '@licencevault/stores'
import type { Tx } from '../act.ts'
import type { Office } from '../office.ts'
import type { ArchiveTables } from '../tables.ts'
import { error } from './codes.ts'
import { isOwn } from './taking.ts'

/** Rows of `archive_follower`. */
export const REBUILD = {
  /** Index of the last entry that was taken in; stands only while the database is being rebuilt. */
  position: 'rebuild',
  /** The same in a database that was rebuilt. */
  done: 'rebuilt',
} as const

type Having = Pick<Office, 'db' | 'ledger'>

/**
 * An archive over a database that lacks what its ledger recorded would tell wrongly what falls due, and
 * would give numbers a second time.
 *
 * @throws VaultError `rebuild-unfinished`, `rebuild-needed`
 */
export async function requireWhole(office: Having): Promise<void> {
  if ((await placeOf(office, REBUILD.position)) !== undefined) throw error('rebuild-unfinished')
  const { ledger } = office
  if (await isOlder(office)) throw error('rebuild-needed')
  const [first, last] = (await ledger.broughtBack()) ?? [0, -1]
  const done = (await placeOf(office, REBUILD.done)) ?? -1
  if (last <= done) return
  for await (const recorded of ledger.entries({ after: Math.max(done, first - 1) })) {
    if (recorded.index > last) break
    if (isOwn(recorded)) throw error('rebuild-needed')
  }
  await office.db.transaction((tx) => setPlace(tablesOf<ArchiveTables>(tx), REBUILD.done, last))
}

/** Whether the ledger has published more than this database has. */
export async function isOlder({ ledger }: Pick<Office, 'ledger'>): Promise<boolean> {
  const { reasons } = await ledger.ready()
  return reasons.some(({ code }) => code === 'database-older')
}

export async function placeOf({ db }: Pick<Office, 'db'>, name: string): Promise<number | undefined> {
  const row = await tablesOf<ArchiveTables>(db.query)
    .selectFrom('archive_follower')
    .select('after_index')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.after_index
}

export async function setPlace(tx: Tx, name: string, after_index: number): Promise<void> {
  await tx
    .insertInto('archive_follower')
    .values({ name, after_index })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ after_index }))
    .execute()
}
