import type { Kysely } from 'kysely'
import type { RetentionFacts } from '../retention/case-retention.ts'
import type { ArchiveTables, CaseRow } from '../tables.ts'
import { type AppliedSchedule, itemByVersion, rulesOf } from './case-facts.ts'
import { livesOf } from './licence-lives.ts'

/** What decides how long each of these cases of one item would be kept under a schedule; some hundreds at a time. */
export async function factsOfMany(
  rows: Kysely<ArchiveTables>,
  cases: readonly CaseRow[],
  schedule: AppliedSchedule,
  keepWhileInForce: boolean,
): Promise<ReadonlyMap<number, RetentionFacts>> {
  const ids = cases.map(({ id }) => id)
  const files = await rows
    .selectFrom('archive_file')
    .where('case_row', 'in', ids)
    .select(['case_row', 'material'])
    .distinct()
    .execute()
  const licences = await rows
    .selectFrom('archive_case_licence')
    .where('case_row', 'in', ids)
    .select(['case_row', 'identifier'])
    .orderBy('identifier')
    .execute()
  const events = await rows
    .selectFrom('archive_case_event')
    .where('case_row', 'in', ids)
    .select(['case_row', 'event', 'happened_on'])
    .execute()
  const lives = await livesOf(
    rows,
    licences.map(({ identifier }) => identifier),
  )
  const lifeOf = new Map(lives.map((life) => [life.identifier, life]))
  const [filed, produced, happened] = [byCase(files), byCase(licences), byCase(events)]
  const facts = new Map<number, RetentionFacts>()
  for (const { id, item, item_version, closed_on } of cases) {
    const of = await itemByVersion(rows, item, item_version)
    const materials = new Set((filed.get(id) ?? []).map(({ material }) => material))
    facts.set(id, {
      closedOn: closed_on,
      schedule: { number: schedule.number, effectiveFrom: schedule.effectiveFrom },
      rules: rulesOf(schedule, of, materials),
      licences: (produced.get(id) ?? []).flatMap(({ identifier }) => lifeOf.get(identifier) ?? []),
      events: Object.fromEntries(
        (happened.get(id) ?? []).map(({ event, happened_on }) => [event, happened_on]),
      ),
      keepWhileInForce,
    })
  }
  return facts
}

function byCase<T extends { readonly case_row: number }>(rows: readonly T[]): ReadonlyMap<number, T[]> {
  const grouped = new Map<number, T[]>()
  for (const row of rows) {
    const list = grouped.get(row.case_row)
    if (list) list.push(row)
    else grouped.set(row.case_row, [row])
  }
  return grouped
}
