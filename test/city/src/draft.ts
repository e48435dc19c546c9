import type { HolderKind, LicenceType, Term, ValidityRule } from '@licencevault/licence'
import { type Body, bodies } from './departments.ts'
import { type Field, schemasOf } from './field.ts'
import type { LayoutName } from './layouts/index.ts'
import type { FirmForm } from './samples/firms.ts'

/**
 * Who comes for a licence: a firm of some form, a person, a mother, a man and a woman, up to four
 * owners of either kind, or whoever owns a car or a site.
 */
export type Applicant = FirmForm | 'person' | 'mother' | 'couple' | 'owners' | 'owner'

/** A row of a type table. */
export interface Draft {
  readonly name: string
  readonly nameEn: string
  readonly kind: LicenceType['kind']
  readonly applicant: Applicant
  readonly layout: LayoutName
  readonly number: string
  readonly validity: ValidityRule
  readonly retention: LicenceType['retention']
  /** Who may issue it; the defining authority if it is left out. */
  readonly issuers?: readonly Body[]
  readonly onePerHolder?: true
  /** How common it is beside the others. */
  readonly weight: number
  readonly fields: Readonly<Record<string, Field>>
}

/** A type that still lacks its template, with what the generator needs to know about it. */
export interface DraftedType extends Pick<Draft, 'applicant' | 'layout' | 'weight' | 'fields'> {
  readonly type: Omit<LicenceType, 'template'>
}

/** Types that one authority defines. A row's place, counted from `first`, is its serial: only ever append. */
export function definedBy(definer: Body, first: number, drafts: readonly Draft[]): DraftedType[] {
  const authority = bodies[definer]
  return drafts.map((draft, i) => {
    const { properties, order, required } = schemasOf(draft.fields)
    const { applicant, layout, weight, fields } = draft
    const type = {
      format: 'licencevault.type/1',
      code: authority.code + String(first + i).padStart(3, '0'),
      version: 1,
      name: draft.name,
      nameEn: draft.nameEn,
      kind: draft.kind,
      definingAuthority: { code: authority.code, name: authority.name },
      holderKinds: holderKinds(applicant),
      maxHolders: applicant === 'owners' ? 4 : applicant === 'couple' ? 2 : 1,
      fields: properties,
      order,
      required,
      numbering: { pattern: draft.number },
      validity: draft.validity,
      issuingAuthorities: (draft.issuers ?? [definer]).map((body) => bodies[body].code),
      onePerHolder: draft.onePerHolder ?? false,
      retention: draft.retention,
    } as const
    return { type, applicant, layout, weight, fields }
  })
}

function holderKinds(applicant: Applicant): readonly HolderKind[] {
  if (applicant === 'owner' || applicant === 'owners') return ['person', 'organisation']
  if (applicant === 'person' || applicant === 'mother' || applicant === 'couple') return ['person']
  return ['organisation']
}

export const indefinite: ValidityRule = { kind: 'indefinite' }

export const years = (...terms: readonly number[]): ValidityRule => ({
  kind: 'fixed',
  terms: terms.map(inYears),
})

/** One of the terms, or 长期. */
export const yearsOrEver = (...terms: readonly number[]): ValidityRule => ({
  kind: 'fixed',
  terms: terms.map(inYears),
  orIndefinite: true,
})

export const between = (min: Term, max: Term): ValidityRule => ({ kind: 'range', min, max })

const inYears = (n: number): Term => ({ years: n })
