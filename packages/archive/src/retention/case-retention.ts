import type { Words } from '@licencevault/errors'
import { type Explanation, explain, type TraceStep } from './explain.ts'
import { type StartRule, startRules } from './start-rule.ts'
import { dayAfter, readTerm, type Term } from './term.ts'

/** One rule of the schedule that applies to a case: that of its item, or of a material filed in it. */
export interface AppliedRule {
  /** Code of the material; absent for the item's own rule. */
  readonly material?: string
  /** What the rule is of, as a reader knows it. */
  readonly name: Words
  readonly retention: string
  readonly start: StartRule
  /** Word of the event, under `EVENT`. */
  readonly event?: string
}

/** The life of a licence that the case produced, its successors included. */
export interface LicenceLife {
  readonly identifier: string
  /** Last day on which it is in force; `null` for no end, `undefined` where nobody has told yet. */
  readonly lastDay: string | null | undefined
  /** What ended it or lets it go on; its validity, if left out. */
  readonly because?: 'ended' | 'succeeded'
  /** The last of its successors, where `because` is `succeeded`. */
  readonly through?: string
}

export interface RetentionFacts {
  readonly closedOn: string
  /** The table the rules are of, and since when it is in force. */
  readonly schedule: { readonly number: number; readonly effectiveFrom: string }
  readonly rules: readonly AppliedRule[]
  readonly licences: readonly LicenceLife[]
  /** Day by word of the event. */
  readonly events: Readonly<Record<string, string>>
  /** Whether a case stays while a licence that it produced is in force, whatever its rule; true unless told. */
  readonly keepWhileInForce?: boolean
}

/**
 * How long a case is kept. Civil dates throughout.
 *
 * - `permanent`: never falls due
 * - `fixed`: the first day on which it may be appraised is `dueOn`
 * - `open`: its term cannot run out before something happens that has not happened: an event, a licence's end;
 *   or it would run past the year 9999
 */
export interface Retention {
  readonly state: 'permanent' | 'fixed' | 'open'
  /** The code of the rule that decides: of the longest term. */
  readonly retention: string
  /** First day of the deciding term. */
  readonly startOn: string | null
  /** Last day of the deciding term itself. */
  readonly lastDay: string | null
  readonly dueOn: string | null
  /** How it was reached, step by step, in words. */
  readonly trace: readonly TraceStep[]
}

/**
 * The retention of a case, which is the unit of disposal: the longest of the terms of its materials, and never
 * over while a licence that it produced is in force.
 *
 * @throws VaultError `retention-unknown`
 */
export function retentionOf(facts: RetentionFacts): Retention {
  const say = explain()
  say('closed', { on: facts.closedOn })
  say('schedule', { number: facts.schedule.number, from: facts.schedule.effectiveFrom })
  for (const life of facts.licences) sayLife(say, life)
  const periods = facts.rules.map((rule) => periodOf(rule, facts, say))
  const longest = periods.reduce((a, b) => (compare(b, a) > 0 ? b : a))
  if (periods.length > 1) say('longest', { ofEn: longest.rule.name.en, ofZh: longest.rule.name.zh })
  const retention = longest.term.code
  const { startOn, dueOn } = longest
  if (longest.kind === 'permanent') {
    say('permanent', {})
    return { state: 'permanent', retention, startOn: null, lastDay: null, dueOn: null, trace: say.steps }
  }
  if (longest.kind === 'open') {
    say('open', {})
    return { state: 'open', retention, startOn, lastDay: null, dueOn: null, trace: say.steps }
  }
  const lastDay = dueOn && text(dueOn.subtract({ days: 1 }))
  const due = afterLicences(dueOn, facts, say)
  if (!due) return { state: 'open', retention, startOn, lastDay, dueOn: null, trace: say.steps }
  say('due', { on: text(due) })
  return { state: 'fixed', retention, startOn, lastDay, dueOn: text(due), trace: say.steps }
}

interface Period {
  readonly rule: AppliedRule
  readonly term: Term
  readonly kind: 'permanent' | 'open' | 'fixed'
  readonly startOn: string | null
  readonly dueOn: Temporal.PlainDate | null
}

function periodOf(rule: AppliedRule, facts: RetentionFacts, say: Explanation): Period {
  const term = readTerm(rule.retention)
  const named = { ofEn: rule.name.en, ofZh: rule.name.zh, term: term.name.en, termZh: term.name.zh }
  const common = { rule, term }
  if (!term.length) {
    say('rule-permanent', named)
    return { ...common, kind: 'permanent', startOn: null, dueOn: null }
  }
  const { en, zh } = startRules[rule.start]
  say('rule', { ...named, start: en, startZh: zh })
  const start = startOf(rule, facts, say)
  if (!start) return { ...common, kind: 'open', startOn: null, dueOn: null }
  const dueOn = dayAfter(start, term.length)
  if (dueOn.year > LAST_YEAR) {
    say('beyond', named)
    return { ...common, kind: 'open', startOn: null, dueOn: null }
  }
  say('runs', { from: text(start), until: text(dueOn.subtract({ days: 1 })), ...named })
  return { ...common, kind: 'fixed', startOn: text(start), dueOn }
}

/** First day of the term, or nothing while it cannot be told. */
function startOf(rule: AppliedRule, facts: RetentionFacts, say: Explanation): Temporal.PlainDate | undefined {
  const closed = Temporal.PlainDate.from(facts.closedOn)
  switch (rule.start) {
    case 'CLOSE_DATE':
      return closed
    case 'NEXT_JAN_1_AFTER_CLOSE':
      return januaryAfter(closed)
    case 'EVENT': {
      const on = facts.events[rule.event ?? '']
      if (on === undefined) {
        say('event-awaited', { event: rule.event ?? '' })
        return undefined
      }
      say('event', { event: rule.event ?? '', on })
      return notBefore(closed, Temporal.PlainDate.from(on), say)
    }
    case 'LICENCE_END': {
      if (facts.licences.length === 0) {
        say('no-licence', {})
        return januaryAfter(closed)
      }
      const end = lastDayOf(facts.licences)
      if (!end) {
        say('licence-awaited', {})
        return undefined
      }
      return notBefore(closed, end.add({ days: 1 }), say)
    }
  }
}

/** What took place before a case was closed cannot start its term before there was the case. */
function notBefore(closed: Temporal.PlainDate, start: Temporal.PlainDate, say: Explanation) {
  if (Temporal.PlainDate.compare(start, closed) >= 0) return start
  say('not-before-closing', { on: text(closed) })
  return closed
}

/** The due date put off to the day after the last licence ends; nothing while none can be told. */
function afterLicences(due: Temporal.PlainDate | null, facts: RetentionFacts, say: Explanation) {
  if (!due || facts.keepWhileInForce === false || facts.licences.length === 0) return due
  const end = lastDayOf(facts.licences)
  if (!end) {
    say('kept-in-force', {})
    return null
  }
  const after = end.add({ days: 1 })
  if (Temporal.PlainDate.compare(after, due) <= 0) return due
  if (after.year > LAST_YEAR) {
    say('licence-beyond', {})
    return null
  }
  say('put-off', { from: text(due), on: text(after) })
  return after
}

function sayLife(say: Explanation, { identifier, lastDay, because, through = '' }: LicenceLife): void {
  if (lastDay === undefined) say('licence-unknown', { identifier })
  else if (because === 'succeeded') {
    if (lastDay === null) say('licence-succeeded-open', { identifier, through })
    else say('licence-succeeded', { identifier, through, on: lastDay })
  } else if (lastDay === null) say('licence-open', { identifier })
  else say(because === 'ended' ? 'licence-ended' : 'licence-until', { identifier, on: lastDay })
}

/** The last day of the last licence in force; nothing if one has no end, or nobody knows it. */
function lastDayOf(licences: readonly LicenceLife[]): Temporal.PlainDate | undefined {
  let last: Temporal.PlainDate | undefined
  for (const { lastDay } of licences) {
    if (lastDay === null || lastDay === undefined) return undefined
    const day = Temporal.PlainDate.from(lastDay)
    last = last ? later(last, day) : day
  }
  return last
}

/** Dates are written with four digits of the year, and compared as text. */
const LAST_YEAR = 9999

const RANK = { fixed: 0, open: 1, permanent: 2 } as const

function compare(a: Period, b: Period): number {
  if (a.dueOn && b.dueOn) return Temporal.PlainDate.compare(a.dueOn, b.dueOn)
  return RANK[a.kind] - RANK[b.kind]
}

const januaryAfter = ({ year }: Temporal.PlainDate) =>
  Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 })

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) >= 0 ? a : b

const text = (date: Temporal.PlainDate) => date.toString()
