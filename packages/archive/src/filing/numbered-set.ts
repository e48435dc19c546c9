import type { Tx } from '../act.ts'
import { factsOfNew } from '../cases/register-case.ts'
import type { Office } from '../office.ts'
import { retentionOf } from '../retention/case-retention.ts'
import type { ArchivalNumber } from './archival-number.ts'
import type { CaseOrder } from './case-order.ts'
import type { Examined } from './prepare.ts'

/** What the cases of a set have in common: their archival numbers differ in the last part only. */
export type NumberedSet = Omit<ArchivalNumber, 'number'>

/**
 * The set that a case is of, its retention as the register would have it at this moment.
 *
 * @param recorded days of events that the register has of the case, whatever its filer says
 */
export async function setOf(
  tx: Tx,
  { keepWhileInForce }: Office,
  { order, schedule }: Examined,
  recorded: CaseOrder['events'],
): Promise<NumberedSet> {
  const { fonds, item, itemVersion, closedOn, files, licences, events } = order
  const filed = {
    ...{ item, item_version: itemVersion, closed_on: closedOn, files },
    events: { ...events, ...recorded },
    licences: licences.map((identifier) => ({ identifier })),
  }
  const { retention } = retentionOf(await factsOfNew(tx, filed, schedule, keepWhileInForce))
  return {
    fonds: fonds.code,
    class: schedule.schedule.class,
    year: Number(closedOn.slice(0, 4)),
    retention,
  }
}

/** Days of the events that were recorded of a filed case by themselves. */
export async function recordedEvents(
  tx: Tx,
  { office, caseNumber }: CaseOrder,
): Promise<CaseOrder['events']> {
  const found = await tx
    .selectFrom('archive_case_event')
    .innerJoin('archive_case', 'archive_case.id', 'archive_case_event.case_row')
    .select(['event', 'happened_on'])
    .where('archive_case.office', '=', office.code)
    .where('archive_case.case_number', '=', caseNumber)
    .where('recorded', '=', 1)
    .execute()
  return Object.fromEntries(found.map(({ event, happened_on }) => [event, happened_on]))
}
