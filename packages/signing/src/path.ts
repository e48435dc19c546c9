import { verifySignature } from '#crypto'
import { type AlgorithmPolicy, allowsKey, defaultAlgorithmPolicy, describeKey } from './algorithm-policy.ts'
import { sameBytes } from './asn1/strict.ts'
import { type Certificate, sameCertificate } from './certificate.ts'
import { error } from './codes.ts'
import { type Conclusion, conclude } from './conclude.ts'
import { namedScheme } from './crypto/scheme.ts'
import { finding } from './finding.ts'
import { knownSigned, rememberSigned } from './known-certificates.ts'
import { limits } from './limits.ts'
import { NameBook } from './path/name-book.ts'
import type { PolicySettings } from './path/policies.ts'
import { type PathRule, pathRules } from './path-rules.ts'
import { type Reason, reasons } from './reasons.ts'
import { type Check, type Evidence, passed } from './report.ts'
import { newWork, type Work } from './work.ts'

/** For which certificate a path is sought, to whom, and when. */
export interface PathRequest {
  /** The certificate that is to be trusted. */
  readonly leaf: Certificate
  /** Certificates that may stand between; nothing in them is trusted, and their order says nothing. */
  readonly candidates: readonly Certificate[]
  /** What is trusted. A leaf that is itself a root is trusted as it is. */
  readonly roots: readonly Certificate[]
  /** The moment at which to judge. */
  readonly at: Date
  readonly policy?: AlgorithmPolicy
  /** Under which certificate policies the path is wanted; any unless given. */
  readonly certificatePolicies?: PolicySettings
  /** Extended key usages, one of which the leaf is wanted for; any unless given. */
  readonly purposes?: readonly string[]
  /** Further rules for a whole path, such as revocation. */
  readonly rules?: readonly PathRule[]
}

export interface PathAnswer extends Conclusion {
  /** The best path found, leaf first; the leaf alone when none reaches a root. */
  readonly path: readonly Certificate[]
  /** `certificate-path`, then one check per rule; the rules only when a root was reached. */
  readonly checks: readonly Check[]
}

/**
 * Finds a path from the leaf to a root and judges it (RFC 5280 §6). Goes on looking while a path has
 * findings, and answers the best one it met. The roots' own dates, CA flag and constraints count too.
 *
 * The work is bounded (`limits.pathLength`, `pathSteps`, `pathSignatures`), whatever certificates an
 * attacker supplies: loops are left, and roots are tried before candidates.
 *
 * @throws VaultError `roots-missing`, `time-missing`
 */
export async function buildPath(request: PathRequest): Promise<PathAnswer> {
  requireTrust(request)
  return findPath(request, newWork())
}

/** Nothing is judged without a trusted root and a moment. */
export function requireTrust({ roots, at }: { readonly roots: readonly unknown[]; readonly at: Date }): void {
  if (roots.length === 0) throw error('roots-missing')
  if (!(at instanceof Date) || Number.isNaN(at.getTime())) throw error('time-missing')
}

/** As {@link buildPath}, on what is left of the work of a greater call. */
export async function findPath(request: PathRequest, work: Work): Promise<PathAnswer> {
  const search = new Search(request, work)
  const perfect = await search.from([request.leaf])
  return perfect ?? search.best ?? search.nothing()
}

class Search {
  readonly request: PathRequest
  readonly policy: AlgorithmPolicy
  readonly rules: readonly PathRule[]
  best: PathAnswer | undefined
  /** Why edges towards a root were refused: the first of each reason. */
  readonly refused = new Map<Reason, Evidence>()
  readonly #signed = new Map<Certificate, Map<Certificate, boolean>>()
  readonly #work: Work
  readonly #roots: NameBook
  readonly #candidates: NameBook
  #steps = 0
  #signatures = 0

  constructor(request: PathRequest, work: Work) {
    this.request = request
    this.#work = work
    this.#roots = new NameBook(request.roots)
    this.#candidates = new NameBook(request.candidates)
    this.policy = request.policy ?? defaultAlgorithmPolicy
    this.rules = pathRules(request.rules)
  }

  /** Goes on from the end of the path; answers a path without findings, or nothing. Depth ≤ `pathLength`. */
  async from(path: readonly Certificate[]): Promise<PathAnswer | undefined> {
    const last = path.at(-1)
    if (!last) return undefined
    if (this.request.roots.some((root) => sameCertificate(root, last))) return this.#judge(path)
    if (path.length >= limits.pathLength) return undefined
    for (const issuer of this.#issuersOf(last)) {
      if (this.#exhausted()) return undefined
      this.#steps++
      if (path.some((seen) => sameEntity(seen, issuer)) || !(await this.#issued(issuer, last))) continue
      const answer = await this.from([...path, issuer])
      if (answer) return answer
    }
    return undefined
  }

  /** Roots before candidates, and among them those whose key identifier fits (RFC 4158 §3.5). */
  #issuersOf(certificate: Certificate): readonly Certificate[] {
    const wanted = certificate.extensions.authorityKeyIdentifier
    const fits = ({ extensions: { subjectKeyIdentifier: own } }: Certificate) =>
      wanted && own ? (sameBytes(wanted, own) ? 0 : 2) : 1
    const named = (book: NameBook) => {
      const issuers = book.named(certificate.issuer)
      return issuers.length > 1 ? [...issuers].sort((a, b) => fits(a) - fits(b)) : issuers
    }
    return [...named(this.#roots), ...named(this.#candidates)]
  }

  /** Whether the issuer's key signed the certificate; each pair is computed once. */
  async #issued(issuer: Certificate, certificate: Certificate): Promise<boolean> {
    const known = this.#signed.get(certificate)?.get(issuer)
    if (known !== undefined) return known
    const right = await this.#verify(issuer, certificate)
    const row = this.#signed.get(certificate) ?? new Map<Certificate, boolean>()
    this.#signed.set(certificate, row.set(issuer, right))
    return right
  }

  async #verify(issuer: Certificate, certificate: Certificate): Promise<boolean> {
    const subject = certificate.subject.text
    const named = namedScheme(certificate.signatureAlgorithm)
    if (named.kind !== 'known') {
      const reason = named.kind === 'weak' ? 'algorithm-weak' : 'algorithm-unsupported'
      return this.#refuse(reason, { subject, algorithm: named.name })
    }
    // Before the key is used: a huge modulus costs seconds.
    if (!allowsKey(this.policy, issuer.publicKey, this.request.at)) {
      const reason = issuer.publicKey.kind === 'unknown' ? 'algorithm-unsupported' : 'algorithm-weak'
      return this.#refuse(reason, { subject: issuer.subject.text, algorithm: describeKey(issuer.publicKey) })
    }
    if (knownSigned(issuer, certificate)) return true
    this.#signatures++
    this.#work.signatures--
    const right = await verifySignature(
      named.value,
      issuer.publicKeyInfo,
      certificate.tbs,
      certificate.signature,
    )
    if (right) rememberSigned(issuer, certificate)
    else if (this.request.roots.includes(issuer)) {
      this.#refuse('issuer-signature-wrong', { subject, issuer: issuer.subject.text })
    }
    return right
  }

  #refuse(reason: Reason, evidence: Evidence): false {
    if (!this.refused.has(reason)) this.refused.set(reason, evidence)
    return false
  }

  #exhausted(): boolean {
    const exhausted =
      this.#steps >= limits.pathSteps ||
      this.#signatures >= limits.pathSignatures ||
      this.#work.signatures <= 0
    if (exhausted) this.#refuse('path-work-exceeded', { steps: this.#steps, signatures: this.#signatures })
    return exhausted
  }

  /** Judges a path that reached a root; one with findings is kept if it is the best so far. */
  async #judge(path: readonly Certificate[]): Promise<PathAnswer | undefined> {
    const { at, roots, candidates, certificatePolicies = {}, purposes = [] } = this.request
    const work = this.#work
    const context = { path, at, policy: this.policy, certificatePolicies, purposes, roots, candidates, work }
    const reached = passed('certificate-path', sentence, { path: path.map(({ subject }) => subject.text) })
    const checks: Check[] = [reached]
    for (const rule of this.rules) checks.push(await rule.judge(context))
    const answer = { path, checks, ...conclude(checks, reasons) }
    if (answer.indication === 'TOTAL-PASSED') return answer
    if (!this.best || weight(answer) < weight(this.best)) this.best = answer
    return undefined
  }

  /** No path reached a root: says the most telling reason that was met. */
  nothing(): PathAnswer {
    const { leaf } = this.request
    const telling = refusals.find((reason) => this.refused.has(reason))
    const reason = telling ?? 'no-path'
    const evidence = telling
      ? (this.refused.get(telling) ?? {})
      : { subject: leaf.subject.text, issuer: leaf.issuer.text }
    const outcome = reason === 'issuer-signature-wrong' ? 'failed' : 'undetermined'
    const checks = [finding(outcome, 'certificate-path', reason, evidence)]
    return { path: [leaf], checks, ...conclude(checks, reasons) }
  }
}

const refusals: readonly Reason[] = [
  'path-work-exceeded',
  'issuer-signature-wrong',
  'algorithm-weak',
  'algorithm-unsupported',
]

const sentence = {
  en: 'A chain of correctly signed certificates leads to a trusted root.',
  zh: '存在一条签名正确的证书链，可达受信任的根证书。',
}

/** The same name with the same key: going there again would be a loop (RFC 4158 §2.4.2). */
function sameEntity(a: Certificate, b: Certificate): boolean {
  return a === b || (sameBytes(a.publicKeyInfo, b.publicKeyInfo) && a.subject.equals(b.subject))
}

/** Fewer findings are better, and an open one is better than a proven one. */
function weight({ checks }: PathAnswer): number {
  return checks.reduce(
    (sum, { outcome }) => sum + (outcome === 'failed' ? 100 : outcome === 'passed' ? 0 : 1),
    0,
  )
}
