import type { Details } from '@licencevault/errors'
import { allowsHash, allowsKey, describeKey } from '../algorithm-policy.ts'
import type { Certificate } from '../certificate.ts'
import { describeScheme, fitsKey, namedHash, namedScheme, type SignatureScheme } from '../crypto/scheme.ts'
import { type Problem, problemOf } from '../problems.ts'
import { passed } from '../report.ts'
import { finding, type Judged, notReached } from './finding.ts'
import { sentences } from './sentences.ts'
import type { SignerContext } from './signer.ts'
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
  if (hash.kind !== 'known') return { check: unusable(name, hash) }
  const read = namedScheme(info.signatureAlgorithm, hash.value)
  if (read.kind !== 'known') return { check: unusable(name, read) }
  const scheme = read.value
  const algorithm = describeScheme(scheme)
  if (scheme.hash !== hash.value)
    return disagree('{algorithm} beside a {hash} digest', { algorithm, hash: hash.value })
  if (!data.digestAlgorithms.some(({ oid }) => oid === info.digestAlgorithm.oid)) {
    return disagree('{hash} is not among the digest algorithms of the message', { hash: hash.value })
  }
  if (!allowsHash(policy, hash.value, at)) {
    return { check: finding('failed', name, 'algorithm-weak', { algorithm: hash.value }) }
  }
  if (!certificate) return { check: notReached(name) }
  const key = certificate.publicKey
  if (!fitsKey(scheme, key))
    return disagree('{algorithm} with the key {key}', { algorithm, key: describeKey(key) })
  if (!allowsKey(policy, key, at)) {
    return { check: finding('failed', name, 'algorithm-weak', { algorithm: describeKey(key) }) }
  }
  return { check: passed(name, sentences.algorithms, { algorithm, key: describeKey(key) }), value: scheme }
}

function unusable(
  name: string,
  { kind, name: algorithm }: { kind: 'weak' | 'unknown' | 'wrong'; name: string },
) {
  if (kind === 'wrong') return finding('failed', name, 'algorithm-parameters-wrong', { algorithm })
  const reason = kind === 'weak' ? 'algorithm-weak' : 'algorithm-unsupported'
  return finding(kind === 'weak' ? 'failed' : 'undetermined', name, reason, { algorithm })
}
