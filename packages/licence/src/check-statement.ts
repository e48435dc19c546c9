import { fromBase64url } from './base64url.ts'
import { addDays, isCivilDate } from './civil-date.ts'
import { error } from './codes.ts'
import { type Finding, step } from './finding.ts'
import { checkHolder, type Holder, MAX_HOLDERS } from './holder.ts'
import { requireIdentifier } from './identifier.ts'
import type { Statement } from './statement.ts'
import { checkText } from './text.ts'
import { isUscc } from './uscc.ts'

/** The format of a statement that this library reads and writes. */
export const STATEMENT_FORMAT = 'licencevault.statement/1'
/** The longest licence number (证照编号), in characters, as in GB/T 36903. */
export const MAX_NUMBER_LENGTH = 128
/** Levels of lists and objects inside `fields`. */
export const MAX_FIELDS_DEPTH = 8

/** Throws VaultError `statement-version-unknown` for every format but ours. */
export function requireFormat(value: unknown): void {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : undefined
  if (found !== STATEMENT_FORMAT) {
    throw error('statement-version-unknown', { found: String(found).slice(0, 64), known: STATEMENT_FORMAT })
  }
}

/**
 * Is this value a statement: every member of the format and none beside, each of its shape, the
 * identifier in agreement with type and authority? Whether its fields fit the type is not asked here:
 * that needs the type, see `fit`.
 */
export function checkStatement(value: unknown): Statement {
  requireFormat(value)
  const statement = members(value, '', MEMBERS) as unknown as Statement
  checkType(statement)
  checkHolders(statement.holders)
  checkFieldValue(members(statement.fields, '/fields'), '/fields', 0)
  checkDates(statement)
  members(statement.authority, '/authority', ['code', 'name'])
  expect(isUscc(statement.authority.code), '/authority/code', 'a unified social credit code')
  words(statement.authority.name, '/authority/name', 512)
  words(statement.number, '/number', MAX_NUMBER_LENGTH)
  expect(
    fromBase64url(String(statement.salt))?.length === 16,
    '/salt',
    '16 bytes in base64url without padding',
  )
  checkAgreement(statement)
  return statement
}

const MEMBERS: readonly (keyof Statement)[] = [
  'format',
  'type',
  'template',
  'renderer',
  'identifier',
  'number',
  'holders',
  'fields',
  'validity',
  'authority',
  'issuedAt',
  'issuedOn',
  'salt',
]

function checkType({ type, template, renderer }: Statement): void {
  members(type, '/type', ['code', 'version', 'name'])
  expect(
    typeof type.code === 'string' && /^[0-9A-Z]{18}[0-9]{3}$/.test(type.code),
    '/type/code',
    '21 characters',
  )
  expect(Number.isSafeInteger(type.version) && type.version >= 1, '/type/version', 'an integer from 1')
  words(type.name, '/type/name', 256)
  expect(/^[0-9a-f]{64}$/.test(template), '/template', 'SHA-256 in lower-case hex')
  expect(/^[0-9A-Za-z][0-9A-Za-z.+/_-]{0,63}$/.test(renderer), '/renderer', 'the version of a renderer')
}

function checkHolders(holders: readonly Holder[]): void {
  const counted = Array.isArray(holders) && holders.length >= 1 && holders.length <= MAX_HOLDERS
  expect(counted, '/holders', `a list of 1 to ${MAX_HOLDERS} holders`)
  for (const [index, holder] of holders.entries()) {
    const path = step('/holders', index)
    members(holder, path, ['name', 'code', 'codeType'])
    refuse(checkHolder(holder, path))
  }
}

function checkFieldValue(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') {
    refuse(checkText(value, path))
    return
  }
  if (typeof value === 'boolean' || Number.isSafeInteger(value)) return
  expect(
    typeof value === 'object' && value !== null && depth < MAX_FIELDS_DEPTH,
    path,
    'text, an integer, true or false, or a list or object of these',
  )
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value ?? {})
  for (const [name, member] of entries) {
    const inside = step(path, name)
    if (typeof name === 'string') refuse(checkText(name, inside))
    checkFieldValue(member, inside, depth + 1)
  }
}

function checkDates({ validity, issuedAt, issuedOn }: Statement): void {
  const { from, until } = validity
  members(validity, '/validity', ['from', 'until'])
  expect(isCivilDate(from), '/validity/from', 'a date')
  expect(
    until === null || (isCivilDate(until) && until >= from),
    '/validity/until',
    'a date not before the first, or null',
  )
  expect(isCivilDate(issuedOn), '/issuedOn', 'a date')
  expect(isInstant(issuedAt), '/issuedAt', 'an instant such as 2026-11-23T09:44:30Z')
  // No place on earth is more than a day away from UTC.
  const day = issuedAt.slice(0, 10)
  const near = issuedOn === day || addDays(issuedOn, 1) === day || addDays(issuedOn, -1) === day
  expect(near, '/issuedOn', 'the civil date of the instant of issue')
}

function isInstant(text: unknown): boolean {
  return (
    typeof text === 'string' &&
    /^.{10}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/.test(text) &&
    isCivilDate(text.slice(0, 10))
  )
}

function checkAgreement({ identifier, type, authority }: Statement): void {
  const { parts } = requireIdentifier(identifier)
  if (parts.typeCode !== type.code) throw error('statement-disagrees', { path: '/type/code' })
  if (parts.issuerCode !== authority.code) throw error('statement-disagrees', { path: '/authority/code' })
}

function members(value: unknown, path: string, names?: readonly string[]): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw error('statement-member-wrong', { path: path || '/', expected: 'an object' })
  }
  if (!names) return value
  for (const name of Object.keys(value)) {
    if (!names.includes(name))
      throw error('statement-member-unknown', { path: step(path, name.slice(0, 64)) })
  }
  for (const name of names) {
    if (!Object.hasOwn(value, name)) {
      throw error('statement-member-wrong', { path: step(path, name), expected: 'a value; it is missing' })
    }
  }
  return value
}

function words(value: unknown, path: string, most: number): void {
  const right =
    typeof value === 'string' && value !== '' && value === value.trim() && [...value].length <= most
  expect(right, path, `text of 1 to ${most} characters without a space at either end`)
  refuse(checkText(String(value), path))
}

function expect(holds: boolean, path: string, expected: string): void {
  if (!holds) throw error('statement-member-wrong', { path, expected })
}

function refuse([first]: readonly Finding[]): void {
  if (first) throw error('statement-member-wrong', { path: first.path, expected: first.sentence.en })
}
