import { isCivilDate } from './civil-date.ts'
import { error } from './codes.ts'
import { checkFieldSchemas } from './field-schema.ts'
import { step } from './finding.ts'
import { MAX_HOLDERS } from './holder.ts'
import { numberingPieces } from './numbering.ts'
import { checkText } from './text.ts'
import type { LicenceType } from './type.ts'
import { isUscc } from './uscc.ts'
import { isTerm } from './validity.ts'

/** The format of a licence type that this library reads and writes. */
export const TYPE_FORMAT = 'licencevault.type/1'
export const MAX_ISSUING_AUTHORITIES = 5000
export const MAX_TERMS = 20
/** The longest name of a type or an authority, in characters. */
export const MAX_TYPE_NAME_LENGTH = 256

/**
 * Checks that a value is a licence type and hands back a frozen copy. Strict: an unknown member, a code
 * that fails its check, a pattern that could run for ever, and whatever exceeds a limit are refused.
 *
 * @throws VaultError `type-…`, `numbering-token-wrong`
 */
export function defineType(value: unknown): LicenceType {
  if (typeof value === 'object' && value !== null && defined.has(value)) return value as LicenceType
  const copy = clone(value)
  checkFormat(copy)
  const type = object(copy, '', MEMBERS) as unknown as LicenceType
  checkNames(type)
  checkHolders(type)
  checkFieldSchemas(type.fields, type.required)
  checkNumbering(type)
  checkValidityRule(type.validity)
  checkInForce(type.inForce)
  checkIssuers(type)
  checkRest(type)
  defined.add(freeze(type))
  return type
}

// What has been through defineType is frozen, so it need not go through again.
const defined = new WeakSet<object>()

type Presence = 'required' | 'optional'
const REQUIRED: Presence = 'required'
const OPTIONAL: Presence = 'optional'
type Members = Readonly<Record<string, Presence>>

const MEMBERS: Readonly<Record<keyof LicenceType, Presence>> = {
  format: REQUIRED,
  code: REQUIRED,
  version: REQUIRED,
  name: REQUIRED,
  nameEn: REQUIRED,
  kind: REQUIRED,
  definingAuthority: REQUIRED,
  inForce: OPTIONAL,
  holderKinds: REQUIRED,
  maxHolders: REQUIRED,
  fields: REQUIRED,
  required: REQUIRED,
  numbering: REQUIRED,
  validity: REQUIRED,
  issuingAuthorities: REQUIRED,
  template: REQUIRED,
  onePerHolder: REQUIRED,
  retention: REQUIRED,
}

function clone(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch (cause) {
    throw error('type-member-wrong', { path: '/', expected: 'plain data' }, { cause })
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
  words(name, '/name')
  words(nameEn, '/nameEn')
  object(definingAuthority, '/definingAuthority', { code: REQUIRED, name: REQUIRED })
  words(definingAuthority.name, '/definingAuthority/name')
  expect(isUscc(definingAuthority.code), '/definingAuthority/code', 'a unified social credit code')
  expect(
    typeof code === 'string' && code.startsWith(definingAuthority.code) && /^.{18}[0-9]{3}$/.test(code),
    '/code',
    'the code of the defining authority and three digits',
  )
  expect(isCount(version, 1, Number.MAX_SAFE_INTEGER), '/version', 'an integer from 1')
  oneOf(kind, ['licence', 'approval', 'certificate'], '/kind')
}

function checkHolders({ holderKinds, maxHolders }: LicenceType): void {
  list(holderKinds, '/holderKinds', 1, 2)
  for (const [index, kind] of holderKinds.entries())
    oneOf(kind, ['organisation', 'person'], `/holderKinds/${index}`)
  distinct(holderKinds, '/holderKinds')
  expect(isCount(maxHolders, 1, MAX_HOLDERS), '/maxHolders', `an integer from 1 to ${MAX_HOLDERS}`)
}

function checkNumbering({ numbering }: LicenceType): void {
  object(numbering, '/numbering', { pattern: REQUIRED })
  text(numbering.pattern, '/numbering/pattern', 1, MAX_TYPE_NAME_LENGTH)
  numberingPieces(numbering)
}

function checkValidityRule(rule: LicenceType['validity']): void {
  const path = '/validity'
  expect(typeof rule === 'object' && rule !== null, path, 'a rule of validity')
  oneOf(rule.kind, ['indefinite', 'fixed', 'range'], `${path}/kind`)
  if (rule.kind === 'indefinite') {
    object(rule, path, { kind: REQUIRED })
    return
  }
  if (rule.orIndefinite !== undefined) boolean(rule.orIndefinite, `${path}/orIndefinite`)
  if (rule.kind === 'range') {
    object(rule, path, { kind: REQUIRED, min: REQUIRED, max: REQUIRED, orIndefinite: OPTIONAL })
    expect(isTerm(rule.min), `${path}/min`, 'a term')
    expect(isTerm(rule.max), `${path}/max`, 'a term')
    return
  }
  object(rule, path, { kind: REQUIRED, terms: REQUIRED, orIndefinite: OPTIONAL })
  list(rule.terms, `${path}/terms`, 1, MAX_TERMS)
  for (const [index, term] of rule.terms.entries()) expect(isTerm(term), `${path}/terms/${index}`, 'a term')
}

function checkInForce(inForce: LicenceType['inForce']): void {
  if (inForce === undefined) return
  object(inForce, '/inForce', { from: REQUIRED, until: REQUIRED })
  expect(isCivilDate(inForce.from), '/inForce/from', 'a date such as 2026-11-23')
  const { until } = inForce
  expect(
    until === null || (isCivilDate(until) && until >= inForce.from),
    '/inForce/until',
    'a later date or null',
  )
}

function checkIssuers({ issuingAuthorities }: LicenceType): void {
  list(issuingAuthorities, '/issuingAuthorities', 1, MAX_ISSUING_AUTHORITIES)
  for (const [index, code] of issuingAuthorities.entries()) {
    expect(isUscc(code), `/issuingAuthorities/${index}`, 'a unified social credit code')
  }
  distinct(issuingAuthorities, '/issuingAuthorities')
}

function checkRest({ template, onePerHolder, retention }: LicenceType): void {
  expect(
    typeof template === 'string' && /^[0-9a-f]{64}$/.test(template),
    '/template',
    'SHA-256 in lower-case hex',
  )
  boolean(onePerHolder, '/onePerHolder')
  oneOf(retention, ['Y', 'D30', 'D10'], '/retention')
}

function expect(holds: boolean, path: string, expected: string): void {
  if (!holds) throw error('type-member-wrong', { path, expected })
}

function object(value: unknown, path: string, members: Members): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw error('type-member-wrong', { path: path || '/', expected: 'an object' })
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(members, name)) throw error('type-member-unknown', { path: step(path, name) })
  }
  for (const [name, needed] of Object.entries(members)) {
    if (needed === REQUIRED && !Object.hasOwn(value, name)) {
      throw error('type-member-wrong', { path: step(path, name), expected: 'a value; it is missing' })
    }
  }
  return value
}

function list(value: unknown, path: string, least: number, most: number): void {
  expect(Array.isArray(value) && value.length >= least, path, `a list of at least ${least}`)
  if (Array.isArray(value) && value.length > most) throw error('type-limit', { path, most })
}

function distinct(values: readonly unknown[], path: string): void {
  expect(new Set(values).size === values.length, path, 'a list without repetition')
}

function text(value: unknown, path: string, least: number, most: number): void {
  if (typeof value !== 'string' || value.length < least || checkText(value, path).length > 0) {
    throw error('type-member-wrong', { path, expected: 'text in NFC without control or private characters' })
  }
  if (value.length > most) throw error('type-limit', { path, most })
}

function words(value: unknown, path: string): void {
  text(value, path, 1, MAX_TYPE_NAME_LENGTH)
  expect(value === String(value).trim(), path, 'text without a space at either end')
}

function boolean(value: unknown, path: string): void {
  expect(typeof value === 'boolean', path, 'true or false')
}

function oneOf(value: unknown, allowed: readonly string[], path: string): void {
  expect(typeof value === 'string' && allowed.includes(value), path, `one of ${allowed.join(', ')}`)
}

function isCount(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}
