import { isUscc } from '@licencevault/licence'
import { error } from '../codes.ts'

/**
 * 事项编码: basic code (基本编码, 12 digits), implementation code (实施编码, 31 characters) and the code of
 * a business handled under it (业务办理项编码, 33 characters). Each later one contains the one before.
 */

/** 行使层级, one digit of the implementation code. */
export const levels = {
  '1': { en: 'state', zh: '国家级' },
  '2': { en: 'province', zh: '省级' },
  '3': { en: 'city', zh: '市级' },
  '4': { en: 'county', zh: '县级' },
  '5': { en: 'town', zh: '镇（乡、街道）级' },
  '6': { en: 'village', zh: '村（社区）级' },
} as const

export type Level = keyof typeof levels

export interface BasicParts {
  /** `00` for an item of the state, else the first two digits of the province's division. */
  readonly origin: string
  /** Four digits: the department in whose list the item stands. */
  readonly department: string
  /** Three digits. */
  readonly main: string
  /** Three digits; `000` where the main item has none. */
  readonly sub: string
}

export interface ItemCodeParts extends BasicParts {
  /** 统一社会信用代码 of the body that carries the item out. */
  readonly authority: string
  readonly level: Level
  /** Two digits, of a business code only: which variant of the implementation it is. */
  readonly variant?: string
}

const BASIC = /^([0-9]{2})([0-9]{4})([0-9]{3})([0-9]{3})$/
const ITEM = /^([0-9A-Z]{18})([1-6])([0-9]{12})([0-9]{2})?$/

/** Is this a basic code of 12 digits? */
export const isBasicCode = (text: unknown): text is string => typeof text === 'string' && BASIC.test(text)

/** Is this an implementation code (31) or a business code (33) of a body whose code has right check characters? */
export function isItemCode(text: unknown): text is string {
  return typeof text === 'string' && ITEM.test(text) && isUscc(text.slice(0, 18))
}

/** Takes a basic code apart. Throws VaultError `item-code-wrong`. */
export function readBasicCode(text: string): BasicParts {
  const match = typeof text === 'string' ? BASIC.exec(text) : null
  if (!match) throw wrong(text)
  const [, origin = '', department = '', main = '', sub = ''] = match
  return { origin, department, main, sub }
}

/** Puts a basic code together. Throws VaultError `item-code-wrong`. */
export function composeBasicCode({ origin, department, main, sub }: BasicParts): string {
  const text = `${origin}${department}${main}${sub}`
  if (origin.length !== 2 || department.length !== 4 || main.length !== 3) throw wrong(text)
  readBasicCode(text)
  return text
}

/** Takes an implementation or business code apart. Throws VaultError `item-code-wrong`, `item-code-authority`. */
export function readItemCode(text: string): ItemCodeParts {
  const match = typeof text === 'string' ? ITEM.exec(text) : null
  if (!match) throw wrong(text)
  const [, authority = '', level, basic = '', variant] = match
  if (!isUscc(authority)) throw error('item-code-authority', { found: authority })
  return { authority, level: level as Level, ...readBasicCode(basic), ...(variant && { variant }) }
}

/** Puts an implementation or business code together. Throws VaultError `item-code-wrong`, `item-code-authority`. */
export function composeItemCode({ authority, level, variant = '', ...basic }: ItemCodeParts): string {
  const text = `${authority}${level}${composeBasicCode(basic)}${variant}`
  readItemCode(text)
  return text
}

/** The implementation that a business code is a variant of; `undefined` for a code that is no variant. */
export function variantOf(code: string): string | undefined {
  return code.length === 33 ? code.slice(0, 31) : undefined
}

function wrong(text: unknown) {
  return error('item-code-wrong', { found: String(text).slice(0, 40) })
}
