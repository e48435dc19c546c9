import type { ReadScheduleRequest } from '@licencevault/api'
import type { Archive, ItemType, Schedule } from '@licencevault/archive'
import { MAX_CSV_BYTES, SCHEDULE_FORMAT } from '@licencevault/archive'
import type { HandlersOf } from '../call.ts'
import { namedPersonAt, personAt } from '../convert/archive.ts'
import {
  archiveJsonFrom,
  dryRunTo,
  itemTo,
  scheduleFindingTo,
  scheduleStateTo,
} from '../convert/archive-schedule.ts'
import { jsonOf } from '../convert/catalogue.ts'
import { chunksOf } from '../convert/chunks.ts'
import { said } from '../convert/licence.ts'
import { pageFrom } from '../convert/page.ts'

type Handled =
  | 'DefineItems'
  | 'ReviseItems'
  | 'RetireItem'
  | 'GetItem'
  | 'FindItems'
  | 'ReadSchedule'
  | 'WriteSchedule'
  | 'ProposeSchedule'
  | 'DryRunSchedule'
  | 'ApproveSchedule'
  | 'DeclineSchedule'
  | 'GetSchedule'
  | 'ListSchedules'
  | 'GetCoverage'
  | 'ApplyToFiled'

/** Items and tables: what is to be kept, and how long. */
export function itemAndScheduleHandlers(room: () => Archive): Pick<HandlersOf<'archive'>, Handled> {
  return {
    async DefineItems({ requestId, user, definitionsJson }, { caller }) {
      const items = definitionsJson.map(archiveJsonFrom)
      return room().items.define(personAt(caller, user), requestId, items)
    },
    async ReviseItems({ requestId, user, definitionsJson }, { caller }) {
      const items = definitionsJson.map(archiveJsonFrom)
      return room().items.revise(personAt(caller, user), requestId, items)
    },
    async RetireItem({ requestId, user, code, on }, { caller }) {
      return room().items.retire(personAt(caller, user), requestId, code, { on })
    },
    async GetItem({ code, version }) {
      return { item: itemTo(await room().items.get(code, version || undefined)) }
    },
    async FindItems({ nameContains, type, authority, variantOf, withRetired, page }) {
      const criteria = {
        ...said('name', nameContains),
        ...(type ? { type: type as ItemType } : {}),
        ...said('authority', authority),
        ...said('variantOf', variantOf),
        retired: withRetired,
      }
      const { rows, next } = await room().items.find(criteria, pageFrom(page))
      return { items: rows.map(itemTo), nextCursor: next ?? '' }
    },
    async ReadSchedule(requests) {
      const { csv, title } = await tableIn(requests)
      const { findings, items } = await room().schedules.read(csv)
      const schedule: Schedule = { format: SCHEDULE_FORMAT, title, items }
      return {
        findings: findings.map(scheduleFindingTo),
        items: items.length,
        ...(findings.length === 0 ? { scheduleJson: jsonOf(schedule) } : {}),
      }
    },
    async *WriteSchedule({ on }) {
      yield* chunksOf(await room().schedules.write(on || undefined))
    },
    async ProposeSchedule({ requestId, user, scheduleJson }, { caller }) {
      const schedule = archiveJsonFrom(scheduleJson)
      return room().schedules.propose(namedPersonAt(caller, user), requestId, schedule)
    },
    async *DryRunSchedule({ table, number, scheduleJson }, { signal }) {
      const of = table === 'scheduleJson' ? (archiveJsonFrom(scheduleJson ?? '') as unknown) : (number ?? 0)
      // What is not the number of a table is checked by the archive.
      for await (const row of room().schedules.dryRun(of as number | Schedule, { signal }))
        yield dryRunTo(row)
    },
    async ApproveSchedule({ requestId, user, number, effectiveFrom }, { caller }) {
      return room().schedules.approve(namedPersonAt(caller, user), requestId, number, { effectiveFrom })
    },
    async DeclineSchedule({ requestId, user, number }, { caller }) {
      return room().schedules.decline(namedPersonAt(caller, user), requestId, number)
    },
    async GetSchedule({ number }) {
      const { schedule, ...state } = await room().schedules.get(number)
      return { state: scheduleStateTo(state), scheduleJson: jsonOf(schedule) }
    },
    async ListSchedules() {
      return { schedules: (await room().schedules.list()).map(scheduleStateTo) }
    },
    async GetCoverage({ on }) {
      const { items, gaps } = await room().schedules.coverage(on || undefined)
      return { items, gaps: gaps.map(({ materials, ...gap }) => ({ ...gap, materials: [...materials] })) }
    },
    async ApplyToFiled({ requestId, user, number, items, decision }, { caller }) {
      const reach = { number, decision, ...(items.length > 0 ? { items } : {}) }
      return room().schedules.applyToFiled(personAt(caller, user), requestId, reach)
    },
  }
}

/** The spreadsheet whole; of one that is too long no more than shows that it is. */
async function tableIn(
  requests: AsyncIterable<ReadScheduleRequest>,
): Promise<{ csv: Uint8Array; title: string }> {
  const chunks: Uint8Array[] = []
  let title = ''
  let size = 0
  for await (const { chunk, title: said } of requests) {
    title ||= said
    size += chunk.length
    chunks.push(chunk)
    if (size > MAX_CSV_BYTES) break
  }
  return { csv: new Uint8Array(Buffer.concat(chunks)), title }
}
