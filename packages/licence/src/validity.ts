import { addDays, addMonths, displayDate, isCivilDate } from './civil-date.ts'
import { error } from './codes.ts'
import { type Finding, finding } from './finding.ts'
import type { Term, ValidityRule } from './type.ts'

/** Civil dates, both inside the validity; `until: null` is 长期. */
export interface Validity {
  readonly from: string
  readonly until: string | null
}

/** The longest term, in years: the use of land for housing is granted for 70. */
const MAX_TERM_YEARS = 100

/**
 * The last day of a term that begins on `from`, which itself is inside: five years from 2026-11-23 end
 * on 2031-11-22. Where the last month has no day of that number, the month's last day is the end
 * (民法典 art. 202): five years from 2024-02-29 end on 2029-02-28, a month from 31 January at the end of
 * February.
 *
 * @throws VaultError `date-wrong`, `date-out-of-range`, `term-wrong`
 */
export function endOfTerm(from: string, term: Term): string {
  if (!isTerm(term)) throw error('term-wrong', { most: MAX_TERM_YEARS })
  return addDays(addMonths(from, (term.years ?? 0) * 12 + (term.months ?? 0)), (term.days ?? 0) - 1)
}

/** Is this a term: whole years, months and days, at least one day, at most 100 years? */
export function isTerm(term: unknown): term is Term {
  if (typeof term !== 'object' || term === null || Array.isArray(term)) return false
  const { years = 0, months = 0, days = 0, ...rest } = term as Term
  const counts = [years, months, days]
  return (
    Object.keys(rest).length === 0 &&
    counts.every((count) => Number.isInteger(count) && count >= 0) &&
    counts.some((count) => count > 0) &&
    years + months / 12 + days / 365 <= MAX_TERM_YEARS
  )
}

/** Whatever begins no later than this ends before the year 10000. */
const LAST_START = '9898-12-31'

/** Checks the dates of a validity against the rule of a type. All findings, none when it fits. */
export function checkValidity(rule: ValidityRule, { from, until }: Validity, path = ''): readonly Finding[] {
  if (!isCivilDate(from)) return [wrongDate(from, `${path}/from`)]
  if (from > LAST_START) return [finding('date-out-of-range', `${path}/from`)]
  if (until === null) return checkIndefinite(rule, `${path}/until`)
  if (!isCivilDate(until)) return [wrongDate(until, `${path}/until`)]
  if (until < from) return [finding('validity-reversed', `${path}/until`, { from, until })]
  return checkEnd(rule, { from, until }, `${path}/until`)
}

/** Where a day lies: before the validity, within it (both ends included), or after it. */
export function periodOn(validity: Validity, date: string): 'before' | 'within' | 'after' {
  for (const day of [validity.from, date, ...(validity.until === null ? [] : [validity.until])]) {
    if (!isCivilDate(day)) throw error('date-wrong', { found: String(day).slice(0, 40) })
  }
  if (date < validity.from) return 'before'
  return validity.until !== null && date > validity.until ? 'after' : 'within'
}

/** Is this day within the validity, both ends included? Throws VaultError `date-wrong`. */
export function inForce(validity: Validity, date: string): boolean {
  return periodOn(validity, date) === 'within'
}

/** `2026年11月23日`, or 长期 for `null`: the display form of GB/T 36903. Throws VaultError `date-wrong`. */
export function displayUntil(until: string | null): string {
  return until === null ? '长期' : displayDate(until)
}

function wrongDate(found: unknown, path: string): Finding {
  return finding('date-wrong', path, { found: String(found).slice(0, 40) })
}

function checkIndefinite(rule: ValidityRule, path: string): Finding[] {
  const allowed = rule.kind === 'indefinite' || rule.orIndefinite === true
  return allowed ? [] : [finding('validity-indefinite-not-allowed', path)]
}

function checkEnd(
  rule: ValidityRule,
  { from, until }: { from: string; until: string },
  path: string,
): Finding[] {
  switch (rule.kind) {
    case 'indefinite':
      return [finding('validity-must-be-indefinite', path)]
    case 'fixed': {
      const ends = rule.terms.map((term) => endOfTerm(from, term))
      return ends.includes(until)
        ? []
        : [finding('validity-not-a-term', path, { until, ends: ends.join(', '), endsZh: ends.join('、') })]
    }
    case 'range': {
      const [earliest, latest] = [endOfTerm(from, rule.min), endOfTerm(from, rule.max)]
      return earliest <= until && until <= latest
        ? []
        : [finding('validity-out-of-range', path, { until, earliest, latest })]
    }
  }
}
