import { type Db, tablesOf } from '@licencevault/stores'
import { type DueQuery, dueStretch } from '../../packages/archive/src/queries/due-query.ts'
import type { ArchiveTables } from '../../packages/archive/src/tables.ts'

export type Counted = Awaited<ReturnType<typeof counts>>[number]

/** Of each kind of case how many there are, where they fall due. */
export const counts = (db: Db) =>
  tablesOf<ArchiveTables>(db.query)
    .selectFrom('archive_count')
    .selectAll()
    .where('due_on', '<>', '')
    .execute()

const filters = ['fonds', 'class', 'item', 'office', 'retention'] as const

/** Every way to narrow a due list. */
export const combinations = Array.from({ length: 2 ** filters.length }, (_, bits) =>
  filters.filter((_, at) => bits & (1 << at)),
)

export type Narrowed = (typeof combinations)[number]

export function queryFor(names: Narrowed, row: Counted, held: boolean | undefined): DueQuery {
  return {
    ...Object.fromEntries(names.map((name) => [name, row[name]])),
    ...(held !== undefined && { held }),
  }
}

/** Blocks that PostgreSQL may touch for a page: of 51 rows each lies in its own, and so may what leads there. */
const MOST_BLOCKS = 500

/**
 * Fails where an engine would read more for a page than its stretch of an index and the rows there.
 *
 * @param some cases to be asked for: common ones and rare ones
 */
export async function requireIndexes(db: Db, some: readonly Counted[]): Promise<void> {
  for (const row of some) {
    for (const names of combinations) {
      for (const held of [true, false, undefined]) {
        await requireIndex(db, queryFor(names, row, held), row.due_on)
      }
    }
  }
}

async function requireIndex(db: Db, query: DueQuery, on: string): Promise<void> {
  const to = '9999-12-31'
  const page = (stretch: Parameters<typeof dueStretch>[1]) => dueStretch(query, stretch, db.dialect, 51)
  if (db.dialect === 'postgres') return requireWalk(db, query, page({ after: { due: on, id: 1 }, to }))
  for (const stretch of [
    { on, behind: 1 },
    { behind: on, to },
    { from: on, to },
  ]) {
    const plan = await explained<{ detail: string }>(db, page(stretch), 'explain query plan')
    const text = plan.map(({ detail }) => detail).join('\n')
    // The two halves, of held cases and of others, are each in order: only what comes of both is sorted.
    const sorted = query.held !== undefined && /TEMP B-TREE/.test(text)
    if (sorted || /SCAN archive_case/.test(text) || !/USING INDEX archive_due/.test(text))
      throw wrong(query, text)
  }
}

/** The plan made for these very values, with what it touched, and the one by which a kept statement goes. */
async function requireWalk(db: Db, query: DueQuery, page: Page): Promise<void> {
  const [made] = await explained<Explained>(db, page, 'explain (analyze, buffers, format json)')
  const [general] = await explained<Explained>(db, page, 'explain (generic_plan, format json)', [])
  for (const { Plan: plan } of [made, general].flatMap((row) => row?.['QUERY PLAN'] ?? [])) {
    const text = JSON.stringify(plan, undefined, 1)
    const blocks = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
    if (blocks > MOST_BLOCKS || /Seq Scan|Bitmap/.test(text) || !/"Index Name": "archive_due/.test(text))
      throw wrong(query, text)
  }
}

type Page = ReturnType<typeof dueStretch>

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: Record<string, number> }[]
}

async function explained<Row>(
  db: Db,
  page: Page,
  how: string,
  parameters?: readonly [],
): Promise<readonly Row[]> {
  const compiled = page.compile(db.query)
  const asked = { ...compiled, ...(parameters && { parameters }), sql: `${how} ${compiled.sql}` }
  return (await db.query.executeQuery<Row>(asked)).rows
}

function wrong(query: DueQuery, plan: string): Error {
  return new Error(`${JSON.stringify(query)} is not read along its index:\n${plan}`)
}
