/*
 * As much of CBOR (RFC 8949) as a token on paper is made of: integers, byte and text strings, arrays, maps
 * and null, in deterministic encoding (§4.2). What is read may hold floats, true and false too, so that a
 * token that says something in another way is told from one that says nothing. Tags, undefined and
 * indefinite lengths are refused, as are integers and lengths longer than needed.
 */

type Writable = number | string | null | Uint8Array | readonly Writable[] | ReadonlyMap<number, Writable>

/** Deepest nesting that is read. */
const deepest = 8

/** Writes a value; the members of a map in the order given, which is the caller's to keep. */
export function encodeCbor(value: Writable): Uint8Array {
  const out: number[] = []
  write(out, value)
  return Uint8Array.from(out)
}

function write(out: number[], value: Writable): void {
  if (value === null) out.push(0xf6)
  else if (typeof value === 'number') value < 0 ? head(out, 1, -1 - value) : head(out, 0, value)
  else if (typeof value === 'string') bytes(out, 3, new TextEncoder().encode(value))
  else if (value instanceof Uint8Array) bytes(out, 2, value)
  else if (value instanceof Map) {
    head(out, 5, value.size)
    for (const [key, member] of value) {
      write(out, key)
      write(out, member)
    }
  } else {
    const items = value as readonly Writable[]
    head(out, 4, items.length)
    for (const item of items) write(out, item)
  }
}

function bytes(out: number[], major: number, content: Uint8Array): void {
  head(out, major, content.length)
  for (const byte of content) out.push(byte)
}

/** The initial byte and its argument, in the fewest bytes; nothing here needs more than 32 bits. */
function head(out: number[], major: number, argument: number): void {
  if (!Number.isInteger(argument) || argument > 0xffffffff)
    throw new RangeError('beyond what is written here')
  const type = major << 5
  if (argument < 24) out.push(type | argument)
  else if (argument < 0x100) out.push(type | 24, argument)
  else if (argument < 0x10000) out.push(type | 25, argument >> 8, argument & 0xff)
  else out.push(type | 26, argument >>> 24, (argument >> 16) & 0xff, (argument >> 8) & 0xff, argument & 0xff)
}

/** Reads one value that takes all the bytes. @throws RangeError, TypeError for anything else */
export function decodeCbor(input: Uint8Array): unknown {
  const reader = new CborReader(input)
  const value = reader.value(deepest)
  if (!reader.done) throw new RangeError('bytes follow')
  return value
}

class CborReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(input: Uint8Array) {
    this.#bytes = input
    this.#view = new DataView(input.buffer, input.byteOffset, input.length)
  }

  get done(): boolean {
    return this.#at === this.#bytes.length
  }

  value(depth: number): unknown {
    if (depth === 0) throw new RangeError('nested too deep')
    const initial = this.#view.getUint8(this.#at++)
    const [major, info] = [initial >> 5, initial & 31]
    if (major === 7) return this.#simple(info)
    const argument = this.#argument(info)
    switch (major) {
      case 0:
        return argument
      case 1:
        return -1 - argument
      case 2:
        return this.#take(argument).slice()
      case 3:
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.#take(argument))
      case 4:
        return Array.from({ length: this.#count(argument) }, () => this.value(depth - 1))
      case 5:
        return this.#map(argument, depth - 1)
      default:
        throw new TypeError('a tag')
    }
  }

  #map(size: number, depth: number): ReadonlyMap<unknown, unknown> {
    const map = new Map<unknown, unknown>()
    for (let left = this.#count(size); left > 0; left--) {
      const key = this.value(depth)
      if (map.has(key)) throw new TypeError('a key twice')
      map.set(key, this.value(depth))
    }
    return map
  }

  #simple(info: number): unknown {
    const at = this.#at
    switch (info) {
      case 20:
        return false
      case 21:
        return true
      case 22:
        return null
      case 25:
        this.#take(2)
        return half(this.#view.getUint16(at))
      case 26:
        this.#take(4)
        return finite(this.#view.getFloat32(at))
      case 27:
        this.#take(8)
        return finite(this.#view.getFloat64(at))
      default:
        throw new TypeError('a simple value')
    }
  }

  /** An argument beyond 32 bits is longer than anything read here. */
  #argument(info: number): number {
    if (info < 24) return info
    if (info > 26) throw new RangeError('a length that is indefinite or huge')
    const size = 1 << (info - 24)
    const argument = this.#take(size).reduce((sum, byte) => sum * 256 + byte, 0)
    const fewest = info === 24 ? 24 : 256 ** (size / 2)
    if (argument < fewest) throw new RangeError('a number longer than needed')
    return argument
  }

  /** No more members than there are bytes left. */
  #count(members: number): number {
    if (members > this.#bytes.length - this.#at) throw new RangeError('the bytes end')
    return members
  }

  #take(length: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, this.#at + this.#count(length))
    this.#at += length
    return part
  }
}

function half(bits: number): number {
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023]
  if (exponent === 31) throw new RangeError('no number')
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25)
  return bits & 0x8000 ? -size : size
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('no number')
  return value
}
