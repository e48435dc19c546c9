import { digest } from '#crypto'
import { Reader, tag } from '../asn1/reader.ts'
import { sameBytes } from '../asn1/strict.ts'
import { readWholeBits } from '../asn1/values.ts'
import type { Certificate } from '../certificate.ts'
import { type AlgorithmIdentifier, namedHash } from '../crypto/scheme.ts'
import { sha1, sha1Of } from '../crypto/sha1.ts'
import type { OcspAnswer } from './ocsp.ts'

/** The bits of a certificate's public key, without the algorithm: what OCSP hashes. */
export function keyBits(certificate: Certificate): Uint8Array {
  const info = new Reader(certificate.publicKeyInfo).expect(tag.sequence).inside()
  info.expect(tag.sequence)
  return readWholeBits(info.expect(tag.bitString))
}

/** The hash of a CertID, by the algorithm it names; nothing when that is not known. */
async function hashed(algorithm: AlgorithmIdentifier, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (algorithm.oid === sha1) return sha1Of(bytes)
  const named = namedHash(algorithm)
  return named.kind === 'known' ? await digest(named.value, bytes) : undefined
}

/** Whether an answer is about this certificate: its issuer's name and key, and its number. */
export async function isAbout(
  answer: OcspAnswer,
  certificate: Certificate,
  issuer: Certificate,
): Promise<boolean> {
  if (!sameBytes(answer.serial, certificate.serial)) return false
  // The name as the certificate writes it, and as its issuer does: one of them may differ in case or spacing.
  for (const name of [certificate.issuer.der, issuer.subject.der]) {
    const nameHash = await hashed(answer.hash, name)
    if (!nameHash || !sameBytes(nameHash, answer.issuerNameHash)) continue
    const keyHash = await hashed(answer.hash, keyBits(issuer))
    return keyHash !== undefined && sameBytes(keyHash, answer.issuerKeyHash)
  }
  return false
}
