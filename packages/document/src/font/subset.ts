import { adler32, joinAdler32 } from './adler.ts'
import { BitWriter } from './bits.ts'
import type { Found } from './fonts.ts'
import { type PackedGlyph, packerOf, wordSum } from './packed.ts'
import type { TrueType } from './truetype.ts'

/** The characters of one font that a file uses. Character n of the list has CID and glyph n + 1. */
export interface Subset {
  readonly font: TrueType
  readonly characters: readonly Found[]
}

const directoryLength = 12 + 6 * 16

/** A font file with some glyphs only, as a zlib stream, and its length unpacked. */
export interface SubsetFile {
  readonly bytes: Uint8Array
  readonly length: number
}

/** Puts the glyphs of a subset, each packed before, together with the tables that depend on the choice. */
export function subsetFile({ font, characters }: Subset): SubsetFile {
  const packer = packerOf(font)
  const glyphs = [packer.glyph(0), ...characters.map((found) => packer.glyph(found.glyph))]
  const tables = metricTables(font, glyphs)
  const directory = tableDirectory(glyphs, tables)
  const tail = joined(tables.map((table) => padded(table.bytes)))
  // The sum that makes the whole file's checksum come out right.
  const adjustment = 0xb1b0afba - wordSum(directory) - glyphSum(glyphs) - wordSum(tail)
  new DataView(tail.buffer).setUint32(8, adjustment >>> 0)

  const out = new BitWriter(2048 + glyphs.reduce((sum, glyph) => sum + 4 * glyph.bits.words.length, 0))
  out.put(0x78, 8)
  out.put(0x9c, 8)
  storedBlock(out, directory, false)
  out.append(packer.code.header)
  for (const glyph of glyphs) out.append(glyph.bits)
  out.append(packer.code.end)
  storedBlocks(out, tail)
  const sum = fileAdler(directory, glyphs, tail)
  for (const shift of [24, 16, 8, 0]) out.put((sum >>> shift) & 0xff, 8)
  return {
    bytes: out.bytes(),
    length: directoryLength + outlineLength(glyphs) + tail.length,
  }
}

interface Table {
  readonly tag: string
  readonly bytes: Uint8Array
}

/** Every table but `glyf`, in the order of their tags; `head` comes first and its sum is still nought. */
function metricTables(font: TrueType, glyphs: readonly PackedGlyph[]): Table[] {
  const length = outlineLength(glyphs)
  const short = length < 0x20000
  const head = Uint8Array.from(font.head)
  const headView = new DataView(head.buffer)
  headView.setUint32(8, 0)
  headView.setInt16(50, short ? 0 : 1)
  const hhea = Uint8Array.from(font.hhea)
  new DataView(hhea.buffer).setUint16(34, glyphs.length)
  const maxp = Uint8Array.from(font.maxp)
  new DataView(maxp.buffer).setUint16(4, glyphs.length)
  const hmtx = new DataView(new ArrayBuffer(4 * glyphs.length))
  const loca = new DataView(new ArrayBuffer((short ? 2 : 4) * (glyphs.length + 1)))
  let offset = 0
  glyphs.forEach((glyph, index) => {
    hmtx.setUint16(4 * index, glyph.advance)
    hmtx.setInt16(4 * index + 2, glyph.bearing)
    offset += glyph.length
    if (short) loca.setUint16(2 * index + 2, offset / 2)
    else loca.setUint32(4 * index + 4, offset)
  })
  return [
    { tag: 'head', bytes: head },
    { tag: 'hhea', bytes: hhea },
    { tag: 'hmtx', bytes: new Uint8Array(hmtx.buffer) },
    { tag: 'loca', bytes: new Uint8Array(loca.buffer) },
    { tag: 'maxp', bytes: maxp },
  ]
}

/** The outlines come right after the directory, before the tables that depend on the choice of glyphs. */
function tableDirectory(glyphs: readonly PackedGlyph[], tables: readonly Table[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(directoryLength))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, 6)
  view.setUint16(6, 64)
  view.setUint16(8, 2)
  view.setUint16(10, 32)
  let record = 12
  let offset = directoryLength
  const enter = (tag: string, sum: number, length: number) => {
    for (let index = 0; index < 4; index++) view.setUint8(record + index, tag.charCodeAt(index))
    view.setUint32(record + 4, sum)
    view.setUint32(record + 8, offset)
    view.setUint32(record + 12, length)
    record += 16
    offset += (length + 3) & ~3
  }
  enter('glyf', glyphSum(glyphs), outlineLength(glyphs))
  for (const { tag, bytes } of tables) enter(tag, wordSum(bytes), bytes.length)
  return new Uint8Array(view.buffer)
}

function outlineLength(glyphs: readonly PackedGlyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.length, 0)
}

function glyphSum(glyphs: readonly PackedGlyph[]): number {
  return glyphs.reduce((sum, glyph) => (sum + glyph.sum) | 0, 0) >>> 0
}

function fileAdler(directory: Uint8Array, glyphs: readonly PackedGlyph[], tail: Uint8Array): number {
  const outlines = glyphs.reduce(
    (sum, glyph) => joinAdler32(sum, glyph.adler, glyph.length),
    adler32(directory),
  )
  return joinAdler32(outlines, adler32(tail), tail.length)
}

/** The most bytes that one stored block holds. */
const longestBlock = 0xffff

/** Plain bytes to the end of the stream: widths and places hardly pack. */
function storedBlocks(out: BitWriter, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += longestBlock)
    storedBlock(out, bytes.subarray(at, at + longestBlock), at + longestBlock >= bytes.length)
}

/** A block of plain bytes (RFC 1951, 3.2.4). */
function storedBlock(out: BitWriter, bytes: Uint8Array, last: boolean): void {
  out.put(last ? 1 : 0, 3)
  out.align()
  out.put(bytes.length, 16)
  out.put(bytes.length ^ 0xffff, 16)
  out.appendBytes(bytes)
}

function padded(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array((bytes.length + 3) & ~3)
  out.set(bytes)
  return out
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
