export { digest, verifySignature } from '#crypto'
export {
  type AlgorithmPolicy,
  type AlgorithmRule,
  allowsKey,
  defaultAlgorithmPolicy,
} from './algorithm-policy.ts'
export { type Certificate, readCertificate } from './certificate.ts'
export { readUnverifiedCms, type UnverifiedCms } from './cms/read-unverified.ts'
export type { CmsReport, CmsSigner, VerifyCmsOptions } from './cms/report.ts'
export { type SignCmsDigestOptions, type SignCmsOptions, signCms, signCmsDigest } from './cms/sign.ts'
export { verifyCms } from './cms/verify.ts'
export { type Conclusion, conclude } from './conclude.ts'
export type { PublicKey } from './crypto/public-key.ts'
export type { SignatureScheme } from './crypto/scheme.ts'
export type { Extension, Extensions, KeyUsage } from './extensions.ts'
export type { GeneralName } from './general-name.ts'
export { limits } from './limits.ts'
export type { DistinguishedName, NameAttribute } from './name.ts'
export type { Appearance, DrawnAppearance, GivenAppearance, Rect } from './pades/appearance.ts'
export type { ChangeKind, PdfChange, Permission } from './pades/forensics/change.ts'
export type { Subject } from './pades/forensics/words.ts'
export { type PadesReason, padesReasons } from './pades/reasons.ts'
export type {
  PdfReport,
  PdfReportAttachment,
  PdfSignatureReport,
  PdfTimeStamp,
  VerifyPdfOptions,
} from './pades/report.ts'
export { type PdfReportJson, type PdfSignatureJson, pdfReportJson } from './pades/report-json.ts'
export { type SealOptions, sealPdf, type VisibleSeal } from './pades/seal.ts'
export { type SealPreparedOptions, sealPrepared } from './pades/seal-prepared.ts'
export { verifyPdf } from './pades/verify.ts'
export type { PolicySettings } from './path/policies.ts'
export { buildPath, type PathAnswer, type PathRequest } from './path.ts'
export type { PathContext, PathRule } from './path-rules.ts'
export { attachmentsOf, type PdfAttachment } from './pdf/attachments.ts'
export { fieldsOf, type PdfField } from './pdf/fields.ts'
export { type PdfLimits, pdfLimits } from './pdf/limits.ts'
export type { PdfDict, PdfObject, PdfRef, PdfStream, PdfString } from './pdf/object.ts'
export { type PdfPage, pagesOf } from './pdf/pages.ts'
export { type Pdf, readPdf } from './pdf/reader.ts'
export type { Revision } from './pdf/revision.ts'
export { type PdfSignature, signaturesOf } from './pdf/signatures.ts'
export type { XrefEntry } from './pdf/xref.ts'
export { type Reason, reasons } from './reasons.ts'
export {
  type Check,
  type Evidence,
  found,
  type Indication,
  type Outcome,
  passed,
  type ReasonRow,
} from './report.ts'
export {
  type CertificateJson,
  type ConclusionJson,
  conclusionJson,
  type ReportJson,
  reportJson,
  type SignerJson,
} from './report-json.ts'
export { type Crl, type CrlScope, readCrl } from './revocation/crl.ts'
export type { CrlEntries, CrlEntry } from './revocation/crl-entries.ts'
export {
  type Fetch,
  type FetchAnswer,
  type Fetched,
  type FetcherOptions,
  type FetchInit,
  type RevocationCache,
  type RevocationFetcher,
  revocationFetcher,
} from './revocation/fetcher.ts'
export {
  type BasicOcspResponse,
  type OcspAnswer,
  type OcspResponse,
  readOcspResponse,
} from './revocation/ocsp.ts'
export { ocspRequest } from './revocation/ocsp-request.ts'
export type { RevocationReason } from './revocation/reasons.ts'
export { type RevocationOptions, revocationRule } from './revocation/rule.ts'
export {
  indicationUri,
  isSubIndication,
  type SubIndication,
  subIndications,
  subIndicationUri,
} from './sub-indications.ts'
export { orderOf } from './timestamp/order.ts'
export {
  readTimeStampResponse,
  type TimeStampRequest,
  type TimeStampResponse,
  timeStampRequest,
} from './timestamp/response.ts'
export { readTimeStamp, type TimeStamp } from './timestamp/token.ts'
export { type TimeStampReport, type VerifyTimeStampOptions, verifyTimeStamp } from './timestamp/verify.ts'
export type { Work } from './work.ts'
