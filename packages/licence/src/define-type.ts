import { error } from './codes.ts'
import { checkFieldSchemas } from './field-schema.ts'
import { step } from './finding.ts'
import { MAX_HOLDERS, MAX_NAME_LENGTH } from './holder.ts'
import { numberingPieces } from './numbering.ts'
import { shapeOf, words } from './shape.ts'
import type { LicenceType } from './type.ts'
import { divisionOf, isUscc } from './uscc.ts'
import { endOfTerm, isTerm } from './validity.ts'

/** The format of a licence type that this library reads and writes. */
export const TYPE_FORMAT = 'licencevault.type/1'
/** Authorities that may issue one type: every county of a country. */
const MAX_ISSUING_AUTHORITIES = 5000
const MAX_TERMS = 20
/** The longest name of a type, in characters, as in GB/T 36903. */
export const MAX_TYPE_NAME_LENGTH = 256

/**
 * Checks that a value is a licence type and hands back a frozen copy. Strict: an unknown member, a code
 * that fails its check, a pattern that could run for ever, and whatever exceeds a limit are refused.
 * What it handed back it hands back again at no cost, so define a type once and keep it.
 *
 * @throws VaultError `type-…`, `numbering-token-wrong`
 */
export function defineType(value: unknown): LicenceType {
  if (typeof value === 'object' && value !== null && defined.has(value)) return value as LicenceType
  const copy = clone(value)
  checkFormat(copy)
  const type = members(copy, '', NEEDED, OPTIONAL) as LicenceType
  checkNames(type)
  checkHolders(type)
  checkFieldSchemas(type)
  checkIssuers(type)
  checkNumbering(type)
  checkValidityRule(type.validity)
  if (type.inForce !== undefined) period(type.inForce, '/inForce')
  checkRest(type)
  defined.add(freeze(type))
  return type
}

// What has been through defineType is frozen, so it need not go through again.
const defined = new WeakSet<object>()

const { expect, members, label, period, digest } = shapeOf('type')

const NEEDED: readonly (keyof LicenceType)[] = [
  'format',
  'code',
  'version',
  'name',
  'nameEn',
  'kind',
  'definingAuthority',
  'holderKinds',
  'maxHolders',
  'fields',
  'order',
  'required',
  'numbering',
  'validity',
  'issuingAuthorities',
  'template',
  'onePerHolder',
  'retention',
]
const OPTIONAL: readonly (keyof LicenceType)[] = ['inForce']

const USCC = words('a unified social credit code', '统一社会信用代码')
const TERM = words('a term of whole years, months and days', '由整年、整月、整日组成的期限')

function clone(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch (cause) {
    const problem = words('expected plain data', '应为纯数据')
    throw error('type-member-wrong', { path: '/', problem: problem.en, problemZh: problem.zh }, { cause })
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const member of Object.values(value)) freeze(member)
  }
  return value
}

function checkFormat(value: unknown): void {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : undefined
  if (found !== TYPE_FORMAT) {
    throw error('type-format-unknown', { found: String(found).slice(0, 64), known: TYPE_FORMAT })
  }
}

function checkNames({ name, nameEn, code, version, kind, definingAuthority }: LicenceType): void {
  label(name, '/name', MAX_TYPE_NAME_LENGTH)
  label(nameEn, '/nameEn', MAX_TYPE_NAME_LENGTH)
  members(definingAuthority, '/definingAuthority', ['code', 'name'])
  label(definingAuthority.name, '/definingAuthority/name', MAX_NAME_LENGTH)
  expect(isUscc(definingAuthority.code), '/definingAuthority/code', USCC)
  const composed =
    typeof code === 'string' && code.startsWith(definingAuthority.code) && /^.{18}[0-9]{3}$/.test(code)
  expect(
    composed,
    '/code',
    words('the code of the defining authority and three digits', '定义机构代码加三位数字'),
  )
  expect(isCount(version, Number.MAX_SAFE_INTEGER), '/version', words('an integer from 1', '不小于 1 的整数'))
  oneOf(kind, ['licence', 'approval', 'certificate'], '/kind')
}

function checkHolders({ holderKinds, maxHolders }: LicenceType): void {
  list(holderKinds, '/holderKinds', 2)
  for (const [index, kind] of holderKinds.entries()) {
    oneOf(kind, ['organisation', 'person'], `/holderKinds/${index}`)
  }
  const count = words(`an integer from 1 to ${MAX_HOLDERS}`, `从 1 至 ${MAX_HOLDERS} 的整数`)
  expect(isCount(maxHolders, MAX_HOLDERS), '/maxHolders', count)
}

function checkNumbering({ numbering, issuingAuthorities }: LicenceType): void {
  members(numbering, '/numbering', ['pattern'])
  label(numbering.pattern, '/numbering/pattern', MAX_TYPE_NAME_LENGTH)
  const tokens = numberingPieces(numbering).map(({ kind }) => kind)
  if (!tokens.includes('serial')) return
  const path = '/numbering/pattern'
  const counted = words(
    '{year}, since the serial begins anew each year',
    '含有 {year} 的编号规则：流水号每年重新开始',
  )
  expect(tokens.includes('year'), path, counted)
  const divisions = new Set(issuingAuthorities.map(divisionOf))
  const apart =
    issuingAuthorities.length === 1 ||
    (tokens.includes('area') && divisions.size === issuingAuthorities.length)
  expect(apart, path, words('a token that tells the issuing authorities apart', '能够区分各颁发机构的占位符'))
}

function checkValidityRule(rule: LicenceType['validity']): void {
  const path = '/validity'
  members(rule, path, ['kind'], ['terms', 'min', 'max', 'orIndefinite'])
  oneOf(rule.kind, ['indefinite', 'fixed', 'range'], `${path}/kind`)
  if (rule.kind === 'indefinite') {
    members(rule, path, ['kind'])
    return
  }
  if (rule.orIndefinite !== undefined) boolean(rule.orIndefinite, `${path}/orIndefinite`)
  if (rule.kind === 'range') {
    members(rule, path, ['kind', 'min', 'max'], ['orIndefinite'])
    expect(isTerm(rule.min), `${path}/min`, TERM)
    expect(isTerm(rule.max), `${path}/max`, TERM)
    const ordered = endOfTerm(anyDay, rule.min) <= endOfTerm(anyDay, rule.max)
    expect(ordered, `${path}/max`, words('a term no shorter than the least', '不短于最短期限的期限'))
    return
  }
  members(rule, path, ['kind', 'terms'], ['orIndefinite'])
  list(rule.terms, `${path}/terms`, MAX_TERMS)
  for (const [index, term] of rule.terms.entries()) expect(isTerm(term), `${path}/terms/${index}`, TERM)
}

/** Terms are compared from one day on; months differ, but no order of terms depends on it by more than days. */
const anyDay = '2001-01-01'

function checkIssuers({ issuingAuthorities }: LicenceType): void {
  list(issuingAuthorities, '/issuingAuthorities', MAX_ISSUING_AUTHORITIES)
  for (const [index, code] of issuingAuthorities.entries()) {
    expect(isUscc(code), step('/issuingAuthorities', index), USCC)
  }
}

function checkRest({ template, onePerHolder, retention }: LicenceType): void {
  digest(template, '/template')
  boolean(onePerHolder, '/onePerHolder')
  oneOf(retention, ['Y', 'D30', 'D10'], '/retention')
}

/** A list of at least one value, none of them twice. */
function list(value: unknown, path: string, most: number): void {
  if (!Array.isArray(value) || value.length === 0) {
    expect(false, path, words('a list of at least one', '至少有一项的列表'))
  } else if (value.length > most) throw error('type-limit', { path, most })
  else
    expect(new Set(value).size === value.length, path, words('a list without repetition', '没有重复项的列表'))
}

function boolean(value: unknown, path: string): void {
  expect(typeof value === 'boolean', path, words('true or false', '布尔值（true 或 false）'))
}

function oneOf(value: unknown, allowed: readonly string[], path: string): void {
  const listed = allowed.join(', ')
  const known = typeof value === 'string' && allowed.includes(value)
  expect(known, path, words(`one of ${listed}`, `以下之一：${allowed.join('、')}`))
}

function isCount(value: unknown, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most
}
