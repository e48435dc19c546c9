import type { Identity } from '@licencevault/keys'
import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import { bytesOf, composePdf, latin1, samplePage, updatePdf } from '@licencevault/kit/pdf'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { nameOf } from '../pdf/object.ts'
import { readPdf } from '../pdf/reader.ts'
import { signaturesOf } from '../pdf/signatures.ts'
import { contentsBytes, preparedContents, preparedRange, preparedTime } from './prepared.ts'
import { type SealOptions, sealPdf } from './seal.ts'
import { sealPrepared } from './seal-prepared.ts'
import { verifyPdf } from './verify.ts'

const time = new Date('2027-03-01T08:30:15Z')
const notBefore = new Date('2027-01-01T00:00:00Z')
let root: TestCa
let seal: IssuedIdentity

beforeAll(async () => {
  root = await createCa({ name: '根', notBefore })
  const middle = await root.subCa({ name: '中级', notBefore })
  seal = await middle.issue({ subject: { CN: '印章', O: '某局' }, notBefore })
})

const page = composePdf(samplePage())
const verify = (pdf: Uint8Array, signatures?: 'several') =>
  verifyPdf(pdf, { roots: [root.certificate], at: time, ...(signatures && { signatures }) })
const sealed = (pdf: Uint8Array, options: Partial<SealOptions> = {}) =>
  sealPdf(pdf, seal, { time, ...options })

/** What the page shows when a field with the prepared dictionary stands in the form. */
const prepared = (dictionary: string, form = '/Fields [6 0 R] /SigFlags 3') =>
  composePdf({
    ...samplePage('Hello', ` /AcroForm <<${form}>>`),
    6: '<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /V 7 0 R /Rect [0 0 0 0] /F 132 /P 3 0 R>>',
    7: dictionary,
  })
const dictionary = (changes: Readonly<Record<string, string>> = {}, more = '') => {
  const entries = {
    SubFilter: '/ETSI.CAdES.detached',
    M: preparedTime,
    ByteRange: preparedRange,
    Contents: preparedContents(),
    ...changes,
  }
  const text = Object.entries(entries).map(([key, value]) => `/${key} ${value}`)
  return `<</Type /Sig /Filter /Adobe.PPKLite ${text.join(' ')}${more}>>`
}

describe('sealPdf', () => {
  for (const xref of ['table', 'stream', 'packed'] as const)
    it(`seals a file with a cross-reference ${xref} in kind, and leaves its bytes in front`, async () => {
      const pdf = composePdf(samplePage(), { xref })
      const result = await sealed(pdf)
      expect(result.subarray(0, pdf.length)).toEqual(pdf)
      const { revisions } = readPdf(result)
      expect(revisions.map((revision) => revision.xref)).toEqual(
        xref === 'table' ? ['table', 'table'] : ['stream', 'stream'],
      )
      expect((await verify(result)).indication).toBe('TOTAL-PASSED')
    })

  it('seals a file that was updated before, and one whose end has no line end', async () => {
    const updated = updatePdf(page, { 4: { data: 'BT ET' } }, { xref: 'packed' })
    expect((await verify(await sealed(updated))).indication).toBe('TOTAL-PASSED')
    expect((await verify(await sealed(page.subarray(0, page.length - 1)))).indication).toBe('TOTAL-PASSED')
  })

  it('writes what the signer says, in any script', async () => {
    const words = { name: '市场监督管理局', reason: 'Issued (食品经营许可证)', location: 'Shanghai' }
    const result = await sealed(page, { ...words, fieldName: '印章', certify: 2 })
    const [signature] = (await verify(result)).signatures
    expect(signature).toMatchObject({ ...words, field: '印章', time, permission: 2 })
  })

  it('keeps the form, the annotations and the first half of the identifier', async () => {
    const objects = {
      ...samplePage('Hello', ' /AcroForm 6 0 R'),
      3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Annots 8 0 R>>',
      6: '<</Fields [7 0 R] /DA (/Helv 0 Tf)>>',
      7: '<</Type /Annot /Subtype /Widget /FT /Tx /T (Text) /Rect [0 0 9 9]>>',
      8: '[7 0 R]',
    }
    const pdf = composePdf(objects, { trailer: '/Root 1 0 R /ID [<0102> <0304>]' })
    const read = readPdf(await sealed(pdf))
    const form = read.dict(read.catalog.map.get('AcroForm'))
    expect(read.items(form?.map.get('Fields'))).toHaveLength(2)
    expect(form?.map.has('DA')).toBe(true)
    expect(read.items(read.dict({ kind: 'ref', id: 3, generation: 0 })?.map.get('Annots'))).toHaveLength(2)
    const [first, second] = read.items(read.latest.trailer.map.get('ID')) ?? []
    expect(first).toMatchObject({ bytes: Uint8Array.of(1, 2) })
    expect(second).toMatchObject({ bytes: { length: 16 } })
  })

  it('signs into an empty field of that name', async () => {
    const objects = {
      ...samplePage('Hello', ' /AcroForm <</Fields [6 0 R]>>'),
      6: '<</FT /Sig /T (Here) /Type /Annot /Subtype /Widget /Rect [0 0 0 0]>>',
    }
    const result = await sealed(composePdf(objects), { fieldName: 'Here' })
    const report = await verify(result)
    expect([report.indication, report.signatures[0]?.field]).toEqual(['TOTAL-PASSED', 'Here'])
  })

  it('adds a second seal, numbered on', async () => {
    const twice = await sealed(await sealed(page))
    const report = await verify(twice, 'several')
    expect(report.signatures.map(({ field }) => field)).toEqual(['Signature1', 'Signature2'])
    expect(report.signatures.map(({ covered }) => covered)).toEqual([expect.any(Number), twice.length])
    expect(report.signatures[1]?.indication).toBe('TOTAL-PASSED')
  })

  it('certifies: the permission stands in the seal and the catalogue names it', async () => {
    const read = readPdf(await sealed(page, { certify: 1 }))
    const [signature] = signaturesOf(read)
    expect(signature?.permission).toBe(1)
    expect(read.dict(read.dict(read.catalog.map.get('Perms'))?.map.get('DocMDP'))).toBe(signature?.dict)
  })

  it('draws a seal, or takes a drawing with fonts and images of its own', async () => {
    const rect = [20, 20, 120.5, 80] as const
    const appearances = [
      { text: ['Sealed (by)', 'Some Office'], shape: 'circle' as const },
      { text: [] },
      {
        content: bytesOf('/Im Do'),
        resources: '<</XObject <</Im 1 0 R>>>>',
        streams: [
          {
            dict: '<</Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8>>',
            data: Uint8Array.of(9),
          },
        ],
      },
    ]
    for (const appearance of appearances) {
      const result = await sealed(page, { visible: { page: 1, rect, appearance } })
      expect((await verify(result)).indication).toBe('TOTAL-PASSED')
      const read = readPdf(result)
      const form = read
        .ids()
        .map((id) => read.object(id))
        .find(
          (object) =>
            typeof object === 'object' &&
            object?.kind === 'stream' &&
            nameOf(object.dict.map.get('Subtype')) === 'Form',
        )
      expect(form).toBeDefined()
    }
  })

  it('signs with every algorithm of the table', async () => {
    for (const algorithm of ['ES384', 'PS256', 'RS256', 'Ed25519'] as const) {
      const other = await root.issue({ subject: { CN: algorithm }, algorithm, notBefore })
      expect((await verify(await sealPdf(page, other, { time }))).indication).toBe('TOTAL-PASSED')
    }
  })
})

describe('sealPdf refuses', () => {
  const circle = { text: ['x'] }
  const at = (rect: readonly [number, number, number, number], number = 1) => ({
    visible: { page: number, rect, appearance: circle },
  })
  const form = (field: string) =>
    composePdf({ ...samplePage('x', ' /AcroForm <</Fields [6 0 R]>>'), 6: `<</T (F) ${field}>>` })
  const cases: ReadonlyArray<[string, () => Uint8Array | Promise<Uint8Array>, Partial<SealOptions>, string]> =
    [
      ['what is no PDF', () => bytesOf('x'), {}, 'pdf-header-missing'],
      ['bytes after the end', () => bytesOf(`${latin1(page)}x`), {}, 'seal-trailing-bytes'],
      ['an object that is broken', () => composePdf({ ...samplePage(), 6: '<<' }), {}, 'pdf-syntax-wrong'],
      ['a file certified against changes', () => sealed(page, { certify: 1 }), {}, 'seal-not-permitted'],
      ['a second certification', () => sealed(page), { certify: 1 }, 'seal-certify-not-first'],
      ['a field that is signed', () => sealed(page), { fieldName: 'Signature1' }, 'seal-field-taken'],
      ['a field of another kind', () => form('/FT /Tx'), { fieldName: 'F' }, 'seal-field-taken'],
      ['a field with a lock', () => form('/FT /Sig /Lock <<>>'), { fieldName: 'F' }, 'seal-field-restricted'],
      [
        'a field with seed values',
        () => form('/FT /Sig /SV <<>>'),
        { fieldName: 'F' },
        'seal-field-restricted',
      ],
      [
        'showing in a field that exists',
        () => form('/FT /Sig'),
        { fieldName: 'F', ...at([0, 0, 9, 9]) },
        'seal-option-wrong',
      ],
      ['a name within another field', () => page, { fieldName: 'A.B' }, 'seal-option-wrong'],
      ['a page that is not there', () => page, at([0, 0, 9, 9], 2), 'seal-page-missing'],
      ['a rectangle inside out', () => page, at([9, 0, 0, 9]), 'seal-option-wrong'],
      ['a rectangle of nothing', () => page, at([0, 0, Number.NaN, 9]), 'seal-option-wrong'],
      ['a time that is none', () => page, { time: new Date(Number.NaN) }, 'seal-option-wrong'],
      [
        'a year of five digits',
        () => page,
        { time: new Date('+012027-01-01T00:00:00Z') },
        'seal-option-wrong',
      ],
      [
        'letters Helvetica does not have',
        () => page,
        { visible: { page: 1, rect: [0, 0, 99, 99], appearance: { text: ['证'] } } },
        'seal-text-unsupported',
      ],
      [
        'resources that name what is not there',
        () => page,
        {
          visible: {
            page: 1,
            rect: [0, 0, 9, 9],
            appearance: { content: bytesOf(''), resources: '<</X 1 0 R>>' },
          },
        },
        'seal-option-wrong',
      ],
    ]
  test.each(cases)('%s', async (_name, pdf, options, code) => {
    await expect(sealed(await pdf(), options)).rejects.toMatchObject({ code })
  })

  it('a signature larger than its room, naming both sizes', async () => {
    const chain = [...seal.chain]
    for (let i = 0; i < 25; i++)
      chain.push((await root.issue({ subject: { CN: `${i}` }, notBefore })).certificate)
    const heavy: Identity = { ...seal, chain }
    await expect(sealPdf(page, heavy, { time })).rejects.toMatchObject({
      code: 'seal-room-too-small',
      details: { size: expect.any(Number), room: contentsBytes },
    })
  })
})

describe('sealPrepared', () => {
  it('fills the three places and moves nothing', async () => {
    const pdf = prepared(dictionary())
    const before = pdf.slice()
    const result = await sealPrepared(pdf, seal, { time })
    expect(pdf).toEqual(before)
    expect(result.length).toBe(pdf.length)
    const text = latin1(result)
    expect(text).toContain("/M (D:20270301083015+00'00') ")
    const zeros = text
      .replace(/\/M \([^)]*\)/, `/M ${preparedTime}`)
      .replace(/\/ByteRange \[[^\]]*\]/, `/ByteRange ${preparedRange}`)
      .replace(/\/Contents <[^>]*>/, `/Contents ${preparedContents()}`)
    expect(zeros === latin1(before)).toBe(true)
    expect((await verify(result)).indication).toBe('TOTAL-PASSED')
  })

  it('fills a dictionary that stands within its field', async () => {
    const pdf = composePdf({
      ...samplePage('Hello', ' /AcroForm <</Fields [6 0 R] /SigFlags 3>>'),
      6: `<</FT /Sig /T (Seal) /V ${dictionary()}>>`,
    })
    expect((await verify(await sealPrepared(pdf, seal, { time }))).indication).toBe('TOTAL-PASSED')
  })

  const mdp = '/Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</P 1 /V /1.2>>>>]'
  const wrong = 'seal-placeholder-wrong'
  const cases: ReadonlyArray<[string, () => Uint8Array, string]> = [
    ['no form', () => page, 'seal-placeholder-missing'],
    ['a dictionary outside the form', () => prepared(dictionary(), '/Fields []'), 'seal-placeholder-missing'],
    [
      'a value that is not empty',
      () => prepared(dictionary({ Contents: '<01>' })),
      'seal-placeholder-missing',
    ],
    [
      'a range that is not empty',
      () => prepared(dictionary({ ByteRange: '[0 1 2 3]' })),
      'seal-placeholder-missing',
    ],
    ['a range too narrow', () => prepared(dictionary({ ByteRange: '[0 0 0 0]' })), wrong],
    ['another time', () => prepared(dictionary({ M: '(D:20270301)' })), wrong],
    ['white space in the value', () => prepared(dictionary({ Contents: '<00 00>' })), wrong],
    ['another kind of signature', () => prepared(dictionary({ SubFilter: '/adbe.pkcs7.detached' })), wrong],
    ['a certification the catalogue does not name', () => prepared(dictionary({}, mdp)), wrong],
    ['a later revision', () => updatePdf(prepared(dictionary()), { 4: { data: '' } }), wrong],
    [
      'a dictionary in an object stream',
      () =>
        composePdf(
          {
            ...samplePage('Hello', ' /AcroForm <</Fields [6 0 R]>>'),
            6: `<</FT /Sig /T (Seal) /V ${dictionary()}>>`,
          },
          { xref: 'packed' },
        ),
      wrong,
    ],
    [
      'two of them',
      () =>
        composePdf({
          ...samplePage('Hello', ' /AcroForm <</Fields [6 0 R 7 0 R]>>'),
          6: `<</FT /Sig /T (A) /V ${dictionary()}>>`,
          7: `<</FT /Sig /T (B) /V ${dictionary()}>>`,
        }),
      'seal-placeholder-missing',
    ],
    ['a room too small', () => prepared(dictionary({ Contents: '<0000000000>' })), 'seal-room-too-small'],
    ['bytes after the end', () => bytesOf(`${latin1(prepared(dictionary()))}\n`), 'seal-trailing-bytes'],
  ]
  test.each(cases)('refuses %s', async (_name, pdf, code) => {
    await expect(sealPrepared(pdf(), seal, { time })).rejects.toMatchObject({ code })
  })
})
