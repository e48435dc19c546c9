import type { Tx } from '../act.ts'
import { error } from '../codes.ts'
import { type Retention, type RetentionFacts, retentionOf } from '../retention/case-retention.ts'
import type { CaseRow, FileRow } from '../tables.ts'
import {
  type AppliedSchedule,
  factsOf,
  findSchedule,
  itemByVersion,
  rulesOf,
  scheduleByNumber,
} from './case-facts.ts'
import { recount } from './counts.ts'
import { findCase } from './find-case.ts'
import { livesOf } from './licence-lives.ts'

/** A licence that a case produced, with what its filer knows of its validity; the ledger's word goes before. */
export interface FiledLicence {
  readonly identifier: string
  /** Last day of its validity, `null` for none; left out where the filer does not know it. */
  readonly until?: string | null
}

/** A case that has been packaged and checked, ready to be registered. */
export interface FiledCase
  extends Pick<
      CaseRow,
      'case_id' | 'fonds' | 'item' | 'item_version' | 'office' | 'case_number' | 'archival_number'
    >,
    Pick<
      CaseRow,
      'title' | 'outcome' | 'accepted_on' | 'closed_on' | 'filed_on' | 'package_digest' | 'package_size'
    > {
  readonly situations: readonly string[]
  /** Number of the schedule that was in force on the day of filing. */
  readonly schedule: number
  readonly licences: readonly FiledLicence[]
  /** Day by word of the event. */
  readonly events: Readonly<Record<string, string>>
  readonly files: readonly Omit<FileRow, 'case_row'>[]
}

export interface Registered {
  readonly row: CaseRow
  readonly retention: Retention
}

/**
 * The door by which a filed case comes into the register: its row, files, licences and events, its retention,
 * and the kept counts, all in the transaction of the caller, who proposes the entry in the same one.
 *
 * @throws VaultError `case-registered`, `schedule-none-for-item`
 */
export async function registerCase(tx: Tx, filed: FiledCase, keepWhileInForce = true): Promise<Registered> {
  const schedule = await scheduleByNumber(tx, filed.item, filed.schedule)
  for (const { identifier, until } of filed.licences) await noteValidity(tx, identifier, until)
  const retention = retentionOf(await factsOfNew(tx, filed, schedule, keepWhileInForce))
  const columns = {
    ...caseColumns(filed),
    ...decidedBy(schedule, retention),
    rescheduled_on: null,
    holds: 0,
  }
  const inserted = await tx
    .insertInto('archive_case')
    .values(columns as CaseRow)
    .onConflict((conflict) => conflict.column('case_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw error('case-registered', { case: filed.case_id })
  const row = { ...columns, id: inserted.id }
  await insertParts(tx, row.id, filed)
  await recount(tx, [[undefined, row]])
  return { row, retention }
}

/**
 * Puts another package in the place of a registered case's: a correction. The case keeps its id, archival
 * number and holds, and its schedule where that rules the item; what its files and dates decide is decided anew.
 *
 * @throws VaultError `case-unknown`, `schedule-none-for-item`
 */
export async function correctCase(tx: Tx, filed: FiledCase, keepWhileInForce = true): Promise<Registered> {
  const before = await findCase(tx, filed.case_id)
  const { archival_number, schedule, ...columns } = caseColumns(filed)
  // A decision that reached the case while it was being corrected stands.
  const keeps = await findSchedule(tx, filed.item, before.schedule)
  const moved = keeps ? {} : { schedule, rescheduled_on: null }
  await tx
    .updateTable('archive_case')
    .set({ ...columns, ...moved })
    .where('id', '=', before.id)
    .execute()
  await tx.deleteFrom('archive_file').where('case_row', '=', before.id).execute()
  await tx.deleteFrom('archive_case_licence').where('case_row', '=', before.id).execute()
  await tx
    .deleteFrom('archive_case_event')
    .where('case_row', '=', before.id)
    .where('recorded', '=', 0)
    .execute()
  for (const { identifier, until } of filed.licences) await noteValidity(tx, identifier, until)
  await insertParts(tx, before.id, filed)
  return redecide(tx, before.id, keepWhileInForce, before)
}

/** Its files, licences and events. */
async function insertParts(tx: Tx, id: number, { files, licences, events }: FiledCase): Promise<void> {
  for (let at = 0; at < files.length; at += 200) {
    const some = files.slice(at, at + 200).map((file) => ({ ...file, case_row: id }))
    await tx.insertInto('archive_file').values(some).execute()
  }
  for (const { identifier } of licences) {
    await tx.insertInto('archive_case_licence').values({ case_row: id, identifier }).execute()
  }
  for (const [event, happened_on] of Object.entries(events)) {
    await tx
      .insertInto('archive_case_event')
      .values({ case_row: id, event, happened_on, recorded: 0 })
      // Recorded by itself, it stands: whoever recorded it knew what filing had said.
      .onConflict((conflict) => conflict.columns(['case_row', 'event']).doNothing())
      .execute()
  }
}

/** What of a case decides how long it is kept. */
type Deciding = Pick<FiledCase, 'item' | 'item_version' | 'closed_on' | 'licences' | 'events'> & {
  readonly files: readonly Pick<FileRow, 'material'>[]
}

/** What decides about a case as it is filed, whatever its row says. */
export async function factsOfNew(
  tx: Tx,
  { item, item_version, closed_on, files, licences, events }: Deciding,
  schedule: AppliedSchedule,
  keepWhileInForce: boolean,
): Promise<RetentionFacts> {
  const materials = new Set(files.map(({ material }) => material))
  const identifiers = licences.map(({ identifier }) => identifier).sort()
  return {
    closedOn: closed_on,
    schedule,
    rules: rulesOf(schedule, await itemByVersion(tx, item, item_version), materials),
    licences: await livesOf(tx, identifiers),
    events,
    keepWhileInForce,
  }
}

/** What a filer knows of a validity counts until the ledger tells of the licence. */
async function noteValidity(tx: Tx, identifier: string, until: string | null | undefined): Promise<void> {
  await tx
    .insertInto('archive_licence')
    .values({
      identifier,
      known: 0,
      valid_until: until === null ? '' : (until ?? null),
      ended_on: null,
      successor: null,
    })
    .onConflict((conflict) => conflict.column('identifier').doNothing())
    .execute()
}

/**
 * Decides a case's retention from its facts as they are now, and moves it in the kept counts.
 *
 * @param before the row as it is counted now
 */
export async function redecide(
  tx: Tx,
  id: number,
  keepWhileInForce: boolean,
  before: CaseRow,
): Promise<Registered> {
  const row = await tx.selectFrom('archive_case').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const schedule = await scheduleByNumber(tx, row.item, row.schedule)
  const retention = retentionOf(await factsOf(tx, row, schedule, keepWhileInForce))
  const decided = decidedBy(schedule, retention)
  await tx.updateTable('archive_case').set(decided).where('id', '=', id).execute()
  const after = { ...row, ...decided }
  await recount(tx, [[before, after]])
  return { row: after, retention }
}

const decidedBy = (
  { schedule }: AppliedSchedule,
  { state, retention, startOn, dueOn }: Retention,
): Pick<CaseRow, 'class' | 'state' | 'retention' | 'start_on' | 'due_on'> => ({
  class: schedule.class,
  state,
  retention,
  start_on: startOn,
  due_on: dueOn,
})

function caseColumns({ situations, licences: _l, events: _e, files: _f, ...columns }: FiledCase) {
  return { ...columns, situations: JSON.stringify(situations) }
}
