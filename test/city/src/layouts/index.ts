import type { Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { charter } from './charter.ts'
import { permit } from './permit.ts'

export type LayoutName =
  | 'charter'
  | 'permit'
  | 'estate-book'
  | 'card'
  | 'approval-letter'
  | 'decision'
  | 'registration-form'
  | 'practitioner'
  | 'vehicle'
  | 'pass'
  | 'household'
  | 'plan-permit'
  | 'birth'
  | 'qualification'

/** The faces of the sample city: each makes the template of a licence type. */
export const layouts: Readonly<Record<LayoutName, (type: LicenceType) => Template>> = {
  charter,
  permit,
  'estate-book': permit,
  card: permit,
  'approval-letter': permit,
  decision: permit,
  'registration-form': permit,
  practitioner: permit,
  vehicle: permit,
  pass: permit,
  household: permit,
  'plan-permit': charter,
  birth: permit,
  qualification: charter,
}
