import { states } from '@licencevault/licence'
import { type Check, passed } from '@licencevault/signing'
import type { ActText } from '../acts.ts'
import { type Bound, stateNow } from '../licences.ts'
import type { Office } from '../office.ts'
import { historyOf } from '../status/history.ts'
import { finding } from './reasons.ts'
import type { ReportedStatus, ReportVerdict } from './room.ts'

/** The status as a report tells it. */
export async function statusOf(office: Office, bound: Bound): Promise<ReportedStatus> {
  const { row, statement, steps } = bound
  const last = steps.at(-1) ?? steps[0]
  const { entry, index } = last.recorded
  const state = stateNow(office, row.state, statement.validity)
  const { name, gb, description } = states[state]
  const words = description?.zh ?? (gb === '99' ? await describedBy(office, bound) : undefined)
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

/** Code 99 says nothing by itself: the act that led there had to say what it stands for. */
async function describedBy(office: Office, bound: Bound): Promise<ActText['description']> {
  return (await historyOf(office, bound)).at(-1)?.description
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
