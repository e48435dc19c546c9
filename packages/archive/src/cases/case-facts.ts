import type { Kysely } from 'kysely'
import { error } from '../codes.ts'
import { freeze } from '../freeze.ts'
import type { ServiceItem } from '../items/item.ts'
import { remembered } from '../remembered.ts'
import type { AppliedRule, RetentionFacts } from '../retention/case-retention.ts'
import { type ItemSchedule, ruleOf } from '../schedules/schedule.ts'
import type { ArchiveTables, CaseRow } from '../tables.ts'
import { livesOf } from './licence-lives.ts'

/** A schedule as it applies to one item. */
export interface AppliedSchedule {
  readonly number: number
  readonly effectiveFrom: string
  readonly schedule: ItemSchedule
}

/** The schedule in force for an item on a day: the latest approved one. */
export async function scheduleInForce(
  rows: Kysely<ArchiveTables>,
  item: string,
  on: string,
): Promise<AppliedSchedule | undefined> {
  const found = await rows
    .selectFrom('archive_schedule_item')
    .select(['number', 'effective_from', 'body'])
    .where('item', '=', item)
    .where('effective_from', '<=', on)
    .orderBy('effective_from', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found && applied(found)
}

/** What an approved schedule says of an item, by its number. Throws VaultError `schedule-none-for-item`. */
export async function scheduleByNumber(
  rows: Kysely<ArchiveTables>,
  item: string,
  number: number,
): Promise<AppliedSchedule> {
  const found = await findSchedule(rows, item, number)
  if (!found) throw error('schedule-none-for-item', { item })
  return found
}

/** The same, or nothing where it says nothing of the item. */
export async function findSchedule(
  rows: Kysely<ArchiveTables>,
  item: string,
  number: number,
): Promise<AppliedSchedule | undefined> {
  const found = await rows
    .selectFrom('archive_schedule_item')
    .select(['number', 'effective_from', 'body'])
    .where('item', '=', item)
    .where('number', '=', number)
    .where('effective_from', 'is not', null)
    .executeTakeFirst()
  return found && applied(found)
}

function applied(row: {
  readonly number: number
  readonly effective_from: string | null
  readonly body: string
}): AppliedSchedule {
  return {
    number: row.number,
    effectiveFrom: row.effective_from ?? '',
    schedule: scheduleOf(row.body),
  }
}

const scheduleOf = remembered((body) => freeze(JSON.parse(body) as ItemSchedule), 2_000)
const itemOf = remembered((body) => freeze(JSON.parse(body) as ServiceItem), 2_000)

/** An item as it stands in its row. Throws where there is none. */
export async function itemByVersion(
  rows: Kysely<ArchiveTables>,
  code: string,
  version: number,
): Promise<ServiceItem> {
  const { body } = await rows
    .selectFrom('archive_item')
    .select('body')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return itemOf(body)
}

/** The rules of a case: its item's, and those of the materials filed in it that say otherwise. */
export function rulesOf(
  { schedule }: AppliedSchedule,
  item: ServiceItem,
  filed: ReadonlySet<string>,
): AppliedRule[] {
  const own = ruleOf(schedule)
  const names = new Map(item.materials.map(({ code, name, nameEn }) => [code, { en: nameEn, zh: name }]))
  const particular = schedule.materials.filter(
    (rule) => filed.has(rule.material) && (rule.retention !== undefined || rule.start !== undefined),
  )
  return [
    { name: { en: item.nameEn, zh: item.name }, ...retained(own) },
    ...particular.map((rule) => ({
      material: rule.material,
      name: names.get(rule.material) ?? { en: rule.material, zh: rule.material },
      ...retained(ruleOf(schedule, rule)),
    })),
  ]
}

const retained = ({ retention, start, event }: ReturnType<typeof ruleOf>) => ({
  retention,
  start,
  ...(event !== undefined && { event }),
})

/** Everything that decides how long a filed case is kept, read afresh. */
export async function factsOf(
  rows: Kysely<ArchiveTables>,
  row: Pick<CaseRow, 'id' | 'item' | 'item_version' | 'closed_on'>,
  schedule: AppliedSchedule,
  keepWhileInForce: boolean,
): Promise<RetentionFacts> {
  // One after the other: a transaction has one connection.
  const item = await itemByVersion(rows, row.item, row.item_version)
  const files = await rows
    .selectFrom('archive_file')
    .where('case_row', '=', row.id)
    .select('material')
    .distinct()
    .execute()
  const licences = await rows
    .selectFrom('archive_case_licence')
    .where('case_row', '=', row.id)
    .select('identifier')
    .execute()
  const events = await rows
    .selectFrom('archive_case_event')
    .where('case_row', '=', row.id)
    .select(['event', 'happened_on'])
    .execute()
  const identifiers = licences.map(({ identifier }) => identifier).sort()
  return {
    closedOn: row.closed_on,
    schedule: { number: schedule.number, effectiveFrom: schedule.effectiveFrom },
    rules: rulesOf(schedule, item, new Set(files.map(({ material }) => material))),
    licences: await livesOf(rows, identifiers),
    events: Object.fromEntries(events.map(({ event, happened_on }) => [event, happened_on])),
    keepWhileInForce,
  }
}
