import type { FieldValue } from '@licencevault/licence'
import type {
  Align,
  FlowStyle,
  Item,
  ParagraphItem,
  RowItem,
  Seal,
  TableItem,
  TextStyle,
} from '../template.ts'
import { absent, type Context, fillIn } from './placeholders.ts'

/** What stands in a flow once the statement has filled it: only texts are left. */
export type Entry = RowEntry | ParagraphEntry | GapEntry | IssuerEntry

export interface EntryCell {
  readonly label: string
  readonly value: string
  readonly share: number
  /** Millimetres; 0 for a value alone. */
  readonly labelWidth: number
  readonly align?: Align
  /** What the value is called. */
  readonly name: string
}

export interface RowEntry {
  readonly kind: 'row'
  readonly style: FlowStyle
  readonly cells: readonly EntryCell[]
  readonly minHeight: number
  readonly minScale: number
  /** A table's titles: `titles` is one itself, a row below them carries them for the next page. */
  readonly titles?: true
  readonly below?: RowEntry
}

export interface ParagraphEntry {
  readonly kind: 'paragraph'
  readonly text: string
  readonly style: TextStyle
  /** Characters. */
  readonly indent: number
  readonly name: string
  /** Stands above a table and must not be parted from it. */
  readonly heads?: true
}

interface GapEntry {
  readonly kind: 'gap'
  readonly height: number
}

export interface IssuerEntry {
  readonly kind: 'issuer'
  readonly lines: readonly string[]
  readonly style: TextStyle
  readonly width: number
  readonly inset: number
  readonly seal: Seal
}

/** Fills the items of a flow. */
export function entriesOf(items: readonly Item[], style: FlowStyle, context: Context): Entry[] {
  return items.flatMap((item) => itemEntries(item, style, context))
}

function itemEntries(item: Item, style: FlowStyle, context: Context): Entry[] {
  switch (item.kind) {
    case 'row':
      return [rowEntry(item, style, context)]
    case 'table':
      return tableEntries(item, style, context)
    case 'paragraph':
      return paragraphEntries(item, style, context)
    case 'gap':
      return [item]
    case 'issuer':
      return [{ ...item, inset: item.inset ?? 0, lines: item.lines.map((line) => fillIn(line, context)) }]
  }
}

function rowEntry(item: RowItem, style: FlowStyle, context: Context): RowEntry {
  const cells = item.cells.map((cell) => ({
    label: cell.label,
    value: fillIn(cell.value, context),
    share: cell.share ?? 1,
    labelWidth: cell.label === '' ? 0 : (cell.labelWidth ?? style.labelWidth),
    ...(cell.align ? { align: cell.align } : {}),
    name: cell.label || cell.value,
  }))
  return { kind: 'row', style, minHeight: item.minHeight ?? 0, minScale: item.minScale ?? 0, cells }
}

function paragraphEntries(item: ParagraphItem, style: FlowStyle, context: Context): ParagraphEntry[] {
  const entry = (within: Context): ParagraphEntry => ({
    kind: 'paragraph',
    text: fillIn(item.text, within),
    style: item.style ?? style.value,
    indent: item.indent ?? 0,
    name: item.each ?? item.text,
  })
  if (item.each === undefined) return [entry(context)]
  return elements(context.statement.fields[item.each]).map((row, index) =>
    entry({ ...context, row, index: index + 1 }),
  )
}

/** The elements of an array; a single value is one. */
function elements(value: FieldValue | undefined): readonly FieldValue[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** A table is a grid whatever surrounds it, and a little smaller. */
function tableStyle(style: FlowStyle): FlowStyle {
  const smaller = (text: TextStyle): TextStyle => ({ ...text, size: 0.88 * text.size, align: 'left' })
  return {
    ...style,
    rule: 'grid',
    label: smaller(style.label),
    value: smaller(style.value),
    padding: [Math.min(style.padding[0], 1.6), Math.min(style.padding[1], 1.3)],
  }
}

function tableEntries(item: TableItem, style: FlowStyle, context: Context): Entry[] {
  const cell = (
    value: string,
    name: string,
    share: number | undefined,
    align: Align | undefined,
  ): EntryCell => ({
    label: '',
    value,
    share: share ?? 1,
    labelWidth: 0,
    ...(align ? { align } : {}),
    name,
  })
  const row = (cells: EntryCell[]): RowEntry => ({
    kind: 'row',
    style: tableStyle(style),
    minHeight: 0,
    minScale: item.minScale ?? 0,
    cells,
  })
  const titles: RowEntry = {
    ...row(item.columns.map(({ title, share }) => cell(title, title, share, 'centre'))),
    titles: true,
  }
  const rows = elements(context.statement.fields[item.field]).map((object, index) =>
    row(
      item.columns.map(({ title, value, share, align }) =>
        cell(fillIn(value, { ...context, row: object, index: index + 1 }), title, share, align),
      ),
    ),
  )
  const none = row(item.columns.map(({ title, share, align }) => cell(absent, title, share, align)))
  const body = (rows.length > 0 ? rows : [none]).map((one): RowEntry => ({ ...one, below: titles }))
  const heading: Entry[] = item.title
    ? [
        { kind: 'gap', height: 2.4 },
        {
          kind: 'paragraph',
          text: item.title,
          style: { ...style.label, align: 'centre', leading: 2 },
          indent: 0,
          name: item.title,
          heads: true,
        },
      ]
    : []
  return [...heading, titles, ...body]
}
