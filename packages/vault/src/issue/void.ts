import type { Ticket } from '@licencevault/ledger'
import { canonicalise, move } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Transaction } from 'kysely'
import { once, type Work } from '../act.ts'
import { keepAct } from '../acts.ts'
import type { Caller } from '../caller.ts'
import type { Catalogue } from '../catalogue/room.ts'
import { error } from '../codes.ts'
import { unlessThere } from '../documents.ts'
import { licenceOf, readLicence } from '../licences.ts'
import { requireAuthority, requireRole } from '../may.ts'
import type { Office } from '../office.ts'
import { claimOf, requestDigest } from '../requests.ts'
import type { Step } from '../status/axis.ts'
import type { VaultTables } from '../tables.ts'
import { microseconds, microsecondsOf, timeOf } from '../times.ts'
import { adopt, VOID_FORMAT, type VoidMark } from './make.ts'
import type { Licence } from './room.ts'
import { leavePlaces } from './singles.ts'

/**
 * Ends a licence that cannot be finished. A mark is put where its file would stand, if none is there: the
 * store decides who was first, so that no file ever stands for a licence made void. Then it is recorded.
 */
export async function makeVoid(
  office: Office,
  catalogue: Catalogue,
  caller: Caller,
  { requestId, identifier, why }: { requestId: string; identifier: string; why: string },
): Promise<Licence> {
  requireRole(caller, 'issue')
  const { row, steps } = await readLicence(office, identifier)
  requireAuthority(caller, row.authority)
  const kind = 'void'
  const claim = claimOf(office, caller, requestId, {
    kind,
    subject: identifier,
    content: { identifier, why },
  })
  if (row.state !== 'void') {
    move(row.state, 'void', { description: why })
    const mark: VoidMark = {
      format: VOID_FORMAT,
      identifier,
      act: await keepAct(office, { description: why }, claim),
      actor: { application: caller.application, role: caller.role },
      request: requestDigest(caller, requestId),
    }
    await putMark(office, catalogue, mark, row.statement_digest)
    await once(office, claim, (tx, propose) => end(office, tx, propose, mark))
  } else await once(office, claim, () => recall(row.ticket, steps, requestDigest(caller, requestId)))
  return licenceOf(office, await readLicence(office, identifier))
}

/** Records what a mark says, where a process ended between the two. */
export async function finishVoid(office: Office, mark: VoidMark): Promise<void> {
  const ticket = await office.db.transaction((rows) => {
    const propose: Parameters<Work>[1] = (drafts) => office.ledger.propose(rows, drafts)
    return end(office, tablesOf<VaultTables>(rows), propose, mark)
  })
  await office.ledger.settle([ticket])
}

async function putMark(
  office: Office,
  catalogue: Catalogue,
  mark: VoidMark,
  statementDigest: string,
): Promise<void> {
  const { identifier } = mark
  const put = office.blobs.put(office.keys.licence(identifier), canonicalise(mark), { ifAbsent: true })
  if (await unlessThere(put)) return
  const standing = await adopt(office, { identifier, statementDigest }, await catalogue.trust())
  if (standing.how === 'file') throw error('void-file-stands', { identifier })
}

/** The licence, its number and its request stay; the places it took are given back. */
async function end(
  office: Office,
  tx: Transaction<VaultTables>,
  propose: Parameters<Work>[1],
  { identifier, act, actor, request }: VoidMark,
): Promise<Ticket> {
  const row = await tx
    .selectFrom('vault_licences')
    .selectAll()
    .where('identifier', '=', identifier)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.state === 'void') return row.ticket
  move(row.state, 'void', { description: act })
  const now = Math.max(microsecondsOf(office.clock()), row.effective_us)
  const effectiveFrom = timeOf(now)
  const [ticket = 0] = await propose([
    {
      kind: 'void',
      subject: identifier,
      effectiveFrom,
      authority: row.authority,
      type: `${row.type}@${row.type_version}`,
      digests: { act },
      actor,
      request,
    },
  ])
  await tx
    .updateTable('vault_licences')
    .set({ state: 'void', ticket, effective_us: microseconds(effectiveFrom) })
    .where('identifier', '=', identifier)
    .execute()
  await giveBack(tx, identifier, row.predecessor)
  return ticket
}

/** The places it took, and the licence whose place it would have taken, are free again. */
export async function giveBack(
  tx: Transaction<VaultTables>,
  identifier: string,
  predecessor: string | null,
): Promise<void> {
  if (predecessor === null) return leavePlaces(tx, identifier)
  await tx
    .updateTable('vault_licences')
    .set({ successor: null })
    .where('identifier', '=', predecessor)
    .where('successor', '=', identifier)
    .execute()
  await tx
    .updateTable('vault_singles')
    .set({ identifier: predecessor })
    .where('identifier', '=', identifier)
    .execute()
}

/**
 * The voiding that a request led to, where it was cut off and finished by its mark. For any other request
 * the table says that nothing leads from void.
 */
async function recall(ticket: Ticket, steps: readonly Step[], request: string): Promise<Ticket> {
  if (steps.at(-1)?.recorded.entry.request === request) return ticket
  move('void', 'void', { description: request })
  return ticket
}
