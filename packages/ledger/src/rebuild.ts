import type { BlobKeys, Blobs, Db, Rows, TransactionRows } from '@licencevault/stores'
import { restoreReads } from './audit.ts'
import { error } from './codes.ts'
import { type Edge, TILE, widthOf } from './edge.ts'
import { entryRows, headsOf, subjectRows, valuesOf } from './fix.ts'
import { insertRows } from './insert-rows.ts'
import { Leaf } from './leaf.ts'
import type { RebuildOptions, Ticket } from './ledger.ts'
import type { Signed } from './standing.ts'
import { ledgerOf } from './tables.ts'
import { type Head, Tiles } from './tiles.ts'

/** Bundles put into the database by one transaction. */
const BUNDLES = 16

export interface RebuildRoom {
  readonly db: Db
  readonly blobs: Blobs
  readonly keys: BlobKeys
}

/**
 * Brings a database that is empty, or that holds the beginning of the log, up to what is published. What
 * waited in it and was never committed is dropped: nobody was told that it was recorded.
 *
 * @returns how many entries came to the database
 * @throws VaultError `database-not-empty` where the database holds something else than the log's beginning,
 *   `tile-wrong` where the blobs do not lead to what was signed
 */
export async function rebuild(
  { db, blobs, keys }: RebuildRoom,
  published: Signed,
  { each, signal }: RebuildOptions,
): Promise<number> {
  const tiles = new Tiles(blobs, keys)
  const head = await ledgerOf(db.query)
    .selectFrom('ledger_log')
    .select(['size', 'root'])
    .executeTakeFirstOrThrow()
  await requireBeginning(tiles, head, published)
  await requireBundles(tiles, head, published, keys, signal)
  await db.transaction((tx) => dropUncommitted(tx, head.size))

  const edge = await tiles.edgeAt(head)
  for (let at = head.size; at < published.size; ) {
    signal?.throwIfAborted()
    const leaves = await leavesFrom(tiles, at, published.size, BUNDLES)
    edge.append(leaves)
    const next = { size: edge.size, root: edge.root() }
    await db.transaction(async (tx) => {
      await insertLeaves(tx, db.dialect, leaves, next)
      for (const leaf of leaves) {
        if (leaf.entry.kind === 'reads') await restoreReads(tx, db.dialect, { blobs, keys }, leaf)
      }
      await each?.(tx, leaves)
    })
    at = edge.size
  }
  await removeBeyond(blobs, keys, published.size)
  return published.size - head.size
}

/** Tickets are not in the log. Below zero none was ever given, so that no proposal to come has the same. */
const rebuiltTicket = (index: number): Ticket => -1 - index

/** By their tickets, which have an index. */
export async function broughtBack(rows: Rows): Promise<readonly [first: number, last: number] | undefined> {
  const { least, most } = await ledgerOf(rows)
    .selectFrom('ledger_entry')
    .select(({ fn }) => [fn.min('ticket').as('least'), fn.max('ticket').as('most')])
    .where('ticket', '<', 0)
    .executeTakeFirstOrThrow()
  return least === null || most === null ? undefined : [-1 - most, -1 - least]
}

/** The roots of what the database has: computed from the tiles, which lead to what was signed. */
async function requireBeginning(tiles: Tiles, head: Head, published: Signed): Promise<void> {
  const holds =
    head.size <= published.size &&
    Buffer.from(await tiles.root(head.size, published.size)).toString('hex') === head.root
  if (!holds) throw error('database-not-empty')
}

/** Everything is proven before the first row is written. */
async function requireBundles(
  tiles: Tiles,
  head: Head,
  published: Signed,
  keys: BlobKeys,
  signal: AbortSignal | undefined,
): Promise<void> {
  const edge: Edge = await tiles.edgeAt(head)
  while (edge.size < published.size) {
    signal?.throwIfAborted()
    edge.append(await leavesFrom(tiles, edge.size, published.size, BUNDLES))
  }
  if (edge.root() !== published.root) throw error('tile-wrong', { key: keys.home })
}

async function leavesFrom(tiles: Tiles, from: number, size: number, bundles: number): Promise<Leaf[]> {
  const leaves: Leaf[] = []
  const first = Math.floor(from / TILE)
  for (let index = first; index < first + bundles && index * TILE < size; index++) {
    const entries = await tiles.entries(index, widthOf(size, 0, index))
    for (const [at, entry] of entries.entries()) {
      const place = index * TILE + at
      if (place >= from) leaves.push(new Leaf(place, Buffer.from(entry).toString('latin1')))
    }
  }
  return leaves
}

async function insertLeaves(
  tx: TransactionRows,
  dialect: Db['dialect'],
  leaves: readonly Leaf[],
  { size, root }: Head,
): Promise<void> {
  const entries = leaves.map(({ entry }) => entry)
  const heads = await headsOf(tx, dialect, [...new Set(entries.map(({ subject }) => subject))])
  const values: (string | number | null)[] = []
  for (const [at, { subject, kind }] of entries.entries()) {
    const leaf = leaves[at]
    if (!leaf) continue
    const before = heads.get(subject)
    heads.set(subject, {
      subject,
      head: leaf.leafHash,
      last: leaf.index,
      entries: (before?.entries ?? 0) + 1,
    })
    values.push(leaf.index, before?.last ?? null, kind, rebuiltTicket(leaf.index), leaf.text)
  }
  await insertRows({ rows: tx, dialect }, entryRows, values)
  await insertRows({ rows: tx, dialect }, subjectRows, valuesOf(heads))
  const last_us = microseconds(entries.at(-1)?.recordedAt ?? '')
  await ledgerOf(tx).updateTable('ledger_log').set({ size, root, fixed: size, last_us }).execute()
}

function microseconds(recordedAt: string): number {
  return Date.parse(`${recordedAt.slice(0, 23)}Z`) * 1000 + Number(recordedAt.slice(23, 26))
}

/** Takes back what was fixed and not committed, and what still waited. */
async function dropUncommitted(tx: TransactionRows, size: number): Promise<void> {
  const tables = ledgerOf(tx)
  const fixed = await tables
    .selectFrom('ledger_entry')
    .selectAll()
    .where('idx', '>=', size)
    .orderBy('idx', 'desc')
    .execute()
  for (const { idx, prev, entry } of fixed) {
    const { subject, previous } = new Leaf(idx, entry).entry
    if (prev === null || previous === null) {
      await tables.deleteFrom('ledger_subject').where('subject', '=', subject).execute()
    } else {
      await tables
        .updateTable('ledger_subject')
        .set(({ eb }) => ({ head: previous, last: prev, entries: eb('entries', '-', 1) }))
        .where('subject', '=', subject)
        .execute()
    }
  }
  await tables.deleteFrom('ledger_entry').where('idx', '>=', size).execute()
  await tables.deleteFrom('ledger_pending').execute()
  await tables.updateTable('ledger_log').set({ fixed: size }).execute()
}

/** Tiles that were built and never committed would stand in the way of those to come. */
async function removeBeyond(blobs: Blobs, keys: BlobKeys, size: number): Promise<void> {
  for await (const { key } of blobs.list(`${keys.home}tile/`)) {
    const [, level = '', path = '', partial] =
      /\/tile\/([^/]+)\/([x0-9/]+?)(?:\.p\/([0-9]+))?$/.exec(key) ?? []
    const index = Number(path.replaceAll(/[x/]/g, ''))
    const width = widthOf(size, level === 'entries' ? 0 : Number(level), index)
    if (Number(partial ?? TILE) > width) await blobs.remove(key)
  }
}
