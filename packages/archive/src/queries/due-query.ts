import { isCivilDate, isUscc, words } from '@licencevault/licence'
import type { Db } from '@licencevault/stores'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { indexedBy, indexName, type Narrowing } from '../due-indexes.ts'
import { isItemCode } from '../items/item-code.ts'
import { isTerm } from '../retention/term.ts'
import { archiveShape } from '../shape.ts'
import type { ArchiveTables, CaseRow } from '../tables.ts'

/** Which cases: those that fall due between two days, both inside, narrowed by whatever else is given. */
export interface DueQuery {
  readonly from?: string
  readonly to?: string
  readonly fonds?: string
  readonly class?: string
  readonly item?: string
  readonly office?: string
  /** `Y` finds nothing: what is kept for ever never falls due. */
  readonly retention?: string
  readonly held?: boolean
}

const { expect, members } = archiveShape('query')

/** Throws VaultError `member-unknown`, `member-wrong`. */
export function checkDueQuery(query: DueQuery): DueQuery {
  members(query, '', [], ['from', 'to', 'fonds', 'class', 'item', 'office', 'retention', 'held'])
  const given = (name: keyof DueQuery, holds: (value: never) => boolean, en: string, zh: string) => {
    const value = query[name]
    if (value !== undefined) expect(holds(value as never), `/${name}`, words(en, zh))
  }
  const text = (value: unknown) => typeof value === 'string' && value !== '' && value.length <= 64
  given('from', isCivilDate, 'a date such as 2026-12-31', '形如 2026-12-31 的日期')
  given('to', isCivilDate, 'a date such as 2026-12-31', '形如 2026-12-31 的日期')
  given('fonds', text, 'a fonds', '全宗号')
  given('class', text, 'a class', '门类')
  given('item', isItemCode, 'an item code', '事项编码')
  given('office', isUscc, 'a unified social credit code', '统一社会信用代码')
  given('retention', isTerm, 'a retention', '保管期限')
  given('held', (value: unknown) => typeof value === 'boolean', 'true or false', '布尔值（true 或 false）')
  return query
}

const narrowing = ['fonds', 'class', 'item', 'office', 'retention'] as const satisfies readonly Narrowing[]

interface Place {
  readonly due: string
  readonly id: number
}

/** So many rows of a query in the order of the due date, after a place. */
export async function dueRows(
  rows: Kysely<ArchiveTables>,
  query: DueQuery,
  { dialect, after, limit }: DuePage,
): Promise<CaseRow[]> {
  const read = async (stretch: Stretch, most: number) =>
    (await dueStretch(query, stretch, dialect, most).execute(rows)).rows
  const [from, to] = [query.from ?? '0001-01-01', query.to ?? '9999-12-31']
  if (dialect === 'postgres') return read({ after: after ?? { due: from, id: 0 }, to }, limit)
  if (!after) return read({ from, to }, limit)
  // What is left of the day, where a 1 January may have a great many, then the days behind it: each starts at
  // its place in the index, however deep. As one condition SQLite would read the day from its beginning.
  const day = after.due <= to ? await read({ on: after.due, behind: after.id }, limit) : []
  if (day.length === limit) return day
  return [...day, ...(await read({ behind: after.due, to }, limit - day.length))]
}

interface DuePage {
  readonly dialect: Db['dialect']
  readonly after?: Place | undefined
  readonly limit: number
}

/** A stretch of the order that one walk along an index covers: `after` on PostgreSQL, the others on SQLite. */
type Stretch =
  | { readonly from: string; readonly to: string }
  | { readonly after: Place; readonly to: string }
  | { readonly behind: string; readonly to: string }
  | { readonly on: string; readonly behind: number }

/**
 * Each half, of held and of other cases, is one walk along one index; what that index does not find is compared
 * apart. SQLite is told the index by name: by its statistics it may prefer a shorter one and sort. PostgreSQL
 * cannot be told, so that nothing here lets it think the rows few: then it would gather all of an office's and
 * sort them.
 */
export function dueStretch(
  query: DueQuery,
  stretch: Stretch,
  dialect: Db['dialect'],
  limit: number,
): RawBuilder<CaseRow> {
  const given = narrowing.filter((name) => query[name] !== undefined)
  const found = indexedBy(new Set(given))
  const half = (held: boolean) => {
    const index = sql.raw(indexName(found, held))
    const conditions = [
      held ? sql`holds > 0` : sql`holds = 0`,
      ...found.map((name) => sql`${sql.ref(name)} = ${query[name]}`),
      sql`due_on is not null`,
      ...boundsOf(stretch),
      ...given.filter((name) => !found.includes(name)).map((name) => alsoIs(name, query[name])),
    ]
    return sql`select * from archive_case ${dialect === 'sqlite' ? sql`indexed by ${index}` : sql``}
      where ${sql.join(conditions, sql` and `)} order by due_on, id limit ${limit}`
  }
  if (query.held !== undefined) return sql<CaseRow>`${half(query.held)}`
  return sql<CaseRow>`select * from (${half(false)}) as free
    union all select * from (${half(true)}) as held order by due_on, id limit ${limit}`
}

/**
 * Compares what another narrowing as good as settles, as the office of an item: no index is taken for it, and
 * PostgreSQL thinks that 199 rows of 200 pass, where it would think that one of 200 does of any other expression.
 */
const alsoIs = (name: Narrowing, value: unknown) =>
  sql`case when ${sql.ref(name)} = ${value} then 1 end is not null`

function boundsOf(stretch: Stretch) {
  if ('on' in stretch) return [sql`due_on = ${stretch.on}`, sql`id > ${stretch.behind}`]
  return [beginOf(stretch), sql`due_on <= ${stretch.to}`]
}

function beginOf(stretch: Exclude<Stretch, { readonly on: string }>) {
  if ('from' in stretch) return sql`due_on >= ${stretch.from}`
  if ('after' in stretch) return sql`(due_on, id) > (${stretch.after.due}, ${stretch.after.id})`
  return sql`due_on > ${stretch.behind}`
}
