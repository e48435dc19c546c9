import type { OrderInput, Value, ValueInput } from './gen/messages.ts'

/** A field as JSON has it; integers are the only numbers. */
export type PlainValue =
  | string
  | number
  | boolean
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue }

/** An order as `@licencevault/licence` and JSON files have it. */
export interface PlainOrder {
  readonly type: { readonly code: string; readonly version: number }
  readonly authority: { readonly code: string; readonly name: string }
  readonly holders: readonly { readonly name: string; readonly code: string; readonly codeType: string }[]
  readonly fields: Readonly<Record<string, PlainValue>>
  /** `until: null` is 长期, without end. */
  readonly validity: { readonly from: string; readonly until: string | null }
}

/** The message of a plain order. */
export function orderOf({ type, authority, holders, fields, validity }: PlainOrder): OrderInput {
  return {
    type,
    authority,
    holders: [...holders],
    fields: fieldsOf(fields),
    validity: { from: validity.from, ...(validity.until === null ? {} : { until: validity.until }) },
  }
}

/** The message of plain fields. */
export function fieldsOf(fields: Readonly<Record<string, PlainValue>>): Record<string, ValueInput> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, messageOfValue(value)]))
}

function messageOfValue(value: PlainValue): ValueInput {
  if (typeof value === 'string') return { text: value }
  if (typeof value === 'number') return { integer: value }
  if (typeof value === 'boolean') return { flag: value }
  if (isList(value)) return { list: { items: value.map(messageOfValue) } }
  return { object: { members: fieldsOf(value) } }
}

const isList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value)

/** Plain fields of a message; a value of no kind is left out. */
export function plainFields(fields: Readonly<Record<string, Value>>): Record<string, PlainValue> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const plain = plainValue(value)
      return plain === undefined ? [] : [[name, plain]]
    }),
  )
}

function plainValue(value: Value): PlainValue | undefined {
  const { kind, text, integer, flag, list, object } = value
  if (kind === 'list') return (list?.items ?? []).flatMap((item) => plainValue(item) ?? [])
  if (kind === 'object') return plainFields(object?.members ?? {})
  return { text, integer, flag }[kind ?? 'text']
}
