import { type ConclusionJson, conclusionJson, type SignerJson, signerJson } from '../report-json.ts'
import type { PdfChange } from './forensics/change.ts'
import type { PdfReport, PdfSignatureReport } from './report.ts'

/** What is said of one signature of a PDF, as plain values. */
export interface PdfSignatureJson extends ConclusionJson {
  readonly field: string
  readonly time?: string
  readonly name?: string
  readonly reason?: string
  readonly location?: string
  readonly permission?: number
  readonly revision?: number
  readonly covered?: number
  readonly changes: readonly PdfChange[]
  readonly signer?: SignerJson
}

/** A report of a PDF as plain values; of attachments and time-stamps only their names. */
export interface PdfReportJson extends ConclusionJson {
  readonly format: 'licencevault.pdf-report/1'
  readonly revisions: number
  readonly signatures: readonly PdfSignatureJson[]
  readonly timeStamps: readonly string[]
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[]
}

/**
 * A report of `verifyPdf` as plain values in a fixed order, each change after a seal with it, for storing
 * and for other programs.
 */
export function pdfReportJson(report: PdfReport): PdfReportJson {
  return {
    format: 'licencevault.pdf-report/1',
    ...conclusionJson(report),
    revisions: report.revisions,
    signatures: report.signatures.map(signatureJson),
    timeStamps: report.timeStamps.map(({ field }) => field),
    attachments: report.attachments.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
  }
}

function signatureJson(signature: PdfSignatureReport): PdfSignatureJson {
  const { field, time, name, reason, location, permission, revision, covered, changes, signer } = signature
  return {
    field,
    ...conclusionJson(signature),
    ...(time && { time: time.toISOString() }),
    ...(name !== undefined && { name }),
    ...(reason !== undefined && { reason }),
    ...(location !== undefined && { location }),
    ...(permission !== undefined && { permission }),
    ...(revision !== undefined && { revision }),
    ...(covered !== undefined && { covered }),
    changes: changes.map(changeJson),
    ...(signer && { signer: signerJson(signer) }),
  }
}

function changeJson(change: PdfChange): PdfChange {
  const { revision, kind, subject, permission, page, field, object, path, before, after, sentence } = change
  return {
    ...{ revision, kind, subject, permission },
    ...(page !== undefined && { page }),
    ...(field !== undefined && { field }),
    ...(object !== undefined && { object }),
    ...{ path, before, after },
    sentence: { en: sentence.en, zh: sentence.zh },
  }
}
