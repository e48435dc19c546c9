import { error } from '../codes.ts'
import { DIGIT, HEX, hexValue, is, isRegular, latin1, printable, readEscapes, WHITE } from './characters.ts'
import { pairs } from './digits.ts'
import type { PdfLimits } from './limits.ts'
import type { PdfDict, PdfObject, PdfRef } from './object.ts'
import { tooMany } from './too-many.ts'

/*
 * One pass over the bytes, never backwards by more than one token, so the time is linear whatever
 * was sent. It accepts what ISO 32000-1 (7.2, 7.3) writes down and refuses the rest: where programs
 * disagree about sloppy syntax, two readers would see two documents under one seal.
 */

/** Longest run of digits that stays an exact integer. */
const INTEGER_DIGITS = 15
/** Longest real or keyword worth reading; 7.3.3 needs far fewer. */
const TOKEN_BYTES = 64

/** What parsing one file may cost. All parsers of the file share it, and `left` goes down. */
export interface ParseBudget {
  readonly depth: number
  readonly values: number
  left: number
}

export const parseBudget = ({ depth, values }: Pick<PdfLimits, 'depth' | 'values'>): ParseBudget => ({
  depth,
  values,
  left: values,
})

/** What a dictionary costs besides its keys and values. */
const dictCost = 4

export class Parser {
  readonly bytes: Uint8Array
  /** Position of the next byte to read. */
  at: number
  readonly #budget: ParseBudget

  constructor(bytes: Uint8Array, at: number, budget: ParseBudget) {
    this.bytes = bytes
    this.at = at
    this.#budget = budget
  }

  /** Reads the next object; streams are left to the caller, who knows how to find their length. */
  object(): PdfObject {
    return this.#object(this.#budget.depth)
  }

  /** Steps over white space and comments. */
  skip(): void {
    const { bytes } = this
    for (;;) {
      const byte = bytes[this.at]
      if (is(byte, WHITE)) this.at++
      else if (byte === 0x25) {
        while (this.at < bytes.length && bytes[this.at] !== 0x0a && bytes[this.at] !== 0x0d) this.at++
      } else return
    }
  }

  /** Steps over the keyword if it stands here as a whole token. */
  keyword(word: string): boolean {
    if (!this.starts(word) || isRegular(this.bytes[this.at + word.length])) return false
    this.at += word.length
    return true
  }

  /** Whether these characters stand here. */
  starts(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.bytes[this.at + i] !== text.charCodeAt(i)) return false
    return true
  }

  /** Reads an unsigned integer standing exactly here; steps nowhere if there is none. */
  integer(): number | undefined {
    const from = this.at
    let value = 0
    let at = from
    for (; is(this.bytes[at], DIGIT); at++) {
      if (at - from >= INTEGER_DIGITS) return undefined
      value = value * 10 + (this.bytes[at] ?? 0) - 0x30
    }
    if (at === from) return undefined
    this.at = at
    return value
  }

  /**
   * Reads the `id generation obj` that opens an indirect object, if it stands exactly here. One white
   * space each and no comments: a comment could make half a million headers out of one long line.
   */
  header(): { id: number; generation: number } | undefined {
    const id = this.integer()
    if (id === undefined || !is(this.bytes[this.at++], WHITE)) return undefined
    const generation = this.integer()
    if (generation === undefined || !is(this.bytes[this.at++], WHITE)) return undefined
    return this.keyword('obj') ? { id, generation } : undefined
  }

  #object(depth: number): PdfObject {
    this.#spend(1)
    this.skip()
    const byte = this.bytes[this.at]
    switch (byte) {
      case undefined:
        throw this.#wrong()
      case 0x2f:
        return { kind: 'name', name: this.#name() }
      case 0x28:
        return this.#literal()
      case 0x5b:
        return this.#array(depth)
      case 0x3c:
        return this.bytes[this.at + 1] === 0x3c ? this.#dict(depth) : this.#hex()
    }
    if (is(byte, DIGIT)) return this.#reference() ?? this.#number()
    if (byte === 0x2b || byte === 0x2d || byte === 0x2e) return this.#number()
    if (this.keyword('true')) return true
    if (this.keyword('false')) return false
    if (this.keyword('null')) return null
    throw this.#wrong()
  }

  #array(depth: number): PdfObject {
    if (depth <= 0) throw error('pdf-too-deep', { limit: this.#budget.depth })
    const start = this.at++
    const items: PdfObject[] = []
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === 0x5d) return { kind: 'array', items, start, end: ++this.at }
      items.push(this.#object(depth - 1))
    }
  }

  #dict(depth: number): PdfDict {
    if (depth <= 0) throw error('pdf-too-deep', { limit: this.#budget.depth })
    this.#spend(dictCost)
    const start = this.at
    this.at += 2
    const map = new Map<string, PdfObject>()
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2
        return { kind: 'dict', map, start, end: this.at }
      }
      if (this.bytes[this.at] !== 0x2f) throw this.#wrong()
      const at = this.at
      const key = this.#name()
      // Some readers keep the first of two equal keys, some the last: a favourite of forgers.
      if (map.has(key)) throw error('pdf-duplicate-key', { key: printable(key), at })
      map.set(key, this.#object(depth - 1))
    }
  }

  #name(): string {
    const { bytes } = this
    let at = this.at + 1
    let name = ''
    let from = at
    for (; isRegular(bytes[at]); at++) {
      if (bytes[at] !== 0x23) continue
      const high = hexValue(bytes[at + 1])
      const low = hexValue(bytes[at + 2])
      if (high < 0 || low < 0 || high + low === 0) throw this.#wrong()
      name += latin1(bytes, from, at) + String.fromCharCode(high * 16 + low)
      at += 2
      from = at + 1
    }
    this.at = at
    return name === '' ? latin1(bytes, from, at) : name + latin1(bytes, from, at)
  }

  #reference(): PdfRef | undefined {
    const from = this.at
    const id = this.integer()
    if (id !== undefined && is(this.bytes[this.at], WHITE)) {
      this.skip()
      const generation = this.integer()
      if (generation !== undefined && is(this.bytes[this.at], WHITE)) {
        this.skip()
        if (this.keyword('R')) return { kind: 'ref', id, generation }
      }
    }
    this.at = from
    return undefined
  }

  #number(): PdfObject {
    const { bytes } = this
    const from = this.at
    const integer = this.integer()
    if (integer !== undefined && !isRegular(bytes[this.at])) return integer
    this.at = from
    while (isRegular(bytes[this.at])) {
      this.at++
      if (this.at - from > TOKEN_BYTES) throw this.#wrong(from)
    }
    const text = latin1(bytes, from, this.at)
    if (/^[+-]?\d{1,15}$/.test(text)) return Number(text) + 0
    if (/^[+-]?(\d+\.\d*|\.\d+)$/.test(text)) return { kind: 'real', value: Number(text), text }
    throw this.#wrong(from)
  }

  #literal(): PdfObject {
    const { bytes } = this
    const start = this.at
    let open = 1
    let at = start + 1
    let plain = true
    for (; ; at++) {
      const byte = bytes[at]
      if (byte === undefined) throw this.#wrong(start)
      if (byte === 0x5c) {
        plain = false
        at++
      } else if (byte === 0x0d) plain = false
      else if (byte === 0x28) open++
      else if (byte === 0x29 && --open === 0) break
    }
    this.at = at + 1
    const inner = bytes.subarray(start + 1, at)
    return { kind: 'string', bytes: plain ? inner : readEscapes(inner), hex: false, start, end: this.at }
  }

  #hex(): PdfObject {
    const start = this.at
    const bytes = this.#pairs(start + 1) ?? this.#digits(start + 1)
    return { kind: 'string', bytes, hex: true, start, end: this.at }
  }

  /** The way a signature's 16,384 digits are written: pairs and nothing else. */
  #pairs(from: number): Uint8Array | undefined {
    const end = this.bytes.indexOf(0x3e, from)
    const value = end < 0 ? undefined : pairs(this.bytes, from, end)
    if (value) this.at = end + 1
    return value
  }

  #digits(from: number): Uint8Array {
    const { bytes } = this
    let at = from
    while (is(bytes[at], HEX | WHITE)) at++
    if (bytes[at] !== 0x3e) throw this.#wrong(at)
    const digits = bytes.subarray(from, at).filter((byte) => is(byte, HEX))
    const value = new Uint8Array((digits.length + 1) >> 1)
    digits.forEach((byte, i) => {
      // An odd last digit reads as if a 0 followed (7.3.4.3).
      value[i >> 1] = (value[i >> 1] ?? 0) | (i & 1 ? hexValue(byte) : hexValue(byte) << 4)
    })
    this.at = at + 1
    return value
  }

  #spend(values: number): void {
    this.#budget.left -= values
    if (this.#budget.left < 0) throw tooMany('values', this.#budget.values)
  }

  #wrong(at = this.at) {
    return error('pdf-syntax-wrong', { at })
  }
}
