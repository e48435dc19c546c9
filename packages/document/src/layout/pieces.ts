import { error } from '../codes.ts'
import type { Fonts } from '../font/fonts.ts'
import type { TextStyle } from '../template.ts'
import type { Entry, EntryCell, IssuerEntry, ParagraphEntry, RowEntry } from './entries.ts'
import { breakLines, type Line, measureOf, textOf } from './lines.ts'
import { points } from './page.ts'
import { blockHeight, lineHeight } from './set-lines.ts'

/** One text of a piece in its column; lengths in points from the flow's left edge. */
export interface Column {
  readonly name: string
  readonly x: number
  readonly width: number
  /** Of the cell that is drawn around it. */
  readonly cellX: number
  readonly cellWidth: number
  readonly style: TextStyle
  readonly lines: readonly Line[]
  readonly indent: number
  readonly role: 'label' | 'value'
}

/** An entry measured for a width and a scale. */
export interface Piece {
  readonly entry: Entry
  readonly columns: readonly Column[]
  readonly padding: number
  readonly height: number
}

/** Measures an entry. @throws glyph-missing, place-too-small */
export function measure(entry: Entry, width: number, scale: number, fonts: Fonts): Piece {
  switch (entry.kind) {
    case 'row':
      return row(entry, width, Math.max(scale, entry.minScale), fonts)
    case 'paragraph':
      return paragraph(entry, width, scale, fonts)
    case 'gap':
      return { entry, columns: [], padding: 0, height: entry.height * points * scale }
    case 'issuer':
      return issuer(entry, width, fonts)
  }
}

/** The entry up to what fits a height, and the rest; nothing if not even two lines fit. */
export function split(piece: Piece, height: number): { head: Entry; tail: Entry } | undefined {
  const { entry } = piece
  if (entry.kind === 'gap' || entry.kind === 'issuer') return undefined
  const fits = (column: Column) =>
    Math.max(
      0,
      1 + Math.floor((height - 2 * piece.padding - column.style.size + 0.01) / lineHeight(column.style)),
    )
  const values = piece.columns.filter((column) => column.role === 'value')
  const labels = piece.columns.filter((column) => column.role === 'label')
  if (labels.some((column) => fits(column) < column.lines.length)) return undefined
  if (values.every((column) => column.lines.length <= fits(column))) return undefined
  if (values.some((column) => fits(column) < Math.min(2, column.lines.length))) return undefined
  const head = values.map((column) => textOf(column.lines.slice(0, fits(column))))
  const tail = values.map((column) => textOf(column.lines.slice(fits(column))))
  return entry.kind === 'paragraph'
    ? { head: { ...entry, text: head[0] ?? '' }, tail: { ...entry, text: tail[0] ?? '', indent: 0 } }
    : { head: withValues(entry, head), tail: { ...withValues(entry, tail), minHeight: 0 } }
}

function withValues(entry: RowEntry, values: readonly string[]): RowEntry {
  return { ...entry, cells: entry.cells.map((cell, index) => ({ ...cell, value: values[index] ?? '' })) }
}

function row(entry: RowEntry, width: number, scale: number, fonts: Fonts): Piece {
  const { style } = entry
  const shares = entry.cells.reduce((sum, cell) => sum + cell.share, 0)
  const columns: Column[] = []
  let x = 0
  for (const cell of entry.cells) {
    const cellWidth = (width * cell.share) / shares
    columns.push(...cellColumns(entry, cell, x, cellWidth, scale, fonts))
    x += cellWidth
  }
  const padding = style.padding[1] * points * scale
  const tallest = Math.max(...columns.map((column) => blockHeight(column.lines.length, column.style)))
  const height = Math.max(entry.minHeight * points * scale, tallest + 2 * padding)
  return { entry, columns, padding, height }
}

/** A label stands among its sisters, however far the text beside it shrinks. */
const smallestLabel = 0.85

function cellColumns(
  { style, titles }: RowEntry,
  cell: EntryCell,
  x: number,
  width: number,
  scale: number,
  fonts: Fonts,
): Column[] {
  const side = style.padding[0] * points
  const labelWidth = cell.labelWidth * points
  const column = (
    role: Column['role'],
    text: string,
    from: number,
    room: number,
    base: TextStyle,
  ): Column => {
    const scaled =
      role === 'label'
        ? labelStyle(base, Math.max(scale, smallestLabel), text, room - 2 * side, fonts)
        : scaledStyle(base, scale)
    return {
      name: cell.name,
      x: from + side,
      width: room - 2 * side,
      cellX: from,
      cellWidth: room,
      style: scaled,
      lines: lines(text, scaled, room - 2 * side, 0, cell.name, fonts),
      indent: 0,
      role,
    }
  }
  const value = { ...(titles ? style.label : style.value), ...(cell.align ? { align: cell.align } : {}) }
  return [
    ...(labelWidth > 0 ? [column('label', cell.label, x, labelWidth, style.label)] : []),
    column('value', cell.value, x + labelWidth, width - labelWidth, value),
  ]
}

function paragraph(entry: ParagraphEntry, width: number, scale: number, fonts: Fonts): Piece {
  const style = scaledStyle(entry.style, scale)
  const indent = entry.indent * style.size
  const column: Column = {
    name: entry.name,
    x: 0,
    width,
    cellX: 0,
    cellWidth: width,
    style,
    lines: lines(entry.text, style, width, indent, entry.name, fonts),
    indent,
    role: 'value',
  }
  const padding = (lineHeight(style) - style.size) / 2
  return { entry, columns: [column], padding, height: blockHeight(column.lines.length, style) + 2 * padding }
}

function issuer(entry: IssuerEntry, width: number, fonts: Fonts): Piece {
  const room = Math.min(entry.width * points, width)
  const x = width - entry.inset * points - room
  const all = entry.lines.flatMap((text) => lines(text, entry.style, room, 0, text, fonts))
  const column: Column = {
    name: 'issuer',
    x,
    width: room,
    cellX: x,
    cellWidth: room,
    style: { align: 'centre', ...entry.style },
    lines: all,
    indent: 0,
    role: 'value',
  }
  // Room for the whole seal: it may cover the closing lines but never the text above them.
  const height = Math.max(blockHeight(all.length, entry.style), entry.seal.size * points)
  return { entry, columns: [column], padding: (height - blockHeight(all.length, entry.style)) / 2, height }
}

/** A label may be smaller than its sisters to stand on one line; one that still takes two is not spread. */
function labelStyle(style: TextStyle, scale: number, text: string, width: number, fonts: Fonts): TextStyle {
  for (const part of [1, 0.92, 0.84, 0.76]) {
    const smaller = scaledStyle(style, scale * part)
    if (breakLines(text, measureOf(smaller, text, fonts), width).length === 1) return smaller
  }
  return {
    ...scaledStyle(style, scale * 0.92),
    align: style.align === 'spread' ? 'left' : (style.align ?? 'left'),
    leading: 1.25,
  }
}

function scaledStyle(style: TextStyle, scale: number): TextStyle {
  return { ...style, size: style.size * scale, spacing: (style.spacing ?? 0) * scale }
}

function lines(
  text: string,
  style: TextStyle,
  width: number,
  indent: number,
  field: string,
  fonts: Fonts,
): Line[] {
  const broken = breakLines(text, measureOf(style, field, fonts), width, indent)
  if (broken.some((line, index) => line.width > width - (index === 0 ? indent : 0) + 0.01))
    throw error('place-too-small', { field })
  return broken
}
