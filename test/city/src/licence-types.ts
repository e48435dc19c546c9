import { type Template, templateDigest } from '@licencevault/document'
import { defineType, type LicenceType } from '@licencevault/licence'
import type { DraftedType } from './draft.ts'
import { drafts } from './drafts.ts'
import { layouts } from './layouts/index.ts'

/** A licence type of the city with all that the generator needs. */
export interface CityType extends Omit<DraftedType, 'type'> {
  readonly type: LicenceType
  readonly template: Template
}

export const cityTypes: readonly CityType[] = drafts.map((draft) => {
  // A layout looks at names and fields; the digest it leads to is not there yet.
  const template = layouts[draft.layout]({ ...draft.type, template: '' })
  const type = defineType({ ...draft.type, template: templateDigest(template) })
  return { ...draft, type, template }
})

const byCode = new Map(cityTypes.map((found) => [found.type.code, found]))

/** The 84 licence types of the city. */
export const licenceTypes: readonly LicenceType[] = cityTypes.map(({ type }) => type)

/** One of {@link licenceTypes} by its code. Throws RangeError if there is none. */
export function typeOf(code: string): LicenceType {
  return knownType(code).type
}

/** The face of one of {@link licenceTypes}. Throws RangeError if there is none. */
export function templateOf({ code }: { readonly code: string }): Template {
  return knownType(code).template
}

/** One of {@link cityTypes} by its code. Throws RangeError if there is none. */
export function knownType(code: string): CityType {
  const found = byCode.get(code)
  if (!found) throw new RangeError(`the city has no licence type ${code}`)
  return found
}
