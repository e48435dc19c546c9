import { randomBytes } from 'node:crypto'
import { rendererVersion } from '@licencevault/document'
import {
  composeIdentifier,
  fit,
  type LicenceType,
  type MoveName,
  makeStatement,
  type Order,
  readUscc,
  type Statement,
  writeNumber,
} from '@licencevault/licence'
import type { ActText } from '../acts.ts'
import type { Caller } from '../caller.ts'
import type { Catalogue } from '../catalogue/room.ts'
import { requireAuthority, requireRole } from '../may.ts'
import type { Office } from '../office.ts'
import type { Claim } from '../requests.ts'
import { civilDate, instant, microsecondsOf } from '../times.ts'
import { requireEntitlement, requireSeal } from './entitlement.ts'
import type { KnownType } from './presses.ts'

/** A licence that is asked for. */
export interface Asked {
  readonly caller: Caller
  readonly requestId: string
  readonly order: Order
  /** Where it takes the place of another one. */
  readonly succession?: Succession
}

/** How a licence takes another one's place. */
export interface Succession {
  readonly move: Extract<MoveName, 'replace' | 'renew' | 'reissue'>
  readonly predecessor: string
  /** Number and identifier's serial are those of the old version. */
  readonly number: string
  readonly serial: string
  readonly version: number
  /** SHA-256 of the act's text, a blob. */
  readonly act: string
  /** The same text, as the caller gave it. */
  readonly words: ActText
}

/** An order that may be recorded: only its number is still missing. */
export interface Checked extends Asked {
  readonly claim: Claim
  readonly known: KnownType
  readonly identifier: string
  readonly at: Date
  /** Makes the statement, once the number is known. */
  readonly state: (number: string) => Statement
  /** Microseconds, of the moment of issue. */
  readonly issuedUs: number
}

const SERIAL_LENGTH = 16
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Holds an order against everything that can refuse it before anything is recorded: role and authority,
 * type, fields, holders, entitlement and seal; and lays it out, which proves that it can be rendered.
 */
export async function check(
  office: Office,
  catalogue: Catalogue,
  press: (code: string, version: number) => Promise<KnownType>,
  asked: Asked & { readonly claim: Omit<Claim, 'subject'> },
): Promise<Checked> {
  const { caller, order, succession } = asked
  requireRole(caller, succession ? 'status' : 'issue')
  requireAuthority(caller, order.authority.code)
  const known = await press(order.type.code, order.type.version)
  const at = office.clock()
  const [issuedAt, issuedOn] = [instant(at), civilDate(at)]
  fit(known.type, order, issuedOn)
  await requireMandate(office, catalogue, order, at)
  const identifier = composeIdentifier({
    typeCode: order.type.code,
    issuerCode: order.authority.code,
    serial: succession?.serial ?? newSerial(),
    version: succession?.version ?? 1,
  })
  const salt = randomBytes(16)
  const { type } = known
  const state = (number: string) =>
    makeStatement({ type, order, identifier, number, issuedAt, issuedOn, salt, rendererVersion })
  known.press.layOut(state(succession?.number ?? sampleNumber(type, order, issuedOn)))
  const claim = { ...asked.claim, subject: identifier }
  return { ...asked, claim, known, identifier, at, state, issuedUs: microsecondsOf(at) }
}

/** Is the authority entitled now, and is the seal in use one of its own? */
async function requireMandate(office: Office, catalogue: Catalogue, order: Order, at: Date): Promise<void> {
  const authority = order.authority.code
  const trust = await catalogue.trust()
  requireEntitlement(trust, {
    authority,
    type: order.type.code,
    at: instant(at),
    ledger: office.ledger.name,
  })
  requireSeal(trust, authority, await office.sealOf(authority), at)
}

/** 80 random bits: no two licences have the same, and nobody learns from one how many there are. */
function newSerial(): string {
  const bytes = randomBytes(SERIAL_LENGTH)
  let serial = ''
  for (const byte of bytes) serial += alphabet[byte & 31]
  return serial
}

/** A number as long as the real one, for a licence that has none yet. */
function sampleNumber(type: LicenceType, order: Order, issuedOn: string): string {
  return numberOf(type, order, issuedOn, 1)
}

/** Writes a number by the type's rule. */
export function numberOf(type: LicenceType, order: Order, issuedOn: string, serial: number): string {
  const division = readUscc(order.authority.code).parts?.division
  const holderCode = order.holders[0]?.code
  return writeNumber(type.numbering, {
    year: Number(issuedOn.slice(0, 4)),
    ...(division !== undefined && { area: division }),
    serial,
    ...(holderCode !== undefined && { holderCode }),
  })
}
