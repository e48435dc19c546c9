import { canonicalise, type Order, type Statement } from '@licencevault/licence'
import type { ActText } from '../acts.ts'
import { sha256 } from '../documents.ts'
import { given } from '../given.ts'
import { statementOf } from '../licences.ts'
import type { Office } from '../office.ts'
import { rebuiltName, unknownToRebuild } from '../requests.ts'
import type { Change } from '../status/room.ts'
import type { RequestRow } from '../tables.ts'
import { microseconds, timeOf } from '../times.ts'
import { licenceRow } from './licence-rows.ts'
import { type Taking, type Told, ticketOf } from './taking.ts'

type Asked = Pick<RequestRow, 'kind' | 'subject'> & {
  /** What may have been asked to come to this; nothing where no document says it. */
  readonly contents: readonly unknown[]
}

/**
 * Writes down that a request led to this entry. Of its id the entry has a digest, which is enough to know it
 * again; what it asked for is worked out from what it led to.
 */
export async function rememberRequest(taking: Taking, told: Told): Promise<void> {
  const { tx, office } = taking
  const { request, actor, kind, links } = told.recorded.entry
  if (told.documents.of === 'act' && links?.successor !== undefined) {
    await nameSuccession(taking, links.successor, kind, told.documents.words)
  }
  if (request === undefined) return
  const { contents, ...asked } = askedFor(told)
  await tx
    .insertInto('vault_requests')
    .values({
      application: actor.application,
      request: rebuiltName(request),
      ...asked,
      content: contentOf(office, asked.kind, contents),
      // A licence is found by its subject; the others by their entry.
      ticket: told.documents.of === 'issued' ? 0 : ticketOf(told.recorded),
    })
    .execute()
}

function contentOf({ personal }: Office, kind: string, contents: readonly unknown[]): string {
  if (contents.length === 0) return unknownToRebuild
  return contents.map((content) => personal.index(`request ${kind}`, canonicalise(content))).join(' ')
}

function askedFor({ recorded: { entry }, documents }: Told): Asked {
  const { kind, subject, digests } = entry
  switch (documents.of) {
    case 'type':
      return { kind, subject: documents.type.code, contents: [documents.type] }
    case 'authority':
      return { kind, subject: documents.authority.code, contents: [digests.description] }
    case 'list': {
      const { sequence, nextUpdate, roots, ledgers = null } = documents.list
      const wanted = { nextUpdate, roots: roots.map(sha256) }
      const contents = [null, ledgers].map((named) => ({ ...wanted, ledgers: named }))
      return { kind, subject: String(sequence), contents }
    }
    case 'issued': {
      // In whose place it came is known, and by which move only once that is recorded.
      if (entry.links?.predecessor !== undefined) return { kind: unknownToRebuild, subject, contents: [] }
      const statement = documents.file.statement?.value
      return { kind: 'issue', subject, contents: statement ? [orderOf(statement)] : [] }
    }
    case 'act':
      return kind === 'void'
        ? { kind, subject, contents: voidings(subject, documents.words) }
        : { kind: 'status', subject, contents: changes(entry, documents.words) }
    default: {
      const [, code = ''] = subject.split('/')
      return { kind, subject: code, contents: [{ code }] }
    }
  }
}

const voidings = (identifier: string, words: ActText | undefined) =>
  words ? [{ identifier, why: words.description }] : []

/** An act that counts since it was made may have named that moment or not. */
function changes(
  { kind, subject: identifier, effectiveFrom, links }: Told['recorded']['entry'],
  words: ActText | undefined,
): readonly unknown[] {
  if (!words) return []
  const asked = given({ ...words, move: kind, state: links?.state }) as unknown as Change
  const at = timeOf(microseconds(effectiveFrom))
  return [asked, { ...asked, effectiveFrom: at }].map((change) => ({ identifier, asked: change }))
}

async function nameSuccession(
  { office, tx }: Taking,
  successor: string,
  kind: string,
  words: ActText | undefined,
): Promise<void> {
  const row = await licenceRow(tx, successor)
  const known = words && row.statement.length > 0
  const contents = known
    ? [{ order: orderOf(statementOf(office, row)), predecessor: row.predecessor, words }]
    : []
  await tx
    .updateTable('vault_requests')
    .set({ kind, content: contentOf(office, kind, contents) })
    .where('application', '=', row.application)
    .where('subject', '=', successor)
    .where('kind', '=', unknownToRebuild)
    .execute()
}

/** The order that a statement fulfils. */
function orderOf({ type, authority, holders, fields, validity }: Statement): Order {
  return { type: { code: type.code, version: type.version }, authority, holders, fields, validity }
}
