import { canonicalise, isCivilDate } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Kysely } from 'kysely'
import { type Done, once, type Tx } from '../act.ts'
import { type Caller, requireRole } from '../caller.ts'
import { error } from '../codes.ts'
import { keepDocument, type Office, today } from '../office.ts'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import { remembered } from '../remembered.ts'
import type { ArchiveTables, ItemRow } from '../tables.ts'
import { defineItem } from './define-item.ts'
import type { ItemType, ServiceItem } from './item.ts'
import { variantOf } from './item-code.ts'

/** Items that one call defines or revises. */
export const MAX_ITEMS_PER_CALL = 2000
/** Documents written at once. */
const AT_ONCE = 16

export interface ItemCriteria {
  readonly authority?: string
  readonly type?: ItemType
  /** Only the variants of this item. */
  readonly variantOf?: string
  /** Part of the name. */
  readonly name?: string
  /** Those retired today or before too; not unless told. */
  readonly retired?: boolean
}

export interface FoundItem {
  readonly item: ServiceItem
  readonly retiredOn: string | null
}

/** The catalogue of service items, versioned. Every change is an act in the ledger. */
export interface Items {
  /** Defines items that there were not, each in version 1. Several at once are one act each, all or none. */
  define(caller: Caller, requestId: string, items: readonly unknown[]): Promise<Done<{ count: number }>>
  /** Makes the next versions of items. Cases filed under an earlier one stay under it. */
  revise(caller: Caller, requestId: string, items: readonly unknown[]): Promise<Done<{ count: number }>>
  /**
   * Ends an item: no case that was closed after that day is filed under it. Until that day, which may be to come,
   * it stands as before and may be revised.
   *
   * @throws VaultError `item-unknown`, `item-retired`, `item-retirement-wrong`
   */
  retire(
    caller: Caller,
    requestId: string,
    code: string,
    options: { readonly on: string },
  ): Promise<Done<{ code: string }>>
  /** One version, the latest unless told. Throws VaultError `item-unknown`, `item-version-unknown`. */
  get(code: string, version?: number): Promise<FoundItem>
  /** Latest versions, by code. */
  find(criteria?: ItemCriteria, page?: PageRequest): Promise<Page<FoundItem>>
}

export function itemsRoom(office: Office): Items {
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const write = async (
    caller: Caller,
    requestId: string,
    values: readonly unknown[],
    kind: 'item-defined' | 'item-revised',
  ) => {
    requireRole(caller, 'items')
    if (values.length === 0 || values.length > MAX_ITEMS_PER_CALL) {
      throw error('items-too-many', { count: values.length, most: MAX_ITEMS_PER_CALL })
    }
    const items = values.map(defineItem)
    const kept = await keepAll(office, items)
    const on = today(office)
    return once(
      office,
      caller,
      requestId,
      { kind, digests: kept.map(({ digest }) => digest) },
      async (tx, atUs) => {
        await requireNext(tx, items, kind, on)
        await insertItems(tx, kept, atUs)
        const drafts = kept.map(({ item, digest }) => ({
          kind,
          subject: subjectOf(item.code),
          effectiveFrom: on,
          authority: item.authority.code,
          digests: { item: digest },
        }))
        return { answer: { count: items.length }, drafts }
      },
    )
  }
  return {
    define: (caller, requestId, items) => write(caller, requestId, items, 'item-defined'),
    revise: (caller, requestId, items) => write(caller, requestId, items, 'item-revised'),
    async retire(caller, requestId, code, { on }) {
      requireRole(caller, 'items')
      if (!isCivilDate(on)) throw error('item-retirement-wrong', { found: String(on).slice(0, 20) })
      const { item } = await latest(rows, code)
      return once(office, caller, requestId, { kind: 'item-retired', code, on }, async (tx) => {
        const { retiredOn } = await latest(tx, code)
        if (retiredOn !== null) throw error('item-retired', { item: code, on: retiredOn })
        await tx.updateTable('archive_item').set({ retired_on: on }).where('code', '=', code).execute()
        const authority = item.authority.code
        const drafts = [
          { kind: 'item-retired', subject: subjectOf(code), effectiveFrom: on, authority, digests: {} },
        ]
        return { answer: { code }, drafts }
      })
    },
    get: (code, version) => latest(rows, code, version),
    find: (criteria = {}, page = {}) => find(rows, criteria, page, today(office)),
  }
}

const subjectOf = (code: string) => `item:${code}`

interface Kept {
  readonly item: ServiceItem
  readonly text: string
  readonly digest: string
}

async function keepAll(office: Office, items: readonly ServiceItem[]): Promise<Kept[]> {
  const kept: Kept[] = []
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const some = items.slice(at, at + AT_ONCE).map(async (item) => {
      const bytes = canonicalise(item)
      return { item, text: Buffer.from(bytes).toString(), digest: await keepDocument(office, bytes) }
    })
    kept.push(...(await Promise.all(some)))
  }
  return kept
}

/** New items are new, and a revision is the next version of one that stands. */
async function requireNext(
  tx: Tx,
  items: readonly ServiceItem[],
  kind: 'item-defined' | 'item-revised',
  on: string,
): Promise<void> {
  const seen = new Set<string>()
  for (const { code, version } of items) {
    if (seen.has(code)) throw error('item-exists', { item: code, version })
    seen.add(code)
    const found = await tx
      .selectFrom('archive_item')
      .select(['version', 'retired_on'])
      .where('code', '=', code)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (kind === 'item-defined') {
      if (found) throw error('item-exists', { item: code, version: found.version })
      if (version !== 1) throw error('item-version-wrong', { item: code, next: 1, version })
    } else {
      if (!found) throw error('item-unknown', { item: code })
      if (found.retired_on !== null && found.retired_on <= on)
        throw error('item-retired', { item: code, on: found.retired_on })
      if (version !== found.version + 1)
        throw error('item-version-wrong', { item: code, next: found.version + 1, version })
    }
  }
}

/** Writes versions of items, each with its canonical JSON. One whose retirement is to come keeps its day. */
export async function insertItems(tx: Tx, kept: readonly Omit<Kept, 'digest'>[], now: number): Promise<void> {
  const values = kept.map(
    ({ item, text }): ItemRow => ({
      code: item.code,
      version: item.version,
      name: item.name,
      type: item.type,
      authority: item.authority.code,
      variant_of: variantOf(item.code) ?? null,
      body: text,
      defined_us: now,
      retired_on: null,
    }),
  )
  for (let at = 0; at < values.length; at += 100) {
    const some = values.slice(at, at + 100)
    const ending = await tx
      .selectFrom('archive_item')
      .select(['code', 'retired_on'])
      .where('retired_on', 'is not', null)
      .where(
        'code',
        'in',
        some.map(({ code }) => code),
      )
      .execute()
    const days = new Map(ending.map(({ code, retired_on }) => [code, retired_on]))
    await tx
      .insertInto('archive_item')
      .values(some.map((row) => ({ ...row, retired_on: days.get(row.code) ?? null })))
      .execute()
  }
}

const shown = ({ body, retired_on }: Pick<ItemRow, 'body' | 'retired_on'>): FoundItem => ({
  item: itemIn(body),
  retiredOn: retired_on,
})

const itemIn = remembered((body) => defineItem(JSON.parse(body)), 2_000)

/** Throws VaultError `item-unknown`, `item-version-unknown`. */
async function latest(rows: Kysely<ArchiveTables>, code: string, version?: number): Promise<FoundItem> {
  let query = rows.selectFrom('archive_item').select(['body', 'retired_on']).where('code', '=', String(code))
  if (version !== undefined) query = query.where('version', '=', version)
  const found = await query.orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (found) return shown(found)
  const item = String(code).slice(0, 40)
  if (version === undefined) throw error('item-unknown', { item })
  await latest(rows, code)
  throw error('item-version-unknown', { item, version })
}

/** The latest versions of all items that are not retired on a day, by code. */
export async function currentItems(
  rows: Kysely<ArchiveTables>,
  on: string,
): Promise<ReadonlyMap<string, ServiceItem>> {
  const found = await rows
    .selectFrom('archive_item')
    .select(['code', 'body', 'retired_on'])
    .where(({ or, eb }) => or([eb('retired_on', 'is', null), eb('retired_on', '>', on)]))
    .orderBy('version')
    .execute()
  return new Map(found.map((row) => [row.code, JSON.parse(row.body) as ServiceItem]))
}

async function find(
  rows: Kysely<ArchiveTables>,
  criteria: ItemCriteria,
  page: PageRequest,
  on: string,
): Promise<Page<FoundItem>> {
  const size = sizeOf(page)
  const { authority, type, variantOf: of, name, retired = false } = criteria
  const query = { items: { ...criteria } }
  const after = readCursor(query, page.cursor, 's')
  let select = rows
    .selectFrom('archive_item as i')
    .select(['i.code', 'i.body', 'i.retired_on'])
    .where('i.version', '=', (inner) =>
      inner
        .selectFrom('archive_item as v')
        .select(({ fn }) => fn.max('v.version').as('last'))
        .whereRef('v.code', '=', 'i.code'),
    )
  if (authority !== undefined) select = select.where('i.authority', '=', authority)
  if (type !== undefined) select = select.where('i.type', '=', type)
  if (of !== undefined) select = select.where('i.variant_of', '=', of)
  if (name !== undefined) select = select.where('i.name', 'like', `%${name.replaceAll(/[%_]/g, '')}%`)
  if (!retired)
    select = select.where(({ or, eb }) => or([eb('i.retired_on', 'is', null), eb('i.retired_on', '>', on)]))
  if (after) select = select.where('i.code', '>', String(after[0]))
  const found = await select
    .orderBy('i.code')
    .limit(size + 1)
    .execute()
  return pageOf(found, size, query, ({ code }) => [code], shown)
}
