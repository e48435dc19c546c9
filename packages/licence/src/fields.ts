import { isCivilDate } from './civil-date.ts'
import type { Code } from './codes.ts'
import { defineType } from './define-type.ts'
import { MAX_FIELD_ITEMS, MAX_FIELD_TEXT } from './field-schema.ts'
import { type Finding, finding, step } from './finding.ts'
import { MAX_PATTERN_TEXT } from './pattern.ts'
import { isAtMost, isPlainObject, words } from './shape.ts'
import { checkText } from './text.ts'
import type { FieldSchema, LicenceType } from './type.ts'

/** Findings reported for one set of fields; what is wrong beyond that is left unsaid. */
const MAX_FIELD_FINDINGS = 100

/**
 * Do these face fields fit the type? Every problem with its place: missing, unknown, of the wrong kind,
 * too long, not of the form… None when they fit. Meant exactly as JSON Schema 2020-12 means the same
 * words, objects being closed; beyond that, texts must be fit for a licence.
 *
 * @throws VaultError `type-…` when the type itself is wrong
 */
export function checkFields(type: LicenceType, fields: unknown, path = ''): readonly Finding[] {
  const { fields: properties, required, name, nameEn } = defineType(type)
  const findings: Finding[] = []
  const whole: FieldSchema = { type: 'object', title: name, titleEn: nameEn, properties, required }
  checkValue({ schema: whole, path, findings }, fields)
  return findings
}

const KINDS = {
  string: words('text', '文本'),
  integer: words('an integer', '整数'),
  boolean: words('true or false', '布尔值（true 或 false）'),
  array: words('a list', '列表'),
  object: words('an object', '对象'),
} as const

interface Place {
  readonly schema: FieldSchema
  readonly path: string
  readonly findings: Finding[]
}

function checkValue(place: Place, value: unknown): void {
  if (place.findings.length >= MAX_FIELD_FINDINGS) return
  const { type } = place.schema
  if (type === 'string' && typeof value === 'string') checkString(place, value)
  else if (type === 'integer' && typeof value === 'number' && Number.isSafeInteger(value)) {
    checkInteger(place, value)
  } else if (type === 'array' && Array.isArray(value)) checkArray(place, value)
  else if (type === 'object' && isPlainObject(value)) checkObject(place, value)
  else if (type !== 'boolean' || typeof value !== 'boolean') {
    report(place, 'field-wrong-kind', { expected: KINDS[type].en, expectedZh: KINDS[type].zh })
  }
}

function report(
  { schema, path, findings }: Place,
  code: Code,
  details: Record<string, string | number> = {},
): void {
  if (findings.length < MAX_FIELD_FINDINGS)
    findings.push(finding(code, path, { title: schema.title, titleEn: schema.titleEn, ...details }))
}

function checkString(place: Place, value: string): void {
  const { minLength, maxLength, pattern, format, enum: choices } = place.schema
  const most = Math.min(
    maxLength ?? MAX_FIELD_TEXT,
    pattern === undefined ? MAX_FIELD_TEXT : MAX_PATTERN_TEXT,
  )
  // A longer one is looked at no further: neither a pattern nor a normalisation is run on it.
  if (!isAtMost(value, most)) {
    report(place, 'field-too-long', { most })
    return
  }
  place.findings.push(...checkText(value, place.path))
  if (minLength !== undefined && [...value].length < minLength)
    report(place, 'field-too-short', { least: minLength })
  if (pattern !== undefined && !regex(pattern).test(value)) report(place, 'field-pattern', { pattern })
  if (format === 'date' && !isCivilDate(value)) report(place, 'field-date')
  if (choices && !choices.includes(value)) {
    report(place, 'field-not-in-list', { list: choices.join(', '), listZh: choices.join('、') })
  }
}

const AT_LEAST = { comparison: 'at least', comparisonZh: '不小于' } as const
const AT_MOST = { comparison: 'at most', comparisonZh: '不大于' } as const

function checkInteger(place: Place, value: number): void {
  const { minimum, maximum } = place.schema
  if (minimum !== undefined && value < minimum)
    report(place, 'field-out-of-range', { ...AT_LEAST, limit: minimum })
  if (maximum !== undefined && value > maximum)
    report(place, 'field-out-of-range', { ...AT_MOST, limit: maximum })
}

function checkArray(place: Place, values: readonly unknown[]): void {
  const { items, minItems, maxItems = MAX_FIELD_ITEMS } = place.schema
  if (values.length > maxItems) {
    report(place, 'field-too-many', { most: maxItems })
    return
  }
  if (minItems !== undefined && values.length < minItems) report(place, 'field-too-few', { least: minItems })
  if (!items) return
  for (let index = 0; index < values.length; index++) {
    checkValue({ ...place, schema: items, path: step(place.path, index) }, values[index])
  }
}

function checkObject(place: Place, value: Readonly<Record<string, unknown>>): void {
  const { properties = {}, required = [] } = place.schema
  for (const name of required) {
    const schema = properties[name]
    if (schema && !Object.hasOwn(value, name))
      report({ ...place, schema, path: step(place.path, name) }, 'field-missing')
  }
  for (const [name, member] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined
    const path = step(place.path, name.slice(0, MAX_NAME_SHOWN))
    if (schema) checkValue({ ...place, schema, path }, member)
    else report({ ...place, path }, 'field-unknown', { name: name.slice(0, MAX_NAME_SHOWN) })
  }
}

const MAX_NAME_SHOWN = 64

// The patterns of the types in use: a city has a few hundred. Beyond that the oldest gives way.
const compiled = new Map<string, RegExp>()
const MAX_COMPILED = 2000

function regex(pattern: string): RegExp {
  const known = compiled.get(pattern)
  if (known) return known
  const made = new RegExp(pattern, 'u')
  if (compiled.size >= MAX_COMPILED) {
    for (const oldest of compiled.keys()) {
      compiled.delete(oldest)
      break
    }
  }
  compiled.set(pattern, made)
  return made
}
