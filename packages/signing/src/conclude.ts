import type { Check, Indication, ReasonRow } from './report.ts'
import { type SubIndication, subIndications } from './sub-indications.ts'

/** What a list of checks comes to. */
export interface Conclusion {
  readonly indication: Indication
  /** Sub-indication of EN 319 102-1; absent when everything passed. */
  readonly subIndication?: SubIndication
}

/**
 * Folds checks to one indication: passed only when there are checks and every one passed. A finding
 * that proves the thing wrong outweighs any that leaves it open; among equals the first one counts.
 *
 * @param tables the tables of reasons that the checks were made from
 */
export function conclude(
  checks: readonly Check[],
  ...tables: readonly Readonly<Record<string, ReasonRow>>[]
): Conclusion {
  if (checks.length > 0 && checks.every((check) => check.outcome === 'passed')) {
    return { indication: 'TOTAL-PASSED' }
  }
  const found = checks
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')
    .flatMap(({ reason = '' }) => tables.flatMap((table) => table[reason]?.subIndication ?? []))
  const proof = found.find((token) => subIndications[token] === 'FAILED')
  if (proof) return { indication: 'TOTAL-FAILED', subIndication: proof }
  const [first] = found
  return first ? { indication: 'INDETERMINATE', subIndication: first } : { indication: 'INDETERMINATE' }
}
