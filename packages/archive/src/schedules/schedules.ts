import { canonicalise, isCivilDate } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Kysely } from 'kysely'
import { type Done, once, type Tx } from '../act.ts'
import { type Caller, mayBe, personOf, requireRole } from '../caller.ts'
import { type AppliedSchedule, scheduleInForce } from '../cases/case-facts.ts'
import { error } from '../codes.ts'
import type { ServiceItem } from '../items/item.ts'
import { currentItems } from '../items/items.ts'
import { keepDocument, type Office, readDocument, today } from '../office.ts'
import type { ArchiveTables, ScheduleRow } from '../tables.ts'
import { type Gap, gapOf } from './coverage.ts'
import { defineSchedule } from './define-schedule.ts'
import { type DryRunRow, dryRun } from './dry-run.ts'
import type { ScheduleFinding } from './finding.ts'
import { fitOf } from './fit.ts'
import { inForceAll } from './in-force.ts'
import { readScheduleCsv, type ScheduleReading } from './read-csv.ts'
import type { Schedule } from './schedule.ts'
import { writeScheduleCsv } from './write-csv.ts'

/** A schedule as an act: who is named by application and user. */
export interface ScheduleState {
  readonly number: number
  readonly state: ScheduleRow['state']
  readonly title: string
  readonly items: number
  /** SHA-256 of the table's canonical JSON. */
  readonly digest: string
  readonly effectiveFrom: string | null
}

/** The tables of filing scope, retention and use: proposed by one, approved by another, in force from a day. */
export interface Schedules {
  /** Everything by which a table does not fit the items as they are. */
  problemsOf(schedule: unknown): Promise<readonly ScheduleFinding[]>
  /** Reads a spreadsheet against the items as they are. Throws VaultError `csv-…`. */
  read(csv: Uint8Array): Promise<ScheduleReading>
  /** The tables in force on a day, today unless told, as a spreadsheet; empty columns where an item has none. */
  write(on?: string): Promise<Uint8Array>
  propose(caller: Caller, requestId: string, schedule: unknown): Promise<Done<{ number: number }>>
  /**
   * What a table would change, by item and office; what would stay as it is is not listed. Of filed cases it tells
   * what would become of each if a decision applied the table to them.
   *
   * @throws VaultError `schedule-unknown`
   */
  dryRun(
    schedule: number | Schedule,
    options?: { readonly signal?: AbortSignal },
  ): AsyncGenerator<DryRunRow, void, undefined>
  /** Not by who proposed it, and not from a day that is past. */
  approve(
    caller: Caller,
    requestId: string,
    number: number,
    options: { readonly effectiveFrom: string },
  ): Promise<Done<{ number: number }>>
  decline(caller: Caller, requestId: string, number: number): Promise<Done<{ number: number }>>
  /** Throws VaultError `schedule-unknown`. */
  get(number: number): Promise<ScheduleState & { readonly schedule: Schedule }>
  list(): Promise<readonly ScheduleState[]>
  /** What holds for an item on a day, today unless told. */
  inForce(item: string, on?: string): Promise<AppliedSchedule | undefined>
  /** Items without a complete table on a day, today unless told. */
  coverage(on?: string): Promise<{ readonly items: number; readonly gaps: readonly Gap[] }>
}

export function schedulesRoom(office: Office): Schedules {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const decide = async (caller: Caller, requestId: string, number: number, effectiveFrom: string | null) => {
    requireRole(caller, 'approve')
    const on = today(office)
    const approved = effectiveFrom !== null
    if (approved && (!isCivilDate(effectiveFrom) || effectiveFrom < on)) {
      throw error('schedule-effective-past', { found: String(effectiveFrom).slice(0, 10), today: on })
    }
    const kind = approved ? 'schedule-approved' : 'schedule-declined'
    return once(office, caller, requestId, { kind, number, effectiveFrom }, async (tx, atUs) => {
      const row = await rowOf(tx, number)
      if (row.state !== 'proposed') throw error('schedule-decided', { number, state: row.state })
      if (approved && mayBe(caller, row.proposed_by)) throw error('schedule-own', { number })
      await tx
        .updateTable('archive_schedule')
        .set({
          state: approved ? 'approved' : 'declined',
          decided_by: personOf(caller),
          effective_from: effectiveFrom,
          decided_us: atUs,
        })
        .where('number', '=', number)
        .execute()
      if (approved) {
        await tx
          .updateTable('archive_schedule_item')
          .set({ effective_from: effectiveFrom })
          .where('number', '=', number)
          .execute()
      }
      const drafts = [
        {
          kind,
          subject: subjectOf(number),
          effectiveFrom: effectiveFrom ?? on,
          digests: { schedule: row.digest },
        },
      ]
      return { answer: { number }, drafts }
    })
  }
  const current = (on = today(office)) => currentItems(rows, on)
  const get = async (number: number) => {
    const row = await rowOf(rows, number)
    const bytes = await readDocument(office, row.digest)
    return { ...shown(row), schedule: defineSchedule(JSON.parse(new TextDecoder().decode(bytes))) }
  }
  return {
    async problemsOf(value) {
      return problems(defineSchedule(value), await current())
    },
    async read(csv) {
      return readScheduleCsv(csv, await current())
    },
    async write(on = today(office)) {
      const items = await current(on)
      const tables = await inForceAll(rows, on)
      return writeScheduleCsv(
        [...items.keys()].sort().flatMap((code) => tables.get(code) ?? []),
        items,
      )
    },
    async propose(caller, requestId, value) {
      requireRole(caller, 'propose')
      const schedule = defineSchedule(value)
      const [first, ...others] = problems(schedule, await current())
      if (first)
        throw error('schedule-does-not-fit', {
          count: others.length + 1,
          first: first.sentence.en,
          firstZh: first.sentence.zh,
        })
      const digest = await keepDocument(office, canonicalise(schedule))
      return once(office, caller, requestId, { kind: 'schedule-proposed', digest }, async (tx, atUs) => {
        const number = await insertProposed(tx, schedule, {
          title: schedule.title,
          digest,
          items: schedule.items.length,
          proposed_by: personOf(caller),
          proposed_us: atUs,
        })
        const drafts = [
          {
            kind: 'schedule-proposed',
            subject: subjectOf(number),
            effectiveFrom: today(office),
            digests: { schedule: digest },
          },
        ]
        return { answer: { number }, drafts }
      })
    },
    async *dryRun(of, { signal } = {}) {
      const common = { items: await current(), signal }
      if (typeof of !== 'number') {
        yield* dryRun(office, { schedule: defineSchedule(of), number: undefined, ...common })
        return
      }
      const { schedule, effectiveFrom } = await get(of)
      yield* dryRun(office, { schedule, number: of, effectiveFrom: effectiveFrom ?? undefined, ...common })
    },
    approve: (caller, requestId, number, { effectiveFrom }) =>
      decide(caller, requestId, number, effectiveFrom),
    decline: (caller, requestId, number) => decide(caller, requestId, number, null),
    get,
    async list() {
      const found = await rows.selectFrom('archive_schedule').selectAll().orderBy('number').execute()
      return found.map(shown)
    },
    inForce: (item, on = today(office)) => scheduleInForce(rows, item, on),
    async coverage(on = today(office)) {
      const items = await current(on)
      const tables = await inForceAll(rows, on)
      const gaps = [...items.values()].flatMap((item) => gapOf(item, tables.get(item.code)) ?? [])
      return { items: items.size, gaps }
    },
  }
}

export const subjectOf = (number: number) => `schedule:${number}`

function problems(schedule: Schedule, items: ReadonlyMap<string, ServiceItem>): ScheduleFinding[] {
  return schedule.items.flatMap((item) => fitOf(item, items.get(item.item)))
}

/** Throws VaultError `schedule-unknown`. */
export async function rowOf(rows: Kysely<ArchiveTables>, number: number): Promise<ScheduleRow> {
  const found = await rows
    .selectFrom('archive_schedule')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (!found) throw error('schedule-unknown', { number: String(number).slice(0, 20) })
  return found
}

const shown = ({ number, state, title, items, digest, effective_from }: ScheduleRow): ScheduleState => ({
  number,
  state,
  title,
  items,
  digest,
  effectiveFrom: effective_from,
})

type Proposed = Pick<ScheduleRow, 'title' | 'digest' | 'items' | 'proposed_by' | 'proposed_us'>

/** Writes a table as one that is proposed, and hands back its number. */
export async function insertProposed(tx: Tx, schedule: Schedule, row: Proposed): Promise<number> {
  const last = await tx
    .selectFrom('archive_schedule')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const undecided = { decided_by: null, effective_from: null, decided_us: null }
  await tx
    .insertInto('archive_schedule')
    .values({ ...row, ...undecided, number, state: 'proposed' })
    .execute()
  const values = schedule.items.map((item) => ({
    number,
    item: item.item,
    item_version: item.itemVersion,
    body: Buffer.from(canonicalise(item)).toString(),
    effective_from: null,
  }))
  for (let at = 0; at < values.length; at += 200) {
    await tx
      .insertInto('archive_schedule_item')
      .values(values.slice(at, at + 200))
      .execute()
  }
  return number
}
