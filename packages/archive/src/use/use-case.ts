import { VaultError } from '@licencevault/errors'
import { tablesOf } from '@licencevault/stores'
import type { Kysely } from 'kysely'
import type { Caller } from '../caller.ts'
import { scheduleByNumber } from '../cases/case-facts.ts'
import { findCase } from '../cases/find-case.ts'
import { error } from '../codes.ts'
import { type FiledPackage, openFiled } from '../filing/open-filed.ts'
import { holdsOn } from '../holds/holds.ts'
import { microseconds, type Office, today } from '../office.ts'
import { type ItemSchedule, ruleOf } from '../schedules/schedule.ts'
import type { ArchiveTables, CaseRow, FileRow } from '../tables.ts'
import { copies, shownFile, type UseAnswer } from './answer.ts'
import { type Certify, certifyCopy } from './certify.ts'
import { compared } from './compare.ts'
import { refusalOf, type UseRefusal, type UseRequest } from './decide-use.ts'
import { extractOf } from './extract.ts'
import { CASE_ID, noteUse } from './record.ts'
import type { UseOrder } from './use.ts'

type Granted = Omit<Extract<UseAnswer, { granted: true }>, 'holds'>

interface Asked {
  readonly caller: Caller
  readonly request: UseRequest
  readonly row: CaseRow
  /** Of the latest package; 0 without one. */
  readonly revision: number
  readonly schedule: ItemSchedule
  /** The file that is asked for; the case's own entry without one. */
  readonly file: FileRow | undefined
  readonly on: string
}

/** Decides one use, writes it down, and answers it: in this order. */
export async function useCase(
  office: Office,
  certify: Certify | undefined,
  caller: Caller,
  order: UseOrder,
): Promise<UseAnswer> {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const revision = await revisionOf(rows, order.caseId)
  const note = (outcome: string) =>
    noteUse(rows, caller, order, { outcome, revision, atUs: microseconds(office) })
  const asked = await askedOf(rows, caller, { ...order, revision, on: today(office) }).catch(
    async (problem: unknown) => {
      if (problem instanceof VaultError) await note(problem.code)
      throw problem
    },
  )
  // What cannot be made ready is not granted.
  const decided = await decide(office, rows, certify, asked)
  await note(typeof decided === 'string' ? decided : 'granted')
  const holds = (await holdsOn(rows, [asked.row.id])).get(asked.row.id) ?? []
  return typeof decided === 'string'
    ? { granted: false, refusal: error(decided), holds }
    : { ...decided, holds }
}

async function askedOf(
  rows: Kysely<ArchiveTables>,
  caller: Caller,
  { caseId, file: number, revision, on, ...order }: UseOrder & Pick<Asked, 'revision' | 'on'>,
): Promise<Asked> {
  if (!CASE_ID.test(caseId)) throw error('case-unknown', { case: String(caseId).slice(0, 64) })
  const row = await findCase(rows, caseId)
  const file = number === undefined ? undefined : await fileOf(rows, row, number)
  const { schedule } = await scheduleByNumber(rows, row.item, row.schedule)
  const { authority } = caller
  return {
    caller,
    request: { ...order, ...(authority !== undefined && { authority }) },
    row,
    revision,
    schedule,
    file,
    on,
  }
}

async function decide(
  office: Office,
  rows: Kysely<ArchiveTables>,
  certify: Certify | undefined,
  asked: Asked,
): Promise<UseRefusal | Granted> {
  const { caller, request, row, revision, file } = asked
  const { form, purpose } = request
  const refusal = refusalFor(asked, file?.material)
  if (refusal) return refusal
  const common = {
    granted: true,
    form,
    caseId: row.case_id,
    archivalNumber: row.archival_number,
    title: row.title,
    ...(file && { file: shownFile(file, form) }),
    ...(file ? { files: [], withheld: 0 } : await filesOf(rows, asked)),
    elements: form === 'extract' ? await extractOf(office, row.case_id) : [],
  } as const
  if (!copies.has(form)) return common
  if (!file) return 'use-file-missing'
  const copy = { ...common, content: () => contentOf(office, row.case_id, revision, file) }
  if (form === 'copy') return copy
  const seal = await certify?.()
  if (!seal) return 'use-seal-missing'
  return { ...copy, certificate: await certifyCopy(office, seal, { row, file, caller, purpose }) }
}

/** What stands against this use of a material, or of the case's own entry. */
function refusalFor({ schedule, request, on }: Asked, material: string | undefined): UseRefusal | undefined {
  const rule = schedule.materials.find((one) => one.material === material)
  return refusalOf(ruleOf(schedule, rule).sharing, request, on)
}

/** The files of the case's own entry that its reader may use so, each by its own rule. */
async function filesOf(rows: Kysely<ArchiveTables>, asked: Asked) {
  const { row, request } = asked
  const all = await rows
    .selectFrom('archive_file')
    .selectAll()
    .where('case_row', '=', row.id)
    .orderBy('number')
    .execute()
  const open = all.filter(({ material }) => refusalFor(asked, material) === undefined)
  return { files: open.map((file) => shownFile(file, request.form)), withheld: all.length - open.length }
}

async function revisionOf(rows: Kysely<ArchiveTables>, caseId: string): Promise<number> {
  if (!CASE_ID.test(caseId)) return 0
  const latest = await rows
    .selectFrom('archive_filing')
    .select('revision')
    .where('case_id', '=', caseId)
    .where('state', '=', 'filed')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest?.revision ?? 0
}

async function fileOf(rows: Kysely<ArchiveTables>, row: CaseRow, number: number): Promise<FileRow> {
  const found = Number.isSafeInteger(number)
    ? await rows
        .selectFrom('archive_file')
        .selectAll()
        .where('case_row', '=', row.id)
        .where('number', '=', number)
        .executeTakeFirst()
    : undefined
  if (!found) throw error('file-unknown', { case: row.case_id, file: String(number).slice(0, 20) })
  return found
}

/** A correction that comes meanwhile leaves the earlier package where it is. */
async function contentOf(
  office: Office,
  caseId: string,
  revision: number,
  file: FileRow,
): Promise<AsyncIterable<Uint8Array>> {
  const opened = await openFiled(office, caseId, revision)
  return closing(compared(await opened.file(file.path), file), opened)
}

async function* closing(stream: AsyncIterable<Uint8Array>, opened: FiledPackage): AsyncGenerator<Uint8Array> {
  try {
    yield* stream
  } finally {
    opened.close()
  }
}
