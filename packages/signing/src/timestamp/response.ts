import type { HashName } from '@licencevault/keys'
import { type Element, Reader, tag } from '../asn1/reader.ts'
import { readNamedBits, readSmallInteger } from '../asn1/values.ts'
import { encode, encodeInteger, encodeOid } from '../asn1/write.ts'
import { concat } from '../bytes.ts'
import { error } from '../codes.ts'
import { hashOids } from '../crypto/scheme.ts'
import { type Problem, problemOf } from '../problems.ts'

/** What a time-stamp is asked for. */
export interface TimeStampRequest {
  readonly hash: HashName
  /** The digest of what is to be time-stamped. */
  readonly digest: Uint8Array
  /** Contents octets of a non-negative INTEGER, so that the answer cannot be an older one. */
  readonly nonce?: Uint8Array
  /** The policy that is wanted; the authority's own unless given. */
  readonly policy?: string
}

/** Writes a request to a time-stamp authority (RFC 3161 §2.4.1), which asks for its certificate too. */
export function timeStampRequest({ hash, digest, nonce, policy }: TimeStampRequest): Uint8Array<ArrayBuffer> {
  const algorithm = encode(tag.sequence, encodeOid(hashOids[hash]), Uint8Array.of(tag.null, 0))
  const imprint = encode(tag.sequence, algorithm, encode(tag.octetString, digest))
  return concat([
    encode(
      tag.sequence,
      encodeInteger(1),
      imprint,
      ...(policy === undefined ? [] : [encodeOid(policy)]),
      ...(nonce ? [encode(tag.integer, nonce)] : []),
      encode(tag.boolean, Uint8Array.of(0xff)),
    ),
  ])
}

/** How an authority answers (RFC 3161 §2.4.2 PKIStatus). */
const statuses = [
  'granted',
  'grantedWithMods',
  'rejection',
  'waiting',
  'revocationWarning',
  'revocationNotification',
] as const

/** Why it refuses, by the bit of PKIFailureInfo. */
const failures: Readonly<Record<number, string>> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
}

/** What a time-stamp authority answered; the token, if any, is not judged. */
export interface TimeStampResponse {
  readonly status: (typeof statuses)[number]
  /** Words of RFC 3161, or `bit N`. */
  readonly failures: readonly string[]
  /** There exactly when it was granted. */
  readonly token?: Uint8Array
}

/**
 * Reads a time-stamp authority's answer.
 *
 * @throws VaultError `encoding-wrong`, `timestamp-response-wrong`
 */
export function readTimeStampResponse(bytes: Uint8Array): TimeStampResponse {
  const file = new Reader(bytes, 'BER')
  const outer = file.expect(tag.sequence)
  file.finish()
  const fields = outer.inside()
  const { status, failures: why } = readStatus(fields.expect(tag.sequence))
  const token = fields.optional(tag.sequence)
  fields.finish()
  const granted = status === 'granted' || status === 'grantedWithMods'
  if (granted && !token) throw wrong('a granted response without a token')
  if (!granted && token) throw wrong('a refused response with a token')
  return { status, failures: why, ...(token && { token: token.raw }) }
}

function readStatus(element: Element): Pick<TimeStampResponse, 'status' | 'failures'> {
  const fields = element.inside('DER')
  const status = statuses[readSmallInteger(fields.expect(tag.integer))]
  if (!status) throw wrong('a status that does not exist')
  // Free text, in the authority's own words and language.
  fields.optional(tag.sequence)
  const bits = fields.optional(tag.bitString)
  fields.finish()
  return { status, failures: bits ? readNamedBits(bits).map((bit) => failures[bit] ?? `bit ${bit}`) : [] }
}

function wrong(problem: Problem): Error {
  return error('timestamp-response-wrong', problemOf(problem))
}
