import { type Element, malformed, Reader, tag } from '../asn1/reader.ts'
import { readIntegerBytes, readTime } from '../asn1/values.ts'
import { error } from '../codes.ts'
import { extensionOids, readExtensionList } from '../extensions.ts'
import { limits } from '../limits.ts'
import { problemOf } from '../problems.ts'
import { type RevocationReason, reasonOf } from './reasons.ts'

/** One revoked certificate. */
export interface CrlEntry {
  readonly revokedAt: Date
  /** `unspecified` when the entry says none. */
  readonly reason: RevocationReason
  /** Since when the key is known or suspected to be compromised. */
  readonly invalidSince?: Date
}

/** The entries of a CRL, to be asked one by one. */
export interface CrlEntries {
  readonly count: number
  /** Critical extensions of entries that are not processed here: the list cannot be relied on. */
  readonly unknown: readonly string[]
  /** An entry that names its own issuer: the list is indirect. */
  readonly indirect: boolean
  /** The entry of a serial number, contents octets; of several the first. */
  find(serial: Uint8Array): CrlEntry | undefined
}

const none: CrlEntries = { count: 0, unknown: [], indirect: false, find: () => undefined }

/**
 * Walks the entries once, checks each and remembers where it stands, in a table by serial number that
 * takes 8 bytes an entry. Nothing is made of an entry before it is asked for.
 */
export function readEntries(list: Element | undefined, extended: boolean): CrlEntries {
  if (!list) return none
  const { offsets, ...walked } = walk(list, extended)
  const { bytes, rules } = list
  const slots = tableOf(offsets, bytes)
  const mask = slots.length - 1
  return {
    ...walked,
    count: offsets.length,
    find(serial) {
      for (let slot = hash(serial, 0, serial.length) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const at = (slots[slot] ?? 0) - 1
        if (sameAt(bytes, serialAt(bytes, at), serial))
          return readEntry(new Reader(bytes, rules, at, list.to))
      }
      return undefined
    },
  }
}

interface Walked extends Pick<CrlEntries, 'unknown' | 'indirect'> {
  /** Where each entry begins. */
  readonly offsets: Uint32Array
}

function walk(list: Element, extended: boolean): Walked {
  const reader = list.inside()
  if (reader.done) throw error('crl-wrong', problemOf('an empty list written out'))
  let offsets = new Uint32Array(1_024)
  let count = 0
  let indirect = false
  const unknown = new Set<string>()
  const { bytes } = list
  let at = list.from
  while (at < list.to) {
    if (count >= limits.crlEntries) {
      throw error('limit-exceeded', { name: 'crlEntries', limit: limits.crlEntries })
    }
    if (count === offsets.length) {
      const larger = new Uint32Array(count * 2)
      larger.set(offsets)
      offsets = larger
    }
    offsets[count++] = at
    const plain = endOfPlain(bytes, at, list.to, extended)
    if (plain > 0) {
      at = plain
      continue
    }
    const entry = new Reader(bytes, list.rules, at, list.to, list.depth + 1).expect(tag.sequence)
    indirect = judgeEntry(entry, extended, unknown) || indirect
    at = entry.end
  }
  return { offsets: offsets.subarray(0, count), unknown: [...unknown], indirect }
}

/** Checks one entry in full; answers whether it names its own issuer. */
function judgeEntry(entry: Element, extended: boolean, unknown: Set<string>): boolean {
  const fields = entry.inside()
  const serial = readIntegerBytes(fields.expect(tag.integer))
  if (serial.length > 127) throw error('crl-wrong', problemOf('a serial number of more than 20 octets'))
  readTime(fields.next())
  if (fields.done) return false
  if (!extended) throw error('crl-wrong', problemOf('extensions in a list of version 1'))
  const indirect = noteExtensions(fields.expect(tag.sequence), unknown)
  fields.finish()
  return indirect
}

/**
 * The end of an entry that is as nearly all are: short, revoked on a day that every month has, with no
 * extension or only a reason. 0 for any other, which is then read in full.
 */
function endOfPlain(bytes: Uint8Array, at: number, to: number, extended: boolean): number {
  const size = bytes[at + 1] ?? 0x80
  const end = at + 2 + size
  const length = bytes[at + 3] ?? 0x80
  if (bytes[at] !== tag.sequence || size >= 0x80 || end > to) return 0
  if (bytes[at + 2] !== tag.integer || length > 21 || length === 0) return 0
  const first = bytes[at + 4] ?? 0
  if (length > 1 && (first === 0 || first === 0xff) && first >= 0x80 === (bytes[at + 5] ?? 0) >= 0x80)
    return 0
  const time = at + 4 + length
  if (!isPlainTime(bytes, time)) return 0
  if (time + 15 === end) return end
  const reason = bytes[end - 1] ?? 7
  if (!extended || time + 15 + 2 + reasonPrefix.length + 1 !== end) return 0
  if (bytes[time + 15] !== tag.sequence || bytes[time + 16] !== reasonPrefix.length + 1) return 0
  for (let i = 0; i < reasonPrefix.length; i++) if (bytes[time + 17 + i] !== reasonPrefix[i]) return 0
  return reason <= 10 && reason !== 7 ? end : 0
}

/** One extension: a reason, not critical, of which only the last byte differs. */
const reasonPrefix = Uint8Array.of(0x30, 0x0a, 0x06, 0x03, 0x55, 0x1d, 0x15, 0x04, 0x03, 0x0a, 0x01)

/** A UTCTime on one of the first 28 days of a month. */
function isPlainTime(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== tag.utcTime || bytes[at + 1] !== 13 || bytes[at + 14] !== 0x5a) return false
  for (let i = 2; i < 14; i++) {
    const digit = (bytes[at + i] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return false
  }
  const number = (i: number) => ((bytes[at + i] ?? 0) - 0x30) * 10 + (bytes[at + i + 1] ?? 0) - 0x30
  const [month, day] = [number(4), number(6)]
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= 28 && number(8) < 24 && number(10) < 60 && number(12) < 60
  )
}

/** Whether an entry names its own issuer; notes what is critical and unknown. */
function noteExtensions(list: Element, unknown: Set<string>): boolean {
  let indirect = false
  for (const { oid, critical, value } of readExtensionList(list)) {
    if (oid === extensionOids.certificateIssuer) indirect = true
    else if (oid === extensionOids.crlReason) readReason(value)
    else if (oid === extensionOids.invalidityDate) readDate(value)
    else if (critical) unknown.add(oid)
    if (unknown.size > limits.extensions) {
      throw error('limit-exceeded', { name: 'extensions', limit: limits.extensions })
    }
  }
  return indirect
}

function readEntry(reader: Reader): CrlEntry {
  const fields = reader.next().inside()
  fields.expect(tag.integer)
  const revokedAt = readTime(fields.next())
  let reason: RevocationReason = 'unspecified'
  let invalidSince: Date | undefined
  for (const { oid, value } of fields.done ? [] : readExtensionList(fields.next())) {
    if (oid === extensionOids.crlReason) reason = readReason(value)
    if (oid === extensionOids.invalidityDate) invalidSince = readDate(value)
  }
  return { revokedAt, reason, ...(invalidSince && { invalidSince }) }
}

function readReason(value: Uint8Array): RevocationReason {
  const reason =
    value.length === 3 && value[0] === 0x0a && value[1] === 1 ? reasonOf(value[2] ?? -1) : undefined
  if (!reason) throw malformed('a reason for revoking that does not exist', 0)
  return reason
}

function readDate(value: Uint8Array): Date {
  const reader = new Reader(value)
  const date = readTime(reader.expect(tag.generalizedTime))
  reader.finish()
  return date
}

/**
 * Open addressing, at most half full; 0 is empty, so offsets are kept one higher. Serial numbers made
 * to collide would make it slow: only the issuer can, and then it is refused.
 */
function tableOf(offsets: Uint32Array, bytes: Uint8Array): Uint32Array {
  let size = 16
  while (size < offsets.length * 2) size *= 2
  const slots = new Uint32Array(size)
  for (const at of offsets) {
    const serial = serialAt(bytes, at)
    let slot = hash(bytes, serial + 2, serial + 2 + (bytes[serial + 1] ?? 0)) & (size - 1)
    for (let probes = 0; slots[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      if (++probes > limits.crlProbes)
        throw error('limit-exceeded', { name: 'crlProbes', limit: limits.crlProbes })
    }
    slots[slot] = at + 1
  }
  return slots
}

/** FNV-1a. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0x811c9dc5
  for (let i = from; i < to; i++) sum = Math.imul(sum ^ (bytes[i] ?? 0), 0x01000193)
  return (sum ^ (sum >>> 15)) >>> 0
}

function sameAt(bytes: Uint8Array, at: number, serial: Uint8Array): boolean {
  if (bytes[at + 1] !== serial.length) return false
  for (let i = 0; i < serial.length; i++) if (bytes[at + 2 + i] !== serial[i]) return false
  return true
}

/** Where the serial number of the entry at `at` stands. */
function serialAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at + 1] ?? 0
  return at + 2 + (first < 0x80 ? 0 : first & 0x7f)
}
