import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOf, displayDate, isCivilDate, textOfDay } from './civil-date.ts'

/** Days by the calendar of the runtime, in UTC: an independent count. */
const DAY = 86_400_000
const day = fc.integer({ min: Date.UTC(1600, 0, 1) / DAY, max: Date.UTC(2400, 11, 31) / DAY })
const textOf = (count: number) => new Date(count * DAY).toISOString().slice(0, 10)

describe('civil date', () => {
  it.each(['0001-01-01', '2024-02-29', '2000-02-29', '9999-12-31'])('%s is one', (text) => {
    expect(isCivilDate(text)).toBe(true)
  })

  it.each(['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '0000-01-01'])(
    '%s is no real date',
    (text) => {
      expect(isCivilDate(text)).toBe(false)
    },
  )

  it.each(['2024-2-9', '20240209', '2024-02-09T00:00', ' 2024-02-09', '2024-02-09\n', '+002024-02-09', ''])(
    '%j has not the form',
    (text) => {
      expect(isCivilDate(text)).toBe(false)
    },
  )

  it('counts days as the runtime does', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -50_000, max: 50_000 }), (count, days) => {
        expect(addDays(textOf(count), days)).toBe(textOf(count + days))
        expect([dayOf(textOf(count)), textOfDay(count)]).toEqual([count, textOf(count)])
      }),
    )
  })

  it('goes forth and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -500_000, max: 500_000 }), (count, days) => {
        expect(addDays(addDays(textOf(count), days), -days)).toBe(textOf(count))
      }),
    )
  })

  it('steps months so that later never gives earlier', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1200 }), (count, months) => {
        const first = addMonths(textOf(count), months)
        expect(isCivilDate(first)).toBe(true)
        expect(addMonths(textOf(count + 1), months) >= first).toBe(true)
        expect(addMonths(textOf(count), months + 1) > first).toBe(true)
      }),
    )
  })

  it('goes on to the next month where a month has no such day', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-03-01')
    expect(addMonths('2023-12-31', 2)).toBe('2024-03-01')
    expect(addMonths('2024-11-30', 3)).toBe('2025-03-01')
    expect(addMonths('2024-03-31', -1)).toBe('2024-03-01')
    expect(addMonths('2024-01-15', -1)).toBe('2023-12-15')
  })

  it('refuses what lies outside the years 0001 to 9999', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(/^date-out-of-range/)
    expect(() => addDays('0001-01-01', -1)).toThrow(/^date-out-of-range/)
    expect(() => addMonths('9999-12-31', 1)).toThrow(/^date-out-of-range/)
    expect([-719_162, 2_932_896].map(textOfDay)).toEqual(['0001-01-01', '9999-12-31'])
    expect([-719_163, 2_932_897, 0.5, '1'].map(textOfDay)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('shows a date as GB/T 36903 does', () => {
    expect(displayDate('2026-01-05')).toBe('2026年01月05日')
    expect(() => displayDate('2026-02-30')).toThrow(/^date-wrong/)
  })
})
