import { hexValues } from './characters.ts'

/*
 * The value of a signature is a long string of hexadecimal digits, most of them the zeros of the room that
 * was left over. They are looked at four at a time.
 */

/** Where the run of this byte begins that goes on up to `to`. */
export function lastRun(bytes: Uint8Array, byte: number, from = 0, to = bytes.length): number {
  const whole = (to - from) >> 2
  // A copy, since a view of words has to begin at a word.
  const copy = new Uint8Array(whole * 4)
  copy.set(bytes.subarray(to - whole * 4, to))
  const words = new Uint32Array(copy.buffer)
  const four = byte * 0x01010101
  let at = whole
  while (at > 0 && words[at - 1] === four) at--
  let start = to - (whole - at) * 4
  while (start > from && bytes[start - 1] === byte) start--
  return start
}

/** The bytes that pairs of digits stand for, without anything between them; nothing if that is not so. */
export function pairs(bytes: Uint8Array, from: number, to: number): Uint8Array | undefined {
  if ((to - from) % 2 === 1) return undefined
  const value = new Uint8Array((to - from) / 2)
  const zeros = lastRun(bytes, 0x30, from, to)
  for (let at = from, into = 0; at < zeros; at += 2) {
    const pair = ((hexValues[bytes[at] ?? 0] ?? -1) << 4) | (hexValues[bytes[at + 1] ?? 0] ?? -1)
    if (pair < 0) return undefined
    value[into++] = pair
  }
  return value
}

/** Whether there is nothing but pairs of digits, and no letter in the other case than the rest. */
export function isEvenlyWritten(bytes: Uint8Array): boolean {
  const zeros = lastRun(bytes, 0x30)
  let kinds = bytes.length % 2
  for (let at = 0; at < zeros; at++) kinds |= kindOf[bytes[at] ?? 0] ?? 1
  return kinds === 0 || kinds === lower || kinds === upper
}

const lower = 2
const upper = 4
/** 1 for what is no digit. */
const kindOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ((hexValues[byte] ?? -1) < 0) return 1
  if (byte >= 0x61) return lower
  return byte >= 0x41 ? upper : 0
})
