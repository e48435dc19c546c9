import { randomUUID } from 'node:crypto'
import { canonicalise, isCivilDate, isUscc, words } from '@licencevault/licence'
import { type Db, tablesOf } from '@licencevault/stores'
import { type Kysely, sql } from 'kysely'
import { type Done, once, type Tx } from '../act.ts'
import { type Caller, requireRole } from '../caller.ts'
import { type Counted, recount } from '../cases/counts.ts'
import { error } from '../codes.ts'
import { keepDocument, type Office, today } from '../office.ts'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import { checkDueQuery, type DueQuery, dueRows } from '../queries/due-query.ts'
import { archiveShape } from '../shape.ts'
import type { ArchiveTables, HoldRow } from '../tables.ts'
import { type Hold, type PlacedHold, placedHold, shownHold } from './hold.ts'
import { type HoldQuery, listHolds } from './list-holds.ts'

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
  readonly cases?: readonly string[]
  readonly query?: DueQuery
}

export interface Holds {
  place(caller: Caller, requestId: string, order: HoldOrder): Promise<Done<{ id: string; cases: number }>>
  /** Throws VaultError `hold-unknown`, `hold-lifted`. */
  lift(
    caller: Caller,
    requestId: string,
    id: string,
    options: { readonly decision: string },
  ): Promise<Done<{ id: string }>>
  /** Lifts the holds whose last day is past. */
  lapse(caller: Caller): Promise<readonly string[]>
  /** Throws VaultError `hold-unknown`. */
  get(id: string): Promise<PlacedHold>
  /** Holds in the order of placing; lifted ones too, if told. */
  list(query?: HoldQuery, page?: PageRequest): Promise<Page<PlacedHold>>
  /** The cases that a hold stops, by their ids, in the order of their filing. */
  casesOf(id: string, page?: PageRequest): Promise<Page<string>>
}

const { expect, members, label, date } = archiveShape('hold')

export function holdsRoom(office: Office): Holds {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const lift = async (caller: Caller, requestId: string, id: string, decision: string) => {
    requireRole(caller, 'hold')
    const hold = await rowOf(rows, id)
    const content = { format: 'licencevault.lift/1', hold: id, decision }
    label(decision, '/decision', 200)
    const digest = await keepDocument(office, canonicalise(content))
    return once(office, caller, requestId, { kind: 'hold-lifted', digest }, async (tx, atUs) => {
      const { lifted_us } = await rowOf(tx, id)
      if (lifted_us !== null) throw error('hold-lifted', { hold: id })
      await move(tx, id, -1)
      await tx.deleteFrom('archive_hold_case').where('hold', '=', id).execute()
      await tx.updateTable('archive_hold').set({ lifted_us: atUs }).where('id', '=', id).execute()
      const drafts = [
        {
          kind: 'hold-lifted',
          subject: `hold:${id}`,
          effectiveFrom: today(office),
          authority: hold.authority,
          digests: { decision: digest },
        },
      ]
      return { answer: { id }, drafts }
    })
  }
  return {
    async place(caller, requestId, order) {
      requireRole(caller, 'hold')
      checkOrder(order, today(office))
      // The cases of a repeated request are those of its first time.
      return once(office, caller, requestId, { kind: 'hold-placed', order }, async (tx, atUs) => {
        const id = randomUUID()
        const held = await casesOfOrder(tx, order, office.db.dialect)
        const document = canonicalise({
          format: 'licencevault.hold/1',
          id,
          ...order,
          cases: held.map(({ case_id }) => case_id),
        })
        const digest = await keepDocument(office, document)
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
        await move(tx, id, 1)
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
      })
    },
    lift: (caller, requestId, id, { decision }) => lift(caller, requestId, id, decision),
    async lapse(caller) {
      const found = await rows
        .selectFrom('archive_hold')
        .select('id')
        .where('lifted_us', 'is', null)
        .where('to_on', '<', today(office))
        .orderBy('id')
        .execute()
      for (const { id } of found) await lift(caller, `lapse-${id}`, id, 'lapse')
      return found.map(({ id }) => id)
    },
    async get(id) {
      return placedHold(await rowOf(rows, id))
    },
    list: (query, page) => listHolds(rows, query, page),
    async casesOf(id, page = {}) {
      const size = sizeOf(page)
      const query = { hold: id }
      const after = readCursor(query, page.cursor, 'n')
      await rowOf(rows, id)
      const found = await rows
        .selectFrom('archive_hold_case as h')
        .innerJoin('archive_case as c', 'c.id', 'h.case_row')
        .select(['c.id', 'c.case_id'])
        .where('h.hold', '=', id)
        .where('h.case_row', '>', Number(after?.[0] ?? 0))
        .orderBy('h.case_row')
        .limit(size + 1)
        .execute()
      return pageOf(
        found,
        size,
        query,
        (row) => [row.id],
        (row) => row.case_id,
      )
    },
  }
}

/** What holds each of these cases, by the number of its row. */
export async function holdsOn(
  rows: Kysely<ArchiveTables>,
  cases: readonly number[],
): Promise<ReadonlyMap<number, Hold[]>> {
  const holds = new Map<number, Hold[]>()
  if (cases.length === 0) return holds
  const found = await rows
    .selectFrom('archive_hold_case as h')
    .innerJoin('archive_hold as o', 'o.id', 'h.hold')
    .selectAll('o')
    .select('h.case_row')
    .where('h.case_row', 'in', cases)
    .orderBy('o.placed_us')
    .orderBy('o.id')
    .execute()
  for (const row of found) holds.set(row.case_row, [...(holds.get(row.case_row) ?? []), shownHold(row)])
  return holds
}

function checkOrder(order: HoldOrder, on: string): void {
  members(order, '', ['authority', 'reason', 'decision', 'from'], ['to', 'cases', 'query'])
  expect(isUscc(order.authority), '/authority', words('a unified social credit code', '统一社会信用代码'))
  label(order.reason, '/reason', 1000)
  label(order.decision, '/decision', 200)
  date(order.from, '/from')
  expect(order.from <= on, '/from', words('a day that is not to come', '不晚于今天的日期'))
  const ends = order.to === undefined || (isCivilDate(order.to) && order.to >= order.from)
  expect(ends, '/to', words('a day not before the first', '不早于起始日的日期'))
  const one = (order.cases === undefined) !== (order.query === undefined)
  expect(one, '/cases', words('either cases or a query', '办件或者查询条件，二者取一'))
  if (order.query) checkDueQuery(order.query)
}

interface Held {
  readonly id: number
  readonly case_id: string
}

async function casesOfOrder(tx: Tx, { cases, query }: HoldOrder, dialect: Db['dialect']): Promise<Held[]> {
  const asked = [...new Set(cases)]
  requireFew(asked.length)
  const found = query
    ? await dueRows(tx, query, { dialect, limit: MAX_HOLD_CASES + 1 })
    : await named(tx, asked)
  requireFew(found.length)
  if (found.length === 0) throw error('hold-empty')
  return found.map(({ id, case_id }) => ({ id, case_id }))
}

function requireFew(count: number): void {
  if (count <= MAX_HOLD_CASES) return
  throw error('limit-exceeded', { what: 'hold', whatZh: '冻结', path: '/cases', most: MAX_HOLD_CASES })
}

async function named(tx: Tx, cases: readonly string[]): Promise<Held[]> {
  const found: Held[] = []
  for (let at = 0; at < cases.length; at += 500) {
    const some = cases.slice(at, at + 500)
    const rows = await tx
      .selectFrom('archive_case')
      .select(['id', 'case_id'])
      .where('case_id', 'in', some)
      .execute()
    const known = new Set(rows.map(({ case_id }) => case_id))
    const missing = some.find((id) => !known.has(id))
    if (missing !== undefined) throw error('case-unknown', { case: String(missing).slice(0, 64) })
    found.push(...rows)
  }
  return found.sort((a, b) => a.id - b.id)
}

/** Counts a hold on all its cases, or takes it off them, and moves those in the kept counts that it changes. */
async function move(tx: Tx, hold: string, by: 1 | -1): Promise<void> {
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

/** Throws VaultError `hold-unknown`. */
async function rowOf(rows: Kysely<ArchiveTables>, id: string): Promise<HoldRow> {
  const found = await rows
    .selectFrom('archive_hold')
    .selectAll()
    .where('id', '=', String(id))
    .executeTakeFirst()
  if (!found) throw error('hold-unknown', { hold: String(id).slice(0, 64) })
  return found
}
