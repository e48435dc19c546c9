import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCbor, encodeCbor } from './cbor.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex')

/** RFC 8949, appendix A. */
const examples: readonly [encoded: string, value: Parameters<typeof encodeCbor>[0]][] = [
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['20', -1],
  ['3903e7', -1000],
  ['f6', null],
  ['40', new Uint8Array()],
  ['4401020304', Uint8Array.of(1, 2, 3, 4)],
  ['6449455446', 'IETF'],
  ['63e6b0b4', '水'],
  ['80', []],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
  ['a0', new Map()],
  [
    'a201020304',
    new Map([
      [1, 2],
      [3, 4],
    ]),
  ],
]
const readOnly: readonly [encoded: string, value: unknown][] = [
  ['f4', false],
  ['f5', true],
  ['f93c00', 1],
  ['f9c400', -4],
  ['f90001', 2 ** -24],
  ['fa47c35000', 100_000],
  ['fb3ff199999999999a', 1.1],
]
const refused = {
  'a number longer than needed': ['1817', '1900ff', '1a0000ffff', '5801aa', '7801aa'],
  'what is huge or indefinite': [
    '1b000000e8d4a51000',
    '5f4101ff',
    '9fff',
    'bfff',
    '9a7fffffff',
    '5a7fffffff',
  ],
  'tags, undefined and other simple values': ['c001', 'd818f6', 'f7', 'f0', 'f820'],
  'numbers that are none': ['f97c00', 'f97e00', 'fa7f800000', 'fb7ff8000000000000'],
  'a key twice': ['a201020103'],
  'wrong UTF-8': ['61ff', '62c080'],
  'what ends too early or too late': ['', '18', '4401', '8201', 'a101', '0000', 'f93c'],
  'deep nesting': [`${'81'.repeat(20)}00`],
}

describe('the CBOR of a token', () => {
  it.each(examples)('%s is written and read', (encoded, value) => {
    expect(hex(encodeCbor(value))).toBe(encoded)
    expect(decodeCbor(bytes(encoded))).toEqual(value)
  })

  it.each(readOnly)('%s is read', (encoded, value) => {
    expect(decodeCbor(bytes(encoded))).toBe(value)
  })

  it.each(Object.entries(refused))('%s is refused', (_, all) => {
    for (const encoded of all) expect(() => decodeCbor(bytes(encoded)), encoded).toThrow()
  })

  it('reads whatever it writes, and ends on any bytes', () => {
    const leaf = fc.oneof(
      fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
      fc.string(),
      fc.constant(null),
      fc.uint8Array(),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(leaf, fc.array(leaf))), (value) => {
        expect(decodeCbor(encodeCbor(value))).toEqual(value)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (input) => {
        try {
          decodeCbor(input)
        } catch (error) {
          expect(error instanceof RangeError || error instanceof TypeError).toBe(true)
        }
      }),
    )
  })
})
