import { Unzlib, unzlibSync } from 'fflate'
import { concat } from '../bytes.ts'
import { error } from '../codes.ts'
import { printable } from './characters.ts'
import { countOf, nameOf, only, type PdfDict, type PdfObject, type PdfStream } from './object.ts'
import { tooMany } from './too-many.ts'

/** Encoded bytes handed over between two looks at what has come out: at most 1032 times as many. */
const SLICE = 16_384
/**
 * Encoded bytes that may bring nothing out: the longest block of a stream that makes sense, twice. What
 * follows the end of a stream would be kept and copied anew with each slice.
 */
const BARREN = 2 * 65_536

/** Bounds of one decoding: `bytes` of output, `filters` in a row. */
export interface DecodeBounds {
  readonly bytes: number
  readonly filters: number
}

/** What came out of the last filter, and how many bytes all filters together have put out. */
export interface Decoded {
  readonly bytes: Uint8Array
  readonly produced: number
}

/**
 * Decodes a stream: FlateDecode with PNG predictors, or nothing. Other filters, which carry
 * pictures, are refused by name. Each filter is held to the bound, not only the last.
 */
export function decode(
  encoded: Uint8Array,
  stream: PdfStream,
  bounds: DecodeBounds,
  resolve: (object: PdfObject | undefined) => PdfObject,
): Decoded {
  const filters = listOf(resolve(stream.dict.map.get('Filter')), resolve)
  const parameters = listOf(resolve(stream.dict.map.get('DecodeParms')), resolve)
  if (filters.length > bounds.filters) throw tooMany('filters', bounds.filters)
  let produced = filters.length > 0 ? 0 : encoded.length
  const decoded = filters.reduce<Uint8Array>((bytes, filter, index) => {
    const name = nameOf(filter)
    if (name !== 'FlateDecode')
      throw error('pdf-filter-unsupported', { filter: printable(name ?? '?'), at: stream.start })
    const inflated = inflate(bytes, bounds.bytes, stream.start)
    produced += inflated.length
    const parameter = only(parameters[index], 'dict')
    return parameter ? unpredict(inflated, parameter, stream.start, resolve) : inflated
  }, encoded)
  return { bytes: decoded, produced }
}

function listOf(object: PdfObject, resolve: (object: PdfObject) => PdfObject): readonly PdfObject[] {
  if (object === null) return []
  return only(object, 'array')?.items.map(resolve) ?? [object]
}

/** Inflates a zlib stream, stopping soon after `limit` bytes have come out. */
function inflate(data: Uint8Array, limit: number, at: number): Uint8Array {
  try {
    return (limit >= scratch.length && inflateSmall(data)) || inflateInSlices(data, limit)
  } catch (cause) {
    throw cause instanceof TooLarge
      ? error('pdf-stream-too-large', { at, limit })
      : error('pdf-stream-broken', { at }, { cause })
  }
}

const scratch = new Uint8Array(65_536)

/** Most streams that are decoded here are small; room for the answer is then not made anew each time. */
function inflateSmall(data: Uint8Array): Uint8Array | undefined {
  if (data.length > SLICE) return undefined
  const out = unzlibSync(data, { out: scratch })
  // What did not fit was left out.
  return out.length < scratch.length ? out.slice() : undefined
}

class TooLarge extends Error {}

function inflateInSlices(data: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = []
  let total = 0
  let barren = 0
  const unzip = new Unzlib((part) => {
    total += part.length
    if (total > limit) throw new TooLarge()
    if (part.length === 0) return
    parts.push(part)
    barren = 0
  })
  for (let from = 0; from < data.length; from += SLICE) {
    barren += SLICE
    if (barren > BARREN) throw new RangeError('nothing comes out')
    unzip.push(data.subarray(from, from + SLICE), from + SLICE >= data.length)
  }
  return concat(parts)
}

/** Undoes a PNG predictor (7.4.4.4). */
function unpredict(
  data: Uint8Array,
  parameters: PdfDict,
  at: number,
  resolve: (object: PdfObject | undefined) => PdfObject,
): Uint8Array {
  const value = (key: string, otherwise: number) => {
    const object = resolve(parameters.map.get(key))
    const count = object === null ? otherwise : countOf(object)
    if (count === undefined || count > 1_000_000) throw error('pdf-stream-broken', { at })
    return count
  }
  const predictor = value('Predictor', 1)
  if (predictor === 1) return data
  if (predictor < 10 || predictor > 15)
    throw error('pdf-filter-unsupported', { filter: `Predictor ${predictor}`, at })
  const bitsPerPixel = value('Colors', 1) * value('BitsPerComponent', 8)
  const pixel = Math.max(1, (bitsPerPixel + 7) >> 3)
  const row = Math.ceil((bitsPerPixel * value('Columns', 1)) / 8)
  if (row < 1 || data.length % (row + 1) !== 0) throw error('pdf-stream-broken', { at })
  const out = new Uint8Array((data.length / (row + 1)) * row)
  for (let from = 0, to = 0; from < data.length; from += row + 1, to += row)
    if (!unpredictRow(data, from, out, to, row, pixel)) throw error('pdf-stream-broken', { at })
  return out
}

function unpredictRow(
  data: Uint8Array,
  from: number,
  out: Uint8Array,
  to: number,
  row: number,
  pixel: number,
): boolean {
  const type = data[from] ?? 0
  for (let i = 0; i < row; i++) {
    const left = i >= pixel ? (out[to + i - pixel] ?? 0) : 0
    const up = to > 0 ? (out[to + i - row] ?? 0) : 0
    const corner = i >= pixel && to > 0 ? (out[to + i - row - pixel] ?? 0) : 0
    const raw = data[from + 1 + i] ?? 0
    if (type === 0) out[to + i] = raw
    else if (type === 1) out[to + i] = raw + left
    else if (type === 2) out[to + i] = raw + up
    else if (type === 3) out[to + i] = raw + ((left + up) >> 1)
    else if (type === 4) out[to + i] = raw + paeth(left, up, corner)
    else return false
  }
  return true
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const toLeft = Math.abs(estimate - left)
  const toUp = Math.abs(estimate - up)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
