import type { Cell, Item, TableItem } from '@licencevault/document'
import type { FieldSchema, LicenceType } from '@licencevault/licence'

/** A field as one line: its title and the placeholder of its value. */
export interface FieldCell extends Pick<Cell, 'label' | 'value'> {
  readonly name: string
  /** Half a line is enough for what it may hold. */
  readonly short: boolean
  /** It may hold a text that shrinks further than the others, and goes on on a further page. */
  readonly long: boolean
}

/** Rows of short texts shrink no further than to this part of their size, whatever a long one does. */
export const steady = 0.88

/** The fields that are one text each, in the type's order; an object gives one for each of its parts. */
export function fieldCells(type: LicenceType, except: readonly string[] = []): FieldCell[] {
  return fieldsOf(type).flatMap(([name, schema]) =>
    except.includes(name) || isTable(schema) ? [] : cellsOf(`fields.${name}`, name, schema),
  )
}

/** The fields that are arrays of objects, each a table. */
export function fieldTables(type: LicenceType): TableItem[] {
  return fieldsOf(type).flatMap(([name, schema]) => (isTable(schema) ? [tableOf(name, schema)] : []))
}

/** Cells as rows: two short ones side by side, a long one alone. */
export function pairedRows(cells: readonly FieldCell[]): Item[] {
  const rows: Item[] = []
  let waiting: FieldCell | undefined
  const push = (...pair: FieldCell[]) => {
    rows.push(rowOf(pair))
  }
  for (const cell of cells) {
    if (waiting && cell.short) {
      push(waiting, cell)
      waiting = undefined
    } else {
      if (waiting) push(waiting)
      waiting = cell.short ? cell : undefined
      if (!cell.short) push(cell)
    }
  }
  if (waiting) push(waiting)
  return rows
}

/** Cells as rows of their own. */
export function singleRows(cells: readonly FieldCell[]): Item[] {
  return cells.map((cell) => rowOf([cell]))
}

function rowOf(cells: readonly FieldCell[]): Item {
  return {
    kind: 'row',
    cells: cells.map(({ label, value }) => ({ label, value })),
    ...(cells.some((cell) => cell.long) ? {} : { minScale: steady }),
  }
}

/** The fields in the order in which they are shown. */
function fieldsOf(type: LicenceType): [string, FieldSchema][] {
  return inOrder(type.fields, type.order)
}

function partsOf(schema: FieldSchema | undefined): [string, FieldSchema][] {
  const properties = schema?.properties ?? {}
  return inOrder(properties, schema?.order ?? Object.keys(properties))
}

function inOrder(
  schemas: Readonly<Record<string, FieldSchema>>,
  order: readonly string[],
): [string, FieldSchema][] {
  return order.flatMap((name) => {
    const schema = schemas[name]
    return schema ? [[name, schema] as [string, FieldSchema]] : []
  })
}

function isTable(schema: FieldSchema): boolean {
  return schema.type === 'array' && schema.items?.type === 'object'
}

function cellsOf(path: string, name: string, schema: FieldSchema): FieldCell[] {
  if (schema.type === 'object' && schema.properties)
    return partsOf(schema).flatMap(([part, inner]) => cellsOf(`${path}.${part}`, name, inner))
  const filter = schema.format === 'date' ? '|date' : ''
  return [
    { name, label: schema.title, value: `{${path}${filter}}`, short: isShort(schema), long: isLong(schema) },
  ]
}

/** Longer than any name or address. */
const longLength = 300

function isLong(schema: FieldSchema): boolean {
  return schema.type === 'array' || (schema.maxLength ?? 0) > longLength
}

/** The longest text that half a line holds well. */
const shortLength = 60

function isShort(schema: FieldSchema): boolean {
  if (schema.title.length > 8) return false
  if (schema.type === 'integer' || schema.type === 'boolean' || schema.format === 'date') return true
  if (schema.enum) return schema.enum.every((value) => value.length <= 12)
  return schema.type === 'string' && (schema.maxLength ?? 0) <= shortLength
}

function tableOf(field: string, schema: FieldSchema): TableItem {
  const columns = partsOf(schema.items).map(([name, inner]) => ({
    title: inner.title,
    value: `{row.${name}${inner.format === 'date' ? '|date' : ''}}`,
    share: breadth(inner),
    align: isShort(inner) ? ('centre' as const) : ('left' as const),
  }))
  return { kind: 'table', field, title: schema.title, columns, minScale: steady }
}

/** How broad a column wants to be, in characters. */
function breadth(schema: FieldSchema): number {
  const title = Math.max(4, Math.min(8, schema.title.length) + 1.8)
  if (schema.format === 'date') return Math.max(title, 10.5)
  if (schema.enum) return Math.max(title, ...schema.enum.map((value) => Math.min(12, value.length + 1)))
  if (schema.type !== 'string') return Math.max(title, 4)
  return Math.max(title, Math.min(16, Math.max(8, (schema.maxLength ?? 24) / 6)))
}
