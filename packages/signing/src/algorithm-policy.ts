import type { HashName } from '@licencevault/keys'
import type { PublicKey } from './crypto/public-key.ts'

/** One thing that is allowed. Whatever no rule names is refused. */
export interface AlgorithmRule {
  /** A hash (`SHA-256`), `RSA`, a curve (`P-256`) or `Ed25519`. */
  readonly name: string
  /** RSA only: the fewest and most bits of the modulus. */
  readonly minimumBits?: number
  readonly maximumBits?: number
  /** From this moment on the rule no longer allows it (ISO 8601). Without it, no end is set. */
  readonly until?: string
}

/** Which algorithms are good enough, and until when: a value, to be kept with the trusted roots. */
export interface AlgorithmPolicy {
  readonly name: string
  readonly rules: readonly AlgorithmRule[]
}

/**
 * What is allowed when nothing else is said: SHA-2, RSA from 2048 to 8192 bits, the NIST curves and
 * Ed25519, without end dates. The upper bound keeps a hostile key from costing seconds.
 */
export const defaultAlgorithmPolicy: AlgorithmPolicy = {
  name: 'licencevault-2026',
  rules: [
    { name: 'SHA-256' },
    { name: 'SHA-384' },
    { name: 'SHA-512' },
    { name: 'RSA', minimumBits: 2048, maximumBits: 8192 },
    { name: 'P-256' },
    { name: 'P-384' },
    { name: 'P-521' },
    { name: 'Ed25519' },
  ],
}

/** Whether a hash is allowed at the moment. */
export function allowsHash(policy: AlgorithmPolicy, hash: HashName, at: Date): boolean {
  return policy.rules.some((rule) => rule.name === hash && inForce(rule, at))
}

/** Whether the policy allows a key at the moment. An RSA exponent below 3 or even proves nothing. */
export function allowsKey(policy: AlgorithmPolicy, key: PublicKey, at: Date): boolean {
  if (key.kind === 'unknown') return false
  if (key.kind === 'RSA' && (key.exponent < 3n || key.exponent % 2n === 0n)) return false
  const name = key.kind === 'EC' ? key.curve : key.kind
  return policy.rules.some(
    (rule) =>
      rule.name === name &&
      inForce(rule, at) &&
      key.bits >= (rule.minimumBits ?? 0) &&
      key.bits <= (rule.maximumBits ?? Number.POSITIVE_INFINITY),
  )
}

/** A key in words, for reports: `RSA 2048`, `P-256`, `Ed25519`. */
export function describeKey(key: PublicKey): string {
  if (key.kind === 'RSA') return `RSA ${key.bits}`
  if (key.kind === 'EC') return key.curve
  return key.kind === 'unknown' ? key.oid : key.kind
}

/** A date that cannot be read ends the rule: a policy with a typing error must not allow more. */
function inForce(rule: AlgorithmRule, at: Date): boolean {
  return rule.until === undefined || at.getTime() < Date.parse(rule.until)
}
