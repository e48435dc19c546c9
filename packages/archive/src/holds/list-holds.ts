import { type Kysely, sql } from 'kysely'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import type { ArchiveTables } from '../tables.ts'
import { type PlacedHold, placedHold } from './hold.ts'

export interface HoldQuery {
  /** Lifted ones too; not unless told. */
  readonly lifted?: boolean
}

/** Holds in the order of placing. */
export async function listHolds(
  rows: Kysely<ArchiveTables>,
  { lifted = false }: HoldQuery = {},
  page: PageRequest = {},
): Promise<Page<PlacedHold>> {
  const size = sizeOf(page)
  const asked = { holds: { lifted } }
  const after = readCursor(asked, page.cursor, 'ns')
  let select = rows.selectFrom('archive_hold').selectAll()
  if (!lifted) select = select.where('lifted_us', 'is', null)
  if (after) select = select.where(sql<boolean>`(placed_us, id) > (${after[0]}, ${after[1]})`)
  const found = await select
    .orderBy('placed_us')
    .orderBy('id')
    .limit(size + 1)
    .execute()
  return pageOf(found, size, asked, ({ placed_us, id }) => [placed_us, id], placedHold)
}
