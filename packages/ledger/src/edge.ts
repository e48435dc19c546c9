import type { BlobKeys } from '@licencevault/stores'
import { concat } from './bytes.ts'
import { emptyRoot, HASH, nodeHash } from './merkle.ts'

/** Hashes of a full tile, and levels of the tree that one tile spans. */
export const TILE = 256
export const TILE_HEIGHT = 8

/** The tile at each level that is not full yet, and the entries under the lowest of them. */
interface OpenTile {
  hashes: Uint8Array[]
}

export interface Blob {
  readonly key: string
  readonly bytes: Uint8Array
}

/**
 * The right edge of the tree: all that is needed to append to it. What it appended must be put to the store
 * before it counts; after any failure the edge is thrown away and read again.
 */
export class Edge {
  readonly #keys: BlobKeys
  readonly #levels: OpenTile[]
  #entries: Uint8Array[]
  /** Complete subtrees from left to right, each smaller than the one before it. */
  readonly #subtrees: { height: number; hash: Uint8Array }[] = []
  #size: number

  /** @param levels hashes of the open tile at each level; `entries` as a bundle holds them */
  constructor(keys: BlobKeys, size: number, levels: readonly Uint8Array[][], entries: readonly Uint8Array[]) {
    this.#keys = keys
    this.#size = size
    this.#levels = levels.map((hashes) => ({ hashes: [...hashes] }))
    this.#entries = [...entries]
    for (const [level, hashes] of [...levels.entries()].reverse()) this.#stack(level, hashes)
  }

  get size(): number {
    return this.#size
  }

  root(): Uint8Array {
    const [last, ...before] = [...this.#subtrees].reverse()
    if (!last) return emptyRoot()
    return before.reduce((right, { hash }) => nodeHash(hash, right), last.hash)
  }

  /** Appends leaves; answers the blobs that came to be, those of open tiles included. */
  append(leaves: readonly { hash: Uint8Array; bundled: Uint8Array }[]): Blob[] {
    const blobs: Blob[] = []
    const touched = new Set<number>()
    for (const { hash, bundled } of leaves) {
      this.#entries.push(bundled)
      this.#size++
      this.#push(0, hash, blobs, touched)
    }
    for (const level of touched) {
      const hashes = this.#levels[level]?.hashes ?? []
      if (hashes.length > 0) blobs.push(...this.#blobsOf(level, hashes.length))
    }
    return blobs
  }

  #push(level: number, hash: Uint8Array, blobs: Blob[], touched: Set<number>): void {
    let tile = this.#levels[level]
    if (!tile) {
      tile = { hashes: [] }
      this.#levels[level] = tile
    }
    touched.add(level)
    tile.hashes.push(hash)
    const root = this.#merge(level * TILE_HEIGHT, hash)
    if (tile.hashes.length < TILE) return
    blobs.push(...this.#blobsOf(level, TILE))
    tile.hashes = []
    if (level === 0) this.#entries = []
    this.#subtrees.pop()
    this.#push(level + 1, root, blobs, touched)
  }

  /** Adds a complete subtree at the right; answers the one that it became part of. */
  #merge(height: number, hash: Uint8Array): Uint8Array {
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

  #stack(level: number, hashes: readonly Uint8Array[]): void {
    for (const hash of hashes) this.#merge(level * TILE_HEIGHT, hash)
  }

  #blobsOf(level: number, width: number): Blob[] {
    const span = TILE ** (level + 1)
    const index = width === TILE ? Math.ceil(this.#size / span) - 1 : Math.floor(this.#size / span)
    const tile = {
      key: this.#keys.tile(level, index, width),
      bytes: concat(this.#levels[level]?.hashes ?? []),
    }
    if (level > 0) return [tile]
    return [{ key: this.#keys.entries(index, width), bytes: concat(this.#entries) }, tile]
  }
}

/** How many hashes the tile has in a tree of this size, from 0 to 256. */
export function widthOf(size: number, level: number, index: number): number {
  return Math.max(0, Math.min(TILE, Math.floor(size / TILE ** level) - index * TILE))
}

/** The hashes that a tile's bytes hold. */
export function hashesOf(tile: Uint8Array): Uint8Array[] {
  return Array.from({ length: tile.length / HASH }, (_, at) => tile.subarray(at * HASH, (at + 1) * HASH))
}
