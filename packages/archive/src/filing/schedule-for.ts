import type { Kysely } from 'kysely'
import { type AppliedSchedule, findSchedule, scheduleInForce } from '../cases/case-facts.ts'
import type { ArchiveTables } from '../tables.ts'
import type { CaseOrder } from './case-order.ts'
import { error } from './codes.ts'
import type { Asked } from './find-filing.ts'

/**
 * The schedule under which a case is to stand: that in force on the day of its filing. Corrected, it stays under
 * its own, which a later table does not change; unless it is corrected to an item of which that says nothing.
 *
 * @throws VaultError `case-schedule-missing`
 */
export async function scheduleFor(
  rows: Kysely<ArchiveTables>,
  { order, correction }: Pick<Asked, 'order' | 'correction'>,
  on: string,
): Promise<AppliedSchedule> {
  const own = correction === undefined ? undefined : await ownSchedule(rows, order)
  const found = own ?? (await scheduleInForce(rows, order.item, on))
  if (!found) throw error('case-schedule-missing', { item: order.item, on })
  return found
}

async function ownSchedule(
  rows: Kysely<ArchiveTables>,
  { office, caseNumber, item }: CaseOrder,
): Promise<AppliedSchedule | undefined> {
  const filed = await rows
    .selectFrom('archive_case')
    .select('schedule')
    .where('office', '=', office.code)
    .where('case_number', '=', caseNumber)
    .executeTakeFirst()
  return filed && findSchedule(rows, item, filed.schedule)
}
