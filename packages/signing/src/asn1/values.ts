import { error } from '../codes.ts'
import { limits } from '../limits.ts'
import { type Element, malformed, tag } from './reader.ts'

/** Reads an object identifier as numbers with dots; under another tag where it is IMPLICIT. */
export function readOid(element: Element, identifier: number = tag.oid): string {
  const { bytes, from, to } = element
  if (element.tag !== identifier) throw malformed('not an object identifier', element.start)
  if (to === from) throw malformed('an empty object identifier', element.start)
  if (to - from > limits.oidBytes) throw error('limit-exceeded', { name: 'oidBytes', limit: limits.oidBytes })
  let text = ''
  let value = 0
  let fresh = true
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (fresh && byte === 0x80) throw malformed('an object identifier with a needless zero', at)
    // Arcs of more than 53 bits exist (UUIDs under 2.25) but in nothing this package decides upon.
    if (value > Number.MAX_SAFE_INTEGER / 128) throw malformed('an object identifier with a huge number', at)
    value = value * 128 + (byte & 0x7f)
    fresh = (byte & 0x80) === 0
    if (!fresh) continue
    if (text === '') {
      const root = value < 40 ? 0 : value < 80 ? 1 : 2
      text = `${root}.${value - root * 40}`
    } else {
      text += `.${value}`
    }
    value = 0
  }
  if (!fresh) throw malformed('an object identifier that breaks off', to)
  return text
}

/** Contents octets of a DER INTEGER, checked to be the shortest. */
export function readIntegerBytes(element: Element): Uint8Array {
  const { bytes, from, to } = element
  if (to === from) throw malformed('an empty integer', element.start)
  const first = bytes[from] ?? 0
  const second = bytes[from + 1] ?? 0
  if (to - from > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw malformed('an integer written longer than needed', element.start)
  }
  return bytes.subarray(from, to)
}

/** A non-negative INTEGER that fits 48 bits. */
export function readSmallInteger(element: Element): number {
  const bytes = readIntegerBytes(element)
  if ((bytes[0] ?? 0) >= 0x80) throw malformed('a negative number', element.start)
  if (bytes.length > 6) throw malformed('a number beyond 48 bits', element.start)
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** A DER BOOLEAN: 0x00 or 0xff, nothing else. */
export function readBoolean(element: Element): boolean {
  const byte = element.bytes[element.from]
  if (element.to - element.from !== 1 || (byte !== 0 && byte !== 0xff)) {
    throw malformed('a truth value other than 00 or ff', element.start)
  }
  return byte === 0xff
}

/** The bytes of a BIT STRING without unused bits, as keys and signatures are. */
export function readWholeBits(element: Element): Uint8Array {
  if (element.bytes[element.from] !== 0 || element.to === element.from) {
    throw malformed('a bit string with unused bits', element.start)
  }
  return element.bytes.subarray(element.from + 1, element.to)
}

/** The set bits of a named BIT STRING (X.690 §11.2.2: no trailing zero bits). */
export function readNamedBits(element: Element): readonly number[] {
  const contents = element.contents
  const unused = contents[0]
  const last = contents[contents.length - 1] ?? 0
  const emptyWrong = contents.length === 1 && unused !== 0
  if (unused === undefined || unused > 7 || emptyWrong) throw malformed('a wrong bit string', element.start)
  if (contents.length > 1 && (last & ((2 << unused) - 1)) !== 1 << unused) {
    throw malformed('a named bit string with trailing zero bits', element.start)
  }
  const bits: number[] = []
  for (let i = 1; i < contents.length && i <= 8; i++) {
    for (let bit = 0; bit < 8; bit++)
      if (((contents[i] ?? 0) & (0x80 >> bit)) !== 0) bits.push((i - 1) * 8 + bit)
  }
  return bits
}

/**
 * A UTCTime or GeneralizedTime as RFC 5280 §4.1.2.5 writes it: seconds given, ends in Z, no fraction.
 */
export function readTime(element: Element): Date {
  const { bytes, from, to } = element
  const long = element.tag === tag.generalizedTime
  if (!long && element.tag !== tag.utcTime) throw malformed('not a time', element.start)
  const digits = long ? 14 : 12
  if (to - from !== digits + 1 || bytes[to - 1] !== 0x5a) {
    throw malformed('a time that is not in UTC to the second', element.start)
  }
  const number = (offset: number, count: number) => {
    let value = 0
    for (let i = 0; i < count; i++) {
      const digit = (bytes[from + offset + i] ?? 0) - 0x30
      if (digit < 0 || digit > 9) throw malformed('a time with other characters than digits', element.start)
      value = value * 10 + digit
    }
    return value
  }
  const shift = long ? 4 : 2
  const written = number(0, shift)
  const year = long ? written : written < 50 ? 2000 + written : 1900 + written
  return dateOf([year, ...[0, 2, 4, 6, 8].map((offset) => number(shift + offset, 2))], element.start)
}

/** Fourteen digits as a date: year, month, day, hour, minute, second. */
export function readDigits(digits: string, offset: number): Date {
  const pairs = [4, 6, 8, 10, 12].map((start) => Number(digits.slice(start, start + 2)))
  return dateOf([Number(digits.slice(0, 4)), ...pairs], offset)
}

/** Every field is checked: `Date.UTC` would roll month 13 over into next year. */
function dateOf(
  [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: number[],
  offset: number,
): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!same || hour > 23 || minute > 59 || second > 59) {
    throw malformed('a time that no clock shows', offset)
  }
  return date
}
