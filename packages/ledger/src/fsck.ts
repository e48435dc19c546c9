import { VaultError } from '@licencevault/errors'
import type { BlobKeys, Blobs, Rows } from '@licencevault/stores'
import { fsckReads } from './audit.ts'
import { sameBytes } from './bytes.ts'
import { type Damage, damage } from './damage.ts'
import { type Blob, Edge, hashesOf, TILE, widthOf } from './edge.ts'
import { fsckRows, fsckTotals } from './fsck-rows.ts'
import { Leaf } from './leaf.ts'
import type { FsckOptions, FsckReport } from './ledger.ts'
import type { NoteKey } from './note.ts'
import { entries as entriesIn } from './read-rows.ts'
import { publishedHead, troubleBetween } from './standing.ts'
import { ledgerOf } from './tables.ts'
import { isCode, Tiles } from './tiles.ts'

/** Damages that a report lists; all are counted. */
const LISTED = 1000

export interface FsckRoom {
  readonly rows: Rows
  readonly blobs: Blobs
  readonly keys: BlobKeys
  readonly trusted: readonly NoteKey[]
}

/**
 * Makes everything again from the entries and compares: every hash of every tile, root, checkpoint, and
 * every row. Memory does not grow with the log.
 */
export async function fsck(room: FsckRoom, options: FsckOptions): Promise<FsckReport> {
  const { rows, blobs, keys } = room
  const listed: Damage[] = []
  let count = 0
  const tell = (found: Damage) => {
    count++
    if (listed.length < LISTED) listed.push(found)
    options.found?.(found)
  }
  // Nothing of what a process remembers.
  const tiles = new Tiles(blobs, keys)
  const published = await publishedOr(room, tell)
  const log = await ledgerOf(rows).selectFrom('ledger_log').selectAll().executeTakeFirstOrThrow()
  const trouble = published && (await troubleBetween(log, published, tiles))
  if (trouble) {
    tell(damage('database-wrong', { found: trouble.sentence.en, foundZh: trouble.sentence.zh }))
  }
  const size = Math.max(log.size, published?.size ?? 0)
  const root = log.size === size ? log.root : (published?.root ?? log.root)

  const edge = new Edge(keys, 0, [], [])
  const leafAt = async (index: number) => Buffer.from(await tiles.leaf(index, size)).toString('hex')
  let recordedAt = ''
  for (let index = 0; index * TILE < size; index++) {
    options.signal?.throwIfAborted()
    const leaves = await leavesOf(tiles, keys, index, size, tell)
    if (leaves === undefined) return { size, damages: listed, count }
    await compareTiles(blobs, edge.append(leaves).filter(isFull), tell)
    for (const leaf of leaves) {
      const at = leaf.entry.recordedAt
      if (at < recordedAt) tell(damage('time-backwards', { index: leaf.index }))
      recordedAt = at
    }
    await fsckRows(rows, leaves, { size: log.size, leafAt }, tell)
  }
  await compareTiles(blobs, edge.open(), tell)
  if (edge.root() !== root) tell(damage('root-wrong'))
  await fsckTotals(rows, log, tell)
  await fsckReads(rows, room, entriesIn(rows, { kind: 'reads' }), tell)
  return { size, damages: listed, count }
}

type Tell = (found: Damage) => void

async function publishedOr({ blobs, keys, trusted }: FsckRoom, tell: Tell) {
  try {
    return await publishedHead(blobs, keys, trusted)
  } catch (cause) {
    if (!(cause instanceof VaultError) || cause.kind === 'unavailable') throw cause
    tell(damage('checkpoint-wrong', { found: cause.sentence.en, foundZh: cause.sentence.zh }))
    return undefined
  }
}

/** The entries of a bundle, once they agree with their hashes; undefined ends the check. */
async function leavesOf(
  tiles: Tiles,
  keys: BlobKeys,
  index: number,
  size: number,
  tell: Tell,
): Promise<Leaf[] | undefined> {
  const width = widthOf(size, 0, index)
  const key = keys.entries(index, width)
  try {
    const entries = await tiles.entries(index, width)
    const leaves = entries.map(
      (entry, at) => new Leaf(index * TILE + at, Buffer.from(entry).toString('latin1')),
    )
    const hashes = hashesOf(await tiles.read(0, index, width))
    const agree = leaves.every(
      ({ leafHash }, at) => Buffer.from(hashes[at] ?? []).toString('hex') === leafHash,
    )
    if (!agree) tell(damage('bundle-wrong', { key }))
    for (const leaf of leaves) void leaf.entry
    return leaves
  } catch (cause) {
    if (!(cause instanceof VaultError) || cause.kind === 'unavailable') throw cause
    const what = isCode(cause, 'tile-wrong') ? 'tile-wrong' : 'bundle-wrong'
    tell(damage(what, { key }))
    return undefined
  }
}

async function compareTiles(blobs: Blobs, expected: readonly Blob[], tell: Tell): Promise<void> {
  for (const { key, bytes } of expected) {
    const found = await blobs.get(key).catch((cause: unknown) => {
      if (isCode(cause, 'blob-missing')) return undefined
      throw cause
    })
    if (!found || !sameBytes(found, bytes)) {
      tell(damage(key.includes('/tile/entries/') ? 'bundle-wrong' : 'tile-wrong', { key }))
    }
  }
}

function isFull({ key }: Blob): boolean {
  return !key.includes('.p/')
}
