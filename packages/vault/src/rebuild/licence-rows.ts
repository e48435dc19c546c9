import type { Recorded } from '@licencevault/ledger'
import {
  type LicenceType,
  type RecordedState,
  requireIdentifier,
  type Statement,
} from '@licencevault/licence'
import type { Transaction } from 'kysely'
import { required } from '../act.ts'
import type { Succession } from '../issue/check.ts'
import { baseOf, codeOf, holdersOf, numberIndex, onceIndex } from '../issue/insert.ts'
import { countsSerials } from '../issue/numbers.ts'
import { holderIndex, leavePlaces } from '../issue/singles.ts'
import { giveBack } from '../issue/void.ts'
import { statementOf } from '../licences.ts'
import { stepsOf } from '../status/axis.ts'
import { holdsPlace } from '../status/change.ts'
import type { LicenceRow, VaultTables } from '../tables.ts'
import { civilDate, microseconds } from '../times.ts'
import type { Documents } from './documents-of.ts'
import { type Taking, ticketOf } from './taking.ts'

type Issued = Extract<Documents, { of: 'issued' }>

/** A licence begins as *issuing*, with what its file says of it, or with nothing where there is none. */
export async function takeIssued(taking: Taking, recorded: Recorded, { file, type }: Issued): Promise<void> {
  const { tx, office } = taking
  const { subject: identifier, effectiveFrom, authority, links } = recorded.entry
  const statement = file.statement?.value
  const row = await rowOf(taking, recorded, { file, type })
  await tx.insertInto('vault_licences').values(row).execute()
  if (links?.predecessor !== undefined) {
    await tx
      .updateTable('vault_licences')
      .set({ successor: identifier })
      .where('identifier', '=', links.predecessor)
      .execute()
  } else if (countsSerials(type)) {
    await countOn(tx, [type.code, authority, yearOf(effectiveFrom)])
  }
  if (!statement) return
  const { holders } = statement
  const rows = holdersOf(office, { holders, identifier, issuedUs: row.issued_us })
  await tx.insertInto('vault_holders').values(rows).execute()
  if (type.onePerHolder) await takePlacesOf(taking, row, statement)
}

async function rowOf(
  { office, keyId }: Taking,
  recorded: Recorded,
  { file: { statement }, type }: Pick<Issued, 'file' | 'type'>,
): Promise<LicenceRow> {
  const { subject: identifier, effectiveFrom, authority, digests, links, actor } = recorded.entry
  const { parts } = requireIdentifier(identifier)
  const { value, bytes } = statement ?? {}
  const { statement: digest = '' } = digests
  const issuedOn = value?.issuedOn ?? civilDate(new Date(effectiveFrom))
  const counted = links?.predecessor === undefined && countsSerials(type)
  const ticket = ticketOf(recorded)
  return {
    identifier,
    base: baseOf(identifier),
    version: parts.version,
    type: type.code,
    type_version: type.version,
    authority,
    number: value ? numberIndex(office, value.number) : '',
    number_once: value && counted ? onceIndex(office, type.code, value.number) : null,
    valid_from: value?.validity.from ?? issuedOn,
    valid_until: value?.validity.until ?? null,
    issued_us: issuedUs(recorded),
    issued_on: issuedOn,
    statement: bytes ? office.personal.close(bytes, identifier) : new Uint8Array(0),
    statement_digest: digest,
    qr: value ? await codeOf(office, keyId, value, digest) : '',
    state: 'issuing',
    ticket,
    effective_us: microseconds(effectiveFrom),
    issued_ticket: ticket,
    predecessor: links?.predecessor ?? null,
    succession: null,
    successor: null,
    application: actor.application,
    role: actor.role,
  }
}

/** Licences have whole seconds; within the second they keep the order in which they were recorded. */
function issuedUs({ entry: { effectiveFrom, recordedAt } }: Recorded): number {
  const second = microseconds(effectiveFrom)
  return Math.min(Math.max(second, microseconds(recordedAt)), second + 999_999)
}

const yearOf = (issuedAt: string) => Number(civilDate(new Date(issuedAt)).slice(0, 4))

/** Each number that was given has its entry, so that whoever counts entries counts numbers. */
async function countOn(
  tx: Transaction<VaultTables>,
  [type, authority, year]: readonly [string, string, number],
): Promise<void> {
  await tx
    .insertInto('vault_counters')
    .values({ type, authority, year, given: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['type', 'authority', 'year'])
        .doUpdateSet((row) => ({ given: row('vault_counters.given', '+', 1) })),
    )
    .execute()
}

/** The file has the digest that was recorded; it was sealed here, and so checked, when that was. */
export async function takeKept(
  { tx }: Taking,
  recorded: Recorded,
  { file }: Extract<Documents, { of: 'kept' }>,
): Promise<void> {
  const { subject: identifier, digests, recordedAt } = recorded.entry
  const ticket = ticketOf(recorded)
  const { file: digest = '' } = digests
  const checked_us = microseconds(recordedAt)
  await tx
    .insertInto('vault_files')
    .values({ identifier, digest, size: file.size ?? 0, ticket, checked_us })
    .execute()
  await tx
    .updateTable('vault_licences')
    .set({ state: 'valid', ticket })
    .where('identifier', '=', identifier)
    .execute()
}

export async function takeVoid({ tx }: Taking, recorded: Recorded): Promise<void> {
  const { subject: identifier, effectiveFrom } = recorded.entry
  const { predecessor } = await licenceRow(tx, identifier)
  const now = { ticket: ticketOf(recorded), effective_us: microseconds(effectiveFrom) }
  await tx
    .updateTable('vault_licences')
    .set({ state: 'void', ...now })
    .where('identifier', '=', identifier)
    .execute()
  await giveBack(tx, identifier, predecessor)
}

/** A move of the table; where it leads to another licence, that one learns by which act it did. */
export async function takeAct(
  taking: Taking,
  recorded: Recorded,
  { type }: Extract<Documents, { of: 'act' }>,
): Promise<void> {
  const { office, tx } = taking
  const { subject: identifier, effectiveFrom, links, digests, kind } = recorded.entry
  const row = await licenceRow(tx, identifier)
  const { state } = required(stepsOf([recorded])[0])
  const successor = links?.successor ?? null
  const now = { ticket: ticketOf(recorded), effective_us: microseconds(effectiveFrom) }
  await tx
    .updateTable('vault_licences')
    .set({ state, successor, ...now })
    .where('identifier', '=', identifier)
    .execute()
  if (successor !== null) {
    const succession = { move: kind, act: digests.act } as Pick<Succession, 'move' | 'act'>
    await tx
      .updateTable('vault_licences')
      .set({ succession: JSON.stringify(succession) })
      .where('identifier', '=', successor)
      .execute()
  }
  await movePlaces(taking, { row, state, type, statement: () => statementOf(office, row) })
}

interface Moved {
  readonly row: LicenceRow
  readonly state: RecordedState
  readonly type: LicenceType
  readonly statement: () => Statement
}

async function movePlaces(taking: Taking, { row, state, type, statement }: Moved): Promise<void> {
  if (!holdsPlace(state)) await leavePlaces(taking.tx, row.identifier)
  else if (type.onePerHolder && !holdsPlace(row.state) && row.statement.length > 0) {
    await takePlacesOf(taking, row, statement())
  }
}

async function takePlacesOf(
  { office, tx }: Taking,
  { type, identifier }: LicenceRow,
  { holders }: Statement,
): Promise<void> {
  for (const holder of holders) {
    await tx
      .insertInto('vault_singles')
      .values({ type, holder: holderIndex(office, holder), identifier })
      .onConflict((conflict) => conflict.columns(['type', 'holder']).doUpdateSet({ identifier }))
      .execute()
  }
}

export async function licenceRow(tx: Transaction<VaultTables>, identifier: string): Promise<LicenceRow> {
  return tx
    .selectFrom('vault_licences')
    .selectAll()
    .where('identifier', '=', identifier)
    .executeTakeFirstOrThrow()
}
