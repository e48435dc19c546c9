import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomOf } from './random.ts'

const seeds = fc.oneof(fc.string(), fc.integer())

describe('randomOf', () => {
  test('the same seed gives the same numbers, another seed gives others', () => {
    const draw = (seed: string | number) => {
      const random = randomOf(seed)
      return Array.from({ length: 20 }, () => random.between(0, 1_000_000))
    }
    expect(draw('city')).toEqual(draw('city'))
    expect(draw('city')).not.toEqual(draw('town'))
  })

  // Frozen: whoever changes the generator changes every sample, bench and picture made from it.
  test('stays what it is', () => {
    const random = randomOf('frozen')
    expect(Array.from({ length: 6 }, () => random.between(0, 999))).toMatchInlineSnapshot(`
      [
        106,
        198,
        885,
        738,
        90,
        32,
      ]
    `)
    expect(random.fork('x').digits(12)).toMatchInlineSnapshot(`"942792688699"`)
  })

  test('between stays within its bounds and reaches both', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -50, max: 50 }), fc.nat(5), (seed, low, more) => {
        const random = randomOf(seed)
        const drawn = new Set(Array.from({ length: 400 }, () => random.between(low, low + more)))
        expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: more + 1 }, (_, i) => low + i))
      }),
    )
  })

  test('some gives so many different elements in their order', () => {
    fc.assert(
      fc.property(seeds, fc.uniqueArray(fc.integer(), { maxLength: 30 }), fc.nat(40), (seed, list, count) => {
        const found = randomOf(seed).some(list, count)
        expect(found).toHaveLength(Math.min(count, list.length))
        expect(list.filter((one) => found.includes(one))).toEqual(found)
      }),
    )
  })

  test('a fork does not depend on how far its parent has run', () => {
    const fresh = randomOf(1).fork('leaf').bytes(16)
    const used = randomOf(1)
    used.digits(100)
    expect(used.fork('leaf').bytes(16)).toEqual(fresh)
    expect(used.fork('other').bytes(16)).not.toEqual(fresh)
  })

  test('forks are spread evenly', () => {
    const counts = Array<number>(10).fill(0)
    for (let i = 0; i < 10_000; i++) {
      const digit = randomOf('even').fork(`order ${i}`).fork('project').between(0, 9)
      counts[digit] = (counts[digit] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  })

  test('nothing to pick from is a wrong call', () => {
    expect(() => randomOf(1).pick([])).toThrow(RangeError)
  })
})
