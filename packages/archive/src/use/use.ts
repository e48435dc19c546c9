import { canonicalise } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Kysely } from 'kysely'
import { type Caller, requireRole } from '../caller.ts'
import { error } from '../codes.ts'
import { keepDocument, type Office, today } from '../office.ts'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import { archiveShape } from '../shape.ts'
import type { ArchiveTables, UseRow } from '../tables.ts'
import type { UseAnswer } from './answer.ts'
import type { Certify } from './certify.ts'
import type { UseRequest } from './decide-use.ts'
import { useCase } from './use-case.ts'

/** Who wants what for which purpose. */
export interface UseOrder extends Omit<UseRequest, 'authority'> {
  readonly caseId: string
  /** Number of the file within the case; the case's own list entry, if it is left out. */
  readonly file?: number
}

/** One use, or one refusal, as it is on record. */
export interface UseRecord {
  readonly caseId: string
  /** 0 for the case's own entry. */
  readonly file: number
  readonly application: string
  readonly user: string
  readonly authority: string | null
  readonly purpose: string
  readonly form: string
  /** `granted`, or the word of the refusal. */
  readonly outcome: string
  /** Microseconds since 1970 UTC. */
  readonly atUs: number
}

export interface UseQuery {
  readonly caseId?: string
  readonly application?: string
  /** With `application`. */
  readonly user?: string
  /** Microseconds since 1970 UTC, both inside. */
  readonly fromUs?: number
  readonly toUs?: number
}

/** 利用: every use and every refusal is on record before it is answered. */
export interface Uses {
  /** Throws VaultError `case-unknown`, `file-unknown`, `use-user-missing`; a refusal is an answer. */
  use(caller: Caller, order: UseOrder): Promise<UseAnswer>
  /** By case, by user and by time. */
  records(query: UseQuery, page?: PageRequest): Promise<Page<UseRecord>>
  /** Commits the records that are not committed yet to the ledger, as one entry that names them by digest. */
  commit(caller: Caller): Promise<{ readonly records: number }>
}

/** Records that one entry commits to. */
export const MAX_COMMITTED = 10_000
/** Of the row that says how far records are committed. */
export const USES = 'uses'
export const USES_FORMAT = 'licencevault.uses/1'

const { members } = archiveShape('use')

export function usesRoom(office: Office, certify?: Certify): Uses {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  return {
    async use(caller, order) {
      requireRole(caller, 'use')
      // A purpose that is missing is refused on record, like one that there is not.
      members(order, '', ['caseId', 'form'], ['purpose', 'file', 'application', 'consents'])
      if (!caller.user) throw error('use-user-missing')
      return useCase(office, certify, caller, order)
    },
    records: (query, page = {}) => records(rows, query, page),
    commit: (caller) => commit(office, rows, caller),
  }
}

async function records(
  rows: Kysely<ArchiveTables>,
  query: UseQuery,
  page: PageRequest,
): Promise<Page<UseRecord>> {
  members(query, '', [], ['caseId', 'application', 'user', 'fromUs', 'toUs'])
  const size = sizeOf(page)
  const asked = { uses: { ...query } }
  const after = readCursor(asked, page.cursor, 'n')
  let select = rows.selectFrom('archive_use').selectAll()
  if (query.caseId !== undefined) select = select.where('case_id', '=', query.caseId)
  if (query.application !== undefined) select = select.where('application', '=', query.application)
  if (query.user !== undefined) select = select.where('user_name', '=', query.user)
  if (query.fromUs !== undefined) select = select.where('used_us', '>=', query.fromUs)
  if (query.toUs !== undefined) select = select.where('used_us', '<=', query.toUs)
  if (after) select = select.where('id', '>', Number(after[0]))
  const found = await select
    .orderBy('id')
    .limit(size + 1)
    .execute()
  return pageOf(found, size, asked, ({ id }) => [id], shownUse)
}

function shownUse(row: UseRow): UseRecord {
  return {
    caseId: row.case_id,
    file: row.file,
    application: row.application,
    user: row.user_name,
    authority: row.user_authority,
    purpose: row.purpose,
    form: row.form,
    outcome: row.outcome,
    atUs: row.used_us,
  }
}

/** The records themselves are personal: they stay in a document that the entry names by its digest. */
async function commit(
  office: Office,
  rows: Kysely<ArchiveTables>,
  caller: Caller,
): Promise<{ records: number }> {
  const place = await rows
    .selectFrom('archive_follower')
    .select('after_index')
    .where('name', '=', USES)
    .executeTakeFirst()
  const after = place?.after_index ?? 0
  const found = await rows
    .selectFrom('archive_use')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(MAX_COMMITTED)
    .execute()
  const last = found.at(-1)
  if (!last) return { records: 0 }
  const digest = await keepDocument(office, canonicalise({ format: USES_FORMAT, records: found }))
  const tickets = await office.db.transaction(async (own) => {
    const tx = tablesOf<ArchiveTables>(own)
    const now = await tx
      .selectFrom('archive_follower')
      .select('after_index')
      .where('name', '=', USES)
      .executeTakeFirst()
    if ((now?.after_index ?? 0) !== after) return undefined
    await tx
      .insertInto('archive_follower')
      .values({ name: USES, after_index: last.id })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ after_index: last.id }))
      .execute()
    return office.ledger.propose(own, [
      {
        kind: 'uses-recorded',
        subject: `uses:${after + 1}`,
        effectiveFrom: today(office),
        authority: office.authority,
        digests: { uses: digest },
        actor: { application: caller.application, role: caller.role },
      },
    ])
  })
  if (!tickets) return { records: 0 }
  await office.ledger.settle(tickets)
  return { records: found.length }
}
