import { error } from '../codes.ts'
import type { FontChain, Fonts, Found } from '../font/fonts.ts'
import type { TextStyle } from '../template.ts'

/** One line of text: its characters with where each was found, and how wide it is. */
export interface Line {
  readonly characters: readonly Found[]
  /** Spaces at its end: not set, but part of the text. */
  readonly spaces: readonly Found[]
  /** Points. */
  readonly width: number
  /** Whether the text ends or a line break was written here. */
  readonly ends: boolean
}

/** How a text is set, for measuring. */
export interface Measure {
  readonly chain: FontChain
  /** Points. */
  readonly size: number
  readonly spacing: number
  /** What the text is called in an error. */
  readonly field: string
}

/** How a text of this style is set. */
export function measureOf({ face, size, spacing = 0 }: TextStyle, field: string, fonts: Fonts): Measure {
  return { chain: fonts.faces[face], size, spacing, field }
}

/** Finds every character of a text. @throws glyph-missing */
export function findAll(
  text: string,
  { chain, field }: Pick<Measure, 'chain' | 'field'>,
): (Found | 'break')[] {
  const out: (Found | 'break')[] = []
  for (const character of text.replaceAll('\r\n', '\n').replaceAll('\t', ' ')) {
    if (character === '\n') {
      out.push('break')
      continue
    }
    const codePoint = character.codePointAt(0) ?? 0
    const found = chain.find(codePoint)
    if (!found)
      throw error('glyph-missing', {
        character,
        codePoint: codePoint.toString(16).toUpperCase().padStart(4, '0'),
        field,
      })
    out.push(found)
  }
  return out
}

/**
 * Breaks a text into lines no wider than `width`: Chinese between any two characters but for those
 * that may not begin or end a line, other scripts between words, a word wider than a line anywhere.
 * A single character wider than the line makes a line of its own, so nothing is ever lost.
 */
export function breakLines(text: string, measure: Measure, width: number, indent = 0): Line[] {
  const all = findAll(text, measure)
  const lines: Line[] = []
  let start = 0
  for (let at = 0; at <= all.length; at++) {
    if (at < all.length && all[at] !== 'break') continue
    const paragraph = all.slice(start, at) as Found[]
    lines.push(...breakParagraph(paragraph, measure, width, indent))
    start = at + 1
  }
  return lines
}

function breakParagraph(
  characters: readonly Found[],
  measure: Measure,
  width: number,
  indent: number,
): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start < characters.length) {
    const room = lines.length === 0 ? width - indent : width
    const end = lineEnd(characters, start, measure, room)
    lines.push(line(characters.slice(start, end), measure, end === characters.length))
    start = end
  }
  return lines.length > 0 ? lines : [line([], measure, true)]
}

/** Where the line that starts at `start` ends: at least one character on. */
function lineEnd(characters: readonly Found[], start: number, measure: Measure, room: number): number {
  let used = 0
  let chance = start
  for (let at = start; at < characters.length; at++) {
    const character = characters[at] as Found
    if (at > start && mayBreak(characters[at - 1] as Found, character)) chance = at
    used += character.advance * measure.size + measure.spacing
    if (isSpace(character)) continue
    // A thousandth of a point of slack: the same sum in another order must not break differently.
    if (used - measure.spacing > room + 0.001) return chance > start ? chance : Math.max(at, start + 1)
  }
  return characters.length
}

function mayBreak({ breaks: before }: Found, { breaks: after }: Found): boolean {
  if (after.space) return false
  if (before.space) return true
  return !before.neverLast && !after.neverFirst && !(before.word && after.word)
}

function isSpace(found: Found): boolean {
  return found.breaks.space
}

function line(characters: readonly Found[], measure: Measure, ends: boolean): Line {
  let count = characters.length
  while (count > 0 && isSpace(characters[count - 1] as Found)) count--
  let width = 0
  for (let index = 0; index < count; index++) width += (characters[index] as Found).advance * measure.size
  return {
    characters: characters.slice(0, count),
    spaces: characters.slice(count),
    width: width + Math.max(0, count - 1) * measure.spacing,
    ends,
  }
}

/** The text of lines again, to be broken anew at another width. */
export function textOf(lines: readonly Line[]): string {
  return lines
    .map((one, index) => {
      const text = plain([...one.characters, ...one.spaces])
      return one.ends && index < lines.length - 1 ? `${text}\n` : text
    })
    .join('')
}

/** Characters as text. */
export function plain(characters: readonly Found[]): string {
  let out = ''
  for (const found of characters) out += String.fromCodePoint(found.codePoint)
  return out
}
