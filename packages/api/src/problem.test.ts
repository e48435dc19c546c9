import { errorsOf } from '@licencevault/errors'
import { describe, expect, it } from 'vitest'
import { problemOf, readProblem, statusOfKind, trailersOf } from './problem.ts'

const error = errorsOf({
  'serial-used-up': {
    kind: 'exhausted',
    sentence: { en: 'The serial {serial} does not fit.', zh: '流水号 {serial} 超出位数。' },
    remedy: { en: 'Define a new version.', zh: '请定义新版本。' },
  },
})

describe('a problem', () => {
  it('arrives as it was sent, in both languages, with the fields to blame', () => {
    const problem = problemOf(error('serial-used-up', { serial: 100 }), {
      violations: [{ field: 'order.fields.住所', description: 'field-missing' }],
    })
    expect(readProblem(trailersOf(problem).details)).toEqual({
      status: 8,
      code: 'serial-used-up',
      sentence: { en: 'The serial 100 does not fit.', zh: '流水号 100 超出位数。' },
      remedy: { en: 'Define a new version.', zh: '请定义新版本。' },
      details: { serial: '100' },
      violations: [{ field: 'order.fields.住所', description: 'field-missing' }],
    })
  })

  it.each<[what: string, violations: number, serial: string]>([
    ['200 wrong fields', 200, '100'],
    ['100,000 wrong fields', 100_000, '100'],
    ['a long text in what is wrong', 0, 'k'.repeat(100_000)],
    ['a long Chinese text and wrong fields', 200, '住'.repeat(100_000)],
    ['half a character', 1, '\ud800'],
  ])('of %s leaves room in the 8 KB of metadata that peers take in', (_, count, serial) => {
    const violations = Array.from({ length: count }, (_, n) => ({
      field: `order.fields.${n % 3 === 0 ? '住'.repeat(1_000) : `unknown${n}`}`,
      description: 'field-unknown',
    }))
    const problem = problemOf(error('serial-used-up', { serial, findings: 'said again '.repeat(count) }), {
      violations,
    })
    const { message, details } = trailersOf(problem)
    const size = encodeURI(message).length + details.toString('base64').length
    expect(size).toBeLessThanOrEqual(6_000)
    const read = readProblem(details)
    expect(read).toMatchObject({ code: 'serial-used-up', remedy: { zh: '请定义新版本。' } })
    expect(message).toMatch(/^serial-used-up: The serial /)
    expect(read?.violations.length).toBeGreaterThanOrEqual(Math.min(count, 5))
    expect(read?.violations[0]?.field.length ?? 0).toBeLessThanOrEqual(200)
    expect(read?.details.violationsLeftOut ?? '0').toBe(String(count - (read?.violations.length ?? 0)))
    if (count > 0) expect(read?.details).not.toHaveProperty('findings')
  })

  it('is none when the bytes are damaged or not ours', () => {
    expect(readProblem(Uint8Array.of(255, 255, 255))).toBeUndefined()
    expect(readProblem(new Uint8Array())).toBeUndefined()
  })

  it('has a status of its own for each kind, so that the kind is known again', () => {
    const statuses = Object.values(statusOfKind)
    expect(new Set(statuses).size).toBe(statuses.length)
  })
})
