import { sql } from 'kysely'
import type { Tx } from '../act.ts'
import type { CaseRow } from '../tables.ts'

/** What a case is counted by. */
export type Counted = Pick<CaseRow, 'fonds' | 'class' | 'item' | 'office' | 'retention' | 'due_on' | 'holds'>

/** Moves cases from one place in the kept counts to another; `undefined` for a case that was or will be nowhere. */
export async function recount(
  tx: Tx,
  moves: readonly (readonly [before: Counted | undefined, after: Counted | undefined])[],
) {
  const changes = new Map<string, { readonly of: Counted; by: number }>()
  const add = (of: Counted, by: number) => {
    const key = JSON.stringify(keyOf(of))
    const found = changes.get(key)
    if (found) found.by += by
    else changes.set(key, { of, by })
  }
  for (const [before, after] of moves) {
    if (before) add(before, -1)
    if (after) add(after, 1)
  }
  const values = [...changes.values()]
    .filter(({ by }) => by !== 0)
    .map(({ of, by }) => ({ ...keyOf(of), cases: by }))
  for (let at = 0; at < values.length; at += 500) {
    await tx
      .insertInto('archive_count')
      .values(values.slice(at, at + 500))
      .onConflict((conflict) =>
        conflict
          .columns(['due_on', 'item', 'office', 'fonds', 'class', 'retention', 'held'])
          .doUpdateSet({ cases: sql<number>`archive_count.cases + excluded.cases` }),
      )
      .execute()
  }
}

function keyOf({ fonds, class: of, item, office, retention, due_on, holds }: Counted) {
  return { fonds, class: of, item, office, retention, held: holds > 0 ? 1 : 0, due_on: due_on ?? '' }
}
