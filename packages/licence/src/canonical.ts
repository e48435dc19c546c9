import { error } from './codes.ts'
import { step } from './finding.ts'
import { type JsonLimits, type JsonValue, MAX_JSON_DEPTH, parseIJson } from './i-json.ts'
import { nameOf } from './text.ts'

/**
 * The canonical bytes of a JSON value (RFC 8785, JCS): names sorted by UTF-16 code units, numbers as
 * ECMAScript writes them, no white space, UTF-8. Text is not normalised.
 *
 * Anything that JSON would silently drop or change is refused: `undefined`, functions, symbols, `NaN`,
 * infinities, bigints, class instances, holes in arrays, lone surrogates, cycles.
 *
 * @throws VaultError `not-json`, `json-text-broken`, `json-too-deep` (over 512 levels)
 */
export function canonicalise(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(write(value, '', 0))
}

/**
 * Reads JSON and requires that it is in canonical form, byte for byte.
 *
 * @throws VaultError `json-not-canonical`, and all that {@link parseIJson} throws
 */
export function readCanonical(bytes: Uint8Array, limits?: JsonLimits): JsonValue {
  const value = parseIJson(bytes, limits)
  requireCanonical(bytes, value)
  return value
}

/** Throws VaultError `json-not-canonical` unless these bytes are the canonical form of that value. */
export function requireCanonical(bytes: Uint8Array, value: unknown): void {
  const canonical = canonicalise(value)
  const at = canonical.findIndex((byte, index) => byte !== bytes[index])
  if (at >= 0 || canonical.length !== bytes.length) {
    throw error('json-not-canonical', { at: at >= 0 ? at : Math.min(canonical.length, bytes.length) })
  }
}

const encoder = new TextEncoder()

// Text that JSON writes as it stands. Everything with a surrogate takes the slower way below.
const BARE = /^[\u0020\u0021\u0023-\u005b\u005d-\ud7ff\ue000-\uffff]*$/
const LONE_SURROGATE = /[\ud800-\udfff]/u

function write(value: unknown, path: string, depth: number): string {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      // String() is the ECMAScript algorithm that RFC 8785 prescribes; it writes minus zero as 0.
      if (Number.isFinite(value)) return String(value)
      throw error('not-json', { path, why: 'a number that is not finite' })
    case 'object':
      if (value === null) return 'null'
      // Also what ends a cycle.
      if (depth >= MAX_JSON_DEPTH) throw error('json-too-deep', { most: MAX_JSON_DEPTH })
      return Array.isArray(value) ? array(value, path, depth + 1) : object(value, path, depth + 1)
    default:
      throw error('not-json', { path, why: typeof value })
  }
}

function text(value: string): string {
  if (BARE.test(value)) return `"${value}"`
  const lone = LONE_SURROGATE.exec(value)
  if (lone) throw error('json-text-broken', { codePoint: nameOf(lone[0]) })
  return JSON.stringify(value)
}

function array(values: readonly unknown[], path: string, depth: number): string {
  let out = ''
  for (let index = 0; index < values.length; index++) {
    out += `${index === 0 ? '' : ','}${write(values[index], step(path, index), depth)}`
  }
  return `[${out}]`
}

function object(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw error('not-json', { path, why: 'an object with a class' })
  }
  let out = ''
  // The default order of sort() is by UTF-16 code units, the order RFC 8785 asks for.
  for (const [name, member] of Object.entries(value).sort(byName)) {
    out += `${out === '' ? '' : ','}${text(name)}:${write(member, step(path, name), depth)}`
  }
  return `{${out}}`
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
