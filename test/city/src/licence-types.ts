import { createHash } from 'node:crypto'
import { defineType, type LicenceType } from '@licencevault/licence'
import type { DraftedType } from './draft.ts'
import { drafts } from './drafts.ts'

/** A licence type of the city with all that the generator needs. */
export interface CityType extends Omit<DraftedType, 'type'> {
  readonly type: LicenceType
}

export const cityTypes: readonly CityType[] = drafts.map((draft) => ({
  ...draft,
  type: defineType({
    ...draft.type,
    template: createHash('sha256')
      .update(draft.layout + draft.type.code)
      .digest('hex'),
  }),
}))

/** The 84 licence types of the city. */
export const licenceTypes: readonly LicenceType[] = cityTypes.map(({ type }) => type)
