import { deflateSync } from 'node:zlib'
import { VaultError } from '@licencevault/errors'
import { bytesOf, composePdf, latin1, type SampleObjects, samplePage, updatePdf } from '@licencevault/kit/pdf'
import { workSince } from '@licencevault/kit/work'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fieldsOf } from './fields.ts'
import { pdfLimits } from './limits.ts'
import { nameOf, only } from './object.ts'
import { pagesOf } from './pages.ts'
import { type Pdf, readPdf } from './reader.ts'
import { textOf } from './text.ts'

/** The code of the error that reading everything ends in, or `read`. */
function outcome(bytes: Uint8Array, limits = pdfLimits): string {
  try {
    const pdf = readPdf(bytes, limits)
    pdf.readAll()
    pagesOf(pdf)
    return 'read'
  } catch (trouble) {
    if (!(trouble instanceof VaultError)) throw trouble
    return trouble.code
  }
}

/** The file with one text, where it first stands, become another. */
const edited = (pdf: Uint8Array, from: string, to: string): Uint8Array => {
  const text = latin1(pdf)
  if (!text.includes(from)) throw new Error(`no ${from} in the sample`)
  return bytesOf(text.replace(from, to))
}

const page = composePdf(samplePage())
/** Milliseconds. What ends soon takes a second at most, and minutes or hours where it is quadratic. */
const slow = 15_000
const object = (syntax: string) => composePdf({ ...samplePage(), 6: syntax })
const stream = (length: string) => object(`<<${length}>>\nstream\nabcd\nendstream`)
const contents = (pdf: Pdf) => latin1(pdf.decode(only(pdf.object(4), 'stream') ?? expect.fail('no stream 4')))

describe('what is read', () => {
  for (const xref of ['table', 'stream', 'packed'] as const) {
    it(`a page with a cross-reference ${xref}`, () => {
      const pdf = readPdf(composePdf(samplePage('Hi'), { xref }))
      expect(pdf.version).toBe('1.7')
      expect(pagesOf(pdf).map(({ number, id }) => [number, id])).toEqual([[1, 3]])
      expect(contents(pdf)).toContain('(Hi) Tj')
      expect(pdf.end).toBe(pdf.bytes.length)
      expect(pdf.entry(2)?.kind).toBe(xref === 'packed' ? 'packed' : 'at')
    })
  }

  it('a cross-reference stream with offsets of eight bytes, as pyHanko writes them', () => {
    const text = latin1(composePdf(samplePage('Hi'), { xref: 'stream' }))
    const from = text.lastIndexOf('stream\n', text.lastIndexOf('endstream') - 1) + 7
    const rows = text.slice(from, text.lastIndexOf('\nendstream')).match(/.{6}/gs) ?? []
    const wide = rows.map((row) => `${row[0]}\0\0\0\0${row.slice(1)}`).join('')
    const dictionary = text.slice(0, from).replace('/W [1 4 1]', '/W [1 8 1]')
    const length = `/Length ${rows.length * 6}>>`
    expect(dictionary).toContain(length)
    const pdf =
      dictionary.replace(length, `/Length ${wide.length}>>`) + wide + text.slice(from + rows.length * 6)
    expect(outcome(bytesOf(pdf))).toBe('read')
  })

  it('each revision with its extent, the newest winning', () => {
    const first = composePdf(samplePage('one'))
    const second = updatePdf(first, { 4: { data: 'two' }, 6: 'null' }, { xref: 'packed' })
    const third = updatePdf(second, { 4: { data: 'three' } })
    const pdf = readPdf(third)
    expect(pdf.revisions.map(({ start, end, xref }) => [start, end, xref])).toEqual([
      [0, first.length, 'table'],
      [first.length, second.length, 'stream'],
      [second.length, third.length, 'table'],
    ])
    expect([...(pdf.revisions[2]?.entries.keys() ?? [])]).toEqual([4])
    expect(contents(pdf)).toBe('three')
    // The bytes up to the end of a revision are the document as it was then.
    expect(contents(readPdf(third.subarray(0, second.length)))).toBe('two')
  })

  it('bytes after the end are left outside', () => {
    const pdf = readPdf(bytesOf(`${latin1(page)}garbage`))
    expect(pdf.end).toBe(page.length)
  })

  it('strings, names and numbers as ISO 32000-1 7.3 gives them', () => {
    const pdf = readPdf(
      object(
        '[(a\\(b\\)\\\\ \\101\\12(n(e)st)\\\r\nx\\q) <48 65 6C6> /A#20B#c3 -12 +3.50 .5 true null [1 0 R 2 0 3]] % end',
      ),
    )
    const items = pdf.items(pdf.object(6)) ?? []
    expect(textOf(items[0])).toBe('a(b)\\ A\n(n(e)st)xq')
    expect(latin1(only(items[1], 'string')?.bytes ?? new Uint8Array())).toBe('Hel`')
    expect(nameOf(items[2])).toBe('A B\u00c3')
    expect(items.slice(3, 8)).toMatchObject([-12, { value: 3.5, text: '+3.50' }, { value: 0.5 }, true, null])
    expect(only(items[8], 'array')?.items).toEqual([{ kind: 'ref', id: 1, generation: 0 }, 2, 0, 3])
  })

  it('what a reference to nothing means: null', () => {
    const pdf = readPdf(object('[99 0 R]'))
    expect(pdf.resolve(pdf.items(pdf.object(6))?.[0])).toBeNull()
  })

  it('UTF-16 and UTF-8 text, and PDFDocEncoding', () => {
    const pdf = readPdf(object('[<FEFF8BC17167> <EFBBBFE8AF81> <80A0>]'))
    expect(pdf.items(pdf.object(6))?.map(textOf)).toEqual(['证照', '证', '•€'])
  })
})

describe('what is refused by name', () => {
  const loop = (xref: 'table' | 'stream') => {
    const first = composePdf(samplePage(), { xref, previous: 10_000 })
    const at = /startxref\n(\d+)/.exec(latin1(first))?.[1] ?? ''
    return edited(first, '/Prev 10000', `/Prev ${at.padEnd(5)}`)
  }
  const cases: ReadonlyArray<[string, Uint8Array, string]> = [
    ['no PDF', bytesOf('hello'), 'pdf-header-missing'],
    ['something before the header', bytesOf(`x${latin1(page)}`), 'pdf-header-missing'],
    ['a cut file', page.subarray(0, page.length - 30), 'pdf-end-missing'],
    ['a cut end mark', page.subarray(0, page.length - 3), 'pdf-end-missing'],
    ['startxref that points nowhere', edited(page, 'startxref\n', 'startxref\n9'), 'pdf-xref-broken'],
    ['encryption', composePdf(samplePage(), { trailer: '/Root 1 0 R /Encrypt 5 0 R' }), 'pdf-encrypted'],
    [
      'hybrid cross-references',
      composePdf(samplePage(), { trailer: '/Root 1 0 R /XRefStm 9' }),
      'pdf-hybrid',
    ],
    ['a Prev loop of tables', loop('table'), 'pdf-xref-loop'],
    ['a Prev loop of streams', loop('stream'), 'pdf-xref-loop'],
    ['a huge Size', composePdf(samplePage(), { size: 999_999_999 }), 'pdf-too-many'],
    ['a Size too small', composePdf(samplePage(), { size: 3 }), 'pdf-xref-broken'],
    ['a later Size smaller than before', updatePdf(page, { 1: 'null' }, { size: 2 }), 'pdf-xref-broken'],
    ['an object elsewhere', edited(page, '\n3 0 obj', '\n7 0 obj'), 'pdf-object-misplaced'],
    ['another generation', edited(page, '\n3 0 obj', '\n3 1 obj'), 'pdf-object-misplaced'],
    ['an object twice in a section', edited(page, '\n5 1\n', '\n4 1\n'), 'pdf-duplicate-object'],
    ['a duplicate key', object('<</A 1 /B 2 /A 3>>'), 'pdf-duplicate-key'],
    ['a duplicate key in disguise', object('<</A 1 /#41 3>>'), 'pdf-duplicate-key'],
    ['an odd dictionary', object('<</A 1 /B>>'), 'pdf-syntax-wrong'],
    ['a number that programs read differently', object('[1-2]'), 'pdf-syntax-wrong'],
    ['an integer past 2^53', object('[99999999999999999999]'), 'pdf-syntax-wrong'],
    ['an escape that is none', object('/A#zz'), 'pdf-syntax-wrong'],
    ['an open string', object('(abc'), 'pdf-syntax-wrong'],
    ['something after the object', object('null null'), 'pdf-object-broken'],
    ['a length too short', stream('/Length 3'), 'pdf-stream-length'],
    ['a length too long', stream('/Length 6'), 'pdf-stream-length'],
    ['a length into the next object', stream('/Length 90'), 'pdf-stream-length'],
    ['a length past the file', stream('/Length 99999999999'), 'pdf-stream-length'],
    ['no length', stream(''), 'pdf-stream-length'],
    ['a length that is no number', stream('/Length /X'), 'pdf-stream-length'],
    ['a length that is negative', stream('/Length -4'), 'pdf-stream-length'],
    ['a length that is its own stream', stream('/Length 6 0 R'), 'pdf-reference-loop'],
    ['a short cross-reference entry', edited(page, ' n\r\n', ' n\n'), 'pdf-xref-broken'],
    ['nesting past the limit', object('['.repeat(65) + ']'.repeat(65)), 'pdf-too-deep'],
    ['a million open brackets', object('['.repeat(1_000_000)), 'pdf-too-deep'],
    ['a page tree with a loop', edited(page, '/Kids [3 0 R]', '/Kids [2 0 R]'), 'pdf-reference-loop'],
    [
      'one page twice',
      composePdf({ ...samplePage(), 2: '<</Type /Pages /Kids [3 0 R 3 0 R]>>' }),
      'pdf-reference-loop',
    ],
    ['no catalogue', edited(page, '/Type /Catalog', '/Type /Catalug'), 'pdf-structure-wrong'],
  ]
  test.each(cases)('%s', (_name, bytes, code) => {
    expect(outcome(bytes)).toBe(code)
  })

  it('a length that names its own stream, or a chain of them', () => {
    const streams: Record<number, string> = {}
    for (let id = 6; id < 200; id++) streams[id] = `<</Length ${id + 1} 0 R>>\nstream\nendstream`
    streams[200] = '<</Length 6 0 R>>\nstream\nendstream'
    expect(outcome(composePdf({ ...samplePage(), ...streams }))).toBe('pdf-reference-loop')
  })

  it('references in a circle', () => {
    const pdf = readPdf(composePdf({ ...samplePage(), 6: '7 0 R', 7: '6 0 R' }))
    expect(() => pdf.resolve(pdf.object(6))).toThrow(/^pdf-reference-loop/)
  })

  it('an object that reaches into the next', () => {
    const nested = edited(object('(6 0 obj) '), '6 0 obj\n(6 0 obj) ', '6 0 obj\n(7 0 obj) ')
    const at = latin1(nested).indexOf('7 0 obj')
    const overlapping = updatePdf(nested, { 8: 'null' })
    const row = latin1(overlapping).lastIndexOf('8 1\n')
    const text = latin1(overlapping)
    const forged = `${text.slice(0, row)}7 1\n${String(at).padStart(10, '0')} 00000 n\r\n${text.slice(row)}`
    expect(outcome(bytesOf(forged))).toBe('pdf-syntax-wrong')
  })

  it('an object stream that holds another object than the cross-reference says', () => {
    const packed = composePdf(samplePage(), { xref: 'packed' })
    expect(outcome(edited(packed, 'stream\n1 0 2 ', 'stream\n1 0 9 '))).toBe('pdf-object-misplaced')
  })

  it('a cross-reference into bytes of a later revision', () => {
    const later = updatePdf(page, { 6: 'null' })
    const at = latin1(later).lastIndexOf('6 0 obj')
    // The first revision says that object 5 stands where only the second one puts something.
    const row = latin1(page).indexOf(`\n5 1\n`) + 5
    const forged = `${latin1(later).slice(0, row)}${String(at).padStart(10, '0')}${latin1(later).slice(row + 10)}`
    expect(outcome(bytesOf(forged.replace('6 0 obj', '5 0 obj').replace('\n6 1\n', '\n5 1\n')))).toBe(
      'pdf-object-misplaced',
    )
  })
})

describe('limits', () => {
  const of = (changes: Partial<typeof pdfLimits>) => ({ ...pdfLimits, ...changes })
  it('are met exactly', () => {
    expect(outcome(page, of({ fileBytes: page.length }))).toBe('read')
    expect(outcome(page, of({ fileBytes: page.length - 1 }))).toBe('pdf-too-large')
    expect(outcome(page, of({ objects: 6 }))).toBe('read')
    expect(outcome(page, of({ objects: 5 }))).toBe('pdf-too-many')
    const twice = updatePdf(page, { 6: 'null' })
    expect(outcome(twice, of({ revisions: 2 }))).toBe('read')
    expect(outcome(twice, of({ revisions: 1 }))).toBe('pdf-too-many')
    expect(outcome(page, of({ pages: 2 }))).toBe('read')
    expect(outcome(page, of({ pages: 1 }))).toBe('pdf-too-many')
    expect(outcome(page, of({ values: 65 }))).toBe('read')
    expect(outcome(page, of({ values: 30 }))).toBe('pdf-too-many')
    expect(outcome(object('[[[[]]]]'), of({ depth: 4 }))).toBe('read')
    expect(outcome(object('[[[[]]]]'), of({ depth: 3 }))).toBe('pdf-too-deep')
  })

  it('let no object stream grow past them', () => {
    const data = deflateSync(
      Buffer.concat([Buffer.from('6 0 '), Buffer.alloc(3_000_000, ' '), Buffer.from('null')]),
    )
    const entries = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'
    const text = latin1(composePdf({ ...samplePage(), 7: { entries, data } }, { xref: 'stream' }))
    // The row of object 7 in the cross-reference stream becomes one of object 6 in object stream 7.
    const forged = text.replace(
      '/Index [1 1 2 1 3 1 4 1 5 1 7 1 8 1]',
      '/Index [1 1 2 1 3 1 4 1 5 1 7 1 6 1]',
    )
    const row = forged.lastIndexOf('endstream') - 7
    const packed = `${forged.slice(0, row)}\x02\0\0\0\x07\0${forged.slice(row + 6)}`
    expect(outcome(bytesOf(packed), of({ streamBytes: 1_000_000 }))).toBe('pdf-stream-too-large')
    expect(outcome(bytesOf(packed))).toBe('read')
  })
})

describe('time', () => {
  const quickly = (bytes: Uint8Array) => {
    const from = process.cpuUsage()
    const code = outcome(bytes)
    expect(workSince(from)).toBeLessThan(slow)
    return code
  }
  const tenMiB = 10 * 1024 * 1024
  const ending = `\nstartxref\n9\n%%EOF\n`
  const filled = (filler: string, head = '%PDF-1.7\n') =>
    bytesOf(head + filler.repeat(Math.ceil(tenMiB / filler.length)) + ending)

  it('10 MiB of garbage is answered at once', () => {
    let seed = 1
    const garbage = Uint8Array.from({ length: tenMiB }, () => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      return seed >> 16
    })
    expect(quickly(garbage)).toBe('pdf-header-missing')
    garbage.set(bytesOf('%PDF-1.7\n'))
    expect(quickly(garbage)).toBe('pdf-end-missing')
    garbage.set(bytesOf(ending), tenMiB - ending.length)
    expect(quickly(garbage)).toBe('pdf-xref-broken')
  })

  test.each([
    ['s', 'pdf-xref-broken'],
    ['startxref ', 'pdf-xref-broken'],
    ['xref\n%', 'pdf-xref-broken'],
    ['xref\n0 1 ', 'pdf-xref-broken'],
    ['1 0 obj(', 'pdf-syntax-wrong'],
    ['1 0 obj<<', 'pdf-syntax-wrong'],
    ['1 0 obj %', 'pdf-syntax-wrong'],
    ['(', 'pdf-xref-broken'],
  ])('10 MiB of %j', (filler, code) => {
    expect(quickly(filled(filler))).toBe(code)
  })

  test.each([
    ['[]', 'pdf-too-many'],
    ['<<>>', 'pdf-too-many'],
    ['/A ', 'pdf-too-many'],
    ['1 ', 'pdf-too-many'],
    ['(\\)', 'pdf-syntax-wrong'],
  ])('an object of 10 MiB of %j', (filler, code) => {
    expect(quickly(object(`[${filler.repeat(tenMiB / filler.length)}`))).toBe(code)
  })

  it('a nest of objects that each reach to the end', () => {
    const nest = (opening: string) => {
      let text = '%PDF-1.7\n'
      let rows = ''
      for (let id = 1; id <= 20_000; id++) {
        rows += `${String(text.length).padStart(10, '0')} 00000 n\r\n`
        text += `${id} 0 obj ${opening}`
      }
      const at = text.length
      return bytesOf(
        `${text}xref\n1 20000\n${rows}trailer\n<</Size 20001 /Root 1 0 R>>\nstartxref\n${at}\n%%EOF`,
      )
    }
    expect(quickly(nest('('))).toBe('pdf-syntax-wrong')
    expect(quickly(nest('%'))).toBe('pdf-syntax-wrong')
  })

  it('thousands of fields below others with long names', () => {
    const crowd = 20_000
    const depth = 60
    const form = (part: string) => {
      const parents = Array.from({ length: depth }, (_, i) => [
        10 + i,
        `<</T (${part}) /Kids [${i < depth - 1 ? `${11 + i} 0 R` : Array.from({ length: crowd }, (_, k) => `${100 + k} 0 R`).join(' ')}]>>`,
      ])
      const fields = Array.from({ length: crowd }, (_, k) => [100 + k, '<</T (a)>>'])
      const objects: SampleObjects = Object.fromEntries([...parents, ...fields])
      return readPdf(composePdf({ ...samplePage('Hi', ' /AcroForm <</Fields [10 0 R]>>'), ...objects }))
    }
    const short = form('x')
    const from = process.cpuUsage()
    const fields = fieldsOf(short)
    expect(fields).toHaveLength(crowd)
    expect(fields[0]?.name).toBe(`${'x.'.repeat(depth)}a`)
    const long = form('x'.repeat(1_000))
    expect(() => fieldsOf(long)).toThrow(/^pdf-structure-wrong/)
    expect(workSince(from)).toBeLessThan(slow)
  })

  it('a chain of Prev over the same bytes', () => {
    let text = '%PDF-1.7\n'
    const starts: number[] = []
    for (let i = 0; i < 300; i++) {
      starts.push(text.length)
      text += 'xref %'
    }
    text += `\ntrailer\n<</Size 1 /Root 1 0 R /Prev ${starts[1]} /X (${'x'.repeat(1_000_000)})>>\nstartxref\n${starts[0]}\n%%EOF`
    expect(quickly(bytesOf(text))).toBe('pdf-xref-broken')
  })
})

describe('rules', () => {
  const anyObjects: SampleObjects = {
    ...samplePage(),
    6: '<</A [1 (x) <00> /N 2.5 true null 3 0 R]>>',
    7: { data: 'x' },
  }

  it('any bytes changed anywhere: read, or refused by name, never anything else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('table' as const, 'stream' as const, 'packed' as const),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (xref, edits) => {
          const bytes = updatePdf(composePdf(anyObjects, { xref }), { 4: { data: 'y' } }, { xref })
          for (const [at, byte] of edits) bytes[at % bytes.length] = byte
          expect(outcome(bytes)).toMatch(/^(read|pdf-[a-z-]+)$/)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('cut anywhere, a file of one revision is refused by name', () => {
    for (let length = 0; length < page.length - 1; length++)
      expect(outcome(page.subarray(0, length))).toMatch(/^pdf-(header|end)-missing$/)
  })
})
