import type { Words } from '@licencevault/errors'
import type { Statement } from '@licencevault/licence'
import {
  type Check,
  conclude,
  type Evidence,
  found,
  type Indication,
  isSubIndication,
  type Outcome,
  passed,
} from '@licencevault/signing'
import { instant } from './beijing-time.ts'
import type { Recording } from './checks/receipt.ts'
import { type Reason, reasons } from './reasons.ts'
import {
  type Answer,
  type Verdict,
  type VerdictRow,
  type VerdictWords,
  verdictRows,
  verdictWords,
} from './verdicts.ts'

/** The names of the checks, in the order in which a report lists them. */
export type CheckName =
  | 'pdf-structure'
  | 'one-seal'
  | 'nothing-after-seal'
  | 'seal-intact'
  | 'certificate-path'
  | 'certificate-in-time'
  | 'code-readable'
  | 'code-signature'
  | 'paper-key'
  | 'statement-well-formed'
  | 'statement-agrees'
  | 'authority-known'
  | 'certificate-of-authority'
  | 'authority-entitled'
  | 'receipt'
  | 'validity'
  | 'trust-fresh'
  | 'status'
  | 'face'

/** What was found about one licence: a plain value, the same in every JSON form. */
export interface Report {
  readonly verdict: Verdict
  /** Whether the authority it names made it, and was entitled to. */
  readonly genuine: Answer
  /** Whether it is genuine and `at` lies within its dates; what happened since is not in the file. */
  readonly inForce: Answer
  /** Main and sub-indication of ETSI EN 319 102-1 for the seal; the dates of the licence are no part of it. */
  readonly indication: Indication
  readonly subIndication?: string
  /** The finding that decided; absent when nothing speaks against it. */
  readonly reason?: Reason
  /** The moment judged at, RFC 3339 in UTC. */
  readonly at: string
  /** What to tell the person at the counter. */
  readonly summary: Words
  /** What to do now. */
  readonly remedy: Words
  readonly checks: readonly Check[]
  readonly trust: { readonly sequence: number; readonly issuedAt: string; readonly nextUpdate: string }
}

/** A {@link Report} on a licence file. What the file says is given even where it is not to be trusted. */
export interface LicenceReport extends Report {
  /** What the attached statement says; absent when it cannot be read. Trust it only if `genuine` is `yes`. */
  readonly licence?: LicenceFacts
  /** The authority that the licence names, as the authority list calls it; absent when it is not listed. */
  readonly authority?: ListedName
  readonly seal?: SealFacts
  /** Where and when the ledger recorded it, as its receipt proves; absent where no valid receipt is in it. */
  readonly recording?: Recording
}

export interface LicenceFacts
  extends Pick<
    Statement,
    | 'identifier'
    | 'number'
    | 'type'
    | 'holders'
    | 'fields'
    | 'authority'
    | 'validity'
    | 'issuedAt'
    | 'issuedOn'
  > {
  /** SHA-256 of the statement's bytes, lower-case hex: what the QR token carries. */
  readonly statementDigest: string
}

export interface SealFacts {
  /** Subject of the seal certificate, RFC 4514. */
  readonly subject: string
  readonly issuer: string
  /** SHA-256 of the certificate, lower-case hex. */
  readonly certificateDigest: string
  /** When the seal says it was made; nothing proves it. */
  readonly claimedAt?: string
}

/** A {@link Report} on the text of a QR code. */
export interface QrReport extends Report {
  /** What the code says; absent when it cannot be read. Trust it only if `genuine` is `yes`. */
  readonly code?: QrFacts
}

export interface QrFacts {
  readonly identifier: string
  readonly statementDigest: string
  readonly validity: { readonly from: string; readonly until: string | null }
  /** Lower-case hex. */
  readonly keyId: string
  /** As the authority list calls it; absent when it is not listed. */
  readonly authority?: ListedName
}

export interface ListedName {
  readonly code: string
  readonly name: Words
}

/** Makes a check of this package that passed. */
export function ok(name: CheckName, sentence: Words, evidence: Evidence = {}): Check {
  return passed(name, sentence, evidence)
}

/** Makes a check of this package with a finding. */
export function finding(
  outcome: Exclude<Outcome, 'passed'>,
  name: CheckName,
  reason: Reason,
  evidence: Evidence = {},
): Check {
  return found(outcome, name, reason, reasons[reason], evidence)
}

/** Makes a check that had nothing to look at, because of another one. */
export function skipped(name: CheckName, because: keyof typeof prerequisites): Check {
  const { en: what, zh: whatZh } = prerequisites[because]
  return finding('skipped', name, 'nothing-to-check', { because, what, whatZh })
}

/** The checks that others rest on, as a sentence calls them. */
const prerequisites = {
  'pdf-structure': { en: 'the structure of the PDF', zh: 'PDF 结构' },
  'one-seal': { en: 'the presence of one seal', zh: '唯一签章' },
  'nothing-after-seal': { en: 'what came after the seal', zh: '签章后的更改' },
  'seal-intact': { en: 'the seal itself', zh: '签章完整性' },
  'certificate-path': { en: 'who issued the seal certificate', zh: '印章证书信任链' },
  'statement-well-formed': { en: 'the attached licence data', zh: '证照数据' },
  'authority-known': { en: 'the authority', zh: '颁发机构' },
  'code-readable': { en: 'the content of the code', zh: '二维码内容' },
  'paper-key': { en: 'the code-signing key', zh: '二维码签名密钥' },
} as const satisfies Partial<Record<CheckName, Words>>

/** Folds the checks to the verdict: the gravest finding decides. A code has words of its own. */
export function fold(
  checks: readonly Check[],
  at: Date,
  { sequence, issuedAt, nextUpdate }: Report['trust'],
  wordsOf: Readonly<Record<Verdict, VerdictWords>> = verdictWords,
): Report {
  const { row, check } = decide(checks)
  const { verdict, genuine } = row
  const words = wordsOf[verdict]
  return {
    verdict,
    genuine,
    inForce: inForceOf(checks, genuine),
    ...indicationOf(row, check),
    ...(check?.reason !== undefined && { reason: check.reason as Reason }),
    at: instant(at),
    summary: words.sentence,
    remedy: words.remedy,
    checks,
    trust: { sequence, issuedAt, nextUpdate },
  }
}

function decide(checks: readonly Check[]): { row: Decision; check?: Check | undefined } {
  const stale = checks.some(({ reason }) => reason === 'trust-stale')
  for (const row of verdictRows) {
    if (row.needsCurrentList && stale) continue
    const check = checks.find(({ reason }) => row.reasons.some((known) => known === reason))
    if (check) return { row, check }
  }
  // Nothing is valid by silence: every check must have passed, or be one that no verdict rests on.
  const open = checks.find(({ outcome, reason }) => outcome !== 'passed' && !isRemark(reason))
  if (open || checks.length === 0)
    return { row: { verdict: 'undetermined', genuine: 'undetermined' }, check: open }
  return { row: { verdict: 'valid', genuine: 'yes' } }
}

type Decision = Pick<VerdictRow, 'verdict' | 'genuine'>

/** Findings that say what a file or code cannot know, or that nothing was asked. */
const remarks: readonly Reason[] = ['status-not-asked', 'face-not-in-code', 'receipt-not-demanded']

function isRemark(reason: string | undefined): boolean {
  return remarks.some((known) => known === reason)
}

function inForceOf(checks: readonly Check[], genuine: Answer): Answer {
  const outOfDates = checks.some(({ reason }) => reason === 'expired' || reason === 'not-yet-valid')
  return genuine === 'no' || outOfDates ? 'no' : genuine
}

function indicationOf({ genuine }: Decision, check?: Check): Pick<Report, 'indication' | 'subIndication'> {
  if (genuine === 'yes') return { indication: 'TOTAL-PASSED' }
  if (!check?.reason) return { indication: 'INDETERMINATE' }
  const row = reasons[check.reason as Reason]
  // What the signing layer named more exactly stands in the evidence.
  const { subIndication } = check.evidence
  return conclude([check], {
    [check.reason]: isSubIndication(subIndication) ? { ...row, subIndication } : row,
  })
}
