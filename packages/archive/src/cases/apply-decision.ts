import { tablesOf } from '@licencevault/stores'
import type { Kysely } from 'kysely'
import type { Tx } from '../act.ts'
import type { Office } from '../office.ts'
import type { ArchiveTables, CaseRow } from '../tables.ts'
import { scheduleByNumber } from './case-facts.ts'
import { redecide } from './register-case.ts'
import { isBefore, tablesOfItem } from './table-order.ts'

/** Cases decided anew in one transaction. */
const CASES_PER_STEP = 500

/** A recorded decision that a schedule applies to cases filed before it. */
export interface Decision {
  readonly items: readonly string[]
  readonly number: number
  /** The day on which it was recorded. */
  readonly on: string
  /** The row of the last case that was filed then. */
  readonly upTo: number
}

/** Puts filed cases under a schedule, some at a time; done again, it goes on. */
export async function applyDecision(office: Office, { items, ...decision }: Decision): Promise<void> {
  for (const item of items) {
    let after: number | undefined = 0
    while (after !== undefined) {
      const step: Step = { ...decision, item, after, keepWhileInForce: office.keepWhileInForce }
      after = await office.db.transaction((tx) => applyNext(tablesOf<ArchiveTables>(tx), step))
    }
  }
}

export interface Step extends Omit<Decision, 'items'> {
  readonly item: string
  readonly after: number
  readonly keepWhileInForce: boolean
}

/** How many cases a decision moves: those under tables of the item that came before. */
export async function casesMoved(
  rows: Kysely<ArchiveTables>,
  { items, number, upTo }: Omit<Decision, 'on'>,
): Promise<number> {
  let moved = 0
  for (const item of items) {
    const earlier = await earlierTables(rows, item, number)
    const counted = await rows
      .selectFrom('archive_case')
      .select(['schedule', ({ fn }) => fn.countAll<number>().as('cases')])
      .where('item', '=', item)
      .where('id', '<=', upTo)
      .groupBy('schedule')
      .execute()
    for (const { schedule, cases } of counted) if (earlier.has(schedule)) moved += Number(cases)
  }
  return moved
}

async function earlierTables(
  rows: Kysely<ArchiveTables>,
  item: string,
  number: number,
): Promise<Set<number>> {
  const { effectiveFrom } = await scheduleByNumber(rows, item, number)
  const places = [...(await tablesOfItem(rows, item)).values()]
  const earlier = places.filter((place) => isBefore(place, { number, effectiveFrom }))
  return new Set(earlier.map((place) => place.number))
}

/**
 * Puts the next cases of an item under a schedule, in the order of their rows, and hands back the last row it
 * came to; `undefined` once there are no more.
 */
export async function applyNext(
  tx: Tx,
  { item, number, on, upTo, after, keepWhileInForce }: Step,
): Promise<number | undefined> {
  const earlier = await earlierTables(tx, item, number)
  const rows: CaseRow[] = await tx
    .selectFrom('archive_case')
    .selectAll()
    .where('item', '=', item)
    .where('id', '>', after)
    .where('id', '<=', upTo)
    .orderBy('id')
    .limit(CASES_PER_STEP)
    .execute()
  for (const row of rows) {
    if (!earlier.has(row.schedule)) continue
    await tx
      .updateTable('archive_case')
      .set({ schedule: number, rescheduled_on: on })
      .where('id', '=', row.id)
      .execute()
    await redecide(tx, row.id, keepWhileInForce, row)
  }
  return rows.length < CASES_PER_STEP ? undefined : rows.at(-1)?.id
}
