import { readIdentifier, type Statement } from '@licencevault/licence'
import { passed } from '@licencevault/signing'
import type { Check, LicenceFacts } from '@licencevault/verify'
import type { Caller } from '../caller.ts'
import { findLicence } from '../licences.ts'
import type { Office } from '../office.ts'
import { instant, timeOf } from '../times.ts'
import { compareFace } from './face.ts'
import { notHere, outcomeOf, printed } from './outcome.ts'
import { finding } from './reasons.ts'
import type { Face, Report } from './room.ts'
import { mayKnow, statusCheck, statusOf } from './standing.ts'
import { wordsOf } from './words.ts'

/** Answers from rows bound to the ledger on this call, and compares what the paper says. */
export async function byIdentifier(
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
  const status = await statusOf(office, caller, bound)
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

/** What only those may learn who may read the licence. */
function personal({ number, holders, fields }: Statement, statementDigest: string): Partial<LicenceFacts> {
  return { number, holders, fields, statementDigest }
}

const recorded = {
  en: 'It was issued by this vault: entry {index} of its ledger, with which the row agrees.',
  zh: '由本证照库颁发：账本第 {index} 条，与数据库记录一致。',
}
