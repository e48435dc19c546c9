import { addDays, isCivilDate } from './civil-date.ts'
import { error } from './codes.ts'
import { MAX_TYPE_NAME_LENGTH } from './define-type.ts'
import { FIELD_NAME } from './field-schema.ts'
import { step } from './finding.ts'
import { checkHolder, type Holder, MAX_HOLDERS, MAX_NAME_LENGTH } from './holder.ts'
import { requireIdentifier } from './identifier.ts'
import { isPlainObject, shapeOf, words } from './shape.ts'
import type { Statement } from './statement.ts'
import { checkText } from './text.ts'
import { isUscc } from './uscc.ts'

/** The format of a statement that this library reads and writes. */
export const STATEMENT_FORMAT = 'licencevault.statement/1'
/** The longest licence number (证照编号), in characters, as in GB/T 36903. */
const MAX_NUMBER_LENGTH = 128
/** Levels of lists and objects in `fields`, itself being the first. */
export const MAX_FIELDS_DEPTH = 8

/** Throws VaultError `statement-version-unknown` for every format but ours. */
export function requireFormat(value: unknown): void {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : undefined
  if (found !== STATEMENT_FORMAT) {
    throw error('statement-version-unknown', { found: String(found).slice(0, 64), known: STATEMENT_FORMAT })
  }
}

/**
 * Checks that a value is a statement: every member of the format and none beside, each of its shape, the
 * identifier in agreement with type and authority. Whether its fields fit the type is not asked here,
 * for that needs the type: see `checkFields`.
 *
 * @throws VaultError `statement-…`, `identifier-…`
 */
export function checkStatement(value: unknown): Statement {
  requireFormat(value)
  const statement = members(value, '', MEMBERS) as Statement
  checkType(statement)
  label(statement.number, '/number', MAX_NUMBER_LENGTH)
  checkHolders(statement.holders)
  expect(isPlainObject(statement.fields), '/fields', words('an object', '对象'))
  checkFieldValue(statement.fields, '/fields', 1)
  checkDates(statement)
  checkAuthority(statement)
  // The last of 22 characters holds but two bits: this is the only spelling of any 16 bytes.
  expect(matches(statement.salt, /^[0-9A-Za-z_-]{21}[AQgw]$/), '/salt', SALT)
  checkAgreement(statement)
  return statement
}

const { expect, members, label, date, period, digest, refuse } = shapeOf('statement')

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

const SALT = words('16 bytes in base64url without padding', '以 base64url 书写的 16 字节（无填充）')

function checkType({ type, template, renderer }: Statement): void {
  members(type, '/type', ['code', 'version', 'name'])
  const { code, version, name } = type
  expect(matches(code, /^[0-9A-Z]{18}[0-9]{3}$/), '/type/code', words('a type code', '证照类型代码'))
  expect(
    Number.isSafeInteger(version) && version >= 1,
    '/type/version',
    words('an integer from 1', '不小于 1 的整数'),
  )
  label(name, '/type/name', MAX_TYPE_NAME_LENGTH)
  digest(template, '/template')
  const named = matches(renderer, /^[0-9A-Za-z][0-9A-Za-z.+/_-]{0,63}$/)
  expect(named, '/renderer', words('the version of a renderer', '版面生成程序的版本'))
}

function checkHolders(holders: readonly Holder[]): void {
  const counted = Array.isArray(holders) && holders.length >= 1 && holders.length <= MAX_HOLDERS
  expect(
    counted,
    '/holders',
    words(`a list of 1 to ${MAX_HOLDERS} holders`, `含 1 至 ${MAX_HOLDERS} 个持证主体的列表`),
  )
  for (const [index, holder] of holders.entries()) {
    const path = step('/holders', index)
    members(holder, path, ['name', 'code', 'codeType'])
    refuse(checkHolder(holder, path))
  }
}

const FIELD_VALUE = words(
  'text, an integer, true or false, or a list or object of these',
  '文本、整数、布尔值，或由这些值组成的列表或对象',
)
const NAME = words('a name of letters, digits and _', '由字母、数字和 _ 组成的名称')

function checkFieldValue(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') {
    refuse(checkText(value, path))
    return
  }
  if (typeof value === 'boolean' || Number.isSafeInteger(value)) return
  if (Array.isArray(value) && depth <= MAX_FIELDS_DEPTH) {
    for (let index = 0; index < value.length; index++)
      checkFieldValue(value[index], step(path, index), depth + 1)
    return
  }
  expect(isPlainObject(value) && depth <= MAX_FIELDS_DEPTH, path, FIELD_VALUE)
  for (const [name, member] of Object.entries(value ?? {})) {
    expect(FIELD_NAME.test(name), step(path, name.slice(0, 64)), NAME)
    checkFieldValue(member, step(path, name), depth + 1)
  }
}

function checkDates({ validity, issuedAt, issuedOn }: Statement): void {
  period(validity, '/validity')
  date(issuedOn, '/issuedOn')
  expect(
    isInstant(issuedAt),
    '/issuedAt',
    words('an instant such as 2026-11-23T09:44:30Z', '形如 2026-11-23T09:44:30Z 的时刻'),
  )
  const near = isNear(issuedOn, issuedAt.slice(0, 10))
  expect(near, '/issuedOn', words('the civil date of the instant of issue', '颁发时刻在当地的日期'))
}

function isInstant(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    /^.{10}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/.test(text) &&
    isCivilDate(text.slice(0, 10))
  )
}

/** No place on earth is more than a day away from UTC. */
function isNear(local: string, utc: string): boolean {
  if (local === utc) return true
  const [first, second] = local < utc ? [local, utc] : [utc, local]
  return first !== '9999-12-31' && addDays(first, 1) === second
}

function checkAuthority({ authority }: Statement): void {
  members(authority, '/authority', ['code', 'name'])
  expect(isUscc(authority.code), '/authority/code', words('a unified social credit code', '统一社会信用代码'))
  label(authority.name, '/authority/name', MAX_NAME_LENGTH)
}

function checkAgreement({ identifier, type, authority }: Statement): void {
  const { parts } = requireIdentifier(identifier)
  if (parts.typeCode !== type.code) throw error('statement-disagrees', { path: '/type/code' })
  if (parts.issuerCode !== authority.code) throw error('statement-disagrees', { path: '/authority/code' })
}

function matches(value: unknown, shape: RegExp): value is string {
  return typeof value === 'string' && shape.test(value)
}
