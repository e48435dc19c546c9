import { canonicalise } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Kysely } from 'kysely'
import { type Done, once } from '../act.ts'
import { type Caller, requireRole } from '../caller.ts'
import { error } from '../codes.ts'
import { keepDocument, type Office, sha256, today } from '../office.ts'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import { archiveShape } from '../shape.ts'
import type { ArchiveTables, HoldRow } from '../tables.ts'
import { type Hold, type PlacedHold, placedHold, shownHold } from './hold.ts'
import { type HoldQuery, listHolds } from './list-holds.ts'
import { checkHold, type HoldOrder, holdIdOf, insertHold, keptHold, moveHeld } from './place-hold.ts'

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

const { label } = archiveShape('hold')

export function holdsRoom(office: Office): Holds {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const lift = async (caller: Caller, requestId: string, id: string, decision: string) => {
    requireRole(caller, 'hold')
    const hold = await rowOf(rows, id)
    label(decision, '/decision', 200)
    const document = canonicalise({ format: 'licencevault.lift/1', hold: id, decision })
    const digest = hold.lifted_us === null ? await keepDocument(office, document) : sha256(document)
    return once(office, caller, requestId, { kind: 'hold-lifted', digest }, async (tx, atUs) => {
      const { lifted_us } = await rowOf(tx, id)
      if (lifted_us !== null) throw error('hold-lifted', { hold: id })
      await moveHeld(tx, id, -1)
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
      checkHold(order, today(office))
      const hold = await keptHold(office, rows, holdIdOf(caller, requestId), order)
      return once(office, caller, requestId, { kind: 'hold-placed', order }, (tx, atUs) =>
        insertHold(tx, atUs, order, hold),
      )
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
