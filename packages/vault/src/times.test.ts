import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, microseconds, readTime, timeOf } from './times.ts'

describe('times', () => {
  it('are read and written to the microsecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000_000 }), (us) => {
        expect(microseconds(timeOf(us))).toBe(us)
      }),
    )
    expect(timeOf(1_764_039_600_000_001)).toBe('2025-11-25T03:00:00.000001Z')
    expect(microseconds('2025-11-25T03:00:00Z')).toBe(1_764_039_600_000_000)
  })

  it('of a civil date begin at midnight in Beijing', () => {
    expect(timeOf(readTime('2026-11-25'))).toBe('2026-11-24T16:00:00.000000Z')
    expect(readTime('2026-11-25T00:00:00+08:00')).toBe(readTime('2026-11-25'))
    expect(civilDate(new Date('2026-11-24T16:00:00Z'))).toBe('2026-11-25')
  })

  it.each([
    '',
    '2026-13-01',
    '2026-02-30',
    '2026-11-25T10:00:00',
    '2026-11-25 10:00',
    '2026-11-25T25:00:00Z',
  ])('%s is none', (text) => {
    expect(() => readTime(text)).toThrow('effective-time-wrong')
  })
})
