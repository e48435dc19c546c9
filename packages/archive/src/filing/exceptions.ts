import { addDays } from '@licencevault/licence'
import type { Tx } from '../act.ts'
import type { ServiceItem } from '../items/item.ts'
import type { CaseRow, ExceptionRow } from '../tables.ts'
import type { CaseOrder } from './case-order.ts'

/** Last day on which the city allows a case to be filed. */
export const allowedUntil = (
  { closedOn }: Pick<CaseOrder, 'closedOn'>,
  { attributes }: ServiceItem,
): string => addDays(closedOn, attributes.filingDays)

/**
 * Puts a case that could not be filed on the exception list (异常清单), or brings what stands there up to
 * date. It leaves the list when it is filed in time. A correction that is refused leaves the list as it is: the
 * case is filed.
 *
 * @param reason word code of what stopped it
 */
export async function noteException(
  tx: Tx,
  order: CaseOrder,
  item: ServiceItem,
  {
    kind,
    reason,
    now,
  }: { readonly kind: 'incomplete' | 'failed'; readonly reason: string; readonly now: number },
): Promise<void> {
  const place = placeOf(order, item)
  if (await isFiled(tx, place)) return
  await upsertLine(tx, {
    ...place,
    kind,
    reason,
    noted_us: now,
    settled_us: null,
    days_late: 0,
    committed: 0,
  })
}

/**
 * Settles what stood on the list; a case filed after its last day stays on it as late, with the delay. A
 * correction changes nothing: what counts is when the case was first filed.
 */
export async function settleFiled(
  tx: Tx,
  filed: Pick<CaseRow, 'case_id' | 'office' | 'case_number' | 'item' | 'closed_on' | 'filed_on'> & {
    readonly allowed_until: string
  },
  now: number,
): Promise<void> {
  const { case_id, filed_on, allowed_until, office, case_number, item, closed_on } = filed
  if (await isCorrection(tx, case_id)) return
  if (filed_on > allowed_until) {
    const place = { office, case_number, item, closed_on, allowed_until }
    const days_late = daysBetween(allowed_until, filed_on)
    const noted = { kind: 'late', reason: '', noted_us: now, settled_us: null, committed: 1 }
    await upsertLine(tx, { ...place, ...noted, days_late })
    return
  }
  await tx
    .updateTable('archive_exception')
    .set({ settled_us: now })
    .where('office', '=', office)
    .where('case_number', '=', case_number)
    .where('settled_us', 'is', null)
    .execute()
}

/** Whole days from one civil date to another; 0 where the other is no later. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days)

async function isFiled(tx: Tx, { office, case_number }: ReturnType<typeof placeOf>): Promise<boolean> {
  const found = await tx
    .selectFrom('archive_case')
    .select('id')
    .where('office', '=', office)
    .where('case_number', '=', case_number)
    .executeTakeFirst()
  return found !== undefined
}

/** Whether more than one revision of a case is filed. */
async function isCorrection(tx: Tx, caseId: string): Promise<boolean> {
  const filed = await tx
    .selectFrom('archive_filing')
    .select('revision')
    .where('case_id', '=', caseId)
    .where('state', '=', 'filed')
    .limit(2)
    .execute()
  return filed.length > 1
}

const placeOf = (order: CaseOrder, item: ServiceItem) => ({
  office: order.office.code,
  case_number: order.caseNumber,
  item: order.item,
  closed_on: order.closedOn,
  allowed_until: allowedUntil(order, item),
})

/** Writes a line, or brings what stands there up to date. */
export async function upsertLine(tx: Tx, noted: ExceptionRow): Promise<void> {
  const { office: _, case_number: __, ...changed } = noted
  await tx
    .insertInto('archive_exception')
    .values(noted)
    .onConflict((conflict) => conflict.columns(['office', 'case_number']).doUpdateSet(changed))
    .execute()
}
