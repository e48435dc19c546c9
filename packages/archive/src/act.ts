import type { Draft, Ticket } from '@licencevault/ledger'
import { canonicalise } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Transaction } from 'kysely'
import type { Caller } from './caller.ts'
import { error } from './codes.ts'
import { type Office, sha256 } from './office.ts'
import type { ArchiveTables } from './tables.ts'

export type Tx = Transaction<ArchiveTables>

/** What an act has led to: its answer, and where in the ledger it stands. */
export type Done<T> = T & {
  /** Index of its first entry. */
  readonly index: number
}

/** The entry that an act leaves, without what every act of the caller has. */
type ActDraft = Omit<Draft, 'actor' | 'request' | 'authority'> & { readonly authority?: string }

/** What is done inside the transaction; it may run again, so it does nothing but read and write rows. */
export type Work<T> = (tx: Tx) => Promise<{ readonly answer: T; readonly drafts: readonly ActDraft[] }>

/**
 * Does something once and for ever: request, rows and entries in one transaction, then the entries under a
 * signed checkpoint. The same request again gives the same answer, and with other content it is refused.
 *
 * @throws VaultError `request-id-wrong`, `request-reused`
 */
export async function once<T extends object>(
  office: Office,
  caller: Caller,
  requestId: string,
  content: { readonly kind: string; readonly [member: string]: unknown },
  work: Work<T>,
): Promise<Done<T>> {
  if (typeof requestId !== 'string' || !/^[A-Za-z0-9._:-]{1,128}$/.test(requestId))
    throw error('request-id-wrong')
  const digest = sha256(canonicalise(content))
  const done = await office.db.transaction(async (rows) => {
    const tx = tablesOf<ArchiveTables>(rows)
    const before = await tx
      .selectFrom('archive_request')
      .selectAll()
      .where('application', '=', caller.application)
      .where('request_id', '=', requestId)
      .executeTakeFirst()
    if (before) {
      if (before.digest !== digest) throw error('request-reused', { request: requestId })
      return { answer: JSON.parse(before.answer) as T, tickets: JSON.parse(before.tickets) as Ticket[] }
    }
    const { answer, drafts } = await work(tx)
    const request = sha256(`${caller.application}\0${requestId}`)
    const tickets = await office.ledger.propose(
      rows,
      drafts.map((draft) => complete(office, caller, draft, request)),
    )
    await tx
      .insertInto('archive_request')
      .values({
        application: caller.application,
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

function complete(office: Office, caller: Caller, draft: ActDraft, request: string): Draft {
  return {
    ...draft,
    authority: draft.authority ?? caller.authority ?? office.authority,
    actor: { application: caller.application, role: caller.role },
    request,
  }
}
