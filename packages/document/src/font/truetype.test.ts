import { VaultError } from '@licencevault/errors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyFont } from '../../testing/tiny-font.ts'
import { openTrueType } from './truetype.ts'

const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'nothing thrown'
  } catch (error) {
    return error instanceof VaultError ? error.code : String(error)
  }
}

describe('a font', () => {
  it.each([4, 12] as const)('answers the glyphs of its characters from a map of format %i', (map) => {
    const font = openTrueType(
      tinyFont({
        map,
        characters: [
          [0x4e00, { kind: 'triangle', size: 500 }],
          [0x41, { kind: 'triangle', size: 100 }],
        ],
      }),
      'tiny',
    )
    expect([0x4e00, 0x41, 0x42, 0x4e01].map((codePoint) => font.glyphOf(codePoint))).toEqual([1, 2, 0, 0])
    expect(font.name).toBe('Tiny')
    expect([font.ascent, font.descent, font.capHeight]).toEqual([880, -120, 733])
  })

  it('gives outlines without instructions, padded to words', () => {
    const withThem = openTrueType(
      tinyFont({ characters: [[0x41, { kind: 'triangle', size: 100, instructions: 9 }]] }),
      'a',
    )
    const without = openTrueType(tinyFont({ characters: [[0x41, { kind: 'triangle', size: 100 }]] }), 'b')
    expect(withThem.outline(1)).toEqual(without.outline(1))
    expect(withThem.outline(1).length % 4).toBe(0)
  })

  it('draws composites out: moved, and shrunk by half', () => {
    const font = openTrueType(
      tinyFont({
        characters: [
          [0x41, { kind: 'triangle', size: 400 }],
          [0x42, { kind: 'composite', of: 1, dx: 50, half: true }],
          [0x43, { kind: 'composite', of: 2, dx: 7 }],
        ],
      }),
      'tiny',
    )
    const outline = font.outline(3)
    const view = new DataView(outline.buffer)
    expect(view.getInt16(0)).toBe(1)
    // xMax: 400 halved, moved by 50, then by 7.
    expect(view.getInt16(6)).toBe(257)
    expect(view.getInt16(8)).toBe(200)
  })

  it('refuses a composite of itself', () => {
    const font = openTrueType(tinyFont({ characters: [[0x41, { kind: 'composite', of: 1, dx: 0 }]] }), 'tiny')
    expect(codeOf(() => font.outline(1))).toBe('font-damaged')
  })

  it('refuses fonts that may not be embedded, and outlines that are not TrueType', () => {
    const characters = [[0x41, { kind: 'triangle', size: 400 }]] as const
    expect(codeOf(() => openTrueType(tinyFont({ characters, embedding: 2 }), 'x'))).toBe(
      'font-not-embeddable',
    )
    const other = tinyFont({ characters })
    other.set(new TextEncoder().encode('CFF '), Buffer.from(other).indexOf('glyf'))
    expect(codeOf(() => openTrueType(other, 'x'))).toBe('font-not-truetype')
  })

  it('answers any damage with a typed error or a glyph, never with a crash', () => {
    const whole = tinyFont({
      characters: [
        [0x41, { kind: 'triangle', size: 400 }],
        [0x42, { kind: 'composite', of: 1, dx: 50 }],
      ],
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat(whole.length)),
        (changes, cut) => {
          const bytes = whole.slice(0, cut ?? whole.length)
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          try {
            const font = openTrueType(bytes, 'damaged')
            for (const codePoint of [0x41, 0x42, 0x4e00]) font.outline(font.glyphOf(codePoint))
          } catch (error) {
            expect(error).toBeInstanceOf(VaultError)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
