import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteString } from './characters.ts'
import { isEvenlyWritten, lastRun, pairs } from './digits.ts'

const text = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF 0000'), maxLength: 40 }),
    fc.nat({ max: 40 }),
  )
  .map(([head, zeros]) => head + '0'.repeat(zeros))

describe('digits looked at four at a time', () => {
  it('are the same as looked at one by one', () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 7 }), (digits, before) => {
        const bytes = byteString('x'.repeat(before) + digits)
        const own = bytes.subarray(before)
        const run = /0*$/.exec(digits)?.index ?? 0
        expect(lastRun(own, 0x30)).toBe(run)
        expect(lastRun(bytes, 0x30, before)).toBe(before + run)
        const right = digits.length % 2 === 0 && (/^[0-9a-f]*$/.test(digits) || /^[0-9A-F]*$/.test(digits))
        expect(isEvenlyWritten(own)).toBe(right)
        const read = pairs(bytes, before, bytes.length)
        if (/^([0-9a-fA-F]{2})*$/.test(digits))
          expect(Buffer.from(read ?? []).toString('hex')).toBe(digits.toLowerCase())
        else expect(read).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })
})
