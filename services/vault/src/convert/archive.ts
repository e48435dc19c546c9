import type {
  CaseExceptionInput,
  DueQuery as DueQueryMessage,
  FileCaseResponseInput,
  FiledCaseInput,
  HoldInput,
} from '@licencevault/api'
import type {
  Caller,
  CaseException,
  CaseSummary,
  CountBy,
  DueQuery,
  Filed,
  Hold,
  PlacedHold,
  TraceStep,
} from '@licencevault/archive'
import { error } from '../codes.ts'
import { caseOutcomeTo } from './enums.ts'
import { said } from './licence.ts'

/** The caller with the person who sits at it; the application answers for the name. */
export function personAt(caller: Caller, user: string): Caller {
  if (user === '') return caller
  if (/^[^\p{C}\s](?:[^\p{C}]{0,98}[^\p{C}\s])?$/u.test(user)) return { ...caller, user }
  throw error('message-member-wrong', {
    path: 'user',
    problem: 'it must be 1 to 100 characters without control characters or outer spaces',
    problemZh: '应为 1 至 100 个字符，不含控制字符，首尾无空格',
  })
}

/** As {@link personAt}, for what two persons decide, or what stands on record by name. */
export function namedPersonAt(caller: Caller, user: string): Caller {
  if (user !== '') return personAt(caller, user)
  throw error('message-member-wrong', {
    path: 'user',
    problem: 'it must say who does this',
    problemZh: '须写明由谁办理',
  })
}

export function caseTo({ outcome, startOn, dueOn, holds, ...same }: CaseSummary): FiledCaseInput {
  return {
    ...same,
    outcome: caseOutcomeTo(outcome),
    startOn: startOn ?? '',
    dueOn: dueOn ?? '',
    holds: holds.map(holdTo),
  }
}

export function holdTo({ to, ...same }: Hold | PlacedHold): HoldInput {
  return { ...same, to: to ?? '' }
}

export const traceTo = (steps: readonly TraceStep[]) =>
  steps.map(({ step, sentence }) => ({ step, sentence }))

export function filedTo({ dueOn, trace, checks, ...same }: Filed): FileCaseResponseInput {
  return { ...same, dueOn: dueOn ?? '', trace: traceTo(trace), checks: [...checks] }
}

export const exceptionTo = (exception: CaseException): CaseExceptionInput => exception

export function dueQueryFrom(message: DueQueryMessage | null, own: string | undefined): DueQuery {
  const { from, to, fonds, class: category, item, office, retention, held } = message ?? {}
  return {
    ...said('from', from),
    ...said('to', to),
    ...said('fonds', fonds),
    ...said('class', category),
    ...said('item', item),
    // Who reaches the cases of its own office alone finds no others, whatever it asks for.
    ...said('office', own ?? office),
    ...said('retention', retention),
    ...(message?._held === 'held' && held !== undefined ? { held } : {}),
  }
}

const countables: readonly CountBy[] = ['fonds', 'class', 'item', 'office', 'retention', 'held', 'year']

export function countByFrom(word: string): CountBy | undefined {
  if (word === '') return undefined
  const by = countables.find((known) => known === word)
  if (by) return by
  const of = countables.join(', ')
  throw error('message-member-wrong', {
    path: 'by',
    problem: `it must be one of ${of}`,
    problemZh: `应为以下之一：${of}`,
  })
}
