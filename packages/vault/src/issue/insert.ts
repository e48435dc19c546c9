import type { Draft } from '@licencevault/ledger'
import { composeQrToken, type Holder, qrUrl, type Statement, statementBytes } from '@licencevault/licence'
import { type TransactionRows, tablesOf } from '@licencevault/stores'
import { required } from '../act.ts'
import { sha256 } from '../documents.ts'
import type { Office } from '../office.ts'
import { requestDigest } from '../requests.ts'
import type { LicenceRow, VaultTables } from '../tables.ts'
import { microseconds } from '../times.ts'
import type { Checked } from './check.ts'
import { isCounted, numberAll } from './numbers.ts'

/** Orders that nothing refuses any more, in the transaction that records them. */
export interface Batch {
  readonly office: Office
  /** Of the paper key. */
  readonly keyId: Uint8Array
  readonly rows: TransactionRows
  readonly items: readonly Checked[]
}

/** What was written for one order. */
export interface Inserted {
  readonly row: LicenceRow
  readonly statement: Statement
}

/** Numbers the licences, states and codes them, proposes their entries and writes their rows. */
export async function insert({ office, keyId, rows, items }: Batch): Promise<ReadonlyMap<Checked, Inserted>> {
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
    .values(items.flatMap(({ order, ...item }) => holdersOf(office, { ...item, holders: order.holders })))
    .execute()
  return new Map(
    items.map((item, index) => {
      const { statement } = required(faces[index])
      return [item, { row: required(licences[index]), statement }]
    }),
  )
}

interface Face {
  readonly statement: Statement
  readonly bytes: Uint8Array
  readonly digest: string
  readonly qr: string
}

async function faceOf(office: Office, keyId: Uint8Array, statement: Statement): Promise<Face> {
  const bytes = statementBytes(statement)
  const digest = sha256(bytes)
  return { statement, bytes, digest, qr: await codeOf(office, keyId, statement, digest) }
}

/** Text of the printed code: the same for the same statement, paper key and address. */
export async function codeOf(
  { paperKey, verifyUrl }: Pick<Office, 'paperKey' | 'verifyUrl'>,
  keyId: Uint8Array,
  { identifier, validity }: Statement,
  digest: string,
): Promise<string> {
  const claims = { identifier, statementDigest: new Uint8Array(Buffer.from(digest, 'hex')), validity }
  return qrUrl(verifyUrl, await composeQrToken(claims, paperKey, keyId))
}

/** Last day of validity; nothing of one that is over when it is recorded, since no act ends before it begins. */
function endOf({ validity: { until }, issuedOn }: Statement): string | null {
  return until !== null && until >= issuedOn ? until : null
}

function draftOf({ caller, requestId, order, succession }: Checked, { statement, digest }: Face): Draft {
  return {
    kind: 'issued',
    subject: statement.identifier,
    effectiveFrom: statement.issuedAt,
    effectiveTo: endOf(statement),
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
    number_once: isCounted(item) ? onceIndex(office, order.type.code, statement.number) : null,
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

export function holdersOf(
  office: Office,
  {
    holders,
    identifier,
    issuedUs,
  }: { readonly holders: readonly Holder[]; readonly identifier: string; readonly issuedUs: number },
) {
  return holders.map((holder) => ({
    holder: office.personal.index('holder code', holder.code),
    code_type: holder.codeType,
    issued_us: issuedUs,
    identifier,
  }))
}

/** What no two licences of a type have, where numbers are counted. */
export const onceIndex = ({ personal }: Office, type: string, number: string): string =>
  personal.index('number once', `${type} ${number}`)

export const numberIndex = ({ personal }: Office, number: string): string => personal.index('number', number)

/** What all versions of a licence share: the identifier without version and check character. */
export const baseOf = (identifier: string): string => identifier.split('.').slice(0, -2).join('.')
