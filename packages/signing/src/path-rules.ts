import { type AlgorithmPolicy, allowsHash, allowsKey, describeKey } from './algorithm-policy.ts'
import type { Certificate } from './certificate.ts'
import { describeScheme, namedScheme } from './crypto/scheme.ts'
import { extensionOf, extensionOids } from './extensions.ts'
import { finding } from './finding.ts'
import { readOids } from './path/extensions.ts'
import type { PolicySettings } from './path/policies.ts'
import { certificateExtensions, nameConstraints, policies, purposes } from './path/rules.ts'
import { problemOf } from './problems.ts'
import { type Check, type Evidence, passed } from './report.ts'
import type { Work } from './work.ts'

/** A path to judge: the leaf first, the trusted root last. */
export interface PathContext {
  readonly path: readonly Certificate[]
  /** The moment at which to judge. */
  readonly at: Date
  readonly policy: AlgorithmPolicy
  /** Under which certificate policies the path is wanted. */
  readonly certificatePolicies: PolicySettings
  /** Object identifiers of extended key usages, one of which the leaf is wanted for; any when there is none. */
  readonly purposes: readonly string[]
  /** What is trusted, and further certificates that are not: for a rule that has to find paths of its own. */
  readonly roots: readonly Certificate[]
  readonly candidates: readonly Certificate[]
  /** What is left of the work of the call. */
  readonly work: Work
}

/**
 * One rule about a whole path, of which the signatures are already right. Revocation is a further rule
 * of this shape; a rule that lacks evidence answers `undetermined`.
 */
export interface PathRule {
  /** The name of its check. */
  readonly name: string
  /** Critical extensions that this rule processes. */
  readonly processes: readonly string[]
  /** Judges a path that reached a root. */
  judge(context: PathContext): Check | Promise<Check>
}

/** Every certificate of the path, the root too, is within its dates at the moment. */
const validity: PathRule = {
  name: 'certificate-validity',
  processes: [],
  judge({ path, at }) {
    const late = path.find(({ notAfter }) => at.getTime() >= notAfter.getTime() + 1000)
    if (late) return finding('undetermined', this.name, 'certificate-expired', datesOf(late, at))
    const early = path.find(({ notBefore }) => at < notBefore)
    if (early) return finding('undetermined', this.name, 'certificate-not-yet-valid', datesOf(early, at))
    return passed(this.name, sentences.validity, { at: at.toISOString(), certificates: path.length })
  },
}

/** Whoever issued was allowed to: version 3, CA flag, path length, keyCertSign (RFC 5280 §6.1.4 k–n). */
const issuers: PathRule = {
  name: 'issuer-constraints',
  processes: [extensionOids.basicConstraints, extensionOids.keyUsage],
  judge({ path }) {
    let below = 0
    for (const [position, certificate] of path.entries()) {
      const subject = certificate.subject.text
      if (certificate.version !== 3) {
        return finding('failed', this.name, 'certificate-version-wrong', {
          subject,
          version: certificate.version,
        })
      }
      const { basicConstraints, keyUsage } = certificate.extensions
      if (position === 0) {
        // RFC 5280 §4.2.1.9: whoever wrote this meant either an authority or not.
        if (!keyUsage?.includes('keyCertSign') || basicConstraints?.ca) continue
        const problem = problemOf('keyCertSign without the CA flag')
        return finding('failed', this.name, 'certificate-extension-wrong', { subject, ...problem })
      }
      if (!basicConstraints?.ca) return finding('failed', this.name, 'ca-flag-missing', { subject })
      const allowed = basicConstraints.pathLength
      if (allowed !== undefined && below > allowed) {
        return finding('failed', this.name, 'path-too-long', { subject, allowed, found: below })
      }
      if (keyUsage && !keyUsage.includes('keyCertSign')) {
        return finding('failed', this.name, 'issuer-key-usage-wrong', { subject })
      }
      // An authority that certifies its own new key adds no level (RFC 5280 §6.1.4 l).
      if (!certificate.subject.equals(certificate.issuer)) below++
    }
    return passed(this.name, sentences.issuers)
  },
}

/** Hashes and keys of the path are good enough at the moment. */
const algorithms: PathRule = {
  name: 'path-algorithms',
  processes: [],
  judge({ path, at, policy }) {
    const seen: string[] = []
    for (const [position, certificate] of path.entries()) {
      const key = describeKey(certificate.publicKey)
      if (!allowsKey(policy, certificate.publicKey, at)) {
        const unknown = certificate.publicKey.kind === 'unknown'
        return finding('undetermined', this.name, unknown ? 'algorithm-unsupported' : 'algorithm-weak', {
          algorithm: key,
          subject: certificate.subject.text,
        })
      }
      seen.push(key)
      // The root is trusted by itself, whatever it signed itself with.
      if (position === path.length - 1) continue
      const named = namedScheme(certificate.signatureAlgorithm)
      if (named.kind !== 'known' || !allowsHash(policy, named.value.hash, at)) {
        const algorithm = named.kind === 'known' ? describeScheme(named.value) : named.name
        return finding('undetermined', this.name, 'algorithm-weak', {
          algorithm,
          subject: certificate.subject.text,
        })
      }
    }
    return passed(this.name, sentences.algorithms, { policy: policy.name, keys: seen })
  },
}

/** Every critical extension is processed by one of the rules; otherwise the path fails closed. */
function criticalExtensions(rules: readonly PathRule[]): PathRule {
  const processed = new Set([...readOids, ...rules.flatMap((rule) => rule.processes)])
  return {
    name: 'critical-extensions',
    processes: [],
    judge({ path }) {
      for (const certificate of path) {
        const { extensions } = certificate
        const unknown = extensions.all
          .filter(({ critical, oid }) => critical && !processed.has(oid))
          .map(({ oid }) => oid)
        if (unknown.length > 0) {
          const evidence = { subject: certificate.subject.text, extensions: unknown }
          return finding('failed', this.name, 'critical-extension-unknown', evidence)
        }
        // A permitted or excluded name binds end entities only through their issuers.
        if (!extensions.basicConstraints?.ca && extensionOf(extensions, extensionOids.nameConstraints)) {
          const evidence = { subject: certificate.subject.text, extensions: [extensionOids.nameConstraints] }
          return finding('failed', this.name, 'critical-extension-unknown', evidence)
        }
      }
      return passed(this.name, sentences.critical)
    },
  }
}

/** The rules every path is held to, `further` ones between them. */
export function pathRules(further: readonly PathRule[] = []): readonly PathRule[] {
  const rules = [
    issuers,
    algorithms,
    validity,
    certificateExtensions,
    nameConstraints,
    policies,
    purposes,
    ...further,
  ]
  return [...rules, criticalExtensions(rules)]
}

const sentences = {
  validity: {
    en: 'Every certificate of the path was valid at {at}.',
    zh: '在 {at}，路径上的每张证书均在有效期内。',
  },
  issuers: {
    en: 'Every issuer on the path was allowed to issue certificates.',
    zh: '每个颁发者均有权签发证书。',
  },
  algorithms: {
    en: 'The keys and hashes of the path meet the policy “{policy}”.',
    zh: '路径上的密钥与杂凑算法符合策略“{policy}”。',
  },
  critical: {
    en: 'No certificate carries a critical condition that was left unprocessed.',
    zh: '没有证书带有未处理的关键条件。',
  },
}

function datesOf({ subject, notBefore, notAfter }: Certificate, at: Date): Evidence {
  return { subject: subject.text, notBefore: iso(notBefore), notAfter: iso(notAfter), at: at.toISOString() }
}

const iso = (date: Date) => date.toISOString().replace('.000Z', 'Z')
