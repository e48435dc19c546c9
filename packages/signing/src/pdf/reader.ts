import { error } from '../codes.ts'
import { latin1 } from './characters.ts'
import { decode } from './filters.ts'
import { type PdfLimits, pdfLimits } from './limits.ts'
import { countOf, nameOf, only, type PdfDict, type PdfObject, type PdfRef, type PdfStream } from './object.ts'
import { type ParseBudget, Parser, parseBudget } from './parser.ts'
import { boundariesOf, type Revision, readRevisions } from './revision.ts'
import { objectBody } from './stream.ts'
import type { XrefEntry } from './xref.ts'

/**
 * Reads a PDF: its revisions and cross-references at once, its objects when asked for. It repairs
 * nothing: a file that programs would read differently is refused by name, as is one that is
 * encrypted, truncated, or past a limit. Bytes after the last revision are left for the caller to
 * judge (`end`).
 *
 * @throws VaultError `pdf-…`, here and from every method of the result
 */
export function readPdf(bytes: Uint8Array, limits: PdfLimits = pdfLimits): Pdf {
  if (bytes.length > limits.fileBytes)
    throw error('pdf-too-large', { size: bytes.length, limit: limits.fileBytes })
  const version = /^%PDF-([12]\.[0-9])[\s%]/.exec(latin1(bytes, 0, 10))?.[1]
  if (!version) throw error('pdf-header-missing')
  const budget = parseBudget(limits)
  return new Pdf(bytes, version, readRevisions(bytes, limits, budget), limits, budget)
}

/** A PDF that was read; made by {@link readPdf}. */
export class Pdf {
  readonly bytes: Uint8Array
  /** Of the header, such as `1.7`. */
  readonly version: string
  /** The oldest first; never empty. */
  readonly revisions: readonly Revision[]
  readonly limits: PdfLimits
  readonly #entries = new Map<number, XrefEntry>()
  readonly #objects = new Map<number, PdfObject>()
  readonly #packs = new Map<number, Pack>()
  readonly #reading = new Set<number>()
  readonly #budget: ParseBudget
  readonly #boundaries: Float64Array
  #decodedBytes = 0

  constructor(
    bytes: Uint8Array,
    version: string,
    revisions: readonly Revision[],
    limits: PdfLimits,
    budget: ParseBudget,
  ) {
    this.bytes = bytes
    this.version = version
    this.revisions = revisions
    this.limits = limits
    this.#budget = budget
    this.#boundaries = boundariesOf(revisions)
    for (const revision of revisions) for (const [id, entry] of revision.entries) this.#entries.set(id, entry)
  }

  /** The newest revision. */
  get latest(): Revision {
    const latest = this.revisions.at(-1)
    if (!latest) throw error('pdf-end-missing')
    return latest
  }

  /** Where the newest revision ends. Bytes from here on belong to no revision. */
  get end(): number {
    return this.latest.end
  }

  /** The document as it was after that revision; what it reads is counted on its own. */
  asOf(revision: number): Pdf {
    const revisions = this.revisions.slice(0, revision + 1)
    return new Pdf(this.bytes, this.version, revisions, this.limits, parseBudget(this.limits))
  }

  get catalog(): PdfDict {
    const catalog = this.dict(this.latest.trailer.map.get('Root'))
    if (!catalog || nameOf(this.resolve(catalog.map.get('Type'))) !== 'Catalog')
      throw error('pdf-structure-wrong', { what: 'Catalog' })
    return catalog
  }

  /** Numbers of the objects in use. */
  ids(): number[] {
    return [...this.#entries].filter(([, entry]) => entry.kind !== 'free').map(([id]) => id)
  }

  /** Where the newest revision that speaks of the object puts it. */
  entry(id: number): XrefEntry | undefined {
    return this.#entries.get(id)
  }

  /** The object itself, or what the reference finally names; what is missing is null (7.3.10). */
  resolve(object: PdfObject | undefined): PdfObject {
    let value = object ?? null
    for (let hop = 0; ; hop++) {
      const ref = only(value, 'ref')
      if (!ref) return value
      if (hop > this.limits.depth) throw error('pdf-reference-loop', { id: ref.id })
      value = this.#named(ref)
    }
  }

  /** What it resolves to, if that is a dictionary. */
  dict(object: PdfObject | undefined): PdfDict | undefined {
    return only(this.resolve(object), 'dict')
  }

  /** What it resolves to, if that is an array: its items, not resolved. */
  items(object: PdfObject | undefined): readonly PdfObject[] | undefined {
    return only(this.resolve(object), 'array')?.items
  }

  /** The indirect object of that number. */
  object(id: number): PdfObject {
    const known = this.#objects.get(id)
    if (known !== undefined) return known
    const entry = this.#entries.get(id)
    if (!entry || entry.kind === 'free') return null
    // The length of a stream may be an object of its own, and so on: a chain is as bad as a loop.
    if (this.#reading.has(id) || this.#reading.size > this.limits.depth)
      throw error('pdf-reference-loop', { id })
    this.#reading.add(id)
    try {
      const object =
        entry.kind === 'at' ? this.#at(id, entry.at) : this.#packed(id, entry.stream, entry.index)
      this.#objects.set(id, object)
      return object
    } finally {
      this.#reading.delete(id)
    }
  }

  /** Decodes a stream, within the limits of one stream and of the whole file. */
  decode(stream: PdfStream): Uint8Array {
    if (stream.dict.map.has('F'))
      throw error('pdf-filter-unsupported', { filter: 'external file', at: stream.start })
    const room = this.limits.decodedBytes - this.#decodedBytes
    const bounds = { bytes: Math.min(this.limits.streamBytes, room), filters: this.limits.filters }
    const encoded = this.bytes.subarray(stream.start, stream.end)
    const { bytes, produced } = decode(encoded, stream, bounds, (object) => this.resolve(object))
    this.#decodedBytes += produced
    return bytes
  }

  /** Reads every object once, so that a broken one anywhere is found. Streams are not decoded. */
  readAll(): void {
    for (const id of this.ids()) this.object(id)
  }

  #named(ref: PdfRef): PdfObject {
    const entry = this.#entries.get(ref.id)
    if (!entry || entry.kind === 'free') return null
    // Some readers look at the generation, some do not.
    if (ref.generation !== (entry.kind === 'at' ? entry.generation : 0))
      throw error('pdf-object-broken', { id: ref.id })
    return this.object(ref.id)
  }

  #at(id: number, at: number): PdfObject {
    const parser = new Parser(this.bytes.subarray(0, this.#next(at)), at, this.#budget)
    if (parser.header()?.id !== id) throw error('pdf-object-misplaced', { id, at })
    return objectBody(parser, id, (dict) => countOf(this.resolve(dict.map.get('Length'))))
  }

  #packed(id: number, streamId: number, index: number): PdfObject {
    const pack = this.#packs.get(streamId) ?? this.#openPack(streamId)
    const at = pack.offsets[index]
    if (pack.ids[index] !== id || at === undefined) throw error('pdf-object-misplaced', { id, at: at ?? 0 })
    const data = pack.data.subarray(0, pack.offsets[index + 1])
    return new Parser(data, at, this.#budget).object()
  }

  /** Where the next thing begins after the one at `at`. */
  #next(at: number): number {
    let [low, high] = [0, this.#boundaries.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#boundaries[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return this.#boundaries[low] ?? this.bytes.length
  }

  #openPack(id: number): Pack {
    const stream = this.#entries.get(id)?.kind === 'at' ? only(this.object(id), 'stream') : undefined
    const map = stream?.dict.map
    const count = countOf(this.resolve(map?.get('N')))
    const first = countOf(this.resolve(map?.get('First')))
    if (!stream || nameOf(this.resolve(map?.get('Type'))) !== 'ObjStm')
      throw error('pdf-object-broken', { id })
    if (count === undefined || first === undefined || count > this.limits.objects)
      throw error('pdf-object-broken', { id })
    const data = this.decode(stream)
    const pack = {
      data,
      ...packHeader(new Parser(data.subarray(0, first), 0, this.#budget), count, first, id),
    }
    this.#packs.set(id, pack)
    return pack
  }
}

/** An object stream, decoded (7.5.7). */
interface Pack {
  readonly data: Uint8Array
  readonly ids: readonly number[]
  readonly offsets: readonly number[]
}

function packHeader(parser: Parser, count: number, first: number, id: number) {
  const ids: number[] = []
  const offsets: number[] = []
  for (let i = 0; i < count; i++) {
    parser.skip()
    const number = parser.integer()
    parser.skip()
    const offset = parser.integer()
    if (number === undefined || offset === undefined) throw error('pdf-object-broken', { id })
    if (offset + first < (offsets.at(-1) ?? 0)) throw error('pdf-object-broken', { id })
    ids.push(number)
    offsets.push(offset + first)
  }
  if (new Set(ids).size !== count) throw error('pdf-duplicate-object', { id: ids[0] ?? id })
  return { ids, offsets }
}
