import type { CmsSigner, VerifyCmsOptions } from '../cms/report.ts'
import type { Conclusion } from '../conclude.ts'
import type { PdfAttachment } from '../pdf/attachments.ts'
import type { Check } from '../report.ts'
import type { PdfChange } from './forensics/change.ts'

/** What is trusted and when is as for `verifyCms`. */
export interface VerifyPdfOptions
  extends Pick<
    VerifyCmsOptions,
    'roots' | 'intermediates' | 'at' | 'policy' | 'rules' | 'requireSigningCertificate'
  > {
  /** How many signatures the file may carry; `one` unless given. */
  readonly signatures?: 'one' | 'several'
  /** Accepted /SubFilter values; `ETSI.CAdES.detached` alone unless given. */
  readonly subFilters?: readonly string[]
  /**
   * Demands that the seal certifies the document (DocMDP) and permits at most this: 1 no change,
   * 2 filling in forms, 3 annotating too. Unless given, an uncertified seal will do.
   */
  readonly certification?: 1 | 2 | 3
}

/** What is said of one signature of a PDF. */
export interface PdfSignatureReport extends Conclusion {
  /** Full name of its field. */
  readonly field: string
  readonly checks: readonly Check[]
  /** The time the signer claims (/M). Nothing proves it. */
  readonly time: Date | undefined
  /** /Name, /Reason and /Location as the signer wrote them. */
  readonly name: string | undefined
  readonly reason: string | undefined
  readonly location: string | undefined
  /** What its certification permits (DocMDP): 1, 2 or 3; undefined where it certifies nothing. */
  readonly permission: number | undefined
  /** What later savings changed, and what this seal says to each change; at most 50 of one saving. */
  readonly changes: readonly PdfChange[]
  /** The saving in which it was made, counted from 1; undefined where that cannot be told. */
  readonly revision: number | undefined
  /** The byte of the file up to which it covers everything but itself; undefined when it covers less. */
  readonly covered: number | undefined
  /** The signer with certificate and path; absent when there is not exactly one, or none could be read. */
  readonly signer?: CmsSigner
}

/** A time-stamp of the whole document; `verifyTimeStamp` judges its token. */
export interface PdfTimeStamp {
  /** Full name of its field. */
  readonly field: string
  /** The token, and the bytes that it is over, once it covers all of its revision but itself. */
  readonly token: Uint8Array
  readonly content: readonly Uint8Array[]
}

/** A file attached to the PDF, decoded. */
export interface PdfReportAttachment extends Omit<PdfAttachment, 'stream'> {
  readonly bytes: Uint8Array
}

/** What is said of a sealed PDF. There is no yes-or-no beside it: read `indication`. */
export interface PdfReport extends Conclusion {
  /** Every check: those of the file, then those of each signature. */
  readonly checks: readonly Check[]
  /** In the order of the form's fields. */
  readonly signatures: readonly PdfSignatureReport[]
  /** Time-stamps of the whole document that sit where they should; none of them is judged here. */
  readonly timeStamps: readonly PdfTimeStamp[]
  /** The signer, when the file carries exactly one signature with one signer. */
  readonly signer?: CmsSigner
  /**
   * The attachments as the last seal covers them; of an unsealed file, as they stand. Believe them
   * only as far as `indication` goes.
   */
  readonly attachments: readonly PdfReportAttachment[]
  /** How often the file was saved; 0 when it could not be read. */
  readonly revisions: number
}
