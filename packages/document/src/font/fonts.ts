import type { Face } from '../template.ts'
import { type BreakClass, breakClass } from './break-class.ts'
import { openTrueType, type TrueType } from './truetype.ts'

/** Font files as bytes, TrueType outlines (`.ttf`). */
export interface FontFiles {
  /** Plain text. */
  readonly regular: Uint8Array
  /** Titles; the regular one unless given. */
  readonly bold?: Uint8Array
  /** Text of ceremonial faces; the regular one unless given. */
  readonly serif?: Uint8Array
  /** Titles of ceremonial faces; the bold one unless given. */
  readonly serifBold?: Uint8Array
  /** Asked in turn for characters that a face lacks. */
  readonly fallbacks?: readonly Uint8Array[]
}

/** Opened fonts, to be kept and used for every licence: they remember each glyph they have prepared. */
export interface Fonts {
  readonly faces: Readonly<Record<Face, FontChain>>
}

/** One face and what stands in for it, asked in turn. */
export interface FontChain {
  find(codePoint: number): Found | undefined
}

/** Where a character was found. */
export interface Found {
  readonly codePoint: number
  readonly font: TrueType
  readonly glyph: number
  /** In em. */
  readonly advance: number
  readonly breaks: BreakClass
}

/**
 * Opens fonts for {@link render}. The bytes are kept, not copied: do not change them afterwards.
 *
 * @throws font-damaged, font-not-truetype, font-not-embeddable
 */
export function openFonts(files: FontFiles): Fonts {
  const opened = new Map<Uint8Array, TrueType>()
  const open = (bytes: Uint8Array, label: string): TrueType => {
    const known = opened.get(bytes) ?? openTrueType(bytes, label)
    opened.set(bytes, known)
    return known
  }
  const fallbacks = (files.fallbacks ?? []).map((bytes, index) => open(bytes, `fallbacks[${index}]`))
  const regular = open(files.regular, 'regular')
  const bold = files.bold ? open(files.bold, 'bold') : regular
  const serif = files.serif ? open(files.serif, 'serif') : regular
  const serifBold = files.serifBold ? open(files.serifBold, 'serifBold') : bold
  return {
    faces: {
      sans: chain([regular, ...fallbacks]),
      'sans-bold': chain([bold, regular, ...fallbacks]),
      serif: chain([serif, regular, ...fallbacks]),
      'serif-bold': chain([serifBold, regular, ...fallbacks]),
    },
  }
}

function chain(fonts: readonly TrueType[]): FontChain {
  const known = new Map<number, Found>()
  const search = (codePoint: number): Found | undefined => {
    for (const font of fonts) {
      const glyph = font.glyphOf(codePoint)
      if (glyph !== 0)
        return {
          codePoint,
          font,
          glyph,
          advance: Math.round((font.advance(glyph) * 1000) / font.unitsPerEm) / 1000,
          breaks: breakClass(codePoint),
        }
    }
    return undefined
  }
  return {
    find(codePoint) {
      const found = known.get(codePoint)
      if (found) return found
      const searched = search(codePoint)
      if (searched) known.set(codePoint, searched)
      return searched
    },
  }
}
