import { verifySignature } from '#crypto'
import { allowsHash, allowsKey } from '../algorithm-policy.ts'
import { sameBytes } from '../asn1/strict.ts'
import { type Certificate, sameCertificate } from '../certificate.ts'
import { type AlgorithmIdentifier, namedScheme } from '../crypto/scheme.ts'
import { findPath } from '../path.ts'
import type { PathContext, PathRule } from '../path-rules.ts'
import type { Reason } from '../reasons.ts'
import { type Open, open } from './evidence.ts'

/** Something that is signed, of a list or a response. */
export interface Signed {
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
}

/** Whether the certificate's key made the signature, with an algorithm that the policy accepts. */
export async function signedBy(
  signed: Signed,
  signer: Certificate,
  { policy, at, work }: PathContext,
): Promise<true | Reason> {
  const { tbs, signatureAlgorithm, signature } = signed
  const named = namedScheme(signatureAlgorithm)
  if (named.kind === 'weak') return 'algorithm-weak'
  if (named.kind !== 'known') return 'algorithm-unsupported'
  if (signer.publicKey.kind === 'unknown') return 'algorithm-unsupported'
  if (!allowsHash(policy, named.value.hash, at) || !allowsKey(policy, signer.publicKey, at))
    return 'algorithm-weak'
  if (proven.get(signed)?.has(signer)) return true
  if (work.signatures <= 0) return 'path-work-exceeded'
  work.signatures--
  const right = await verifySignature(named.value, signer.publicKeyInfo, tbs, signature)
  if (!right) return 'revocation-signature-wrong'
  proven.set(signed, (proven.get(signed) ?? new WeakSet()).add(signer))
  return true
}

/** What is left open when nobody who is known made the signature. */
export function notSigned(reason: Reason, issuer: string, { signatureAlgorithm }: Signed): Open {
  // The words of some of these reasons name the algorithm, or the steps that were taken.
  return open(reason, { issuer, algorithm: signatureAlgorithm.oid, steps: 0 })
}

/** What was found right, of the very objects it was found for: a list of a million is hashed once. */
const proven = new WeakMap<Signed, WeakSet<Certificate>>()

/**
 * Whether a certificate that is not of the path itself leads to the root of that path, which is the one
 * trusted for this (RFC 5280 §6.3.3 f).
 */
export async function leadsToSameRoot(
  signer: Certificate,
  context: PathContext,
  also: readonly Certificate[],
  at: Date,
  rules: readonly PathRule[],
): Promise<boolean> {
  const root = context.path.at(-1)
  if (!root) return false
  const candidates = [...context.path, ...context.candidates, ...also]
  const request = { leaf: signer, candidates, roots: [root], at, policy: context.policy, rules }
  return (await findPath(request, context.work)).indication === 'TOTAL-PASSED'
}

/** Certificates that may have signed: with this name, each once, those whose key identifier fits first. */
export function signersNamed(
  certificates: readonly Certificate[],
  fits: (certificate: Certificate) => boolean,
  keyIdentifier: Uint8Array | undefined,
): readonly Certificate[] {
  const rank = ({ extensions: { subjectKeyIdentifier: own } }: Certificate) =>
    own && keyIdentifier ? (sameBytes(own, keyIdentifier) ? 0 : 2) : 1
  return certificates
    .filter(fits)
    .filter((one, i, all) => all.findIndex((other) => sameCertificate(one, other)) === i)
    .sort((a, b) => rank(a) - rank(b))
}
