import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeNumber } from './index.ts'

const parts = { year: 2026, area: '339900', serial: 42, holderCode: '11010519491231002X' }

describe('writing a licence number', () => {
  it.each([
    ['JY1{area}{serial:7}', 'JY13399000000042'],
    ['浙云市监〔{year}〕{serial:4}号', '浙云市监〔2026〕0042号'],
    ['{holder}', '11010519491231002X'],
    ['{serial:2}', '42'],
    ['{year}{year}{serial:3}', '20262026042'],
  ])('%s gives %s', (pattern, number) => {
    expect(writeNumber({ pattern }, parts)).toBe(number)
  })

  it('needs only what its tokens ask for', () => {
    expect(writeNumber({ pattern: 'A{serial:3}' }, { serial: 7 })).toBe('A007')
  })

  it('gives every serial another number', () => {
    const serial = fc.integer({ min: 1, max: 9999 })
    fc.assert(
      fc.property(serial, serial, (a, b) => {
        fc.pre(a !== b)
        const write = (n: number) => writeNumber({ pattern: 'X{serial:4}Y' }, { serial: n })
        expect(write(a)).not.toBe(write(b))
        expect(write(a)).toHaveLength(6)
      }),
    )
  })

  it('refuses a serial that no longer fits its digits', () => {
    expect(writeNumber({ pattern: '{serial:2}' }, { serial: 99 })).toBe('99')
    expect(() => writeNumber({ pattern: '{serial:2}' }, { serial: 100 })).toThrow(/^numbering-serial-used-up/)
  })

  it.each([
    ['year', { year: 26 }],
    ['year', { year: 20260 }],
    ['area', { area: '3399' }],
    ['serial', { serial: 0 }],
    ['serial', { serial: 1.5 }],
    ['serial', { serial: -1 }],
    ['holderCode', { holderCode: '' }],
    ['holderCode', { holderCode: 'a b' }],
  ])('refuses a wrong %s, %j', (name, wrong) => {
    const pattern = '{year}{area}{serial:4}{holder}'
    expect(() => writeNumber({ pattern }, { ...parts, ...wrong })).toThrow(
      expect.objectContaining({
        code: 'numbering-part-missing',
        details: expect.objectContaining({ name }),
        remedy: { en: `Pass it to writeNumber as \`${name}\`.`, zh: `请以 \`${name}\` 传给 writeNumber。` },
      }),
    )
  })

  it.each([
    '{yaer}{serial:2}',
    '{serial}',
    '{serial:0}',
    '{serial:16}',
    '{serial:2',
    'serial:2}',
    '}{',
    '{}{serial:1}',
    'JY0001',
    '{year}',
    `{serial:2}${'x'.repeat(100)}`,
  ])('refuses the pattern %s', (pattern) => {
    expect(() => writeNumber({ pattern }, parts)).toThrow(/^numbering-token-wrong/)
  })
})
