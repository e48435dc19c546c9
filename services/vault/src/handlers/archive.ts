import type { Archive, Caller } from '@licencevault/archive'
import type { Call, HandlersOf } from '../call.ts'
import { error } from '../codes.ts'
import {
  caseTo,
  countByFrom,
  dueQueryFrom,
  exceptionTo,
  filedTo,
  holdTo,
  namedPersonAt,
  officeExceptionsTo,
  personAt,
  traceTo,
  undatedCountByFrom,
  undatedQueryFrom,
} from '../convert/archive.ts'
import { useAnswerTo, useFrom, useQueryFrom, useRecordTo } from '../convert/archive-use.ts'
import { chunksOf } from '../convert/chunks.ts'
import { said } from '../convert/licence.ts'
import { pageFrom } from '../convert/page.ts'
import type { OpenOffice } from '../office.ts'
import { itemAndScheduleHandlers } from './archive-schedules.ts'
import { receiveCase } from './receive-case.ts'

export function archiveHandlers(office: () => OpenOffice): HandlersOf<'archive'> {
  const room = () => office().archive
  return {
    ...itemAndScheduleHandlers(room),
    async FileCase(requests, { caller, signal }) {
      const { head, order, files } = await receiveCase(requests)
      const options = { ...said('correction', head.correction), signal }
      return filedTo(
        await room().filing.file(personAt(caller, head.user), head.requestId, order, files, options),
      )
    },
    async ExplainCase({ caseId }, call) {
      const { why, ...found } = await ownCase(room(), caseId, call)
      const { on, because } = await room().queries.earliestDestruction(caseId)
      return {
        case: caseTo(found),
        why: traceTo(why),
        destructionOn: on ?? '',
        destructionBecause: because,
      }
    },
    async FindCase({ office: code, caseNumber, archivalNumber }, call) {
      const by = archivalNumber ? { archivalNumber } : { office: code, caseNumber }
      const found = await room().queries.find(by)
      return found && mayReach(call, found.office) ? { case: caseTo(found) } : {}
    },
    async ListCaseFiles({ caseId, revision }, call) {
      const { holds } = await ownCase(room(), caseId, call)
      const opened = await room().filing.open(caseId, revision || undefined, call.signal)
      try {
        const files = opened.files.map(({ path, size }) => ({ path, size }))
        const { revision: which, commitment } = opened
        return { revision: which, files, commitment, holds: holds.map(holdTo) }
      } finally {
        opened.close()
      }
    },
    async *FetchCaseFile({ caseId, revision, path, user, purpose }, call) {
      // What there is not is on record too: only who is held to an office is asked beforehand whether it is its own.
      if (ownOffice(call) !== undefined) await ownCase(room(), caseId, call)
      const order = {
        caseId,
        ...(revision && { revision }),
        ...said('path', path),
        ...said('purpose', purpose),
      }
      const { size, stream, close } = await room().uses.fetch(personAt(call.caller, user), order, call.signal)
      try {
        yield { head: { path, size } }
        for await (const bytes of stream) yield* chunksOf(bytes)
      } finally {
        close()
      }
    },
    async *ValidateCase({ caseId, revision }, call) {
      await ownCase(room(), caseId, call)
      const opened = await room().filing.open(caseId, revision || undefined, call.signal)
      try {
        const findings = await opened.disagreements()
        yield { valid: findings.length === 0, findings: [...findings] }
      } finally {
        opened.close()
      }
    },
    async FindDue({ query, page }, call) {
      const { rows, next } = await room().queries.due(dueQueryFrom(query, ownOffice(call)), pageFrom(page))
      return { cases: rows.map(caseTo), nextCursor: next ?? '' }
    },
    async CountDue({ query, by }, call) {
      const counts = await room().queries.count(dueQueryFrom(query, ownOffice(call)), countByFrom(by))
      return { cases: counts.cases, by: [...counts.by] }
    },
    async FindUndated({ query, page }, call) {
      const asked = undatedQueryFrom(query, ownOffice(call))
      const { rows, next } = await room().queries.undated(asked, pageFrom(page))
      return { cases: rows.map(caseTo), nextCursor: next ?? '' }
    },
    async CountUndated({ query, by }, call) {
      const asked = undatedQueryFrom(query, ownOffice(call))
      const counts = await room().queries.countUndated(asked, undatedCountByFrom(by))
      return { cases: counts.cases, by: [...counts.by] }
    },
    async FindExceptions({ office: code, kind, settled, page }, call) {
      const query = { ...said('office', ownOffice(call) ?? code), ...said('kind', kind), settled }
      const { rows, next } = await room().queries.exceptions(query, pageFrom(page))
      return { exceptions: rows.map(exceptionTo), nextCursor: next ?? '' }
    },
    async CountExceptions({ office: code }, call) {
      const query = said('office', ownOffice(call) ?? code)
      const counted = await room().queries.countExceptions(query)
      return { offices: counted.map(officeExceptionsTo) }
    },
    async RecordEvent({ requestId, user, caseId, event, on }, call) {
      const { holds } = await ownCase(room(), caseId, call)
      const caller = personAt(call.caller, user)
      const { dueOn, index } = await room().recordEvent(caller, requestId, caseId, { event, on })
      return { caseId, dueOn: dueOn ?? '', index, holds: holds.map(holdTo) }
    },
    async PlaceHold(request, { caller }) {
      const { requestId, user, authority, reason, decision, from, to, cases, query, undated } = request
      const queries = {
        ...(query && { query: dueQueryFrom(query, undefined) }),
        ...(undated && { undated: undatedQueryFrom(undated, undefined) }),
      }
      // More than one of them, or none, is for the archive to refuse.
      const named = cases.length > 0 || (!query && !undated) ? { cases } : {}
      const order = { authority, reason, decision, from, ...said('to', to), ...queries, ...named }
      return room().holds.place(personAt(caller, user), requestId, order)
    },
    async LiftHold({ requestId, user, id, decision }, { caller }) {
      return room().holds.lift(personAt(caller, user), requestId, id, { decision })
    },
    async ListHolds({ withLifted, page }) {
      const { rows, next } = await room().holds.list({ lifted: withLifted }, pageFrom(page))
      return { holds: rows.map(holdTo), nextCursor: next ?? '' }
    },
    async ListHeldCases({ id, page }) {
      const { rows, next } = await room().holds.casesOf(id, pageFrom(page))
      return { caseIds: [...rows], nextCursor: next ?? '' }
    },
    async *Use(request, { caller }) {
      const answer = await room().uses.use(namedPersonAt(caller, request.user), useFrom(request))
      yield { answer: useAnswerTo(answer) }
      if (!answer.granted || !answer.content) return
      for await (const bytes of await answer.content()) yield* chunksOf(bytes)
    },
    async FindUses(request) {
      const { rows, next } = await room().uses.records(useQueryFrom(request), pageFrom(request.page))
      return { uses: rows.map(useRecordTo), nextCursor: next ?? '' }
    },
  }
}

/** The office to which a caller is held, if it is held to one. */
function ownOffice({ caller, reach }: Call<Caller>): string | undefined {
  return reach === 'own' ? caller.authority : undefined
}

function mayReach(call: Call<Caller>, office: string): boolean {
  const own = ownOffice(call)
  return own === undefined || own === office
}

/** A case of another office is no case to who is held to its own. */
async function ownCase({ queries }: Archive, caseId: string, call: Call<Caller>) {
  const found = await queries.explain(caseId)
  if (mayReach(call, found.office)) return found
  throw error('authority-not-yours', { own: call.caller.authority ?? '', named: found.office })
}
