import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPress, type Page, type PlacedText } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { describeWith } from '@licencevault/kit/programs'
import type { FieldSchema, FieldValue, LicenceType, Statement } from '@licencevault/licence'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { everyFace, type Face, faces } from './faces.ts'

const fonts = notoFonts()
const letters = [...'云汀市监督管理局食品经营许可证，。；（）《》、：“”一二三1234567890ABCxyz m²-/%']
const words = (most: number) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: Math.max(1, most) }),
    )
    .map(
      ([some, length]) =>
        some
          .join('')
          .trim()
          .padEnd(1, '文')
          .repeat(Math.ceil(length / some.length))
          .slice(0, length)
          .trim() || '文',
    )

/** Any value that a field of the schema might have, as long as it may be and longer. */
function values(schema: FieldSchema): fc.Arbitrary<FieldValue> {
  if (schema.enum || schema.format === 'date') return fc.constant(schema.enum?.[0] ?? '2026-11-23')
  switch (schema.type) {
    case 'integer':
      return fc.integer({ min: 0, max: 99_999_999 })
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(values(schema.items ?? { ...schema, type: 'string' }), { minLength: 0, maxLength: 14 })
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, values(inner)]),
        ),
      )
    case 'string':
      return fc.oneof({ weight: 3, arbitrary: words(40) }, words(schema.maxLength ?? 120))
  }
}

function statements({ type, statement }: Face): fc.Arbitrary<Statement> {
  const fields = fc.record(
    Object.fromEntries(Object.entries(type.fields).map(([name, schema]) => [name, values(schema)])),
  )
  return fc
    .record({ fields, holder: words(200), authority: words(60) })
    .map(({ fields, holder, authority }) => ({
      ...statement,
      fields,
      holders: statement.holders.map((one) => ({ ...one, name: holder })),
      authority: { ...statement.authority, name: authority },
    }))
}

const bare = (text: string) => text.replace(/\s/g, '')

/** Every text of a value that the face must show. */
function textsOf(value: FieldValue, schema: FieldSchema): string[] {
  if (typeof value === 'string') return schema.format === 'date' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, schema.items ?? schema))
  if (typeof value !== 'object') return typeof value === 'number' ? [String(value)] : []
  return Object.entries(value).flatMap(([name, one]) => {
    const inner = schema.properties?.[name]
    return inner ? textsOf(one, inner) : []
  })
}

function expectWhole(
  pages: readonly Page[],
  { fields, holders, authority }: Statement,
  type: LicenceType,
): void {
  const said = new Map<string, string>()
  // Labels and titles stand again where their text goes on.
  const texts = pages.flatMap((page) => page.texts).filter(({ name, text }) => name !== text)
  for (const { name, text } of texts) said.set(name, (said.get(name) ?? '') + bare(text))
  const all = [...said.values()]
  const wanted = [
    ...holders.map((holder) => holder.name),
    authority.name,
    ...Object.entries(fields).flatMap(([name, value]) => textsOf(value, type.fields[name] as FieldSchema)),
  ]
  for (const text of wanted)
    expect(
      all.some((one) => one.includes(bare(text))),
      text,
    ).toBe(true)
}

/** Points from the edge of the paper in which nothing is written. */
const margin = 14

function expectInside({ width, height, texts }: Page): void {
  for (const one of texts) {
    expect(one.x, one.name).toBeGreaterThanOrEqual(margin)
    expect(one.x + one.width, one.name).toBeLessThanOrEqual(width - margin)
    expect(one.y, one.name).toBeGreaterThanOrEqual(margin)
    expect(one.y + one.height, one.name).toBeLessThanOrEqual(height - margin)
  }
}

function expectApart({ texts, qr }: Page): void {
  const boxes = [...texts, ...qr.map(({ area }): PlacedText => ({ ...area, name: 'QR', text: '' }))]
  const meet = (a: PlacedText, b: PlacedText) =>
    a.x < b.x + b.width - 0.5 &&
    b.x < a.x + a.width - 0.5 &&
    a.y < b.y + b.height - 0.5 &&
    b.y < a.y + a.height - 0.5
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1))
      expect(
        meet(one, other),
        `${one.name} “${one.text.slice(0, 20)}” × ${other.name} “${other.text.slice(0, 20)}”`,
      ).toBe(false)
  })
}

describe('texts of any length', () => {
  it.each(faces().map((face) => [face.layout, face] as const))(
    'stand whole, apart and inside the page: %s',
    (_, face) => {
      const press = openPress(face.template, fonts)
      fc.assert(
        fc.property(statements(face), (statement) => {
          const pages = press.layOut(statement)
          expectWhole(pages, statement, face.type)
          pages.forEach(expectInside)
          pages.forEach(expectApart)
        }),
        { numRuns: 25 },
      )
    },
  )
})

/** Points: what is smaller is hard to read from paper. */
const legible = 9
const fullScope = '一般项目：食用农产品销售；信息咨询服务（不含许可类信息咨询服务）；'
  .repeat(70)
  .slice(0, 2000)

describe('a text of 2,000 characters', () => {
  const isLong = ({ maxLength = 0 }: FieldSchema) => maxLength >= 2000
  const wide = everyFace().filter(({ type }) => Object.values(type.fields).some(isLong))

  it.each(wide.map((face) => [face.type.name, face] as const))(
    'leaves the holder’s name legible: %s',
    (_, { type, template, statement }) => {
      const fields = Object.fromEntries(
        Object.entries(statement.fields).map(([name, value]) =>
          isLong(type.fields[name] as FieldSchema) ? [name, fullScope] : [name, value],
        ),
      )
      const name = statement.holders[0]?.name ?? ''
      const [page] = openPress(template, fonts).layOut({ ...statement, fields })
      const first = page?.filled.runs.find(({ characters }) =>
        String.fromCodePoint(...characters.map(({ codePoint }) => codePoint)).startsWith(name.slice(0, 4)),
      )
      expect(first?.size).toBeGreaterThanOrEqual(legible)
    },
  )
})

describeWith('pdftotext', 'a reader of PDF', (pdftotext) => {
  const folder = mkdtempSync(join(tmpdir(), 'licence-text-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(faces().map((face) => [face.layout, face] as const))(
    'finds every character: %s',
    async (_, face) => {
      const press = openPress(face.template, fonts)
      const [statement] = fc.sample(statements(face), { numRuns: 1, seed: 7 })
      if (!statement) throw new TypeError('fast-check answered nothing')
      const file = join(folder, `${face.layout}.pdf`)
      writeFileSync(file, press.render(statement))
      const { stdout } = await pdftotext.run(['-raw', file, '-'])
      const found = counted(stdout)
      const wanted = counted(
        press
          .layOut(statement)
          .flatMap((page) => page.texts.map((one) => one.text))
          .join(''),
      )
      for (const [character, count] of wanted)
        expect(found.get(character) ?? 0, character).toBeGreaterThanOrEqual(count)
    },
  )
})

/** How often each character stands in a text, compatible forms taken as one (extractors answer radicals). */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const character of bare(text.normalize('NFKC')))
    counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}
