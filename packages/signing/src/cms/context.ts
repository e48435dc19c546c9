import type { HashName } from '@licencevault/keys'
import type { AlgorithmPolicy } from '../algorithm-policy.ts'
import type { Certificate } from '../certificate.ts'
import type { PolicySettings } from '../path/policies.ts'
import type { PathRule } from '../path-rules.ts'
import type { Work } from '../work.ts'
import type { SignedData } from './structure.ts'

/**
 * What is signed, which decides what a signer's certificate must be for. A time-stamp may be bound to its
 * certificate by the older attribute too, which RFC 3161 was written with (RFC 5816).
 */
export type Kind = 'document' | 'time-stamp'

/** What the checks of one signer share. */
export interface SignerContext {
  readonly kind: Kind
  readonly data: SignedData
  /** The file's certificates and the given intermediates; none is trusted. */
  readonly certificates: readonly Certificate[]
  readonly roots: readonly Certificate[]
  readonly at: Date
  readonly policy: AlgorithmPolicy
  readonly rules: readonly PathRule[]
  readonly certificatePolicies: PolicySettings
  readonly requireSigningCertificate: boolean
  /** What is left of the work of the call. */
  readonly work: Work
  /** The content's digest; the hash it was given in when that is another; nothing when there is no content. */
  contentDigest(hash: HashName): Promise<Uint8Array | { readonly otherHash: HashName } | undefined>
}
