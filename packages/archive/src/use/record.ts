import type { Kysely } from 'kysely'
import type { Caller } from '../caller.ts'
import { archiveShape } from '../shape.ts'
import type { ArchiveTables, UseRow } from '../tables.ts'
import type { UseOrder } from './use.ts'

/** One use, or one refusal, as it is on record. */
export interface UseRecord {
  /** As it was asked for, if there is no such case. */
  readonly caseId: string
  /** Of the package; 0 where there is none. */
  readonly revision: number
  /** 0 for the case's own entry. */
  readonly file: number
  readonly application: string
  readonly user: string
  readonly authority: string | null
  readonly purpose: string
  /** A form of use, or `fetch`. */
  readonly form: string
  /** Of a fetch: the path below `data/`; empty for the package whole. */
  readonly path: string | null
  /** Number of the approved application (依申请), as the user named it. */
  readonly applicationNumber: string | null
  /** References of consents, as the user named them. */
  readonly holderConsent: string | null
  readonly officeConsent: string | null
  /** `granted`, or the word of the refusal. */
  readonly outcome: string
  /** Microseconds since 1970 UTC. */
  readonly atUs: number
}

/** Characters of the number of an application, and of a reference of a consent. */
export const MAX_REFERENCE = 200
export const CASE_ID = /^[0-9a-f]{32}$/

const { members, label } = archiveShape('use')

/** Throws VaultError `member-unknown`, `member-wrong`. */
export function requireReferences({
  application,
  consents,
}: Pick<UseOrder, 'application' | 'consents'>): void {
  if (application !== undefined) label(application, '/application', MAX_REFERENCE)
  if (consents === undefined) return
  const given = members(consents, '/consents', [], ['holder', 'office'])
  for (const [name, reference] of Object.entries(given)) label(reference, `/consents/${name}`, MAX_REFERENCE)
}

/** Writes one use or refusal down: of what was asked for, whether there is such a thing or not. */
export async function noteUse(
  rows: Kysely<ArchiveTables>,
  caller: Caller,
  order: Omit<UseOrder, 'form'> & { readonly form: string },
  how: Pick<UseRecord, 'outcome' | 'revision' | 'atUs'> & { readonly path?: string },
): Promise<void> {
  const { caseId, file, purpose, form, application, consents = {} } = order
  await rows
    .insertInto('archive_use')
    .values({
      case_id: written(caseId, 40),
      revision: how.revision,
      path: how.path === undefined ? null : written(how.path, 1_000),
      file: Number.isSafeInteger(file) && Math.abs(Number(file)) < 2 ** 31 ? Number(file) : 0,
      application: caller.application,
      user_name: written(caller.user, 200),
      user_authority: caller.authority ?? null,
      purpose: written(purpose, 40),
      form: written(form, 40),
      application_number: application ?? null,
      holder_consent: consents.holder ?? null,
      office_consent: consents.office ?? null,
      outcome: how.outcome,
      used_us: how.atUs,
      committed: 0,
    } as UseRow)
    .execute()
}

/** What any database and any document can hold of a text from outside. */
function written(text: unknown, most: number): string {
  const whole = String(text ?? '')
    .slice(0, most * 2)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '\ufffd')
  return [...whole].slice(0, most).join('')
}

export function shownUse(row: UseRow): UseRecord {
  return {
    caseId: row.case_id,
    revision: row.revision,
    file: row.file,
    application: row.application,
    user: row.user_name,
    authority: row.user_authority,
    purpose: row.purpose,
    form: row.form,
    path: row.path,
    applicationNumber: row.application_number,
    holderConsent: row.holder_consent,
    officeConsent: row.office_consent,
    outcome: row.outcome,
    atUs: row.used_us,
  }
}
