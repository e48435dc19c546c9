import { errorsOf } from '@licencevault/errors'
import { describe, expect, it } from 'vitest'
import { problemOf, readProblem, statusOfKind, writeProblem } from './problem.ts'

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
    expect(readProblem(writeProblem(problem))).toEqual({
      status: 8,
      code: 'serial-used-up',
      sentence: { en: 'The serial 100 does not fit.', zh: '流水号 100 超出位数。' },
      remedy: { en: 'Define a new version.', zh: '请定义新版本。' },
      details: { serial: '100' },
      violations: [{ field: 'order.fields.住所', description: 'field-missing' }],
    })
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
