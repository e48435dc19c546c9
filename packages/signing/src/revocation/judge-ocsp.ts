import { sameBytes } from '../asn1/strict.ts'
import { hex } from '../bytes.ts'
import { type Certificate, sameCertificate } from '../certificate.ts'
import { sha1Of } from '../crypto/sha1.ts'
import { extensionOf, extensionOids } from '../extensions.ts'
import { knownCertificate } from '../known-certificates.ts'
import type { PathRule } from '../path-rules.ts'
import { isAbout, keyBits } from './cert-id.ts'
import { type Answer, iso, later, type Open, open, outOfTime, type Question } from './evidence.ts'
import type { BasicOcspResponse, OcspAnswer, OcspResponse } from './ocsp.ts'
import { leadsToSameRoot, notSigned, signedBy, signersNamed } from './signer.ts'

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

/** Nothing when somebody signed who may answer; else why nobody did. */
async function judgeResponder(
  response: Successful,
  question: Question,
  settings: OcspSettings,
): Promise<Answer | undefined> {
  const { responder } = response
  const sent = response.certificates.flatMap(readable)
  const known = [question.issuer, ...settings.responders, ...sent, ...question.context.candidates]
  const named: Certificate[] = []
  for (const one of known) if (await isNamed(responder, one)) named.push(one)
  const issuer = responder.kind === 'name' ? responder.name.text : hex(responder.sha1)
  let trouble: Open | undefined
  for (const signer of signersNamed(named, () => true, undefined)) {
    const right = await signedBy(response, signer, question.context)
    if (right === true) {
      trouble = await mayAnswer(signer, sent, response, question, settings)
      if (!trouble) return undefined
    } else trouble ??= notSigned(right, issuer, response)
  }
  return trouble ?? open('revocation-signer-unknown', { issuer })
}

type Successful = Extract<OcspResponse, { status: 'successful' }>

async function isNamed(responder: BasicOcspResponse['responder'], one: Certificate): Promise<boolean> {
  if (responder.kind === 'name') return one.subject.equals(responder.name)
  return sameBytes(await sha1Of(keyBits(one)), responder.sha1)
}

/**
 * Nothing when this certificate may answer: the issuer's, one that the issuer's own key certified for
 * this purpose, or one that the caller trusts.
 */
async function mayAnswer(
  signer: Certificate,
  sent: readonly Certificate[],
  response: Successful,
  question: Question,
  { responders, signerRules }: OcspSettings,
): Promise<Open | undefined> {
  const { context, issuer } = question
  if (sameCertificate(signer, issuer)) return undefined
  const responder = signer.subject.text
  const at = later(response.producedAt, context.at)
  if (responders.some((one) => sameCertificate(one, signer))) {
    const inDates = signer.notBefore <= at && at.getTime() < signer.notAfter.getTime() + 1000
    return inDates ? undefined : open('revocation-signer-untrusted', { issuer: responder })
  }
  const { extendedKeyUsage, keyUsage } = signer.extensions
  const forThis = extendedKeyUsage?.includes(ocspSigning) ?? false
  const signs = !keyUsage || keyUsage.includes('digitalSignature') || keyUsage.includes('nonRepudiation')
  if (!forThis || !signs) return open('ocsp-responder-not-delegated', { responder })
  // Delegated means certified by the issuer, with the key that certified what is asked about.
  const delegated = signer.issuer.equals(issuer.subject) && (await signedBy(signer, issuer, context)) === true
  const rules = extensionOf(signer.extensions, extensionOids.ocspNoCheck) ? [noCheck] : signerRules(response)
  const trusted = delegated && (await leadsToSameRoot(signer, withPath(question), sent, at, rules))
  return trusted ? undefined : open('revocation-signer-untrusted', { issuer: responder })
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
