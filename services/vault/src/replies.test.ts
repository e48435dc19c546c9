import { type Problem, trailersOf } from '@licencevault/api'
import { licenceTypes, makeOrders } from '@licencevault/city'
import { errorsOf } from '@licencevault/errors'
import { fit } from '@licencevault/licence'
import { describe, expect, it } from 'vitest'
import { fieldsFrom } from './convert/order.ts'
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
  'blob-missing': { kind: 'missing', ...words },
  'note-malformed': { kind: 'invalid', ...words },
  'note-signature-wrong': { kind: 'denied', ...words },
  'blob-key-invalid': { kind: 'invalid', ...words },
  'key-file-wrong': { kind: 'invalid', ...words },
  'key-file-missing': { kind: 'missing', ...words },
  'store-timeout': { kind: 'unavailable', ...words },
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
    ['blob-missing', 15],
    ['note-malformed', 15],
    ['note-signature-wrong', 15],
    ['blob-key-invalid', 13],
    ['key-file-wrong', 13],
    ['key-file-missing', 13],
    ['store-timeout', 14],
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

  it('takes no words of a sentence for fields', () => {
    const findings = 'XC1.2 The file is damaged; ask for another. XC1.3'
    expect(replyTo(error('invalid', { findings })).problem.violations).toEqual([])
  })

  it('to an order with hundreds of wrong fields, or a long name, fits into what peers read of trailers', () => {
    const types = licenceTypes.slice(0, 1)
    const [order] = makeOrders({ seed: 'trailers', count: 1, types, on: '2026-11-26' })
    const [type] = types
    if (!order || !type) throw new TypeError('the city has no order')
    const names = ['k'.repeat(100_000), ...Array.from({ length: 199 }, (_, n) => `没有的字段${n}`)]
    const fields = { ...order.fields, ...Object.fromEntries(names.map((name) => [name, 'x'])) }
    const problem = refusalOf(() => fit(type, { ...order, fields }, '2026-11-26'))
    expect(problem).toMatchObject({ code: 'order-does-not-fit', details: { count: '100' } })
    expect(sizeOf(problem)).toBeLessThanOrEqual(6_000)
    expect(problem.violations[1]?.field).toBe('order.fields.没有的字段0')
    const valueless = refusalOf(() => fieldsFrom({ ['k'.repeat(100_000)]: {} as never }, 'order.fields'))
    expect(valueless.sentence.en).toMatch(/^.{200,300}it has no value/)
    expect(sizeOf(valueless)).toBeLessThanOrEqual(6_000)
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

function refusalOf(call: () => unknown): Problem {
  try {
    call()
  } catch (thrown) {
    return replyTo(thrown).problem
  }
  throw new TypeError('it was not refused')
}

function sizeOf(problem: Problem): number {
  const { message, details } = trailersOf(problem)
  return encodeURI(message).length + details.toString('base64').length
}
