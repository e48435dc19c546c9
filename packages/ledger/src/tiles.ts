import { VaultError } from '@licencevault/errors'
import type { BlobKeys, Blobs } from '@licencevault/stores'
import { readBundle } from './bundle.ts'
import { sameBytes } from './bytes.ts'
import { error } from './codes.ts'
import { type Blob, Edge, hashesOf, TILE, TILE_HEIGHT, widthOf } from './edge.ts'
import { consistencyRanges, emptyRoot, HASH, inclusionRanges, nodeHash, type Range } from './merkle.ts'

/** A committed state of the log. */
export interface Head {
  readonly size: number
  /** In hex. */
  readonly root: string
}

/** Puts under way at once. */
const PUTS = 16
/** Tiles kept in memory, about 24 KiB each. */
const KEPT = 256

/** Tiles and entry bundles in the blob store, which is trusted for nothing: callers check what they lead to. */
export class Tiles {
  readonly #blobs: Blobs
  readonly #keys: BlobKeys
  readonly #kept = new Map<string, Tile>()

  constructor(blobs: Blobs, keys: BlobKeys) {
    this.#blobs = blobs
    this.#keys = keys
  }

  /** @throws VaultError `tile-differs` where something else stands already, before anything is committed */
  async put(blobs: readonly Blob[]): Promise<void> {
    const left = [...blobs]
    const work = async () => {
      for (let blob = left.pop(); blob; blob = left.pop()) await this.#putOne(blob)
    }
    await Promise.all(Array.from({ length: Math.min(PUTS, left.length) }, work))
  }

  async #putOne({ key, bytes }: Blob): Promise<void> {
    try {
      await this.#blobs.put(key, bytes, { ifAbsent: true })
    } catch (cause) {
      if (!isCode(cause, 'blob-exists')) throw cause
      if (!sameBytes(await this.#blobs.get(key), bytes)) throw error('tile-differs', { key }, { cause })
    }
  }

  /**
   * The right edge at a head, from the tiles that stand there.
   *
   * @throws VaultError `tile-wrong` where they do not lead to its root, `blob-missing`
   */
  async edgeAt({ size, root }: Head): Promise<Edge> {
    const levels: Uint8Array[] = []
    for (let level = 0; size >= TILE ** level; level++) {
      const index = Math.floor(size / TILE ** (level + 1))
      const width = widthOf(size, level, index)
      levels[level] = width > 0 ? await this.read(level, index, width) : new Uint8Array(0)
    }
    const open = size % TILE
    const entries = open > 0 ? await this.entries(Math.floor(size / TILE), open) : []
    const texts = entries.map((entry) => Buffer.from(entry).toString('latin1'))
    const edge = new Edge(this.#keys, size, levels, texts)
    if (edge.root() !== root) throw error('tile-wrong', { key: this.#keys.home })
    return edge
  }

  /** The first `width` entries of a bundle; the full bundle stands in for a partial one that is gone. */
  async entries(index: number, width: number): Promise<Uint8Array[]> {
    const { key, bytes } = await this.#either(this.#keys.entries(index, width), this.#keys.entries(index))
    const count = key === this.#keys.entries(index) ? TILE : width
    return readBundle(bytes, count).slice(0, width)
  }

  /** The first `width` hashes of a tile; the full tile stands in for a partial one that is gone. */
  async read(level: number, index: number, width: number): Promise<Uint8Array> {
    const { bytes } = await this.#either(this.#keys.tile(level, index, width), this.#keys.tile(level, index))
    if (bytes.length < width * HASH) throw error('tile-wrong', { key: this.#keys.tile(level, index, width) })
    return bytes.subarray(0, width * HASH)
  }

  async #either(key: string, full: string): Promise<Blob> {
    try {
      return { key, bytes: await this.#blobs.get(key) }
    } catch (cause) {
      if (key === full || !isCode(cause, 'blob-missing')) throw cause
      return { key: full, bytes: await this.#blobs.get(full) }
    }
  }

  /** Hashes from the leaf at this index to the root of the first `size`; `head` is how far tiles stand. */
  async inclusion(index: number, size: number, head: number): Promise<Uint8Array[]> {
    return this.#hashes(inclusionRanges(index, size), head)
  }

  async consistency(older: number, size: number, head: number): Promise<Uint8Array[]> {
    return this.#hashes(consistencyRanges(older, size), head)
  }

  /** The root of the first `size` leaves. */
  async root(size: number, head: number): Promise<Uint8Array> {
    return size === 0 ? emptyRoot() : this.#rangeHash({ from: 0, to: size }, head)
  }

  /** The leaf hash at this index, as its tile has it. */
  async leaf(index: number, head: number): Promise<Uint8Array> {
    return this.#subtree(index, 0, head)
  }

  async #hashes(ranges: readonly Range[], head: number): Promise<Uint8Array[]> {
    const hashes: Uint8Array[] = []
    for (const range of ranges) hashes.push(await this.#rangeHash(range, head))
    return hashes
  }

  /** A range is a row of complete subtrees, each smaller than the one before it. */
  async #rangeHash({ from, to }: Range, head: number): Promise<Uint8Array> {
    const hashes: Uint8Array[] = []
    for (let at = from; at < to; ) {
      let height = 0
      while (2 ** (height + 1) <= to - at) height++
      hashes.push(await this.#subtree(at / 2 ** height, height, head))
      at += 2 ** height
    }
    return hashes.reduceRight((right, left) => nodeHash(left, right))
  }

  async #subtree(index: number, height: number, head: number): Promise<Uint8Array> {
    const level = Math.floor(height / TILE_HEIGHT)
    const row = height % TILE_HEIGHT
    const perTile = TILE / 2 ** row
    const tileIndex = Math.floor(index / perTile)
    const tile = await this.#tile(level, tileIndex, widthOf(head, level, tileIndex))
    return tile.node(row, index % perTile)
  }

  async #tile(level: number, index: number, width: number): Promise<Tile> {
    const key = this.#keys.tile(level, index, width)
    const kept = this.#kept.get(key)
    if (kept) return kept
    const tile = new Tile(await this.read(level, index, width))
    this.#keep(key, tile)
    return tile
  }

  #keep(key: string, tile: Tile): void {
    if (this.#kept.size >= KEPT) {
      const [oldest] = this.#kept.keys()
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    this.#kept.set(key, tile)
  }

  /** What was just put need not be read again for the proofs that are asked for next. */
  remember(blobs: readonly Blob[]): void {
    for (const { key, bytes } of blobs.slice(-KEPT)) {
      if (!key.includes('/tile/entries/')) this.#keep(key, new Tile(bytes))
    }
  }

  /** A tile that does not lead where it should is not kept: the store may be mended meanwhile. */
  forget(): void {
    this.#kept.clear()
  }

  /** Takes away the partial tiles that these full ones make needless. */
  async removePartial(full: readonly string[]): Promise<void> {
    for (const key of full) {
      for await (const { key: partial } of this.#blobs.list(`${key}.p/`)) await this.#blobs.remove(partial)
    }
  }
}

/** One tile with every hash above its own, made once. */
class Tile {
  readonly #rows: Uint8Array[][]

  constructor(bytes: Uint8Array) {
    this.#rows = [hashesOf(bytes)]
  }

  node(row: number, index: number): Uint8Array {
    for (let made = this.#rows.length; made <= row; made++) {
      const below = this.#rows[made - 1] ?? []
      this.#rows.push(
        Array.from({ length: Math.floor(below.length / 2) }, (_, at) =>
          nodeHash(below[at * 2] ?? emptyRoot(), below[at * 2 + 1] ?? emptyRoot()),
        ),
      )
    }
    const hash = this.#rows[row]?.[index]
    if (!hash) throw new RangeError(`no hash ${index} in row ${row} of this tile`)
    return hash
  }
}

export function isCode(cause: unknown, code: string): boolean {
  return cause instanceof VaultError && cause.code === code
}
