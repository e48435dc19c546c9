import { fromBER, Integer, Sequence } from 'asn1js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ecdsaValue } from './ecdsa-value.ts'

const half = fc.uint8Array({ minLength: 48, maxLength: 48 })

it('says the same two numbers, never negative, in the shortest DER', () => {
  fc.assert(
    fc.property(half, half, fc.constantFrom(32, 48), (r, s, width) => {
      const halves = [r.subarray(0, width), s.subarray(0, width)]
      const der = ecdsaValue(Uint8Array.from(halves.flatMap((bytes) => [...bytes])))
      const { offset, result } = fromBER(der)
      expect(offset).toBe(der.length)
      const numbers = (result as Sequence).valueBlock.value.map((element) => (element as Integer).toBigInt())
      expect(numbers).toEqual(halves.map((bytes) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)))
      const shortest = new Sequence({ value: numbers.map((number) => Integer.fromBigInt(number)) })
      expect(der).toEqual(new Uint8Array(shortest.toBER()))
    }),
  )
})

it.each([
  ['a high bit', '80', '01', '3007' + '02020080' + '020101'],
  ['leading zeros', '0001', '0000', '3006' + '020101' + '020100'],
])('%s', (_, r, s, expected) => {
  expect(Buffer.from(ecdsaValue(Buffer.from(r + s.padEnd(r.length, '0'), 'hex'))).toString('hex')).toBe(
    expected,
  )
})
