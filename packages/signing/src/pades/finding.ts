import { VaultError } from '@licencevault/errors'
import { type Check, type Evidence, found, type Outcome, passed } from '../report.ts'
import { type PadesCheck, type PadesReason, padesReasons, padesSentences, unread } from './reasons.ts'

export const good = (name: PadesCheck, evidence: Evidence = {}): Check =>
  passed(name, padesSentences[name], evidence)

export const bad = (
  name: PadesCheck,
  reason: PadesReason,
  evidence: Evidence = {},
  outcome: Exclude<Outcome, 'passed'> = 'failed',
): Check => found(outcome, name, reason, padesReasons[reason], evidence)

/** The finding that the reader's error comes to; anything but such an error is thrown on. */
export function unreadable(name: PadesCheck, trouble: unknown): Check {
  if (!(trouble instanceof VaultError) || !Object.hasOwn(padesReasons, trouble.code)) throw trouble
  const reason = trouble.code as PadesReason
  return bad(name, reason, trouble.details, unread.has(reason) ? 'undetermined' : 'failed')
}

/** Makes a check that reads on in the file, and so may find that it cannot. */
export function orUnreadable(name: PadesCheck, judge: () => Check): Check {
  try {
    return judge()
  } catch (trouble) {
    return unreadable(name, trouble)
  }
}
