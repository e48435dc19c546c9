import { algorithms, type HashName, type Identity } from '@licencevault/keys'
import { tag } from '../asn1/reader.ts'
import { sameBytes } from '../asn1/strict.ts'
import { encode, encodeInteger, encodeOid, encodeSetOf } from '../asn1/write.ts'
import { concat } from '../bytes.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { error } from '../codes.ts'
import { hashOids } from '../crypto/scheme.ts'
import { problemOf } from '../problems.ts'
import { signingCertificateAttribute } from './signing-certificate.ts'

/** What every signature of one identity has in common, encoded once. */
export interface PreparedIdentity {
  readonly hash: HashName
  readonly certificate: Certificate
  /** SET OF the one digest algorithm. */
  readonly digestAlgorithms: Uint8Array
  /** [0] with the certificate and its chain. */
  readonly certificates: Uint8Array
  /** The start of a SignerInfo: version, issuerAndSerialNumber, digestAlgorithm. */
  readonly signerHead: Uint8Array
  readonly signatureAlgorithm: Uint8Array
  readonly signingCertificate: Uint8Array
}

const prepared = new WeakMap<Identity, Promise<PreparedIdentity>>()

/**
 * Prepares an identity, once for as long as the object lives; its certificate and chain are not
 * looked at again.
 *
 * @throws VaultError `identity-mismatch` when the certificate is not the key's; errors of readCertificate
 */
export function prepareIdentity(identity: Identity): Promise<PreparedIdentity> {
  const known = prepared.get(identity)
  if (known) return known
  const made = prepare(identity)
  prepared.set(identity, made)
  made.catch(() => prepared.delete(identity))
  return made
}

async function prepare({ signer, certificate: der, chain }: Identity): Promise<PreparedIdentity> {
  const certificate = readCertificate(der.slice())
  const row = algorithms[signer.algorithm]
  if (!sameBytes(signer.publicKey, certificate.publicKeyInfo)) {
    throw error('identity-mismatch', problemOf('the public keys differ'))
  }
  const { kind } = certificate.publicKey
  if (kind !== row.key)
    throw error(
      'identity-mismatch',
      problemOf('{algorithm} cannot be signed with {key}', { algorithm: row.name, key: kind }),
    )
  // SHA-2 identifiers go without parameters (RFC 5754 §2).
  const digestAlgorithm = encode(tag.sequence, encodeOid(hashOids[row.hash]))
  const issuerAndSerial = encode(
    tag.sequence,
    certificate.issuer.der,
    encode(tag.integer, certificate.serial),
  )
  const all = [certificate.der, ...chain.map((link) => readCertificate(link).der)]
  return {
    hash: row.hash,
    certificate,
    digestAlgorithms: encode(tag.set, digestAlgorithm),
    certificates: encodeSetOf(tag.context(0), withoutRepeats(all)),
    signerHead: concat([encodeInteger(1), issuerAndSerial, digestAlgorithm]),
    signatureAlgorithm: encode(tag.sequence, encodeOid(row.signatureOid), ...parameters(row)),
    signingCertificate: await signingCertificateAttribute(certificate),
  }
}

type Row = (typeof algorithms)[keyof typeof algorithms]

/** Parameters of the signature algorithm: NULL for RSA, whole for PSS (RFC 4055 §3.1), none otherwise. */
function parameters(row: Row): readonly Uint8Array[] {
  if (row.key !== 'RSA') return []
  const { saltLength } = row.webSign
  if (saltLength === undefined) return [encode(tag.null)]
  const hash = encode(tag.sequence, encodeOid(hashOids[row.hash]))
  const mask = encode(tag.sequence, encodeOid('1.2.840.113549.1.1.8'), hash)
  const fields = [
    encode(tag.context(0), hash),
    encode(tag.context(1), mask),
    encode(tag.context(2), encodeInteger(saltLength)),
  ]
  return [encode(tag.sequence, ...fields)]
}

function withoutRepeats(all: readonly Uint8Array[]): readonly Uint8Array[] {
  return all.filter((one, i) => all.findIndex((other) => sameBytes(one, other)) === i)
}
