import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, foodLicence, foodOrder } from '../testing/sample.ts'
import {
  checkFields,
  defineType,
  type FieldSchema,
  isCivilDate,
  type LicenceType,
  parseIJson,
} from './index.ts'

const type = defineType(foodLicence)
const found = (fields: unknown) =>
  checkFields(type, fields, '/fields').map(({ path, code }) => `${path} ${code}`)

describe('face fields', () => {
  it('that fit have no findings', () => {
    expect(found(foodOrder.fields)).toEqual([])
    expect(found({ business: '单位食堂', items: ['热食'], place: '某地' })).toEqual([])
  })

  it.each([
    ['/place', [], ['/fields/place field-missing']],
    ['/manager/name', [], ['/fields/manager/name field-missing']],
    ['/colour', ['red'], ['/fields/colour field-unknown']],
    ['/manager/age', [1], ['/fields/manager/age field-unknown']],
    ['/place', [7], ['/fields/place field-wrong-kind']],
    ['/place', [null], ['/fields/place field-wrong-kind']],
    ['/place', ['地'.repeat(101)], ['/fields/place field-too-long']],
    ['/place', ['𠮷'.repeat(100)], []],
    ['/place', ['𠮷'.repeat(101)], ['/fields/place field-too-long']],
    ['/place', ['地'], ['/fields/place field-too-short']],
    ['/place', ['𠮷'], ['/fields/place field-too-short']],
    ['/place', ['人民路\n1号'], ['/fields/place text-character']],
    ['/place', ['cafe\u0301 路'], ['/fields/place text-not-nfc']],
    ['/business', ['理发'], ['/fields/business field-not-in-list']],
    ['/capital', ['1,000'], ['/fields/capital field-pattern']],
    ['/capital', ['1'.repeat(129)], ['/fields/capital field-too-long']],
    ['/inspected', ['2026-02-30'], ['/fields/inspected field-date']],
    ['/seats', [-1], ['/fields/seats field-out-of-range']],
    ['/seats', [5001], ['/fields/seats field-out-of-range']],
    ['/seats', [1.5], ['/fields/seats field-wrong-kind']],
    ['/seats', ['48'], ['/fields/seats field-wrong-kind']],
    ['/seats', [Number.NaN], ['/fields/seats field-wrong-kind']],
    ['/online', ['是'], ['/fields/online field-wrong-kind']],
    ['/items', [[]], ['/fields/items field-too-few']],
    ['/items', [['a', 'b', 'c', 'd']], ['/fields/items field-too-many']],
    ['/items', [['a', 1]], ['/fields/items/1 field-wrong-kind']],
    ['/items', ['热食'], ['/fields/items field-wrong-kind']],
    ['/manager', [[]], ['/fields/manager field-wrong-kind']],
    ['/manager', [new Map()], ['/fields/manager field-wrong-kind']],
  ])('at %s, %j: %j', (pointer, replacement, expected) => {
    expect(found(changed(foodOrder.fields, pointer, ...replacement))).toEqual(expected)
  })

  it('are reported all at once, in both languages', () => {
    const fields = { items: [1], place: '地'.repeat(101), capital: 'viel', colour: 'red' }
    const findings = checkFields(type, fields)
    expect(findings.map(({ code }) => code)).toEqual([
      'field-missing',
      'field-wrong-kind',
      'field-too-long',
      'field-pattern',
      'field-unknown',
    ])
    expect(findings[0]?.sentence).toEqual({ en: 'The field “Business” is missing.', zh: '缺少“主体业态”。' })
    for (const { sentence, remedy } of findings) {
      for (const words of [sentence, remedy]) expect(`${words.en}${words.zh}`).not.toMatch(/\{\w+\}/)
    }
  })

  it.each([null, undefined, 1, 'x', [], new Date(0)])('that are %j are no fields', (fields) => {
    expect(found(fields)).toEqual(['/fields field-wrong-kind'])
  })

  it('have no member by the name __proto__', () => {
    const fields = parseIJson(new TextEncoder().encode('{"__proto__":{"place":"某地"}}'))
    expect(found(fields)).toContain('/fields/__proto__ field-unknown')
    expect(found(fields)).toContain('/fields/place field-missing')
  })

  it('with 10,000 unknown names are reported up to a limit', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x${index}`, 1]))
    expect(checkFields(type, many)).toHaveLength(100)
  })

  it('of which 150 are missing are reported up to the same limit', () => {
    const { place } = foodLicence.fields
    const names = Array.from({ length: 150 }, (_, index) => `f${index}`)
    const fields = Object.fromEntries(names.map((name) => [name, place]))
    const long = changed(changed(foodLicence, '/order', names), '/required', names)
    expect(checkFields(changed(long, '/fields', fields), {})).toHaveLength(100)
  })

  it('without a limit of their own are limited all the same', () => {
    const { maxLength: _, minLength: __, ...place } = foodLicence.fields.place ?? {}
    const { maxItems: ___, ...items } = foodLicence.fields.items ?? {}
    const open = defineType({
      ...foodLicence,
      fields: { place, items },
      order: ['place', 'items'],
      required: [],
    })
    const codes = (fields: unknown) => checkFields(open, fields).map(({ code }) => code)
    expect(codes({ place: '地'.repeat(4000), items: Array.from({ length: 200 }, () => '热食') })).toEqual([])
    expect(codes({ place: '地'.repeat(4001) })).toEqual(['field-too-long'])
    expect(codes({ items: Array.from({ length: 201 }, () => '热食') })).toEqual(['field-too-many'])
  })

  it('of a type that is itself wrong are not checked at all', () => {
    const wrong = changed(foodLicence, '/fields/capital/pattern', '^(a+)+$')
    expect(() => checkFields(wrong, foodOrder.fields)).toThrow(/^type-pattern-refused/)
  })
})

/** JSON Schema is what the words of a field schema mean; Ajv says what JSON Schema means. */
describe('compared with Ajv 2020 in strict mode', () => {
  const labels = { title: '项', titleEn: 'Item' }
  const schema: fc.Arbitrary<FieldSchema> = fc.letrec<{ any: FieldSchema }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 2 },
      bounded('string', 'minLength', 'maxLength', 3),
      fc.constantFrom<FieldSchema>(
        { type: 'string', ...labels, enum: ['a', '一'] },
        { type: 'string', ...labels, format: 'date' },
        { type: 'string', ...labels, pattern: '^[ab]{1,2}(x|y)?$' },
        { type: 'boolean', ...labels },
      ),
      bounded('integer', 'minimum', 'maximum', 3),
      fc
        .tuple(bounded('array', 'minItems', 'maxItems', 2), tie('any'))
        .map(([array, items]): FieldSchema => ({ ...array, items })),
      fc
        .tuple(tie('any'), tie('any'), fc.subarray(['a', 'b']))
        .map(
          ([a, b, required]): FieldSchema => ({ type: 'object', ...labels, properties: { a, b }, required }),
        ),
    ),
  })).any

  function bounded(kind: 'string' | 'integer' | 'array', least: string, most: string, high: number) {
    return fc
      .tuple(fc.nat(high), fc.nat(high), fc.boolean(), fc.boolean())
      .map(([a, b, withLeast, withMost]) => ({
        type: kind,
        ...labels,
        ...(withLeast ? { [least]: Math.min(a, b) } : {}),
        ...(withMost ? { [most]: Math.max(a, b) } : {}),
      })) as fc.Arbitrary<FieldSchema>
  }

  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(
        '',
        'a',
        '一',
        '𠮷𠮷',
        'abx',
        'abc',
        '2026-11-23',
        '2026-02-30',
        true,
        null,
        0,
        1,
        3,
        -1,
        1.5,
      ),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3 }),
    ),
  })).any

  it('says yes and no to the same values', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true })
    ajv.addFormat('date', isCivilDate)
    const answers = { yes: 0, no: 0 }
    fc.assert(
      fc.property(schema, fc.array(value, { minLength: 5, maxLength: 20 }), (one, values) => {
        const typeOfOne: LicenceType = defineType({
          ...foodLicence,
          fields: { one },
          order: ['one'],
          required: ['one'],
        })
        const validate = ajv.compile({
          type: 'object',
          properties: { one: standard(one) },
          required: ['one'],
          additionalProperties: false,
        })
        for (const given of values) {
          const fits = checkFields(typeOfOne, { one: given }).length === 0
          answers[fits ? 'yes' : 'no']++
          expect(fits).toBe(validate({ one: given }))
        }
      }),
      { numRuns: 150 },
    )
    expect(Math.min(answers.yes, answers.no)).toBeGreaterThan(50)
  })

  /** The schema as the standard writes it: our labels away, objects closed. */
  function standard({ title: _, titleEn: __, ...one }: FieldSchema): object {
    return {
      ...one,
      ...(one.items ? { items: standard(one.items) } : {}),
      ...(one.properties
        ? {
            properties: Object.fromEntries(
              Object.entries(one.properties).map(([name, member]) => [name, standard(member)]),
            ),
            additionalProperties: false,
          }
        : {}),
    }
  }
})
