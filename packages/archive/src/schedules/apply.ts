import { canonicalise } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import { type Done, once, type Tx } from '../act.ts'
import { type Caller, requireRole } from '../caller.ts'
import { applyDecision, casesMoved } from '../cases/apply-decision.ts'
import { error } from '../codes.ts'
import { keepDocument, type Office, today } from '../office.ts'
import type { ArchiveTables } from '../tables.ts'
import { rowOf, subjectOf } from './schedules.ts'

export const DECISION_FORMAT = 'licencevault.decision/1'

/** The decision by which a schedule reaches back to cases filed before it. */
export interface Reach {
  readonly number: number
  /** Only these items of the table; all of them unless told. */
  readonly items?: readonly string[]
  /** Number of the appraisal decision (鉴定决定). */
  readonly decision: string
}

/** What a decision has reached. */
export interface Applied {
  readonly number: number
  readonly items: number
  /** Cases that it moved: those under an earlier table of their item. */
  readonly moved: number
}

/**
 * Applies an approved schedule to cases that are filed already, which nothing else does: the decision is
 * recorded first, then the cases are decided anew, some at a time. Where it is cut short, the same request
 * finishes it.
 *
 * @throws VaultError `schedule-unknown`, `schedule-not-approved`, `schedule-not-in-force`, `schedule-none-for-item`
 */
export async function applyToFiled(
  office: Office,
  caller: Caller,
  requestId: string,
  { number, items, decision }: Reach,
): Promise<Done<Applied>> {
  requireRole(caller, 'approve')
  if (typeof decision !== 'string' || decision.trim() === '' || decision.length > 200)
    throw error('decision-missing')
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const row = await rowOf(rows, number)
  if (row.state !== 'approved') throw error('schedule-not-approved', { number })
  const from = row.effective_from ?? ''
  if (from > today(office)) throw error('schedule-not-in-force', { number, from, today: today(office) })
  const inTable = await rows
    .selectFrom('archive_schedule_item')
    .select('item')
    .where('number', '=', number)
    .orderBy('item')
    .execute()
  const known = new Set(inTable.map(({ item }) => item))
  const reached = items ?? [...known]
  for (const item of reached) if (!known.has(item)) throw error('schedule-none-for-item', { item })
  const digest = await keepDocument(
    office,
    canonicalise({ format: DECISION_FORMAT, decision, number, items: [...reached] }),
  )
  const kind = 'schedule-applied'
  const done = await once(office, caller, requestId, { kind, digest }, async (tx) => {
    const on = today(office)
    const drafts = [
      {
        kind,
        subject: subjectOf(number),
        effectiveFrom: on,
        digests: { schedule: row.digest, decision: digest },
      },
    ]
    const upTo = await lastCase(tx)
    const moved = await casesMoved(tx, { items: reached, number, upTo })
    return { answer: { number, items: reached.length, moved, on, upTo }, drafts }
  })
  const { on, upTo, ...answer } = done
  await applyDecision(office, { items: reached, number, on, upTo })
  return answer
}

/** The newest case that is filed: a decision reaches no further, whenever it is carried out. */
async function lastCase(tx: Tx): Promise<number> {
  const found = await tx
    .selectFrom('archive_case')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? 0
}
