import { canonicalise } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Caller } from '../caller.ts'
import { keepDocument, type Office, today } from '../office.ts'
import type { ArchiveTables, ExceptionRow } from '../tables.ts'

export const EXCEPTIONS_FORMAT = 'licencevault.exceptions/1'
/** Lines that one entry commits to. */
const MAX_COMMITTED = 1_000

/** A line as its document has it: of a case that was refused, so that nothing was filed late. */
export type CommittedLine = Omit<ExceptionRow, 'committed' | 'days_late'>

/**
 * Commits lines of the list of exceptions that no entry vouches for yet to the ledger, as one entry that names
 * them by digest: a case that was refused leaves no other, and its line would be lost with the database.
 *
 * @returns how many lines
 */
export async function commitExceptions(office: Office, { application, role }: Caller): Promise<number> {
  const { lines, tickets } = await office.db.transaction(async (rows) => {
    const tx = tablesOf<ArchiveTables>(rows)
    const found = await tx
      .selectFrom('archive_exception')
      .selectAll()
      .where('committed', '=', 0)
      .orderBy('office')
      .orderBy('case_number')
      .limit(MAX_COMMITTED)
      .execute()
    if (found.length === 0) return { lines: 0, tickets: [] }
    for (const { office: at, case_number } of found) {
      await tx
        .updateTable('archive_exception')
        .set({ committed: 1 })
        .where('office', '=', at)
        .where('case_number', '=', case_number)
        .execute()
    }
    const records = found.map(({ committed: _, days_late: __, ...line }): CommittedLine => line)
    const digest = await keepDocument(office, canonicalise({ format: EXCEPTIONS_FORMAT, records }))
    const draft = {
      kind: 'exceptions-noted',
      subject: `exceptions:${office.authority}`,
      effectiveFrom: today(office),
      authority: office.authority,
      digests: { exceptions: digest },
      actor: { application, role },
    }
    return { lines: found.length, tickets: await office.ledger.propose(rows, [draft]) }
  })
  await office.ledger.settle(tickets)
  return lines
}
