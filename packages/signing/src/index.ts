export { digest, verifySignature } from '#crypto'
export { type AlgorithmPolicy, type AlgorithmRule, defaultAlgorithmPolicy } from './algorithm-policy.ts'
export { type Certificate, readCertificate } from './certificate.ts'
export type { CmsReport, CmsSigner, VerifyCmsOptions } from './cms/report.ts'
export { type SignCmsDigestOptions, type SignCmsOptions, signCms, signCmsDigest } from './cms/sign.ts'
export { verifyCms } from './cms/verify.ts'
export { type Conclusion, conclude } from './conclude.ts'
export type { PublicKey } from './crypto/public-key.ts'
export type { SignatureScheme } from './crypto/scheme.ts'
export type { Extension, Extensions, KeyUsage } from './extensions.ts'
export { limits } from './limits.ts'
export type { DistinguishedName, NameAttribute } from './name.ts'
export { buildPath, type PathAnswer, type PathRequest } from './path.ts'
export type { PathContext, PathRule } from './path-rules.ts'
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
