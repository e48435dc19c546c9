import type { Details } from '@licencevault/errors'
import { allowsHash, allowsKey, describeKey } from '../algorithm-policy.ts'
import { Reader, tag } from '../asn1/reader.ts'
import { sameBytes } from '../asn1/strict.ts'
import type { Certificate } from '../certificate.ts'
import {
  type AlgorithmIdentifier,
  describeScheme,
  fitsKey,
  type Named,
  namedHash,
  namedScheme,
  readAlgorithmIdentifier,
  type SignatureScheme,
} from '../crypto/scheme.ts'
import { finding } from '../finding.ts'
import { type Problem, problemOf } from '../problems.ts'
import { type Check, passed } from '../report.ts'
import type { SignedAttributes } from './attributes.ts'
import type { SignerContext } from './context.ts'
import { type Judged, notReached, orFinding } from './judged.ts'
import { sentences } from './sentences.ts'
import { cmsOids, type SignerInfo } from './structure.ts'

/** Digest, signature and key fit each other and the policy; answers the scheme only if all of that holds. */
export function judgeAlgorithms(
  info: SignerInfo,
  { data, policy, at }: SignerContext,
  certificate: Certificate | undefined,
): Judged<SignatureScheme> {
  const name = 'algorithms'
  const disagree = (problem: Problem, details: Details) => ({
    check: finding('failed', name, 'algorithms-disagree', problemOf(problem, details)),
  })
  const hash = namedHash(info.digestAlgorithm)
  if (hash.kind !== 'known') return { check: refusedAlgorithm(name, hash) }
  const read = namedScheme(info.signatureAlgorithm, hash.value)
  if (read.kind !== 'known') return { check: refusedAlgorithm(name, read) }
  const scheme = read.value
  const algorithm = describeScheme(scheme)
  if (scheme.hash !== hash.value)
    return disagree('{algorithm} beside a {hash} digest', { algorithm, hash: hash.value })
  if (!data.digestAlgorithms.some(({ oid }) => oid === info.digestAlgorithm.oid)) {
    return disagree('{hash} is not among the digest algorithms of the message', { hash: hash.value })
  }
  if (!allowsHash(policy, hash.value, at)) {
    return { check: finding('undetermined', name, 'algorithm-weak', { algorithm: hash.value }) }
  }
  if (!certificate) return { check: notReached(name) }
  const key = certificate.publicKey
  if (key.kind === 'unknown') {
    return { check: refusedAlgorithm(name, { kind: 'unknown', name: describeKey(key) }) }
  }
  if (!fitsKey(scheme, key))
    return disagree('{algorithm} with the key {key}', { algorithm, key: describeKey(key) })
  if (!allowsKey(policy, key, at)) {
    return { check: finding('undetermined', name, 'algorithm-weak', { algorithm: describeKey(key) }) }
  }
  return { check: passed(name, sentences.algorithms, { algorithm, key: describeKey(key) }), value: scheme }
}

/**
 * What is said of an algorithm that is not checked with. Only wrong parameters prove something wrong: a
 * weak or unknown algorithm leaves it open who signed.
 */
export function refusedAlgorithm(
  name: string,
  { kind, name: algorithm }: Exclude<Named<unknown>, { kind: 'known' }>,
): Check {
  if (kind === 'wrong') return finding('failed', name, 'algorithm-parameters-wrong', { algorithm })
  const reason = kind === 'weak' ? 'algorithm-weak' : 'algorithm-unsupported'
  return finding('undetermined', name, reason, { algorithm })
}

/**
 * The algorithms as the signer signed them, if it did (RFC 6211): the digest algorithm and the signature
 * algorithm of the signer, which nothing else protects. Nothing when they agree or were not signed.
 */
export function judgeProtection(info: SignerInfo, attributes: SignedAttributes): Check | undefined {
  const name = 'signed-attributes'
  const value = attributes.get(cmsOids.algorithmProtection)
  if (!value) return undefined
  const read = orFinding(name, 'signed-attributes-wrong', () => {
    const fields = value.inside('DER')
    const digest = readAlgorithmIdentifier(fields.expect(tag.sequence))
    const implicit = fields.expect(tag.context(1)).raw.slice()
    fields.finish()
    implicit[0] = tag.sequence
    return { digest, signature: readAlgorithmIdentifier(new Reader(implicit).next()) }
  })
  if ('outcome' in read) return read
  const same =
    sameAlgorithm(read.digest, info.digestAlgorithm) && sameAlgorithm(read.signature, info.signatureAlgorithm)
  return same ? undefined : finding('failed', name, 'algorithms-unprotected')
}

function sameAlgorithm(a: AlgorithmIdentifier, b: AlgorithmIdentifier): boolean {
  const parameters = ({ parameters: found }: AlgorithmIdentifier) =>
    found === undefined || (found.tag === tag.null && found.from === found.to) ? absent : found.raw
  return a.oid === b.oid && sameBytes(parameters(a), parameters(b))
}

/** Hash algorithms are written with NULL and without, and mean the same (RFC 5754 §2). */
const absent = new Uint8Array()
