import { readVkey } from '@licencevault/ledger/proof'
import { canonicalise, isUscc, parseIJson } from '@licencevault/licence'
import { readCertificate } from '@licencevault/signing'
import {
  type AuthorityList,
  authorityListLimits,
  type Entitlement,
  authorityListFormats as formats,
  type LedgerKey,
  type ListedAuthority,
  type ListedLedger,
  type PaperKey,
} from './authority-list.ts'
import { base64, fromBase64, sameBytes } from './bytes.ts'
import { error } from './codes.ts'

/**
 * The list's content in canonical JSON (RFC 8785), ready to be sealed.
 *
 * @throws VaultError `authority-list-malformed` naming the first place that is wrong
 */
export function composeAuthorityList(list: AuthorityList): Uint8Array {
  const bytes = canonicalise(toJson(list))
  // What cannot be read again must not be published.
  readAuthorityList(bytes)
  return bytes
}

/**
 * Reads the content of a list, without judging its seal: see `openTrust`. Strict: nothing unknown,
 * nothing twice, canonical bytes only.
 *
 * @throws VaultError `authority-list-version-unknown`, `authority-list-malformed`,
 * `authority-list-too-large`
 */
export function readAuthorityList(bytes: Uint8Array): AuthorityList {
  const { bytes: limit } = authorityListLimits
  if (bytes.length > limit) throw error('authority-list-too-large', { size: bytes.length, limit })
  const list = fromJson(parse(bytes))
  if (!sameBytes(canonicalise(toJson(list)), bytes)) throw malformed('canonical JSON')
  return list
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    return record(parseIJson(bytes, JSON_LIMITS), 'JSON')
  } catch (cause) {
    throw error('authority-list-malformed', { where: 'JSON' }, { cause })
  }
}

function toJson(list: AuthorityList): object {
  const { sequence, issuedAt, nextUpdate } = list
  return {
    format: list.ledgers ? formats.withLedgers : formats.plain,
    sequence,
    issuedAt,
    nextUpdate,
    roots: list.roots.map(base64),
    authorities: list.authorities.map(({ code, name, receipts, ...authority }) => ({
      code,
      name: { en: name.en, zh: name.zh },
      sealCertificates: authority.sealCertificates.map(base64),
      licenceTypes: authority.licenceTypes.map(({ code, from, to }) => ({ code, from, to })),
      paperKeys: authority.paperKeys.map(({ publicKey, from, to }) => ({
        publicKey: base64(publicKey),
        from,
        to,
      })),
      ...(receipts && { receipts: { ledger: receipts.ledger, since: receipts.since } }),
    })),
    ...(list.ledgers && {
      ledgers: list.ledgers.map(({ name, keys }) => ({
        name,
        keys: keys.map(({ vkey, from, to }) => ({ vkey, from, to })),
      })),
    }),
  }
}

function fromJson(list: Readonly<Record<string, unknown>>): AuthorityList {
  if (typeof list.format !== 'string') throw malformed('format')
  if (list.format !== formats.plain && list.format !== formats.withLedgers) {
    throw error('authority-list-version-unknown', { format: list.format.slice(0, 64) })
  }
  const { sequence } = list
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence) || sequence < 1)
    throw malformed('sequence')
  const issuedAt = instant(list.issuedAt, 'issuedAt')
  const nextUpdate = instant(list.nextUpdate, 'nextUpdate')
  if (nextUpdate <= issuedAt) throw malformed('nextUpdate')
  const roots = listOf(list.roots, 'roots', authorityListLimits.roots, certificate)
  const authorities = listOf(list.authorities, 'authorities', authorityListLimits.authorities, authority)
  distinct(authorities, 'authorities', ({ code }) => code)
  distinct(
    authorities.flatMap(({ sealCertificates }) => sealCertificates),
    'authorities[].sealCertificates',
    base64,
  )
  const read = { sequence, issuedAt, nextUpdate, roots, authorities }
  if (list.format === formats.plain) return read
  const ledgers = listOf(list.ledgers, 'ledgers', authorityListLimits.ledgers, ledger)
  return { ...read, ledgers: distinct(ledgers, 'ledgers', ({ name }) => name) }
}

function ledger(value: unknown, where: string): ListedLedger {
  const { name: given, keys } = record(value, where)
  const name = text(given, `${where}.name`)
  const read = listOf(keys, `${where}.keys`, authorityListLimits.ledgerKeys, (key, at) =>
    ledgerKey(key, at, name),
  )
  return { name, keys: distinct(read, `${where}.keys`, ({ vkey }) => vkey) }
}

function ledgerKey(value: unknown, where: string, name: string): LedgerKey {
  const { vkey, ...period } = record(value, where)
  if (typeof vkey !== 'string' || nameOfVkey(vkey) !== name) throw malformed(`${where}.vkey`)
  return { vkey, ...fromTo(period, where) }
}

function nameOfVkey(vkey: string): string | undefined {
  try {
    return readVkey(vkey).name
  } catch {
    return undefined
  }
}

function authority(value: unknown, where: string): ListedAuthority {
  const { code, name, receipts, ...rest } = record(value, where)
  const names = record(name, `${where}.name`)
  if (typeof code !== 'string' || !isUscc(code)) throw malformed(`${where}.code`)
  const limits = authorityListLimits
  const licenceTypes = listOf(rest.licenceTypes, `${where}.licenceTypes`, limits.licenceTypes, entitlement)
  const paperKeys = listOf(rest.paperKeys, `${where}.paperKeys`, limits.paperKeys, paperKey)
  return {
    code,
    name: { en: text(names.en, `${where}.name.en`), zh: text(names.zh, `${where}.name.zh`) },
    sealCertificates: listOf(
      rest.sealCertificates,
      `${where}.sealCertificates`,
      limits.sealCertificates,
      certificate,
    ),
    licenceTypes,
    paperKeys: distinct(paperKeys, `${where}.paperKeys`, ({ publicKey }) => base64(publicKey)),
    ...(receipts !== undefined && { receipts: receiptRule(receipts, `${where}.receipts`) }),
  }
}

function receiptRule(value: unknown, where: string): { ledger: string; since: string } {
  const { ledger, since } = record(value, where)
  return { ledger: text(ledger, `${where}.ledger`), since: instant(since, `${where}.since`) }
}

function entitlement(value: unknown, where: string): Entitlement {
  const { code, ...period } = record(value, where)
  if (typeof code !== 'string' || !TYPE_CODE.test(code)) throw malformed(`${where}.code`)
  return { code, ...fromTo(period, where) }
}

function paperKey(value: unknown, where: string): PaperKey {
  const { publicKey, ...period } = record(value, where)
  const bytes = der(publicKey, `${where}.publicKey`)
  const ed25519 = bytes.length === 44 && ED25519_SPKI.every((byte, index) => byte === bytes[index])
  if (!ed25519) throw malformed(`${where}.publicKey`)
  return { publicKey: bytes, ...fromTo(period, where) }
}

const TYPE_CODE = /^[0-9A-Z]{18}[0-9]{3}$/
/** SEQUENCE { SEQUENCE { 1.3.101.112 }, BIT STRING of 32 bytes } */
const ED25519_SPKI = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const NAME_LIMIT = 512
const JSON_LIMITS = { bytes: authorityListLimits.bytes, depth: 6, values: 5_000_000 }

function fromTo(period: Readonly<Record<string, unknown>>, where: string) {
  const from = instant(period.from, `${where}.from`)
  const to = period.to === null ? null : instant(period.to, `${where}.to`)
  if (to !== null && to <= from) throw malformed(`${where}.to`)
  return { from, to }
}

function instant(value: unknown, where: string): string {
  const time = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString() !== String(value).replace('Z', '.000Z')) {
    throw malformed(where)
  }
  return String(value)
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '' || value.length > NAME_LIMIT) throw malformed(where)
  return value
}

function der(value: unknown, where: string): Uint8Array {
  const bytes = typeof value === 'string' ? fromBase64(value) : undefined
  if (!bytes || bytes.length === 0 || bytes.length > authorityListLimits.der) throw malformed(where)
  return bytes
}

/** A certificate that cannot be read would only be noticed by whoever verifies. */
function certificate(value: unknown, where: string): Uint8Array {
  const bytes = der(value, where)
  try {
    readCertificate(bytes)
  } catch (cause) {
    throw error('authority-list-malformed', { where }, { cause })
  }
  return bytes
}

function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(where)
  return { ...value }
}

function listOf<T>(
  value: unknown,
  where: string,
  limit: number,
  read: (value: unknown, where: string) => T,
): T[] {
  if (!Array.isArray(value) || value.length > limit) throw malformed(where)
  return value.map((item, index) => read(item, `${where}[${index}]`))
}

function distinct<T>(items: T[], where: string, keyOf: (item: T) => string): T[] {
  if (new Set(items.map(keyOf)).size !== items.length) throw malformed(where)
  return items
}

function malformed(where: string): Error {
  return error('authority-list-malformed', { where })
}
