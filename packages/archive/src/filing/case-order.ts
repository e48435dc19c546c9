import type { Words } from '@licencevault/errors'

/** How a case ended. Refused, withdrawn and not-accepted cases leave decisions and are filed too. */
export const outcomes = {
  granted: { en: 'granted', zh: '准予' },
  refused: { en: 'refused', zh: '不予' },
  withdrawn: { en: 'withdrawn by the applicant', zh: '申请人撤回' },
  'not-accepted': { en: 'not accepted', zh: '不予受理' },
} as const satisfies Record<string, Words>

export type CaseOutcome = keyof typeof outcomes

/** One step of handling (过程信息). */
export interface CaseStep {
  /** What was done, such as 受理, 审查, 决定, 送达. */
  readonly action: string
  /** Who did it. */
  readonly actor: string
  /** RFC 3339 in UTC with seconds. */
  readonly at: string
  /** What was said to it. */
  readonly opinion?: string
}

/** One file of a case, as its sender announces it. */
export interface AnnouncedFile {
  /** Code of the item's material that it is. */
  readonly material: string
  /** The name it is sent by, unique within the case. */
  readonly path: string
  readonly title: string
  /** In bytes. */
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  /** When it was made, RFC 3339 in UTC with seconds. */
  readonly createdAt?: string
}

/** A finished case (办件) as an approval system hands it over for filing: `licencevault.case/1`. */
export interface CaseOrder {
  readonly format: 'licencevault.case/1'
  /** 全宗号 and the name of the fonds' creator (立档单位). */
  readonly fonds: { readonly code: string; readonly name: string }
  readonly item: string
  readonly itemVersion: number
  /** The office that handled it. */
  readonly office: { readonly code: string; readonly name: string }
  /** The office's own number of the case. */
  readonly caseNumber: string
  readonly title: string
  /** Names of the applicants, as the case has them. */
  readonly applicants: readonly string[]
  readonly outcome: CaseOutcome
  /** Codes of the item's situations that the case is of. */
  readonly situations: readonly string[]
  /** Civil date; `null` for a case that was not accepted. */
  readonly acceptedOn: string | null
  readonly closedOn: string
  readonly steps: readonly CaseStep[]
  /** Identifiers of the licences that it produced. */
  readonly licences: readonly string[]
  /** Days of events that start a term, by their words. */
  readonly events: Readonly<Record<string, string>>
  readonly files: readonly AnnouncedFile[]
}
