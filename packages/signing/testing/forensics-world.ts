import { createCa } from '@licencevault/kit/ca'
import {
  bytesOf,
  composePdf,
  latin1,
  type SampleObject,
  type SampleObjects,
  updatePdf,
} from '@licencevault/kit/pdf'
import { readCertificate } from '../src/certificate.ts'
import { contentsBytes, preparedContents, preparedRange, preparedTime } from '../src/pades/prepared.ts'
import { type SealOptions, sealPdf } from '../src/pades/seal.ts'
import { sealPrepared } from '../src/pades/seal-prepared.ts'
import { verifyPdf } from '../src/pades/verify.ts'
import { attachmentsOf } from '../src/pdf/attachments.ts'
import { readPdf } from '../src/pdf/reader.ts'
import { syntax } from '../src/pdf/write.ts'

/** An XMP packet. */
export const packet = (more: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${more}</rdf:RDF></x:xmpmeta>`

/** A document with something of everything that later savings like to change. */
export const page = {
  1: '<</Type /Catalog /Pages 2 0 R /AcroForm 20 0 R /AF [6 0 R] /Names <</EmbeddedFiles <</Names [(a.json) 6 0 R]>>>> /Metadata 28 0 R /OCProperties <</OCGs [29 0 R] /D <</ON [29 0 R]>>>>>>',
  2: '<</Type /Pages /Kids [3 0 R 30 0 R] /Count 2>>',
  3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>> /XObject <</X1 9 0 R>>>> /Annots [21 0 R 22 0 R 23 0 R 24 0 R]>>',
  4: { data: 'BT /F1 12 Tf 20 100 Td (Amount 100) Tj ET /X1 Do' },
  5: '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding 10 0 R>>',
  6: '<</Type /Filespec /F (a.json) /UF (a.json) /AFRelationship /Source /EF <</F 7 0 R /UF 7 0 R>>>>',
  7: { entries: '/Type /EmbeddedFile /Subtype /application#2Fjson', data: '{"amount":100}' },
  9: { entries: '/Type /XObject /Subtype /Form /BBox [0 0 50 50]', data: '0 0 50 50 re f' },
  10: '<</Type /Encoding /BaseEncoding /WinAnsiEncoding>>',
  20: '<</Fields [21 0 R 22 0 R 23 0 R] /DA (/Helv 12 Tf 0 g) /DR <</Font <</Helv 25 0 R>>>>>>',
  21: '<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Alice) /Rect [10 10 90 30] /P 3 0 R /F 4 /AP <</N 26 0 R>>>>',
  22: '<</Type /Annot /Subtype /Widget /FT /Btn /T (agree) /V /Off /AS /Off /Rect [10 40 20 50] /P 3 0 R /F 4 /AP <</N <</Yes 27 0 R /Off 27 0 R>>>>>>',
  23: '<</Type /Annot /Subtype /Widget /FT /Sig /T (Second) /Rect [100 10 190 40] /P 3 0 R /F 4>>',
  24: '<</Type /Annot /Subtype /Text /Rect [150 150 170 170] /Contents (a note) /P 3 0 R>>',
  25: '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  26: {
    entries: '/Type /XObject /Subtype /Form /BBox [0 0 80 20] /Resources <</Font <</Helv 25 0 R>>>>',
    data: '/Tx BMC BT /Helv 12 Tf (Alice) Tj ET EMC',
  },
  27: { entries: '/Type /XObject /Subtype /Form /BBox [0 0 10 10]', data: '0 0 10 10 re S' },
  28: {
    entries: '/Type /Metadata /Subtype /XML',
    data: packet(''),
  },
  29: '<</Type /OCG /Name (layer)>>',
  30: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 31 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
  31: { data: 'BT /F1 12 Tf 20 100 Td (Second page) Tj ET' },
} as const satisfies SampleObjects

const at = new Date('2027-03-01T08:30:15Z')
const notBefore = new Date('2027-01-01T00:00:00Z')
const ca = await createCa({ name: '根', notBefore })
const trusted = readCertificate(ca.certificate)
/** The root that all of it is sealed under. */
export const root = ca.certificate
const identity = await ca.issue({ subject: { CN: '印章' }, notBefore })

export const plain = composePdf(page)
export const seal = (pdf: Uint8Array, options: Partial<SealOptions> = {}) =>
  sealPdf(pdf, identity, { time: at, ...options })

/** The kinds of seal that later changes are judged by. */
export const bases = {
  uncertified: await seal(plain),
  P1: await seal(plain, { certify: 1 }),
  P2: await seal(plain, { certify: 2 }),
  P3: await seal(plain, { certify: 3 }),
}
export type Base = keyof typeof bases

/** A seal whose /Reference says more than `sealPdf` lets one say. */
export const sealWith = (reference: string, objects: SampleObjects = page) => {
  const field =
    '<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /V 41 0 R /Rect [0 0 0 0] /P 3 0 R /F 132>>'
  const dictionary = `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M ${preparedTime} /ByteRange ${preparedRange} /Contents ${preparedContents()} /Reference [${reference}]>>`
  const form = String(objects[20]).replace('23 0 R]', '23 0 R 40 0 R]')
  const sealed = { ...objects, 20: form, 40: field, 41: dictionary }
  return sealPrepared(composePdf(sealed), identity, { time: at })
}

const verify = (pdf: Uint8Array) => verifyPdf(pdf, { roots: [trusted], at, signatures: 'several' })

/** What did not pass of the file, and what its own seal says to what came after it. */
export async function judged(pdf: Uint8Array) {
  const report = await verify(pdf)
  const own = report.signatures.find(({ field }) => field === 'Signature1' || field === 'Seal')
  const check = own?.checks.find(({ name }) => name === 'nothing-after-seal')
  const changes = own?.changes ?? []
  const troubles = report.checks
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')
    .map(({ name, reason }) => `${name}: ${reason}`)
  return { report, check, changes, troubles }
}

/** Changes objects of the file by editing their text; what has no text yet is given whole. */
export function edit(
  pdf: Uint8Array,
  edits: Readonly<Record<number, ((text: string) => string) | SampleObject>>,
  options: Parameters<typeof updatePdf>[2] = {},
): Uint8Array {
  const read = readPdf(pdf)
  const objects = Object.entries(edits).map(([id, change]): [string, SampleObject] => {
    if (typeof change !== 'function') return [id, change]
    const old = syntax(read.object(Number(id)))
    const text = change(old)
    if (text === old) throw new Error(`object ${id} stays as it is: ${old}`)
    return [id, text]
  })
  return updatePdf(pdf, Object.fromEntries(objects), options)
}

/** Puts a text in place of another of the same length, so that nothing moves. */
export function overwrite(pdf: Uint8Array, from: string | RegExp, to: string): Uint8Array {
  const text = latin1(pdf)
  const result = text.replace(from, to)
  if (result === text || result.length !== text.length) throw new Error(`cannot put ${to} for ${from}`)
  return bytesOf(result)
}

export const attachmentText = (pdf: Uint8Array) => {
  const read = readPdf(pdf)
  return attachmentsOf(read).map(({ stream }) => latin1(read.decode(stream)))
}

/** Numbers of the seal's signature dictionary and of its field, as `sealPdf` gives them. */
export const sealIds = (() => {
  const fields = /\/Fields \[(.*?)\]/.exec(syntax(readPdf(bases.uncertified).object(20)))?.[1] ?? ''
  const field = Number(/(\d+) 0 R$/.exec(fields)?.[1])
  return {
    field,
    signature: Number(/\/V (\d+) 0 R/.exec(syntax(readPdf(bases.uncertified).object(field)))?.[1]),
  }
})()

/** A signature dictionary as anybody may write one. */
export const anySignature = (type = 'Sig', subFilter = 'ETSI.CAdES.detached') =>
  `<</Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subFilter} /ByteRange [0 1 2 3] /Contents <${'00'.repeat(contentsBytes / 64)}>>>`
