import { isCivilDate } from '@licencevault/licence'
import { type Done, once } from '../act.ts'
import { type Caller, requireRole } from '../caller.ts'
import { error } from '../codes.ts'
import { type Office, today } from '../office.ts'
import { EVENT_WORD } from '../schedules/define-schedule.ts'
import { findCase } from './find-case.ts'
import { redecide } from './register-case.ts'

/**
 * Records the day of an event that starts a case's term, such as `project-completed`. Recorded again it is a
 * correction: the later day counts from then on.
 *
 * @throws VaultError `event-wrong`, `case-unknown`
 */
export async function recordEvent(
  office: Office,
  caller: Caller,
  requestId: string,
  caseId: string,
  { event, on }: { readonly event: string; readonly on: string },
): Promise<Done<{ caseId: string; dueOn: string | null }>> {
  requireRole(caller, 'event')
  if (!EVENT_WORD.test(event) || !isCivilDate(on) || on > today(office)) throw error('event-wrong')
  return once(office, caller, requestId, { kind: 'case-event', caseId, event, on }, async (tx) => {
    const before = await findCase(tx, caseId)
    await tx
      .insertInto('archive_case_event')
      .values({ case_row: before.id, event, happened_on: on, recorded: 1 })
      .onConflict((conflict) =>
        conflict.columns(['case_row', 'event']).doUpdateSet({ happened_on: on, recorded: 1 }),
      )
      .execute()
    const { row } = await redecide(tx, before.id, office.keepWhileInForce, before)
    const drafts = [
      {
        kind: 'case-event',
        subject: `case:${caseId}`,
        effectiveFrom: on,
        authority: before.office,
        digests: {},
        links: { event },
      },
    ]
    return { answer: { caseId, dueOn: row.due_on }, drafts }
  })
}
