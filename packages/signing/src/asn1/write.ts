import { concat } from '../bytes.ts'
import { error } from '../codes.ts'
import { limits } from '../limits.ts'
import { tag } from './reader.ts'
import { compareBytes } from './strict.ts'

/**
 * Something to be written: its size, and the bytes it is made of, which are copied only once, when
 * the whole is done. So attached content of any size costs one copy however deep it is wrapped.
 */
export interface Piece {
  readonly size: number
  readonly chunks: readonly Uint8Array[]
}

/** Wraps pieces and bytes under an identifier octet. */
export function wrap(identifier: number, ...parts: readonly (Piece | Uint8Array)[]): Piece {
  let size = 0
  for (const part of parts) size += part instanceof Uint8Array ? part.length : part.size
  const head = header(identifier, size)
  const chunks: Uint8Array[] = [head]
  for (const part of parts) {
    if (part instanceof Uint8Array) chunks.push(part)
    else for (const chunk of part.chunks) chunks.push(chunk)
  }
  return { size: head.length + size, chunks }
}

/** Wraps and copies at once, for small things that are kept. */
export function encode(identifier: number, ...parts: readonly (Piece | Uint8Array)[]): Uint8Array {
  return flatten(wrap(identifier, ...parts))
}

/** The bytes of a piece, in one new array. */
export function flatten({ chunks }: Piece): Uint8Array {
  return concat(chunks)
}

/** Wraps the members of a SET OF in the order DER demands. */
export function encodeSetOf(identifier: number, members: readonly Uint8Array[]): Uint8Array {
  return encode(identifier, ...[...members].sort(compareBytes))
}

function header(identifier: number, size: number): Uint8Array {
  if (size > limits.cmsBytes * 2) throw error('limit-exceeded', { name: 'cmsBytes', limit: limits.cmsBytes })
  const count = size < 0x80 ? 0 : size < 0x100 ? 1 : size < 0x10000 ? 2 : size < 0x1000000 ? 3 : 4
  const bytes = new Uint8Array(2 + count)
  bytes[0] = identifier
  bytes[1] = count === 0 ? size : 0x80 | count
  for (let i = 0, left = size; i < count; i++, left = Math.floor(left / 256)) bytes[1 + count - i] = left
  return bytes
}

/** Writes an object identifier given as numbers with dots. */
export function encodeOid(oid: string): Uint8Array {
  if (!/^[012](\.(0|[1-9]\d{0,14})){1,31}$/.test(oid)) throw error('oid-wrong', { oid })
  const [root = 0, second = 0, ...rest] = oid.split('.').map(Number)
  if (root < 2 && second > 39) throw error('oid-wrong', { oid })
  const bytes: number[] = []
  for (const arc of [root * 40 + second, ...rest]) {
    const septets = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      septets.unshift((left % 128) | 0x80)
    }
    bytes.push(...septets)
  }
  return encode(tag.oid, Uint8Array.from(bytes))
}

/** Writes a small non-negative INTEGER. */
export function encodeInteger(value: number): Uint8Array {
  const bytes: number[] = []
  for (let left = value; left > 0 || bytes.length === 0; left = Math.floor(left / 256))
    bytes.unshift(left % 256)
  if ((bytes[0] ?? 0) >= 0x80) bytes.unshift(0)
  return encode(tag.integer, Uint8Array.from(bytes))
}

/** Writes a time as RFC 5280 and RFC 5652 demand: UTCTime from 1950 to 2049, GeneralizedTime outside. */
export function encodeTime(time: Date): Uint8Array {
  const year = time.getUTCFullYear()
  if (Number.isNaN(year) || year < 1950 || year > 9999) throw error('signing-time-wrong')
  const digits = `${time.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
  const short = year < 2050
  return encode(short ? tag.utcTime : tag.generalizedTime, text.encode(short ? digits.slice(2) : digits))
}

const text = new TextEncoder()
