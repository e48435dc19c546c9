/**
 * Everything the house knows about a signature algorithm, in one place. Code below this table does
 * not branch on an algorithm's name.
 */

export type AlgorithmName = 'ES256' | 'ES384' | 'PS256' | 'RS256' | 'Ed25519'
/** The hashes that digests and signatures are made with. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512'

/** A row of the table of algorithms. */
export interface Algorithm {
  readonly name: AlgorithmName
  readonly key: 'EC' | 'RSA' | 'Ed25519'
  /** The hash inside the signature; for Ed25519 the one CMS uses beside it (RFC 8419: SHA-512). */
  readonly hash: HashName
  /** signatureAlgorithm of X.509 and CMS. PS256 carries RSASSA-PSS parameters beside it (RFC 4055). */
  readonly signatureOid: string
  /** Named curve OID, EC only. */
  readonly curveOid?: string
  /** Parameters for WebCrypto's generateKey and importKey. */
  readonly webKey: { readonly name: string; readonly namedCurve?: string; readonly hash?: string }
  /** Parameters for WebCrypto's sign and verify. */
  readonly webSign: { readonly name: string; readonly hash?: string; readonly saltLength?: number }
}

/** Everything that is known here of an algorithm, by its name. */
export const algorithms: Readonly<Record<AlgorithmName, Algorithm>> = {
  ES256: {
    name: 'ES256',
    key: 'EC',
    hash: 'SHA-256',
    signatureOid: '1.2.840.10045.4.3.2',
    curveOid: '1.2.840.10045.3.1.7',
    webKey: { name: 'ECDSA', namedCurve: 'P-256' },
    webSign: { name: 'ECDSA', hash: 'SHA-256' },
  },
  ES384: {
    name: 'ES384',
    key: 'EC',
    hash: 'SHA-384',
    signatureOid: '1.2.840.10045.4.3.3',
    curveOid: '1.3.132.0.34',
    webKey: { name: 'ECDSA', namedCurve: 'P-384' },
    webSign: { name: 'ECDSA', hash: 'SHA-384' },
  },
  PS256: {
    name: 'PS256',
    key: 'RSA',
    hash: 'SHA-256',
    signatureOid: '1.2.840.113549.1.1.10',
    webKey: { name: 'RSA-PSS', hash: 'SHA-256' },
    webSign: { name: 'RSA-PSS', saltLength: 32 },
  },
  RS256: {
    name: 'RS256',
    key: 'RSA',
    hash: 'SHA-256',
    signatureOid: '1.2.840.113549.1.1.11',
    webKey: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    webSign: { name: 'RSASSA-PKCS1-v1_5' },
  },
  Ed25519: {
    name: 'Ed25519',
    key: 'Ed25519',
    hash: 'SHA-512',
    signatureOid: '1.3.101.112',
    webKey: { name: 'Ed25519' },
    webSign: { name: 'Ed25519' },
  },
}
