import { checkTemplate, templateDigest } from '@licencevault/document'
import {
  canonicalise,
  composeIdentifier,
  defineType,
  type FieldSchema,
  type LicenceType,
  writeNumber,
} from '@licencevault/licence'
import { describe, expect, test } from 'vitest'
import { departments } from './departments.ts'
import { layouts } from './layouts/index.ts'
import { cityTypes, licenceTypes, templateOf, typeOf } from './licence-types.ts'

const named = licenceTypes.map((type) => [type.name, type] as const)
const areaOf = new Map(departments.map(({ code, area }) => [code, area]))

test('the city has 84 licence types, each with its own code, name and fields', () => {
  expect(licenceTypes).toHaveLength(84)
  const different = (of: (type: LicenceType) => string) => new Set(licenceTypes.map(of)).size
  expect(different(({ code }) => code)).toBe(84)
  expect(different(({ name }) => name)).toBe(84)
  expect(different(({ nameEn }) => nameEn)).toBe(84)
  expect(different(({ fields }) => new TextDecoder().decode(canonicalise(fields)))).toBe(84)
})

test('kinds, layouts and classes are all in use', () => {
  const used = <T>(of: (found: (typeof cityTypes)[number]) => T) => new Set(cityTypes.map(of))
  expect(used(({ layout }) => layout)).toEqual(new Set(Object.keys(layouts)))
  expect(used(({ type }) => type.kind)).toEqual(new Set(['licence', 'approval', 'certificate']))
  expect(used(({ type }) => type.retention)).toEqual(new Set(['Y', 'D30', 'D10']))
  expect(used(({ type }) => type.validity.kind)).toEqual(new Set(['indefinite', 'fixed', 'range']))
  expect(used(({ type }) => type.holderKinds.join())).toEqual(
    new Set(['person', 'organisation', 'person,organisation']),
  )
})

describe.each(named)('%s', (_, type) => {
  test('is a type that the library accepts, also after a journey as JSON', () => {
    const read: unknown = JSON.parse(JSON.stringify(type))
    expect(defineType(read)).toEqual(type)
  })

  test('names the digest of its face', () => {
    const template = templateOf(type)
    checkTemplate(template)
    expect(templateDigest(template)).toBe(type.template)
    expect(typeOf(type.code)).toBe(type)
  })

  test('is defined and issued by departments of the city', () => {
    for (const code of [type.definingAuthority.code, ...type.issuingAuthorities])
      expect(areaOf.has(code)).toBe(true)
    expect(type.code.slice(0, 18)).toBe(type.definingAuthority.code)
    expect(
      composeIdentifier({
        typeCode: type.code,
        issuerCode: type.issuingAuthorities[0] ?? '',
        serial: '1',
        version: 1,
      }),
    ).toContain(type.code)
  })

  test('never gives one number twice', () => {
    const numbers = type.issuingAuthorities.flatMap((code) =>
      [2025, 2026].flatMap((year) =>
        [1, 2, 999].map((serial) =>
          writeNumber(type.numbering, {
            year,
            serial,
            area: areaOf.get(code) ?? '',
            // A holder's code tells apart what holders have one of.
            holderCode: type.onePerHolder ? `${code}${year}${serial}` : 'same',
          }),
        ),
      ),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('is labelled in Chinese and in English', () => {
    for (const { title, titleEn } of [{ title: type.name, titleEn: type.nameEn }, ...labels(type.fields)]) {
      expect(title).toMatch(/\p{Script=Han}|^[A-Z]/u)
      expect(titleEn).toMatch(/^[\x20-\x7e²³’]+$/)
    }
  })
})

test('every department issues at least one type', () => {
  const issuers = new Set(licenceTypes.flatMap(({ issuingAuthorities }) => issuingAuthorities))
  expect(departments.filter(({ code }) => !issuers.has(code))).toEqual([])
})

test('a type that the city does not have is a wrong call', () => {
  expect(() => typeOf('11339900MB9X00023D999')).toThrow(RangeError)
})

function labels(fields: Readonly<Record<string, FieldSchema>>): FieldSchema[] {
  return Object.values(fields).flatMap((schema) => [
    schema,
    ...labels(schema.properties ?? {}),
    ...labels(schema.items ? { items: schema.items } : {}),
  ])
}
