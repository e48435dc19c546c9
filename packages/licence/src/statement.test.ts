import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, foodOrder, foodParts, foodStatement } from '../testing/sample.ts'
import {
  canonicalise,
  MAX_STATEMENT_BYTES,
  makeStatement,
  readStatement,
  type Statement,
  statementBytes,
} from './index.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Frozen for ever: whatever changes them makes another format. */
const vectors = JSON.parse(readFileSync(new URL('../vectors/statement.json', import.meta.url), 'utf8')) as {
  readonly valid: readonly { readonly name: string; readonly text: string; readonly sha256: string }[]
  readonly invalid: readonly { readonly name: string; readonly text: string; readonly code: string }[]
}

describe('frozen statements', () => {
  it('are there', () => {
    expect(vectors.valid.length).toBeGreaterThanOrEqual(3)
    expect(vectors.invalid.length).toBeGreaterThanOrEqual(15)
  })

  it.each(vectors.valid)('$name reads, and has the same bytes and digest as ever', ({ text, sha256 }) => {
    const statement = readStatement(bytesOf(text))
    expect(new TextDecoder().decode(statementBytes(statement))).toBe(text)
    expect(createHash('sha256').update(statementBytes(statement)).digest('hex')).toBe(sha256)
  })

  it.each(vectors.invalid)('$name is refused by $code', ({ text, code }) => {
    expect(() => readStatement(bytesOf(text))).toThrow(expect.objectContaining({ name: 'VaultError', code }))
  })
})

describe('making a statement', () => {
  it('gives the frozen one', () => {
    expect(new TextDecoder().decode(statementBytes(foodStatement))).toBe(vectors.valid[0]?.text)
  })

  it('takes only an order that fits', () => {
    const order = changed(foodOrder, '/fields/place')
    expect(() => makeStatement({ ...foodParts, order })).toThrow(/^order-does-not-fit/)
  })

  it('asks whether the type is in force on the day of issue', () => {
    const type = { ...foodParts.type, inForce: { from: '2026-01-01', until: '2026-11-22' } }
    expect(() => makeStatement({ ...foodParts, type })).toThrow(/order-does-not-fit: .* type-not-in-force/)
  })

  it.each([
    ['statement-member-wrong', { salt: new Uint8Array(15) }],
    ['statement-member-wrong', { number: '' }],
    ['statement-member-wrong', { number: 'x'.repeat(129) }],
    ['statement-member-wrong', { issuedAt: '2026-11-23T09:44:30+08:00' }],
    ['statement-member-wrong', { issuedAt: '2026-11-23T09:44:30.5Z' }],
    ['statement-member-wrong', { issuedAt: '2026-11-23T24:00:00Z' }],
    ['statement-member-wrong', { issuedOn: '2026-11-25' }],
    ['statement-member-wrong', { rendererVersion: 'my renderer' }],
    ['identifier-check-wrong', { identifier: foodParts.identifier.replace(/.$/, '?').replace('?', '0') }],
    [
      'statement-disagrees',
      { identifier: '1.2.156.3005.2.11339900MB9X00023D001.11339900MB9X00023D.2018000001.001.Y' },
    ],
  ])('throws %s for %j', (code, wrong) => {
    expect(() => makeStatement({ ...foodParts, ...wrong })).toThrow(new RegExp(`^${code}: `))
  })

  it('allows the civil date to be a day away from UTC, as it is in the morning at UTC+8', () => {
    const parts = { ...foodParts, issuedAt: '2026-11-22T16:30:00Z', issuedOn: '2026-11-23' }
    expect(makeStatement(parts).issuedOn).toBe('2026-11-23')
  })
})

describe('reading a statement', () => {
  it('gives back what was written', () => {
    expect(readStatement(statementBytes(foodStatement))).toEqual(foodStatement)
  })

  it.each([
    ['statement-version-unknown', '/format', 'licencevault.statement/2'],
    ['statement-member-unknown', '/qr', 'x'],
    ['statement-member-unknown', '/type/kind', 'licence'],
    ['statement-member-unknown', '/holders/0/phone', '1'],
    ['statement-member-wrong', '/fields/seats', 1.5],
    ['statement-member-wrong', '/fields/seats', null],
    ['statement-member-wrong', '/fields/place', '人民路\n1号'],
    ['statement-member-wrong', '/fields/place', '\ue000'],
    ['statement-member-wrong', '/fields/place', 'cafe\u0301'],
    ['statement-member-wrong', '/fields', []],
    ['statement-member-wrong', '/fields/经营', 'x'],
    ['statement-member-wrong', '/holders', []],
    ['statement-member-wrong', '/holders/0/code', '91339900MA9X00011W'],
    ['statement-member-wrong', '/holders', Array.from({ length: 101 }, () => foodStatement.holders[0])],
    ['statement-member-wrong', '/template', 'AB'.repeat(32)],
    ['statement-member-wrong', '/type/version', 0],
    ['statement-member-wrong', '/type/name', ' 食品'],
    ['statement-member-wrong', '/authority/code', '11339900MB9X00023E'],
    ['statement-member-wrong', '/validity/until', '2026-11-22'],
    ['statement-member-wrong', '/validity/from', '2026-02-30'],
    ['statement-member-wrong', '/salt', 'AAAAAAAAAAAAAAAAAAAAAB'],
    ['statement-member-wrong', '/salt', 'AAAAAAAAAAAAAAAAAAAAAA=='],
    ['statement-disagrees', '/type/code', '11339900MB9X00023D005'],
    ['statement-disagrees', '/authority/code', '11339900MB9X00015J'],
    ['identifier-check-wrong', '/identifier', `${foodStatement.identifier.slice(0, -1)}0`],
    ['identifier-root-other', '/identifier', foodStatement.identifier.replace('3005', '3003')],
  ])('throws %s for %s = %j', (code, pointer, value) => {
    const wrong = canonicalise(changed(foodStatement, pointer, value))
    expect(() => readStatement(wrong)).toThrow(new RegExp(`^${code}: `))
    // Writing refuses the same things as reading.
    expect(() => statementBytes(changed(foodStatement, pointer, value))).toThrow(new RegExp(`^${code}: `))
  })

  it.each(Object.keys(foodStatement).filter((name) => name !== 'format'))('needs %s', (name) => {
    expect(() => readStatement(canonicalise(changed(foodStatement, `/${name}`)))).toThrow(
      `statement-member-wrong: The statement is wrong at /${name}: expected a value; it is missing.`,
    )
  })

  it('takes eight levels of fields, and refuses nine whether writing or reading', () => {
    const eight = changed(foodStatement, '/fields/deep', [[[[[[[1]]]]]]])
    expect(readStatement(statementBytes(eight))).toEqual(eight)
    const nine = changed(foodStatement, '/fields/deep', [[[[[[[[1]]]]]]]])
    expect(() => statementBytes(nine)).toThrow(/^statement-member-wrong/)
    expect(() => readStatement(canonicalise(nine))).toThrow(/^json-too-deep: .* 9 levels/)
  })

  it('names a later version before it stumbles over its contents', () => {
    expect(() => readStatement(bytesOf('{ "format": "licencevault.statement/2", "new": 1.5 }'))).toThrow(
      'statement-version-unknown: The statement has the format licencevault.statement/2; this library reads licencevault.statement/1.',
    )
  })

  it.each(['', 'null', '[]', '1', '{}', '{"format":1}', '{"format":"licencevault.statement/1"}'])(
    'throws a typed error for %j',
    (text) => {
      expect(() => readStatement(bytesOf(text))).toThrow(/^(json|statement)-/)
    },
  )

  it('throws nothing but typed errors for whatever byte is changed', () => {
    const bytes = statementBytes(foodStatement)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = bytes.slice()
        damaged[at] = ((damaged[at] ?? 0) + by) % 256
        try {
          expect(statementBytes(readStatement(damaged))).toEqual(damaged)
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'VaultError' })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('throws nothing but typed errors for whatever value is put anywhere', () => {
    const pointers = pointersOf(foodStatement)
    const junk = fc.oneof(
      fc.constantFrom<unknown>(null, [], {}, '', 0, -1, 1e21, true, [null], { a: null }),
      fc.jsonValue(),
    )
    fc.assert(
      fc.property(fc.constantFrom(...pointers), junk, (pointer, value) => {
        let bytes: Uint8Array
        try {
          bytes = canonicalise(changed(foodStatement, pointer, value))
          expect(statementBytes(readStatement(bytes))).toEqual(bytes)
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'VaultError' })
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the size of a statement', () => {
  const ofSize = (count: number): Statement =>
    changed(
      foodStatement,
      '/fields/items',
      Array.from({ length: count }, () => '热'.repeat(1000)),
    )

  it('is limited when written and when read', () => {
    expect(readStatement(statementBytes(ofSize(80)))).toEqual(ofSize(80))
    expect(() => statementBytes(ofSize(90))).toThrow(/^json-too-large/)
    expect(() => readStatement(canonicalise(ofSize(90)))).toThrow(/^json-too-large/)
    expect(MAX_STATEMENT_BYTES).toBe(262_144)
  })

  it('is the only limit on how many values it has', () => {
    const many = changed(
      foodStatement,
      '/fields/items',
      Array.from({ length: 130_000 }, () => 1),
    )
    expect(readStatement(statementBytes(many))).toEqual(many)
  })
})

/** Where every value of a statement stands. */
function pointersOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [
    `${path}/${name}`,
    ...pointersOf(member, `${path}/${name}`),
  ])
}
