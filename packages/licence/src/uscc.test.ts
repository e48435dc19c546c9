import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUscc, readUscc } from './index.ts'

const codesOf = (text: string) => readUscc(text).findings.map(({ code }) => code)

/** The example of GB 32100-2015, and codes made for the synthetic city (division 3399xx is not assigned). */
const RIGHT = [
  '91350100M000100Y43',
  ...'11339900MB9X00015J 11339900MB9X00023D 11339900MB9X000318 11339900MB9X0004X0 11339900MB9X000580'.split(
    ' ',
  ),
  ...'11339900MB9X00066T 11339900MB9X00074M 11339900MB9X00082G 11339900MB9X00090B 11339900MB9X001031'.split(
    ' ',
  ),
  ...'12339900MB9X00111Q 91339900MA9X00011U 91339902MA9X0002XG 92339902MA9X00038D 93339922MA9X000464'.split(
    ' ',
  ),
  '52339900MJ9X000574',
]

describe('unified social credit code', () => {
  it.each(RIGHT)('%s is right', (text) => {
    expect(isUscc(text)).toBe(true)
    expect(readUscc(text).findings).toEqual([])
  })

  it('reads the parts', () => {
    expect(readUscc('91350100M000100Y43').parts).toEqual({
      registrar: '9',
      category: '1',
      division: '350100',
      organisationCode: 'M000100Y4',
      check: '3',
    })
  })

  it('reports its own check and that of the organisation code apart', () => {
    expect(readUscc('91350100M000100Y44').findings).toMatchObject([
      { code: 'uscc-check-wrong', details: { found: '4', expected: '3' } },
    ])
    // The organisation code is wrong, and the last character right for the whole.
    expect(readUscc('91350100M000100Y56').findings).toMatchObject([
      { code: 'uscc-organisation-check-wrong', details: { found: '5', expected: '4' } },
    ])
    expect(isUscc('91350100M000100Y56')).toBe(false)
  })

  it.each([
    '',
    '91350100M000100Y4',
    '91350100M000100Y433',
    '91350100M000100Y4I',
    '91350100m000100y43',
    '9135O100M000100Y43',
    '91350100M000100Y43\n',
  ])('refuses the shape of %j', (text) => {
    expect(codesOf(text)).toEqual(['uscc-shape'])
    expect(isUscc(text)).toBe(false)
  })

  it('catches every change of one character', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(fc.constantFrom(...RIGHT), fc.nat(17), fc.integer({ min: 1, max: 30 }), (text, at, by) => {
        const other = alphabet.charAt((alphabet.indexOf(text.charAt(at)) + by) % 31)
        expect(isUscc(text.slice(0, at) + other + text.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('catches every exchange of two neighbours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RIGHT), fc.nat(16), (text, at) => {
        fc.pre(text[at] !== text[at + 1])
        const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
        expect(isUscc(swapped)).toBe(false)
      }),
    )
  })
})
