import { canonicalise } from '@licencevault/licence'
import { type Kysely, sql } from 'kysely'
import type { Caller } from '../caller.ts'
import { error as archiveError } from '../codes.ts'
import { sha256 } from '../office.ts'
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
 * What stands already: under the same request, or as the same case of the same office with the same content.
 * Both are the same act. Undefined where this is a new one.
 *
 * @throws VaultError `request-reused`, `case-filed-already`, `case-correction-pointless`, `case-being-filed`
 */
export async function findFiling(
  rows: Kysely<ArchiveTables>,
  { caller, requestId, order, orderDigest, digest, correction }: Asked,
): Promise<FilingRow | undefined> {
  const request = await rows
    .selectFrom('archive_request')
    .select('digest')
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
  const own = filings.find(
    (filing) => filing.application === caller.application && filing.request_id === requestId,
  )
  if (own) return own
  const [latest] = filings
  const number = order.caseNumber
  if (correction === undefined) {
    const same = filings.find((filing) => filing.order_digest === orderDigest)
    if (same) return same
    if (latest && latest.state !== 'filing') throw error('case-filed-already', { number })
  } else if (!latest || (latest.state === 'filed' && latest.order_digest === orderDigest)) {
    throw error('case-correction-pointless', { number })
  }
  if (latest?.state === 'filing') throw error('case-being-filed', { number })
  return undefined
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
