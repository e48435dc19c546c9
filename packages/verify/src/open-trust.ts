import { VaultError } from '@licencevault/errors'
import type { Identity } from '@licencevault/keys'
import {
  type AlgorithmPolicy,
  type Certificate,
  type CmsReport,
  defaultAlgorithmPolicy,
  readCertificate,
  readUnverifiedCms,
  signCms,
  type UnverifiedCms,
  verifyCms,
} from '@licencevault/signing'
import { type AuthorityList, authorityListLimits } from './authority-list.ts'
import { composeAuthorityList, readAuthorityList } from './authority-list-json.ts'
import { instant } from './beijing-time.ts'
import { sameBytes } from './bytes.ts'
import { error } from './codes.ts'
import { certificatesOf } from './pem.ts'
import { indexTrust, type Trust } from './trust.ts'

/** What trust is opened with. */
export interface TrustOptions {
  /**
   * Certificates, DER or PEM, of the CA under which the list's publisher stands, or of the publisher
   * itself. Where the list carries no roots of its own, seals are trusted under these too.
   */
  readonly roots: readonly (Uint8Array | string)[]
  /** The sealed authority list, as {@link sealAuthorityList} makes it. */
  readonly authorityList: Uint8Array
  /** When the list's seal is judged: now. */
  readonly at: Date
  /**
   * Which algorithms are good enough, and until when; `defaultAlgorithmPolicy` of
   * `@licencevault/signing` unless given. It holds for the seal of the list, for every seal with its
   * certificates, and for every code judged with this trust.
   */
  readonly policy?: AlgorithmPolicy
  /** The highest sequence number seen so far; an older list is refused. */
  readonly minimumSequence?: number
}

/**
 * id-tsl-kp-tslSigning (ETSI TS 119 612): the extended key usage by which a CA says that a certificate
 * may publish lists.
 */
export const TSL_SIGNING = '0.4.0.2231.3.0'

/**
 * Reads and believes an authority list. Fails closed: what is not proven opens nothing. A chain to a
 * root alone makes no publisher, or any sealed authority could entitle itself: the publisher's
 * certificate bears the extended key usage {@link TSL_SIGNING} or is itself among `roots`.
 *
 * A list past its next update opens; every report then says so and calls nothing genuine.
 *
 * @throws VaultError `roots-missing`, `root-unreadable`, `time-wrong`, `authority-list-too-large`,
 * `authority-list-unreadable`, `authority-list-seal-wrong`, `authority-list-publisher-unknown`, `authority-list-malformed`,
 * `authority-list-version-unknown`, `authority-list-early`, `authority-list-older`
 */
export async function openTrust(options: TrustOptions): Promise<Trust> {
  const at = requireTime(options.at)
  const roots = requireRoots(options.roots)
  const policy = options.policy ?? defaultAlgorithmPolicy
  const { content, publisher } = await requireSeal(options.authorityList, { roots, at, policy })
  requirePublisher(publisher, roots)
  const list = readAuthorityList(content)
  requireOrder(list, at, options.minimumSequence ?? 0)
  const sealRoots = list.roots.length > 0 ? list.roots.map(readCertificate) : roots
  return indexTrust(list, publisher.subject.text, sealRoots, policy)
}

/**
 * Seals a list: attached CAdES by the publisher, whose certificate should bear {@link TSL_SIGNING}.
 *
 * @throws VaultError `authority-list-malformed`, and what `signCms` throws
 */
export async function sealAuthorityList(list: AuthorityList, publisher: Identity): Promise<Uint8Array> {
  return signCms(composeAuthorityList(list), publisher, { signingTime: new Date(list.issuedAt) })
}

/**
 * What a sealed list would have itself trusted by: the roots it carries and the certificate that its
 * signer names. For a program whose user names this very file as what is to be trusted; anyone can make
 * a list that trusts itself, and nothing of it is verified here: `openTrust` does that.
 *
 * @throws VaultError `authority-list-too-large`, `authority-list-unreadable` and those of
 * `readAuthorityList`
 */
export function rootsOf(authorityList: Uint8Array): readonly Uint8Array[] {
  const { content, signers } = takeApart(authorityList)
  return [...readAuthorityList(content).roots, ...signers.flat().map(({ der }) => der)]
}

/** Throws VaultError `time-wrong` unless it is a date of the years 1 to 9998: later ones are written otherwise. */
export function requireTime(at: Date): Date {
  const year = at instanceof Date ? at.getUTCFullYear() : Number.NaN
  if (!(year >= 1 && year <= 9998)) throw error('time-wrong')
  return at
}

function requireRoots(given: TrustOptions['roots']): Certificate[] {
  if (given.length === 0) throw error('roots-missing')
  return given.flatMap((one, index) => {
    try {
      const found = certificatesOf(one).map(readCertificate)
      if (found.length > 0) return found
    } catch (cause) {
      throw error('root-unreadable', { number: index + 1 }, { cause })
    }
    throw error('root-unreadable', { number: index + 1 })
  })
}

/** What the list says and who sealed it, once its seal is proven. */
async function requireSeal(sealed: Uint8Array, trusted: Parameters<typeof verifyCms>[1]) {
  takeApart(sealed)
  const report = await verifyCms(sealed, trusted)
  const publisher = report.signer?.certificate
  if (report.indication !== 'TOTAL-PASSED' || !report.content || !publisher) throw sealWrong(report)
  return { content: report.content, publisher }
}

/** A sealed list in its parts, none of them verified. */
function takeApart(sealed: Uint8Array): UnverifiedCms & { readonly content: Uint8Array } {
  const { bytes: limit } = authorityListLimits
  if (sealed.length > limit) throw error('authority-list-too-large', { size: sealed.length, limit })
  try {
    const { content, ...parts } = readUnverifiedCms(sealed)
    if (content) return { ...parts, content }
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause
    throw error('authority-list-unreadable', {}, { cause })
  }
  throw error('authority-list-unreadable')
}

function sealWrong({ checks }: CmsReport): VaultError {
  const wrong =
    checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome !== 'passed')
  return error('authority-list-seal-wrong', {
    problem: wrong?.sentence.en ?? 'it has not exactly one signer.',
    problemZh: wrong?.sentence.zh ?? '签名者不是恰好一个。',
  })
}

function requirePublisher(publisher: Certificate, roots: readonly Certificate[]): void {
  const named = roots.some(({ der }) => sameBytes(der, publisher.der))
  const entitled = publisher.extensions.extendedKeyUsage?.includes(TSL_SIGNING) ?? false
  if (!named && !entitled)
    throw error('authority-list-publisher-unknown', { subject: publisher.subject.text })
}

function requireOrder({ sequence, issuedAt }: AuthorityList, at: Date, minimum: number): void {
  if (sequence < minimum) throw error('authority-list-older', { sequence, minimum })
  if (instant(at) < issuedAt) throw error('authority-list-early', { issuedAt, at: instant(at) })
}
