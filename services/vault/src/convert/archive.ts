import type {
  CaseExceptionInput,
  DueQuery as DueQueryMessage,
  FileCaseResponseInput,
  FiledCaseInput,
  HoldInput,
  OfficeExceptionsInput,
  UndatedQuery as UndatedQueryMessage,
} from '@licencevault/api'
import type {
  Caller,
  CaseException,
  CaseSummary,
  CountBy,
  DueQuery,
  Filed,
  Hold,
  OfficeExceptions,
  PlacedHold,
  TraceStep,
  UndatedQuery,
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

export const officeExceptionsTo = ({ daysLate, ...counts }: OfficeExceptions): OfficeExceptionsInput => ({
  ...counts,
  daysLateP50: daysLate.p50,
  daysLateP90: daysLate.p90,
  daysLateMost: daysLate.most,
})

export function dueQueryFrom(message: DueQueryMessage | null, own: string | undefined): DueQuery {
  const { from, to } = message ?? {}
  return { ...said('from', from), ...said('to', to), ...narrowedBy(message, own) }
}

export function undatedQueryFrom(message: UndatedQueryMessage | null, own: string | undefined): UndatedQuery {
  // What is neither of the two states is refused by the archive.
  return { state: (message?.state ?? '') as UndatedQuery['state'], ...narrowedBy(message, own) }
}

function narrowedBy(message: DueQueryMessage | UndatedQueryMessage | null, own: string | undefined) {
  const { fonds, class: category, item, office, retention, held } = message ?? {}
  return {
    ...said('fonds', fonds),
    ...said('class', category),
    ...said('item', item),
    // Who reaches the cases of its own office alone finds no others, whatever it asks for.
    ...said('office', own ?? office),
    ...said('retention', retention),
    ...(message?._held === 'held' && held !== undefined ? { held } : {}),
  }
}

const undatedCountables = ['fonds', 'class', 'item', 'office', 'retention', 'held'] as const
const countables = [...undatedCountables, 'year', 'month'] as const

/** By what cases are counted; nothing for the sum alone. */
export const countByFrom = (word: string) => oneOf(countables, word)
export const undatedCountByFrom = (word: string) => oneOf(undatedCountables, word)

function oneOf<T extends CountBy>(known: readonly T[], word: string): T | undefined {
  if (word === '') return undefined
  const by = known.find((one) => one === word)
  if (by) return by
  const of = known.join(', ')
  throw error('message-member-wrong', {
    path: 'by',
    problem: `it must be one of ${of}`,
    problemZh: `应为以下之一：${of}`,
  })
}
