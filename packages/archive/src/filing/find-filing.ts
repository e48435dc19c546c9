import { type Kysely, sql } from 'kysely'
import type { Caller } from '../caller.ts'
import { error as archiveError } from '../codes.ts'
import type { ArchiveTables } from '../tables.ts'
import type { CaseOrder } from './case-order.ts'
import { error } from './codes.ts'
import type { FilingRow } from './tables.ts'

/** A case as it is asked for: who, under which request, what, and why if it corrects one. */
export interface Asked {
  readonly caller: Caller
  readonly requestId: string
  readonly order: CaseOrder
  /** Of the canonical order and the reason of a correction. */
  readonly digest: string
  readonly correction: string | undefined
}

/**
 * What stands already: under the same request, or as the same case of the same office with the same content.
 * Both are the same act. Undefined where this is a new one.
 *
 * @throws VaultError `request-reused`, `case-filed-already`, `case-correction-pointless`, `case-being-filed`
 */
export async function findFiling(
  rows: Kysely<ArchiveTables>,
  { caller, requestId, order, digest, correction }: Asked,
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
  const same = filings.find((filing) => filing.order_digest === digest)
  if (same) return same
  const [latest] = filings
  const number = order.caseNumber
  if (latest?.state === 'filing') throw error('case-being-filed', { number })
  if (latest && correction === undefined) throw error('case-filed-already', { number })
  if (!latest && correction !== undefined) throw error('case-correction-pointless', { number })
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
