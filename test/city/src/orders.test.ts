import { notoFonts } from '@licencevault/document/noto'
import {
  canonicalise,
  isUscc,
  type LicenceType,
  type Order,
  problemsOf,
  readResidentId,
} from '@licencevault/licence'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cityTypes, licenceTypes, typeOf } from './licence-types.ts'
import { makeOrders } from './orders.ts'
import { randomOf } from './random.ts'
import { firmOf } from './samples/firms.ts'
import { personOf, rare } from './samples/people.ts'

const bytes = (orders: Iterable<Order>) => new TextDecoder().decode(canonicalise([...orders]))
const many = [...makeOrders({ seed: 'many', count: 4_000 })]
const holders = many.flatMap((order) => order.holders)

test('every order fits its type, whatever the seed and the day', () => {
  const day = fc.date({ min: new Date('2019-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.string(), day, (seed, date) => {
      const on = date.toISOString().slice(0, 10)
      for (const order of makeOrders({ seed, count: 84, on })) {
        expect(problemsOf(typeOf(order.type.code), order, on)).toEqual([])
      }
    }),
    { numRuns: 25 },
  )
})

test('many orders fit as well', () => {
  expect(many.flatMap((order) => problemsOf(typeOf(order.type.code), order))).toEqual([])
})

describe('makeOrders', () => {
  test('the same seed gives the same orders, another seed gives others', () => {
    expect(bytes(makeOrders({ seed: 7, count: 120 }))).toBe(bytes(makeOrders({ seed: 7, count: 120 })))
    expect(bytes(makeOrders({ seed: 7, count: 5 }))).not.toBe(bytes(makeOrders({ seed: 8, count: 5 })))
  })

  test('a smaller count gives the first of them', () => {
    expect(bytes(makeOrders({ seed: 7, count: 30 }))).toBe(
      bytes([...makeOrders({ seed: 7, count: 100 })].slice(0, 30)),
    )
  })

  test('begins with each type once, then draws the common ones more often', () => {
    expect(many.slice(0, 84).map(({ type }) => type.code)).toEqual(licenceTypes.map(({ code }) => code))
    const count = (wanted: string) => many.filter(({ type }) => typeOf(type.code).name === wanted).length
    expect(count('机动车驾驶证')).toBeGreaterThan(10 * count('港口经营许可证'))
  })

  test('keeps to the types asked for', () => {
    const types = licenceTypes.filter(({ name }) => name === '营业执照' || name === '结婚证')
    const orders = [...makeOrders({ seed: 1, count: 50, types })]
    expect(new Set(orders.map(({ type }) => type.code))).toEqual(new Set(types.map(({ code }) => code)))
    expect(orders).toHaveLength(50)
  })

  test('refuses types of another city', () => {
    const [type] = licenceTypes
    const strange = [{ ...type, code: '11339900MB9X00023D999' } as LicenceType]
    expect(() => [...makeOrders({ seed: 1, count: 1, types: strange })]).toThrow(RangeError)
  })

  test('nobody comes twice for the same type', () => {
    const seen = many.flatMap(({ type, holders }) => holders.map(({ code }) => `${type.code} ${code}`))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('all authorities of a type issue it', () => {
    const used = new Set(many.map(({ type, authority }) => `${type.code} ${authority.code}`))
    const common = cityTypes.filter(({ weight }) => weight >= 50)
    for (const { type } of common) {
      for (const code of type.issuingAuthorities) expect(used).toContain(`${type.code} ${code}`)
    }
  })
})

describe('holders', () => {
  test('have right codes', () => {
    for (const { code, codeType } of holders) {
      if (codeType === '001') expect(isUscc(code)).toBe(true)
      else expect(readResidentId(code).findings).toEqual([])
    }
    expect(new Set(holders.map(({ codeType }) => codeType))).toEqual(new Set(['001', '111']))
  })

  test('live in division 3399xx, and the people were born from 1900 to 1905', () => {
    for (const { code, codeType } of holders) {
      if (codeType === '001') expect(code.slice(2, 6)).toBe('3399')
      else expect(code).toMatch(/^3399\d\d190[0-5]/)
    }
  })

  test('some of their names are hard to write', () => {
    const names = holders.map(({ name }) => name).join()
    expect([...'䶮㛃𬍛𫖯堃喆昇玥'].filter((character) => !names.includes(character))).toEqual([])
    expect(/\p{Script=Han}·\p{Script=Han}/u.test(names)).toBe(true)
  })

  test('one code belongs to one name, and many hold several licences', () => {
    const names = new Map(holders.map(({ code, name }) => [code, name]))
    for (const { code, name } of holders) expect(names.get(code)).toBe(name)
    expect(names.size).toBeLessThan(holders.length)
  })

  test('the first ten thousand people and firms are all different', () => {
    const city = randomOf('different')
    const codes = Array.from({ length: 10_000 }, (_, n) => [
      personOf(city, n, '男').code,
      personOf(city, n, '女').code,
      firmOf(city, 'company', n).code,
      firmOf(city, 'trader', n).code,
    ]).flat()
    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe('fields', () => {
  test('some scopes of business are nearly two thousand characters long', () => {
    const lengths = many.flatMap(({ fields: { businessScope } }) =>
      typeof businessScope === 'string' ? [businessScope.length] : [],
    )
    expect(Math.max(...lengths)).toBeGreaterThan(1_500)
    expect(Math.min(...lengths)).toBeLessThan(200)
  })

  test('every field of every type is filled by some order, and every optional one left out by some', () => {
    const orders = [...makeOrders({ seed: 'fields', count: 84 * 40, types: licenceTypes }), ...many]
    for (const type of licenceTypes) {
      const own = evenly(type, orders)
      for (const name of Object.keys(type.fields)) {
        expect(
          own.some(({ fields }) => Object.hasOwn(fields, name)),
          `${type.name} ${name}`,
        ).toBe(true)
        const optional = !type.required.includes(name)
        expect(
          own.some(({ fields }) => !Object.hasOwn(fields, name)),
          `${type.name} ${name}`,
        ).toBe(optional)
      }
    }
  })

  test('every character has a glyph in the fonts the faces use', () => {
    const { faces } = notoFonts()
    const characters = new Set([...JSON.stringify([many, licenceTypes])])
    for (const face of ['sans', 'serif'] as const) {
      expect([...characters].filter((one) => !faces[face].find(one.codePointAt(0) ?? 0))).toEqual([])
    }
    for (const character of rare) expect(faces.sans.find(character.codePointAt(0) ?? 0)).toBeDefined()
  })
})

/** Rare types come too seldom in a mixed draw: sixty of their own. */
function evenly(type: LicenceType, orders: readonly Order[]): readonly Order[] {
  const own = orders.filter(({ type: { code } }) => code === type.code)
  return own.length >= 60 ? own : [...makeOrders({ seed: 'evenly', count: 60, types: [type] })]
}
