import type { Tx } from '../act.ts'
import { error } from '../codes.ts'
import { type Retention, retentionOf } from '../retention/case-retention.ts'
import type { CaseRow, FileRow } from '../tables.ts'
import { factsOf, scheduleByNumber } from './case-facts.ts'
import { recount } from './counts.ts'
import { findCase } from './find-case.ts'

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
  const taken = await tx
    .selectFrom('archive_case')
    .select('case_id')
    .where('case_id', '=', filed.case_id)
    .executeTakeFirst()
  if (taken) throw error('case-registered', { case: filed.case_id })
  const schedule = await scheduleByNumber(tx, filed.item, filed.schedule)
  const inserted = await tx
    .insertInto('archive_case')
    .values({
      ...caseColumns(filed),
      class: schedule.schedule.class,
      ...undecided,
      rescheduled_on: null,
      holds: 0,
    } as CaseRow)
    .returning('id')
    .executeTakeFirstOrThrow()
  return settleCase(tx, inserted.id, filed, { keepWhileInForce, before: undefined })
}

/**
 * Puts another package in the place of a registered case's: a correction. The case keeps its id, archival
 * number, schedule and holds; what its files and dates decide is decided anew.
 *
 * @throws VaultError `case-unknown`
 */
export async function correctCase(tx: Tx, filed: FiledCase, keepWhileInForce = true): Promise<Registered> {
  const before = await findCase(tx, filed.case_id)
  const { archival_number, schedule: _, ...columns } = caseColumns(filed)
  await tx.updateTable('archive_case').set(columns).where('id', '=', before.id).execute()
  await tx.deleteFrom('archive_file').where('case_row', '=', before.id).execute()
  await tx.deleteFrom('archive_case_licence').where('case_row', '=', before.id).execute()
  for (const event of Object.keys(filed.events)) {
    await tx
      .deleteFrom('archive_case_event')
      .where('case_row', '=', before.id)
      .where('event', '=', event)
      .execute()
  }
  return settleCase(tx, before.id, filed, { keepWhileInForce, before })
}

interface Standing {
  readonly keepWhileInForce: boolean
  readonly before: CaseRow | undefined
}

async function settleCase(
  tx: Tx,
  id: number,
  filed: FiledCase,
  { keepWhileInForce, before }: Standing,
): Promise<Registered> {
  const { files, licences, events } = filed
  for (let at = 0; at < files.length; at += 200) {
    const some = files.slice(at, at + 200).map((file) => ({ ...file, case_row: id }))
    await tx.insertInto('archive_file').values(some).execute()
  }
  for (const { identifier, until } of licences) {
    await tx.insertInto('archive_case_licence').values({ case_row: id, identifier }).execute()
    await noteValidity(tx, identifier, until)
  }
  for (const [event, happened_on] of Object.entries(events)) {
    await tx.insertInto('archive_case_event').values({ case_row: id, event, happened_on }).execute()
  }
  return redecide(tx, id, keepWhileInForce, before)
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
 * @param before the row as it is counted now; `undefined` for one that is not counted yet
 */
export async function redecide(
  tx: Tx,
  id: number,
  keepWhileInForce: boolean,
  before: CaseRow | undefined,
): Promise<Registered> {
  const row = await tx.selectFrom('archive_case').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const schedule = await scheduleByNumber(tx, row.item, row.schedule)
  const retention = retentionOf(await factsOf(tx, row, schedule, keepWhileInForce))
  const decided = {
    class: schedule.schedule.class,
    state: retention.state,
    retention: retention.retention,
    start_on: retention.startOn,
    due_on: retention.dueOn,
  }
  await tx.updateTable('archive_case').set(decided).where('id', '=', id).execute()
  const after = { ...row, ...decided }
  await recount(tx, [[before, after]])
  return { row: after, retention }
}

const undecided = { state: 'open', retention: '', start_on: null, due_on: null } as const

function caseColumns({ situations, licences: _l, events: _e, files: _f, ...columns }: FiledCase) {
  return { ...columns, situations: JSON.stringify(situations) }
}
