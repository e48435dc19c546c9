import { error } from '../codes.ts'
import { decode } from './filters.ts'
import type { PdfLimits } from './limits.ts'
import { countOf, nameOf, only, type PdfDict, type PdfObject } from './object.ts'
import { type ParseBudget, Parser } from './parser.ts'
import { objectBody } from './stream.ts'
import { tooMany } from './too-many.ts'

/** Where one object stands: at a byte of the file, inside an object stream, or nowhere any more. */
export type XrefEntry =
  | { readonly kind: 'at'; readonly at: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' }

/** One cross-reference section with its trailer (ISO 32000-1, 7.5.4, 7.5.5, 7.5.8). */
export interface XrefSection {
  readonly kind: 'table' | 'stream'
  /** Where it begins: what `startxref` or `Prev` names. */
  readonly at: number
  readonly trailer: PdfDict
  readonly entries: ReadonlyMap<number, XrefEntry>
  readonly size: number
  readonly previous: number | undefined
  /** What the `startxref` after it names; the front section of a linearised file may lack one. */
  readonly named: number | undefined
  /** The byte after its `%%EOF`, and after the line end that follows it, if any. */
  readonly eof: number
  readonly end: number
}

/** Reads the section at `at`. `room` is how many entries may still be read from this file. */
export function xrefSection(
  bytes: Uint8Array,
  at: number,
  room: number,
  limits: PdfLimits,
  budget: ParseBudget,
): XrefSection {
  const parser = new Parser(bytes, at, budget)
  const kind = parser.keyword('xref') ? 'table' : 'stream'
  const { trailer, entries } =
    kind === 'table' ? table(parser, at, room, limits) : stream(parser, at, room, limits)
  if (trailer.map.has('Encrypt')) throw error('pdf-encrypted')
  if (trailer.map.has('XRefStm')) throw error('pdf-hybrid')
  const size = countOf(trailer.map.get('Size'))
  const previous = trailer.map.get('Prev')
  if (size === undefined || (previous !== undefined && countOf(previous) === undefined))
    throw error('pdf-xref-broken', { at })
  if (size > limits.objects) throw tooMany('objects', limits.objects)
  return { kind, at, trailer, entries, size, previous: countOf(previous), ...endMark(parser) }
}

interface Body {
  readonly trailer: PdfDict
  readonly entries: ReadonlyMap<number, XrefEntry>
}

function table(parser: Parser, at: number, room: number, limits: PdfLimits): Body {
  const entries = new Map<number, XrefEntry>()
  for (;;) {
    parser.skip()
    if (parser.keyword('trailer')) break
    const first = parser.integer()
    parser.skip()
    const count = parser.integer()
    if (first === undefined || count === undefined || !lineEnd(parser)) throw error('pdf-xref-broken', { at })
    if (entries.size + count > room) throw tooMany('objects', limits.objects)
    for (let id = first; id < first + count; id++) add(entries, id, tableEntry(parser, at))
  }
  const trailer = only(parser.object(), 'dict')
  if (!trailer) throw error('pdf-xref-broken', { at })
  return { trailer, entries }
}

/** Exactly 20 bytes (7.5.4): other widths are what readers disagree about. */
function tableEntry(parser: Parser, section: number): XrefEntry {
  const { bytes } = parser
  const from = parser.at
  const at = parser.integer()
  const generation = parser.at === from + 10 && bytes[parser.at++] === 0x20 ? parser.integer() : undefined
  const kind = parser.at === from + 16 && bytes[parser.at] === 0x20 ? bytes[from + 17] : undefined
  const [first, second] = [bytes[from + 18], bytes[from + 19]]
  const ended =
    (first === 0x20 && (second === 0x0a || second === 0x0d)) || (first === 0x0d && second === 0x0a)
  if (at === undefined || generation === undefined || !ended) throw error('pdf-xref-broken', { at: section })
  parser.at = from + 20
  if (kind === 0x6e) return { kind: 'at', at, generation }
  if (kind === 0x66) return { kind: 'free' }
  throw error('pdf-xref-broken', { at: section })
}

function stream(parser: Parser, at: number, room: number, limits: PdfLimits): Body {
  const header = parser.header()
  // Nothing can be looked up before this is read, so every value in it is direct (7.5.8.2).
  const direct = (object: PdfObject | undefined): PdfObject => {
    if (only(object, 'ref')) throw error('pdf-xref-broken', { at })
    return object ?? null
  }
  const object = header && objectBody(parser, header.id, (dict) => countOf(dict.map.get('Length')))
  const packed = only(object, 'stream')
  if (!packed || nameOf(packed.dict.map.get('Type')) !== 'XRef') throw error('pdf-xref-broken', { at })
  const { map } = packed.dict
  const widths = only(map.get('W'), 'array')?.items.map(countOf) ?? []
  const [kind, second, third] = widths
  if (widths.length !== 3 || kind === undefined || second === undefined || third === undefined)
    throw error('pdf-xref-broken', { at })
  // Some write eight bytes; an offset that needs more than six is past the end of any file.
  if (kind > 1 || second < 1 || second > 8 || third > 8) throw error('pdf-xref-broken', { at })
  const ranges = map.has('Index') ? indexPairs(map.get('Index'), at) : [[0, countOf(map.get('Size')) ?? 0]]
  const rows = ranges.reduce((sum, [, count]) => sum + (count ?? 0), 0)
  if (rows > room) throw tooMany('objects', limits.objects)
  const width = kind + second + third
  const bounds = { bytes: rows * (width + 1), filters: limits.filters }
  const { bytes: data } = decode(parser.bytes.subarray(packed.start, packed.end), packed, bounds, direct)
  if (data.length !== rows * width) throw error('pdf-xref-broken', { at })
  const entries = new Map<number, XrefEntry>()
  let row = 0
  for (const [first = 0, count = 0] of ranges)
    for (let id = first; id < first + count; id++, row += width) {
      const type = kind === 0 ? 1 : data[row]
      const one = bigEndian(data, row + kind, second)
      const two = bigEndian(data, row + kind + second, third)
      if (type === 1) add(entries, id, { kind: 'at', at: one, generation: two })
      else if (type === 2) add(entries, id, { kind: 'packed', stream: one, index: two })
      else if (type === 0) add(entries, id, { kind: 'free' })
      else throw error('pdf-xref-broken', { at })
    }
  return { trailer: packed.dict, entries }
}

function indexPairs(index: PdfObject | undefined, at: number): number[][] {
  const numbers = only(index, 'array')?.items.map(countOf) ?? [undefined]
  const pairs: number[][] = []
  for (let i = 0; i < numbers.length; i += 2) {
    const [first, count] = [numbers[i], numbers[i + 1]]
    if (first === undefined || count === undefined) throw error('pdf-xref-broken', { at })
    pairs.push([first, count])
  }
  return pairs
}

function bigEndian(data: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let i = 0; i < width; i++) value = value * 256 + (data[at + i] ?? 0)
  return value
}

function add(entries: Map<number, XrefEntry>, id: number, entry: XrefEntry): void {
  if (entries.has(id)) throw error('pdf-duplicate-object', { id })
  entries.set(id, entry)
}

/** Reads the `startxref N %%EOF` that follows the trailer at once. */
function endMark(parser: Parser): Pick<XrefSection, 'named' | 'eof' | 'end'> {
  const without = { named: undefined, eof: parser.at, end: parser.at }
  whiteSpace(parser)
  if (!parser.keyword('startxref')) return without
  whiteSpace(parser)
  const named = parser.integer()
  whiteSpace(parser)
  if (named === undefined || !parser.starts('%%EOF')) return without
  const eof = parser.at + 5
  parser.at = eof
  lineEnd(parser)
  return { named, eof, end: parser.at }
}

function whiteSpace(parser: Parser): void {
  for (;;) {
    const byte = parser.bytes[parser.at]
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return
    parser.at++
  }
}

function lineEnd(parser: Parser): boolean {
  const { bytes } = parser
  const from = parser.at
  while (bytes[parser.at] === 0x20) parser.at++
  if (bytes[parser.at] === 0x0d) {
    parser.at += bytes[parser.at + 1] === 0x0a ? 2 : 1
    return true
  }
  if (bytes[parser.at] === 0x0a) {
    parser.at++
    return true
  }
  parser.at = from
  return false
}
