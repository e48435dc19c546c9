import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { identify } from './identify.ts'
import { zipLimits } from './zip-contents.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'formats-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
const place = () => join(folder, String(++count))
function at(bytes: Uint8Array | string): string {
  const path = place()
  writeFileSync(path, bytes)
  return path
}

async function zipOf(files: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  const path = place()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

const pdf = () => `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [] /Count 0 >>
endobj
xref
0 3
0000000000 65535 f 
0000000009 00000 n 
0000000058 00000 n 
trailer
<< /Size 3 /Root 1 0 R >>
startxref
110
%%EOF
`
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')
const tiff = Buffer.from('49492a0008000000000000000000', 'hex')

describe('a file by its content', () => {
  it.each([
    ['pdf', pdf(), 'a.pdf', 'application/pdf'],
    ['png', png, 'a.png', 'image/png'],
    ['jpeg', jpeg, 'a.JPG', 'image/jpeg'],
    ['tiff', tiff, 'a.tif', 'image/tiff'],
    ['xml', '<?xml version="1.0"?><a/>', 'a.xml', 'application/xml'],
    ['xml', '\uFEFF<电子文件封装包/>'.replace('<电', '<a xmlns="x"/><!--电'), 'a.xml', 'application/xml'],
    ['text', '受理通知书\r\n', 'a.txt', 'text/plain'],
    ['text', Buffer.from('cac2c8e7cda8d6aacae9', 'hex'), 'a.txt', 'text/plain'],
  ] as const)('is %s', async (format, bytes, name, media) => {
    expect(await identify(at(bytes), name)).toEqual({
      format,
      media,
      contradictsName: false,
      encrypted: false,
      bomb: false,
    })
  })

  it('is OFD when the package has its root file', async () => {
    const ofd = await zipOf({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<x/>' })
    expect(await identify(ofd, '证照.ofd')).toMatchObject({ format: 'ofd', contradictsName: false })
  })

  it.each([
    ['nothing', ''],
    ['bytes without meaning', Buffer.from([0, 1, 2, 3, 255, 254])],
    ['a program', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex')],
  ])('is another format: %s', async (_, bytes) => {
    expect(await identify(at(bytes), 'a')).toMatchObject({ format: 'other' })
  })

  it.each([
    ['an image called PDF', png, 'a.pdf'],
    ['a PDF called an image', pdf(), 'a.png'],
    ['text called PDF', 'plain', 'a.pdf'],
    ['text called a program', 'plain', 'a.exe'],
    ['text called a document of Word', 'plain', '合同.docx'],
    ['text called a film', 'plain', 'y.mp4'],
    ['text called by an ending that nobody knows', 'plain', 'a.zzz'],
    ['an image called a document of Word', png, 'a.DOCX'],
    ['a program called text', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex'), 'a.txt'],
  ])('contradicts its name: %s', async (_, bytes, name) => {
    expect(await identify(at(bytes), name)).toMatchObject({ contradictsName: true })
  })

  it('has no ending that could contradict it', async () => {
    expect(await identify(at('plain'), '说明')).toMatchObject({ format: 'text', contradictsName: false })
  })

  it('is broken: a ZIP file without its table of contents', async () => {
    const ofd = readFileSync(await zipOf({ 'OFD.xml': 'x'.repeat(500) })).subarray(0, -60)
    expect(await identify(at(ofd), 'a.zip')).toMatchObject({ broken: true })
  })

  it('is the same from memory', async () => {
    const ofd = readFileSync(await zipOf({ 'OFD.xml': '<ofd:OFD/>' }))
    expect(await identify(ofd, '证照.ofd')).toEqual(await identify(at(ofd), '证照.ofd'))
    expect(await identify(Buffer.from(pdf()), 'a.pdf')).toMatchObject({ format: 'pdf' })
  })

  it('is encrypted: a ZIP file', async () => {
    const zip = readFileSync(await zipOf({ 'OFD.xml': 'x' }))
    // General purpose bit 0, in the table of contents.
    const entry = zip.indexOf(Buffer.from('504b0102', 'hex'))
    zip.writeUInt16LE(zip.readUInt16LE(entry + 8) | 1, entry + 8)
    expect(await identify(at(zip), 'a.ofd')).toMatchObject({ encrypted: true })
  })
})

describe('a zip bomb', () => {
  it('is told by how much would come out of it', async () => {
    const bomb = await zipOf({ 'OFD.xml': Buffer.alloc(20_000_000) })
    expect(await identify(bomb, 'a.ofd')).toMatchObject({ bomb: true })
    const honest = await zipOf({ 'OFD.xml': 'honest text '.repeat(50) })
    expect(await identify(honest, 'a.ofd')).toMatchObject({ bomb: false })
  })

  it('is told by the number of its entries', async () => {
    const names = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`f${i}`, 'x']))
    expect(await identify(await zipOf(names(zipLimits.entries + 1)), 'a.zip')).toMatchObject({ bomb: true })
    expect(await identify(await zipOf(names(zipLimits.entries)), 'a.zip')).toMatchObject({ bomb: false })
  })

  it('is told by entries that share their bytes', async () => {
    const zip = readFileSync(await zipOf({ a: 'x'.repeat(500), b: 'y'.repeat(500) }))
    const second = zip.lastIndexOf(Buffer.from('504b0102', 'hex'))
    zip.writeUInt32LE(0, second + 42)
    expect(await identify(at(zip), 'a.zip')).toMatchObject({ bomb: true })
  })
})
