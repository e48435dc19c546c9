import type { Fonts, Found } from '../font/fonts.ts'
import { findAll, plain } from '../layout/lines.ts'
import { numbers, textString } from '../pdf/syntax.ts'
import type { Seal } from '../template.ts'
import { circle, mm, star } from './curve.ts'
import { cosine, sine } from './turn.ts'

/** The characters of a seal, found and ready to be coded. */
export interface SealTexts {
  readonly name: readonly Found[]
  readonly words: readonly Found[]
  readonly number: readonly Found[]
}

/** Writes a character: which font and code it has in the file. */
export type Encode = (found: Found) => { readonly font: string; readonly code: string }

const face = 'serif-bold'
const defaultWords = '电子证照专用章'

/** Finds the characters of an authority's seal. @throws glyph-missing */
export function sealTexts(
  seal: Seal,
  authority: { readonly name: string; readonly code: string },
  fonts: Fonts,
): SealTexts {
  const find = (text: string, chain: keyof Fonts['faces']) =>
    findAll(text, { chain: fonts.faces[chain], field: 'authority' }).filter((found) => found !== 'break')
  const words = seal.words ?? defaultWords
  return {
    name: find(authority.name, face),
    words: words === '—' ? [] : find(words, face),
    number: find(authority.code, 'sans-bold'),
  }
}

/**
 * Draws a round seal, `size` points across, its lower left corner at the origin: the ring, the star,
 * the authority's name along the ring, the words below the star, the authority's code along the foot.
 */
export function drawSeal(texts: SealTexts, size: number, encode: Encode): string {
  const middle = size / 2
  const radius = size * 0.485
  const ring =
    `${mm(size * 0.028)} w ${circle(middle, middle, radius)}S\n` +
    `${mm(size * 0.005)} w ${circle(middle, middle, radius * 0.935)}S\n`
  // The star's point is towards smaller y, so the drawing is turned over.
  const emblem = `q 1 0 0 -1 0 ${numbers(size)} cm\n${star(middle, middle - size * 0.012, radius * 0.29)}f Q\n`
  return (
    `0.8 0.07 0.09 RG 0.8 0.07 0.09 rg\n${ring}${emblem}` +
    said(texts.name, archedName(texts.name, middle, radius, encode)) +
    said(texts.words, straightWords(texts.words, middle, radius, encode)) +
    said(texts.number, footNumber(texts.number, middle, radius, encode))
  )
}

/** Marks characters that stand apart as one text, for readers and searches. */
function said(characters: readonly Found[], drawing: string): string {
  if (characters.length === 0) return ''
  return `/Span << /ActualText ${textString(plain(characters))} >> BDC BT\n${drawing}ET EMC\n`
}

/** The name from left to right over the top; a long one is squeezed, as engravers do. */
function archedName(characters: readonly Found[], middle: number, radius: number, encode: Encode): string {
  const widest = 0.74
  const height = radius * (characters.length > 20 ? 0.24 : 0.29)
  const arc = Math.min(widest, characters.length * 0.064)
  const step = arc / characters.length
  const track = radius * 0.745
  const room = step * 2 * Math.PI * track
  const squeeze = Math.min(1, (room * 0.94) / height)
  return characters
    .map((found, index) => {
      const turn = (index + 0.5) * step - arc / 2
      return placed(found, { middle, track, turn, size: height, squeeze, inward: true }, encode)
    })
    .join('')
}

/** The code along the foot, read from left to right, its feet outwards. */
function footNumber(characters: readonly Found[], middle: number, radius: number, encode: Encode): string {
  const size = radius * 0.095
  const track = radius * 0.845
  const total =
    characters.reduce((sum, found) => sum + found.advance * 1.14 * size, 0) / (2 * Math.PI * track)
  let turn = 0.5 + total / 2
  return characters
    .map((found) => {
      const part = (found.advance * 1.14 * size) / (2 * Math.PI * track)
      turn -= part / 2
      const drawn = placed(found, { middle, track, turn, size, squeeze: 1, inward: false }, encode)
      turn -= part / 2
      return drawn
    })
    .join('')
}

interface Place {
  readonly middle: number
  readonly track: number
  /** Part of the circle, clockwise from the top. */
  readonly turn: number
  readonly size: number
  readonly squeeze: number
  /** Feet towards the middle. */
  readonly inward: boolean
}

/** One character, its middle on the track. */
function placed(found: Found, { middle, track, turn, size, squeeze, inward }: Place, encode: Encode): string {
  const [s, c] = [sine(turn), cosine(turn)]
  const sign = inward ? 1 : -1
  // Unit vectors along the text and upwards in it.
  const [ax, ay] = [sign * c, -sign * s]
  const [ux, uy] = [sign * s, sign * c]
  const back = (found.advance * size * squeeze) / 2
  const down = size * 0.38
  const x = middle + track * s - ax * back - ux * down
  const y = middle + track * c - ay * back - uy * down
  const { font, code } = encode(found)
  const fine = (value: number) => String(Math.round(value * 10000) / 10000 + 0)
  return `/${font} ${numbers(size)} Tf ${fine(ax * squeeze)} ${fine(ay * squeeze)} ${fine(ux)} ${fine(uy)} ${numbers(x, y)} Tm <${code}> Tj\n`
}

function straightWords(characters: readonly Found[], middle: number, radius: number, encode: Encode): string {
  const room = radius * 0.92
  const natural = characters.reduce((sum, found) => sum + found.advance, 0)
  const size = Math.min(radius * 0.13, room / Math.max(1, natural))
  let x = middle - (natural * size) / 2
  const y = middle - radius * 0.635
  return characters
    .map((found) => {
      const { font, code } = encode(found)
      const drawn = `/${font} ${numbers(size)} Tf 1 0 0 1 ${numbers(x, y)} Tm <${code}> Tj\n`
      x += found.advance * size
      return drawn
    })
    .join('')
}
