import { type Element, malformed, tag } from './asn1/reader.ts'
import { sameBytes } from './asn1/strict.ts'
import { readOid } from './asn1/values.ts'
import { error } from './codes.ts'
import { limits } from './limits.ts'
import { type DistinguishedName, readName } from './name.ts'

/** One GeneralName (RFC 5280 §4.2.1.6). Forms that carry nothing this package compares keep their bytes. */
export type GeneralName =
  | { readonly kind: 'email' | 'dns' | 'uri'; readonly value: string }
  | { readonly kind: 'directory'; readonly name: DistinguishedName }
  | { readonly kind: 'ip'; readonly bytes: Uint8Array }
  | { readonly kind: 'registered'; readonly oid: string }
  | { readonly kind: 'other'; readonly oid: string; readonly raw: Uint8Array }
  | { readonly kind: 'x400' | 'ediParty'; readonly raw: Uint8Array }

/** Reads one GeneralName by its context tag. */
export function readGeneralName(element: Element): GeneralName {
  switch (element.tag) {
    case tag.context(0): {
      const fields = element.inside()
      const oid = readOid(fields.expect(tag.oid))
      fields.expect(tag.context(0))
      fields.finish()
      return { kind: 'other', oid, raw: element.raw }
    }
    case tag.contextPrimitive(1):
      return { kind: 'email', value: ascii(element) }
    case tag.contextPrimitive(2):
      return { kind: 'dns', value: ascii(element) }
    case tag.context(3):
      return { kind: 'x400', raw: element.raw }
    case tag.context(4): {
      const explicit = element.inside()
      const name = readName(explicit.expect(tag.sequence))
      explicit.finish()
      return { kind: 'directory', name }
    }
    case tag.context(5):
      return { kind: 'ediParty', raw: element.raw }
    case tag.contextPrimitive(6):
      return { kind: 'uri', value: ascii(element) }
    case tag.contextPrimitive(7):
      return { kind: 'ip', bytes: element.contents }
    case tag.contextPrimitive(8):
      return { kind: 'registered', oid: readOid(element, element.tag) }
    default:
      throw malformed('a general name of an unknown kind', element.start)
  }
}

/** Reads the members of a GeneralNames, which has at least one. */
export function readGeneralNames(element: Element): readonly GeneralName[] {
  const reader = element.inside()
  const names: GeneralName[] = []
  do {
    if (names.length >= limits.generalNames) {
      throw error('limit-exceeded', { name: 'generalNames', limit: limits.generalNames })
    }
    names.push(readGeneralName(reader.next()))
  } while (!reader.done)
  return names
}

/** A name for people. */
export function describeName(name: GeneralName): string {
  switch (name.kind) {
    case 'directory':
      return name.name.text
    case 'ip':
      return `ip:${[...name.bytes].join('.')}`
    case 'registered':
    case 'other':
      return `${name.kind}:${name.oid}`
    case 'x400':
    case 'ediParty':
      return name.kind
    default:
      return `${name.kind}:${name.value}`
  }
}

/** Whether two names are the same: directory names as RFC 5280 compares them, all others as they are written. */
export function sameName(a: GeneralName, b: GeneralName): boolean {
  if (a.kind === 'directory' && b.kind === 'directory') return a.name.equals(b.name)
  if ('value' in a && 'value' in b) return a.kind === b.kind && a.value === b.value
  if (a.kind === 'ip' && b.kind === 'ip') return sameBytes(a.bytes, b.bytes)
  if ('raw' in a && 'raw' in b) return a.kind === b.kind && sameBytes(a.raw, b.raw)
  return a.kind === 'registered' && b.kind === 'registered' && a.oid === b.oid
}

/** An IA5String: a byte above 127 or a NUL would let two readers see two names. */
function ascii(element: Element): string {
  let text = ''
  for (let at = element.from; at < element.to; at++) {
    const byte = element.bytes[at] ?? 0
    if (byte === 0 || byte > 0x7f) throw malformed('a name with other characters than ASCII', at)
    text += String.fromCharCode(byte)
  }
  return text
}
