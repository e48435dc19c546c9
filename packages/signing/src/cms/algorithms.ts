import type { Details } from '@licencevault/errors'
import { allowsHash, allowsKey, describeKey } from '../algorithm-policy.ts'
import type { Certificate } from '../certificate.ts'
import {
  describeScheme,
  fitsKey,
  type Named,
  namedHash,
  namedScheme,
  type SignatureScheme,
} from '../crypto/scheme.ts'
import { finding } from '../finding.ts'
import { type Problem, problemOf } from '../problems.ts'
import { type Check, passed } from '../report.ts'
import type { SignerContext } from './context.ts'
import { type Judged, notReached } from './judged.ts'
import { sentences } from './sentences.ts'
import type { SignerInfo } from './structure.ts'

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
