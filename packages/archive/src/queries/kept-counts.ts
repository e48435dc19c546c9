import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ArchiveTables } from '../tables.ts'
import type { DueQuery } from './due-query.ts'

export type CountBy = 'fonds' | 'class' | 'item' | 'office' | 'retention' | 'held' | 'year' | 'month'

export interface Counts {
  readonly cases: number
  readonly by: readonly { readonly value: string; readonly cases: number }[]
}

const values: Readonly<Record<CountBy, RawBuilder<string>>> = {
  fonds: sql`fonds`,
  class: sql`class`,
  item: sql`item`,
  office: sql`office`,
  retention: sql`retention`,
  held: sql`held`,
  year: sql`substr(due_on, 1, 4)`,
  month: sql`substr(due_on, 1, 7)`,
}

/** How many cases stand in the kept counts where a condition holds, narrowed as a query narrows. */
export async function countKept(
  rows: Kysely<ArchiveTables>,
  where: RawBuilder<boolean>,
  query: Omit<DueQuery, 'from' | 'to'>,
  by: CountBy | undefined,
): Promise<Counts> {
  const value = by === undefined ? sql<string>`''` : values[by]
  let select = rows
    .selectFrom('archive_count')
    .select([value.as('value'), ({ fn }) => fn.sum<number>('cases').as('cases')])
    .where(where)
  for (const name of ['fonds', 'class', 'item', 'office', 'retention'] as const) {
    const wanted = query[name]
    if (wanted !== undefined) select = select.where(name, '=', wanted)
  }
  if (query.held !== undefined) select = select.where('held', '=', query.held ? 1 : 0)
  const found = await select.groupBy(sql`1`).orderBy(sql`1`).execute()
  const counted = found
    .map((row) => ({ value: String(row.value), cases: Number(row.cases) }))
    .filter(({ cases }) => cases > 0)
  const cases = counted.reduce((sum, row) => sum + row.cases, 0)
  return { cases, by: by === undefined ? [] : counted }
}
