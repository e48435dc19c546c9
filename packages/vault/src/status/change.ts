import type { Recorded } from '@licencevault/ledger'
import {
  canMove,
  isCivilDate,
  type MoveName,
  move,
  moves,
  type RecordedState,
  type Statement,
} from '@licencevault/licence'
import type { Transaction } from 'kysely'
import { once, type Work } from '../act.ts'
import { keepAct } from '../acts.ts'
import type { Caller } from '../caller.ts'
import { error } from '../codes.ts'
import { type Given, given } from '../given.ts'
import type { Desk } from '../issue/desk.ts'
import { leavePlaces, Race, retakePlaces } from '../issue/singles.ts'
import { readLicence } from '../licences.ts'
import { requireAuthority, requireRole } from '../may.ts'
import type { Office } from '../office.ts'
import { claimOf, requestDigest } from '../requests.ts'
import type { LicenceRow, VaultTables } from '../tables.ts'
import { civilDate, microseconds, microsecondsOf, readTime, timeOf } from '../times.ts'
import type { Change } from './room.ts'
import { requireText } from './words.ts'

const ATTEMPTS = 10
const needsOrder: ReadonlySet<string> = new Set(['issue', 'void', 'replace', 'renew', 'reissue'])
const standing: ReadonlySet<RecordedState> = new Set(['issuing', 'valid', 'suspended'])

/** Does a licence in this state have its holder's one place? */
export const holdsPlace = (state: RecordedState): boolean => standing.has(state)

/** Makes a move that leads to no other licence: one row, one entry, in the name of its own authority. */
export async function change(
  office: Office,
  desk: Desk,
  caller: Caller,
  { requestId, identifier, ...wanted }: { requestId: string; identifier: string; asked: Change },
): Promise<Recorded> {
  requireRole(caller, 'status')
  const asked = given(wanted.asked) as Change
  requireChange(asked)
  const claim = claimOf(office, caller, requestId, {
    kind: 'status',
    subject: identifier,
    content: { identifier, asked: comparable(asked) },
  })
  const { row, statement } = await readLicence(office, identifier)
  requireAuthority(caller, row.authority)
  const { decision, legalBasis, description, until } = asked
  const keep = () => keepAct(office, given({ decision, legalBasis, description, until }), claim)
  // What will be refused leaves no words behind.
  let act = canMove(row.state, asked.move) ? await keep() : undefined
  const { type } = await desk.press(row.type, row.type_version)
  const moving = { caller, requestId, asked, statement, onePerHolder: type.onePerHolder }
  for (let attempt = 1; ; attempt++) {
    try {
      const work: Work = (tx, propose) => makeMove(office, tx, propose, { ...moving, act, identifier })
      return (await once(office, claim, work)).recorded
    } catch (cause) {
      if (!(cause instanceof Race) || attempt === ATTEMPTS) throw cause
      act ??= await keep()
    }
  }
}

/** The same moment is the same, however it is written. */
function comparable(asked: Given<Change>): Given<Change> {
  const { effectiveFrom } = asked
  return effectiveFrom === undefined ? asked : { ...asked, effectiveFrom: timeOf(readTime(effectiveFrom)) }
}

interface Moving {
  readonly identifier: string
  readonly caller: Caller
  readonly requestId: string
  readonly asked: Change
  readonly act: string | undefined
  readonly statement: Statement
  readonly onePerHolder: boolean
}

async function makeMove(
  office: Office,
  tx: Transaction<VaultTables>,
  propose: Parameters<Work>[1],
  { identifier, caller, requestId, asked, act, statement, onePerHolder }: Moving,
): Promise<number> {
  const row = await tx
    .selectFrom('vault_licences')
    .selectAll()
    .where('identifier', '=', identifier)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const state = move(row.state, asked.move, asked)
  if (act === undefined) throw new Race()
  if (row.successor !== null && row.state !== 'superseded') {
    throw error('licence-being-replaced', { identifier, successor: row.successor })
  }
  const from = effectiveFrom(office, row, statement, asked)
  const [ticket = 0] = await propose([
    {
      kind: asked.move,
      subject: identifier,
      effectiveFrom: timeOf(from),
      ...(asked.until !== undefined && { effectiveTo: asked.until }),
      authority: row.authority,
      type: `${row.type}@${row.type_version}`,
      digests: { act },
      ...(moves[asked.move].to === 'named' && { links: { state } }),
      actor: { application: caller.application, role: caller.role },
      request: requestDigest(caller, requestId),
    },
  ])
  await tx
    .updateTable('vault_licences')
    .set({ state, ticket, effective_us: from, successor: null })
    .where('identifier', '=', identifier)
    .execute()
  if (!holdsPlace(state)) await leavePlaces(tx, identifier)
  else if (onePerHolder && !holdsPlace(row.state)) {
    await retakePlaces(office, tx, { identifier, type: row.type, holders: statement.holders })
  }
  return ticket
}

/** Since when it counts: never before the issue, never in the future, and back only as far as the table says. */
function effectiveFrom(
  { clock }: Office,
  row: LicenceRow,
  { issuedAt }: Statement,
  { move: name, effectiveFrom: asked, until }: Change,
): number {
  const now = microsecondsOf(clock())
  const from = asked === undefined ? Math.max(now, row.effective_us) : readTime(asked)
  const found = timeOf(from)
  if (from < microseconds(issuedAt)) throw error('effective-before-issue', { found, issuedAt })
  if (asked !== undefined && from > now) throw error('effective-in-future', { found, now: timeOf(now) })
  if (moves[name].effectiveFrom === 'last-move' && from < row.effective_us) {
    const { en, zh } = moves[name].name
    const last = timeOf(row.effective_us)
    throw error('effective-before-last-move', { move: en, moveZh: zh, found, last })
  }
  if (until !== undefined && until < civilDate(new Date(from / 1000))) {
    throw malformed('until', 'it ends before it begins', '截止日期早于生效日期')
  }
  return from
}

function requireChange(asked: Change): void {
  const name: MoveName = asked.move
  if (needsOrder.has(name)) {
    const { en, zh } = moves[name].name
    throw error('move-needs-order', { move: en, moveZh: zh })
  }
  for (const member of ['decision', 'legalBasis', 'description'] as const) requireText(member, asked[member])
  if (asked.until !== undefined && !isCivilDate(asked.until)) {
    throw malformed('until', 'expected a civil date such as 2026-11-25', '应为日期，如 2026-11-25')
  }
}

function malformed(member: string, problem: string, problemZh: string) {
  return error('change-malformed', { member, problem, problemZh })
}
