import { adler32 } from './adler.ts'
import type { Bits } from './bits.ts'
import { type ByteCode, byteCode } from './huffman.ts'
import type { TrueType } from './truetype.ts'

/** A glyph ready to be put into any subset. */
export interface PackedGlyph {
  readonly bits: Bits
  /** Bytes of the outline before packing, a multiple of four. */
  readonly length: number
  readonly adler: number
  /** Sum of its big-endian words modulo 2³², as a table's checksum wants it. */
  readonly sum: number
  /** In the font's units. */
  readonly advance: number
  readonly bearing: number
}

/** A font's code and the glyphs packed so far. */
export interface Packer {
  readonly code: ByteCode
  glyph(glyph: number): PackedGlyph
}

const packers = new WeakMap<TrueType, Packer>()

/** The packer of a font: what it remembers saves time and changes no byte. */
export function packerOf(font: TrueType): Packer {
  const known = packers.get(font) ?? makePacker(font)
  packers.set(font, known)
  return known
}

function makePacker(font: TrueType): Packer {
  const code = byteCode(sampleFrequencies(font.outlines))
  const packed = new Map<number, PackedGlyph>()
  return {
    code,
    glyph(glyph) {
      const known = packed.get(glyph)
      if (known) return known
      const bytes = font.outline(glyph)
      const made = {
        bits: code.encode(bytes),
        length: bytes.length,
        adler: adler32(bytes),
        sum: wordSum(bytes),
        advance: font.advance(glyph),
        bearing: font.bearing(glyph),
      }
      packed.set(glyph, made)
      return made
    },
  }
}

/** Counts the bytes of one sixteenth of the outlines: enough for a good code, and quick. */
function sampleFrequencies(bytes: Uint8Array): number[] {
  const counts = new Array<number>(256).fill(0)
  for (let block = 0; block < bytes.length; block += 1024)
    for (let at = block; at < Math.min(block + 64, bytes.length); at++) {
      const byte = bytes[at] ?? 0
      counts[byte] = (counts[byte] ?? 0) + 1
    }
  return counts
}

export function wordSum(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4)
    sum =
      (sum +
        (((bytes[at] ?? 0) << 24) |
          ((bytes[at + 1] ?? 0) << 16) |
          ((bytes[at + 2] ?? 0) << 8) |
          (bytes[at + 3] ?? 0))) |
      0
  return sum >>> 0
}
