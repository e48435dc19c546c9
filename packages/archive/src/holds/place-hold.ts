import { canonicalise, isCivilDate, isUscc, words } from '@licencevault/licence'
import type { Db } from '@licencevault/stores'
import { type Kysely, sql } from 'kysely'
import { requestHash, type Tx } from '../act.ts'
import type { Caller } from '../caller.ts'
import { type Counted, recount } from '../cases/counts.ts'
import { error } from '../codes.ts'
import { keepDocument, type Office } from '../office.ts'
import { checkDueQuery, type DueQuery, dueRows } from '../queries/due-query.ts'
import { checkUndatedQuery, type UndatedQuery, undatedRows } from '../queries/undated-query.ts'
import { archiveShape } from '../shape.ts'
import type { ArchiveTables, HoldRow } from '../tables.ts'

export const HOLD_FORMAT = 'licencevault.hold/1'

/** Cases that one hold stops at most. */
export const MAX_HOLD_CASES = 100_000

/** A hold (冻结) to be placed: by case, or on whatever a query finds at that moment. */
export interface HoldOrder {
  /** USCC of the authority that ordered it. */
  readonly authority: string
  readonly reason: string
  /** Number of the order. */
  readonly decision: string
  /** Civil date, not after today. */
  readonly from: string
  /** Last day, if the order names one. It ends by itself on no day: `lapse` lifts it, which is recorded. */
  readonly to?: string
  /** Either these, or whatever one of the two queries finds at that moment. */
  readonly cases?: readonly string[]
  readonly query?: DueQuery
  /** Of what has no day to fall due, which `query` does not find. */
  readonly undated?: UndatedQuery
}

const { expect, members, label, date } = archiveShape('hold')

/** Throws VaultError `member-…`, `limit-exceeded`. */
export function checkHold(order: HoldOrder, on: string): void {
  members(order, '', ['authority', 'reason', 'decision', 'from'], ['to', 'cases', 'query', 'undated'])
  expect(isUscc(order.authority), '/authority', words('a unified social credit code', '统一社会信用代码'))
  label(order.reason, '/reason', 1000)
  label(order.decision, '/decision', 200)
  date(order.from, '/from')
  expect(order.from <= on, '/from', words('a day that is not to come', '不晚于今天的日期'))
  const ends = order.to === undefined || (isCivilDate(order.to) && order.to >= order.from)
  expect(ends, '/to', words('a day not before the first', '不早于起始日的日期'))
  const { cases, query, undated } = order
  const given = [cases, query, undated].filter((which) => which !== undefined)
  expect(given.length === 1, '/cases', words('either cases or one query', '办件或者一项查询条件，只取其一'))
  if (query) checkDueQuery(query)
  if (undated) checkUndatedQuery(undated)
}

interface Held {
  readonly id: number
  readonly case_id: string
}

async function casesOfOrder(
  rows: Kysely<ArchiveTables>,
  { cases, query, undated }: HoldOrder,
  dialect: Db['dialect'],
): Promise<Held[]> {
  const asked = [...new Set(cases)]
  requireFew(asked.length)
  const limit = MAX_HOLD_CASES + 1
  const found = query
    ? await dueRows(rows, query, { dialect, limit })
    : undated
      ? (await undatedRows(undated, { dialect, after: 0, limit }).execute(rows)).rows
      : await named(rows, asked)
  requireFew(found.length)
  if (found.length === 0) throw error('hold-empty')
  return found.map(({ id, case_id }) => ({ id, case_id }))
}

function requireFew(count: number): void {
  if (count <= MAX_HOLD_CASES) return
  throw error('limit-exceeded', { what: 'hold', whatZh: '冻结', path: '/cases', most: MAX_HOLD_CASES })
}

async function named(rows: Kysely<ArchiveTables>, cases: readonly string[]): Promise<Held[]> {
  const found: Held[] = []
  for (let at = 0; at < cases.length; at += 500) {
    const some = cases.slice(at, at + 500)
    const stand = await rows
      .selectFrom('archive_case')
      .select(['id', 'case_id'])
      .where('case_id', 'in', some)
      .execute()
    const known = new Set(stand.map(({ case_id }) => case_id))
    const missing = some.find((id) => !known.has(id))
    if (missing !== undefined) throw error('case-unknown', { case: String(missing).slice(0, 64) })
    found.push(...stand)
  }
  return found.sort((a, b) => a.id - b.id)
}

/** Counts a hold on all its cases, or takes it off them, and moves those in the kept counts that it changes. */
export async function moveHeld(tx: Tx, hold: string, by: 1 | -1): Promise<void> {
  const inHold = tx.selectFrom('archive_hold_case').select('case_row').where('hold', '=', hold)
  const counted = await tx
    .selectFrom('archive_case')
    .select(['fonds', 'class', 'item', 'office', 'retention', 'due_on', 'holds'])
    .where('id', 'in', inHold)
    .execute()
  await tx
    .updateTable('archive_case')
    .set({ holds: sql<number>`holds + ${sql.lit(by)}` })
    .where('id', 'in', inHold)
    .execute()
  await recount(
    tx,
    counted.map((before: Counted) => [before, { ...before, holds: before.holds + by }] as const),
  )
}

/** The same request names the same hold. */
export function holdIdOf(caller: Caller, requestId: string): string {
  const hash = requestHash(caller, requestId)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-')
}

interface KeptHold {
  readonly id: string
  readonly digest: string
  readonly held: readonly Held[]
}

/**
 * Finds the cases, as they stand at this moment, and keeps the document that names each of them: before the rows,
 * since bytes that nothing names do no harm. A request that comes again finds its hold placed, whatever its query
 * would find by now.
 */
export async function keptHold(
  office: Office,
  rows: Kysely<ArchiveTables>,
  id: string,
  order: HoldOrder,
): Promise<KeptHold> {
  const placed = await rows
    .selectFrom('archive_hold')
    .select('digest')
    .where('id', '=', id)
    .executeTakeFirst()
  if (placed) return { id, digest: placed.digest, held: [] }
  const held = await casesOfOrder(rows, order, office.db.dialect)
  const cases = held.map(({ case_id }) => case_id)
  const document = canonicalise({ format: HOLD_FORMAT, id, ...order, cases })
  return { id, digest: await keepDocument(office, document), held }
}

export async function insertHold(tx: Tx, atUs: number, order: HoldOrder, { id, digest, held }: KeptHold) {
  const row: HoldRow = {
    id,
    authority: order.authority,
    reason: order.reason,
    decision: order.decision,
    from_on: order.from,
    to_on: order.to ?? null,
    cases: held.length,
    digest,
    placed_us: atUs,
    lifted_us: null,
  }
  await tx.insertInto('archive_hold').values(row).execute()
  for (let at = 0; at < held.length; at += 500) {
    const some = held.slice(at, at + 500).map((found) => ({ case_row: found.id, hold: id }))
    await tx.insertInto('archive_hold_case').values(some).execute()
  }
  await moveHeld(tx, id, 1)
  const drafts = [
    {
      kind: 'hold-placed',
      subject: `hold:${id}`,
      effectiveFrom: order.from,
      ...(order.to !== undefined && { effectiveTo: order.to }),
      authority: order.authority,
      digests: { hold: digest },
    },
  ]
  return { answer: { id, cases: held.length }, drafts }
}
