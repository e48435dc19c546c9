import type { FieldSchema, FieldValue } from '@licencevault/licence'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'

/** Draws a value. `random` belongs to this field alone; `row` counts from 0 within a table. */
export type Sample<T extends FieldValue = FieldValue> = (scene: Scene, random: Random, row: number) => T

/** A face field with what real ones look like. */
export interface Field {
  readonly schema: FieldSchema
  readonly sample: Sample
  /** One licence in how many goes without it. */
  readonly missingOnceIn?: number
}

/** Either a function, or examples separated by `|`. */
type Words = string | Sample<string>

const sampleOf = (words: Words): Sample<string> => {
  if (typeof words === 'function') return words
  const list = words.split('|')
  return (_, random) => random.pick(list)
}

/** Text of 1 to `maxLength` characters. */
export function text(title: string, titleEn: string, maxLength: number, words: Words): Field {
  return { schema: { type: 'string', title, titleEn, minLength: 1, maxLength }, sample: sampleOf(words) }
}

/** A code of a fixed form. */
export function code(title: string, titleEn: string, pattern: string, words: Words): Field {
  const anchored = pattern.includes('|') ? `^(${pattern})$` : `^${pattern}$`
  return { schema: { type: 'string', title, titleEn, pattern: anchored }, sample: sampleOf(words) }
}

/** One of a closed list, separated by `|`. */
export function oneOf(title: string, titleEn: string, choices: string, sample?: Sample<string>): Field {
  const schema = { type: 'string', title, titleEn, enum: choices.split('|') } as const
  return { schema, sample: sample ?? sampleOf(choices) }
}

/** Each of a closed list in turn, row after row. */
export function eachOf(title: string, titleEn: string, choices: string): Field {
  return oneOf(title, titleEn, choices, inTurn(choices))
}

/** The words separated by `|`, row after row. */
export function inTurn(words: string): Sample<string> {
  const list = words.split('|')
  return (_, __, row) => list[row % list.length] ?? ''
}

/** 1 to `atMost` of a closed list, separated by `|`. */
export function someOf(title: string, titleEn: string, choices: string, atMost: number): Field {
  const list = choices.split('|')
  const items: FieldSchema = { type: 'string', title, titleEn, enum: list }
  return {
    schema: { type: 'array', title, titleEn, items, minItems: 1, maxItems: atMost },
    sample: (_, random) => random.some(list, random.between(1, atMost)),
  }
}

export function date(title: string, titleEn: string, sample: Sample<string>): Field {
  return { schema: { type: 'string', format: 'date', title, titleEn }, sample }
}

/** A decimal number as text: integers are the only numbers of a statement. */
export function amount(title: string, titleEn: string, low: number, high: number, decimals = 2): Field {
  const fraction = decimals === 0 ? '' : `(\\.\\d{1,${decimals}})?`
  const pattern = `(0|[1-9]\\d{0,11})${fraction}`
  return code(title, titleEn, pattern, (_, random) => decimalIn(random, low, high, decimals))
}

const decimalIn = (random: Random, low: number, high: number, decimals: number): string => {
  const whole = String(random.between(low, high))
  return decimals === 0 || random.onceIn(4) ? whole : `${whole}.${random.digits(decimals)}`
}

/** An integer, `low <= n <= high`. */
export function whole(title: string, titleEn: string, low: number, high: number): Field {
  return {
    schema: { type: 'integer', title, titleEn, minimum: low, maximum: high },
    sample: (_, random) =>
      random.onceIn(6) ? random.between(low, high) : random.between(low, near(low, high)),
  }
}

/** Most things are small. */
const near = (low: number, high: number) => low + Math.ceil((high - low) / 12)

export function flag(title: string, titleEn: string): Field {
  return { schema: { type: 'boolean', title, titleEn }, sample: (_, random) => random.onceIn(2) }
}

/** `low` to `high` paragraphs out of `paragraphs`. */
export function list(
  title: string,
  titleEn: string,
  low: number,
  high: number,
  paragraphs: readonly string[],
): Field {
  const items: FieldSchema = { type: 'string', title, titleEn, minLength: 1, maxLength: 500 }
  return {
    schema: { type: 'array', title, titleEn, items, minItems: low, maxItems: high },
    sample: (_, random) => random.some(paragraphs, random.between(low, Math.min(high, paragraphs.length))),
  }
}

/** Rows of the same columns. */
export function table(
  title: string,
  titleEn: string,
  rows: readonly [low: number, high: number],
  columns: Readonly<Record<string, Field>>,
): Field {
  const [minItems, maxItems] = rows
  const items: FieldSchema = { type: 'object', title, titleEn, ...schemasOf(columns) }
  return {
    schema: { type: 'array', title, titleEn, items, minItems, maxItems },
    sample: (scene, random) => {
      const high = random.onceIn(9) ? maxItems : Math.min(maxItems, minItems + 4)
      return Array.from({ length: random.between(minItems, high) }, (_, row) =>
        valuesOf(columns, scene, random.fork(row), row),
      )
    },
  }
}

/** The same field, left out once in `n` times. */
export function optional(field: Field, n = 3): Field {
  return { ...field, missingOnceIn: n }
}

/** JSON Schema's `properties` and `required` for a set of fields, and the order in which they stand. */
export function schemasOf(fields: Readonly<Record<string, Field>>): {
  properties: Record<string, FieldSchema>
  order: string[]
  required: string[]
} {
  const rows = Object.entries(fields)
  return {
    properties: Object.fromEntries(rows.map(([name, field]) => [name, field.schema])),
    order: rows.map(([name]) => name),
    required: rows.filter(([, field]) => field.missingOnceIn === undefined).map(([name]) => name),
  }
}

/** Draws a value for each field. */
export function valuesOf(
  fields: Readonly<Record<string, Field>>,
  scene: Scene,
  random: Random,
  row = 0,
): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {}
  for (const [name, field] of Object.entries(fields)) {
    const own = random.fork(name)
    if (field.missingOnceIn !== undefined && own.onceIn(field.missingOnceIn)) continue
    values[name] = field.sample(scene, own, row)
  }
  return values
}
