import { deflateSync } from 'node:zlib'
import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import {
  bytesOf,
  composePdf,
  latin1,
  type SampleOptions,
  sampleAttachment,
  samplePage,
  updatePdf,
} from '@licencevault/kit/pdf'
import { workSince } from '@licencevault/kit/work'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { type Certificate, readCertificate } from '../certificate.ts'
import { signCms } from '../cms/sign.ts'
import { pdfLimits } from '../pdf/limits.ts'
import { preparedContents } from './prepared.ts'
import type { PdfReport, VerifyPdfOptions } from './report.ts'
import { type SealOptions, sealPdf } from './seal.ts'
import { verifyPdf } from './verify.ts'

const at = new Date('2027-03-01T08:30:15Z')
const notBefore = new Date('2027-01-01T00:00:00Z')
let root: TestCa
let trusted: Certificate
let seal: IssuedIdentity
/** One page with statement.json attached, unsealed; then certified with P = 1; then merely signed. */
let plain: Uint8Array
let licence: Uint8Array
let signed: Uint8Array

const attached = (data: Uint8Array | string, options?: SampleOptions) => {
  const { objects, catalog } = sampleAttachment(6, 'statement.json', data)
  return composePdf({ ...samplePage('Hello', catalog), ...objects }, options)
}

beforeAll(async () => {
  root = await createCa({ name: '根', notBefore })
  const middle = await root.subCa({ name: '中级', notBefore })
  trusted = readCertificate(root.certificate)
  seal = await middle.issue({ subject: { CN: '印章', O: '某局' }, notBefore })
  plain = attached('{"a":1}')
  licence = await sealed(plain, { certify: 1 })
  signed = await sealed(plain)
})

const sealed = (pdf: Uint8Array, options: Partial<SealOptions> = {}, identity = seal) =>
  sealPdf(pdf, identity, { time: at, ...options })
const verify = (pdf: Uint8Array, options: Partial<VerifyPdfOptions> = {}) =>
  verifyPdf(pdf, { roots: [trusted], at, ...options })

/** What did not pass, and how it was concluded. */
function findings({ indication, subIndication, checks }: PdfReport): string[] {
  const found = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')
  return [
    `${indication} ${subIndication ?? ''}`.trim(),
    ...found.map(({ name, reason }) => `${name}: ${reason}`),
  ]
}

const evidence = ({ checks }: PdfReport, name: string) =>
  checks.find((check) => check.name === name)?.evidence ?? expect.fail(`no check ${name}`)

/** Replaces text of the same length, so that nothing moves. */
function replaced(pdf: Uint8Array, from: string | RegExp, to: (found: string) => string): Uint8Array {
  const text = latin1(pdf)
  const result = text.replace(from, to)
  if (result === text || result.length !== text.length) throw new Error(`cannot replace ${from}`)
  return bytesOf(result)
}

describe('a sealed file', () => {
  it('passes, and the report says whose it is and what it carries', async () => {
    const report = await verify(licence, { certification: 1 })
    expect(findings(report)).toEqual(['TOTAL-PASSED'])
    expect(report.signer?.certificate?.subject.text).toContain('印章')
    expect(report.signer?.path).toHaveLength(3)
    expect(report.attachments).toEqual([
      {
        name: 'statement.json',
        relationship: 'Source',
        mime: 'application/json',
        description: undefined,
        bytes: bytesOf('{"a":1}'),
      },
    ])
    expect(report.signatures).toHaveLength(1)
    expect(report.signatures[0]).toMatchObject({ permission: 1, covered: licence.length, time: at })
    expect(report.revisions).toBe(2)
    // Objects that the sealing itself defined again are there to be seen.
    expect(evidence(report, 'pdf-structure')).toMatchObject({ redefined: ['1', '3'] })
  })

  it('has the same checks, in the same order, whatever is found', async () => {
    const names = ({ checks }: PdfReport) => checks.map(({ name }) => name)
    const whole = names(await verify(licence))
    expect(new Set(whole).size).toBe(whole.length)
    expect(names(await verify(replaced(licence, '(Hello)', () => '(Jello)')))).toEqual(whole)
    expect(whole).toEqual(expect.arrayContaining(['byte-range', 'nothing-after-seal', 'certification']))
  })
})

describe('bad input', () => {
  const page = () => composePdf(samplePage())
  const cases: ReadonlyArray<[string, () => Uint8Array | Promise<Uint8Array>, string[]]> = [
    ['nothing', () => new Uint8Array(), ['TOTAL-FAILED FORMAT_FAILURE', 'pdf-structure: pdf-header-missing']],
    [
      '10 MiB of garbage',
      () => bytesOf(`%PDF-1.7\n${'\u00ff%x<'.repeat(2_621_440)}`),
      ['TOTAL-FAILED FORMAT_FAILURE', 'pdf-structure: pdf-end-missing'],
    ],
    ['no signature', page, ['TOTAL-FAILED FORMAT_FAILURE', 'signature-present: signature-none']],
    [
      'a cut file',
      () => plain.subarray(0, plain.length - 100),
      ['TOTAL-FAILED FORMAT_FAILURE', 'pdf-structure: pdf-end-missing'],
    ],
    [
      'a file cut within its last saving, the one with the seal',
      () => licence.subarray(0, licence.length - 100),
      ['TOTAL-FAILED FORMAT_FAILURE', 'pdf-structure: bytes-after-end', 'signature-present: signature-none'],
    ],
    [
      'an encrypted file',
      () => composePdf(samplePage(), { trailer: '/Root 1 0 R /Encrypt 5 0 R' }),
      ['INDETERMINATE CUSTOM', 'pdf-structure: pdf-encrypted'],
    ],
    [
      'deep nesting',
      () => composePdf({ ...samplePage(), 6: '['.repeat(100_000) }),
      ['INDETERMINATE CUSTOM', 'pdf-structure: pdf-too-deep'],
    ],
    [
      'a Prev loop',
      () =>
        updatePdf(
          page(),
          { 6: 'null' },
          { previous: latin1(updatePdf(page(), { 6: 'null' })).lastIndexOf('xref\n6 1\n') },
        ),
      ['TOTAL-FAILED FORMAT_FAILURE', 'pdf-structure: pdf-xref-loop'],
    ],
    [
      'a huge Size',
      () => composePdf(samplePage(), { size: 900_000_000 }),
      ['INDETERMINATE CUSTOM', 'pdf-structure: pdf-too-many'],
    ],
    [
      'a length that lies',
      () => composePdf({ ...samplePage(), 6: '<</Length 4>>\nstream\nabcdef\nendstream' }),
      ['TOTAL-FAILED FORMAT_FAILURE', 'pdf-structure: pdf-stream-length'],
    ],
  ]
  test.each(cases)('%s', async (_name, pdf, expected) => {
    const bytes = await pdf()
    const from = process.cpuUsage()
    const report = await verify(bytes)
    expect(workSince(from)).toBeLessThan(5_000)
    expect(findings(report)).toEqual(expected)
    const finding = report.checks.find(({ outcome }) => outcome !== 'passed')
    expect(finding?.sentence.zh).not.toMatch(/\{\w+\}/)
    expect(finding?.remedy?.en).toBeTruthy()
  })

  it('a zip bomb as an attachment, sealed', async () => {
    const { objects, catalog } = sampleAttachment(
      6,
      'bomb',
      deflateSync(new Uint8Array(pdfLimits.streamBytes + 1)),
    )
    const stream = objects[7]
    if (typeof stream !== 'object') throw new Error('no stream')
    const bomb = { ...stream, entries: `${stream.entries} /Filter /FlateDecode` }
    const report = await verify(
      await sealed(composePdf({ ...samplePage('x', catalog), 6: objects[6] ?? '', 7: bomb })),
    )
    expect(findings(report)).toEqual(['INDETERMINATE CUSTOM', 'attachments: pdf-stream-too-large'])
    expect(report.attachments).toEqual([])
  })

  it('two attachments of one name', async () => {
    const { objects, catalog } = sampleAttachment(6, 'statement.json', 'one')
    const other = sampleAttachment(8, 'statement.json', 'two').objects
    const pdf = composePdf({
      ...samplePage('x', catalog.replace('[6 0 R]', '[8 0 R]')),
      ...objects,
      ...other,
    })
    const report = await verify(await sealed(pdf))
    expect(findings(report)).toEqual(['TOTAL-FAILED FORMAT_FAILURE', 'attachments: attachment-name-twice'])
  })

  it('an attachment with two contents', async () => {
    const { objects, catalog } = sampleAttachment(6, 'statement.json', 'one')
    const split = { ...objects, 6: String(objects[6]).replace('/UF 7 0 R', '/UF 8 0 R'), 8: { data: 'two' } }
    const report = await verify(await sealed(composePdf({ ...samplePage('x', catalog), ...split })))
    expect(findings(report)).toEqual(['TOTAL-FAILED FORMAT_FAILURE', 'attachments: pdf-structure-wrong'])
  })

  it('wrong calls are thrown', async () => {
    await expect(verify(licence, { roots: [] })).rejects.toMatchObject({ code: 'roots-missing' })
    await expect(verify(bytesOf('x'), { at: new Date('x') })).rejects.toMatchObject({ code: 'time-missing' })
  })
})

describe('three kinds of trouble are told apart', () => {
  it('bytes changed inside the seal', async () => {
    const changed = replaced(licence, '(Hello)', () => '(Jello)')
    expect(findings(await verify(changed))).toEqual([
      'TOTAL-FAILED HASH_FAILURE',
      'message-digest: content-altered',
    ])
  })

  it('changes appended after the seal', async () => {
    const report = await verify(updatePdf(licence, { 4: { data: 'BT ET' } }))
    expect(findings(report)).toEqual([
      'TOTAL-FAILED FORMAT_FAILURE',
      'nothing-after-seal: changed-after-seal',
    ])
    expect(evidence(report, 'nothing-after-seal')).toMatchObject({
      at: licence.length,
      revisions: 1,
      redefined: ['4'],
      added: [],
      pages: ['1'],
      trailing: 0,
    })
    const sentence = report.checks.find(({ name }) => name === 'nothing-after-seal')?.sentence
    expect(sentence?.en).toContain('changed or added: 1 (page 1).')
    expect(sentence?.zh).toContain('更改或新增对象 1 个（涉及第 1 页）。')
  })

  it('a seal by an authority that is not trusted', async () => {
    const other = await createCa({ name: '他', notBefore })
    const report = await verify(licence, { roots: [other.certificate] })
    expect(findings(report)).toEqual([
      'INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND',
      'certificate-path: no-path',
    ])
  })
})

describe('after the seal', () => {
  it('an attachment replaced by an update: refused, and the sealed one is what is answered', async () => {
    const report = await verify(
      updatePdf(licence, { 7: { entries: '/Type /EmbeddedFile', data: '{"a":9}' } }),
    )
    expect(findings(report)).toContain('nothing-after-seal: changed-after-seal')
    expect(report.attachments.map(({ bytes }) => latin1(bytes))).toEqual(['{"a":1}'])
    expect(evidence(report, 'nothing-after-seal')).toMatchObject({ redefined: ['7'], pages: [] })
    const sentence = report.checks.find(({ name }) => name === 'nothing-after-seal')?.sentence
    expect(sentence?.en).toMatch(/changed or added: 1\.$/)
    expect(sentence?.zh).toMatch(/更改或新增对象 1 个。$/)
  })

  it('a changed page of a file that was not certified', async () => {
    const report = await verify(updatePdf(signed, { 4: { data: 'BT ET' }, 40: 'null' }))
    expect(findings(report)).toEqual([
      'TOTAL-FAILED FORMAT_FAILURE',
      'nothing-after-seal: changed-after-seal',
    ])
    expect(evidence(report, 'nothing-after-seal')).toMatchObject({
      redefined: ['4'],
      added: ['40'],
      subjects: ['content'],
      pages: ['1'],
    })
  })

  it('an update that changes nothing is still one', async () => {
    expect(findings(await verify(updatePdf(licence, {})))).toContain('nothing-after-seal: changed-after-seal')
  })

  it('bytes that are no revision', async () => {
    for (const tail of ['\n', 'x', ' '.repeat(5_000), '<html>'.repeat(500)]) {
      const report = await verify(bytesOf(latin1(licence) + tail))
      expect(findings(report)).toEqual([
        'TOTAL-FAILED FORMAT_FAILURE',
        'nothing-after-seal: bytes-after-seal',
      ])
      expect(evidence(report, 'nothing-after-seal')).toMatchObject({ at: licence.length, bytes: tail.length })
    }
  })

  it('an end mark that leads readers back to an older revision', async () => {
    const start = /startxref\n(\d+)/.exec(latin1(plain))?.[1]
    const report = await verify(bytesOf(`${latin1(licence)}startxref\n${start}\n%%EOF\n`))
    expect(findings(report)).toContain('signature-present: signature-none')
  })
})

describe('two signatures', () => {
  it('are reported, and refused unless expected', async () => {
    const twice = await sealed(signed)
    const report = await verify(twice)
    expect(findings(report)).toEqual([
      'INDETERMINATE SIG_CONSTRAINTS_FAILURE',
      'signature-present: signatures-several',
    ])
    expect(report.signatures.map(({ indication }) => indication)).toEqual(['TOTAL-PASSED', 'TOTAL-PASSED'])
    expect(report.signer).toBeUndefined()
    expect(findings(await verify(twice, { signatures: 'several' }))).not.toContain(
      'signature-present: signatures-several',
    )
  })

  it('past the limit are not read', async () => {
    const fields = Array.from({ length: pdfLimits.signatures + 1 }, (_, i) => 6 + i)
    const objects = Object.fromEntries(fields.map((id) => [id, `<</FT /Sig /T (${id}) /V <</Type /Sig>>>>`]))
    const form = ` /AcroForm <</Fields [${fields.map((id) => `${id} 0 R`).join(' ')}]>>`
    const report = await verify(composePdf({ ...samplePage('x', form), ...objects }))
    expect(findings(report)).toEqual(['INDETERMINATE CUSTOM', 'pdf-structure: pdf-too-many'])
  })
})

describe('what the seal covers', () => {
  const range = /\/ByteRange \[([^\]]*)\]/
  const withRange = (pdf: Uint8Array, change: (numbers: number[]) => number[]) =>
    replaced(pdf, range, (found) => {
      const numbers = (range.exec(found)?.[1] ?? '').trim().split(/\s+/).map(Number)
      return `/ByteRange [${change(numbers)
        .join(' ')
        .padEnd(found.length - 13)}]`
    })

  test.each<[string, (numbers: number[]) => number[], string]>([
    ['not from the start', ([, a = 0, b = 0, c = 0]) => [9, a - 9, b, c], 'byte-range-wrong'],
    ['a gap that begins too early', ([, a = 0, b = 0, c = 0]) => [0, a - 9, b, c], 'byte-range-wrong'],
    ['a gap that ends too late', ([, a = 0, b = 0, c = 0]) => [0, a, b + 9, c - 9], 'byte-range-wrong'],
    ['an end past the file', ([, a = 0, b = 0, c = 0]) => [0, a, b, c + 1], 'byte-range-wrong'],
    ['an end before the end', ([, a = 0, b = 0, c = 0]) => [0, a, b, c - 9], 'byte-range-short'],
    ['three numbers', ([, a = 0, b = 0]) => [0, a, b], 'byte-range-missing'],
    ['six numbers', ([, a = 0, b = 0]) => [0, a, b, 1, b + 1, 1], 'byte-range-missing'],
  ])('%s', async (_name, change, reason) => {
    expect(findings(await verify(withRange(licence, change)))).toContain(`byte-range: ${reason}`)
  })

  it('a seal over less than its revision, made by whoever holds the key', async () => {
    const short = withRange(licence, ([, a = 0, b = 0, c = 0]) => [0, a, b, c - 9])
    const resealed = await resign(short, 9)
    expect(findings(await verify(resealed))).toEqual([
      'TOTAL-FAILED FORMAT_FAILURE',
      'byte-range: byte-range-short',
      'nothing-after-seal: bytes-after-seal',
    ])
  })

  it('a signature dictionary behind two references', async () => {
    const pdf = composePdf({
      ...samplePage('x', ' /AcroForm <</Fields [6 0 R]>>'),
      6: '<</FT /Sig /T (S) /V 7 0 R>>',
      7: '8 0 R',
      8: '<</Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] /Contents <3000>>>',
    })
    expect(findings(await verify(pdf))).toEqual([
      'TOTAL-FAILED FORMAT_FAILURE',
      'pdf-structure: pdf-structure-wrong',
    ])
  })

  it('a range or a value written elsewhere', async () => {
    const of = (entries: string) =>
      composePdf({
        ...samplePage('x', ' /AcroForm <</Fields [6 0 R]>>'),
        6: `<</FT /Sig /T (S) /V 7 0 R>>`,
        7: `<</Type /Sig /SubFilter /ETSI.CAdES.detached ${entries}>>`,
        8: '[0 1 2 3]',
        9: '<3000>',
      })
    const cases = [
      ['/ByteRange 8 0 R /Contents <3000>', 'byte-range-missing'],
      ['/ByteRange [0 1 2 3] /Contents 9 0 R', 'contents-missing'],
      ['/ByteRange [0 1 2 3] /Contents (0\\000)', 'contents-missing'],
      ['/ByteRange [0 1.0 2 3] /Contents <3000>', 'byte-range-missing'],
      [`/ByteRange [0 0 0 0] /Contents ${preparedContents()}`, 'contents-not-filled'],
    ]
    for (const [entries = '', reason] of cases)
      expect(findings(await verify(of(entries)))).toContain(`byte-range: ${reason}`)
  })

  /** Puts another CMS message over what the range covers in place of the one that is there. */
  async function resign(pdf: Uint8Array, left = 0, cms?: Uint8Array): Promise<Uint8Array> {
    const text = latin1(pdf)
    const start = text.indexOf('/Contents <') + 11
    const end = text.indexOf('>', start)
    const covered = [pdf.subarray(0, start - 1), pdf.subarray(end + 1, pdf.length - left)]
    const made = cms ?? (await signCms(covered, seal, { detached: true }))
    const hex = Buffer.from(made)
      .toString('hex')
      .padEnd(end - start, '0')
    return bytesOf(text.slice(0, start) + hex + text.slice(end))
  }

  it('another value in its place', async () => {
    const elsewhere = await signCms(bytesOf('something else'), seal, { detached: true })
    expect(findings(await verify(await resign(licence, 0, elsewhere)))).toEqual([
      'TOTAL-FAILED HASH_FAILURE',
      'message-digest: content-altered',
    ])
    expect(findings(await verify(await resign(licence, 0, bytesOf('1'))))).toContain(
      'signature-encoding: contents-encoding-wrong',
    )
    const inside = await signCms(bytesOf('something else'), seal)
    expect(findings(await verify(await resign(licence, 0, inside)))).toContain(
      'content-present: content-ambiguous',
    )
  })

  it('something hidden behind the value', async () => {
    const hidden = replaced(licence, /0000>/, () => '00a0>')
    expect(findings(await verify(hidden))).toContain('signature-encoding: padding-not-zero')
  })

  it('digits in another case, or in both', async () => {
    const contents = /\/Contents <[0-9a-f]+/
    const upper = replaced(licence, contents, (found) => `/Contents <${found.slice(11).toUpperCase()}`)
    expect(findings(await verify(upper))).toEqual(['TOTAL-PASSED'])
    expect(
      findings(
        await verify(
          replaced(
            licence,
            contents,
            (found) => found.slice(0, 11) + found.slice(11).replace(/[a-f]/, (digit) => digit.toUpperCase()),
          ),
        ),
      ),
    ).toEqual(['TOTAL-FAILED FORMAT_FAILURE', 'signature-encoding: contents-encoding-wrong'])
  })
})

describe('kind and certification', () => {
  it('another kind of signature is taken only when asked for', async () => {
    const other = replaced(licence, '/ETSI.CAdES.detached', () => '/adbe.pkcs7.detached')
    expect(findings(await verify(other))).toContain('signature-format: sub-filter-not-allowed')
    const allowed = await verify(other, { subFilters: ['adbe.pkcs7.detached'] })
    expect(findings(allowed)).toEqual(['TOTAL-FAILED HASH_FAILURE', 'message-digest: content-altered'])
  })

  it('a demanded certification must be as strict', async () => {
    const loose = await sealed(plain, { certify: 3 })
    const missing = ['INDETERMINATE SIG_CONSTRAINTS_FAILURE', 'certification: certification-missing']
    expect(findings(await verify(loose, { certification: 3 }))).toEqual(['TOTAL-PASSED'])
    expect(findings(await verify(loose, { certification: 2 }))).toEqual(missing)
    expect(findings(await verify(signed, { certification: 3 }))).toEqual(missing)
    expect(findings(await verify(licence, { certification: 1 }))).toEqual(['TOTAL-PASSED'])
  })

  it('seal and catalogue must agree', async () => {
    const broken = [
      replaced(licence, '/DocMDP 8 0 R', () => '/DocMDQ 8 0 R'),
      replaced(licence, '/DocMDP 8 0 R', () => '/DocMDP 9 0 R'),
      replaced(licence, '/TransformMethod /DocMDP', () => '/TransformMethod /DocMDQ'),
    ]
    for (const pdf of broken)
      expect(findings(await verify(pdf))).toContain('certification: certification-inconsistent')
  })
})

describe('the certificate', () => {
  it('has its time and its usage', async () => {
    const later = new Date('2040-01-01T00:00:00Z')
    expect(findings(await verify(licence, { at: later }))).toEqual([
      'INDETERMINATE OUT_OF_BOUNDS_NO_POE',
      'certificate-validity: certificate-expired',
    ])
    const other = await root.issue({ subject: { CN: 'x' }, notBefore, keyUsage: ['keyEncipherment'] })
    expect(findings(await verify(await sealed(plain, {}, other)))).toEqual([
      'INDETERMINATE SIG_CONSTRAINTS_FAILURE',
      'key-usage: key-usage-wrong',
    ])
  })
})

describe('rules', () => {
  it('no byte of a sealed file can be changed without being noticed', async () => {
    const small = await sealed(composePdf(samplePage('x')), { certify: 1 })
    expect(findings(await verify(small))).toEqual(['TOTAL-PASSED'])
    const text = latin1(small)
    const padding = /0{2000,}>/.exec(text)?.index ?? expect.fail('no padding')
    const [from, to] = [padding + 50, text.indexOf('>', padding) - 50]
    const silent: number[] = []
    for (let byte = 0; byte < small.length; byte++) {
      // In the middle of the padding, where every byte is like the next, a few will do.
      if (byte > from && byte < to && byte % 499 !== 0) continue
      const changed = small.slice()
      changed[byte] = (changed[byte] ?? 0) ^ (1 << (byte % 8))
      if ((await verify(changed)).indication === 'TOTAL-PASSED') silent.push(byte)
    }
    expect(silent).toEqual([])
  })

  it('nor in any other way, once or several times', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(licence.length - 1), fc.integer({ min: 1, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (edits) => {
          const changed = licence.slice()
          for (const [byte, difference] of edits) changed[byte] = (changed[byte] ?? 0) ^ difference
          fc.pre(changed.some((byte, i) => byte !== licence[i]))
          expect((await verify(changed)).indication).not.toBe('TOTAL-PASSED')
        },
      ),
      { numRuns: 400 },
    )
  })

  it('nor by cutting it or adding to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(licence.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async (length, tail) => {
          expect((await verify(licence.subarray(0, length))).indication).not.toBe('TOTAL-PASSED')
          const longer = new Uint8Array([...licence, ...tail])
          expect((await verify(longer)).indication).toBe('TOTAL-FAILED')
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('time', () => {
  const sealsBeforeSaving = (count: number) => {
    const seals = Array.from({ length: count }, (_, i) => i)
    const fields = seals.map((i) => `${100 + 2 * i} 0 R`).join(' ')
    const range = '[0 000000001 000000002 000000003]'
    const objects = Object.fromEntries(
      seals.flatMap((i) => [
        [100 + 2 * i, `<</FT /Sig /T (s${i}) /V ${101 + 2 * i} 0 R>>`],
        [101 + 2 * i, `<</Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange ${range} /Contents <3000>>>`],
      ]),
    )
    const blank = latin1(
      composePdf({ ...samplePage('Hi', ` /AcroForm <</Fields [${fields}]>>`), ...objects }),
    )
    const padded = (number: number) => String(number).padStart(9, '0')
    const pdf = bytesOf(
      blank.replaceAll(`${range} /Contents <3000>`, (text, at: number) => {
        const from = at + text.indexOf('<3000>')
        const numbers = [padded(from), padded(from + 6), padded(blank.length - from - 6)]
        return `[0 ${numbers.join(' ')}] /Contents <3000>`
      }),
    )
    const later = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [1_000 + i, '0']))
    return updatePdf(pdf, later)
  }
  const timed = async (pdf: Uint8Array) => {
    const from = process.cpuUsage()
    const report = await verify(pdf, { signatures: 'several' })
    return { report, milliseconds: workSince(from) }
  }

  it('64 seals before a saving of 100,000 objects: refused, and not each seal lists them all', async () => {
    const one = await timed(sealsBeforeSaving(1))
    const { report, milliseconds } = await timed(sealsBeforeSaving(64))
    expect(milliseconds).toBeLessThan(3 * one.milliseconds)
    expect(report.indication).toBe('TOTAL-FAILED')
    const after = report.checks.filter(({ name }) => name === 'nothing-after-seal')
    expect(after).toHaveLength(64)
    // Nothing that the file shows names any of them.
    expect(new Set(after.map(({ outcome }) => outcome))).toEqual(new Set(['passed']))
    expect(new Set(after.map(({ evidence }) => evidence.changed))).toEqual(new Set([100_000]))
  })
})
