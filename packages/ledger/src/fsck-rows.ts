import type { Rows } from '@licencevault/stores'
import { type Damage, damage } from './damage.ts'
import { Leaf } from './leaf.ts'
import { entriesOf } from './read-rows.ts'
import { type LogRow, ledgerOf, type SubjectRow } from './tables.ts'
import { isCode } from './tiles.ts'

type Tell = (found: Damage) => void

/** Compares the rows of consecutive leaves with them: what was edited, deleted or set back is told by name. */
export async function fsckRows(
  rows: Rows,
  leaves: readonly Leaf[],
  { size, leafAt }: { size: number; leafAt: (index: number) => Promise<string> },
  tell: Tell,
): Promise<void> {
  const own = leaves.filter(({ index }) => index < size)
  const [first] = own
  const last = own.at(-1)
  if (!first || !last) return
  const found = await ledgerOf(rows)
    .selectFrom('ledger_entry')
    .select(['idx', 'prev', 'kind', 'entry'])
    .where('idx', '>=', first.index)
    .where('idx', '<=', last.index)
    .execute()
  const byIndex = new Map(found.map((row) => [row.idx, row]))
  const before = await hashesAt(
    rows,
    found.flatMap(({ prev }) => prev ?? []),
  )
  const subjects = await subjectsOf(rows, [...new Set(own.map(({ entry }) => entry.subject))])
  for (const leaf of own) {
    const { kind, previous, subject } = leaf.entry
    const { index } = leaf
    const row = byIndex.get(index)
    // The row that it links to may be the one that was changed: then the tile decides.
    const follows = async (prev: number | null) =>
      prev === null
        ? previous === null
        : before.get(prev) === previous || (prev >= 0 && prev < index && (await leafAt(prev)) === previous)
    if (!row) tell(damage('row-missing', { index, subject }))
    else if (row.entry !== leaf.text || row.kind !== kind || !(await follows(row.prev))) {
      tell(damage('row-edited', { index, subject }))
    }
    const head = subjects.get(subject)
    if (!head) tell(damage('subject-missing', { index, subject }))
    else if (head.last < index) tell(damage('subject-rolled-back', { index, subject }))
    else if (head.last === index && head.head !== leaf.leafHash)
      tell(damage('subject-edited', { index, subject }))
  }
}

async function hashesAt(rows: Rows, indices: readonly number[]): Promise<Map<number, string>> {
  if (indices.length === 0) return new Map()
  const found = await ledgerOf(rows)
    .selectFrom('ledger_entry')
    .select(['idx', 'entry'])
    .where('idx', 'in', indices)
    .execute()
  return new Map(found.map(({ idx, entry }) => [idx, new Leaf(idx, entry).leafHash]))
}

async function subjectsOf(rows: Rows, subjects: readonly string[]): Promise<Map<string, SubjectRow>> {
  const found = await ledgerOf(rows)
    .selectFrom('ledger_subject')
    .selectAll()
    .where('subject', 'in', subjects)
    .execute()
  return new Map(found.map((row) => [row.subject, row]))
}

const PAGE = 500

/** What no entry leads to: rows and heads that were added, and heads that count wrongly. */
export async function fsckTotals(rows: Rows, { fixed }: LogRow, tell: Tell): Promise<void> {
  const tables = ledgerOf(rows)
  const beyond = await tables
    .selectFrom('ledger_entry')
    .select('idx')
    .where((is) => is.or([is('idx', '>=', fixed), is('idx', '<', 0)]))
    .orderBy('idx')
    .limit(PAGE)
    .execute()
  for (const { idx } of beyond) tell(damage('row-beyond', { index: idx }))
  const { total } = await tables
    .selectFrom('ledger_subject')
    .select(({ fn }) => fn.sum<number | string | null>('entries').as('total'))
    .executeTakeFirstOrThrow()
  if (Number(total ?? 0) === fixed) return
  // Seldom: every subject is walked to find the one that is wrong.
  for (let after = ''; ; ) {
    const page = await tables
      .selectFrom('ledger_subject')
      .select('subject')
      .where('subject', '>', after)
      .orderBy('subject')
      .limit(PAGE)
      .execute()
    for (const { subject } of page) await requireSubject(rows, subject, tell)
    after = page.at(-1)?.subject ?? after
    if (page.length < PAGE) return
  }
}

async function requireSubject(rows: Rows, subject: string, tell: Tell): Promise<void> {
  try {
    await entriesOf(rows, subject)
  } catch (cause) {
    if (!isCode(cause, 'row-altered')) throw cause
    tell(damage('subject-edited', { subject }))
  }
}
