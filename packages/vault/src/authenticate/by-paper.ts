import type { Check, LicenceReport, Report as PaperReport, QrReport } from '@licencevault/verify'
import type { Caller } from '../caller.ts'
import { type Bound, findLicence } from '../licences.ts'
import type { Office } from '../office.ts'
import { instant } from '../times.ts'
import { notHere, outcomeOf } from './outcome.ts'
import { finding } from './reasons.ts'
import type { Report, ReportedStatus, ReportVerdict } from './room.ts'
import { statusCheck, statusOf, verdictOf } from './standing.ts'
import { wordsOf } from './words.ts'

/** What file or code says of itself, and what the ledger says of it. */
export interface Evidence {
  readonly by: 'file' | 'code'
  readonly paper: LicenceReport | QrReport
  readonly found: Found | undefined
  readonly licence?: Report['licence']
  readonly checkedAt?: string
  readonly at: Date
}

interface Found {
  readonly bound: Bound | undefined
  readonly status: ReportedStatus | undefined
  /** Is what file or code says what was recorded? */
  readonly agrees: boolean
  readonly check: Check
}

/** Looks up what a file or code names; nothing is asked where it names nothing that can be read. */
export async function recordedAs(
  office: Office,
  caller: Caller,
  named: { readonly identifier: string; readonly statementDigest: string } | undefined,
): Promise<Found | undefined> {
  if (!named) return undefined
  const { identifier, statementDigest } = named
  const bound = await findLicence(office, identifier)
  if (!bound) return { bound, status: undefined, agrees: true, check: notHere(identifier) }
  const agrees = bound.row.statement_digest === statementDigest
  const status = await statusOf(office, caller, bound)
  const check = agrees
    ? statusCheck(status)
    : finding('status', 'failed', 'statement-not-recorded', { identifier })
  return { bound, status, agrees, check }
}

/** The gravest decides: what is wrong with file or code, then what the ledger recorded, then the calendar. */
export function fold({ by, paper, found, licence, checkedAt, at }: Evidence): Report {
  const checks = paper.checks.map((check) => (check.name === 'status' && found ? found.check : check))
  const common = {
    by,
    at: instant(at),
    checks,
    ...(licence && { licence }),
    ...(checkedAt !== undefined && { sealCheckedAt: checkedAt }),
  }
  const sound = paper.genuine === 'yes'
  if (sound && found && !found.agrees) {
    const verdict = 'not-recorded'
    return {
      ...common,
      verdict,
      genuine: 'no',
      inForce: 'no',
      answer: 6,
      ...fileAnswer(by, verdict),
      ...wordsOf(verdict),
    }
  }
  if (sound && found?.status) {
    const { status } = found
    return {
      ...common,
      ...outcomeOf(status, 'not-given'),
      status,
      ...fileAnswer(by, 'valid'),
      ...wordsOf(verdictOf(status)),
    }
  }
  const { verdict, genuine, summary, remedy } = paper
  const inForce = sound && paper.inForce === 'yes' ? 'undetermined' : paper.inForce
  return {
    ...common,
    verdict,
    genuine,
    inForce,
    answer: answerOf(paper, found),
    ...fileAnswer(by, verdict),
    summary,
    remedy,
  }
}

function answerOf({ genuine }: PaperReport, found: Found | undefined): Report['answer'] {
  if (genuine === 'no') return 6
  return genuine === 'yes' && found ? 5 : 4
}

const passing: ReadonlySet<ReportVerdict> = new Set(['valid', 'expired', 'not-yet-valid'])
/** The file itself is no licence, whatever its seal. */
const unfit: ReadonlySet<ReportVerdict> = new Set(['unreadable', 'not-a-licence', 'not-recorded'])

/** 证照文件验证: 0 passed, 1 the seal fails, 2 the file fails. */
function fileAnswer(by: Report['by'], verdict: ReportVerdict): Pick<Report, 'fileAnswer'> {
  if (by !== 'file') return {}
  return { fileAnswer: passing.has(verdict) ? 0 : unfit.has(verdict) ? 2 : 1 }
}
