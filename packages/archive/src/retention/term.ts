import type { Words } from '@licencevault/errors'
import { error } from '../codes.ts'

/**
 * 保管期限 as written in schedules: `Y` permanent, `D30`, `D10`, or an explicit term of whole years, months
 * and days such as `P15Y` or `P1Y6M`.
 */
export interface Term {
  readonly code: string
  readonly name: Words
  /** Absent exactly where it is kept for ever. */
  readonly length?: { readonly years: number; readonly months: number; readonly days: number }
}

/** The longest explicit term, in years. */
export const MAX_TERM_YEARS = 200

const EXPLICIT = /^P(?=[0-9])(?:([0-9]{1,3})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,5})D)?$/

const standard: Readonly<Record<string, Term>> = {
  Y: { code: 'Y', name: { en: 'permanent', zh: '永久' } },
  D30: termOf('D30', 30, 0, 0),
  D10: termOf('D10', 10, 0, 0),
}

/** Reads a retention code. Throws VaultError `retention-unknown`. */
export function readTerm(code: string): Term {
  const known = typeof code === 'string' && Object.hasOwn(standard, code) ? standard[code] : undefined
  const read = known ?? explicit(code)
  if (!read) throw error('retention-unknown', { found: String(code).slice(0, 40), years: MAX_TERM_YEARS })
  return read
}

export function isTerm(code: unknown): boolean {
  return typeof code === 'string' && (Object.hasOwn(standard, code) || explicit(code) !== undefined)
}

function explicit(code: unknown): Term | undefined {
  const match = typeof code === 'string' ? EXPLICIT.exec(code) : null
  if (!match) return undefined
  const [years, months, days] = [Number(match[1] ?? 0), Number(match[2] ?? 0), Number(match[3] ?? 0)]
  const within = years + months / 12 + days / 365 <= MAX_TERM_YEARS
  return within && years + months + days > 0 ? termOf(match[0], years, months, days) : undefined
}

function termOf(code: string, years: number, months: number, days: number): Term {
  return { code, name: nameOf([years, months, days]), length: { years, months, days } }
}

function nameOf(counts: readonly [number, number, number]): Words {
  const units = [
    ['year', '年'],
    ['month', '个月'],
    ['day', '日'],
  ] as const
  const parts = units.flatMap(([en, zh], i) => {
    const count = counts[i] ?? 0
    return count === 0 ? [] : [{ en: `${count} ${en}${count === 1 ? '' : 's'}`, zh: `${count}${zh}` }]
  })
  return { en: parts.map(({ en }) => en).join(' and '), zh: parts.map(({ zh }) => zh).join('') }
}

/**
 * The first day after a term that begins on `start`. Where the last month has no such day, the term fills that
 * month: a year from 29 February ends on 28 February.
 */
export function dayAfter(start: Temporal.PlainDate, { years, months, days }: NonNullable<Term['length']>) {
  const reached = start.add({ years, months })
  const whole = reached.day === start.day ? reached : reached.add({ days: 1 })
  return whole.add({ days })
}
