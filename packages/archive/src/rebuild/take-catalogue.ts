import { canonicalise } from '@licencevault/licence'
import { personOf } from '../caller.ts'
import { applyNext } from '../cases/apply-decision.ts'
import { insertItems } from '../items/items.ts'
import { documentOf, readDocument } from '../office.ts'
import { DECISION_FORMAT } from '../schedules/apply.ts'
import { defineSchedule } from '../schedules/define-schedule.ts'
import { insertProposed } from '../schedules/schedules.ts'
import { resting } from './documents-of.ts'
import { atUsOf, nameIn, personIn, type Taking, type Told } from './taking.ts'

/** Items and schedules, as their acts wrote them. */
export async function takeItem({ tx }: Taking, told: Told): Promise<void> {
  const { recorded, item } = told
  if (item) {
    const text = Buffer.from(canonicalise(item)).toString()
    await insertItems(tx, [{ item, text }], atUsOf(told))
    return
  }
  await tx
    .updateTable('archive_item')
    .set({ retired_on: recorded.entry.effectiveFrom })
    .where('code', '=', nameIn(recorded))
    .execute()
}

export async function takeProposed({ office, tx }: Taking, told: Told): Promise<void> {
  const { recorded } = told
  const { schedule: digest = '' } = recorded.entry.digests
  const bytes = await resting(recorded, digest, () => readDocument(office, digest))
  const schedule = defineSchedule(JSON.parse(new TextDecoder().decode(bytes)))
  await insertProposed(tx, schedule, {
    title: schedule.title,
    digest,
    items: schedule.items.length,
    proposed_by: person(told),
    proposed_us: atUsOf(told),
  })
}

const person = (told: Told) => personOf({ role: 'archivist', ...personIn(told) })

export async function takeDecided({ tx }: Taking, told: Told): Promise<void> {
  const { kind, effectiveFrom } = told.recorded.entry
  const number = Number(nameIn(told.recorded))
  const approved = kind === 'schedule-approved'
  await tx
    .updateTable('archive_schedule')
    .set({
      state: approved ? 'approved' : 'declined',
      decided_by: person(told),
      effective_from: approved ? effectiveFrom : null,
      decided_us: atUsOf(told),
    })
    .where('number', '=', number)
    .execute()
  if (!approved) return
  await tx
    .updateTable('archive_schedule_item')
    .set({ effective_from: effectiveFrom })
    .where('number', '=', number)
    .execute()
}

interface DecisionDocument {
  readonly format: typeof DECISION_FORMAT
  readonly number: number
  readonly items: readonly string[]
}

/** Reaches the cases that were filed when the decision was recorded: those of the entries before it. */
export async function takeApplied({ office, tx }: Taking, { recorded }: Told): Promise<void> {
  const { digests, effectiveFrom: on } = recorded.entry
  const { decision: digest = '' } = digests
  const { number, items } = await resting(recorded, digest, async () =>
    documentOf<DecisionDocument>(await readDocument(office, digest), DECISION_FORMAT),
  )
  const { keepWhileInForce } = office
  const step = { number, on, upTo: Number.MAX_SAFE_INTEGER, keepWhileInForce }
  for (const item of items) {
    let after: number | undefined = 0
    while (after !== undefined) after = await applyNext(tx, { ...step, item, after })
  }
}
