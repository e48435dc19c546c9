import { shortened } from '@licencevault/errors'
import { isCivilDate } from './civil-date.ts'
import { error } from './codes.ts'
import { defineType } from './define-type.ts'
import { checkFields } from './fields.ts'
import { type Finding, finding } from './finding.ts'
import { checkHolder, type Holder, holderKind, MAX_NAME_LENGTH } from './holder.ts'
import { requireOrderShape } from './order-shape.ts'
import { isAtMost } from './shape.ts'
import type { Fields } from './statement.ts'
import { checkText } from './text.ts'
import type { LicenceType } from './type.ts'
import { checkValidity, periodOn, type Validity } from './validity.ts'

/** What an authority asks to be issued: everything a statement says that the vault does not add itself. */
export interface Order {
  readonly type: { readonly code: string; readonly version: number }
  readonly authority: { readonly code: string; readonly name: string }
  readonly holders: readonly Holder[]
  readonly fields: Fields
  readonly validity: Validity
}

/**
 * The whole check before issuing: is the type in force, the authority entitled, are the holders of a
 * kind the type allows and their codes right, do fields and validity fit? All findings at once, each
 * with its place in the order; none when the order fits.
 *
 * @param on the civil date of issue; the first day of validity, if it is left out
 * @throws VaultError `order-member-…` when it has not the shape of an order, `type-…` when the type
 *   itself is wrong
 */
export function problemsOf(type: LicenceType, order: Order, on?: string): readonly Finding[] {
  const known = defineType(type)
  requireOrderShape(order)
  return [
    ...checkType(known, order, on ?? order.validity.from),
    ...checkAuthority(known, order),
    ...checkHolders(known, order.holders),
    ...checkFields(known, order.fields, '/fields'),
    ...checkValidity(known.validity, order.validity, '/validity'),
  ]
}

/**
 * Holds an order against its type and lets it through only if it fits: {@link problemsOf}, thrown.
 *
 * @throws VaultError `order-does-not-fit` naming the first 20 findings; and what {@link problemsOf} throws
 */
export function fit(type: LicenceType, order: Order, on?: string): Order {
  const problems = problemsOf(type, order, on)
  if (problems.length === 0) return order
  const named = problems.slice(0, MAX_NAMED).map(({ path, code }) => `${shortened(path)} ${code}`)
  const left = problems.length - named.length
  throw error('order-does-not-fit', {
    ...namesOf(type),
    count: problems.length,
    findings: named.join('; '),
    more: left > 0 ? `; and ${left} more` : '',
    moreZh: left > 0 ? `；另有 ${left} 处` : '',
  })
}

/** A sentence has to stay one that is read, and one that travels: an order may have any number of wrong fields. */
const MAX_NAMED = 20

const namesOf = ({ name, nameEn }: LicenceType) => ({ type: nameEn, typeZh: name })
const nameOfType = ({ code, version }: { code: string; version: number }) => `${code}@${version}`

function checkType(type: LicenceType, order: Order, on: string): Finding[] {
  if (order.type.code !== type.code || order.type.version !== type.version) {
    return [finding('type-other', '/type', { found: nameOfType(order.type), expected: nameOfType(type) })]
  }
  // A wrong date is reported where it stands.
  if (type.inForce === undefined || !isCivilDate(on)) return []
  return periodOn(type.inForce, on) === 'within'
    ? []
    : [finding('type-not-in-force', '/type', { type: nameOfType(type), on })]
}

function checkAuthority(type: LicenceType, { authority }: Order): Finding[] {
  const { code, name } = authority
  const findings: Finding[] = type.issuingAuthorities.includes(code)
    ? []
    : [finding('authority-not-entitled', '/authority/code', { authority: code, ...namesOf(type) })]
  if (name === '' || name !== name.trim() || !isAtMost(name, MAX_NAME_LENGTH)) {
    findings.push(finding('authority-name-wrong', '/authority/name', { most: MAX_NAME_LENGTH }))
  }
  return [...findings, ...checkText(name, '/authority/name')]
}

function checkHolders(type: LicenceType, holders: readonly Holder[]): Finding[] {
  if (holders.length === 0) return [finding('holders-none', '/holders')]
  if (holders.length > type.maxHolders) {
    return [finding('holders-too-many', '/holders', { found: holders.length, most: type.maxHolders })]
  }
  const seen = new Set<string>()
  return holders.flatMap((holder, index) => {
    const path = `/holders/${index}`
    const key = `${holder.codeType} ${holder.code}`
    const twice = seen.has(key) ? [finding('holder-twice', path)] : []
    seen.add(key)
    return [...twice, ...checkKind(type, holder, path), ...checkHolder(holder, path)]
  })
}

const KINDS = { organisation: '法人和其他组织', person: '自然人' } as const

function checkKind(type: LicenceType, { codeType }: Holder, path: string): Finding[] {
  const kind = holderKind(codeType)
  if (kind === undefined || type.holderKinds.includes(kind)) return []
  const details = { ...namesOf(type), kind, kindZh: KINDS[kind] }
  return [finding('holder-kind-not-allowed', `${path}/codeType`, details)]
}
