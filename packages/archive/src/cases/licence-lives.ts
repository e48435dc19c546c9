import type { Kysely } from 'kysely'
import type { LicenceLife } from '../retention/case-retention.ts'
import type { ArchiveTables, LicenceRow } from '../tables.ts'

/** A licence that is replaced more often than this is not followed further; it counts as in force. */
export const MAX_SUCCESSIONS = 100

/** The life of each of these licences, its successors included, as the ledger has told it so far. */
export async function livesOf(
  rows: Kysely<ArchiveTables>,
  identifiers: readonly string[],
): Promise<LicenceLife[]> {
  const known = new Map<string, LicenceRow>()
  let asked = [...new Set(identifiers)]
  for (let step = 0; asked.length > 0 && step <= MAX_SUCCESSIONS; step++) {
    const found = await rows
      .selectFrom('archive_licence')
      .selectAll()
      .where('identifier', 'in', asked)
      .execute()
    for (const row of found) known.set(row.identifier, row)
    asked = found.flatMap(({ successor }) => (successor !== null && !known.has(successor) ? [successor] : []))
  }
  return identifiers.map((identifier) => lifeOf(identifier, known))
}

function lifeOf(identifier: string, known: ReadonlyMap<string, LicenceRow>): LicenceLife {
  const seen = new Set<string>()
  let row = known.get(identifier)
  let through = identifier
  while (row?.successor && row.ended_on === null && !seen.has(through)) {
    seen.add(through)
    through = row.successor
    row = known.get(through)
  }
  const succeeded = through !== identifier
  const lastDay = row?.ended_on ?? untilOf(row)
  return {
    identifier,
    // A circle of successors is no end.
    lastDay: seen.has(through) ? undefined : lastDay,
    ...(succeeded
      ? { because: 'succeeded' as const, through }
      : row?.ended_on && { because: 'ended' as const }),
  }
}

/** Empty text is a validity without an end, null one that nobody has told. */
function untilOf(row: LicenceRow | undefined): string | null | undefined {
  if (!row || row.valid_until === null) return undefined
  return row.valid_until === '' ? null : row.valid_until
}
