import type { Draft, Ticket } from '@licencevault/ledger'
import { canonicalise } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Transaction } from 'kysely'
import { keepAct, newSalt } from './act-document.ts'
import type { Caller } from './caller.ts'
import { error } from './codes.ts'
import { microseconds, type Office, sha256 } from './office.ts'
import type { ArchiveTables } from './tables.ts'

export type Tx = Transaction<ArchiveTables>

/** What an act has led to: its answer, and where in the ledger it stands. */
export type Done<T> = T & {
  /** Index of its first entry. */
  readonly index: number
}

/** The entry that an act leaves, without what every act of the caller has. */
type ActDraft = Omit<Draft, 'actor' | 'request' | 'authority'> & { readonly authority?: string }

/**
 * What is done inside the transaction; it may run again, so it does nothing but read and write rows.
 *
 * @param atUs the time that rows of this act bear
 */
export type Work<T> = (
  tx: Tx,
  atUs: number,
) => Promise<{ readonly answer: T; readonly drafts: readonly ActDraft[] }>

/** Stands for the id of a request of which only the hash came back: its document is lost. */
export const lostRequest = (hash: string): string => `#${hash}`

/**
 * Does something once and for ever: request, rows and entries in one transaction, then the entries under a
 * signed checkpoint. The same request again gives the same answer, and with other content it is refused. What
 * the entries cannot hold of it is a document that they name.
 *
 * @throws VaultError `request-id-wrong`, `request-reused`, `request-lost`
 */
export async function once<T extends object>(
  office: Office,
  caller: Caller,
  requestId: string,
  content: { readonly kind: string; readonly [member: string]: unknown },
  work: Work<T>,
): Promise<Done<T>> {
  const { application, user } = caller
  const digest = sha256(canonicalise(content))
  const request = requestHash(caller, requestId)
  const [atUs, salt] = [microseconds(office), newSalt()]
  const done = await office.db.transaction(async (rows) => {
    const tx = tablesOf<ArchiveTables>(rows)
    const before = await tx
      .selectFrom('archive_request')
      .selectAll()
      .where('application', '=', application)
      .where('request_id', 'in', [requestId, lostRequest(request)])
      .executeTakeFirst()
    if (before) {
      if (before.request_id !== requestId) throw error('request-lost', { request: requestId })
      if (before.digest !== digest) throw error('request-reused', { request: requestId })
      return { answer: JSON.parse(before.answer) as T, tickets: JSON.parse(before.tickets) as Ticket[] }
    }
    const { answer, drafts } = await work(tx, atUs)
    const by = { application, request: requestId, ...(user !== undefined && { user }) }
    // In here because it has the answer: where the work runs again, what was kept before is named by nothing.
    const act = await keepAct(office, { ...by, atUs, content: digest, answer, salt })
    const tickets = await office.ledger.propose(
      rows,
      drafts.map((draft) => complete(office, caller, draft, { request, act })),
    )
    await tx
      .insertInto('archive_request')
      .values({
        application,
        request_id: requestId,
        digest,
        answer: JSON.stringify(answer),
        tickets: JSON.stringify(tickets),
      })
      .execute()
    return { answer, tickets }
  })
  const [first] = await office.ledger.settle(done.tickets)
  return { ...done.answer, index: first?.index ?? -1 }
}

/**
 * What stands for a request for ever, and tells neither application nor id.
 *
 * @throws VaultError `request-id-wrong`
 */
export function requestHash({ application }: Caller, requestId: string): string {
  if (typeof requestId !== 'string' || !/^[A-Za-z0-9._:-]{1,128}$/.test(requestId))
    throw error('request-id-wrong')
  return sha256(`${application}\0${requestId}`)
}

function complete(
  office: Office,
  caller: Caller,
  draft: ActDraft,
  { request, act }: { readonly request: string; readonly act: string },
): Draft {
  return {
    ...draft,
    digests: { ...draft.digests, act },
    authority: draft.authority ?? caller.authority ?? office.authority,
    actor: { application: caller.application, role: caller.role },
    request,
  }
}
