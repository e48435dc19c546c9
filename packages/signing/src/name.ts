import { type Element, tag } from './asn1/reader.ts'
import { requireDer, sameBytes } from './asn1/strict.ts'
import { readOid } from './asn1/values.ts'
import { hex } from './bytes.ts'
import { error } from './codes.ts'
import { limits } from './limits.ts'

/** One attribute of a distinguished name. */
export interface NameAttribute {
  readonly oid: string
  readonly value: string
  /** True when the value is no text, or no text its type allows: then `value` is the hex of its DER. */
  readonly opaque?: true
}

/** A distinguished name as it stands in a certificate. */
export class DistinguishedName {
  /** DER of the Name, a view. */
  readonly der: Uint8Array
  /** Relative names in the order of the certificate; mostly one attribute in each. */
  readonly relative: readonly (readonly NameAttribute[])[]
  #comparable: string | undefined
  #parts: readonly string[] | undefined
  #text: string | undefined

  constructor(der: Uint8Array, relative: readonly (readonly NameAttribute[])[]) {
    this.der = der
    this.relative = relative
  }

  /** The first value of an attribute, such as `name.get('2.5.4.3')` for the common name. */
  get(oid: string): string | undefined {
    return this.getAll(oid)[0]
  }

  /** All values of an attribute. */
  getAll(oid: string): readonly string[] {
    return this.relative.flatMap((set) => set.filter((a) => a.oid === oid).map((a) => a.value))
  }

  /** For people: RFC 4514, the most specific part first. */
  get text(): string {
    this.#text ??= [...this.relative]
      .reverse()
      .map((set) => set.map(show).join('+'))
      .join(',')
    return this.#text
  }

  /**
   * For comparing: equal for names that RFC 5280 §7.1 calls the same, whatever string type, case and
   * spacing they are written in. Each value carries its length, so no value can imitate a boundary.
   */
  get comparable(): string {
    this.#comparable ??= this.#comparableParts.join('/')
    return this.#comparable
  }

  get #comparableParts(): readonly string[] {
    this.#parts ??= this.relative.map((set) =>
      set
        .map(({ oid, value, opaque }) => {
          const folded = fold(value)
          return `${oid}${opaque ? '#' : '='}${folded.length}:${folded}`
        })
        .sort()
        .join('+'),
    )
    return this.#parts
  }

  /** Whether this name lies at or below the other: whether it begins with all of its relative names. */
  startsWith(other: DistinguishedName): boolean {
    const own = this.#comparableParts
    return other.#comparableParts.every((part, i) => part === own[i])
  }

  /** Whether both name the same entity. */
  equals(other: DistinguishedName): boolean {
    return sameBytes(this.der, other.der) || this.comparable === other.comparable
  }

  get empty(): boolean {
    return this.relative.length === 0
  }
}

/** Reads a Name element. */
export function readName(element: Element): DistinguishedName {
  const relative: (readonly NameAttribute[])[] = []
  let count = 0
  const sets = element.inside()
  while (!sets.done) {
    const members = sets.expect(tag.set).inside()
    const set: NameAttribute[] = []
    do {
      const pair = members.expect(tag.sequence).inside()
      const oid = readOid(pair.expect(tag.oid))
      set.push({ oid, ...readText(pair.next()) })
      pair.finish()
      if (++count > limits.nameAttributes) {
        throw error('limit-exceeded', { name: 'nameAttributes', limit: limits.nameAttributes })
      }
    } while (!members.done)
    relative.push(set)
  }
  return new DistinguishedName(element.raw, relative)
}

const decoders: Readonly<Record<number, (bytes: Uint8Array) => string>> = {
  12: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
  // NumericString, PrintableString, IA5String, VisibleString: ASCII. TeletexString in the wild is Latin 1.
  18: latin,
  19: latin,
  20: latin,
  22: latin,
  26: latin,
  28: (bytes) => wide(bytes, 4),
  30: (bytes) => wide(bytes, 2),
}

function readText(element: Element): Omit<NameAttribute, 'oid'> {
  // What is no text is not looked into, but is one encoding all the same.
  if (element.tag & 0x20) requireDer(element)
  try {
    const decode = decoders[element.tag]
    if (decode) return { value: decode(element.contents) }
  } catch {
    // Text that its own type does not allow is shown, and compared, by its bytes.
  }
  return { value: hex(element.raw), opaque: true }
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function wide(bytes: Uint8Array, width: 2 | 4): string {
  if (bytes.length % width !== 0) throw new RangeError('not whole characters')
  let text = ''
  for (let i = 0; i < bytes.length; i += width) {
    const unit = bytes.subarray(i, i + width).reduce((sum, byte) => sum * 256 + byte, 0)
    text += width === 2 ? String.fromCharCode(unit) : String.fromCodePoint(unit)
  }
  return text
}

/**
 * String preparation of RFC 4518 as RFC 5280 §7.1 needs it: what is invisible goes, every space is one
 * space and none stands at an end, compatibility forms and case are folded. Up and down again, since
 * lower case alone keeps ß and ſ apart from ss and s.
 */
function fold(value: string): string {
  if (/^[!-@[-~]*$/.test(value)) return value
  return value
    .replace(spaces, ' ')
    .replace(invisible, '')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Tabs and line ends, and every separator of Unicode. */
const spaces = /[\t\n\v\f\r\u0085\p{Z}]/gu

/** Controls, soft hyphens, joiners, marks of direction and variation (RFC 4518 §2.2). */
const invisible = /\u034f|\u1806|\ufffc|[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu

/** One attribute as RFC 4514 writes it; what is no text as `#` and hex (§2.4). */
function show({ oid, value, opaque }: NameAttribute): string {
  return `${shortNames[oid] ?? oid}=${opaque ? `#${value}` : escaped(value)}`
}

function escaped(value: string): string {
  return value
    .replace(/[\\",+;<>]/g, '\\$&')
    .replace(/^[# ]/, '\\$&')
    .replace(/ $/, '\\ ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (c) =>
      [...new TextEncoder().encode(c)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join(''),
    )
}

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
}
