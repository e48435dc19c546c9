import type { Kysely } from 'kysely'
import type { ArchiveTables } from '../tables.ts'

/** Which table it is, and since when it is in force. */
export interface TablePlace {
  readonly number: number
  readonly effectiveFrom: string
}

/**
 * Whether a table came before another: the one in force since a later day holds, and of two since the same day
 * the one with the later number.
 */
export function isBefore(one: TablePlace, other: TablePlace): boolean {
  if (one.effectiveFrom !== other.effectiveFrom) return one.effectiveFrom < other.effectiveFrom
  return one.number < other.number
}

/** The approved tables of an item, by number. */
export async function tablesOfItem(
  rows: Kysely<ArchiveTables>,
  item: string,
): Promise<ReadonlyMap<number, TablePlace>> {
  const found = await rows
    .selectFrom('archive_schedule_item')
    .select(['number', 'effective_from'])
    .where('item', '=', item)
    .where('effective_from', 'is not', null)
    .execute()
  return new Map(
    found.map(({ number, effective_from }) => [number, { number, effectiveFrom: effective_from ?? '' }]),
  )
}
