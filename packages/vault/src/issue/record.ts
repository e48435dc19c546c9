import type { VaultError } from '@licencevault/errors'
import type { Draft, Recorded } from '@licencevault/ledger'
import {
  composeQrToken,
  move,
  paperKeyId,
  qrUrl,
  type Statement,
  statementBytes,
} from '@licencevault/licence'
import { type TransactionRows, tablesOf } from '@licencevault/stores'
import type { Transaction } from 'kysely'
import { required } from '../act.ts'
import { error } from '../codes.ts'
import { sha256 } from '../documents.ts'
import type { Office } from '../office.ts'
import { claimAll, keyOf, requestDigest, requireSame } from '../requests.ts'
import type { LicenceRow, RequestRow, VaultTables } from '../tables.ts'
import { microseconds } from '../times.ts'
import type { Checked } from './check.ts'
import { isCounted, numberAll } from './numbers.ts'
import { Race, takePlaces } from './singles.ts'
import { refuseTypes } from './type-in-force.ts'

/** What became of one order in transaction A. */
export type Placed =
  | { readonly how: 'recorded'; readonly licence: Unfinished }
  | { readonly how: 'before'; readonly identifier: string }
  | { readonly how: 'refused'; readonly error: VaultError }

/** A licence that is recorded and has no file yet: all it takes to make one, whenever. */
export interface Unfinished {
  readonly identifier: string
  readonly statement: Statement
  readonly statementDigest: string
  /** Text of the printed code. */
  readonly qr: string
  readonly actor: Draft['actor']
  readonly predecessor: string | null
  readonly succession: string | null
  /** Its entry `issued`, once it stands under a signed checkpoint. */
  readonly issued: Promise<Recorded>
}

/** Two who race for the same place come to an end after so many attempts. */
const ATTEMPTS = 10

/**
 * Transaction A for many orders at once: request, number, statement, printed code and pending entry, all of
 * them or nothing. What refuses one order refuses no other.
 */
export async function recordAll(office: Office, items: readonly Checked[]): Promise<readonly Placed[]> {
  const { db, ledger } = office
  const keyId = await paperKeyId(office.paperKey.publicKey)
  for (let attempt = 1; ; attempt++) {
    try {
      const written = await db.transaction((rows) => write({ office, keyId, rows, items }))
      const tickets = [...written.values()].flatMap((one) =>
        one.how === 'recorded' ? [one.row.issued_ticket] : [],
      )
      const settled = tickets.length > 0 ? ledger.settle(tickets) : Promise.resolve([])
      settled.catch(() => {})
      const place = new Map(tickets.map((ticket, index) => [ticket, index]))
      return items.map((item): Placed => {
        const one = required(written.get(item))
        if (one.how !== 'recorded') return one
        const issued = settled.then((all) => required(all[place.get(one.row.issued_ticket) ?? -1]))
        issued.catch(() => {})
        return { how: 'recorded', licence: unfinished(one.row, one.statement, issued) }
      })
    } catch (cause) {
      if (!(cause instanceof Race) || attempt === ATTEMPTS) throw cause
    }
  }
}

export function unfinished(row: LicenceRow, statement: Statement, issued: Promise<Recorded>): Unfinished {
  const {
    identifier,
    statement_digest: statementDigest,
    qr,
    application,
    role,
    predecessor,
    succession,
  } = row
  return {
    identifier,
    statement,
    statementDigest,
    qr,
    actor: { application, role },
    predecessor,
    succession,
    issued,
  }
}

type Written =
  | { readonly how: 'recorded'; readonly row: LicenceRow; readonly statement: Statement }
  | Exclude<Placed, { how: 'recorded' }>

interface Batch {
  readonly office: Office
  readonly keyId: Uint8Array
  readonly rows: TransactionRows
  readonly items: readonly Checked[]
}

async function write({ office, keyId, rows, items }: Batch): Promise<ReadonlyMap<Checked, Written>> {
  const tx = tablesOf<VaultTables>(rows)
  const written = new Map<Checked, Written>()
  const refuse = (refused: ReadonlyMap<Checked, VaultError>) => {
    for (const [item, problem] of refused) written.set(item, { how: 'refused', error: problem })
  }
  const firsts = new Map<string, Checked>()
  for (const item of items) if (!firsts.has(keyOf(item.claim))) firsts.set(keyOf(item.claim), item)
  const before = await claimAll(
    tx,
    [...firsts.values()].map(({ claim }) => claim),
  )
  for (const item of firsts.values()) {
    const row = before.get(keyOf(item.claim))
    if (row) written.set(item, sameAsBefore(item, row))
  }
  const open = () => [...firsts.values()].filter((item) => !written.has(item))
  refuse(await refuseTypes(tx, open()))
  refuse(await takePredecessors(tx, open()))
  refuse(await takePlaces(office, tx, open()))
  await forget(
    tx,
    [...firsts.values()].filter((item) => written.get(item)?.how === 'refused'),
  )
  const placed = open()
  if (placed.length > 0) {
    for (const [item, one] of await insert({ office, keyId, rows, items: placed })) written.set(item, one)
  }
  for (const item of items) {
    if (!written.has(item))
      written.set(item, sameAsFirst(item, required(firsts.get(keyOf(item.claim))), written))
  }
  return written
}

function sameAsBefore({ claim }: Checked, row: RequestRow): Written {
  try {
    requireSame(claim, row)
    return { how: 'before', identifier: row.subject }
  } catch (cause) {
    return { how: 'refused', error: cause as VaultError }
  }
}

/** The same request twice in one batch: the second is a repetition of the first. */
function sameAsFirst(item: Checked, first: Checked, written: ReadonlyMap<Checked, Written>): Written {
  const one = required(written.get(first))
  if (one.how === 'refused') return one
  const { identifier: subject } = one.how === 'recorded' ? one.row : one
  return sameAsBefore(item, { ...first.claim, subject, ticket: 0 })
}

/** What was refused was never asked: it may be asked again once its cause is mended. */
async function forget(tx: Transaction<VaultTables>, refused: readonly Checked[]): Promise<void> {
  for (const { claim } of refused) {
    await tx
      .deleteFrom('vault_requests')
      .where('application', '=', claim.application)
      .where('request', '=', claim.request)
      .where('subject', '=', claim.subject)
      .execute()
  }
}

/** Claims the licences whose places are to be taken, so that nothing else happens to them meanwhile. */
async function takePredecessors(
  tx: Transaction<VaultTables>,
  items: readonly Checked[],
): Promise<ReadonlyMap<Checked, VaultError>> {
  const refused = new Map<Checked, VaultError>()
  for (const item of items) {
    const { succession, identifier: successor } = item
    if (!succession) continue
    const { predecessor: identifier, move: name } = succession
    const { numUpdatedRows } = await tx
      .updateTable('vault_licences')
      .set({ successor })
      .where('identifier', '=', identifier)
      .where('successor', 'is', null)
      .where('state', '=', 'valid')
      .executeTakeFirst()
    if (numUpdatedRows === 1n) continue
    const row = await tx
      .selectFrom('vault_licences')
      .select(['state', 'successor'])
      .where('identifier', '=', identifier)
      .executeTakeFirst()
    refused.set(item, whyNot(row, { identifier, name, successor }))
  }
  return refused
}

function whyNot(
  row: Pick<LicenceRow, 'state' | 'successor'> | undefined,
  {
    identifier,
    name,
    successor,
  }: { identifier: string; name: 'replace' | 'renew' | 'reissue'; successor: string },
): VaultError {
  if (!row) return error('licence-unknown', { identifier })
  try {
    move(row.state, name, { decision: '-', successor })
  } catch (cause) {
    return cause as VaultError
  }
  return error('licence-being-replaced', { identifier, successor: row.successor ?? '–' })
}

async function insert({ office, keyId, rows, items }: Batch): Promise<ReadonlyMap<Checked, Written>> {
  const tx = tablesOf<VaultTables>(rows)
  const numbers = await numberAll(tx, items)
  const faces = await Promise.all(
    items.map((item, index) => faceOf(office, keyId, item.state(required(numbers[index])))),
  )
  const tickets = await office.ledger.propose(
    rows,
    items.map((item, index) => draftOf(item, required(faces[index]))),
  )
  const licences = items.map((item, index) =>
    rowOf(office, item, required(faces[index]), required(tickets[index])),
  )
  await tx.insertInto('vault_licences').values(licences).execute()
  await tx
    .insertInto('vault_holders')
    .values(items.flatMap((item) => holdersOf(office, item)))
    .execute()
  return new Map(
    items.map((item, index) => {
      const { statement } = required(faces[index])
      return [item, { how: 'recorded', row: required(licences[index]), statement }]
    }),
  )
}

interface Face {
  readonly statement: Statement
  readonly bytes: Uint8Array
  readonly digest: string
  readonly qr: string
}

async function faceOf(
  { paperKey, verifyUrl }: Office,
  keyId: Uint8Array,
  statement: Statement,
): Promise<Face> {
  const bytes = statementBytes(statement)
  const digest = sha256(bytes)
  const { identifier, validity } = statement
  const claims = { identifier, statementDigest: new Uint8Array(Buffer.from(digest, 'hex')), validity }
  return { statement, bytes, digest, qr: qrUrl(verifyUrl, await composeQrToken(claims, paperKey, keyId)) }
}

function draftOf({ caller, requestId, order, succession }: Checked, { statement, digest }: Face): Draft {
  return {
    kind: 'issued',
    subject: statement.identifier,
    effectiveFrom: statement.issuedAt,
    authority: order.authority.code,
    type: `${order.type.code}@${order.type.version}`,
    digests: { statement: digest },
    ...(succession && { links: { predecessor: succession.predecessor } }),
    actor: { application: caller.application, role: caller.role },
    request: requestDigest(caller, requestId),
  }
}

function rowOf(office: Office, item: Checked, face: Face, ticket: number): LicenceRow {
  const { personal } = office
  const { caller, order, identifier, succession, issuedUs } = item
  const { statement, bytes, digest, qr } = face
  const version = succession?.version ?? 1
  return {
    identifier,
    base: baseOf(identifier),
    version,
    type: order.type.code,
    type_version: order.type.version,
    authority: order.authority.code,
    number: numberIndex(office, statement.number),
    number_once: isCounted(item)
      ? personal.index('number once', `${order.type.code} ${statement.number}`)
      : null,
    valid_from: statement.validity.from,
    valid_until: statement.validity.until,
    issued_us: issuedUs,
    issued_on: statement.issuedOn,
    statement: personal.close(bytes, identifier),
    statement_digest: digest,
    qr,
    state: 'issuing',
    ticket,
    effective_us: microseconds(statement.issuedAt),
    issued_ticket: ticket,
    predecessor: succession?.predecessor ?? null,
    succession: succession ? JSON.stringify({ move: succession.move, act: succession.act }) : null,
    successor: null,
    application: caller.application,
    role: caller.role,
  }
}

function holdersOf(office: Office, { order, identifier, issuedUs }: Checked) {
  const rows = order.holders.map((holder) => ({
    holder: office.personal.index('holder code', holder.code),
    code_type: holder.codeType,
    issued_us: issuedUs,
    identifier,
  }))
  return rows
}

export const numberIndex = ({ personal }: Office, number: string): string => personal.index('number', number)

/** What all versions of a licence share: the identifier without version and check character. */
export const baseOf = (identifier: string): string => identifier.split('.').slice(0, -2).join('.')
