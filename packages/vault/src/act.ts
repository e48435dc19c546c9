import type { Draft, Recorded, Ticket } from '@licencevault/ledger'
import { type TransactionRows, tablesOf } from '@licencevault/stores'
import type { Transaction } from 'kysely'
import type { Office } from './office.ts'
import { type Claim, claimAll, keyOf, requireSame } from './requests.ts'
import type { VaultTables } from './tables.ts'

/** What one act writes: its rows and the drafts of its entries, of which the first is the act itself. */
export type Work = (
  tx: Transaction<VaultTables>,
  propose: (drafts: readonly Draft[]) => Promise<readonly Ticket[]>,
) => Promise<Ticket>

/**
 * Does something once and for ever: request, rows and entry in one transaction, then the entry under a
 * signed checkpoint. Asked again it hands back the entry that it led to, and does nothing.
 */
export async function once(
  office: Office,
  claim: Claim,
  work: Work,
): Promise<{ readonly recorded: Recorded; readonly subject: string; readonly again: boolean }> {
  const { db, ledger } = office
  const done = await db.transaction(async (rows) => {
    const tx = tablesOf<VaultTables>(rows)
    const before = (await claimAll(office, tx, [claim])).get(keyOf(claim))
    if (before) {
      requireSame(claim, before)
      return { ticket: before.ticket, subject: before.subject, again: true }
    }
    const ticket = await work(tx, proposing(ledger, rows))
    await tx
      .updateTable('vault_requests')
      .set({ ticket })
      .where('application', '=', claim.application)
      .where('request', '=', claim.request)
      .execute()
    return { ticket, subject: claim.subject, again: false }
  })
  const [recorded] = await ledger.settle([done.ticket])
  return { recorded: required(recorded), subject: done.subject, again: done.again }
}

const proposing = (ledger: Office['ledger'], rows: TransactionRows) => (drafts: readonly Draft[]) =>
  ledger.propose(rows, drafts)

/** One of a list that is as long as another. Throws RangeError where it is not. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('an answer is shorter than what was asked')
  return value
}
