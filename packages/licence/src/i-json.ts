import { error } from './codes.ts'
import { nameOf } from './text.ts'

export type JsonValue = null | boolean | number | string | JsonArray | JsonObject
export type JsonArray = readonly JsonValue[]
export interface JsonObject {
  readonly [name: string]: JsonValue
}

/** What a JSON text may cost. Every limit has a default. */
export interface JsonLimits {
  /** Bytes of the text; 1 MiB unless told. Judged before anything else is done. */
  readonly bytes?: number
  /** Levels of nesting; 64 unless told, and never more than 512. */
  readonly depth?: number
  /** Values of any kind, names not counted; 100,000 unless told. */
  readonly values?: number
}

/** No JSON value nests deeper than this, read or written. */
export const MAX_JSON_DEPTH = 512
/** As many decimal digits as tell any two doubles apart. */
const MAX_SIGNIFICANT_DIGITS = 17
export const DEFAULT_JSON_LIMITS = { bytes: 1_048_576, depth: 64, values: 100_000 } as const

/**
 * Reads JSON as I-JSON (RFC 7493): UTF-8 without a byte order mark, no name twice in an object, no lone
 * surrogates or noncharacters (escaped ones included), and only numbers every reader takes the same:
 * magnitude at most 2^53 − 1, at most 17 significant digits, no underflow to zero.
 *
 * `JSON.parse` hides a repeated name, of which readers disagree which one counts; that is why we have
 * our own reader. The text is taken to come from an attacker: work is linear in its size.
 *
 * @throws VaultError `json-too-large`, `json-too-deep`, `json-too-many`, `json-not-utf8`, `json-syntax`,
 *   `json-duplicate-name`, `json-text-broken`, `json-number-inexact`
 */
export function parseIJson(bytes: Uint8Array, limits?: JsonLimits): JsonValue {
  return parseJsonText(decodeJson(bytes, limits), limits)
}

/** The first half of {@link parseIJson}: judges the size, then the encoding. */
export function decodeJson(bytes: Uint8Array, limits: JsonLimits = {}): string {
  const most = limits.bytes ?? DEFAULT_JSON_LIMITS.bytes
  if (bytes.length > most) throw error('json-too-large', { size: bytes.length, most })
  const text = decode(bytes)
  if (text === undefined || text.startsWith('\ufeff')) throw error('json-not-utf8')
  return text
}

/** The second half of {@link parseIJson}, for text whose size has been judged. */
export function parseJsonText(text: string, limits: JsonLimits = {}): JsonValue {
  return new Reader(text, limits).read()
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
// Ends a run of characters that a text takes as they stand.
const RUN = /[\u0020\u0021\u0023-\u005b\u005d-\uffff]*/y
// Nearly every text has none of these; only then is it worth looking for what is broken.
const SUSPECT = /[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/

/** A lone surrogate or a noncharacter in the text, if there is one. */
function brokenIn(text: string): string | undefined {
  if (!SUSPECT.test(text)) return undefined
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const surrogate = point >= 0xd800 && point <= 0xdfff
    const noncharacter = (point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef)
    if (surrogate || noncharacter) return character
  }
  return undefined
}

const EXPECTED = {
  'the end of the text': '文本结束',
  'a value': '值',
  'a name': '成员名',
  'a colon': '冒号',
  'a comma or a closing brace': '逗号或右花括号',
  'a comma or a closing bracket': '逗号或右方括号',
  'a closing quotation mark': '右引号',
  'four hexadecimal digits': '四位十六进制数字',
  'an escape of JSON': '有效的转义序列',
} as const

const [TAB, LINE_FEED, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20] as const

class Reader {
  readonly #text: string
  readonly #depth: number
  readonly #values: number
  #at = 0
  #seen = 0

  constructor(text: string, limits: JsonLimits) {
    this.#text = text
    this.#depth = Math.min(limits.depth ?? DEFAULT_JSON_LIMITS.depth, MAX_JSON_DEPTH)
    this.#values = limits.values ?? DEFAULT_JSON_LIMITS.values
  }

  read(): JsonValue {
    const value = this.#value(0)
    this.#space()
    if (this.#at < this.#text.length) throw this.#expected('the end of the text')
    return value
  }

  #value(depth: number): JsonValue {
    this.#space()
    if (++this.#seen > this.#values) throw error('json-too-many', { most: this.#values })
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(this.#deeper(depth))
      case '[':
        return this.#array(this.#deeper(depth))
      case '"':
        return this.#string()
      case 't':
        return this.#word('true', true)
      case 'f':
        return this.#word('false', false)
      case 'n':
        return this.#word('null', null)
      default:
        return this.#number()
    }
  }

  #deeper(depth: number): number {
    if (depth >= this.#depth) throw error('json-too-deep', { most: this.#depth })
    this.#at++
    return depth + 1
  }

  #object(depth: number): JsonObject {
    const object: Record<string, JsonValue> = {}
    if (this.#skip('}')) return object
    do {
      this.#space()
      const at = this.#at
      if (this.#text[at] !== '"') throw this.#expected('a name')
      const name = this.#string()
      if (Object.hasOwn(object, name)) throw error('json-duplicate-name', { at })
      if (!this.#skip(':')) throw this.#expected('a colon')
      const value = this.#value(depth)
      // Assigned, this name would change what the object inherits instead of becoming a member.
      if (name === '__proto__') {
        Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
      } else object[name] = value
    } while (this.#skip(','))
    if (!this.#skip('}')) throw this.#expected('a comma or a closing brace')
    return object
  }

  #array(depth: number): JsonValue[] {
    const array: JsonValue[] = []
    if (this.#skip(']')) return array
    do array.push(this.#value(depth))
    while (this.#skip(','))
    if (!this.#skip(']')) throw this.#expected('a comma or a closing bracket')
    return array
  }

  #string(): string {
    this.#at++
    let text = this.#match(RUN)
    for (;;) {
      const next = this.#text[this.#at]
      if (next === '"') break
      if (next !== '\\') throw this.#expected('a closing quotation mark')
      text += this.#escape() + this.#match(RUN)
    }
    this.#at++
    const broken = brokenIn(text)
    if (broken !== undefined) throw error('json-text-broken', { codePoint: nameOf(broken) })
    return text
  }

  #escape(): string {
    const letter = this.#text.charAt(this.#at + 1)
    if (letter === 'u') {
      const hex = this.#text.slice(this.#at + 2, this.#at + 6)
      if (!/^[0-9A-Fa-f]{4}$/.test(hex)) throw this.#expected('four hexadecimal digits')
      this.#at += 6
      return String.fromCharCode(Number.parseInt(hex, 16))
    }
    const meant = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined
    if (meant === undefined) throw this.#expected('an escape of JSON')
    this.#at += 2
    return meant
  }

  #number(): number {
    const at = this.#at
    const text = this.#match(NUMBER)
    if (text === '') throw this.#expected('a value')
    const value = Number(text)
    if (!isInteroperable(text, value)) throw error('json-number-inexact', { at })
    return value
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) throw this.#expected('a value')
    this.#at += word.length
    return value
  }

  /** Steps over what the pattern, which is sticky, matches here, and gives it back. */
  #match(pattern: RegExp): string {
    const from = this.#at
    pattern.lastIndex = from
    if (!pattern.test(this.#text)) return ''
    this.#at = pattern.lastIndex
    return this.#text.slice(from, this.#at)
  }

  #skip(mark: string): boolean {
    this.#space()
    if (this.#text[this.#at] !== mark) return false
    this.#at++
    return true
  }

  #space(): void {
    for (;;) {
      const next = this.#text.charCodeAt(this.#at)
      // Compared so, the end of the text (NaN) ends the loop too.
      if (!(next <= SPACE) || (next !== SPACE && next !== LINE_FEED && next !== RETURN && next !== TAB))
        return
      this.#at++
    }
  }

  #expected(expected: keyof typeof EXPECTED) {
    return error('json-syntax', { at: this.#at, expected, expectedZh: EXPECTED[expected] })
  }
}

function isInteroperable(text: string, value: number): boolean {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
  return value === 0 ? digits === '' : digits.length <= MAX_SIGNIFICANT_DIGITS
}
