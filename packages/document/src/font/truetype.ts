import { error } from '../codes.ts'
import { type CharacterMap, readCharacterMap } from './character-map.ts'
import { Damage } from './damage.ts'
import { simpleGlyph } from './outline.ts'

/** The largest font file that is read. */
export const maxFontBytes = 64 * 1024 * 1024

/** A TrueType font, read where it lies: opening one costs next to nothing. */
export interface TrueType {
  /** PostScript name. */
  readonly name: string
  readonly unitsPerEm: number
  /** Of the em box, in 1/1000 em. */
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  /** In 1/1000 em. */
  readonly bbox: readonly [number, number, number, number]
  readonly weight: number
  readonly head: Uint8Array
  readonly hhea: Uint8Array
  readonly maxp: Uint8Array
  /** The glyph of a code point; 0 when the font has none. */
  glyphOf(codePoint: number): number
  /** In the font's units. */
  advance(glyph: number): number
  bearing(glyph: number): number
  /** A simple glyph without instructions, padded to four bytes. */
  outline(glyph: number): Uint8Array
  /** All outlines as they lie in the file. */
  readonly outlines: Uint8Array
}

interface Table {
  readonly at: number
  readonly length: number
}

/** Reads a TrueType font. @throws font-damaged, font-not-truetype, font-not-embeddable */
export function openTrueType(bytes: Uint8Array, label: string): TrueType {
  if (bytes.length > maxFontBytes)
    throw error('font-damaged', { font: label, what: 'it is too large', whatZh: '文件过大' })
  return readSafely(label, () => read(bytes, label))
}

/** What a read beyond the end means. */
const tooShort = new Damage('it ends too early', '文件不完整')

/** Turns every read beyond the end into the one typed error. */
function readSafely<T>(label: string, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    const { message: what, zh: whatZh } = cause instanceof Damage ? cause : tooShort
    throw error('font-damaged', { font: label, what, whatZh }, { cause })
  }
}

function read(bytes: Uint8Array, label: string): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = readTables(bytes, view)
  if (!tables.has('glyf')) throw error('font-not-truetype', { font: label })
  const table = (tag: string): Table => {
    const found = tables.get(tag)
    if (!found) throw new Damage(`the table ${tag} is missing`, `缺少表 ${tag}`)
    return found
  }
  const [head, hhea, maxp, hmtx, loca, glyf, os2] = (
    ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf', 'OS/2'] as const
  ).map(table) as [Table, Table, Table, Table, Table, Table, Table]
  // fsType bit 1: restricted licence embedding; bit 9: bitmaps only.
  if (view.getUint16(os2.at + 8) & 0x202) throw error('font-not-embeddable', { font: label })
  const unitsPerEm = view.getUint16(head.at + 18)
  if (unitsPerEm < 16 || unitsPerEm > 16384)
    throw new Damage('its units per em are out of range', '每 em 单位数超出范围')
  const glyphs = view.getUint16(maxp.at + 4)
  const metrics = view.getUint16(hhea.at + 34)
  const longOffsets = view.getInt16(head.at + 50) === 1
  if (metrics === 0 || hmtx.length < 4 * metrics + 2 * Math.max(0, glyphs - metrics))
    throw new Damage('the table hmtx is too short', '表 hmtx 过短')
  const mille = (units: number) => Math.round((units * 1000) / unitsPerEm)
  const slice = (part: Table) => bytes.subarray(part.at, part.at + part.length)
  const offset = (index: number) =>
    longOffsets ? view.getUint32(loca.at + 4 * index) : 2 * view.getUint16(loca.at + 2 * index)
  const bytesOf = (glyph: number): Uint8Array => {
    if (glyph >= glyphs) throw new Damage('a glyph beyond the last is named', '所指字形不存在')
    const [start, end] = [offset(glyph), offset(glyph + 1)]
    if (start > end || end > glyf.length)
      throw new Damage('a glyph lies outside its table', '字形超出其所在的表')
    return bytes.subarray(glyf.at + start, glyf.at + end)
  }
  const cmap = table('cmap')
  const glyphOf: CharacterMap = readCharacterMap(view, cmap.at, cmap.length)
  return {
    name: postScriptName(bytes, view, tables.get('name')) ?? 'Font',
    unitsPerEm,
    ascent: mille(view.getInt16(os2.at + 68)),
    descent: mille(view.getInt16(os2.at + 70)),
    capHeight: os2.length >= 90 ? mille(view.getInt16(os2.at + 88)) : 700,
    bbox: [36, 38, 40, 42].map((at) => mille(view.getInt16(head.at + at))) as [
      number,
      number,
      number,
      number,
    ],
    weight: view.getUint16(os2.at + 4),
    head: slice(head),
    hhea: slice(hhea),
    maxp: slice(maxp),
    outlines: slice(glyf),
    glyphOf: (codePoint) => readSafely(label, () => glyphOf(codePoint)),
    advance: (glyph) => view.getUint16(hmtx.at + 4 * Math.min(glyph, metrics - 1)),
    bearing: (glyph) =>
      view.getInt16(
        glyph < metrics ? hmtx.at + 4 * glyph + 2 : hmtx.at + 4 * metrics + 2 * (glyph - metrics),
      ),
    outline: (glyph) => readSafely(label, () => simpleGlyph(glyph, bytesOf)),
  }
}

function readTables(bytes: Uint8Array, view: DataView): Map<string, Table> {
  const tables = new Map<string, Table>()
  const count = view.getUint16(4)
  for (let index = 0; index < count; index++) {
    const record = 12 + 16 * index
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4))
    const at = view.getUint32(record + 8)
    const length = view.getUint32(record + 12)
    if (at + length > bytes.length)
      throw new Damage(`the table ${tag} lies outside the file`, `表 ${tag} 超出文件`)
    tables.set(tag, { at, length })
  }
  return tables
}

function postScriptName(bytes: Uint8Array, view: DataView, table: Table | undefined): string | undefined {
  if (!table) return undefined
  const count = view.getUint16(table.at + 2)
  const strings = table.at + view.getUint16(table.at + 4)
  for (let index = 0; index < count; index++) {
    const record = table.at + 6 + 12 * index
    if (view.getUint16(record + 6) !== 6) continue
    const start = strings + view.getUint16(record + 10)
    const text = String.fromCharCode(...bytes.subarray(start, start + view.getUint16(record + 8)))
    const name = text.replace(/[^A-Za-z0-9-]/g, '').slice(0, 63)
    if (name) return name
  }
  return undefined
}
