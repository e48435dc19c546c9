import { deflateRawSync, inflateRawSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adler32, joinAdler32 } from './adler.ts'
import { BitWriter } from './bits.ts'
import { byteCode } from './huffman.ts'

const bytes = fc.uint8Array({ maxLength: 600 })

describe('pieces packed apart', () => {
  it('are one block that any inflater reads, in whatever order', () => {
    const frequencies = fc.array(fc.nat(100_000), { minLength: 256, maxLength: 256 })
    fc.assert(
      fc.property(frequencies, fc.array(bytes, { maxLength: 8 }), (counts, pieces) => {
        const code = byteCode(counts)
        const out = new BitWriter(64)
        out.append(code.header)
        for (const piece of pieces) out.append(code.encode(piece))
        out.append(code.end)
        // An empty last block of plain bytes.
        out.put(1, 3)
        out.align()
        out.put(0, 16)
        out.put(0xffff, 16)
        expect(new Uint8Array(inflateRawSync(out.bytes()))).toEqual(
          Uint8Array.from(pieces.flatMap((p) => [...p])),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('take code lengths no longer than deflate allows, however uneven the frequencies', () => {
    const fibonacci = [1, 1]
    while (fibonacci.length < 256)
      fibonacci.push(Math.min(1e12, (fibonacci.at(-1) ?? 0) + (fibonacci.at(-2) ?? 0)))
    const code = byteCode(fibonacci)
    for (let byte = 0; byte < 256; byte++)
      expect(code.encode(Uint8Array.of(byte)).length).toBeLessThanOrEqual(15)
  })

  it('have a sum that is put together from their own', () => {
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        const whole = Uint8Array.from([...first, ...second])
        expect(joinAdler32(adler32(first), adler32(second), second.length)).toBe(adler32(whole))
      }),
    )
  })

  it('have the sum that zlib asks for', () => {
    fc.assert(
      fc.property(bytes, (whole) => {
        const sum = adler32(whole)
        const stream = Buffer.concat([
          Buffer.of(0x78, 0x9c),
          deflateRawSync(whole),
          Buffer.of(sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255),
        ])
        expect(new Uint8Array(inflateSync(stream))).toEqual(whole)
      }),
    )
  })
})
