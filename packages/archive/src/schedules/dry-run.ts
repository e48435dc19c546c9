import { tablesOf } from '@licencevault/stores'
import type { Kysely } from 'kysely'
import { factsOfMany } from '../cases/many-facts.ts'
import { isBefore, type TablePlace, tablesOfItem } from '../cases/table-order.ts'
import type { ServiceItem } from '../items/item.ts'
import type { Office } from '../office.ts'
import { type Retention, retentionOf } from '../retention/case-retention.ts'
import { dayIn } from '../retention/civil-day.ts'
import type { ArchiveTables, CaseRow } from '../tables.ts'
import { type Change, changesOf } from './compare.ts'
import { inForceAll } from './in-force.ts'
import type { ItemSchedule, Schedule } from './schedule.ts'

/** How many filed cases one dry run looks at; the oldest of each item first. */
export const dryRunLimits = { casesOfAnItem: 20_000, cases: 200_000 } as const

/**
 * What would become of a filed case's date.
 *
 * - `earlier`, `later`: another day than now
 * - `dated`: it has no day now and would get one
 * - `waiting`: it would have no day before something happens, an event or a licence's end
 * - `never`: it would be kept for ever
 */
export type DateChange = 'earlier' | 'later' | 'dated' | 'waiting' | 'never'

/** One filed case as it is and as it would be. */
export interface DryRunExample {
  readonly caseId: string
  readonly archivalNumber: string
  readonly what: DateChange
  readonly retentionBefore: string
  readonly retentionAfter: string
  /** First day on which it may be appraised; `null` where there is none. */
  readonly dueBefore: string | null
  readonly dueAfter: string | null
}

/** What a table would change for one item at one office, before anyone approves. */
export interface DryRunRow {
  readonly item: string
  readonly name: string
  readonly office: string
  readonly changes: readonly Change[]
  /** Filed cases, which keep the schedule they were filed under unless a decision says otherwise. */
  readonly filed: number
  /** Of these, the ones whose retention code is another than the table's for the item. */
  readonly filedOtherwise: number
  /** Of these, the ones whose dates were computed: all of them within {@link dryRunLimits}. */
  readonly lookedAt: number
  /** Among those, how many would get another date if a decision applied the table to them. */
  readonly dates: Readonly<Record<DateChange, number>>
  /** Of these, the ones that are not due today and would be at once. */
  readonly dueAtOnce: number
  /** The first case of each kind of change. */
  readonly examples: readonly DryRunExample[]
}

interface DryRun {
  readonly schedule: Schedule
  /** The number of a table that was proposed. */
  readonly number: number | undefined
  /** Since when an approved table is in force; any other is taken to be so from today on. */
  readonly effectiveFrom?: string | undefined
  readonly items: ReadonlyMap<string, ServiceItem>
  readonly signal?: AbortSignal | undefined
  /** {@link dryRunLimits} unless told. */
  readonly limits?: { readonly casesOfAnItem: number; readonly cases: number }
}

type Desk = Pick<Office, 'db' | 'keepWhileInForce' | 'clock' | 'zone'>

export async function* dryRun(
  office: Desk,
  { schedule, number = Number.MAX_SAFE_INTEGER, effectiveFrom, items, signal, limits = dryRunLimits }: DryRun,
): AsyncGenerator<DryRunRow, void, undefined> {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const on = dayIn(office.zone, office.clock())
  const place = { number, effectiveFrom: effectiveFrom ?? on }
  const tables = await inForceAll(rows, on)
  const changed = schedule.items
    .map((after) => ({ after, changes: changesOf(tables.get(after.item), after) }))
    .filter(({ changes }) => changes.length > 0)
  const counted = await countsByOffice(rows, new Set(changed.map(({ after }) => after.item)))
  let left = limits.cases
  for (const { after, changes } of changed) {
    signal?.throwIfAborted()
    const most = Math.min(left, limits.casesOfAnItem)
    const dates = await datesOf(rows, after, { office, place, on, most, signal })
    const offices = counted.get(after.item) ?? [{ office: after.item.slice(0, 18), retentions: new Map() }]
    for (const { office: code, retentions } of offices) {
      const { lookedAt = 0, examples, ...found } = dates.get(code) ?? nothing()
      left -= lookedAt
      const filed = [...retentions.values()].reduce((sum, count) => sum + count, 0)
      const filedOtherwise = filed - (retentions.get(after.retention) ?? 0)
      const name = items.get(after.item)?.name ?? ''
      const which = { item: after.item, name, office: code, changes, filed, filedOtherwise }
      yield { ...which, ...found, lookedAt, examples: [...examples.values()] }
    }
  }
}

interface Dates {
  lookedAt: number
  readonly dates: Record<DateChange, number>
  dueAtOnce: number
  readonly examples: Map<DateChange, DryRunExample>
}

const nothing = (): Dates => ({
  lookedAt: 0,
  dates: { earlier: 0, later: 0, dated: 0, waiting: 0, never: 0 },
  dueAtOnce: 0,
  examples: new Map(),
})

const CASES_PER_STEP = 500

interface Look {
  readonly office: Desk
  readonly place: TablePlace
  readonly on: string
  readonly most: number
  readonly signal: AbortSignal | undefined
}

/** The dates of an item's filed cases as they would be, by office; the oldest cases first. */
async function datesOf(
  rows: Kysely<ArchiveTables>,
  after: ItemSchedule,
  { office, place, on, most, signal }: Look,
): Promise<ReadonlyMap<string, Dates>> {
  const applied = { ...place, schedule: after }
  const others = await tablesOfItem(rows, after.item)
  const byOffice = new Map<string, Dates>()
  let last = 0
  for (let left = most; left > 0; left -= CASES_PER_STEP) {
    signal?.throwIfAborted()
    const limit = Math.min(left, CASES_PER_STEP)
    const cases: CaseRow[] = await rows
      .selectFrom('archive_case')
      .selectAll()
      .where('item', '=', after.item)
      .where('id', '>', last)
      .orderBy('id')
      .limit(limit)
      .execute()
    if (cases.length === 0) break
    const facts = await factsOfMany(rows, cases, applied, office.keepWhileInForce)
    for (const row of cases) {
      const dates = byOffice.get(row.office) ?? nothing()
      byOffice.set(row.office, dates)
      dates.lookedAt++
      const would = facts.get(row.id)
      // A case under this table or a later one stays where it is, as a decision leaves it.
      const under = others.get(row.schedule)
      if (would && under && isBefore(under, place)) note(dates, row, retentionOf(would), on)
    }
    last = cases.at(-1)?.id ?? last
    if (cases.length < limit) break
  }
  return byOffice
}

function note(dates: Dates, row: CaseRow, would: Retention, on: string): void {
  const what = changeOf(row, would)
  if (!what) return
  dates.dates[what]++
  const isDue = (day: string | null) => day !== null && day <= on
  if (isDue(would.dueOn) && !isDue(row.due_on)) dates.dueAtOnce++
  if (dates.examples.has(what)) return
  dates.examples.set(what, {
    caseId: row.case_id,
    archivalNumber: row.archival_number,
    what,
    retentionBefore: row.retention,
    retentionAfter: would.retention,
    dueBefore: row.due_on,
    dueAfter: would.dueOn,
  })
}

function changeOf({ state, due_on }: CaseRow, would: Retention): DateChange | undefined {
  if (would.state === 'permanent') return state === 'permanent' ? undefined : 'never'
  if (would.dueOn === null) return state === 'open' ? undefined : 'waiting'
  if (due_on === null) return 'dated'
  if (would.dueOn === due_on) return undefined
  return would.dueOn < due_on ? 'earlier' : 'later'
}

interface OfficeCounts {
  readonly office: string
  readonly retentions: Map<string, number>
}

async function countsByOffice(
  rows: Kysely<ArchiveTables>,
  items: ReadonlySet<string>,
): Promise<Map<string, OfficeCounts[]>> {
  const found = await rows
    .selectFrom('archive_count')
    .select(['item', 'office', 'retention', ({ fn }) => fn.sum<number>('cases').as('cases')])
    .groupBy(['item', 'office', 'retention'])
    .orderBy('item')
    .orderBy('office')
    .execute()
  const counts = new Map<string, OfficeCounts[]>()
  for (const { item, office, retention, cases } of found) {
    if (!items.has(item) || Number(cases) === 0) continue
    const list = counts.get(item) ?? []
    counts.set(item, list)
    const last = list.at(-1)
    const of = last?.office === office ? last : { office, retentions: new Map<string, number>() }
    if (of !== last) list.push(of)
    of.retentions.set(retention, Number(cases))
  }
  return counts
}
