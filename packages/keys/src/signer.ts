import type { AlgorithmName } from './algorithms.ts'

/**
 * Signs with one key. The key never leaves its place; may be called concurrently.
 *
 * Trusted for: every signature that bears its public key. Whoever controls it can seal anything in
 * that key's name, so a verifier never trusts a key alone (see `verify`).
 */
export interface Signer {
  readonly algorithm: AlgorithmName
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /**
   * Signs the bytes (not their hash). ECDSA answers the DER `ECDSA-Sig-Value` that X.509 and CMS
   * carry, RSA and Ed25519 the raw bytes.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** A signer with the certificate that names its key, as a PKCS#12 file or an HSM slot holds them. */
export interface Identity {
  readonly signer: Signer
  /** X.509 certificate of the signer's key, DER. */
  readonly certificate: Uint8Array
  /** Certificates of the issuers, the nearest first, DER; the root may be left out. */
  readonly chain: readonly Uint8Array[]
}
