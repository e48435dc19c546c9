export type { AlgorithmPolicy, AlgorithmRule, Check } from '@licencevault/signing'
export { defaultAlgorithmPolicy } from '@licencevault/signing'
export {
  type AuthorityList,
  authorityListFormats,
  authorityListLimits,
  type Entitlement,
  type LedgerKey,
  type ListedAuthority,
  type ListedLedger,
  type PaperKey,
} from './authority-list.ts'
export { composeAuthorityList, readAuthorityList } from './authority-list-json.ts'
export { openTrust, rootsOf, sealAuthorityList, type TrustOptions, TSL_SIGNING } from './open-trust.ts'
export { type Reason, reasons } from './reasons.ts'
export type {
  CheckName,
  LicenceFacts,
  LicenceReport,
  ListedName,
  QrFacts,
  QrReport,
  Report,
  SealFacts,
} from './report.ts'
export type { Trust, TrustedAuthority, TrustedLedgerKey, TrustedPaperKey } from './trust.ts'
export { verdictNames } from './verdict-names.ts'
export type { Answer, Verdict } from './verdicts.ts'
export { verifyLicence } from './verify-licence.ts'
export { verifyQr } from './verify-qr.ts'
