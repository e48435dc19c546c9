import type { Words } from '@licencevault/errors'
import { displayDate, displayUntil, type FieldValue, type Statement } from '@licencevault/licence'

/** What a placeholder may look at. */
export interface Context {
  readonly statement: Statement
  /** The object of a table's row and its place, from 1. */
  readonly row?: FieldValue
  readonly index?: number
  readonly page?: number
  readonly pages?: number
}

/** What stands for a thing that the statement does not have. */
export const absent = '—'

const pattern = /\{([^{}|]*)(?:\|([^{}|]*))?\}/g

const filters: Readonly<Record<string, (date: readonly [string, string, string]) => string>> = {
  date: ([year, month, day]) => `${year}年${month}月${day}日`,
  year: ([year]) => year,
  month: ([, month]) => month,
  day: ([, , day]) => day,
}

type Word = (context: Context, rest: readonly string[]) => FieldValue | undefined

const words: Readonly<Record<string, Word>> = {
  type: ({ statement }) => statement.type.name,
  number: ({ statement }) => statement.number,
  identifier: ({ statement }) => statement.identifier,
  holder: ({ statement }, [place]) =>
    nth(
      statement.holders.map((holder) => holder.name),
      place,
    ),
  holderCode: ({ statement }, [place]) =>
    nth(
      statement.holders.map((holder) => holder.code),
      place,
    ),
  authority: ({ statement }) => statement.authority.name,
  authorityCode: ({ statement }) => statement.authority.code,
  issuedOn: ({ statement }) => displayDate(statement.issuedOn),
  from: ({ statement }) => displayDate(statement.validity.from),
  until: ({ statement }) => displayUntil(statement.validity.until),
  validity: ({ statement }) => validity(statement),
  page: ({ page }) => page,
  pages: ({ pages }) => pages,
  index: ({ index }) => index,
  fields: ({ statement }, path) => reach(statement.fields, path),
  row: ({ row }, path) => (row === undefined ? undefined : reach(row, path)),
}

/** Filters that work on the raw date of these words, not on how they are written. */
const dates: Readonly<Record<string, (statement: Statement) => string | null>> = {
  issuedOn: (statement) => statement.issuedOn,
  from: (statement) => statement.validity.from,
  until: (statement) => statement.validity.until,
}

/** A placeholder taken apart. */
interface Place {
  readonly word: string
  readonly rest: readonly string[]
  readonly filter: string | undefined
}

/** Fills the placeholders of a text. */
export function fillIn(text: string, context: Context): string {
  let out = ''
  for (const part of partsOfText(text)) out += typeof part === 'string' ? part : fill(part, context)
  return out
}

function fill({ word, rest, filter }: Place, context: Context): string {
  const raw = filter ? dates[word]?.(context.statement) : undefined
  const value = raw ?? words[word]?.(context, rest)
  return filter ? filtered(value, filter) : written(value)
}

/** Texts of templates taken apart before: each licence of a type fills the same ones. */
const taken = new Map<string, readonly (string | Place)[]>()
const mostTaken = 8192

function partsOfText(text: string): readonly (string | Place)[] {
  const known = taken.get(text)
  if (known) return known
  const parts: (string | Place)[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const [whole, path = '', filter] = match
    const [word = '', ...rest] = path.split('.')
    parts.push(text.slice(from, match.index), { word, rest, filter })
    from = match.index + whole.length
  }
  parts.push(text.slice(from))
  if (taken.size < mostTaken) taken.set(text, parts)
  return parts
}

/** Whether a text is the same for every licence of the template. */
export function isFixed(text: string): boolean {
  return !text.includes('{')
}

/** Whether a text waits for the number of pages. */
export function namesPages(text: string): boolean {
  return text.includes('{page}') || text.includes('{pages}')
}

/** What is wrong with the placeholders of a text, if anything. */
export function placeholderFault(text: string, inTable: boolean): Words | undefined {
  if (text.replace(pattern, '').match(/[{}]/))
    return { en: `“${text}” has a brace without a partner`, zh: `“${text}”中的花括号不成对` }
  for (const [, path = '', filter] of text.matchAll(pattern)) {
    const [word = '', ...rest] = path.split('.')
    if (!Object.hasOwn(words, word))
      return { en: `{${path}} is not a placeholder`, zh: `{${path}} 不是占位符` }
    if (!inTable && (word === 'row' || word === 'index'))
      return { en: `{${path}} stands outside a table`, zh: `{${path}} 只能用在表格中` }
    if ((word === 'fields' || word === 'row') && rest.some((part) => part === ''))
      return { en: `{${path}} has an empty part`, zh: `{${path}} 中有空的部分` }
    if (word === 'fields' && rest.length === 0)
      return { en: `{${path}} names no field`, zh: `{${path}} 未指明字段` }
    if (filter !== undefined && !Object.hasOwn(filters, filter))
      return { en: `|${filter} is not a filter`, zh: `|${filter} 不是格式` }
  }
  return undefined
}

function nth(values: readonly string[], place: string | undefined): string | undefined {
  return place === undefined ? values.join('、') : values[Number(place) - 1]
}

function reach(value: FieldValue, path: readonly string[]): FieldValue | undefined {
  let found: FieldValue | undefined = value
  for (const name of path) {
    if (typeof found !== 'object' || !Object.hasOwn(found, name)) return undefined
    found = (found as { readonly [name: string]: FieldValue })[name]
  }
  return found
}

function written(value: FieldValue | undefined): string {
  if (value === undefined || value === '') return absent
  if (value === true) return '是'
  if (value === false) return '否'
  if (typeof value !== 'object') return String(value)
  const parts = partsOf(value)
  if (parts.length === 0) return absent
  const texts = parts.map(written)
  const plain = parts.every((part) => typeof part !== 'object') && !texts.some((text) => /[、；]/.test(text))
  return texts.join(plain ? '、' : '；')
}

/** An object's members by name: a statement read back from its canonical bytes must look the same. */
function partsOf(value: Exclude<FieldValue, string | number | boolean>): readonly FieldValue[] {
  if (Array.isArray(value)) return value
  return Object.entries(value as { readonly [name: string]: FieldValue })
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([, part]) => part)
}

function filtered(value: FieldValue | undefined, filter: string): string {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  const write = filters[filter]
  if (!parts || !write) return written(value)
  return write([parts[1] ?? '', parts[2] ?? '', parts[3] ?? ''])
}

function validity({ validity: { from, until } }: Statement): string {
  return until === null ? displayUntil(until) : `${displayDate(from)}至${displayDate(until)}`
}
