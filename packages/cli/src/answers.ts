import { type PlainValue, plainFields, type Value } from '@licencevault/api'
import Table from 'cli-table3'
import { print } from './terminal.ts'

/** A message as JSON has it: bytes in base64, enums as our words, fields plain, what was not said left out. */
export type Plain = null | string | number | boolean | readonly Plain[] | { readonly [name: string]: Plain }

export function plainOf(message: unknown): Plain {
  if (message instanceof Uint8Array) return Buffer.from(message).toString('base64')
  if (Array.isArray(message)) return message.map(plainOf)
  if (typeof message === 'string') return wordOf(message)
  if (typeof message === 'number' || typeof message === 'boolean') return message
  if (typeof message !== 'object' || message === null) return null
  return Object.fromEntries(
    Object.entries(message)
      .filter(
        ([name, value]) => !name.startsWith('_') && value !== null && value !== undefined && value !== '',
      )
      .filter(([, value]) => !(typeof value === 'string' && value.endsWith('_UNSPECIFIED')))
      .map(([name, value]) => [name, name === 'fields' ? plainFieldsOf(value) : plainOf(value)]),
  )
}

const plainFieldsOf = (value: unknown) =>
  plainFields(value as Record<string, Value>) as Record<string, PlainValue>

/** `STATE_VALID` is `valid`. */
function wordOf(text: string): string {
  const word = /^(?:STATE|ANSWER|OUTCOME|CASE_OUTCOME|USE_FORM)_([A-Z_]+)$/.exec(text)?.[1]
  return word === undefined ? text : word.toLowerCase().replaceAll('_', '-')
}

/** Prints one answer: JSON, or a line a member. */
export function printAnswer(message: unknown, { json }: { readonly json?: true }): void {
  const plain = plainOf(message)
  print(json ? JSON.stringify(plain, null, 2) : linesOf(plain).join('\n'))
}

/** Prints one of many answers as a line of its own, JSON in either case: that is what a program reads. */
export function printLine(message: unknown): void {
  print(JSON.stringify(plainOf(message)))
}

/** Prints a list: JSON, or a table of some members. */
export function printList(
  messages: readonly unknown[],
  columns: readonly string[],
  { json, next }: { readonly json?: true; readonly next?: string },
): void {
  const rows = messages.map(plainOf)
  if (json) {
    print(JSON.stringify(rows, null, 2))
    if (next) process.stderr.write(`${JSON.stringify({ nextCursor: next })}\n`)
    return
  }
  const table = new Table({ head: [...columns], style: { head: [], border: [] } })
  for (const row of rows) table.push(columns.map((column) => textOf(memberOf(row, column))))
  print(table.toString())
  if (next) print(`--cursor ${next}`)
}

function memberOf(row: Plain | undefined, path: string): Plain | undefined {
  return path
    .split('.')
    .reduce<Plain | undefined>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      row,
    )
}

function textOf(value: Plain | undefined): string {
  if (value === undefined || value === null) return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function linesOf(value: Plain, above = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${above}: ${textOf(value)}`]
  if (Array.isArray(value)) return value.flatMap((item, index) => linesOf(item, `${above}[${index}]`))
  return Object.entries(value).flatMap(([name, member]) =>
    linesOf(member, above === '' ? name : `${above}.${name}`),
  )
}
