import { canonicalise } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import { type Kysely, sql } from 'kysely'
import type { Caller } from '../caller.ts'
import { error as archiveError } from '../codes.ts'
import { type Office, sha256 } from '../office.ts'
import type { ArchiveTables } from '../tables.ts'
import type { CaseOrder } from './case-order.ts'
import { error } from './codes.ts'
import type { FilingRow } from './tables.ts'

/** A case as it is asked for: who, under which request, what, and why if it corrects one. */
export interface Asked {
  readonly caller: Caller
  readonly requestId: string
  readonly order: CaseOrder
  /** SHA-256 of the canonical order: what the case is, whoever files it and why. */
  readonly orderDigest: string
  /** {@link filingDigest} */
  readonly digest: string
  readonly correction: string | undefined
}

/** What a request asks for: this case, or this correction for this reason. */
export function filingDigest(orderDigest: string, correction: string | undefined | null): string {
  return sha256(canonicalise({ kind: 'case-filed', order: orderDigest, correction: correction ?? null }))
}

/**
 * What was done already under the same request, or stands as the same case of the same office with the same
 * content. Both are the same act. Undefined where this is a new one.
 *
 * @throws VaultError `request-reused`, `case-filed-already`, `case-correction-pointless`, `case-being-filed`
 */
export async function findFiling(
  rows: Kysely<ArchiveTables>,
  { caller, requestId, order, orderDigest, digest, correction }: Asked,
): Promise<FilingRow | undefined> {
  const request = await rows
    .selectFrom('archive_request')
    .select(['digest', 'tickets'])
    .where('application', '=', caller.application)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (request && request.digest !== digest) throw archiveError('request-reused', { request: requestId })
  const filings = await rows
    .selectFrom('archive_filing')
    .selectAll()
    .where('office', '=', order.office.code)
    .where('case_number', '=', order.caseNumber)
    // As the index says it: with a parameter the engine would have to find out anew each time that it fits.
    .where('state', '<>', sql.lit('void'))
    .orderBy('revision', 'desc')
    .execute()
  const tickets = JSON.parse(request?.tickets ?? '[]') as number[]
  const own = filings.find(({ ticket }) => tickets.includes(ticket))
  if (own) return own
  const [latest] = filings
  const number = order.caseNumber
  if (correction === undefined) {
    // Content that a correction has put aside does not stand.
    if (latest?.order_digest === orderDigest) return latest
    if (latest && latest.state !== 'filing') throw error('case-filed-already', { number })
  } else if (!latest || (latest.state === 'filed' && latest.order_digest === orderDigest)) {
    throw error('case-correction-pointless', { number })
  }
  if (latest?.state === 'filing') throw error('case-being-filed', { number })
  return undefined
}

/**
 * Keeps a request that turned out to be the same act as an earlier one: it, too, is answered the same for ever.
 *
 * @throws VaultError `request-reused` if it came with other content at the same moment
 */
export async function keepRequest(
  { db }: Office,
  { caller: { application }, requestId, digest }: Asked,
  { application: first, request_id, ticket }: FilingRow,
): Promise<void> {
  if (first === application && request_id === requestId) return
  const kept = await db.transaction(async (rows) => {
    const tx = tablesOf<ArchiveTables>(rows)
    await tx
      .insertInto('archive_request')
      .values({
        ...{ application, request_id: requestId, digest },
        ...{ answer: '{}', tickets: JSON.stringify([ticket]) },
      })
      .onConflict((conflict) => conflict.columns(['application', 'request_id']).doNothing())
      .execute()
    return tx
      .selectFrom('archive_request')
      .select('digest')
      .where('application', '=', application)
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow()
  })
  if (kept.digest !== digest) throw archiveError('request-reused', { request: requestId })
}

/** The latest package of the case that a correction corrects. */
export async function latestFiling(
  rows: Kysely<ArchiveTables>,
  { office, caseNumber }: CaseOrder,
): Promise<FilingRow | undefined> {
  return rows
    .selectFrom('archive_filing')
    .selectAll()
    .where('office', '=', office.code)
    .where('case_number', '=', caseNumber)
    .where('state', '=', 'filed')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}
