import type { VaultError, Words } from '@licencevault/errors'
import { isCivilDate } from './civil-date.ts'
import { error } from './codes.ts'
import { type Finding, step } from './finding.ts'
import { checkText } from './text.ts'

/** What was expected, in words. */
export function words(en: string, zh: string): Words {
  return { en, zh }
}

const OBJECT = words('an object', '对象')
const MISSING = words('expected a value; it is missing', '缺少必填的值')
const DATE = words('a date such as 2026-11-23', '形如 2026-11-23 的日期')
const UNTIL = words('a date not before the first, or null', '不早于起始日的日期，或 null')
const DIGEST = words('SHA-256 in lower-case hex', '以小写十六进制书写的 SHA-256')
const TRIMMED = words('text without a space at either end', '首尾无空格的文本')

/** The checks of a value from outside, failing by the words of its format. */
export interface Shape {
  /** Fails unless it holds. */
  readonly expect: (holds: boolean, path: string, expected: Words) => void
  /** An object with the needed members, perhaps the optional ones, and none beside. */
  readonly members: (
    value: unknown,
    path: string,
    needed: readonly string[],
    optional?: readonly string[],
  ) => object
  /** Text of 1 to so many characters, fit for a licence, without a space at either end. */
  readonly label: (value: unknown, path: string, most: number) => void
  /** A civil date. */
  readonly date: (value: unknown, path: string) => void
  /** `from` and `until`, civil dates in their order; `until` may be `null`. */
  readonly period: (value: unknown, path: string) => void
  /** SHA-256 in lower-case hex. */
  readonly digest: (value: unknown, path: string) => void
  /** Fails with the first of these findings, if there is one. */
  readonly refuse: (findings: readonly Finding[]) => void
}

export function shapeOf(format: 'type' | 'order' | 'statement'): Shape {
  return shapeBy({
    wrong: (path, problem) =>
      error(`${format}-member-wrong`, { path, problem: problem.en, problemZh: problem.zh }),
    unknown: (path) => error(`${format}-member-unknown`, { path }),
  })
}

/** What a format throws where a value is not as it should be, at a JSON Pointer. */
export interface ShapeErrors {
  /** `problem` is a clause, such as “expected an object”. */
  readonly wrong: (path: string, problem: Words) => VaultError
  readonly unknown: (path: string) => VaultError
}

/** The checks of a format whose words are its package's own. */
export function shapeBy(errors: ShapeErrors): Shape {
  const failure = (path: string, problem: Words): VaultError => errors.wrong(path || '/', problem)
  const wrong = (path: string, expected: Words): VaultError =>
    failure(path, words(`expected ${expected.en}`, `应为${expected.zh}`))

  const expect: Shape['expect'] = (holds, path, expected) => {
    if (!holds) throw wrong(path, expected)
  }
  const refuse: Shape['refuse'] = ([first]) => {
    if (first) throw failure(first.path, clauseOf(first.sentence))
  }
  const members: Shape['members'] = (value, path, needed, optional = []) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(path, OBJECT)
    for (const name of Object.keys(value)) {
      if (!needed.includes(name) && !optional.includes(name)) {
        throw errors.unknown(step(path, name.slice(0, 64)))
      }
    }
    for (const name of needed) if (!Object.hasOwn(value, name)) throw failure(step(path, name), MISSING)
    return value
  }
  const label: Shape['label'] = (value, path, most) => {
    if (typeof value !== 'string' || value === '' || !isAtMost(value, most)) {
      throw wrong(path, words(`text of 1 to ${most} characters`, `长度为 1 至 ${most} 个字符的文本`))
    }
    expect(value === value.trim(), path, TRIMMED)
    refuse(checkText(value, path))
  }
  const date: Shape['date'] = (value, path) => expect(isCivilDate(value), path, DATE)
  const period: Shape['period'] = (value, path) => {
    const { from, until } = members(value, path, ['from', 'until']) as Record<string, unknown>
    date(from, `${path}/from`)
    const ordered = until === null || (isCivilDate(until) && until >= String(from))
    expect(ordered, `${path}/until`, UNTIL)
  }
  const digest: Shape['digest'] = (value, path) =>
    expect(typeof value === 'string' && /^[0-9a-f]{64}$/.test(value), path, DIGEST)
  return { expect, members, label, date, period, digest, refuse }
}

/** A sentence as it stands inside another one: without its full stop. */
function clauseOf({ en, zh }: Words): Words {
  return words(en.replace(/\.$/, ''), zh.replace(/。$/, ''))
}

/** Has the text at most so many characters? A long one is not counted out. */
export function isAtMost(text: string, most: number): boolean {
  return text.length <= most || (text.length <= most * 2 && [...text].length <= most)
}

/** An object made by `{}`, `Object.create(null)` or a JSON reader, of whatever realm: no class, no array. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
