import { type Form, forms, type Purpose, purposes, type Sharing } from '../schedules/schedule.ts'

/** Why a use is refused: a word of `codes.ts`, where its sentence and remedy stand. */
export type UseRefusal =
  | 'use-purpose-missing'
  | 'use-not-shared'
  | 'use-ended'
  | 'use-reader-outside'
  | 'use-application-missing'
  | 'use-purpose-outside'
  | 'use-form-outside'
  | 'use-consent-missing'
  | 'use-file-missing'
  | 'use-seal-missing'

export interface UseRequest {
  /** USCC of the authority that the user acts for; a person asks without one. */
  readonly authority?: string
  readonly purpose: string
  readonly form: Form
  /** Number of the approved application, where one is needed (依申请). */
  readonly application?: string
  /** References of the consents at hand. */
  readonly consents?: { readonly holder?: string; readonly office?: string }
}

/** Whether the conditions of sharing allow a use on a day; the first thing that stands against it, if anything does. */
export function refusalOf(sharing: Sharing, request: UseRequest, on: string): UseRefusal | undefined {
  const { purpose, form, authority, application, consents = {} } = request
  if (!Object.hasOwn(purposes, purpose)) return 'use-purpose-missing'
  if (sharing.scope === 'none') return 'use-not-shared'
  if (sharing.until !== null && on > sharing.until) return 'use-ended'
  if (sharing.scope === 'internal' && !mayRead(sharing, authority)) return 'use-reader-outside'
  if (sharing.scope === 'on-application' && !application) return 'use-application-missing'
  if (!sharing.purposes.includes(purpose as Purpose)) return 'use-purpose-outside'
  if (!Object.hasOwn(forms, form) || !sharing.forms.includes(form)) return 'use-form-outside'
  const holder = sharing.consent === 'holder' || sharing.consent === 'both'
  const office = sharing.consent === 'office' || sharing.consent === 'both'
  if ((holder && !consents.holder) || (office && !consents.office)) return 'use-consent-missing'
  return undefined
}

function mayRead({ readers }: Sharing, authority: string | undefined): boolean {
  return authority !== undefined && (readers === undefined || readers.includes(authority))
}
