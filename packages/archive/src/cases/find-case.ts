import type { Kysely } from 'kysely'
import { error } from '../codes.ts'
import { error as lostError } from '../rebuild/codes.ts'
import type { ArchiveTables, CaseRow } from '../tables.ts'

/** A filed case by its id. Throws VaultError `case-unknown`, `case-lost`. */
export async function findCase(rows: Kysely<ArchiveTables>, caseId: string): Promise<CaseRow> {
  const found = await rows
    .selectFrom('archive_case')
    .selectAll()
    .where('case_id', '=', String(caseId))
    .executeTakeFirst()
  if (found) return found
  const lost = await rows
    .selectFrom('archive_filing')
    .select('state')
    .where('case_id', '=', String(caseId))
    .where('state', '=', 'lost')
    .executeTakeFirst()
  const named = { case: String(caseId).slice(0, 64) }
  throw lost ? lostError('case-lost', named) : error('case-unknown', named)
}
