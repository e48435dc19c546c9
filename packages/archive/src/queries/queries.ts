import { tablesOf } from '@licencevault/stores'
import { type Kysely, sql } from 'kysely'
import { factsOf, scheduleByNumber, scheduleInForce } from '../cases/case-facts.ts'
import { findCase } from '../cases/find-case.ts'
import { isBefore } from '../cases/table-order.ts'
import type { Hold } from '../holds/hold.ts'
import { holdsOn } from '../holds/holds.ts'
import { type Office, today } from '../office.ts'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import { type Retention, retentionOf } from '../retention/case-retention.ts'
import { explain } from '../retention/explain.ts'
import type { ArchiveTables, CaseRow } from '../tables.ts'
import { checkDueQuery, type DueQuery, dueRows } from './due-query.ts'
import {
  type CaseException,
  countExceptions,
  type ExceptionQuery,
  exceptions,
  type OfficeExceptions,
} from './exceptions.ts'
import { type CountBy, type Counts, countKept } from './kept-counts.ts'

/** A filed case as lists show it, with whatever holds it. */
export interface CaseSummary {
  readonly caseId: string
  readonly archivalNumber: string
  readonly title: string
  readonly fonds: string
  readonly class: string
  readonly item: string
  readonly office: string
  readonly caseNumber: string
  readonly outcome: CaseRow['outcome']
  readonly closedOn: string
  readonly filedOn: string
  readonly schedule: number
  readonly retention: string
  readonly state: CaseRow['state']
  readonly startOn: string | null
  readonly dueOn: string | null
  readonly holds: readonly Hold[]
}

export interface CaseExplanation extends CaseSummary {
  /** The calculation, step by step, ended by what holds it and by later schedules that do not apply. */
  readonly why: Retention['trace']
}

/** When a case may lawfully be destroyed at the earliest. */
export interface EarliestDestruction {
  readonly caseId: string
  /** Civil date; `null` where none can be named: kept for ever, waiting for something, or held without an end. */
  readonly on: string | null
  readonly because: 'due' | 'permanent' | 'open' | 'held'
  readonly holds: readonly Hold[]
  readonly why: Retention['trace']
}

/** The archivist's daily bread. Reads only. */
export interface Queries {
  /** What falls due, in the order of the due date; `from` and `to` both inside. */
  due(query: DueQuery, page?: PageRequest): Promise<Page<CaseSummary>>
  /** How many, from kept counts. By year or month of falling due, or by any other narrowing. */
  count(query: DueQuery, by?: CountBy): Promise<Counts>
  /** What applies to a case and why. Throws VaultError `case-unknown`. */
  explain(caseId: string): Promise<CaseExplanation>
  earliestDestruction(caseId: string): Promise<EarliestDestruction>
  /** By the office's own number of the case, or by archival number. */
  find(
    by: { readonly office: string; readonly caseNumber: string } | { readonly archivalNumber: string },
  ): Promise<CaseSummary | undefined>
  /** Cases that were filed late or could not be filed, the longest overdue first. */
  exceptions(query?: ExceptionQuery, page?: PageRequest): Promise<Page<CaseException>>
  /** How many of them stand on the list, and how late cases were filed, by office. */
  countExceptions(query?: { readonly office?: string }): Promise<readonly OfficeExceptions[]>
}

export function queriesRoom(office: Office): Queries {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const explained = async (caseId: string): Promise<CaseExplanation> => {
    const row = await findCase(rows, caseId)
    const [summary] = await summaries(rows, [row])
    const why = await whyOf(rows, row, summary?.holds ?? [], office)
    return { ...summaryOf(row, summary?.holds ?? []), why }
  }
  return {
    async due(query, page = {}) {
      checkDueQuery(query)
      const size = sizeOf(page)
      const asked = { due: { ...query } }
      const place = readCursor(asked, page.cursor, 'sn')
      const after = place && { due: String(place[0]), id: Number(place[1]) }
      const found = await dueRows(rows, query, { dialect: office.db.dialect, after, limit: size + 1 })
      const shown = pageOf(
        found,
        size,
        asked,
        (row) => [row.due_on ?? '', row.id],
        (row) => row,
      )
      return { ...shown, rows: await summaries(rows, shown.rows) }
    },
    async count(query, by) {
      const { from = '0001-01-01', to = '9999-12-31', ...narrowed } = checkDueQuery(query)
      return countKept(rows, sql`due_on >= ${from} and due_on <= ${to}`, narrowed, by)
    },
    explain: explained,
    async earliestDestruction(caseId) {
      const { state, dueOn, holds, why } = await explained(caseId)
      const answer = { caseId, holds, why }
      if (state !== 'fixed' || dueOn === null)
        return { ...answer, on: null, because: state === 'permanent' ? 'permanent' : 'open' }
      if (holds.length === 0) return { ...answer, on: dueOn, because: 'due' }
      const ends = holds.map(({ to }) => to)
      if (ends.includes(null)) return { ...answer, on: null, because: 'held' }
      const last = ends.reduce<string>((a, b) => (b !== null && b > a ? b : a), '')
      const after = Temporal.PlainDate.from(last).add({ days: 1 }).toString()
      if (after > dueOn) return { ...answer, on: after, because: 'held' }
      return { ...answer, on: dueOn, because: 'due' }
    },
    async find(by) {
      const select = rows.selectFrom('archive_case').selectAll()
      const row = await ('archivalNumber' in by
        ? select.where('archival_number', '=', by.archivalNumber)
        : select.where('office', '=', by.office).where('case_number', '=', by.caseNumber)
      ).executeTakeFirst()
      return row && (await summaries(rows, [row]))[0]
    },
    exceptions: (query = {}, page = {}) => exceptions(office, rows, query, page),
    countExceptions: (query = {}) => countExceptions(rows, query),
  }
}

/** Cases as lists show them. */
export async function summaries(
  rows: Kysely<ArchiveTables>,
  found: readonly CaseRow[],
): Promise<CaseSummary[]> {
  const holds = await holdsOn(
    rows,
    found.filter((row) => row.holds > 0).map(({ id }) => id),
  )
  return found.map((row) => summaryOf(row, holds.get(row.id) ?? []))
}

function summaryOf(row: CaseRow, holds: readonly Hold[]): CaseSummary {
  return {
    caseId: row.case_id,
    archivalNumber: row.archival_number,
    title: row.title,
    fonds: row.fonds,
    class: row.class,
    item: row.item,
    office: row.office,
    caseNumber: row.case_number,
    outcome: row.outcome,
    closedOn: row.closed_on,
    filedOn: row.filed_on,
    schedule: row.schedule,
    retention: row.retention,
    state: row.state,
    startOn: row.start_on,
    dueOn: row.due_on,
    holds,
  }
}

/** The calculation made again from the facts, and what stands beside it. */
async function whyOf(rows: Kysely<ArchiveTables>, row: CaseRow, holds: readonly Hold[], office: Office) {
  const schedule = await scheduleByNumber(rows, row.item, row.schedule)
  const { trace } = retentionOf(await factsOf(rows, row, schedule, office.keepWhileInForce))
  const say = explain()
  if (row.rescheduled_on !== null) say('by-decision', { number: row.schedule, on: row.rescheduled_on })
  const later = await scheduleInForce(rows, row.item, today(office))
  if (later && isBefore(schedule, later))
    say('later-schedule', { number: later.number, from: later.effectiveFrom })
  for (const { from, authority } of holds) say('held', { from, authority })
  return [...trace, ...say.steps]
}
