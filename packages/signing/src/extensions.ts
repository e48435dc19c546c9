import type { Details } from '@licencevault/errors'
import { type Element, Reader, tag } from './asn1/reader.ts'
import { readBoolean, readNamedBits, readOid, readSmallInteger } from './asn1/values.ts'
import { error } from './codes.ts'
import { limits } from './limits.ts'
import { type Problem, problemOf } from './problems.ts'

/** Key usages of RFC 5280 §4.2.1.3, in the order of their bits. */
const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

/** What a key may be used for (RFC 5280 §4.2.1.3). */
export type KeyUsage = (typeof keyUsages)[number]

/** One extension as it stands. */
export interface Extension {
  readonly oid: string
  readonly critical: boolean
  /** The DER inside the octet string. */
  readonly value: Uint8Array
}

/** What a certificate's extensions say. A field that is absent was not in the certificate. */
export interface Extensions {
  readonly all: readonly Extension[]
  readonly basicConstraints?: { readonly ca: boolean; readonly pathLength?: number }
  readonly keyUsage?: readonly KeyUsage[]
  /** Object identifiers of the extended key usages. */
  readonly extendedKeyUsage?: readonly string[]
  readonly subjectKeyIdentifier?: Uint8Array
  /** Only the keyIdentifier part. */
  readonly authorityKeyIdentifier?: Uint8Array
}

export const extensionOids = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  issuerAltName: '2.5.29.18',
  crlNumber: '2.5.29.20',
  crlReason: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  expiredCertsOnCrl: '2.5.29.60',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
  certificateIssuer: '2.5.29.29',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
  authorityInformationAccess: '1.3.6.1.5.5.7.1.1',
} as const

type Readings = Omit<Extensions, 'all'>
type Parsed = { -readonly [K in keyof Readings]: Readings[K] }

const parsers: Readonly<Record<string, (value: Element, into: Parsed) => void>> = {
  [extensionOids.basicConstraints]: (value, into) => {
    const fields = sequence(value)
    const flag = fields.optional(tag.boolean)
    const ca = flag ? readBoolean(flag) : false
    const length = fields.optional(tag.integer)
    fields.finish()
    if (length && !ca) throw wrong('a path length without the CA flag')
    into.basicConstraints = length ? { ca, pathLength: readSmallInteger(length) } : { ca }
  },
  [extensionOids.keyUsage]: (value, into) => {
    if (value.tag !== tag.bitString) throw wrong('a key usage that is no bit string')
    const bits = readNamedBits(value)
    if (bits.length === 0) throw wrong('a key usage that allows nothing')
    into.keyUsage = bits.flatMap((bit) => keyUsages[bit] ?? [])
  },
  [extensionOids.extendedKeyUsage]: (value, into) => {
    const list = sequence(value)
    const usages: string[] = []
    do usages.push(readOid(list.expect(tag.oid)))
    while (!list.done)
    into.extendedKeyUsage = usages
  },
  [extensionOids.subjectKeyIdentifier]: (value, into) => {
    if (value.tag !== tag.octetString) throw wrong('a subject key identifier that is no octet string')
    into.subjectKeyIdentifier = value.contents
  },
  [extensionOids.authorityKeyIdentifier]: (value, into) => {
    const identifier = sequence(value).optional(tag.contextPrimitive(0))
    if (identifier) into.authorityKeyIdentifier = identifier.contents
  },
}

/** Reads the [3] field of a certificate. A second extension of the same kind is refused. */
export function readExtensions(field: Element | undefined): Extensions {
  const parsed: Parsed = {}
  if (!field) return { all: [] }
  const explicit = field.inside()
  const all = readExtensionList(explicit.expect(tag.sequence))
  explicit.finish()
  for (const { oid, value } of all) {
    const parse = parsers[oid]
    if (parse) parse(whole(value), parsed)
  }
  return { all, ...parsed }
}

/** Reads a SEQUENCE of extensions, of a certificate or of anything else that has some; at least one. */
export function readExtensionList(element: Element): readonly Extension[] {
  const all: Extension[] = []
  const list = element.inside()
  do {
    if (all.length >= limits.extensions) {
      throw error('limit-exceeded', { name: 'extensions', limit: limits.extensions })
    }
    const fields = list.expect(tag.sequence).inside()
    const oid = readOid(fields.expect(tag.oid))
    const flag = fields.optional(tag.boolean)
    const value = fields.expect(tag.octetString).contents
    fields.finish()
    // Some CAs write `critical FALSE` out, which DER forbids; it means the same and is signed as it stands.
    const critical = flag ? readBoolean(flag) : false
    if (all.some((known) => known.oid === oid)) throw wrong('the extension {oid} twice', { oid })
    all.push({ oid, critical, value })
  } while (!list.done)
  return all
}

/** One extension of a certificate. */
export function extensionOf(extensions: Extensions, oid: string): Extension | undefined {
  return extensions.all.find((extension) => extension.oid === oid)
}

function whole(value: Uint8Array): Element {
  const reader = new Reader(value)
  const element = reader.next()
  reader.finish()
  return element
}

function sequence(value: Element): Reader {
  if (value.tag !== tag.sequence) throw wrong('an extension of another type than its identifier says')
  return value.inside()
}

function wrong(problem: Problem, details?: Details): Error {
  return error('certificate-wrong', problemOf(problem, details))
}
