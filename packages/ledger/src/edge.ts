import { hash } from 'node:crypto'
import type { BlobKeys } from '@licencevault/stores'
import { emptyRoot, HASH } from './merkle.ts'

/** Hashes of a full tile, and levels of the tree that one tile spans. */
export const TILE = 256
export const TILE_HEIGHT = 8

export interface Blob {
  readonly key: string
  readonly bytes: Uint8Array
}

/** The tile of a level that is not full yet: so many hashes, one behind the other. */
interface OpenTile {
  bytes: Buffer
  width: number
}

/**
 * The right edge of the tree: all that is needed to append to it. What it appended must be put to the store
 * before it counts; after any failure the edge is thrown away and read again.
 *
 * Every entry passes here once, so hashes are kept as text of one character a byte: see `leaf.ts`.
 */
export class Edge {
  readonly #keys: BlobKeys
  readonly #levels: OpenTile[]
  readonly #bundle: OpenBundle
  /** Complete subtrees from left to right, each smaller than the one before it. */
  readonly #subtrees: { height: number; hash: string }[] = []
  #size: number

  /** @param levels hashes of the open tile at each level, and the texts of the entries under the lowest */
  constructor(keys: BlobKeys, size: number, levels: readonly Uint8Array[], entries: readonly string[]) {
    this.#keys = keys
    this.#size = size
    this.#levels = levels.map(openTile)
    this.#bundle = new OpenBundle(entries)
    for (let level = levels.length - 1; level >= 0; level--) {
      const tile = levels[level] ?? new Uint8Array(0)
      for (let at = 0; at < tile.length; at += HASH) {
        this.#merge(level * TILE_HEIGHT, latin1(tile.subarray(at, at + HASH)))
      }
    }
  }

  get size(): number {
    return this.#size
  }

  /** In hex. */
  root(): string {
    const [last, ...before] = [...this.#subtrees].reverse()
    const root = last
      ? before.reduce((right, left) => nodeHash(left.hash, right), last.hash)
      : latin1(emptyRoot())
    return Buffer.from(root, 'latin1').toString('hex')
  }

  /** Appends leaves; answers the blobs that came to be, those of open tiles included. */
  append(leaves: readonly { leafHash: string; text: string }[]): Blob[] {
    const blobs: Blob[] = []
    const touched = new Set<number>()
    for (const { leafHash, text } of leaves) {
      this.#bundle.add(text)
      this.#size++
      this.#push(0, Buffer.from(leafHash, 'hex').toString('latin1'), blobs, touched)
    }
    for (const level of touched) {
      if ((this.#levels[level]?.width ?? 0) > 0) blobs.push(...this.#blobsOf(level))
    }
    return blobs
  }

  /** The blobs of the tiles that are not full. */
  open(): Blob[] {
    return this.#levels.flatMap(({ width }, level) => (width > 0 ? this.#blobsOf(level) : []))
  }

  #push(level: number, hash: string, blobs: Blob[], touched: Set<number>): void {
    let tile = this.#levels[level]
    if (!tile) {
      tile = openTile()
      this.#levels[level] = tile
    }
    touched.add(level)
    tile.bytes.write(hash, tile.width * HASH, 'latin1')
    tile.width++
    const root = this.#merge(level * TILE_HEIGHT, hash)
    if (tile.width < TILE) return
    blobs.push(...this.#blobsOf(level))
    tile.width = 0
    if (level === 0) this.#bundle.clear()
    this.#subtrees.pop()
    this.#push(level + 1, root, blobs, touched)
  }

  /** Adds a complete subtree at the right; answers the one that it became part of. */
  #merge(height: number, hash: string): string {
    let whole = { height, hash }
    for (let left = this.#subtrees.at(-1); left?.height === whole.height; left = this.#subtrees.at(-1)) {
      this.#subtrees.pop()
      whole = { height: whole.height + 1, hash: nodeHash(left.hash, whole.hash) }
      // A full tile is merged with its neighbours by the level above.
      if (whole.height % TILE_HEIGHT === 0) break
    }
    this.#subtrees.push(whole)
    return whole.hash
  }

  #blobsOf(level: number): Blob[] {
    const { bytes, width } = this.#levels[level] ?? openTile()
    const span = TILE ** (level + 1)
    const index = Math.ceil(this.#size / span) - 1
    const open = width < TILE ? Math.floor(this.#size / span) : index
    const tile = {
      key: this.#keys.tile(level, open, width),
      bytes: Uint8Array.from(bytes.subarray(0, width * HASH)),
    }
    if (level > 0) return [tile]
    return [{ key: this.#keys.entries(open, width), bytes: this.#bundle.bytes() }, tile]
  }
}

function openTile(hashes: Uint8Array = new Uint8Array(0)): OpenTile {
  const bytes = Buffer.alloc(TILE * HASH)
  bytes.set(hashes)
  return { bytes, width: hashes.length / HASH }
}

/** Entries of the open bundle, one behind the other, each behind its length. */
class OpenBundle {
  #bytes = Buffer.alloc(TILE * 512)
  #length = 0

  constructor(entries: readonly string[]) {
    for (const entry of entries) this.add(entry)
  }

  add(text: string): void {
    const end = this.#length + 2 + text.length
    if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], end * 2)
    this.#bytes.writeUInt16BE(text.length, this.#length)
    this.#bytes.write(text, this.#length + 2, 'latin1')
    this.#length = end
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes.subarray(0, this.#length))
  }

  clear(): void {
    this.#length = 0
  }
}

const children = Buffer.alloc(1 + 2 * HASH, 1)

/** The same as in `merkle.ts`, from text to text. */
function nodeHash(left: string, right: string): string {
  children.write(left, 1, 'latin1')
  children.write(right, 1 + HASH, 'latin1')
  return hash('sha256', children, 'binary')
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

/** How many hashes the tile has in a tree of this size, from 0 to 256. */
export function widthOf(size: number, level: number, index: number): number {
  return Math.max(0, Math.min(TILE, Math.floor(size / TILE ** level) - index * TILE))
}

/** The hashes that a tile's bytes hold. */
export function hashesOf(tile: Uint8Array): Uint8Array[] {
  return Array.from({ length: tile.length / HASH }, (_, at) => tile.subarray(at * HASH, (at + 1) * HASH))
}
