/* Character classes of PDF syntax (ISO 32000-1, 7.2.2) and what strings of bytes are made of. */

export const WHITE = 1
const DELIMITER = 2
export const DIGIT = 4
export const HEX = 8

const classes = new Uint8Array(256)
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classes[byte] = WHITE
for (const char of '()<>[]{}/%') classes[char.charCodeAt(0)] = DELIMITER
for (const char of '0123456789') classes[char.charCodeAt(0)] = DIGIT | HEX
for (const char of 'abcdefABCDEF') classes[char.charCodeAt(0)] = HEX

export const hexValues = new Int8Array(256).fill(-1)
for (let i = 0; i < 16; i++) {
  const digit = i.toString(16)
  hexValues[digit.charCodeAt(0)] = i
  hexValues[digit.toUpperCase().charCodeAt(0)] = i
}

export const is = (byte: number | undefined, kind: number) =>
  byte !== undefined && ((classes[byte] ?? 0) & kind) !== 0
export const isRegular = (byte: number | undefined) => byte !== undefined && !is(byte, WHITE | DELIMITER)

export const hexValue = (byte: number | undefined): number => hexValues[byte ?? 0] ?? -1

/** Characters up to which adding them one by one is faster than one call for all. */
const SHORT = 24

/** One character per byte. */
export function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = ''
  if (to - from <= SHORT) {
    for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0)
    return text
  }
  for (let at = from; at < to; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 4096)))
  return text
}

/** Bytes of a string that has one character per byte. */
export function byteString(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** Something from the file that may be shown in a message: printable ASCII, and not much of it. */
export const printable = (text: string): string => text.slice(0, 40).replace(/[^\x20-\x7e]/g, '?')

const escapes: Readonly<Record<number, number>> = { 110: 0x0a, 114: 0x0d, 116: 0x09, 98: 0x08, 102: 0x0c }

/** Reads the escapes and line ends of a literal string (7.3.4.2). */
export function readEscapes(inner: Uint8Array): Uint8Array {
  const value = new Uint8Array(inner.length)
  let to = 0
  for (let at = 0; at < inner.length; at++) {
    const byte = inner[at] ?? 0
    if (byte === 0x0d) {
      if (inner[at + 1] === 0x0a) at++
      value[to++] = 0x0a
    } else if (byte !== 0x5c) value[to++] = byte
    else {
      const next = inner[++at]
      if (next === undefined) break
      if (next >= 0x30 && next <= 0x37) {
        let octal = next - 0x30
        for (let more = 0; more < 2; more++) {
          const digit = inner[at + 1]
          if (digit === undefined || digit < 0x30 || digit > 0x37) break
          octal = octal * 8 + digit - 0x30
          at++
        }
        value[to++] = octal & 0xff
      } else if (next === 0x0d || next === 0x0a) {
        if (next === 0x0d && inner[at + 1] === 0x0a) at++
      } else value[to++] = escapes[next] ?? next
    }
  }
  return value.subarray(0, to)
}
