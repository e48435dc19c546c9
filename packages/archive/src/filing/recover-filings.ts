import { VaultError } from '@licencevault/errors'
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
  /** Those that could be brought to no end; they are tried again the next time. */
  readonly failed: readonly UnfinishedFiling[]
}

interface UnfinishedFiling {
  readonly caseId: string
  readonly revision: number
  /** Word of what stands in the way; `unexpected` for an error that is not ours. */
  readonly code: string
}

/**
 * Looks after filings that no process carries on any more. What was kept is registered; what was not is
 * declared void, so that the gap in the numbers is explained and the sender can file the case anew. One that
 * can be brought to no end is named, and keeps no other back.
 *
 * @throws what a store throws that is away: it would be the same for all of them
 */
export async function recoverFilings(
  office: Office,
  register: RegisterTogether,
  signal?: AbortSignal,
): Promise<Recovered> {
  let finished = 0
  let voided = 0
  const failed: UnfinishedFiling[] = []
  for await (const filing of leftBehind(office)) {
    signal?.throwIfAborted()
    try {
      if (await endFiling(office, register, filing, signal)) finished++
      else voided++
    } catch (problem) {
      signal?.throwIfAborted()
      if (problem instanceof VaultError && problem.kind === 'unavailable') throw problem
      const code = problem instanceof VaultError ? problem.code : 'unexpected'
      failed.push({ caseId: filing.case_id, revision: filing.revision, code })
    }
  }
  return { finished, voided, failed }
}

/** The oldest first; each once, whatever becomes of it. A case has one filing under way at most. */
async function* leftBehind(office: Office): AsyncGenerator<FilingRow> {
  const until = microseconds(office) - patience_us
  let [us, id] = [-1, '']
  for (;;) {
    const some = await tablesOf<ArchiveTables>(office.db.query)
      .selectFrom('archive_filing')
      .selectAll()
      .where('state', '=', 'filing')
      .where('begun_us', '<', until)
      .where((where) =>
        where.or([
          where('begun_us', '>', us),
          where.and([where('begun_us', '=', us), where('case_id', '>', id)]),
        ]),
      )
      .orderBy('begun_us')
      .orderBy('case_id')
      .limit(atOnce)
      .execute()
    yield* some
    const last = some.at(-1)
    if (!last) return
    us = last.begun_us
    id = last.case_id
  }
}

/** Whether it was finished; else it was declared void. */
async function endFiling(
  office: Office,
  register: RegisterTogether,
  filing: FilingRow,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const kept = await office.blobs.head(packageKey(office, filing), { signal })
  if (kept) await adoptCase(office, register, filing, signal)
  else await voidFiling(office, filing)
  return kept !== undefined
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
