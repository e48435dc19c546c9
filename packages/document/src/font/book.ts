import type { Found } from './fonts.ts'
import type { Subset } from './subset.ts'
import type { TrueType } from './truetype.ts'

interface Section {
  readonly font: TrueType
  readonly codes: Map<number, number>
  readonly characters: Found[]
}

/**
 * Which characters of which fonts a file uses, and the code each has in its font: 1, 2, 3 … in the
 * order of their first use. Every code point has a code of its own, so that text can be read back exactly
 * even where two share a glyph.
 */
export class CharacterBook {
  readonly #sections: Section[]

  constructor(start?: CharacterBook) {
    this.#sections = (start ? start.#sections : []).map(({ font, codes, characters }) => ({
      font,
      codes: new Map(codes),
      characters: [...characters],
    }))
  }

  /** The number of the font in the file and the character's code in it. */
  enter(found: Found): { font: number; code: number } {
    let font = this.#sections.findIndex((section) => section.font === found.font)
    if (font < 0) font = this.#sections.push({ font: found.font, codes: new Map(), characters: [] }) - 1
    const section = this.#sections[font] as Section
    let code = section.codes.get(found.codePoint)
    if (code === undefined) {
      code = section.characters.push(found)
      section.codes.set(found.codePoint, code)
    }
    return { font, code }
  }

  subsets(): Subset[] {
    return this.#sections
  }
}
