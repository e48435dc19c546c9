import { drawSeal, sealTexts } from './art/seal.ts'
import { CharacterBook } from './font/book.ts'
import type { Fonts } from './font/fonts.ts'
import { points } from './layout/page.ts'
import { pack } from './pdf/file.ts'
import { ascii, hex4 } from './pdf/syntax.ts'
import type { Seal } from './template.ts'

/** A seal ready to be put into a file, with the characters it uses already in its book. */
export interface DrawnSeal {
  /** Points. */
  readonly size: number
  /** A packed content stream. */
  readonly bytes: Uint8Array
  /** The plates' characters and the seal's: a licence goes on from here. */
  readonly book: CharacterBook
}

/** So many authorities issue one type; more are drawn each time. */
const kept = 256

/**
 * Draws authorities' seals for one template and remembers them: their characters come right after the
 * plates', so their codes are the same in every licence.
 */
export function sealPress(
  seal: Seal,
  plates: CharacterBook,
  fonts: Fonts,
): (authority: { readonly name: string; readonly code: string }) => DrawnSeal {
  const drawn = new Map<string, DrawnSeal>()
  return (authority) => {
    const key = `${authority.code} ${authority.name}`
    const known = drawn.get(key) ?? draw(seal, authority, plates, fonts)
    if (drawn.size < kept) drawn.set(key, known)
    return known
  }
}

function draw(
  seal: Seal,
  authority: { readonly name: string; readonly code: string },
  plates: CharacterBook,
  fonts: Fonts,
): DrawnSeal {
  const book = new CharacterBook(plates)
  const size = seal.size * points
  const content = drawSeal(sealTexts(seal, authority, fonts), size, (found) => {
    const { font, code } = book.enter(found)
    return { font: `F${font}`, code: hex4(code) }
  })
  return { size, bytes: pack(ascii(`/Seal gs\n${content}`)), book }
}
