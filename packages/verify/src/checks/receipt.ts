import type { Statement } from '@licencevault/licence'
import type { Certificate, Check } from '@licencevault/signing'
import { instant } from '../beijing-time.ts'
import { finding } from '../report.ts'
import type { TrustedAuthority } from '../trust.ts'

/**
 * Does the file carry the receipt of its ledger, where the list demands one? The time of issue is only
 * claimed, so a thief of a seal could claim an early one; a certificate that began after the demand
 * cannot have sealed before it.
 */
export function receipt(
  { issuedAt }: Statement,
  { name, receipts }: TrustedAuthority,
  certificate: Certificate | undefined,
  carried: boolean,
): Check {
  const begun = certificate ? instant(certificate.notBefore) : issuedAt
  const demanded = receipts !== undefined && (issuedAt >= receipts.since || begun >= receipts.since)
  if (!demanded) return finding('skipped', 'receipt', 'receipt-not-demanded')
  const { ledger, since } = receipts
  const evidence = { ledger, since, authority: name.en, authorityZh: name.zh, issuedAt }
  return carried
    ? finding('undetermined', 'receipt', 'receipt-not-checked', evidence)
    : finding('failed', 'receipt', 'receipt-missing', evidence)
}
