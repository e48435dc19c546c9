import { errorsOf } from '@licencevault/errors'
import { describe, expect, it } from 'vitest'
import { replyTo } from './replies.ts'

const words = { sentence: { en: 'No.', zh: '否。' }, remedy: { en: 'Do.', zh: '做。' } }
const error = errorsOf({
  invalid: { kind: 'invalid', ...words },
  missing: { kind: 'missing', ...words },
  conflict: { kind: 'conflict', ...words },
  denied: { kind: 'denied', ...words },
  exhausted: { kind: 'exhausted', ...words },
  unavailable: { kind: 'unavailable', ...words },
  'row-altered': { kind: 'conflict', ...words },
})

describe('a reply', () => {
  it.each([
    ['invalid', 3],
    ['missing', 5],
    ['conflict', 9],
    ['denied', 7],
    ['exhausted', 8],
    ['unavailable', 14],
    ['row-altered', 15],
  ] as const)('to %s has status %i', (code, status) => {
    expect(replyTo(error(code)).problem).toMatchObject({ code, status, ...words })
  })

  it('to a signal that fired says that the caller left', () => {
    expect(replyTo(new DOMException('aborted', 'AbortError')).problem).toMatchObject({
      code: 'call-ended',
      status: 1,
    })
  })

  it('names the fields to blame', () => {
    const findings = '/holders/0/code uscc-check-wrong; /fields/经营 场所 field-missing'
    expect(replyTo(error('invalid', { findings })).problem.violations).toEqual([
      { field: 'order.holders[0].code', description: 'uscc-check-wrong' },
      { field: 'order.fields.经营 场所', description: 'field-missing' },
    ])
    expect(replyTo(error('invalid', { path: 'face.fields' })).problem.violations).toEqual([
      { field: 'face.fields', description: 'invalid' },
    ])
    const fieldIn = (method: Parameters<typeof replyTo>[1], path: string) =>
      replyTo(error('invalid', { path }), method).problem.violations[0]?.field
    expect(fieldIn('archive.FindDue', '/from')).toBe('query.from')
    expect(fieldIn('archive.PlaceHold', '/cases')).toBe('cases')
    expect(fieldIn('archive.FileCase', '/events/0')).toBe('head.case_json.events[0]')
  })

  it('to a fault tells a number, and neither caller nor log what was in it', () => {
    const cause = Object.assign(new Error('duplicate key (holder)=(张三)'), { code: '23505' })
    const { problem, trace } = replyTo(new TypeError('张三 is not a function', { cause }))
    expect(problem).toMatchObject({ code: 'service-fault', status: 13 })
    expect(problem.details.incident).toMatch(/^[0-9a-f-]{36}$/)
    expect(trace?.join('\n')).toContain('replies.test.ts')
    expect(trace?.join('\n')).toContain('Error 23505')
    expect(JSON.stringify([problem, trace])).not.toContain('张三')
  })
})
