import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composePdf, samplePage, updatePdf } from '@licencevault/kit/pdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectPdf } from './inspect-pdf.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const trust = { roots: [], at: new Date('2026-11-25T00:00:00Z') }
const whole = composePdf(samplePage())
const locked = composePdf(samplePage(), { trailer: '/Root 1 0 R /Encrypt 5 0 R' })
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const fromText = (text: string) => Buffer.from(text, 'latin1')
const displaced = (bytes: Uint8Array) =>
  fromText(asText(bytes).replace(/startxref\s+\d+/, 'startxref\n99999'))

let count = 0
/** What comes out, the same from memory and from a file. */
async function inspected(bytes: Uint8Array, limit?: number) {
  const path = join(folder, String(++count))
  writeFileSync(path, bytes)
  const found = await inspectPdf({ held: bytes, size: bytes.length }, trust, limit)
  expect(await inspectPdf({ held: path, size: bytes.length }, trust, limit)).toEqual(found)
  return found
}

describe('a PDF', () => {
  it('is read, and says nothing of PDF/A', async () => {
    expect(await inspected(whole)).toEqual({ encrypted: false, signatures: [] })
  })

  it.each([
    ['cut short', whole.subarray(0, -30)],
    ['cut after a few bytes', fromText('%PDF-1.7\n1 0 obj\n<< /Type /Cat')],
    ['with a table of objects that is elsewhere', displaced(whole)],
    ['without its catalogue', fromText(asText(whole).replace('/Catalog', '/Catalag'))],
  ])('is broken: %s', async (_, bytes) => {
    expect(await inspected(bytes)).toMatchObject({ unread: 'broken', encrypted: false })
  })

  it.each([
    ['whole', locked, undefined],
    ['with a broken table of objects', displaced(locked), 'broken'],
    [
      'with its name spelt otherwise',
      displaced(fromText(asText(locked).replace('/Enc', '/#45nc'))),
      'broken',
    ],
  ])('is encrypted: %s', async (_, bytes, unread) => {
    expect(await inspected(bytes)).toMatchObject({ encrypted: true, ...(unread && { unread }) })
  })

  it('that is too large to be read is looked at for encryption all the same', async () => {
    const limit = whole.length - 1
    expect(await inspected(whole, limit)).toMatchObject({ unread: 'limits', encrypted: false })
    expect(await inspected(locked, limit)).toMatchObject({ unread: 'limits', encrypted: true })
    const updated = updatePdf(locked, {}, { trailer: '/Root 1 0 R /Encrypt 5 0 R' })
    expect(await inspected(updated, limit)).toMatchObject({ unread: 'limits', encrypted: true })
  })

  it('that is too large, and whose end says nothing, counts as encrypted', async () => {
    const padded = Buffer.concat([whole, Buffer.alloc(1_100_000, 0x20)])
    expect(await inspected(padded, whole.length)).toMatchObject({ unread: 'limits', encrypted: true })
  })

  it('of a kind that two readers may read differently is not called broken', async () => {
    const hybrid = composePdf(samplePage(), { trailer: '/Root 1 0 R /XRefStm 10' })
    expect(await inspected(hybrid)).toMatchObject({ unread: 'unusual', encrypted: false })
  })

  it.each([
    ['in elements', '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>', 'PDF/A-2b'],
    ['in attributes', '<rdf:Description pdfaid:part="1" pdfaid:conformance="A"/>', 'PDF/A-1a'],
    ['of the fourth part', "<rdf:Description pdfaid:part='4'/>", 'PDF/A-4'],
  ])('says that it is PDF/A %s', async (_, xmp, pdfa) => {
    const objects = { ...samplePage('Hello', '/Metadata 9 0 R'), 9: { data: xmp } }
    expect(await inspected(composePdf(objects))).toEqual({ encrypted: false, signatures: [], pdfa })
  })
})
