import type { Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { approvalLetter } from './approval-letter.ts'
import { birth } from './birth.ts'
import { card } from './card.ts'
import { charter } from './charter.ts'
import { decision } from './decision.ts'
import { estateBook } from './estate-book.ts'
import { household } from './household.ts'
import { pass } from './pass.ts'
import { permit } from './permit.ts'
import { planPermit } from './plan-permit.ts'
import { practitioner } from './practitioner.ts'
import { qualification } from './qualification.ts'
import { registrationForm } from './registration-form.ts'
import { vehicle } from './vehicle.ts'

/** The faces of the sample city: each makes the template of a licence type. */
export const layouts = {
  charter,
  permit,
  'estate-book': estateBook,
  card,
  'approval-letter': approvalLetter,
  decision,
  'registration-form': registrationForm,
  practitioner,
  vehicle,
  pass,
  household,
  'plan-permit': planPermit,
  birth,
  qualification,
} as const satisfies Readonly<Record<string, (type: LicenceType) => Template>>

export type LayoutName = keyof typeof layouts
