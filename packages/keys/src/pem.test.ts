import fc from 'fast-check'
import { expect, it } from 'vitest'
import { workSince } from '../../../test/kit/src/work.ts'
import { pemOf, readPem } from './pem.ts'

it('reads back what it wrote, in lines of 64', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (der) => {
      const pem = pemOf(der, 'CERTIFICATE')
      expect(readPem(`words\n${pem}${pem}`)).toEqual([
        { label: 'CERTIFICATE', der },
        { label: 'CERTIFICATE', der },
      ])
      expect(Math.max(...pem.split('\n').map((line) => line.length))).toBeLessThanOrEqual(64)
    }),
  )
})

it('leaves out what is no base64, has headers or has no end', () => {
  const block = (body: string) => `-----BEGIN X-----\n${body}\n-----END X-----\n`
  for (const body of ['', 'AAA', 'A*AA', 'Proc-Type: 4,ENCRYPTED\n\nAAAA', '=AAA']) {
    expect(readPem(block(body))).toEqual([])
  }
  expect(readPem('-----BEGIN X-----\nAAAA\n-----END Y-----')).toEqual([])
})

it('takes a text of nothing but beginnings in its stride', () => {
  const before = process.cpuUsage()
  expect(readPem('-----BEGIN X-----'.repeat(4000))).toEqual([])
  expect(workSince(before)).toBeLessThan(1000)
})
