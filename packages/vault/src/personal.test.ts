import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personalOf } from './personal.ts'

const secret = randomBytes(32)
const personal = personalOf(secret)

describe('what is personal', () => {
  it('is closed and opened again, in its own place alone', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, place) => {
        const closed = personal.close(bytes, place)
        expect(personalOf(secret).open(closed, place)).toEqual(bytes)
        expect(() => personal.open(closed, `${place}x`)).toThrow()
        expect(() => personalOf(randomBytes(32)).open(closed, place)).toThrow()
      }),
    )
  })

  it('has an index that tells equal from other, and nothing without the key', () => {
    expect(personal.index('holder', 'a')).toBe(personalOf(secret).index('holder', 'a'))
    const others = [
      personal.index('holder', 'b'),
      personal.index('number', 'a'),
      personalOf(randomBytes(32)).index('holder', 'a'),
    ]
    expect(new Set([personal.index('holder', 'a'), ...others]).size).toBe(4)
  })
})
