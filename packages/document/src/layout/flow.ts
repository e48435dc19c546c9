import { error } from '../codes.ts'
import type { Fonts } from '../font/fonts.ts'
import type { FlowStyle } from '../template.ts'
import type { Entry } from './entries.ts'
import { type Area, type Layer, type Page, points } from './page.ts'
import { type Column, measure, type Piece, split } from './pieces.ts'
import { ascent, blockHeight, putText } from './set-lines.ts'

/** By how much a flow's text shrinks at a time. */
const step = 0.05

/**
 * Puts entries into an area: as they are if they fit, else smaller, else as many as go in. Answers
 * what is left for a further page; with `fresh`, at least one entry or part of one is always placed.
 */
export function placeFlow(
  entries: readonly Entry[],
  area: Area,
  style: FlowStyle,
  fonts: Fonts,
  page: Page,
  fresh: boolean,
): Entry[] {
  const smallest = fresh ? 1 : (style.minScale ?? 0.8)
  for (let scale = 1; ; scale = Math.max(smallest, scale - step)) {
    const { pieces, height } = measureWhile(entries, area, scale, fonts)
    if (height <= area.height + 0.01) {
      drawPieces(stretched(pieces, area.height - height, style), area, page)
      return []
    }
    if (scale === smallest)
      return (
        (fresh ? undefined : placeAround(entries, area, scale, fonts, page)) ??
        placePart(entries, pieces, area, scale, fonts, page, fresh)
      )
  }
}

/** Measures entries until they are higher than the area: what comes after is the next page's business. */
function measureWhile(entries: readonly Entry[], area: Area, scale: number, fonts: Fonts) {
  const pieces: Piece[] = []
  let height = 0
  for (const entry of entries) {
    const piece = measure(entry, area.width, scale, fonts)
    pieces.push(piece)
    height += piece.height
    if (height > area.height + 0.01) break
  }
  return { pieces, height }
}

/**
 * Lets the longest row alone give way, so that what stands below it keeps its place on the face. Answers
 * the rest of that row; nothing if the others do not fit without it either.
 */
function placeAround(
  entries: readonly Entry[],
  area: Area,
  scale: number,
  fonts: Fonts,
  page: Page,
): Entry[] | undefined {
  const pieces: Piece[] = []
  let longest: Piece | undefined
  let others = 0
  for (const entry of entries) {
    const piece = measure(entry, area.width, scale, fonts)
    pieces.push(piece)
    if (isPlainRow(entry) && piece.height > (longest?.height ?? 0)) {
      others += longest?.height ?? 0
      longest = piece
    } else others += piece.height
    if (others > area.height) return undefined
  }
  const parted = longest && split(longest, area.height - others)
  if (!parted) return undefined
  const head = measure(parted.head, area.width, scale, fonts)
  drawPieces(
    pieces.map((piece) => (piece === longest ? head : piece)),
    area,
    page,
  )
  return [parted.tail]
}

/** A row that is no part of a table. */
function isPlainRow(entry: Entry): boolean {
  return entry.kind === 'row' && !entry.titles && !entry.below
}

/** Shares spare height among the rows, each growing by the same, none by more than it may. */
function stretched(pieces: readonly Piece[], spare: number, style: FlowStyle): readonly Piece[] {
  const grows = ({ entry }: Piece) => isPlainRow(entry)
  const rows = pieces.filter(grows)
  if (!style.stretch || rows.length === 0) return pieces
  const most = (style.stretch * rows.reduce((sum, piece) => sum + piece.height, 0)) / rows.length
  const extra = Math.min(spare / rows.length, most)
  return pieces.map((piece) => (grows(piece) ? { ...piece, height: piece.height + extra } : piece))
}

function placePart(
  entries: readonly Entry[],
  pieces: readonly Piece[],
  area: Area,
  scale: number,
  fonts: Fonts,
  page: Page,
  fresh: boolean,
): Entry[] {
  const placed: Piece[] = []
  let left = area.height
  let at = 0
  for (; at < pieces.length; at++) {
    const piece = pieces[at] as Piece
    if (piece.height > left + 0.01) break
    placed.push(piece)
    left -= piece.height
  }
  const rest = entries.slice(at)
  const next = pieces[at]
  const parted = next && split(next, left)
  if (parted) {
    placed.push(measure(parted.head, area.width, scale, fonts))
    rest.splice(0, 1, parted.tail)
  } else if (fresh && next && placed.length === 0) {
    throw error('place-too-small', { field: next.columns[0]?.name ?? '' })
  }
  takeAlong(placed, rest)
  drawPieces(placed, area, page)
  return resumed(rest)
}

/** Moves to the next page what must not end one: gaps, titles without a row, the text before closing lines. */
function takeAlong(placed: Piece[], rest: Entry[]): void {
  const closing = rest.find((entry) => entry.kind !== 'gap')?.kind === 'issuer'
  if (closing && placed.length > 1) {
    while (placed.at(-1)?.entry.kind === 'gap') placed.pop()
    const last = placed.pop()
    if (last) rest.unshift(last.entry)
  }
  for (let last = placed.at(-1); last && placed.length > 1 && mayNotEnd(last.entry); last = placed.at(-1)) {
    placed.pop()
    rest.unshift(last.entry)
  }
}

function mayNotEnd(entry: Entry): boolean {
  return (
    entry.kind === 'gap' ||
    (entry.kind === 'row' && entry.titles === true) ||
    (entry.kind === 'paragraph' && entry.heads === true)
  )
}

/** What goes on starts with no gap, and with its titles if it is a table. Gaps alone need no page. */
function resumed(rest: readonly Entry[]): Entry[] {
  const start = rest.findIndex((entry) => entry.kind !== 'gap')
  const entries = start < 0 ? [] : rest.slice(start)
  const first = entries[0]
  return first?.kind === 'row' && first.below ? [first.below, ...entries] : entries
}

function drawPieces(pieces: readonly Piece[], area: Area, page: Page): void {
  let y = area.y
  for (const piece of pieces) {
    drawPiece(piece, area.x, y, page)
    y += piece.height
  }
}

function drawPiece(piece: Piece, x: number, y: number, page: Page): void {
  const { entry } = piece
  if (entry.kind === 'row') drawRules(piece, entry.style, x, y, page.filled)
  for (const column of piece.columns) drawColumn(piece, column, x, y, page)
  if (entry.kind === 'issuer') {
    const lines = piece.columns[0]
    if (!lines) return
    page.seals.push({ centre: [x + lines.x + lines.width / 2, y + piece.height / 2], seal: entry.seal })
  }
}

function drawColumn(piece: Piece, column: Column, x: number, y: number, page: Page): void {
  const { name, lines, style, width, indent } = column
  const height = blockHeight(lines.length, style)
  const area = { x: x + column.x, y: y + topOf(piece, column, height), width, height }
  putText(page, page.filled, name, { lines, style, area, indent })
}

/** In a grid a text stands in the middle of its cell, else the first lines of label and value stand on one baseline. */
function topOf(piece: Piece, column: Column, height: number): number {
  if (piece.entry.kind !== 'row') return piece.padding
  const { rule } = piece.entry.style
  if (rule === 'grid') return (piece.height - height) / 2
  const largest = Math.max(...piece.columns.map((other) => other.style.size))
  const tallest = Math.max(...piece.columns.map((other) => blockHeight(other.lines.length, other.style)))
  const above = rule === 'lines' ? piece.height - tallest - piece.padding : piece.padding
  return above + ascent * (largest - column.style.size)
}

function drawRules(piece: Piece, style: FlowStyle, x: number, y: number, layer: Layer): void {
  if (style.rule === 'none') return
  const width = style.ruleWidth ?? 0.6
  const colour = style.ruleColour ?? style.label.colour
  for (const column of piece.columns) {
    const cell = { x: x + column.cellX, y, width: column.cellWidth, height: piece.height }
    if (style.rule === 'grid') {
      const titles = piece.entry.kind === 'row' && piece.entry.titles
      if (style.labelFill && (column.role === 'label' || titles))
        layer.marks.push({ kind: 'fill', area: cell, colour: style.labelFill })
      layer.marks.push({ kind: 'frame', area: cell, colour, width })
    } else if (column.role === 'value') {
      const side = style.padding[0] * points
      layer.marks.push({
        kind: 'rule',
        x: cell.x + side / 2,
        y: y + piece.height - width,
        length: cell.width - side,
        colour,
        width,
      })
    }
  }
}
