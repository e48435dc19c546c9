import type { Details } from '@licencevault/errors'
import { type Element, Reader, tag } from '../asn1/reader.ts'
import { requireDer } from '../asn1/strict.ts'
import { readIntegerBytes, readOid, readSmallInteger, readTime, readWholeBits } from '../asn1/values.ts'
import { error } from '../codes.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../crypto/scheme.ts'
import { type Extension, extensionOids, readExtensionList } from '../extensions.ts'
import { limits } from '../limits.ts'
import { type DistinguishedName, readName } from '../name.ts'
import { type Problem, problemOf } from '../problems.ts'
import { type RevocationReason, reasonOf } from './reasons.ts'

export const ocspOids = {
  basic: '1.3.6.1.5.5.7.48.1.1',
  nonce: '1.3.6.1.5.5.7.48.1.2',
  archiveCutoff: '1.3.6.1.5.5.7.48.1.6',
  extendedRevoke: '1.3.6.1.5.5.7.48.1.9',
} as const

/** How a responder answers that it gives no answer (RFC 6960 §4.2.1). */
const statuses = {
  0: 'successful',
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
} as const

/** An OCSP response, read strictly (RFC 6960) and not judged. Byte fields are views. */
export type OcspResponse =
  | { readonly status: Exclude<(typeof statuses)[keyof typeof statuses], 'successful'> }
  | ({ readonly status: 'successful' } & BasicOcspResponse)

/** What a responder signed, taken apart but not judged. */
export interface BasicOcspResponse {
  /** The signed part. */
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  /** Certificates that the responder sends along, unread: anyone may add some. */
  readonly certificates: readonly Uint8Array[]
  readonly responder:
    | { readonly kind: 'name'; readonly name: DistinguishedName }
    | { readonly kind: 'key'; readonly sha1: Uint8Array }
  readonly producedAt: Date
  readonly answers: readonly OcspAnswer[]
  readonly nonce?: Uint8Array
  /** Critical extensions of the whole that are not processed here. */
  readonly unknown: readonly string[]
}

/** What a response says of one certificate. */
export interface OcspAnswer {
  readonly hash: AlgorithmIdentifier
  readonly issuerNameHash: Uint8Array
  readonly issuerKeyHash: Uint8Array
  readonly serial: Uint8Array
  readonly certificate:
    | { readonly status: 'good' }
    | { readonly status: 'unknown' }
    | { readonly status: 'revoked'; readonly revokedAt: Date; readonly reason: RevocationReason }
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  /** Certificates that ended since then are still answered about. */
  readonly archiveCutoff?: Date
  /** Critical extensions of this answer that are not processed here. */
  readonly unknown: readonly string[]
}

/**
 * Reads one OCSP response.
 *
 * @throws VaultError `encoding-wrong`, `ocsp-wrong`, `limit-exceeded`
 */
export function readOcspResponse(der: Uint8Array): OcspResponse {
  if (der.length > limits.ocspBytes)
    throw error('limit-exceeded', { name: 'ocspBytes', limit: limits.ocspBytes })
  const file = new Reader(der)
  const outer = file.expect(tag.sequence)
  file.finish()
  requireDer(outer)
  const fields = outer.inside()
  const code = readSmallInteger(fields.expect(tag.enumerated))
  const status = statuses[code as keyof typeof statuses]
  if (!status) throw wrong('a response status that does not exist')
  const bytes = fields.optional(tag.context(0))
  fields.finish()
  if (status !== 'successful') return { status }
  if (!bytes) throw wrong('a response without its bytes')
  const explicit = bytes.inside()
  const response = explicit.expect(tag.sequence).inside()
  explicit.finish()
  const oid = readOid(response.expect(tag.oid))
  const basic = response.expect(tag.octetString).contents
  response.finish()
  if (oid !== ocspOids.basic) throw wrong('a response of type {oid}', { oid })
  return { status, ...readBasic(basic) }
}

function readBasic(der: Uint8Array): BasicOcspResponse {
  const file = new Reader(der)
  const outer = file.expect(tag.sequence)
  file.finish()
  requireDer(outer)
  const parts = outer.inside()
  const tbs = parts.expect(tag.sequence)
  const signatureAlgorithm = readAlgorithmIdentifier(parts.expect(tag.sequence))
  const signature = readWholeBits(parts.expect(tag.bitString))
  const certificates = parts.optional(tag.context(0))
  parts.finish()
  return { tbs: tbs.raw, signatureAlgorithm, signature, certificates: sent(certificates), ...readData(tbs) }
}

function sent(field: Element | undefined): readonly Uint8Array[] {
  if (!field) return []
  const explicit = field.inside()
  const list = explicit.expect(tag.sequence).inside()
  explicit.finish()
  const found: Uint8Array[] = []
  while (!list.done) {
    if (found.length >= limits.certificates) {
      throw error('limit-exceeded', { name: 'certificates', limit: limits.certificates })
    }
    found.push(list.expect(tag.sequence).raw)
  }
  return found
}

function readData(
  tbs: Element,
): Pick<BasicOcspResponse, 'responder' | 'producedAt' | 'answers' | 'nonce' | 'unknown'> {
  const fields = tbs.inside()
  // Version 1 is the default, so DER leaves it out; there is no other.
  const version = fields.optional(tag.context(0))
  if (version && readSmallInteger(version.inside().expect(tag.integer)) !== 0) {
    throw wrong('a version other than 1')
  }
  const responder = readResponder(fields.next())
  const producedAt = readTime(fields.expect(tag.generalizedTime))
  const list = fields.expect(tag.sequence).inside()
  const answers: OcspAnswer[] = []
  while (!list.done) {
    if (answers.length >= limits.ocspResponses) {
      throw error('limit-exceeded', { name: 'ocspResponses', limit: limits.ocspResponses })
    }
    answers.push(readAnswer(list.expect(tag.sequence)))
  }
  const extensions = extensionsIn(fields.optional(tag.context(1)))
  fields.finish()
  const nonce = extensions.find(({ oid }) => oid === ocspOids.nonce)
  return {
    responder,
    producedAt,
    answers,
    ...(nonce && { nonce: readNonce(nonce.value) }),
    unknown: unknownOf(extensions, [ocspOids.nonce, ocspOids.extendedRevoke]),
  }
}

function readResponder(element: Element): BasicOcspResponse['responder'] {
  const explicit = element.inside()
  if (element.tag === tag.context(1)) {
    const name = readName(explicit.expect(tag.sequence))
    explicit.finish()
    return { kind: 'name', name }
  }
  if (element.tag !== tag.context(2)) throw wrong('a responder of an unknown kind')
  const sha1 = explicit.expect(tag.octetString).contents
  explicit.finish()
  return { kind: 'key', sha1 }
}

function readAnswer(element: Element): OcspAnswer {
  const fields = element.inside()
  const id = fields.expect(tag.sequence).inside()
  const hash = readAlgorithmIdentifier(id.expect(tag.sequence))
  const issuerNameHash = id.expect(tag.octetString).contents
  const issuerKeyHash = id.expect(tag.octetString).contents
  const serial = readIntegerBytes(id.expect(tag.integer))
  id.finish()
  const certificate = readStatus(fields.next())
  const thisUpdate = readTime(fields.expect(tag.generalizedTime))
  const next = fields.optional(tag.context(0))
  const nextUpdate = next && only(next, readTime)
  const extensions = extensionsIn(fields.optional(tag.context(1)))
  fields.finish()
  const cutoff = extensions.find(({ oid }) => oid === ocspOids.archiveCutoff)
  return {
    hash,
    issuerNameHash,
    issuerKeyHash,
    serial,
    certificate,
    thisUpdate,
    ...(nextUpdate && { nextUpdate }),
    ...(cutoff && { archiveCutoff: readTime(new Reader(cutoff.value).expect(tag.generalizedTime)) }),
    // What an entry of a CRL may say in an answer too (RFC 6960 §4.4.5).
    unknown: unknownOf(extensions, [
      ocspOids.archiveCutoff,
      extensionOids.crlReason,
      extensionOids.invalidityDate,
    ]),
  }
}

function readStatus(element: Element): OcspAnswer['certificate'] {
  if (element.tag === tag.contextPrimitive(0) && element.from === element.to) return { status: 'good' }
  if (element.tag === tag.contextPrimitive(2) && element.from === element.to) return { status: 'unknown' }
  if (element.tag !== tag.context(1)) throw wrong('a certificate status that does not exist')
  const fields = element.inside()
  const revokedAt = readTime(fields.expect(tag.generalizedTime))
  const explicit = fields.optional(tag.context(0))
  fields.finish()
  const code = explicit ? only(explicit, readEnumerated) : 0
  const reason = reasonOf(code)
  if (!reason) throw wrong('a reason for revoking that does not exist')
  return { status: 'revoked', revokedAt, reason }
}

function readEnumerated(element: Element): number {
  if (element.tag !== tag.enumerated) throw wrong('a reason for revoking that does not exist')
  return readSmallInteger(element)
}

/** A nonce is an octet string of 1 to 128 bytes (RFC 9654); old responders put the bytes in as they are. */
function readNonce(value: Uint8Array): Uint8Array {
  const reader = new Reader(value)
  const bytes = reader.peek() === tag.octetString ? reader.next().contents : value
  if (bytes.length < 1 || bytes.length > 128) throw wrong('a nonce of {bytes} bytes', { bytes: bytes.length })
  return bytes
}

function extensionsIn(field: Element | undefined): readonly Extension[] {
  if (!field) return []
  const explicit = field.inside()
  const list = readExtensionList(explicit.expect(tag.sequence))
  explicit.finish()
  return list
}

const unknownOf = (extensions: readonly Extension[], processed: readonly string[]) =>
  extensions.filter(({ oid, critical }) => critical && !processed.includes(oid)).map(({ oid }) => oid)

function only<T>(element: Element, read: (inner: Element) => T): T {
  const reader = element.inside()
  const value = read(reader.next())
  reader.finish()
  return value
}

function wrong(problem: Problem, details?: Details): Error {
  return error('ocsp-wrong', problemOf(problem, details))
}
