import type { Details } from '@licencevault/errors'
import { error } from '../codes.ts'
import { limits } from '../limits.ts'
import { type Problem, problemOf } from '../problems.ts'

/** Identifier octets as they stand in the file: class, constructed bit and number in one byte. */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** A constructed octet string, which only BER allows. */
  octetStringParts: 0x24,
  /** Context-specific, constructed: [n] EXPLICIT, or [n] IMPLICIT of a constructed type. */
  context: (n: number) => 0xa0 | n,
  /** Context-specific, primitive: [n] IMPLICIT of a primitive type. */
  contextPrimitive: (n: number) => 0x80 | n,
} as const

/**
 * `DER`: one encoding per value (X.690 §10). `BER`: indefinite lengths and needlessly long lengths
 * pass too, as CMS allows outside its signed attributes and certificates.
 */
export type Rules = 'DER' | 'BER'

/** One element, as offsets into the bytes it lies in; nothing is copied. */
export class Element {
  readonly bytes: Uint8Array
  readonly rules: Rules
  readonly depth: number
  /** The identifier octet. */
  readonly tag: number
  /** Where the identifier octet stands. */
  readonly start: number
  /** Contents are `bytes[from..to)`. */
  readonly from: number
  readonly to: number
  /** Just after the element; beyond `to` when the length was indefinite. */
  readonly end: number

  constructor(
    bytes: Uint8Array,
    rules: Rules,
    depth: number,
    identifier: number,
    start: number,
    from: number,
    to: number,
    end: number,
  ) {
    this.bytes = bytes
    this.rules = rules
    this.depth = depth
    this.tag = identifier
    this.start = start
    this.from = from
    this.to = to
    this.end = end
  }

  /** The contents octets, a view. */
  get contents(): Uint8Array {
    return this.bytes.subarray(this.from, this.to)
  }

  /** The whole element as it stands, a view. */
  get raw(): Uint8Array {
    return this.bytes.subarray(this.start, this.end)
  }

  /** A reader over the elements inside; under `DER` everything below is strict. */
  inside(rules: Rules = this.rules): Reader {
    if (this.depth >= limits.depth) throw error('limit-exceeded', { name: 'depth', limit: limits.depth })
    if ((this.tag & 0x20) === 0) throw malformed('a primitive element where parts were expected', this.start)
    return new Reader(this.bytes, rules, this.from, this.to, this.depth + 1)
  }
}

/**
 * Reads elements one after another. The caller's own code decides how deep it goes, so hostile
 * nesting cannot exhaust the stack, and what nobody asks for is stepped over, not parsed.
 */
export class Reader {
  readonly bytes: Uint8Array
  readonly rules: Rules
  readonly depth: number
  readonly to: number
  #at: number

  constructor(bytes: Uint8Array, rules: Rules = 'DER', from = 0, to = bytes.length, depth = 0) {
    this.bytes = bytes
    this.rules = rules
    this.depth = depth
    this.to = to
    this.#at = from
  }

  /** Where the next element would stand. */
  get at(): number {
    return this.#at
  }

  get done(): boolean {
    return this.#at >= this.to
  }

  /** The next identifier octet, or -1 at the end. */
  peek(): number {
    return this.#at < this.to ? (this.bytes[this.#at] ?? -1) : -1
  }

  /** Reads whatever comes next. */
  next(): Element {
    const element = readElement(this.bytes, this.#at, this.to, this.rules, this.depth)
    this.#at = element.end
    return element
  }

  /** Reads an element that must be there. */
  expect(identifier: number): Element {
    const found = this.peek()
    if (found !== identifier) {
      const details = { expected: hex(identifier), found: found < 0 ? '—' : hex(found) }
      throw malformed('expected tag {expected}, found {found}', this.#at, details)
    }
    return this.next()
  }

  /** Reads an element that may be there. */
  optional(identifier: number): Element | undefined {
    return this.peek() === identifier ? this.next() : undefined
  }

  /** Nothing may follow. */
  finish(): void {
    if (!this.done) throw malformed('bytes follow where the element should end', this.#at)
  }
}

/** Reads one element at `start`; it must end at or before `to`. */
function readElement(bytes: Uint8Array, start: number, to: number, rules: Rules, depth: number): Element {
  const identifier = byteAt(bytes, start, to)
  // Neither X.509 nor CMS has a tag number above 30.
  if ((identifier & 0x1f) === 0x1f) throw malformed('a multi-byte tag', start)
  if (identifier === 0) throw malformed('an end-of-contents mark without a beginning', start)
  const first = byteAt(bytes, start + 1, to)
  if (first < 0x80) {
    const from = start + 2
    const end = within(from + first, to, start)
    return new Element(bytes, rules, depth, identifier, start, from, end, end)
  }
  if (first === 0x80) {
    if (rules === 'DER') throw malformed('an indefinite length, which DER forbids', start)
    if ((identifier & 0x20) === 0) throw malformed('an indefinite length on a primitive element', start)
    const from = start + 2
    const ending = endOfContents(bytes, from, to)
    return new Element(bytes, rules, depth, identifier, start, from, ending, ending + 2)
  }
  const count = first & 0x7f
  const length = longLength(bytes, start, count, to)
  if (rules === 'DER' && (length < 0x80 || length < 256 ** (count - 1))) {
    throw malformed('a length written longer than needed, which DER forbids', start)
  }
  const from = start + 2 + count
  const end = within(from + length, to, start)
  return new Element(bytes, rules, depth, identifier, start, from, end, end)
}

/**
 * Finds the end-of-contents mark that closes an indefinite length. Walks with a counter instead of
 * recursion; definite lengths are jumped over.
 */
function endOfContents(bytes: Uint8Array, from: number, to: number): number {
  let open = 1
  let at = from
  for (let elements = 0; elements <= limits.elements; elements++) {
    const identifier = byteAt(bytes, at, to)
    const first = byteAt(bytes, at + 1, to)
    if (identifier === 0) {
      if (first !== 0) throw malformed('a wrong end-of-contents mark', at)
      open--
      if (open === 0) return at
      at += 2
      continue
    }
    if ((identifier & 0x1f) === 0x1f) throw malformed('a multi-byte tag', at)
    if (first === 0x80) {
      if ((identifier & 0x20) === 0) throw malformed('an indefinite length on a primitive element', at)
      open++
      if (open > limits.depth) throw error('limit-exceeded', { name: 'depth', limit: limits.depth })
      at += 2
      continue
    }
    const count = first < 0x80 ? 0 : first & 0x7f
    const length = first < 0x80 ? first : longLength(bytes, at, count, to)
    at = within(at + 2 + count + length, to, at)
  }
  throw error('limit-exceeded', { name: 'elements', limit: limits.elements })
}

/** The length of the element at `at`, written in so many octets after the first. */
function longLength(bytes: Uint8Array, at: number, count: number, to: number): number {
  if (count > 5) throw malformed('a length of more than five bytes', at)
  let length = 0
  for (let i = 0; i < count; i++) length = length * 256 + byteAt(bytes, at + 2 + i, to)
  return length
}

function within(end: number, to: number, at: number): number {
  if (end > to) throw malformed('the element is longer than what holds it', at)
  return end
}

function byteAt(bytes: Uint8Array, at: number, to: number): number {
  const byte = at < to ? bytes[at] : undefined
  if (byte === undefined) throw malformed('the bytes end in the middle of an element', at)
  return byte
}

const hex = (byte: number) => `0x${byte.toString(16).padStart(2, '0')}`

/** The error for an encoding that is wrong at `offset`. */
export function malformed(problem: Problem, offset: number, details?: Details): Error {
  return error('encoding-wrong', { ...problemOf(problem, details), offset })
}
