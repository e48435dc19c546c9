import type { Words } from '@licencevault/errors'
import { error } from './codes.ts'
import { step } from './finding.ts'
import { refusalOf } from './pattern.ts'
import { isPlainObject, shapeOf, words } from './shape.ts'
import type { FieldSchema, LicenceType } from './type.ts'

/** Fields of one type, those inside objects counted too. */
const MAX_FIELDS = 200
/** Levels of fields and list entries inside one another: the cells of a table are on the third. */
const MAX_FIELD_DEPTH = 4
/** The longest text of a field, in characters, when its schema names none; no schema may exceed it. */
export const MAX_FIELD_TEXT = 4000
/** The longest list of a field, when its schema names none; no schema may exceed it. */
export const MAX_FIELD_ITEMS = 200
const MAX_ENUM = 500
/** The longest label, and the longest choice of an enum, in characters. */
const MAX_LABEL_LENGTH = 200
/** The shape of a field's name. It becomes `KZ_…` in the metadata of GB/T 36903. */
export const FIELD_NAME = /^[A-Za-z][0-9A-Za-z_]{0,63}$/

type Schemas = Readonly<Record<string, FieldSchema>>

const { expect, members, label } = shapeOf('type')

const LABELS = ['type', 'title', 'titleEn']
/** The keywords a schema of each kind may have, beside its kind and labels. */
const KEYWORDS: Readonly<Record<FieldSchema['type'], readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'enum'],
  integer: ['minimum', 'maximum'],
  boolean: [],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'order', 'required'],
}

const KINDS = words(
  `one of ${Object.keys(KEYWORDS).join(', ')}`,
  `以下之一：${Object.keys(KEYWORDS).join('、')}`,
)
const NAME = words(
  'a name of letters, digits and _, beginning with a letter, at most 64',
  '以字母开头、由字母、数字和 _ 组成、最多 64 个字符的名称',
)
const DISTINCT = words('a list without repetition', '没有重复项的列表')

/**
 * Checks that the face fields of a type stay within the stated subset of JSON Schema 2020-12 and its
 * limits. Throws VaultError `type-member-wrong`, `type-member-unknown`, `type-limit`,
 * `type-pattern-refused`.
 */
export function checkFieldSchemas({ fields, order, required }: LicenceType): void {
  const place = { path: '/fields', orderPath: '/order', requiredPath: '/required', depth: 1 }
  const count = checkProperties({ properties: fields, order, required }, place)
  if (count > MAX_FIELDS) throw error('type-limit', { path: '/fields', most: MAX_FIELDS })
}

interface Members {
  readonly properties: Schemas
  readonly order: readonly string[] | undefined
  readonly required: readonly string[]
}

interface Place {
  readonly path: string
  readonly orderPath: string
  readonly requiredPath: string
  readonly depth: number
}

/** Checks the members of an object and counts them and all inside them. */
function checkProperties({ properties, order, required }: Members, place: Place): number {
  const { path, orderPath, requiredPath, depth } = place
  expect(isPlainObject(properties), path, words('an object of fields', '由字段组成的对象'))
  const names = Object.keys(properties)
  let count = names.length
  if (count > MAX_FIELDS) throw error('type-limit', { path, most: MAX_FIELDS })
  for (const name of names) {
    expect(FIELD_NAME.test(name), step(path, name), NAME)
    count += checkSchema(properties[name], step(path, name), depth)
  }
  if (order !== undefined) {
    const whole =
      Array.isArray(order) && order.length === names.length && names.every((name) => order.includes(name))
    expect(whole, orderPath, words('the names of all fields, each once', '全部字段的名称，每个一次'))
  }
  expect(Array.isArray(required), requiredPath, words('a list of names', '名称列表'))
  expect(new Set(required).size === required.length, requiredPath, DISTINCT)
  for (const [index, name] of required.entries()) {
    expect(names.includes(name), step(requiredPath, index), words('the name of a field', '某个字段的名称'))
  }
  return count
}

/** Checks one schema and counts the fields inside it. */
function checkSchema(schema: FieldSchema | undefined, path: string, depth: number): number {
  members(schema, path, LABELS, Object.values(KEYWORDS).flat())
  if (!schema) return 0
  if (depth > MAX_FIELD_DEPTH) throw error('type-limit', { path, most: MAX_FIELD_DEPTH })
  const { type } = schema
  expect(typeof type === 'string' && Object.hasOwn(KEYWORDS, type), `${path}/type`, KINDS)
  members(schema, path, LABELS, KEYWORDS[type])
  label(schema.title, `${path}/title`, MAX_LABEL_LENGTH)
  label(schema.titleEn, `${path}/titleEn`, MAX_LABEL_LENGTH)
  return checkKeywords(schema, path, depth)
}

const SAFE = { low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER }

function checkKeywords(schema: FieldSchema, path: string, depth: number): number {
  switch (schema.type) {
    case 'string':
      checkString(schema, path)
      return 0
    case 'integer':
      bounds(schema, ['minimum', 'maximum'], path, SAFE)
      return 0
    case 'boolean':
      return 0
    case 'array':
      bounds(schema, ['minItems', 'maxItems'], path, { low: 0, high: MAX_FIELD_ITEMS })
      return checkSchema(schema.items, `${path}/items`, depth + 1)
    case 'object':
      return checkProperties(objectMembers(schema), {
        path: `${path}/properties`,
        orderPath: `${path}/order`,
        requiredPath: `${path}/required`,
        depth: depth + 1,
      })
  }
}

function objectMembers({ properties = {}, order, required = [] }: FieldSchema): Members {
  return { properties, order, required }
}

function checkString(schema: FieldSchema, path: string): void {
  bounds(schema, ['minLength', 'maxLength'], path, { low: 0, high: MAX_FIELD_TEXT })
  expect(
    schema.format === undefined || schema.format === 'date',
    `${path}/format`,
    words('the word date', '“date”'),
  )
  if (schema.enum !== undefined) checkEnum(schema.enum, `${path}/enum`)
  if (schema.pattern !== undefined) checkPattern(schema.pattern, `${path}/pattern`)
}

function checkEnum(choices: readonly string[], path: string): void {
  expect(Array.isArray(choices) && choices.length > 0, path, words('a list of choices', '选项列表'))
  if (choices.length > MAX_ENUM) throw error('type-limit', { path, most: MAX_ENUM })
  expect(new Set(choices).size === choices.length, path, DISTINCT)
  for (const [index, choice] of choices.entries()) label(choice, step(path, index), MAX_LABEL_LENGTH)
}

function checkPattern(pattern: string, path: string): void {
  expect(typeof pattern === 'string', path, words('a regular expression', '正则表达式'))
  const why: Words | undefined = refusalOf(pattern)
  if (why) throw error('type-pattern-refused', { path, why: why.en, whyZh: why.zh })
}

type Bound = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems'

function bounds(
  schema: FieldSchema,
  names: readonly [Bound, Bound],
  path: string,
  { low, high }: { low: number; high: number },
): void {
  for (const name of names) {
    const value = schema[name]
    if (value === undefined) continue
    const integer = Number.isInteger(value) && value >= low
    expect(integer, step(path, name), words(`an integer from ${low}`, `不小于 ${low} 的整数`))
    if (value > high) throw error('type-limit', { path: step(path, name), most: high })
  }
  const [least, most] = names
  const ordered = (schema[least] ?? low) <= (schema[most] ?? high)
  expect(ordered, step(path, most), words(`no less than ${least}`, `不小于 ${least} 的值`))
}
