/** Just enough DER to write a certificate, correct or wrong on purpose. */

export type Der = Uint8Array

export const der = {
  sequence: (...parts: readonly Der[]): Der => tagged(0x30, concat(parts)),
  /** SET OF: DER sorts the members by their encoding. */
  set: (...parts: readonly Der[]): Der => tagged(0x31, concat([...parts].sort(Buffer.compare))),
  /** `[n]` constructed. */
  explicit: (n: number, ...parts: readonly Der[]): Der => tagged(0xa0 | n, concat(parts)),
  /** `[n]` primitive. */
  implicit: (n: number, content: Uint8Array): Der => tagged(0x80 | n, content),
  /** A non-negative INTEGER from its big-endian bytes or value. */
  integer: (value: number | Uint8Array): Der => tagged(0x02, magnitude(value)),
  boolean: (value: boolean): Der => tagged(0x01, Uint8Array.of(value ? 0xff : 0)),
  octets: (content: Uint8Array): Der => tagged(0x04, content),
  bits: (content: Uint8Array, unused = 0): Der => tagged(0x03, concat([Uint8Array.of(unused), content])),
  null: (): Der => Uint8Array.of(0x05, 0),
  oid: (dotted: string): Der => tagged(0x06, oidBytes(dotted)),
  utf8: (text: string): Der => tagged(0x0c, Buffer.from(text, 'utf8')),
  printable: (text: string): Der => tagged(0x13, Buffer.from(text, 'latin1')),
  /** Time as RFC 5280 §4.1.2.5 wants it: UTCTime through 2049, GeneralizedTime from then on. */
  time: (date: Date): Der => {
    const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '')
    const utc = date.getUTCFullYear() >= 1950 && date.getUTCFullYear() < 2050
    return tagged(utc ? 0x17 : 0x18, Buffer.from(utc ? digits.slice(2) : digits, 'latin1'))
  },
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

function tagged(tag: number, content: Uint8Array): Der {
  return concat([Uint8Array.of(tag, ...length(content.length)), content])
}

function length(size: number): number[] {
  if (size < 0x80) return [size]
  const bytes: number[] = []
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 | bytes.length, ...bytes]
}

function magnitude(value: number | Uint8Array): Uint8Array {
  const bytes = typeof value === 'number' ? Uint8Array.from(Buffer.from(hex(value), 'hex')) : value
  const start = bytes.findIndex((byte) => byte !== 0)
  const digits = start < 0 ? Uint8Array.of(0) : bytes.subarray(start)
  return (digits[0] ?? 0) < 0x80 ? digits : concat([Uint8Array.of(0), digits])
}

function hex(value: number): string {
  const text = value.toString(16)
  return text.length % 2 ? `0${text}` : text
}

function oidBytes(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return Uint8Array.from([first * 40 + second, ...rest].flatMap(base128))
}

function base128(arc: number): number[] {
  const bytes = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.unshift(0x80 | (rest % 128))
  }
  return bytes
}
