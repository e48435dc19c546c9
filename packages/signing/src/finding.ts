import { type Reason, reasons } from './reasons.ts'
import { type Check, type Evidence, found, type Outcome } from './report.ts'

/** Makes a check with a finding of the table of a signature and its path. */
export function finding(
  outcome: Exclude<Outcome, 'passed'>,
  name: string,
  reason: Reason,
  evidence: Evidence = {},
): Check {
  return found(outcome, name, reason, reasons[reason], evidence)
}
