import { error } from './codes.ts'

/**
 * Civil dates as ISO text, `2026-11-23`, in the proleptic Gregorian calendar, years 0001 to 9999. They
 * carry no time and no zone, so nothing here touches `Date`; text order is date order.
 */

const SHAPE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/

/** Is this text a real date of the form `2026-11-23`? */
export function isCivilDate(text: unknown): text is string {
  return typeof text === 'string' && split(text) !== undefined
}

/**
 * The date so many days later, or earlier when negative.
 *
 * @throws VaultError `date-wrong`, `date-out-of-range`
 */
export function addDays(date: string, days: number): string {
  return inRange(textOfDay(dayOf(date) + days))
}

/**
 * The first day after so many whole months that begin on `date`. Where the last month has no such day,
 * that is the first of the month after: a month from 31 January fills February to its end.
 *
 * @throws VaultError `date-wrong`, `date-out-of-range`
 */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = parts(date)
  const count = year * 12 + (month - 1) + months
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 }
  if (day <= daysIn(target.year, target.month)) return inRange(write({ ...target, day }))
  const next =
    target.month === 12 ? { year: target.year + 1, month: 1 } : { ...target, month: target.month + 1 }
  return inRange(write({ ...next, day: 1 }))
}

/** `2026年11月23日`, the display form of GB/T 36903. Throws VaultError `date-wrong`. */
export function displayDate(date: string): string {
  parts(date)
  return `${date.slice(0, 4)}年${date.slice(5, 7)}月${date.slice(8, 10)}日`
}

interface Ymd {
  readonly year: number
  readonly month: number
  readonly day: number
}

function parts(date: string): Ymd {
  const found = typeof date === 'string' ? split(date) : undefined
  if (!found) throw error('date-wrong', { found: String(date).slice(0, 40) })
  return found
}

function split(text: string): Ymd | undefined {
  const match = SHAPE.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const real = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  return real ? { year, month, day } : undefined
}

function write({ year, month, day }: Ymd): string | undefined {
  if (!(year >= 1 && year <= 9999)) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function inRange(text: string | undefined): string {
  if (text === undefined) throw error('date-out-of-range')
  return text
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468

// Counting from 1 March lets the leap day fall at the end of a year, so that months follow one formula;
// 146,097 is the number of days in 400 years.

/** Days since 1970-01-01, negative before. Throws VaultError `date-wrong`. */
export function dayOf(date: string): number {
  const { year, month, day } = parts(date)
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - EPOCH
}

/** The date so many days since 1970-01-01; `undefined` outside the years 0001 to 9999 and for no integer. */
export function textOfDay(days: unknown): string | undefined {
  if (typeof days !== 'number' || !Number.isInteger(days)) return undefined
  const count = days + EPOCH
  const era = Math.floor(count / 146_097)
  const dayOfEra = count - era * 146_097
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return write({ year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 })
}
