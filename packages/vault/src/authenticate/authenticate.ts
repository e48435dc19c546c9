import { readIdentifier, type Statement, states } from '@licencevault/licence'
import { passed } from '@licencevault/signing'
import { tablesOf } from '@licencevault/stores'
import {
  type Check,
  type LicenceFacts,
  type LicenceReport,
  type Report as PaperReport,
  type QrReport,
  verifyLicence,
  verifyQr,
} from '@licencevault/verify'
import type { Caller } from '../caller.ts'
import type { Catalogue } from '../catalogue/room.ts'
import { error } from '../codes.ts'
import { type Bound, findLicence, readOwn } from '../licences.ts'
import { scopeOf } from '../may.ts'
import type { Office } from '../office.ts'
import type { VaultTables } from '../tables.ts'
import { instant, microsecondsOf, timeOf } from '../times.ts'
import { type Agreement, compareFace } from './face.ts'
import { finding } from './reasons.ts'
import type { Authenticate, Face, Report, ReportedStatus, ReportVerdict } from './room.ts'
import { statusCheck, statusOf, verdictOf } from './standing.ts'
import { officeWords } from './words.ts'

/** Opens the room where licences are authenticated. */
export function openAuthenticate(office: Office, catalogue: Catalogue): Authenticate {
  const byFile = async (file: Uint8Array): Promise<Report> => {
    const at = office.clock()
    const paper = await verifyLicence(file, await catalogue.trust(), { at })
    const { licence } = paper
    return fold({
      by: 'file',
      paper,
      found: await recordedAs(office, licence),
      ...(licence && { licence }),
      checkedAt: instant(at),
      at,
    })
  }
  return Object.freeze<Authenticate>({
    byFile: (_, file) => byFile(file),
    byIdentifier: (caller, identifier, face) => byIdentifier(office, caller, identifier, face),
    async byQr(_, text) {
      const at = office.clock()
      const paper = await verifyQr(text, await catalogue.trust(), { at })
      const found = await recordedAs(office, paper.code)
      return fold({
        by: 'code',
        paper,
        found,
        ...(found?.bound && { licence: printed(found.bound.statement) }),
        at,
      })
    },
    async checkKept(caller, identifier) {
      const { row, file } = await readOwn(office, caller, identifier)
      if (!file) {
        const { en, zh } = states[row.state].name
        throw error('licence-not-kept', { identifier, state: en, stateZh: zh })
      }
      const report = await byFile(await office.blobs.get(office.keys.licence(identifier)))
      if (report.genuine === 'yes') await remember(office, identifier)
      return report
    },
  })
}

async function byIdentifier(
  office: Office,
  caller: Caller,
  identifier: string,
  face: Face | undefined,
): Promise<Report> {
  const at = office.clock()
  const {
    findings: [wrong],
  } = readIdentifier(identifier)
  if (wrong) {
    const { en, zh } = wrong.sentence
    const check = finding('identifier', 'failed', 'identifier-wrong', { problem: en, problemZh: zh })
    return unknown([check], at)
  }
  const bound = await findLicence(office, identifier)
  if (!bound) return unknown([notHere(identifier)], at)
  const status = await statusOf(office, bound)
  const may = mayKnow(caller, bound)
  const { agreement, check } = compareFace(face, bound.statement, may)
  const outcome = outcomeOf(status, agreement)
  const { statement, row, file } = bound
  const words = wordsOf(outcome.verdict)
  return {
    by: 'identifier',
    ...outcome,
    status,
    at: instant(at),
    ...words,
    checks: [
      passed('recorded', recorded, { index: bound.steps[0].recorded.index }),
      statusCheck(status),
      check,
    ],
    licence: may
      ? { ...printed(statement), ...personal(statement, row.statement_digest) }
      : printed(statement),
    ...(file && { sealCheckedAt: timeOf(file.checked_us) }),
  }
}

/** The standard's answers, and ours: what disagrees or lacks comes before what the status says. */
function outcomeOf(
  status: ReportedStatus,
  agreement: Agreement,
): Pick<Report, 'verdict' | 'genuine' | 'inForce' | 'answer'> {
  if (agreement === 'differs') return { verdict: 'face-differs', genuine: 'no', inForce: 'no', answer: 6 }
  if (agreement === 'incomplete') {
    return { verdict: 'face-incomplete', genuine: 'undetermined', inForce: 'undetermined', answer: 4 }
  }
  const { answer } = states[status.state]
  const verdict = verdictOf(status)
  if (status.state === 'issuing') return { verdict, genuine: 'undetermined', inForce: 'no', answer }
  if (status.state === 'void') return { verdict, genuine: 'no', inForce: 'no', answer }
  return { verdict, genuine: 'yes', inForce: status.state === 'valid' ? 'yes' : 'no', answer }
}

/** What file or code says of itself, and what the ledger says of it. */
interface Evidence {
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
async function recordedAs(
  office: Office,
  named: { readonly identifier: string; readonly statementDigest: string } | undefined,
): Promise<Found | undefined> {
  if (!named) return undefined
  const { identifier, statementDigest } = named
  const bound = await findLicence(office, identifier)
  if (!bound) return { bound, status: undefined, agrees: true, check: notHere(identifier) }
  const agrees = bound.row.statement_digest === statementDigest
  const status = await statusOf(office, bound)
  const check = agrees
    ? statusCheck(status)
    : finding('status', 'failed', 'statement-not-recorded', { identifier })
  return { bound, status, agrees, check }
}

/** The gravest decides: what is wrong with file or code, then what the ledger recorded, then the calendar. */
function fold({ by, paper, found, licence, checkedAt, at }: Evidence): Report {
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

function unknown(checks: readonly Check[], at: Date): Report {
  return {
    by: 'identifier',
    verdict: 'unknown',
    genuine: 'undetermined',
    inForce: 'undetermined',
    answer: 5,
    at: instant(at),
    ...wordsOf('unknown'),
    checks,
  }
}

const notHere = (identifier: string) =>
  finding('status', 'undetermined', 'identifier-unknown', { identifier })

function wordsOf(verdict: ReportVerdict): Pick<Report, 'summary' | 'remedy'> {
  const { sentence, remedy } = officeWords[verdict] ?? officeWords.unknown ?? missing()
  return { summary: sentence, remedy }
}

function missing(): never {
  throw new RangeError('a verdict has no words')
}

/** What stands on the paper and says nothing of its holder. */
function printed({
  identifier,
  type,
  authority,
  validity,
  issuedAt,
  issuedOn,
}: Statement): Partial<LicenceFacts> {
  return { identifier, type, authority, validity, issuedAt, issuedOn }
}

function personal({ number, holders, fields }: Statement, statementDigest: string): Partial<LicenceFacts> {
  return { number, holders, fields, statementDigest }
}

/** Whoever may read the licence may learn what it says; everybody else holds the paper or does not. */
function mayKnow(caller: Caller, { row }: Bound): boolean {
  if (caller.role === 'enquirer' || caller.role === 'publisher') return false
  const scope = scopeOf(caller)
  return scope === undefined || scope === row.authority
}

async function remember({ db, clock }: Office, identifier: string): Promise<void> {
  await tablesOf<VaultTables>(db.query)
    .updateTable('vault_files')
    .set({ checked_us: microsecondsOf(clock()) })
    .where('identifier', '=', identifier)
    .execute()
}

const recorded = {
  en: 'It was issued by this vault: entry {index} of its ledger, with which the row agrees.',
  zh: '由本证照库颁发：账本第 {index} 条，与数据库记录一致。',
}
