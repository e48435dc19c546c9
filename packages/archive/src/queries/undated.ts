import { words } from '@licencevault/licence'
import { type Db, tablesOf } from '@licencevault/stores'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Office } from '../office.ts'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import { archiveShape } from '../shape.ts'
import type { ArchiveTables, CaseRow } from '../tables.ts'
import { indexForUndated } from '../undated-indexes.ts'
import { checkDueQuery, type DueQuery } from './due-query.ts'
import { type CaseSummary, type CountBy, type Counts, summaries } from './queries.ts'

/** Which cases that have no date: those kept for ever, or those that wait; narrowed by whatever else is given. */
export interface UndatedQuery extends Omit<DueQuery, 'from' | 'to'> {
  /** `permanent` 永久, or `open`: nobody can tell a day before an event, or the end of a licence. */
  readonly state: 'permanent' | 'open'
}

/** What a due list cannot show: cases without a day on which they fall due. */
export interface Undated {
  /** In the order of their filing. */
  undated(query: UndatedQuery, page?: PageRequest): Promise<Page<CaseSummary>>
  /** How many, from kept counts. */
  countUndated(query: UndatedQuery, by?: Exclude<CountBy, 'year' | 'month'>): Promise<Counts>
}

const { expect } = archiveShape('query')

/** Throws VaultError `member-unknown`, `member-wrong`. */
export function checkUndatedQuery({ state, ...rest }: UndatedQuery): UndatedQuery {
  const known = state === 'permanent' || state === 'open'
  expect(known, '/state', words('permanent or open', 'permanent（永久）或 open（待定）'))
  const dated = rest as DueQuery
  expect(dated.from === undefined && dated.to === undefined, '/from', words('absent', '不填'))
  checkDueQuery(rest)
  return { state, ...rest }
}

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
    countUndated: (query, by) => count(rows, checkUndatedQuery(query), by),
  }
}

interface Stretch {
  readonly dialect: Db['dialect']
  readonly after: number
  readonly limit: number
}

/** One walk along one index, from its place on; what the index does not find is compared row by row. */
export function undatedRows(query: UndatedQuery, { dialect, after, limit }: Stretch): RawBuilder<CaseRow> {
  const { name, columns } = indexForUndated(query)
  const conditions = [
    sql`due_on is null`,
    sql`state = ${query.state}`,
    sql`id > ${after}`,
    ...(['fonds', 'class', 'item', 'office', 'retention'] as const)
      .filter((column) => query[column] !== undefined)
      .map((column) =>
        columns.includes(column)
          ? sql`${sql.ref(column)} = ${query[column]}`
          : sql`${sql.ref(column)} || '' = ${query[column]}`,
      ),
    ...(query.held === undefined ? [] : [query.held ? sql`holds > 0` : sql`holds = 0`]),
  ]
  const by = dialect === 'sqlite' ? sql`indexed by ${sql.raw(name)}` : sql``
  return sql<CaseRow>`select * from archive_case ${by}
    where ${sql.join(conditions, sql` and `)} order by id limit ${limit}`
}

async function count(
  rows: Kysely<ArchiveTables>,
  { state, ...query }: UndatedQuery,
  by: Exclude<CountBy, 'year' | 'month'> | undefined,
): Promise<Counts> {
  const value = by === undefined ? sql<string>`''` : sql<string>`${sql.ref(by)}`
  let select = rows
    .selectFrom('archive_count')
    .select([value.as('value'), ({ fn }) => fn.sum<number>('cases').as('cases')])
    .where('due_on', '=', '')
    // A case is kept for ever exactly where the rule that decides says so.
    .where('retention', state === 'permanent' ? '=' : '<>', 'Y')
  for (const name of ['fonds', 'class', 'item', 'office', 'retention'] as const) {
    const wanted = query[name]
    if (wanted !== undefined) select = select.where(name, '=', wanted)
  }
  if (query.held !== undefined) select = select.where('held', '=', query.held ? 1 : 0)
  const found = await select.groupBy(sql`1`).orderBy(sql`1`).execute()
  const counted = found
    .map((row) => ({ value: String(row.value), cases: Number(row.cases) }))
    .filter(({ cases }) => cases > 0)
  return {
    cases: counted.reduce((sum, { cases }) => sum + cases, 0),
    by: by === undefined ? [] : counted,
  }
}
