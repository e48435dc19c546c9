import type { HashName } from '@licencevault/keys'
import { type AlgorithmPolicy, defaultAlgorithmPolicy } from '../../algorithm-policy.ts'
import { Reader } from '../../asn1/reader.ts'
import { readOid } from '../../asn1/values.ts'
import type { Certificate } from '../../certificate.ts'
import { type SignatureVerifier, signatureVerifier } from '../../crypto/node.ts'
import { namedHash, namedScheme } from '../../crypto/scheme.ts'
import { knownCertificate } from '../../known-certificates.ts'
import { readableCertificates } from '../message.ts'
import type { CmsReport, CmsSigner, VerifyCmsOptions } from '../report.ts'
import { cmsOids, readSignedData } from '../structure.ts'
import { freezeCheck } from './retold.ts'
import type { Scan } from './scan.ts'

/**
 * What all messages of one signer have in common, judged once: every octet but the digest of the content,
 * the signing time and the signature; what was asked of it; and what was found.
 */
export interface KnownSigner {
  readonly head: Uint8Array
  readonly named: Uint8Array
  readonly attributes: Uint8Array
  readonly algorithm: Uint8Array
  readonly digest: Hole
  readonly time: Hole | undefined
  readonly asked: Asked
  /** The moment of the report, and the span in which only the moment itself would read otherwise. */
  readonly at: Date
  readonly from: number
  readonly until: number
  readonly report: Omit<CmsReport, 'signers' | 'signer'>
  readonly signer: Omit<CmsSigner, keyof Own>
  /** How the content was digested. */
  readonly hash: HashName
  readonly verify: SignatureVerifier
}

/** What each message has of its own. */
export type Own = Pick<CmsSigner, 'signature' | 'signingTime'> & Required<Pick<CmsSigner, 'messageDigest'>>

/** A place in the signed attributes whose octets change from message to message. */
interface Hole {
  /** Where the element begins. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What was asked, as far as it decides the answer. */
export interface Asked {
  readonly roots: readonly Certificate[]
  readonly intermediates: readonly Certificate[]
  readonly policy: AlgorithmPolicy
  readonly certificatePolicies: VerifyCmsOptions['certificatePolicies']
  readonly requireSigningCertificate: boolean
}

/** What is asked; nothing where there is more to it than is known here. */
export function askedOf(options: VerifyCmsOptions): Asked | undefined {
  for (const name in options) if (!understood.has(name)) return undefined
  if (options.rules && options.rules.length > 0) return undefined
  // Content or its digest, not both and not neither: those have their own answers.
  if ((options.content === undefined) === (options.digest === undefined)) return undefined
  return {
    roots: certificates(options.roots),
    intermediates: certificates(options.intermediates ?? none),
    policy: options.policy ?? defaultAlgorithmPolicy,
    certificatePolicies: options.certificatePolicies,
    requireSigningCertificate: options.requireSigningCertificate ?? true,
  }
}

const none: readonly Certificate[] = []

const understood: ReadonlySet<string> = new Set([
  'content',
  'digest',
  'roots',
  'intermediates',
  'at',
  'policy',
  'certificatePolicies',
  'rules',
  'requireSigningCertificate',
  'zeroPadding',
])

function certificates(given: readonly (Certificate | Uint8Array)[]): readonly Certificate[] {
  return given.map((one) => (one instanceof Uint8Array ? knownCertificate(one) : one))
}

/** Whether the same was asked: of the very same certificates, not only of equal ones. */
export function sameAsked(one: Asked, other: Asked): boolean {
  return (
    one.policy === other.policy &&
    one.certificatePolicies === other.certificatePolicies &&
    one.requireSigningCertificate === other.requireSigningCertificate &&
    sameItems(one.roots, other.roots) &&
    sameItems(one.intermediates, other.intermediates)
  )
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}

/** What is kept of a message that passed every check; nothing of one that says more than the usual. */
export function knownSigner(
  cms: Uint8Array,
  at: Scan,
  asked: Asked,
  options: VerifyCmsOptions,
  report: CmsReport,
): KnownSigner | undefined {
  const { signer } = report
  if (report.indication !== 'TOTAL-PASSED' || !signer?.certificate || !signer.messageDigest) return undefined
  const data = readSignedData(cms)
  const [info] = data.signers
  if (!info || data.content || data.end !== cms.length) return undefined
  const hash = namedHash(info.digestAlgorithm)
  const scheme = hash.kind === 'known' ? namedScheme(info.signatureAlgorithm, hash.value) : hash
  const verify =
    scheme.kind === 'known' ? signatureVerifier(scheme.value, signer.certificate.publicKeyInfo) : undefined
  const attributes = cms.slice(at.attributesFrom, at.attributesTo)
  const holes = holesOf(attributes)
  if (!verify || !holes?.digest) return undefined
  // Views into a message would keep alive whatever it lies in.
  const { signers: _signers, signer: _signer, ...rest } = report
  const { signature: _signature, messageDigest: _digest, signingTime: _time, ...common } = signer
  const moments = [...signer.path, ...readableCertificates(data), ...asked.roots, ...asked.intermediates]
  for (const check of report.checks) freezeCheck(check)
  return {
    head: cms.slice(at.headFrom, at.headTo),
    named: cms.slice(at.signerFrom, at.attributesFrom),
    attributes,
    algorithm: cms.slice(at.attributesTo, at.signatureAt),
    digest: holes.digest,
    time: holes.time,
    asked,
    at: options.at,
    ...spanAround(options.at.getTime(), [...moments.flatMap(turns), ...sunsets(asked.policy)]),
    report: rest,
    signer: common,
    hash: signer.messageDigest.hash,
    verify,
  }
}

/** The values of message-digest and signing-time; the message was found well-formed before. */
function holesOf(attributes: Uint8Array): { readonly digest?: Hole; readonly time?: Hole } | undefined {
  const holes: { digest?: Hole; time?: Hole } = {}
  const members = new Reader(attributes).next().inside()
  while (!members.done) {
    const fields = members.next().inside()
    const oid = readOid(fields.next())
    const value = fields.next().inside().next()
    if (oid === cmsOids.messageDigest) holes.digest = { at: value.start, from: value.from, to: value.to }
    if (oid === cmsOids.signingTime) holes.time = { at: value.start, from: value.from, to: value.to }
  }
  // Matched one after the other: a signer's attributes stand in the order of their octets, times first.
  return holes.digest && (holes.time?.from ?? 0) < holes.digest.from ? holes : undefined
}

/** The moments at which something is said of a certificate that was not said before. */
function turns({ notBefore, notAfter }: Certificate): number[] {
  const [first, last] = [notBefore.getTime(), notAfter.getTime()]
  return [first, last, last + 1, last + 1000, last + 1001]
}

/** Whatever of a policy can be read as a date. */
function sunsets({ rules }: AlgorithmPolicy): number[] {
  return rules
    .flatMap((rule): unknown[] => Object.values(rule))
    .map((value) => (typeof value === 'string' ? Date.parse(value) : Number.NaN))
    .filter((moment) => !Number.isNaN(moment))
}

function spanAround(at: number, moments: readonly number[]): { from: number; until: number } {
  let [from, until] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const moment of moments) {
    if (moment <= at) from = Math.max(from, moment)
    else until = Math.min(until, moment)
  }
  return { from, until }
}
