import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { createCa } from '@licencevault/kit/ca'
import { composePdf, type SampleObjects, samplePage } from '@licencevault/kit/pdf'
import {
  attachmentsOf,
  fieldsOf,
  limits,
  type PdfLimits,
  type PdfStream,
  pdfLimits,
  readPdf,
  verifyCms,
} from '@licencevault/signing'
import { describe, expect, it } from 'vitest'

/** What is read at most, met exactly and then passed by one. */
const pdf = (catalog: string, objects: SampleObjects, changed: Partial<PdfLimits> = {}) =>
  readPdf(composePdf({ ...samplePage('Hello', catalog), ...objects }), { ...pdfLimits, ...changed })
const numbers = (count: number) => Array.from({ length: count }, (_, index) => 6 + index)
const references = (count: number) =>
  numbers(count)
    .map((id) => `${id} 0 R`)
    .join(' ')
const tooMany = expect.objectContaining({ name: 'VaultError', code: 'pdf-too-many', kind: 'exhausted' })

describe('a PDF', () => {
  const withFields = (count: number) =>
    pdf(
      ` /AcroForm <</Fields [${references(count)}]>>`,
      Object.fromEntries(numbers(count).map((id) => [id, `<</FT /Tx /T (f${id})>>`])),
      { fields: 3 },
    )

  it('has as many fields as are allowed, and not one more', () => {
    expect(fieldsOf(withFields(3))).toHaveLength(3)
    expect(() => fieldsOf(withFields(4))).toThrow(tooMany)
  })

  const withAttachments = (count: number) =>
    pdf(
      ` /AF [${references(count)}]`,
      {
        ...Object.fromEntries(
          numbers(count).map((id) => [id, `<</Type /Filespec /UF (${id}) /EF <</UF ${id + 100} 0 R>>>>`]),
        ),
        ...Object.fromEntries(
          numbers(count).map((id) => [id + 100, { entries: '/Type /EmbeddedFile', data: 'x' }]),
        ),
      },
      { attachments: 3 },
    )

  it('has as many attachments as are allowed, and not one more', () => {
    expect(attachmentsOf(withAttachments(3))).toHaveLength(3)
    expect(() => attachmentsOf(withAttachments(4))).toThrow(tooMany)
  })

  const packed = (times: number) => {
    let data: Uint8Array = new TextEncoder().encode('packed')
    for (let time = 0; time < times; time++) data = deflateSync(data)
    const entries = `/Filter [${'/FlateDecode '.repeat(times)}]`
    const file = pdf('', { 6: { entries, data } })
    return () => Buffer.from(file.decode(file.object(6) as PdfStream)).toString()
  }

  it('is unpacked as often as is allowed, and not once more', () => {
    expect(packed(pdfLimits.filters)()).toBe('packed')
    expect(packed(pdfLimits.filters + 1)).toThrow(tooMany)
  })
})

it('a CMS message past the limit is not looked at', async () => {
  const { certificate } = await createCa({ name: 'root' })
  const trust = { roots: [certificate], at: new Date() }
  const report = await verifyCms(new Uint8Array(limits.cmsBytes + 1), trust)
  expect(report.indication).not.toBe('TOTAL-PASSED')
  expect(report.checks[0]).toMatchObject({ reason: 'over-limits', evidence: { code: 'limit-exceeded' } })
})

it('the page of the package states the limits as they are', () => {
  const page = readFileSync(new URL('../../packages/signing/README.md', import.meta.url), 'utf8')
  const stated = /\*\*Limits\*\*[\s\S]*?\n\n/.exec(page)?.[0].replace(/\s+/g, ' ') ?? ''
  const MiB = 1024 * 1024
  for (const words of [
    `a CMS message ${limits.cmsBytes / MiB} MiB`,
    `${limits.certificates} certificates`,
    `${limits.signers} signers`,
    `${limits.attributes} attributes`,
    `a certificate ${limits.certificateBytes / 1024} KiB and ${limits.extensions} extensions`,
    `a name ${limits.nameAttributes} attributes`,
    `nesting ${limits.depth} deep`,
    `a path ${limits.pathLength} certificates`,
    `${limits.pathSteps.toLocaleString('en')} steps`,
    `${limits.pathSignatures} signature checks`,
    `${limits.callSignatures} signature checks in one call`,
    `an object identifier ${limits.oidBytes} bytes`,
    `${limits.elements.toLocaleString('en')} elements`,
    `A PDF (\`pdfLimits\`): ${pdfLimits.fileBytes / MiB} MiB`,
    `${pdfLimits.objects.toLocaleString('en')} objects`,
    `${pdfLimits.values.toLocaleString('en')} values`,
    `nesting ${pdfLimits.depth} deep`,
    `${pdfLimits.revisions} revisions`,
    `${pdfLimits.pages.toLocaleString('en')} pages`,
    `${pdfLimits.fields.toLocaleString('en')} fields`,
    `${pdfLimits.signatures} signatures`,
    `${pdfLimits.attachments.toLocaleString('en')} attachments`,
    `one stream ${pdfLimits.filters} filters and ${pdfLimits.streamBytes / MiB} MiB decoded`,
    `together ${pdfLimits.decodedBytes / MiB} MiB`,
  ]) {
    expect(stated).toContain(words)
  }
})
