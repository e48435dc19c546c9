import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readResidentId } from './index.ts'

const codesOf = (text: string) => readResidentId(text).findings.map(({ code }) => code)

/** The two examples of GB 11643-1999, and synthetic ones of people who would be well over a hundred. */
const RIGHT = [
  '11010519491231002X',
  '440524188001010014',
  ...'330800190001010017 330800190001010025 330802190102030036 330803190203040061'.split(' '),
  ...'330822190304050073 330824190412310189 330881190506155295'.split(' '),
]

describe('resident ID', () => {
  it.each(RIGHT)('%s is right', (text) => {
    expect(readResidentId(text).findings).toEqual([])
  })

  it('reads division, date of birth and sex', () => {
    expect(readResidentId('11010519491231002X').parts).toEqual({
      division: '110105',
      birth: '1949-12-31',
      sex: 'female',
    })
    expect(readResidentId('440524188001010014').parts?.sex).toBe('male')
  })

  it.each([
    ['resident-id-check-wrong', '110105194912310021'],
    ['resident-id-lower-case', '11010519491231002x'],
    ['resident-id-fifteen-digits', '110105491231002'],
    ['resident-id-shape', '1101051949123100'],
    ['resident-id-shape', '11010519491231002Y'],
    ['resident-id-shape', '11010519491231002X '],
    ['resident-id-shape', ''],
  ])('reports %s of %j', (code, text) => {
    expect(codesOf(text)).toEqual([code])
  })

  it('reports a date that is none, and no parts', () => {
    const reading = readResidentId('110105190002290018')
    expect(reading.findings.map(({ code }) => code)).toContain('resident-id-date')
    expect(reading.parts).toBeUndefined()
  })

  it('reports a province that is none', () => {
    expect(codesOf('990105194912310020')).toContain('resident-id-region')
  })

  it('catches every change of one character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RIGHT), fc.nat(17), fc.integer({ min: 1, max: 10 }), (text, at, by) => {
        const alphabet = at === 17 ? '0123456789X' : '0123456789'
        const other = alphabet.charAt((alphabet.indexOf(text.charAt(at)) + by) % alphabet.length)
        fc.pre(other !== text[at])
        expect(codesOf(text.slice(0, at) + other + text.slice(at + 1))).not.toEqual([])
      }),
    )
  })

  it('never repeats the number in a finding', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{17}[0-9X]$/), (text) => {
        const words = JSON.stringify(readResidentId(text).findings)
        expect(words).not.toContain(text)
        expect(words).not.toContain(text.slice(6, 14))
      }),
    )
  })
})
