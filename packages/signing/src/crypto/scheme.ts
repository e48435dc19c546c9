import { type AlgorithmName, algorithms, type HashName } from '@licencevault/keys'
import { type Element, malformed, tag } from '../asn1/reader.ts'
import { requireDer } from '../asn1/strict.ts'
import { readOid, readSmallInteger } from '../asn1/values.ts'
import { type Curve, curveNames, curves, type PublicKey } from './public-key.ts'

/**
 * How a signature is checked. Wider than the table of algorithms we sign with: certificates of real
 * CAs are signed with RSA and SHA-512, or on P-384 with SHA-256.
 */
export interface SignatureScheme {
  readonly kind: 'ECDSA' | 'RSASSA-PKCS1-v1_5' | 'RSASSA-PSS' | 'Ed25519'
  /** The hash inside; for Ed25519 the SHA-512 that CMS uses beside it (RFC 8419). */
  readonly hash: HashName
  /** PSS only, bytes. */
  readonly saltLength?: number
  /** ECDSA only: the one curve it is for. X.509 and CMS leave it to the key, our own algorithm table does not. */
  readonly curve?: Curve
}

/** An AlgorithmIdentifier, taken apart no further than its type and parameters. */
export interface AlgorithmIdentifier {
  readonly oid: string
  readonly parameters?: Element
}

/** What an AlgorithmIdentifier names: something we check with, something too weak, or neither. */
export type Named<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'weak'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'wrong'; readonly name: string }

/** The object identifier of each hash (RFC 5754). */
export const hashOids: Readonly<Record<HashName, string>> = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
}

const hashes: Readonly<Record<string, HashName>> = Object.fromEntries(
  (Object.keys(hashOids) as HashName[]).map((hash) => [hashOids[hash], hash]),
)

/** Bytes of each hash. */
export const hashBytes: Readonly<Record<HashName, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 }

const weak: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'MD5',
  '1.3.14.3.2.26': 'SHA-1',
  '1.2.840.113549.1.1.4': 'RSA with MD5',
  '1.2.840.113549.1.1.5': 'RSA with SHA-1',
  '1.3.14.3.2.29': 'RSA with SHA-1',
  '1.2.840.10045.4.1': 'ECDSA with SHA-1',
  '1.2.840.10040.4.3': 'DSA with SHA-1',
}

const schemes: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.10045.4.3.2': { kind: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ECDSA', hash: 'SHA-512' },
  '1.2.840.113549.1.1.11': { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  '1.3.101.112': { kind: 'Ed25519', hash: 'SHA-512' },
}

const rsaEncryption = '1.2.840.113549.1.1.1'
const rsaPss = '1.2.840.113549.1.1.10'
const mgf1 = '1.2.840.113549.1.1.8'
/** OpenSSL signs PSS with the longest salt that fits when not told otherwise. */
const saltBytes = 2048

/** Takes an AlgorithmIdentifier apart. */
export function readAlgorithmIdentifier(element: Element): AlgorithmIdentifier {
  if (element.tag !== tag.sequence) throw malformed('an algorithm of another type', element.start)
  const reader = element.inside()
  const oid = readOid(reader.expect(tag.oid))
  if (reader.done) return { oid }
  const parameters = reader.next()
  reader.finish()
  // Of an algorithm that is not known they are not looked into, but are one encoding all the same.
  if (parameters.tag & 0x20 && parameters.rules === 'DER') requireDer(parameters)
  return { oid, parameters }
}

/** Which hash an AlgorithmIdentifier names; parameters absent or NULL (RFC 5754 §2). */
export function namedHash(identifier: AlgorithmIdentifier): Named<HashName> {
  const hash = hashes[identifier.oid]
  if (hash === undefined) return unnamed(identifier.oid)
  return absentOrNull(identifier) ? { kind: 'known', value: hash } : { kind: 'wrong', name: hash }
}

/**
 * Which signature scheme an AlgorithmIdentifier names. CMS may say only `rsaEncryption` and leave the
 * hash to the digest algorithm beside it (RFC 3370 §3.2): hand that over as `beside`.
 */
export function namedScheme(identifier: AlgorithmIdentifier, beside?: HashName): Named<SignatureScheme> {
  const { oid } = identifier
  if (oid === rsaPss) {
    try {
      return pssScheme(identifier)
    } catch {
      return { kind: 'wrong', name: 'RSASSA-PSS' }
    }
  }
  const scheme: SignatureScheme | undefined =
    oid === rsaEncryption && beside ? { kind: 'RSASSA-PKCS1-v1_5', hash: beside } : schemes[oid]
  if (scheme === undefined) return unnamed(oid)
  // RSA carries NULL (RFC 4055 §5), ECDSA and Ed25519 nothing (RFC 5758 §3.2, RFC 8410 §3).
  const right =
    scheme.kind === 'RSASSA-PKCS1-v1_5' ? absentOrNull(identifier) : identifier.parameters === undefined
  return right ? { kind: 'known', value: scheme } : { kind: 'wrong', name: describeScheme(scheme) }
}

/** The scheme that one of our own algorithms signs with; ES256 is P-256 and no other curve. */
export function schemeOf(name: AlgorithmName): SignatureScheme {
  const row = algorithms[name]
  const known = schemes[row.signatureOid]
  if (!known) return { kind: 'RSASSA-PSS', hash: row.hash, saltLength: row.webSign.saltLength ?? 32 }
  const curve = curveNames.find((one) => curves[one].oid === row.curveOid)
  return curve ? { ...known, curve } : known
}

/** Whether a key can check the scheme: of its kind, and on its curve if it names one. */
export function fitsKey({ kind, curve }: SignatureScheme, key: PublicKey): boolean {
  if (kind === 'ECDSA') return key.kind === 'EC' && (curve === undefined || curve === key.curve)
  return kind === 'Ed25519' ? key.kind === 'Ed25519' : key.kind === 'RSA'
}

/** A scheme in words, for reports. */
export function describeScheme(scheme: SignatureScheme): string {
  return scheme.kind === 'Ed25519' ? 'Ed25519' : `${scheme.kind} with ${scheme.hash}`
}

/**
 * RSASSA-PSS parameters, read whole (RFC 4055 §3.1): what is left out means SHA-1, the mask's hash
 * must be the message's, and the trailer must be 1. A reader that skips one of these checks another
 * signature than the signer declared.
 */
function pssScheme(identifier: AlgorithmIdentifier): Named<SignatureScheme> {
  const wrong = { kind: 'wrong', name: 'RSASSA-PSS' } as const
  if (identifier.parameters?.tag !== tag.sequence) return wrong
  const reader = identifier.parameters.inside()
  const hashField = reader.optional(tag.context(0))
  const maskField = reader.optional(tag.context(1))
  const saltField = reader.optional(tag.context(2))
  const trailerField = reader.optional(tag.context(3))
  reader.finish()
  if (!hashField || !maskField) return { kind: 'weak', name: 'RSASSA-PSS with SHA-1' }
  const hash = namedHash(readAlgorithmIdentifier(only(hashField)))
  if (hash.kind !== 'known') return hash
  const mask = readAlgorithmIdentifier(only(maskField))
  if (mask.oid !== mgf1 || mask.parameters?.tag !== tag.sequence) return wrong
  const maskHash = namedHash(readAlgorithmIdentifier(mask.parameters))
  if (maskHash.kind !== 'known' || maskHash.value !== hash.value) return wrong
  const saltLength = saltField ? readSmallInteger(only(saltField)) : 20
  const trailer = trailerField ? readSmallInteger(only(trailerField)) : 1
  if (trailer !== 1 || saltLength > saltBytes) return wrong
  return { kind: 'known', value: { kind: 'RSASSA-PSS', hash: hash.value, saltLength } }
}

/** The one element inside an EXPLICIT tag. */
function only(element: Element): Element {
  const reader = element.inside()
  const inner = reader.next()
  reader.finish()
  return inner
}

function unnamed(oid: string): Named<never> {
  const name = weak[oid]
  return name ? { kind: 'weak', name } : { kind: 'unknown', name: oid }
}

function absentOrNull({ parameters }: AlgorithmIdentifier): boolean {
  return parameters === undefined || (parameters.tag === tag.null && parameters.from === parameters.to)
}
