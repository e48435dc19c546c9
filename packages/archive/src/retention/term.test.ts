import { describe, expect, it } from 'vitest'
import { dayIn } from './civil-day.ts'
import { isTerm, readTerm } from './term.ts'

describe('a retention code', () => {
  it.each([
    ['Y', 'permanent', '永久'],
    ['D30', '30 years', '30年'],
    ['D10', '10 years', '10年'],
    ['P15Y', '15 years', '15年'],
    ['P1Y6M', '1 year and 6 months', '1年6个月'],
    ['P90D', '90 days', '90日'],
  ])('%s is %s', (code, en, zh) => {
    expect(isTerm(code)).toBe(true)
    expect(readTerm(code).name).toEqual({ en, zh })
  })
  it.each(['', 'D20', 'y', 'P', 'P0Y', 'P201Y', 'P1W', 'PT1H', '30年', 'P-1Y', 'P1.5Y', 'constructor'])(
    '%s is none',
    (code) => {
      expect(isTerm(code)).toBe(false)
      expect(() => readTerm(code)).toThrow(expect.objectContaining({ code: 'retention-unknown' }))
    },
  )
})

describe('the civil day of an instant', () => {
  it.each([
    ['Asia/Shanghai', '2026-12-31T16:00:00Z', '2027-01-01'],
    ['Asia/Shanghai', '2026-12-31T15:59:59Z', '2026-12-31'],
    ['Europe/Berlin', '2026-12-31T23:00:00Z', '2027-01-01'],
  ])('in %s at %s is %s', (zone, at, day) => {
    expect(dayIn(zone, new Date(at))).toBe(day)
  })
  it('refuses a zone that there is not', () => {
    expect(() => dayIn('Asia/Nowhere', new Date())).toThrow(expect.objectContaining({ code: 'zone-unknown' }))
  })
})
