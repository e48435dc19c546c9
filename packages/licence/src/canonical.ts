import { error } from './codes.ts'
import { step } from './finding.ts'
import { decodeJson, type JsonLimits, type JsonValue, MAX_JSON_DEPTH, parseJsonText } from './i-json.ts'
import { isPlainObject } from './shape.ts'
import { nameOf } from './text.ts'

/**
 * The canonical bytes of a JSON value (RFC 8785, JCS): names sorted by UTF-16 code units, numbers as
 * ECMAScript writes them, no white space, UTF-8. Text is not normalised.
 *
 * Anything that JSON would silently drop or change is refused: `undefined`, functions, symbols, `NaN`,
 * infinities, bigints, class instances, holes in arrays, lone surrogates, cycles.
 *
 * @throws VaultError `not-json`, `json-text-broken`, `json-too-deep` (over 512 levels)
 */
export function canonicalise(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(canonicalText(value))
}

/**
 * Reads JSON and requires that it is in canonical form, byte for byte.
 *
 * @throws VaultError `json-not-canonical`, and all that `parseIJson` throws
 */
export function readCanonical(bytes: Uint8Array, limits?: JsonLimits): JsonValue {
  const text = decodeJson(bytes, limits)
  const value = parseJsonText(text, limits)
  requireCanonical(text, value)
  return value
}

/** Throws VaultError `json-not-canonical` unless this text is the canonical form of that value. */
export function requireCanonical(text: string, value: JsonValue): void {
  const canonical = canonicalText(value)
  if (canonical === text) return
  let at = 0
  while (canonical[at] === text[at]) at++
  throw error('json-not-canonical', { at })
}

const encoder = new TextEncoder()

// Text that JSON writes as it stands. Everything with a surrogate takes the slower way below.
const BARE = /^[\u0020\u0021\u0023-\u005b\u005d-\ud7ff\ue000-\uffff]*$/
const LONE_SURROGATE = /[\ud800-\udfff]/u

type Trail = (string | number)[]

function canonicalText(value: unknown): string {
  return write(value, [])
}

/** `trail` is where we are: names and indices from the outermost value in. */
function write(value: unknown, trail: Trail): string {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      // String() is the ECMAScript algorithm that RFC 8785 prescribes; it writes minus zero as 0.
      if (Number.isFinite(value)) return String(value)
      throw notJson(trail, value > 0 ? 'infinity' : value < 0 ? 'minus infinity' : 'not a number')
    case 'object':
      if (value === null) return 'null'
      // Also what ends a cycle.
      if (trail.length >= MAX_JSON_DEPTH) throw error('json-too-deep', { most: MAX_JSON_DEPTH })
      return Array.isArray(value) ? array(value, trail) : object(value, trail)
    case 'bigint':
      throw notJson(trail, 'a bigint')
    case 'symbol':
      throw notJson(trail, 'a symbol')
    case 'function':
      throw notJson(trail, 'a function')
    default:
      throw notJson(trail, 'undefined')
  }
}

function text(value: string): string {
  if (BARE.test(value)) return `"${value}"`
  const lone = LONE_SURROGATE.exec(value)
  if (lone) throw error('json-text-broken', { codePoint: nameOf(lone[0]) })
  return JSON.stringify(value)
}

function array(values: readonly unknown[], trail: Trail): string {
  let out = ''
  for (let index = 0; index < values.length; index++) {
    trail.push(index)
    out += `${index === 0 ? '' : ','}${write(values[index], trail)}`
    trail.pop()
  }
  return `[${out}]`
}

function object(value: object, trail: Trail): string {
  if (!isPlainObject(value)) throw notJson(trail, 'an instance of a class')
  const names = Object.keys(value)
  // What was read from canonical text is in order already. The default order of sort() is by UTF-16 code
  // units, the order RFC 8785 asks for, and so is that of < on strings.
  if (!isSorted(names)) names.sort()
  let out = ''
  for (const name of names) {
    trail.push(name)
    out += `${out === '' ? '' : ','}${text(name)}:${write(value[name], trail)}`
    trail.pop()
  }
  return `{${out}}`
}

function isSorted(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index++) {
    if ((names[index - 1] ?? '') > (names[index] ?? '')) return false
  }
  return true
}

const FOREIGN = {
  undefined: '它未定义（undefined）',
  'a function': '它是函数',
  'a symbol': '它是 Symbol 值',
  'a bigint': '它是 BigInt 值',
  'not a number': '它不是数（NaN）',
  infinity: '它是正无穷',
  'minus infinity': '它是负无穷',
  'an instance of a class': '它是类的实例',
} as const

function notJson(trail: Trail, found: keyof typeof FOREIGN) {
  const path = trail.reduce<string>(step, '') || '/'
  return error('not-json', { path, found, foundZh: FOREIGN[found] })
}
