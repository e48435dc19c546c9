import { error } from './codes.ts'
import { step } from './finding.ts'
import { refusalOf } from './pattern.ts'
import { checkText } from './text.ts'
import type { FieldSchema } from './type.ts'

/** Fields of one type, those inside objects counted too. */
export const MAX_FIELDS = 200
/** Objects and lists inside one another: a table of rows is two. */
export const MAX_FIELD_DEPTH = 4
/** The longest text of a field, in characters, when its schema names none; no schema may exceed it. */
export const MAX_FIELD_TEXT = 4000
/** The longest list of a field, when its schema names none; no schema may exceed it. */
export const MAX_FIELD_ITEMS = 200
export const MAX_ENUM = 500
/** The longest label, and the longest choice of an enum, in characters. */
export const MAX_LABEL_LENGTH = 200
/** The shape of a field's name. It becomes `KZ_…` in the metadata of GB/T 36903. */
export const FIELD_NAME = /^[A-Za-z][0-9A-Za-z_]{0,63}$/

type Schemas = Readonly<Record<string, FieldSchema>>

const LABELS = ['type', 'title', 'titleEn']
/** The keywords a schema of each kind may have, beside its kind and labels. */
const KEYWORDS: Readonly<Record<FieldSchema['type'], readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'enum'],
  integer: ['minimum', 'maximum'],
  boolean: [],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'required'],
}

/**
 * Checks that the face fields of a type stay within the stated subset of JSON Schema 2020-12 and its
 * limits. Throws VaultError `type-member-wrong`, `type-member-unknown`, `type-limit`,
 * `type-pattern-refused`.
 */
export function checkFieldSchemas(fields: Schemas, required: readonly string[]): void {
  const count = checkProperties(fields, required, '/fields', '/required', 1)
  if (count > MAX_FIELDS) throw error('type-limit', { path: '/fields', most: MAX_FIELDS })
}

function checkProperties(
  properties: Schemas,
  required: readonly string[],
  path: string,
  requiredPath: string,
  depth: number,
): number {
  expect(isObject(properties), path, 'an object of fields')
  const names = Object.keys(properties)
  let count = names.length
  if (count > MAX_FIELDS) throw error('type-limit', { path, most: MAX_FIELDS })
  for (const name of names) {
    expect(FIELD_NAME.test(name) && name !== '__proto__', step(path, name), 'a name of letters, digits and _')
    count += checkSchema(properties[name], step(path, name), depth)
  }
  expect(Array.isArray(required), requiredPath, 'a list of names')
  expect(new Set(required).size === required.length, requiredPath, 'a list without repetition')
  for (const [index, name] of required.entries()) {
    expect(names.includes(name), step(requiredPath, index), 'the name of a field')
  }
  return count
}

/** Checks one schema and counts the fields inside it. */
function checkSchema(schema: FieldSchema | undefined, path: string, depth: number): number {
  if (!isObject(schema)) throw error('type-member-wrong', { path, expected: 'a schema' })
  if (depth > MAX_FIELD_DEPTH) throw error('type-limit', { path, most: MAX_FIELD_DEPTH })
  const { type } = schema
  expect(
    typeof type === 'string' && Object.hasOwn(KEYWORDS, type),
    `${path}/type`,
    Object.keys(KEYWORDS).join(', '),
  )
  for (const name of Object.keys(schema)) {
    const known = LABELS.includes(name) || KEYWORDS[type].includes(name)
    if (!known) throw error('type-member-unknown', { path: step(path, name) })
  }
  label(schema.title, `${path}/title`)
  label(schema.titleEn, `${path}/titleEn`)
  switch (type) {
    case 'string':
      checkString(schema, path)
      return 0
    case 'integer':
      bounds(schema.minimum, schema.maximum, path, 'minimum', 'maximum', -SAFE, SAFE)
      return 0
    case 'boolean':
      return 0
    case 'array':
      bounds(schema.minItems, schema.maxItems, path, 'minItems', 'maxItems', 0, MAX_FIELD_ITEMS)
      return checkSchema(schema.items, `${path}/items`, depth + 1)
    case 'object':
      return checkProperties(
        schema.properties ?? {},
        schema.required ?? [],
        `${path}/properties`,
        `${path}/required`,
        depth + 1,
      )
  }
}

const SAFE = Number.MAX_SAFE_INTEGER

function checkString(schema: FieldSchema, path: string): void {
  bounds(schema.minLength, schema.maxLength, path, 'minLength', 'maxLength', 0, MAX_FIELD_TEXT)
  expect(schema.format === undefined || schema.format === 'date', `${path}/format`, 'date')
  if (schema.enum !== undefined) checkEnum(schema.enum, `${path}/enum`)
  if (schema.pattern === undefined) return
  expect(typeof schema.pattern === 'string', `${path}/pattern`, 'a regular expression')
  const why = refusalOf(schema.pattern)
  if (why !== undefined) throw error('type-pattern-refused', { path: `${path}/pattern`, why })
}

function checkEnum(choices: readonly string[], path: string): void {
  expect(Array.isArray(choices) && choices.length > 0, path, 'a list of choices')
  if (choices.length > MAX_ENUM) throw error('type-limit', { path, most: MAX_ENUM })
  expect(new Set(choices).size === choices.length, path, 'a list without repetition')
  for (const [index, choice] of choices.entries()) label(choice, step(path, index))
}

function bounds(
  least: number | undefined,
  most: number | undefined,
  path: string,
  leastName: string,
  mostName: string,
  low: number,
  high: number,
): void {
  for (const [name, value] of [
    [leastName, least],
    [mostName, most],
  ] as const) {
    if (value === undefined) continue
    expect(Number.isInteger(value) && value >= low, step(path, name), `an integer from ${low}`)
    if (value > high) throw error('type-limit', { path: step(path, name), most: high })
  }
  expect((least ?? low) <= (most ?? high), step(path, mostName), `no less than ${leastName}`)
}

function label(value: unknown, path: string): void {
  const right = typeof value === 'string' && value.trim() !== '' && checkText(value, path).length === 0
  expect(right, path, 'text in NFC without control or private characters')
  if (String(value).length > MAX_LABEL_LENGTH) throw error('type-limit', { path, most: MAX_LABEL_LENGTH })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function expect(holds: boolean, path: string, expected: string): void {
  if (!holds) throw error('type-member-wrong', { path, expected })
}
