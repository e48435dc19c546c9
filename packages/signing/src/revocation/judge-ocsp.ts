import { sameBytes } from '../asn1/strict.ts'
import { type Certificate, sameCertificate } from '../certificate.ts'
import { extensionOf, extensionOids } from '../extensions.ts'
import { knownCertificate } from '../known-certificates.ts'
import type { PathRule } from '../path-rules.ts'
import { isAbout, keyBits, sha1Of } from './cert-id.ts'
import { type Answer, iso, later, open, outOfTime, type Question } from './evidence.ts'
import type { BasicOcspResponse, OcspAnswer, OcspResponse } from './ocsp.ts'
import { leadsToSameRoot, signedBy, signersNamed } from './signer.ts'

/** What the judging of a response needs beside the question. */
export interface OcspSettings {
  /** What the request carried; a response with another nonce answers another question. */
  readonly nonce?: Uint8Array
  /** Responders trusted as they are, whoever issued their certificates. */
  readonly responders: readonly Certificate[]
  /** The rules for a delegated responder's path, in which this very response is no evidence. */
  readonly signerRules: (without: OcspResponse) => readonly PathRule[]
}

/** What one response says of one certificate (RFC 6960 §3.2); nothing when it speaks of others. */
export async function judgeOcsp(
  response: OcspResponse,
  question: Question,
  settings: OcspSettings,
): Promise<Answer | undefined> {
  if (response.status !== 'successful') return open('ocsp-no-answer', { status: response.status })
  const { certificate, issuer } = question
  const about: OcspAnswer[] = []
  for (const one of response.answers) if (await isAbout(one, certificate, issuer)) about.push(one)
  const [answer] = about
  if (!answer) return undefined
  if (about.length > 1) return open('ocsp-ambiguous', { count: about.length })
  if (settings.nonce && response.nonce && !sameBytes(settings.nonce, response.nonce))
    return open('ocsp-nonce-wrong')
  const unknown = [...response.unknown, ...answer.unknown]
  if (unknown.length > 0) return open('ocsp-extension-unknown', { extensions: unknown })
  const { thisUpdate, nextUpdate } = answer
  const produced = outOfTime({ thisUpdate: response.producedAt, ...(nextUpdate && { nextUpdate }) }, question)
  if (produced?.reason === 'revocation-from-future') return produced
  if (nextUpdate && nextUpdate < thisUpdate) return open('revocation-outdated', datesOf(answer, question))
  // Judged after the signature when it says revoked: that is for good, however old.
  const late = outOfTime(
    { ...answer, ...(answer.archiveCutoff && { cutoff: answer.archiveCutoff }) },
    question,
  )
  const { certificate: status } = answer
  if (late && (status.status !== 'revoked' || status.reason === 'certificateHold')) return late
  const trouble = await judgeResponder(response, question, settings)
  if (trouble) return trouble
  const source = `OCSP ${iso(thisUpdate)}`
  if (status.status === 'good') return { kind: 'good', source, thisUpdate }
  if (status.status === 'unknown') return open('ocsp-unknown', { subject: certificate.subject.text })
  return { kind: 'revoked', source, thisUpdate, revokedAt: status.revokedAt, reason: status.reason }
}

function datesOf({ thisUpdate, nextUpdate }: OcspAnswer, { context }: Question) {
  return {
    thisUpdate: iso(thisUpdate),
    nextUpdate: nextUpdate ? iso(nextUpdate) : '—',
    at: context.at.toISOString(),
  }
}

/**
 * Nothing when whoever signed may answer: the issuer itself, a responder that the issuer's own key
 * certified for this purpose, or one that the caller trusts.
 */
async function judgeResponder(
  response: BasicOcspResponse & { readonly status: 'successful' },
  question: Question,
  { responders, signerRules }: OcspSettings,
): Promise<Answer | undefined> {
  const { context, issuer } = question
  const { responder } = response
  const sent = response.certificates.flatMap(readable)
  const known = [issuer, ...responders, ...sent, ...context.candidates]
  const byKey = new Set<Certificate>()
  if (responder.kind === 'key') {
    for (const one of known) if (sameBytes(await sha1Of(keyBits(one)), responder.sha1)) byKey.add(one)
  }
  const fits = (one: Certificate) =>
    responder.kind === 'name' ? one.subject.equals(responder.name) : byKey.has(one)
  const name = responder.kind === 'name' ? responder.name.text : 'key'
  let trouble: Answer = open('revocation-signer-unknown', { issuer: name })
  for (const signer of signersNamed(known, fits, undefined)) {
    const right = await signedBy(response, signer, context)
    if (right !== true) {
      if (trouble.kind === 'open' && trouble.reason === 'revocation-signer-unknown') {
        trouble = open(right, { issuer: name, algorithm: response.signatureAlgorithm.oid, steps: 0 })
      }
      continue
    }
    const usage = signer.extensions.keyUsage
    if (sameCertificate(signer, issuer) || responders.some((one) => sameCertificate(one, signer)))
      return undefined
    if (!signer.extensions.extendedKeyUsage?.includes(ocspSigning)) {
      trouble = open('ocsp-responder-not-delegated', { responder: signer.subject.text })
      continue
    }
    if (usage && !usage.includes('digitalSignature') && !usage.includes('nonRepudiation')) {
      trouble = open('ocsp-responder-not-delegated', { responder: signer.subject.text })
      continue
    }
    // Delegated means certified by the issuer, with the key that certified what is asked about.
    const delegated =
      signer.issuer.equals(issuer.subject) && (await signedBy(signer, issuer, context)) === true
    const checked = extensionOf(signer.extensions, extensionOids.ocspNoCheck)
      ? [noCheck]
      : signerRules(response)
    const at = later(response.producedAt, context.at)
    if (delegated && (await leadsToSameRoot(signer, withPath(question), sent, at, checked))) return undefined
    trouble = open('revocation-signer-untrusted', { issuer: signer.subject.text })
  }
  return trouble
}

/** The path above the issuer is judged already; what is asked is the responder's own certificate. */
function withPath({ context, issuer }: Question): Question['context'] {
  const from = context.path.findIndex((one) => sameCertificate(one, issuer))
  return { ...context, path: context.path.slice(from) }
}

/** A responder's certificate may say that nobody need ask about it (RFC 6960 §4.2.2.2.1). */
const noCheck: PathRule = {
  name: 'revocation',
  processes: [extensionOids.ocspNoCheck, extensionOids.crlDistributionPoints],
  judge: () => ({
    name: 'revocation',
    outcome: 'passed',
    evidence: {},
    sentence: {
      en: 'The responder’s certificate says that its revocation need not be checked.',
      zh: '响应者证书声明无需检查其吊销状态。',
    },
  }),
}

const ocspSigning = '1.3.6.1.5.5.7.3.9'

function readable(der: Uint8Array): readonly Certificate[] {
  try {
    return [knownCertificate(der)]
  } catch {
    return []
  }
}
