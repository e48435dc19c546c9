import { deflateSync } from 'node:zlib'
import { composePdf, latin1, samplePage } from '@licencevault/kit/pdf'
import { workSince } from '@licencevault/kit/work'
import { describe, expect, it } from 'vitest'
import { pdfLimits } from './limits.ts'
import { only } from './object.ts'
import { readPdf } from './reader.ts'

/** Milliseconds. What ends soon takes a second at most, and minutes or hours where it is quadratic. */
const slow = 15_000

describe('what is decoded', () => {
  // The encoder is zlib's own; the rows are those of PNG (RFC 2083, 6).
  it('Flate with PNG predictors, every filter type', () => {
    const plain = Uint8Array.from({ length: 60 }, (_, i) => (i * i * 7) & 255)
    const columns = 6
    const rows: number[] = []
    for (let row = 0; row < 10; row++) {
      const type = row % 5
      rows.push(type)
      for (let i = 0; i < columns; i++) {
        const at = row * columns + i
        const left = i > 0 ? (plain[at - 1] ?? 0) : 0
        const up = row > 0 ? (plain[at - columns] ?? 0) : 0
        const corner = i > 0 && row > 0 ? (plain[at - columns - 1] ?? 0) : 0
        const p = left + up - corner
        const nearest = [left, up, corner].reduce((best, x) =>
          Math.abs(p - x) < Math.abs(p - best) ? x : best,
        )
        const predicted = [0, left, up, (left + up) >> 1, nearest][type] ?? 0
        rows.push(((plain[at] ?? 0) - predicted) & 255)
      }
    }
    const data = deflateSync(Uint8Array.from(rows))
    const entries = `/Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns ${columns}>>`
    const pdf = readPdf(composePdf({ ...samplePage(), 6: { entries, data } }))
    expect(pdf.decode(only(pdf.object(6), 'stream') ?? expect.fail())).toEqual(plain)
  })
})

describe('limits', () => {
  const of = (changes: Partial<typeof pdfLimits>) => ({ ...pdfLimits, ...changes })

  const bomb = (bytes: number) => {
    const data = deflateSync(new Uint8Array(bytes))
    const pdf = readPdf(composePdf({ ...samplePage(), 6: { entries: '/Filter /FlateDecode', data } }))
    return () => pdf.decode(only(pdf.object(6), 'stream') ?? expect.fail()).length
  }

  it('stop a stream that grows past them', () => {
    expect(bomb(pdfLimits.streamBytes)()).toBe(pdfLimits.streamBytes)
    expect(bomb(pdfLimits.streamBytes + 1)).toThrow(/^pdf-stream-too-large/)
  })

  it('stop a stream that grows a thousandfold soon after them', () => {
    const decode = bomb(200 * 1024 * 1024)
    const from = process.cpuUsage()
    expect(decode).toThrow(/^pdf-stream-too-large/)
    expect(workSince(from)).toBeLessThan(slow)
  })

  it('count every decoding of a file together', () => {
    const data = deflateSync(new Uint8Array(1_000))
    const limits = of({ decodedBytes: 2_500 })
    const pdf = readPdf(composePdf({ ...samplePage(), 6: { entries: '/Filter /FlateDecode', data } }), limits)
    const stream = only(pdf.object(6), 'stream') ?? expect.fail()
    pdf.decode(stream)
    pdf.decode(stream)
    expect(() => pdf.decode(stream)).toThrow(/^pdf-stream-too-large/)
  })

  const two = '/Filter [/FlateDecode /FlateDecode]'
  const decoded = (entries: string, data: Uint8Array, limits = pdfLimits) => {
    const pdf = readPdf(composePdf({ ...samplePage(), 6: { entries, data } }), limits)
    return () => pdf.decode(only(pdf.object(6), 'stream') ?? expect.fail('no stream 6'))
  }

  it('count what every filter puts out, not only the last', () => {
    // The second filter makes nothing of what the first puts out.
    const inner = Buffer.concat([deflateSync(new Uint8Array(0)), new Uint8Array(1_000)])
    const decode = decoded(two, deflateSync(inner), of({ decodedBytes: 2_500 }))
    expect(decode()).toHaveLength(0)
    expect(decode()).toHaveLength(0)
    expect(decode).toThrow(/^pdf-stream-too-large/)
  })

  it('read on past the end of what is encoded for a while, then no more', () => {
    const ended = (more: number) => Buffer.concat([deflateSync(Buffer.from('ended')), new Uint8Array(more)])
    expect(latin1(decoded('/Filter /FlateDecode', ended(100_000))())).toBe('ended')
    const from = process.cpuUsage()
    // Kept and copied with each slice, this would take minutes.
    expect(decoded('/Filter /FlateDecode', ended(60_000_000))).toThrow(/^pdf-stream-broken/)
    expect(workSince(from)).toBeLessThan(slow)
  })
})
