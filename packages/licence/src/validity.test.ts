import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  checkValidity,
  displayUntil,
  endOfTerm,
  inForce,
  periodOn,
  type Term,
  type ValidityRule,
} from './index.ts'

const codesOf = (rule: ValidityRule, from: string, until: string | null) =>
  checkValidity(rule, { from, until }).map(({ code }) => code)

describe('the last day of a term', () => {
  it.each([
    ['2026-11-23', { years: 5 }, '2031-11-22'],
    ['2026-11-01', { years: 5 }, '2031-10-31'],
    ['2026-01-01', { years: 1 }, '2026-12-31'],
    // 民法典 art. 202: no such day in the last month, so that month's last day.
    ['2024-02-29', { years: 5 }, '2029-02-28'],
    ['2024-02-29', { years: 4 }, '2028-02-28'],
    ['2023-03-01', { years: 1 }, '2024-02-29'],
    ['2024-01-31', { months: 1 }, '2024-02-29'],
    ['2024-01-30', { months: 1 }, '2024-02-29'],
    ['2024-01-29', { months: 1 }, '2024-02-28'],
    ['2024-12-31', { days: 1 }, '2024-12-31'],
    ['2024-12-31', { years: 1, months: 2, days: 10 }, '2026-03-10'],
  ] satisfies [string, Term, string][])('from %s, %j, is %s', (from, term, until) => {
    expect(endOfTerm(from, term)).toBe(until)
  })

  it('is followed without a gap by the next term, from a day that every month has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 20 }),
        (d, m, years) => {
          const from = `2024-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
          const until = endOfTerm(from, { years })
          expect(until.slice(0, 4) >= String(2023 + years)).toBe(true)
          expect(inForce({ from, until }, from)).toBe(true)
          expect(endOfTerm(from, { years: years + 1 }) > until).toBe(true)
          expect(endOfTerm(addDays(until, 1), { years })).toBe(endOfTerm(from, { years: 2 * years }))
        },
      ),
    )
  })

  it.each([{}, { years: 0 }, { years: -1 }, { years: 1.5 }, { years: 101 }, { days: 40_000 }, { weeks: 2 }])(
    'is refused for %j',
    (term) => {
      expect(() => endOfTerm('2026-11-23', term as Term)).toThrow(/^term-wrong/)
    },
  )
})

describe('checking a validity', () => {
  const five: ValidityRule = { kind: 'fixed', terms: [{ years: 5 }, { years: 10 }] }
  const between: ValidityRule = { kind: 'range', min: { years: 1 }, max: { years: 3 }, orIndefinite: true }
  const endless: ValidityRule = { kind: 'indefinite' }

  it.each([
    [five, '2026-11-23', '2031-11-22', []],
    [five, '2026-11-23', '2036-11-22', []],
    [five, '2026-11-23', '2031-11-23', ['validity-not-a-term']],
    [five, '2026-11-23', null, ['validity-indefinite-not-allowed']],
    [{ ...five, orIndefinite: true }, '2026-11-23', null, []],
    [five, '2026-11-23', '2026-11-22', ['validity-reversed']],
    [between, '2026-11-23', '2027-11-22', []],
    [between, '2026-11-23', '2029-11-22', []],
    [between, '2026-11-23', '2027-11-21', ['validity-out-of-range']],
    [between, '2026-11-23', '2029-11-23', ['validity-out-of-range']],
    [between, '2026-11-23', null, []],
    [endless, '2026-11-23', null, []],
    [endless, '2026-11-23', '2031-11-22', ['validity-must-be-indefinite']],
    [endless, '2026-11-31', null, ['date-wrong']],
    [endless, '2026-11-23', '长期', ['date-wrong']],
    [five, '9997-01-01', '9999-12-31', ['date-out-of-range']],
  ] satisfies [ValidityRule, string, string | null, string[]][])(
    '%j from %s until %s: %j',
    (rule, from, until, codes) => {
      expect(codesOf(rule, from, until)).toEqual(codes)
    },
  )

  it('names the ends that would fit', () => {
    expect(checkValidity(five, { from: '2026-11-23', until: '2030-01-01' }, '/validity')).toMatchObject([
      { path: '/validity/until', details: { ends: '2031-11-22, 2036-11-22' } },
    ])
  })
})

describe('being in force', () => {
  const validity = { from: '2026-11-23', until: '2031-11-22' }
  it.each([
    ['2026-11-22', 'before'],
    ['2026-11-23', 'within'],
    ['2031-11-22', 'within'],
    ['2031-11-23', 'after'],
  ] as const)('on %s the day is %s the validity', (date, period) => {
    expect(periodOn(validity, date)).toBe(period)
    expect(inForce(validity, date)).toBe(period === 'within')
  })

  it('has no end when it is 长期', () => {
    expect(inForce({ from: '2026-11-23', until: null }, '9999-12-31')).toBe(true)
    expect(displayUntil(null)).toBe('长期')
    expect(displayUntil('2031-11-22')).toBe('2031年11月22日')
  })

  it('is never guessed from a wrong date', () => {
    expect(() => inForce(validity, '2027-02-29')).toThrow(/^date-wrong/)
    expect(() => inForce(validity, 'today')).toThrow(/^date-wrong/)
    expect(() => inForce({ from: '2026', until: null }, '2026-11-23')).toThrow(/^date-wrong/)
  })
})
