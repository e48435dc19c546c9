import type { HashName } from '@licencevault/keys'
import type { AlgorithmPolicy } from '../algorithm-policy.ts'
import type { Certificate } from '../certificate.ts'
import type { Conclusion } from '../conclude.ts'
import type { PolicySettings } from '../path/policies.ts'
import type { PathRule } from '../path-rules.ts'
import type { Check } from '../report.ts'

/** What a CMS signature is checked against: content, roots, a moment, and what is acceptable. */
export interface VerifyCmsOptions {
  /** Detached content: the bytes, or several parts that stand one after another. */
  readonly content?: Uint8Array | readonly Uint8Array[]
  /** Or its digest, made with the signer's hash. */
  readonly digest?: { readonly hash: HashName; readonly value: Uint8Array }
  /** What is trusted; never taken from the file. Certificates read once are faster than DER. */
  readonly roots: readonly (Certificate | Uint8Array)[]
  /** Certificates that may stand between, besides those in the file. Nothing in them is trusted. */
  readonly intermediates?: readonly (Certificate | Uint8Array)[]
  /** The moment at which to judge: now, or a time that is proven. */
  readonly at: Date
  /** Which algorithms are good enough; `defaultAlgorithmPolicy` unless given. */
  readonly policy?: AlgorithmPolicy
  /** Under which certificate policies the signer's certificate is wanted; any unless given. */
  readonly certificatePolicies?: PolicySettings
  /** Further rules for the certificate path, such as revocation. */
  readonly rules?: readonly PathRule[]
  /** False accepts plain CMS, whose certificate is not bound by the signature. Default true. */
  readonly requireSigningCertificate?: boolean
  /** True lets zeros follow the message, as they do in a PDF's /Contents. Default false. */
  readonly zeroPadding?: boolean
}

/** What is said of one signer. */
export interface CmsSigner extends Conclusion {
  readonly checks: readonly Check[]
  /** The certificate that the signer names; absent when it was not found. */
  readonly certificate?: Certificate
  /** From the signer's certificate to a root; the certificate alone when none was reached. */
  readonly path: readonly Certificate[]
  /** The time the signer claims. Nothing proves it. */
  readonly signingTime?: Date
  /** The signature value, which a signature time-stamp covers. */
  readonly signature: Uint8Array
  /** Digest of the content as signed, and how it was made; absent when it could not be read. */
  readonly messageDigest?: { readonly hash: HashName; readonly value: Uint8Array }
}

/** What is said of a CMS signature. There is no yes-or-no beside it: read `indication`. */
export interface CmsReport extends Conclusion {
  /** Every check: those of the message, then those of each signer. */
  readonly checks: readonly Check[]
  readonly signers: readonly CmsSigner[]
  /** The signer, when there is exactly one. */
  readonly signer?: CmsSigner
  /**
   * Attached content, only when every signer's signature and digest match it: it is what they signed.
   * Whether they may be trusted, `indication` says.
   */
  readonly content?: Uint8Array
  /** Object identifier of the content's type. */
  readonly contentType?: string
}
