import { type CodeRow, type Details, fill, type Words } from '@licencevault/errors'
import type { SubIndication } from './sub-indications.ts'

/**
 * What became of one check. `undetermined`: the evidence needed is not here (never read as passed);
 * `skipped`: an earlier failure left nothing to check.
 */
export type Outcome = 'passed' | 'failed' | 'undetermined' | 'skipped'

/** What a check looked at: small plain values that can be stored, shown and argued with. */
export type Evidence = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** One named check: what was asked, what was found, and what to do about it, in both languages. */
export interface Check {
  /** Stable name, such as `seal-intact`. */
  readonly name: string
  readonly outcome: Outcome
  /** Stable word code of the finding; every outcome but `passed` has one. */
  readonly reason?: string
  readonly evidence: Evidence
  readonly sentence: Words
  readonly remedy?: Words
}

/** Main indication of ETSI EN 319 102-1. Unknown or unset reads INDETERMINATE. */
export type Indication = 'TOTAL-PASSED' | 'TOTAL-FAILED' | 'INDETERMINATE'

/** A row of a table of reasons: as a code row, with the sub-indication of EN 319 102-1 it maps to. */
export interface ReasonRow extends Omit<CodeRow, 'kind'> {
  readonly subIndication?: SubIndication
}

/** Makes a check that passed. */
export function passed(name: string, sentence: Words, evidence: Evidence = {}): Check {
  const plain = !sentence.en.includes('{') && !sentence.zh.includes('{')
  if (plain) return { name, outcome: 'passed', evidence, sentence }
  // Filled when it is read: most callers read only the indication, and a report has a dozen of these.
  return {
    name,
    outcome: 'passed',
    evidence,
    get sentence() {
      return fill(sentence, scalars(evidence))
    },
  }
}

/** Makes a check with a finding from a table of reasons; its words are filled from the evidence. */
export function found(
  outcome: Exclude<Outcome, 'passed'>,
  name: string,
  reason: string,
  row: ReasonRow,
  evidence: Evidence = {},
): Check {
  return {
    name,
    outcome,
    reason,
    evidence,
    sentence: fill(row.sentence, scalars(evidence)),
    remedy: fill(row.remedy, scalars(evidence)),
  }
}

function scalars(evidence: Evidence): Details {
  return Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : String(value),
    ]),
  )
}
