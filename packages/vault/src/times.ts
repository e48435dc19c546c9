import { isCivilDate } from '@licencevault/licence'
import { error } from './codes.ts'

/** 北京时间, UTC+08:00 the year round: the one legal time of the country, and that of every civil date. */
const OFFSET_MS = 8 * 3_600_000

/** The civil date at a moment. */
export function civilDate(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10)
}

/** RFC 3339 in UTC with seconds, as statements write it. */
export function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

/** Microseconds since 1970 of an instant in UTC, such as entries have it. */
export function microseconds(time: string): number {
  const [, seconds, fraction = ''] = /^(.{19})(?:\.(\d{1,6}))?Z$/.exec(time) ?? []
  const micros = Number(fraction.padEnd(6, '0'))
  return Date.parse(`${seconds}Z`) * 1000 + micros
}

/** The other way: RFC 3339 in UTC with six decimals. */
export function timeOf(us: number): string {
  const millis = Math.floor(us / 1000)
  const rest = String(us - millis * 1000).padStart(3, '0')
  return `${new Date(millis).toISOString().slice(0, 23)}${rest}Z`
}

export const microsecondsOf = (at: Date): number => at.getTime() * 1000

/**
 * Reads a time that a caller names: an instant with offset, or a civil date, which begins at midnight.
 * Throws VaultError `effective-time-wrong`.
 */
export function readTime(text: string): number {
  const [date = ''] = text.split('T')
  if (!isCivilDate(date)) throw error('effective-time-wrong', { found: text.slice(0, 40) })
  if (date === text) return (Date.parse(`${date}T00:00:00Z`) - OFFSET_MS) * 1000
  const found = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/.test(text)
  const millis = found ? Date.parse(text) : Number.NaN
  if (!Number.isFinite(millis)) throw error('effective-time-wrong', { found: text.slice(0, 40) })
  return millis * 1000
}
