import { tablesOf } from '@licencevault/stores'
import { sql } from 'kysely'
import type { Office } from '../office.ts'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import type { ArchiveTables } from '../tables.ts'
import { type CountBy, type Counts, countKept } from './kept-counts.ts'
import { type CaseSummary, summaries } from './queries.ts'
import { checkUndatedQuery, type UndatedQuery, undatedRows } from './undated-query.ts'

/** What a due list cannot show: cases without a day on which they fall due. */
export interface Undated {
  /** In the order of their filing. */
  undated(query: UndatedQuery, page?: PageRequest): Promise<Page<CaseSummary>>
  /** How many, from kept counts. */
  countUndated(query: UndatedQuery, by?: UndatedCountBy): Promise<Counts>
}

/** By what there is to count where there is no date. */
export type UndatedCountBy = Exclude<CountBy, 'year' | 'month'>

export function undatedRoom(office: Office): Undated {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  return {
    async undated(query, page = {}) {
      checkUndatedQuery(query)
      const size = sizeOf(page)
      const asked = { undated: { ...query } }
      const after = Number(readCursor(asked, page.cursor, 'n')?.[0] ?? 0)
      const found = await undatedRows(query, { dialect: office.db.dialect, after, limit: size + 1 }).execute(
        rows,
      )
      const shown = pageOf(
        found.rows,
        size,
        asked,
        (row) => [row.id],
        (row) => row,
      )
      return { ...shown, rows: await summaries(rows, shown.rows) }
    },
    async countUndated(query, by) {
      const { state, ...narrowed } = checkUndatedQuery(query)
      // A case is kept for ever exactly where the rule that decides says so.
      const kept = state === 'permanent' ? sql`retention = 'Y'` : sql`retention <> 'Y'`
      return countKept(rows, sql`due_on = '' and ${kept}`, narrowed, by)
    },
  }
}
