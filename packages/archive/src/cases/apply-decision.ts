import type { Tx } from '../act.ts'
import type { CaseRow } from '../tables.ts'
import { scheduleByNumber } from './case-facts.ts'
import { redecide } from './register-case.ts'

/** Cases decided anew in one transaction. */
const CASES_PER_STEP = 500

/**
 * Puts the next cases of an item under a schedule, in the order of their rows, and hands back the last row it
 * came to; `undefined` once there are no more.
 */
export async function applyNext(
  tx: Tx,
  {
    item,
    number,
    on,
    after,
    keepWhileInForce,
  }: { item: string; number: number; on: string; after: number; keepWhileInForce: boolean },
): Promise<number | undefined> {
  await scheduleByNumber(tx, item, number)
  const rows: CaseRow[] = await tx
    .selectFrom('archive_case')
    .selectAll()
    .where('item', '=', item)
    .where('id', '>', after)
    .orderBy('id')
    .limit(CASES_PER_STEP)
    .execute()
  for (const row of rows) {
    if (row.schedule >= number) continue
    await tx
      .updateTable('archive_case')
      .set({ schedule: number, rescheduled_on: on })
      .where('id', '=', row.id)
      .execute()
    await redecide(tx, row.id, keepWhileInForce, row)
  }
  return rows.length < CASES_PER_STEP ? undefined : rows.at(-1)?.id
}
