import type { Tx } from '../act.ts'
import { factsOfNew } from '../cases/register-case.ts'
import type { Office } from '../office.ts'
import { retentionOf } from '../retention/case-retention.ts'
import type { ArchivalNumber } from './archival-number.ts'
import type { Examined } from './prepare.ts'

/** What the cases of a set have in common: their archival numbers differ in the last part only. */
export type NumberedSet = Omit<ArchivalNumber, 'number'>

/** The set that a case is of, its retention as the register would have it at this moment. */
export async function setOf(
  tx: Tx,
  { keepWhileInForce }: Office,
  { order, schedule }: Examined,
): Promise<NumberedSet> {
  const { fonds, item, itemVersion, closedOn, files, licences, events } = order
  const filed = {
    ...{ item, item_version: itemVersion, closed_on: closedOn, files, events },
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
