import { type Element, malformed, Reader, tag } from '../asn1/reader.ts'
import { readIntegerBytes, readOid, readSmallInteger } from '../asn1/values.ts'
import { walk } from '../asn1/walk.ts'
import { error } from '../codes.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../crypto/scheme.ts'
import { limits } from '../limits.ts'
import { type DistinguishedName, readName } from '../name.ts'

/** Object identifiers of CMS content types and attributes. */
export const cmsOids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  algorithmProtection: '1.2.840.113549.1.9.52',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const

/** How a signer names its certificate (RFC 5652 §5.3). */
export type SignerIdentifier =
  | {
      readonly kind: 'issuerAndSerialNumber'
      readonly issuer: DistinguishedName
      readonly serial: Uint8Array
    }
  | { readonly kind: 'subjectKeyIdentifier'; readonly keyIdentifier: Uint8Array }

/** One SignerInfo, taken apart but not judged. */
export interface SignerInfo {
  readonly version: number
  readonly identifier: SignerIdentifier
  readonly digestAlgorithm: AlgorithmIdentifier
  /** The [0] element as it stands; what is signed is this with the tag of a SET. */
  readonly signedAttributes?: Element
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
}

/** One SignedData, taken apart but not judged. */
export interface SignedData {
  readonly version: number
  readonly digestAlgorithms: readonly AlgorithmIdentifier[]
  readonly contentType: string
  /** Attached content in its parts (one in DER); absent when detached. */
  readonly content?: readonly Uint8Array[]
  /** X.509 certificates as they stand, unread: an attacker may add any. */
  readonly certificates: readonly Uint8Array[]
  readonly signers: readonly SignerInfo[]
  /** Where the message ends in the bytes given. */
  readonly end: number
}

/**
 * Takes a CMS SignedData apart, in DER or BER. Counts are bounded before anything is parsed further.
 *
 * @throws VaultError `encoding-wrong`, `limit-exceeded`
 */
export function readSignedData(bytes: Uint8Array): SignedData {
  if (bytes.length > limits.cmsBytes)
    throw error('limit-exceeded', { name: 'cmsBytes', limit: limits.cmsBytes })
  const file = new Reader(bytes, 'BER')
  const contentInfo = file.expect(tag.sequence)
  const outer = contentInfo.inside()
  const kind = readOid(outer.expect(tag.oid))
  if (kind !== cmsOids.signedData) throw malformed('content of type {kind}, not signed data', 0, { kind })
  const explicit = outer.expect(tag.context(0)).inside()
  outer.finish()
  const fields = explicit.expect(tag.sequence).inside()
  explicit.finish()
  const version = readSmallInteger(fields.expect(tag.integer))
  if (version < 1 || version > 5)
    throw malformed('version {version}, which RFC 5652 does not know', 0, { version })
  const digestAlgorithms = list(fields.expect(tag.set), limits.signers, 'signers').map(
    readAlgorithmIdentifier,
  )
  const encapsulated = readEncapsulated(fields.expect(tag.sequence))
  const certificates = fields.optional(tag.context(0))
  fields.optional(tag.context(1))
  const signers = list(fields.expect(tag.set), limits.signers, 'signers').map(readSignerInfo)
  fields.finish()
  return {
    version,
    digestAlgorithms,
    ...encapsulated,
    // Other members than X.509 certificates carry a context tag and are not ours to read.
    certificates: certificates
      ? list(certificates, limits.certificates, 'certificates')
          .filter((member) => member.tag === tag.sequence)
          .map((member) => member.raw)
      : [],
    signers,
    end: contentInfo.end,
  }
}

/** The elements inside a SET OF or SEQUENCE OF, as many as allowed. */
export function list(element: Element, limit: number, name: string): readonly Element[] {
  const reader = element.inside()
  const members: Element[] = []
  while (!reader.done) {
    if (members.length >= limit) throw error('limit-exceeded', { name, limit })
    members.push(reader.next())
  }
  return members
}

function readEncapsulated(element: Element): Pick<SignedData, 'contentType' | 'content'> {
  const fields = element.inside()
  const contentType = readOid(fields.expect(tag.oid))
  const explicit = fields.optional(tag.context(0))
  fields.finish()
  if (!explicit) return { contentType }
  const reader = explicit.inside()
  const content = octets(reader.next())
  reader.finish()
  return { contentType, content }
}

/** The bytes of an OCTET STRING in its parts, which BER may nest. */
function octets(element: Element): readonly Uint8Array[] {
  if (element.tag === tag.octetString) return [element.contents]
  if (element.tag !== tag.octetStringParts) throw malformed('content that is no octet string', element.start)
  const parts: Uint8Array[] = []
  walk(element.inside(), (part) => {
    if (part.tag === tag.octetStringParts) return part.inside()
    if (part.tag !== tag.octetString)
      throw malformed('a part of the content that is no octet string', part.start)
    parts.push(part.contents)
    return undefined
  })
  return parts
}

function readSignerInfo(element: Element): SignerInfo {
  if (element.tag !== tag.sequence) throw malformed('a signer of another type', element.start)
  const fields = element.inside()
  const version = readSmallInteger(fields.expect(tag.integer))
  const identifier = readIdentifier(fields.next())
  const right = identifier.kind === 'issuerAndSerialNumber' ? 1 : 3
  if (version !== right)
    throw malformed('a signer of version {version} named as in version {right}', element.start, {
      version,
      right,
    })
  const digestAlgorithm = readAlgorithmIdentifier(fields.expect(tag.sequence))
  const signedAttributes = fields.optional(tag.context(0))
  const signatureAlgorithm = readAlgorithmIdentifier(fields.expect(tag.sequence))
  const signature = fields.expect(tag.octetString).contents
  // Unsigned attributes prove nothing.
  fields.optional(tag.context(1))
  fields.finish()
  return {
    version,
    identifier,
    digestAlgorithm,
    ...(signedAttributes && { signedAttributes }),
    signatureAlgorithm,
    signature,
  }
}

function readIdentifier(element: Element): SignerIdentifier {
  if (element.tag === tag.contextPrimitive(0)) {
    return { kind: 'subjectKeyIdentifier', keyIdentifier: element.contents }
  }
  if (element.tag !== tag.sequence) throw malformed('a signer without a name', element.start)
  const fields = element.inside('DER')
  const issuer = readName(fields.expect(tag.sequence))
  const serial = readIntegerBytes(fields.expect(tag.integer))
  fields.finish()
  return { kind: 'issuerAndSerialNumber', issuer, serial }
}
