import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDF, rgb } from '@libpdf/core'
import type { AlgorithmName } from '@licencevault/keys'
import { createCa, type IssuedIdentity, pemOf, type TestCa } from '@licencevault/kit/ca'
import { composePdf, sampleAttachment, samplePage, updatePdf } from '@licencevault/kit/pdf'
import { describeWith, type Program } from '@licencevault/kit/programs'
import {
  attachmentsOf,
  type PdfReport,
  pagesOf,
  readPdf,
  type SealOptions,
  sealPdf,
  signaturesOf,
  type VerifyPdfOptions,
  verifyPdf,
} from '@licencevault/signing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const at = new Date()

let folder: string
let root: TestCa
let middle: TestCa
let seal: IssuedIdentity

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pades-'))
  root = await createCa({ name: { CN: '测试根', C: 'CN' } })
  middle = await root.subCa({ name: { CN: '测试中级', C: 'CN' }, pathLength: 0 })
  seal = await middle.issue({ subject: { CN: 'Seal of the Office', O: '市场监督管理局' } })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}
const take = async (path: string) => new Uint8Array(await readFile(path))

const sealed = (pdf: Uint8Array, options: Partial<SealOptions> = {}, identity = seal) =>
  sealPdf(pdf, identity, { time: at, ...options })
const verify = (pdf: Uint8Array, options: Partial<VerifyPdfOptions> = {}) =>
  verifyPdf(pdf, { roots: [root.certificate], at, ...options })

function findings({ indication, subIndication, checks }: PdfReport): string[] {
  const found = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')
  return [
    `${indication} ${subIndication ?? ''}`.trim(),
    ...found.map(({ name, reason }) => `${name}: ${reason}`),
  ]
}

const licence = () => {
  const { objects, catalog } = sampleAttachment(6, 'statement.json', '{"a":1}')
  return { ...samplePage('Hello vault', catalog), ...objects }
}

/** Files of other programs and of every shape, by name. */
async function samples(qpdf: Program): Promise<Map<string, Uint8Array>> {
  const table = composePdf(licence())
  const source = await put('table.pdf', table)
  const made = new Map<string, Uint8Array>([
    ['a table', table],
    ['a stream', composePdf(licence(), { xref: 'stream' })],
    ['object streams', composePdf(licence(), { xref: 'packed' })],
    ['earlier updates', updatePdf(updatePdf(table, { 9: 'null' }, { xref: 'packed' }), { 9: '[]' })],
    ['LibPDF', await libPdf()],
  ])
  const qpdfOptions: ReadonlyArray<[string, string[]]> = [
    ['qpdf, compressed', ['--object-streams=generate', '--recompress-flate', '--compress-streams=y']],
    ['qpdf, linearised', ['--linearize']],
    ['qpdf, linearised with object streams', ['--linearize', '--object-streams=generate']],
  ]
  for (const [name, options] of qpdfOptions) {
    const target = join(folder, 'qpdf.pdf')
    expect((await qpdf.run([...options, source, target])).status).toBe(0)
    made.set(name, await take(target))
  }
  return made
}

async function libPdf(): Promise<Uint8Array> {
  const pdf = PDF.create()
  pdf.addPage({ size: 'a4' }).drawText('Hello vault', { x: 50, y: 700, size: 20, color: rgb(0, 0, 0) })
  return pdf.save()
}

const visible = (page = 1): Partial<SealOptions> => ({
  certify: 1,
  name: '市场监督管理局',
  reason: 'Issued (发证)',
  visible: {
    page,
    rect: [20, 20, 120, 80],
    appearance: { text: ['Sealed by', 'the Office'], shape: 'circle' },
  },
})

describeWith(['pdfsig', 'pdftotext', 'qpdf'], 'sealed files in other programs', (pdfsig, pdftotext, qpdf) => {
  const expectValid = async (pdf: Uint8Array, signatures = 1) => {
    const path = await put('sealed.pdf', pdf)
    const seen = await pdfsig.run(['-nocert', path])
    expect(seen.stdout.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(signatures)
    expect(seen.stdout).toContain('Total document signed')
    expect(seen.stdout).toContain('Signature Type: ETSI.CAdES.detached')
    expect(seen.stdout).toContain('Seal of the Office')
    const checked = await qpdf.run(['--check', path])
    expect([checked.status, checked.stderr]).toEqual([0, ''])
    expect((await pdftotext.run([path, '-'])).stdout).toContain('Hello vault')
  }

  it('of every shape are valid, whole and readable, and stay so when sealed again', async () => {
    for (const [name, pdf] of await samples(qpdf)) {
      for (const options of [{}, visible()]) {
        const result = await sealed(pdf, options)
        expect([name, ...findings(await verify(result))]).toEqual([name, 'TOTAL-PASSED'])
        await expectValid(result)
      }
      await expectValid(await sealed(await sealed(pdf, { certify: 2 })), 2)
    }
  })

  it('show their seal and keep their attachment', async () => {
    const path = await put('visible.pdf', await sealed(composePdf(licence()), visible()))
    expect((await pdftotext.run([path, '-'])).stdout).toMatch(/Sealed by\s+the Office/)
    const shown = await qpdf.run(['--show-attachment=statement.json', path])
    expect(shown.stdout).toBe('{"a":1}')
  })

  it('signed with every algorithm poppler knows are valid', async () => {
    for (const algorithm of ['ES256', 'ES384', 'RS256', 'PS256'] as const satisfies AlgorithmName[]) {
      const other = await middle.issue({ subject: { CN: 'Seal of the Office' }, algorithm })
      await expectValid(await sealed(composePdf(licence()), {}, other))
    }
  })

  it('that were changed are refused there as here', async () => {
    const good = await sealed(composePdf(licence()), { certify: 1 })
    const changed = good.slice()
    changed[Buffer.from(good).indexOf('Hello vault')] = 0x4a
    const seen = await pdfsig.run(['-nocert', await put('changed.pdf', changed)])
    expect(seen.stdout).toContain('Digest Mismatch')
    expect(findings(await verify(changed))).toContain('message-digest: content-altered')

    // Poppler says no more of a file that was added to than that not all of it is signed.
    const longer = updatePdf(good, { 4: { data: 'BT /F1 12 Tf 20 100 Td (Forged) Tj ET' } })
    const path = await put('longer.pdf', longer)
    expect((await pdftotext.run([path, '-'])).stdout).toContain('Forged')
    expect((await pdfsig.run(['-nocert', path])).stdout).toContain('Not total document signed')
    expect(findings(await verify(longer))).toContain('nothing-after-seal: changed-after-seal')
  })
})

describeWith('openssl', 'the value of a seal', (openssl) => {
  it('is a CMS signature over the byte ranges that openssl accepts', async () => {
    const pdf = await sealed(composePdf(licence()))
    const [signature] = signaturesOf(readPdf(pdf))
    const [, before = 0, after = 0] = signature?.byteRange ?? []
    const cms = await put('seal.der', signature?.contents?.bytes ?? new Uint8Array())
    const content = await put('covered', Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]))
    const roots = await put('root.pem', pemOf(root.certificate, 'CERTIFICATE'))
    const args = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-content', content]
    const verified = await openssl.run([
      ...args,
      '-CAfile',
      roots,
      '-purpose',
      'any',
      '-out',
      join(folder, 'out'),
    ])
    expect([verified.status, verified.stderr]).toEqual([0, expect.stringMatching(/successful/i)])
    const printed = await openssl.run(['cms', '-cmsout', '-print', '-inform', 'DER', '-in', cms])
    // PAdES forbids the signing-time attribute; the time stands in /M.
    expect(printed.stdout).not.toContain('signingTime')
    expect(printed.stdout).toContain('id-smime-aa-signingCertificateV2')
    // No root travels along: nobody would notice a change in it.
    expect(printed.stdout.match(/subject: /g)).toHaveLength(2)
  })

  it('with two signers is refused, as PAdES allows one', async () => {
    const pdf = await sealed(composePdf(licence()))
    const [signature] = signaturesOf(readPdf(pdf))
    const { contents, byteRange: [, before = 0, after = 0] = [] } = signature ?? expect.fail()
    if (!contents) throw new Error('no contents')
    const args = ['cms', '-sign', '-cades', '-binary', '-md', 'sha256', '-nosmimecap', '-outform', 'DER']
    for (const name of ['a', 'b']) {
      const signer = await root.issue({ subject: { CN: name } })
      const key = pemOf(await signer.key.exportPkcs8(), 'PRIVATE KEY')
      args.push('-signer', await put(`${name}.pem`, pemOf(signer.certificate, 'CERTIFICATE')))
      args.push('-inkey', await put(`${name}.key`, key))
    }
    const content = await put('covered', Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]))
    const made = await openssl.run([...args, '-in', content, '-out', join(folder, 'two.der')])
    expect([made.status, made.stderr]).toEqual([0, ''])
    const hex = (await readFile(join(folder, 'two.der'))).toString('hex')
    const forged = pdf.slice()
    forged.set(Buffer.from(hex.padEnd(contents.bytes.length * 2, '0')), contents.start + 1)
    expect(findings(await verify(forged))).toEqual([
      'TOTAL-FAILED FORMAT_FAILURE',
      'signer-one: signers-not-one',
    ])
  })
})

describeWith('qpdf', 'files that qpdf made', (qpdf) => {
  it('encrypted: refused by name, for sealing and for verifying', async () => {
    const source = await put('open.pdf', await sealed(composePdf(licence())))
    for (const bits of ['128', '256']) {
      const target = join(folder, 'encrypted.pdf')
      const weak = bits === '128' ? ['--allow-weak-crypto'] : []
      expect((await qpdf.run([...weak, '--encrypt', '', 'owner', bits, '--', source, target])).status).toBe(0)
      const encrypted = await take(target)
      expect(findings(await verify(encrypted))).toEqual([
        'INDETERMINATE CUSTOM',
        'pdf-structure: pdf-encrypted',
      ])
      await expect(sealed(encrypted)).rejects.toMatchObject({ code: 'pdf-encrypted' })
    }
  })

  it('of every shape: all objects read, and the attachment is what it was', async () => {
    for (const [name, pdf] of await samples(qpdf)) {
      const read = readPdf(pdf)
      read.readAll()
      expect([name, pagesOf(read).length]).toEqual([name, 1])
      const attachments = attachmentsOf(read).map(({ stream }) => Buffer.from(read.decode(stream)).toString())
      expect([name, ...attachments]).toEqual(name === 'LibPDF' ? [name] : [name, '{"a":1}'])
    }
  })
})

describeWith(['chromium', 'pdfsig', 'qpdf'], 'a page that Chromium printed', (chromium, pdfsig, qpdf) => {
  it('is sealed on its second page', async () => {
    const html = await put('page.html', '<h1>证照 Hello</h1><p style="break-before:page">two</p>')
    const printed = join(folder, 'chromium.pdf')
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer']
    await chromium.run([...options, `--user-data-dir=${folder}/profile`, `--print-to-pdf=${printed}`, html])
    const result = await sealed(await take(printed), visible(2))
    expect(findings(await verify(result, { certification: 1 }))).toEqual(['TOTAL-PASSED'])
    const path = await put('chromium-sealed.pdf', result)
    const seen = await pdfsig.run(['-nocert', path])
    expect(seen.stdout).toContain('Signature is Valid')
    expect(seen.stdout).toContain('Total document signed')
    expect((await qpdf.run(['--check', path])).status).toBe(0)
  })
})

describe('a file that LibPDF signed', () => {
  it('passes', async () => {
    const pdf = await PDF.load(await libPdf())
    const signer = await root.issue({ subject: { CN: 'LibPDF' }, algorithm: 'RS256' })
    const { bytes } = await pdf.sign({
      signer: {
        certificate: signer.certificate,
        certificateChain: [],
        keyType: 'RSA',
        signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
        sign: (data: Uint8Array) => signer.signer.sign(data),
      },
    })
    const report = await verify(bytes)
    expect(findings(report)).toEqual(['TOTAL-PASSED'])
    expect(report.signer?.certificate?.subject.text).toContain('LibPDF')
  })
})
