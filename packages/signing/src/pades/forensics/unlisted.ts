import { is, WHITE } from '../../pdf/characters.ts'
import { countOf, nameOf, only } from '../../pdf/object.ts'
import { Parser, parseBudget } from '../../pdf/parser.ts'
import type { Pdf } from '../../pdf/reader.ts'
import type { Revision } from '../../pdf/revision.ts'
import { objectBody } from '../../pdf/stream.ts'

/**
 * Where a saving has bytes that belong to none of its objects. A program that loses its way in the
 * cross-references looks for objects everywhere and takes the last of a number, so what is not listed
 * may be what it shows.
 */
export function unlistedBytes(pdf: Pdf, revision: Revision): number | undefined {
  const starts = [...revision.entries]
    .flatMap(([id, entry]) =>
      entry.kind === 'at' && entry.at >= revision.start ? [{ id, at: entry.at }] : [],
    )
    .sort((a, b) => a.at - b.at)
  const budget = parseBudget(pdf.limits)
  let at = revision.start
  for (const start of [...starts, { id: 0, at: revision.xrefAt }]) {
    if (start.at < at) continue
    const stray = firstByte(pdf.bytes, at, start.at)
    if (stray !== undefined) return stray
    if (start.at === revision.xrefAt) return undefined
    const parser = new Parser(pdf.bytes, start.at, budget)
    parser.header()
    objectBody(parser, start.id, (dict) => countOf(pdf.resolve(dict.map.get('Length'))))
    at = parser.at
  }
  return undefined
}

/**
 * An object stream of a saving that holds an object which no cross-reference leads to: its number.
 *
 * @throws VaultError `pdf-…`
 */
export function unlistedPacked(pdf: Pdf, revision: Revision): number | undefined {
  for (const [id, entry] of revision.entries) {
    const stream = entry.kind === 'at' ? only(pdf.object(id), 'stream') : undefined
    if (!stream || nameOf(pdf.resolve(stream.dict.map.get('Type'))) !== 'ObjStm') continue
    const count = countOf(pdf.resolve(stream.dict.map.get('N'))) ?? 0
    const parser = new Parser(pdf.decode(stream), 0, parseBudget(pdf.limits))
    for (let index = 0; index < count; index++) {
      parser.skip()
      const packed = parser.integer()
      const listed = packed === undefined ? undefined : pdf.entry(packed)
      if (listed?.kind !== 'packed' || listed.stream !== id || listed.index !== index) return id
      parser.skip()
      parser.integer()
    }
  }
  return undefined
}

/** The first byte that is neither white space nor in a comment. */
function firstByte(bytes: Uint8Array, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]
    if (is(byte, WHITE)) continue
    if (byte !== 0x25) return at
    while (at < to && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++
  }
  return undefined
}
