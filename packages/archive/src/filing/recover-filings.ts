import { tablesOf } from '@licencevault/stores'
import { microseconds, type Office, sha256, today } from '../office.ts'
import type { ArchiveTables } from '../tables.ts'
import { adoptCase, packageKey, type RegisterTogether } from './keep-case.ts'
import type { FilingRow } from './tables.ts'

/** How long a filing may be under way before it counts as left behind: longer than any deadline. */
const patience_us = 3_600_000_000
const atOnce = 200

export interface Recovered {
  /** Their package stood already: they were carried to their end. */
  readonly finished: number
  /** Nothing of theirs was kept, and nobody was told otherwise: their entry was answered by `case-void`. */
  readonly voided: number
}

/**
 * Looks after filings that no process carries on any more. What was kept is registered; what was not is
 * declared void, so that the gap in the numbers is explained and the sender can file the case anew.
 */
export async function recoverFilings(
  office: Office,
  register: RegisterTogether,
  signal?: AbortSignal,
): Promise<Recovered> {
  const left = await tablesOf<ArchiveTables>(office.db.query)
    .selectFrom('archive_filing')
    .selectAll()
    .where('state', '=', 'filing')
    .where('begun_us', '<', microseconds(office) - patience_us)
    .orderBy('begun_us')
    .limit(atOnce)
    .execute()
  let finished = 0
  for (const filing of left) {
    signal?.throwIfAborted()
    const kept = await office.blobs.head(packageKey(office, filing), { signal })
    if (kept) {
      await adoptCase(office, register, filing, signal)
      finished++
    } else await voidFiling(office, filing)
  }
  return { finished, voided: left.length - finished }
}

/** Declares one void of which nothing was kept. */
export async function voidFiling(office: Office, filing: FilingRow): Promise<void> {
  const { case_id, revision, office: authority, application, request_id } = filing
  const tickets = await office.db.transaction(async (rows) => {
    const tx = tablesOf<ArchiveTables>(rows)
    const { numUpdatedRows } = await tx
      .updateTable('archive_filing')
      .set({ state: 'void' })
      .where('case_id', '=', case_id)
      .where('revision', '=', revision)
      .where('state', '=', 'filing')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return []
    // The sender may use the request id again: nothing came of it.
    await tx
      .deleteFrom('archive_request')
      .where('application', '=', application)
      .where('request_id', '=', request_id)
      .execute()
    return office.ledger.propose(rows, [
      {
        kind: 'case-void',
        subject: `case:${case_id}`,
        effectiveFrom: today(office),
        authority,
        digests: { filing: sha256(`${case_id}.${revision}`) },
        actor: { application: 'archive', role: 'operator' },
      },
    ])
  })
  await office.ledger.settle(tickets)
}
