import { VaultError } from '@licencevault/errors'
import { finding } from '../finding.ts'
import { problemIn } from '../problems.ts'
import type { Reason } from '../reasons.ts'
import type { Check } from '../report.ts'

/** A check together with what it brought to light. */
export interface Judged<T> {
  readonly check: Check
  readonly value?: T
}

/** The check of something that an earlier finding left nothing of. */
export function notReached(name: string): Check {
  return finding('skipped', name, 'not-reached')
}

/** Reads something an attacker wrote: the value, or a failed check that says what is wrong with it. */
export function orFinding<T extends object>(name: string, reason: Reason, read: () => T): T | Check {
  try {
    return read()
  } catch (trouble) {
    if (!(trouble instanceof VaultError)) throw trouble
    const { details } = trouble
    const evidence = {
      code: trouble.code,
      ...problemIn(trouble),
      ...('offset' in details && { offset: details.offset ?? 0 }),
    }
    return finding('failed', name, trouble.code === 'limit-exceeded' ? 'over-limits' : reason, evidence)
  }
}
