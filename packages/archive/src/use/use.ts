import { canonicalise } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Kysely } from 'kysely'
import type { Tx } from '../act.ts'
import { type Caller, requireRole } from '../caller.ts'
import { error } from '../codes.ts'
import { keepDocument, type Office, today } from '../office.ts'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import { archiveShape } from '../shape.ts'
import type { ArchiveTables, UseRow } from '../tables.ts'
import type { UseAnswer } from './answer.ts'
import type { Certify } from './certify.ts'
import type { UseRequest } from './decide-use.ts'
import { type Fetched, type FetchOrder, fetchFiled } from './fetch.ts'
import { requireReferences, shownUse, type UseRecord } from './record.ts'
import { useCase } from './use-case.ts'

/** Who wants what for which purpose. */
export interface UseOrder extends Omit<UseRequest, 'authority'> {
  readonly caseId: string
  /** Number of the file within the case; the case's own list entry, if it is left out. */
  readonly file?: number
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
  /**
   * A refusal is an answer. What there is not is thrown, and on record too.
   *
   * @throws VaultError `case-unknown`, `file-unknown`, `use-user-missing`, `member-wrong`
   */
  use(caller: Caller, order: UseOrder): Promise<UseAnswer>
  /** See `fetchFiled`. The caller closes what it gets. */
  fetch(caller: Caller, order: FetchOrder, signal?: AbortSignal): Promise<Fetched>
  /** By case, by user and by time. */
  records(query: UseQuery, page?: PageRequest): Promise<Page<UseRecord>>
  /** Commits the records that are not committed yet to the ledger, as one entry that names them by digest. */
  commit(caller: Caller): Promise<{ readonly records: number }>
}

/** Records that one entry commits to. */
export const MAX_COMMITTED = 10_000
export const USES_FORMAT = 'licencevault.uses/1'

const { members } = archiveShape('use')

export function usesRoom(office: Office, certify?: Certify): Uses {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  return {
    async use(caller, order) {
      requireRole(caller, 'use')
      // A purpose that is missing is refused on record, like one that there is not.
      members(order, '', ['caseId', 'form'], ['purpose', 'file', 'application', 'consents'])
      requireReferences(order)
      if (!caller.user) throw error('use-user-missing')
      return useCase(office, certify, caller, order)
    },
    fetch: (caller, order, signal) => fetchFiled(office, caller, order, signal),
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

/** A record as its document has it. */
export type CommittedUse = Omit<UseRow, 'committed'>

/** Another process commits these records. */
class Overtaken extends Error {}

/**
 * The records themselves are personal: they stay in a document that the entry names by its digest. Each has its own
 * mark, for one with a lower number may come to be seen after one with a higher.
 */
async function commit(
  office: Office,
  rows: Kysely<ArchiveTables>,
  { application, role }: Caller,
): Promise<{ records: number }> {
  const found = await rows
    .selectFrom('archive_use')
    .selectAll()
    .where('committed', '=', 0)
    .orderBy('id')
    .limit(MAX_COMMITTED)
    .execute()
  const [first] = found
  if (!first) return { records: 0 }
  const records = found.map(({ committed: _, ...record }): CommittedUse => record)
  const digest = await keepDocument(office, canonicalise({ format: USES_FORMAT, records }))
  const draft = {
    kind: 'uses-recorded',
    subject: `uses:${first.id}`,
    effectiveFrom: today(office),
    authority: office.authority,
    digests: { uses: digest },
    actor: { application, role },
  }
  try {
    const tickets = await office.db.transaction(async (own) => {
      await markCommitted(tablesOf<ArchiveTables>(own), found)
      return office.ledger.propose(own, [draft])
    })
    await office.ledger.settle(tickets)
    return { records: found.length }
  } catch (problem) {
    if (problem instanceof Overtaken) return { records: 0 }
    throw problem
  }
}

/** All of them or none. */
async function markCommitted(tx: Tx, records: readonly UseRow[]): Promise<void> {
  for (let at = 0; at < records.length; at += 1_000) {
    const ids = records.slice(at, at + 1_000).map(({ id }) => id)
    const { numUpdatedRows } = await tx
      .updateTable('archive_use')
      .set({ committed: 1 })
      .where('id', 'in', ids)
      .where('committed', '=', 0)
      .executeTakeFirst()
    if (Number(numUpdatedRows) !== ids.length) throw new Overtaken()
  }
}
