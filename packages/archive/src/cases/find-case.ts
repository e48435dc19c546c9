import type { Kysely } from 'kysely'
import { error } from '../codes.ts'
import type { ArchiveTables, CaseRow } from '../tables.ts'

/** A filed case by its id. Throws VaultError `case-unknown`. */
export async function findCase(rows: Kysely<ArchiveTables>, caseId: string): Promise<CaseRow> {
  const found = await rows
    .selectFrom('archive_case')
    .selectAll()
    .where('case_id', '=', String(caseId))
    .executeTakeFirst()
  if (!found) throw error('case-unknown', { case: String(caseId).slice(0, 64) })
  return found
}
