import { type Element, malformed, Reader, tag } from '../asn1/reader.ts'
import { requireDer, sameBytes } from '../asn1/strict.ts'
import { readBoolean, readNamedBits, readSmallInteger, readTime, readWholeBits } from '../asn1/values.ts'
import { encode } from '../asn1/write.ts'
import { error } from '../codes.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../crypto/scheme.ts'
import { extensionOids, readExtensionList } from '../extensions.ts'
import { type GeneralName, readGeneralNames } from '../general-name.ts'
import { limits } from '../limits.ts'
import { type DistinguishedName, readName } from '../name.ts'
import { type Problem, problemOf } from '../problems.ts'
import { type CrlEntries, readEntries } from './crl-entries.ts'
import { type RevocationReason, revocationReasons } from './reasons.ts'

/** A certificate revocation list, read strictly (RFC 5280 §5) and not judged. Byte fields are views. */
export interface Crl {
  /** The signed part. */
  readonly tbs: Uint8Array
  /** How the issuer signed; the same inside and outside. */
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly issuer: DistinguishedName
  readonly thisUpdate: Date
  /** When the next one is due. */
  readonly nextUpdate?: Date
  readonly entries: CrlEntries
  /** Only the keyIdentifier part. */
  readonly authorityKeyIdentifier?: Uint8Array
  /** A list of changes since the one with this number, and so of no use by itself. */
  readonly delta: boolean
  /** What it is a list of; all certificates of the issuer when absent. */
  readonly scope?: CrlScope
  /** Expired certificates stay listed from then on (ISO/IEC 9594-8 expiredCertsOnCRL). */
  readonly expiredSince?: Date
  /** Critical extensions that are not processed here. */
  readonly unknown: readonly string[]
}

/** Issuing distribution point (RFC 5280 §5.2.5). */
export interface CrlScope {
  /** Names of the distribution point; absent when it has none. */
  readonly names?: readonly GeneralName[]
  readonly only?: 'users' | 'authorities' | 'attributes'
  /** The only reasons for which certificates are listed; all when absent. */
  readonly reasons?: readonly RevocationReason[]
  /** It lists certificates of other issuers too. */
  readonly indirect: boolean
}

/**
 * Reads one CRL. Its entries are walked once and put in a table of offsets, so a million of them cost
 * their bytes and a few more; nothing is made of an entry before it is asked for.
 *
 * @param der one DER CRL, not PEM
 * @throws VaultError `encoding-wrong`, `crl-wrong`, `limit-exceeded`
 */
export function readCrl(der: Uint8Array): Crl {
  if (der.length > limits.crlBytes)
    throw error('limit-exceeded', { name: 'crlBytes', limit: limits.crlBytes })
  const file = new Reader(der)
  const outer = file.expect(tag.sequence)
  file.finish()
  const parts = outer.inside()
  const tbs = parts.expect(tag.sequence)
  const algorithm = parts.expect(tag.sequence)
  const signature = readWholeBits(parts.expect(tag.bitString))
  parts.finish()
  return { tbs: tbs.raw, signature, ...readTbs(tbs, algorithm) }
}

function readTbs(tbs: Element, outerAlgorithm: Element): Omit<Crl, 'tbs' | 'signature'> {
  const fields = tbs.inside()
  const version = fields.optional(tag.integer)
  if (version && readSmallInteger(version) !== 1) throw wrong('a version other than 1 or 2')
  const algorithm = fields.expect(tag.sequence)
  if (!sameBytes(algorithm.raw, outerAlgorithm.raw)) {
    throw wrong('the signature algorithm inside and outside differ')
  }
  const issuer = readName(fields.expect(tag.sequence))
  if (issuer.empty) throw wrong('the issuer has no name')
  const thisUpdate = readTime(fields.next())
  const timed = fields.peek() === tag.utcTime || fields.peek() === tag.generalizedTime
  const nextUpdate = timed ? readTime(fields.next()) : undefined
  const entries = readEntries(fields.optional(tag.sequence), version !== undefined)
  const extensions = fields.optional(tag.context(0))
  fields.finish()
  if (extensions && !version) throw wrong('extensions in a list of version 1')
  return {
    signatureAlgorithm: readAlgorithmIdentifier(algorithm),
    issuer,
    thisUpdate,
    ...(nextUpdate && { nextUpdate }),
    entries,
    ...readCrlExtensions(extensions, issuer),
  }
}

type CrlExtensions = Pick<Crl, 'authorityKeyIdentifier' | 'delta' | 'scope' | 'expiredSince' | 'unknown'>

function readCrlExtensions(field: Element | undefined, issuer: DistinguishedName): CrlExtensions {
  const found: { -readonly [K in keyof CrlExtensions]: CrlExtensions[K] } = { delta: false, unknown: [] }
  const unknown: string[] = []
  const list = field?.inside()
  const all = list ? readExtensionList(list.expect(tag.sequence)) : []
  list?.finish()
  for (const { oid, critical, value } of all) {
    const reader = new Reader(value)
    const element = reader.next()
    reader.finish()
    if (element.tag & 0x20) requireDer(element)
    if (oid === extensionOids.deltaCrlIndicator) found.delta = true
    else if (oid === extensionOids.issuingDistributionPoint) found.scope = readScope(element, issuer)
    else if (oid === extensionOids.authorityKeyIdentifier) {
      const identifier = element.inside().optional(tag.contextPrimitive(0))
      if (identifier) found.authorityKeyIdentifier = identifier.contents
    } else if (oid === extensionOids.expiredCertsOnCrl) found.expiredSince = readTime(element)
    // RFC 5280 §5.2: whatever else is critical changes what the list means.
    else if (critical) unknown.push(oid)
    if (oid === extensionOids.authorityKeyIdentifier && critical) unknown.push(oid)
  }
  return { ...found, unknown }
}

function readScope(element: Element, issuer: DistinguishedName): CrlScope {
  if (element.tag !== tag.sequence)
    throw malformed('an extension of another type than its identifier says', 0)
  const fields = element.inside()
  const point = fields.optional(tag.context(0))
  const users = flag(fields.optional(tag.contextPrimitive(1)))
  const authorities = flag(fields.optional(tag.contextPrimitive(2)))
  const someReasons = fields.optional(tag.contextPrimitive(3))
  const indirect = flag(fields.optional(tag.contextPrimitive(4)))
  const attributes = flag(fields.optional(tag.contextPrimitive(5)))
  fields.finish()
  if (Number(users) + Number(authorities) + Number(attributes) > 1) {
    throw wrong('a distribution point for users, authorities and attributes alone at once')
  }
  const names = point && readPointName(point, issuer)
  return {
    ...(names && { names }),
    ...(users && { only: 'users' as const }),
    ...(authorities && { only: 'authorities' as const }),
    ...(attributes && { only: 'attributes' as const }),
    ...(someReasons && { reasons: readReasonFlags(someReasons) }),
    indirect,
  }
}

/** The names of a DistributionPointName; one that is relative is told in full, below the CRL's issuer. */
export function readPointName(explicit: Element, issuer: DistinguishedName): readonly GeneralName[] {
  const reader = explicit.inside()
  const choice = reader.next()
  reader.finish()
  if (choice.tag === tag.context(0)) return readGeneralNames(choice)
  if (choice.tag !== tag.context(1)) throw malformed('a distribution point of an unknown kind', choice.start)
  const above = new Reader(issuer.der).expect(tag.sequence).contents
  const whole = encode(tag.sequence, above, encode(tag.set, choice.contents))
  return [{ kind: 'directory', name: readName(new Reader(whole).expect(tag.sequence)) }]
}

/** ReasonFlags (RFC 5280 §4.2.1.13): bit 0 is unused, and so says nothing. */
export function readReasonFlags(element: Element): readonly RevocationReason[] {
  return readNamedBits(element).flatMap(
    (bit) => revocationReasons.find((row) => 'flag' in row && row.flag === bit)?.name ?? [],
  )
}

/** A DEFAULT FALSE that is written out is not DER; it stands as it is signed, and means the same. */
function flag(element: Element | undefined): boolean {
  return element ? readBoolean(element) : false
}

function wrong(problem: Problem): Error {
  return error('crl-wrong', problemOf(problem))
}
