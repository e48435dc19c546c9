import type { TextStyle } from '../template.ts'
import { type Line, plain } from './lines.ts'
import type { Area, Layer, Page, Run } from './page.ts'

/** Distance of two lines, points. */
export function lineHeight(style: TextStyle): number {
  return style.size * (style.leading ?? 1.5)
}

/** Height of a block of lines, without the leading above the first and below the last. */
export function blockHeight(count: number, style: TextStyle): number {
  return count === 0 ? 0 : (count - 1) * lineHeight(style) + style.size
}

/** Of the em box of a Chinese font, the part above the baseline. */
export const ascent = 0.88

/** A justified line is left as it is if its characters would stand further apart than this, in em. */
const loosest = 0.25

/** A text that has found its place. */
export interface SetText {
  readonly lines: readonly Line[]
  readonly style: TextStyle
  /** Where the lines stand, from the first one's top. */
  readonly area: Area
  /** By how much the first line is drawn in. */
  readonly indent?: number
}

/** Puts a text on a layer of the page and notes where it stands. */
export function putText(page: Page, layer: Layer, name: string, set: SetText): void {
  const runs = runsOf(set)
  layer.runs.push(...runs)
  const text = set.lines.map((line) => plain(line.characters)).join('')
  if (text !== '') page.texts.push({ ...inkOf(runs), name, text })
}

/** The lines one below the other. */
function runsOf({ lines, style, area, indent = 0 }: SetText): Run[] {
  const runs: Run[] = []
  lines.forEach((line, index) => {
    if (line.characters.length === 0) return
    const inset = index === 0 ? indent : 0
    const { x, spacing } = along(line, style, area.width - inset)
    runs.push({
      x: area.x + inset + x,
      y: area.y + index * lineHeight(style) + ascent * style.size,
      size: style.size,
      spacing,
      colour: style.colour,
      characters: line.characters,
    })
  })
  return runs
}

function along(line: Line, style: TextStyle, width: number): { x: number; spacing: number } {
  const own = style.spacing ?? 0
  const room = width - line.width
  const gaps = line.characters.length - 1
  switch (style.align ?? 'left') {
    case 'left':
      return { x: 0, spacing: own }
    case 'centre':
      return { x: room / 2, spacing: own }
    case 'right':
      return { x: room, spacing: own }
    case 'spread':
      return gaps > 0 && room > 0 ? { x: 0, spacing: own + room / gaps } : { x: room / 2, spacing: own }
    case 'justify': {
      const extra = gaps > 0 ? room / gaps : 0
      const fits = !line.ends && extra > 0 && extra <= loosest * style.size
      return { x: 0, spacing: own + (fits ? extra : 0) }
    }
  }
}

/** The box that the characters of some runs fill. */
function inkOf(runs: readonly Run[]): Area {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0]
  for (const { x, y, size, spacing, characters } of runs) {
    const advance = characters.reduce((sum, found) => sum + found.advance * size + spacing, -spacing)
    left = Math.min(left, x)
    right = Math.max(right, x + advance)
    top = Math.min(top, y - ascent * size)
    bottom = Math.max(bottom, y + (1 - ascent) * size)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
