import { hex } from './bytes.ts'
import type { Certificate } from './certificate.ts'
import type { CmsReport, CmsSigner } from './cms/report.ts'
import type { Conclusion } from './conclude.ts'
import type { Check } from './report.ts'
import { indicationUri, subIndicationUri } from './sub-indications.ts'

/** A certificate as a report tells of it. */
export interface CertificateJson {
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  readonly notBefore: string
  readonly notAfter: string
}

/** A report's checks and what they come to, as plain values. */
export interface ConclusionJson {
  readonly indication: string
  readonly indicationUri: string
  readonly subIndication?: string
  readonly subIndicationUri?: string
  readonly checks: readonly Check[]
}

/** What is said of one signer, as plain values. */
export interface SignerJson extends ConclusionJson {
  readonly certificate?: CertificateJson
  readonly path: readonly CertificateJson[]
  /** As claimed; nothing proves it. */
  readonly signingTime?: string
  readonly messageDigest?: { readonly hash: string; readonly value: string }
}

export interface ReportJson extends ConclusionJson {
  readonly format: 'licencevault.signature-report/1'
  readonly contentType?: string
  readonly signers: readonly SignerJson[]
}

/**
 * A report as plain values in a fixed order, for storing and for other programs: the same report gives
 * the same text through `JSON.stringify`. Neither content nor signature values are in it.
 */
export function reportJson(report: CmsReport): ReportJson {
  return {
    format: 'licencevault.signature-report/1',
    ...conclusionJson(report),
    ...(report.contentType !== undefined && { contentType: report.contentType }),
    signers: report.signers.map(signerJson),
  }
}

/** As {@link reportJson}, of anything that was concluded from checks: a path, a time-stamp. */
export function conclusionJson({
  indication,
  subIndication,
  checks,
}: Conclusion & { readonly checks: readonly Check[] }): ConclusionJson {
  return {
    indication,
    indicationUri: indicationUri(indication),
    ...(subIndication && { subIndication, subIndicationUri: subIndicationUri(subIndication) }),
    checks: checks.map(checkJson),
  }
}

function checkJson({ name, outcome, reason, evidence, sentence, remedy }: Check): Check {
  const sorted = Object.entries(evidence).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    name,
    outcome,
    ...(reason !== undefined && { reason }),
    evidence: Object.fromEntries(sorted),
    sentence: { en: sentence.en, zh: sentence.zh },
    ...(remedy && { remedy: { en: remedy.en, zh: remedy.zh } }),
  }
}

/** What is said of one signer, as {@link reportJson} has it. */
export function signerJson(signer: CmsSigner): SignerJson {
  const { certificate, path, signingTime, messageDigest } = signer
  return {
    ...conclusionJson(signer),
    ...(certificate && { certificate: certificateJson(certificate) }),
    path: path.map(certificateJson),
    ...(signingTime && { signingTime: signingTime.toISOString() }),
    ...(messageDigest && { messageDigest: { hash: messageDigest.hash, value: hex(messageDigest.value) } }),
  }
}

function certificateJson({ subject, issuer, serialHex, notBefore, notAfter }: Certificate): CertificateJson {
  return {
    subject: subject.text,
    issuer: issuer.text,
    serial: serialHex,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
  }
}
