import { isUscc, readResidentId } from '@licencevault/licence'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeResidentId, composeUscc, composeVin, usccDigits } from './codes.ts'

describe('composeUscc', () => {
  // The example of GB 32100-2015.
  test('writes the code of the standard', () => {
    expect(composeUscc('91', '350100', 'M000100Y')).toBe('91350100M000100Y43')
  })

  test('writes codes that the library accepts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31 ** 5 - 1 }), (n) => {
        expect(isUscc(composeUscc('91', '339902', `MA9${usccDigits(n, 5)}`))).toBe(true)
      }),
    )
  })

  test('a wrong character is found by the library', () => {
    const right = composeUscc('91', '339902', 'MA900001')
    expect(isUscc(right.replace('339902', '339903'))).toBe(false)
  })
})

describe('composeResidentId', () => {
  // The examples of GB 11643-1999.
  test.each([
    ['110105', '19491231', 2, '11010519491231002X'],
    ['440524', '18800101', 1, '440524188001010014'],
  ])('writes the number of the standard: %s %s', (area, born, sequence, code) => {
    expect(composeResidentId(area, born, sequence)).toBe(code)
  })

  test('writes numbers that the library reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (sequence) => {
        const { findings, parts } = readResidentId(composeResidentId('339922', '19040229', sequence))
        expect(findings).toEqual([])
        expect(parts).toEqual({
          division: '339922',
          birth: '1904-02-29',
          sex: sequence % 2 ? 'male' : 'female',
        })
      }),
    )
  })
})

// The worked example of 49 CFR 565.15, whose check is X; 11111111111111111 is the usual self-check.
test.each([
  ['1M8GDM9A', 'KP042788', '1M8GDM9AXKP042788'],
  ['11111111', '11111111', '11111111111111111'],
])('composeVin %s %s', (before, after, vin) => {
  expect(composeVin(before, after)).toBe(vin)
})
