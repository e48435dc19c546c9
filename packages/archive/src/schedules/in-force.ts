import type { Kysely } from 'kysely'
import type { ArchiveTables } from '../tables.ts'
import type { ItemSchedule } from './schedule.ts'

/** What holds for every item on a day. */
export async function inForceAll(
  rows: Kysely<ArchiveTables>,
  on: string,
): Promise<ReadonlyMap<string, ItemSchedule>> {
  const found = await rows
    .selectFrom('archive_schedule_item')
    .select(['item', 'body'])
    .where('effective_from', '<=', on)
    .orderBy('effective_from')
    .orderBy('number')
    .execute()
  // The later of two tables stands in the map's place of the earlier.
  const bodies = new Map(found.map(({ item, body }) => [item, body]))
  return new Map([...bodies].map(([item, body]) => [item, JSON.parse(body) as ItemSchedule]))
}
