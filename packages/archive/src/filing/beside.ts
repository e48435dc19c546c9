import type { Tx } from '../act.ts'
import type { FilingFacts } from '../checks/facts.ts'
import { type ArchivalNumber, writeArchivalNumber } from './archival-number.ts'
import type { CaseOrder } from './case-order.ts'

/** What the register says of the numbers that a case is to have, its own row aside. */
export async function besideOf(
  tx: Tx,
  { office, caseNumber }: CaseOrder,
  number: ArchivalNumber,
  caseId: string,
): Promise<Pick<FilingFacts, 'held' | 'beside'>> {
  const [before, own, after] = [-1, 0, 1].map((step) =>
    writeArchivalNumber({ ...number, number: number.number + step }),
  )
  const others = tx.selectFrom('archive_case').where('case_id', '<>', caseId)
  const rows = await others
    .select('archival_number')
    .where(
      'archival_number',
      'in',
      [before, own, after].filter((one) => one !== undefined),
    )
    .execute()
  const sameCase = await others
    .select('id')
    .where('office', '=', office.code)
    .where('case_number', '=', caseNumber)
    .executeTakeFirst()
  const holds = (one: string | undefined) => rows.some(({ archival_number }) => archival_number === one)
  return {
    held: { archivalNumber: holds(own), caseNumber: sameCase !== undefined },
    beside: { before: holds(before), after: holds(after) },
  }
}
