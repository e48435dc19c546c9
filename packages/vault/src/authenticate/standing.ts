import { states } from '@licencevault/licence'
import { type Check, passed } from '@licencevault/signing'
import type { Caller } from '../caller.ts'
import { type Bound, stateNow } from '../licences.ts'
import { scopeOf } from '../may.ts'
import type { Office } from '../office.ts'
import { actOf } from '../status/history.ts'
import { finding } from './reasons.ts'
import type { ReportedStatus, ReportVerdict } from './room.ts'

/** Whoever may read the licence may learn what it says; everybody else holds the paper or does not. */
export function mayKnow(caller: Caller, { row }: Bound): boolean {
  if (caller.role === 'enquirer' || caller.role === 'publisher') return false
  const scope = scopeOf(caller)
  return scope === undefined || scope === row.authority
}

/** The status as a report tells it to this caller: words of a decision may name people. */
export async function statusOf(office: Office, caller: Caller, bound: Bound): Promise<ReportedStatus> {
  const { row, statement, steps } = bound
  const last = steps.at(-1) ?? steps[0]
  const { entry, index } = last.recorded
  const state = stateNow(office, row.state, statement.validity)
  const { name, gb, description } = states[state]
  const tells = gb === '99' && mayKnow(caller, bound)
  const words = description?.zh ?? (tells ? (await actOf(office, last)).description : undefined)
  return {
    state,
    recorded: row.state,
    name,
    ...(gb !== undefined && { code: gb }),
    ...(words !== undefined && { description: words }),
    since: entry.effectiveFrom,
    recordedAt: entry.recordedAt,
    index,
    ...(row.state === 'superseded' && row.successor !== null && { successor: row.successor }),
  }
}

export function verdictOf({ state }: ReportedStatus): ReportVerdict {
  return state === 'pending' ? 'not-yet-valid' : state
}

/** The check `status`: what no file and no code can know. */
export function statusCheck({ state, name, since, recordedAt, index }: ReportedStatus): Check {
  const evidence = { state: name.en, stateZh: name.zh, since, recordedAt, index }
  if (state === 'valid') return passed('status', stands, evidence)
  return finding('status', 'failed', 'state-ends-it', evidence)
}

const stands = {
  en: 'The ledger has it as in force, since {since}; entry {index}.',
  zh: '账本登记其有效，自 {since} 起；第 {index} 条。',
}
