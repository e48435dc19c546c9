import type { HoldOrder } from '../holds/place-hold.ts'
import { HOLD_FORMAT, insertHold, moveHeld } from '../holds/place-hold.ts'
import { documentOf, readDocument } from '../office.ts'
import { resting } from './documents-of.ts'
import { atUsOf, nameIn, type Taking, type Told } from './taking.ts'

interface HoldDocument extends HoldOrder {
  readonly format: typeof HOLD_FORMAT
  readonly id: string
  readonly cases: readonly string[]
}

/** A hold with the cases that it stopped when it was placed. */
export async function takePlaced(taking: Taking, told: Told): Promise<void> {
  const { office, tx } = taking
  const { recorded } = told
  const { hold: digest = '' } = recorded.entry.digests
  const { id, cases, ...order } = await resting(recorded, digest, async () =>
    documentOf<HoldDocument>(await readDocument(office, digest), HOLD_FORMAT),
  )
  const held = await rowsOf(taking, cases)
  await insertHold(tx, atUsOf(told), order, { id, digest, held })
  if (held.length === cases.length) return
  // Of cases that are lost the hold goes on to say how many it stopped.
  await tx.updateTable('archive_hold').set({ cases: cases.length }).where('id', '=', id).execute()
}

async function rowsOf({ tx }: Taking, cases: readonly string[]) {
  const found: { id: number; case_id: string }[] = []
  for (let at = 0; at < cases.length; at += 500) {
    const some = cases.slice(at, at + 500)
    const rows = tx.selectFrom('archive_case').select(['id', 'case_id']).where('case_id', 'in', some)
    found.push(...(await rows.execute()))
  }
  return found
}

export async function takeLifted({ tx }: Taking, told: Told): Promise<void> {
  const id = nameIn(told.recorded)
  await moveHeld(tx, id, -1)
  await tx.deleteFrom('archive_hold_case').where('hold', '=', id).execute()
  await tx
    .updateTable('archive_hold')
    .set({ lifted_us: atUsOf(told) })
    .where('id', '=', id)
    .execute()
}
