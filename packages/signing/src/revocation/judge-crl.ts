import { type Certificate, sameCertificate } from '../certificate.ts'
import { type GeneralName, sameName } from '../general-name.ts'
import type { PathRule } from '../path-rules.ts'
import type { Crl } from './crl.ts'
import { type Answer, iso, later, type Open, open, orOpen, outOfTime, type Question } from './evidence.ts'
import { type DistributionPoint, distributionPoints } from './points.ts'
import { listedReasons, type RevocationReason } from './reasons.ts'
import { leadsToSameRoot, notSigned, signedBy, signersNamed } from './signer.ts'

/** The rules for the path to a list's signer, in which this very list is no evidence. */
export type SignerRules = (without: Crl) => readonly PathRule[]

/**
 * What the lists say of one certificate (RFC 5280 §6.3.3). Lists for some reasons only are put together
 * until every reason is covered. Delta and indirect lists are known and not processed.
 */
export async function judgeCrls(
  crls: readonly Crl[],
  question: Question,
  signerRules: SignerRules,
): Promise<readonly Answer[]> {
  const points = orOpen(() => distributionPoints(question.certificate))
  if ('kind' in points) return [points]
  const answers: Answer[] = []
  const covered = new Set<RevocationReason>()
  let newest: Date | undefined
  for (const crl of crls) {
    const scope = scopeOf(crl, points, question)
    if (scope === 'other-issuer') continue
    const entry = crl.entries.find(question.certificate.serial)
    if (!Array.isArray(scope)) {
      // A change that is not processed, to a complete list that is: what that says is no longer so.
      const changed = crl.delta && entry && !(await judgeSigner(crl, question, signerRules))
      answers.push(changed ? { ...scope, veto: true } : scope)
      continue
    }
    const late = outOfTime({ ...crl, ...(crl.expiredSince && { cutoff: crl.expiredSince }) }, question)
    // A list that has been replaced still proves what it lists: revoking is for good, except a hold.
    if (late && (!entry || entry.reason === 'certificateHold')) {
      answers.push(late)
      continue
    }
    const trouble = await judgeSigner(crl, question, signerRules)
    if (trouble) {
      answers.push(trouble)
      continue
    }
    const { thisUpdate } = crl
    if (entry && entry.reason !== 'removeFromCRL') {
      const since =
        entry.reason.endsWith('Compromise') && entry.invalidSince ? entry.invalidSince : entry.revokedAt
      const revokedAt = new Date(Math.min(since.getTime(), entry.revokedAt.getTime()))
      answers.push({
        kind: 'revoked',
        source: `CRL ${iso(thisUpdate)}`,
        thisUpdate,
        revokedAt,
        reason: entry.reason,
      })
      continue
    }
    for (const reason of scope) covered.add(reason)
    if (!newest || newest < thisUpdate) newest = thisUpdate
  }
  if (newest) {
    const missing = listedReasons.filter((reason) => !covered.has(reason))
    answers.push(
      missing.length === 0
        ? { kind: 'good', source: `CRL ${iso(newest)}`, thisUpdate: newest }
        : open('crl-reasons-partial', { missing }),
    )
  }
  if (points.length > 0 && points.every(({ crlIssuer }) => crlIssuer)) {
    answers.unshift(open('crl-indirect', { issuer: question.certificate.issuer.text }))
  }
  return answers
}

/** The reasons for which this list speaks of the certificate, or why it does not. */
function scopeOf(
  crl: Crl,
  points: readonly DistributionPoint[],
  { certificate }: Question,
): RevocationReason[] | Open | 'other-issuer' {
  const issuer = crl.issuer.text
  if (!crl.issuer.equals(certificate.issuer)) {
    const named = points.some(({ crlIssuer }) =>
      crlIssuer?.some((name) => sameName(name, directory(crl.issuer))),
    )
    return named || crl.scope?.indirect ? open('crl-indirect', { issuer }) : 'other-issuer'
  }
  if (crl.delta) return open('crl-delta', { issuer })
  if (crl.scope?.indirect || crl.entries.indirect) return open('crl-indirect', { issuer })
  const unknown = [...crl.unknown, ...crl.entries.unknown]
  if (unknown.length > 0) return open('crl-extension-unknown', { issuer, extensions: unknown })
  const { only, names } = crl.scope ?? {}
  const authority = certificate.extensions.basicConstraints?.ca ?? false
  if (only && only !== (authority ? 'authorities' : 'users')) return open('crl-scope-other', { issuer, only })
  const own = points.filter(
    ({ crlIssuer }) => !crlIssuer?.every((name) => !sameName(name, directory(crl.issuer))),
  )
  const matching = names
    ? (own.length > 0 ? own : [{ names: [directory(certificate.issuer)] }]).filter((point) =>
        point.names.some((name) => names.some((other) => sameName(name, other))),
      )
    : own
  if (names && matching.length === 0)
    return open('crl-scope-other', { issuer, only: 'another distribution point' })
  const listed = crl.scope?.reasons ?? listedReasons
  const wanted =
    matching.length > 0 ? matching.flatMap((point) => point.reasons ?? listedReasons) : listedReasons
  return listed.filter((reason) => wanted.includes(reason))
}

const directory = (name: Certificate['issuer']): GeneralName => ({ kind: 'directory', name })

/**
 * Nothing when the list is signed by its issuer: by the certificate above in the path, or by another one
 * of that name, such as one for lists alone, that leads to the same root. The usage must allow it.
 */
async function judgeSigner(
  crl: Crl,
  { context, issuer: above }: Question,
  signerRules: SignerRules,
): Promise<Answer | undefined> {
  const issuer = crl.issuer.text
  const known = [above, ...context.path, ...context.candidates, ...context.roots]
  const named = signersNamed(known, ({ subject }) => subject.equals(crl.issuer), crl.authorityKeyIdentifier)
  let trouble: Open | undefined
  for (const signer of named) {
    const right = await signedBy(crl, signer, context)
    if (right === true) {
      const usage = signer.extensions.keyUsage
      if (usage && !usage.includes('cRLSign')) trouble = open('crl-signer-usage-wrong', { issuer })
      else if (sameCertificate(signer, above)) return undefined
      else if (
        await leadsToSameRoot(signer, context, [], later(crl.thisUpdate, context.at), signerRules(crl))
      )
        return undefined
      else trouble = open('revocation-signer-untrusted', { issuer })
    } else trouble ??= notSigned(right, issuer, crl)
  }
  return trouble ?? open('revocation-signer-unknown', { issuer })
}
