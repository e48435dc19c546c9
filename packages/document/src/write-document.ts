import type { Statement } from '@licencevault/licence'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { drawQr, qrMask } from './art/qr.ts'
import { CharacterBook } from './font/book.ts'
import { subsetFile } from './font/subset.ts'
import type { Page } from './layout/page.ts'
import { type Attachment, addAttachments } from './pdf/attachments.ts'
import { srgbProfile } from './pdf/colour-profile.ts'
import { layerContent } from './pdf/content.ts'
import { addFont } from './pdf/embedded-font.ts'
import { type FileWriter, PdfFile, pack, type Ref } from './pdf/file.ts'
import { xmpPacket } from './pdf/metadata.ts'
import { preparedSignature } from './pdf/signature.ts'
import { numbers, pdfDate, textString } from './pdf/syntax.ts'
import type { DrawnSeal } from './seal-press.ts'
import type { Point } from './template.ts'

/** What goes on the page or into the file beside the statement. */
export interface Extras {
  /** What the QR code says; without it none is drawn. */
  readonly qrText?: string
  /** The ledger's receipt, attached as `receipt.tlog`. */
  readonly receipt?: Uint8Array
  /** Writes across each page that it is a specimen. */
  readonly specimen?: boolean
}

/** What lies under a page's own text: a packed content stream, and the drawings it uses as `A0`, `A1` …. */
export interface Plate {
  readonly bytes: Uint8Array
  readonly parts: readonly Uint8Array[]
}

export interface Parts {
  readonly statement: Statement
  readonly statementBytes: Uint8Array
  readonly extras: Extras
  readonly pages: readonly { readonly page: Page; readonly plate: Plate }[]
  readonly seal: DrawnSeal
  readonly producer: string
}

/** What a file is written with. There is one way to do it fast, and in the tests a plain one. */
export interface Writing {
  newFile(): FileWriter
  readonly subsetFile: typeof subsetFile
}

export const writing: Writing = { newFile: () => new PdfFile(), subsetFile }

/** Puts pages, fonts, seal, attachments and metadata together as one PDF/A-3b revision. */
export function writeDocument(parts: Parts, means: Writing): Uint8Array {
  const file = means.newFile()
  const root = file.reserve()
  const fonts = file.reserve()
  const resources = `/Font ${fonts} 0 R /ExtGState << /Seal ${sealState} >>`
  const signature = addSignature(file, parts)
  const book = new CharacterBook(parts.seal.book)
  const pages = addPages(file, parts, book, resources, signature)
  file.set(fonts, `<< ${addFonts(file, book, means)} >>`)
  const about = describe(parts)
  const metadata = file.add({
    dictionary: '/Type /Metadata /Subtype /XML',
    bytes: xmpPacket(about),
    packed: 'plain',
  })
  file.set(
    root,
    `<< /Type /Catalog /Pages ${pages} 0 R /Lang (zh-CN) /Metadata ${metadata} 0 R ` +
      `/OutputIntents [${outputIntent(file)}] /ViewerPreferences << /DisplayDocTitle true >> ` +
      `/AcroForm << /Fields [${signature.field} 0 R] /SigFlags 3 >> /Perms << /DocMDP ${signature.value} 0 R >> ` +
      `${addAttachments(file, attachmentsOf(parts), parts.statement.issuedAt)} >>`,
  )
  const info = file.add(
    `<< /Title ${textString(about.title)} /Author ${textString(about.author)} /Producer (${about.producer}) ` +
      `/CreationDate ${pdfDate(about.at)} /ModDate ${pdfDate(about.at)} >>`,
  )
  return file.bytes(root, info, about.id.toUpperCase())
}

// The seal lies over the text like ink: what is black below it stays black.
const sealState = '<< /Type /ExtGState /BM /Multiply /ca 0.88 /CA 0.88 >>'

interface SignatureRefs {
  readonly field: Ref
  readonly value: Ref
}

function addSignature(file: FileWriter, { statement }: Parts): SignatureRefs {
  return { field: file.reserve(), value: file.add(preparedSignature(statement.authority.name)) }
}

function addPages(
  file: FileWriter,
  parts: Parts,
  book: CharacterBook,
  resources: string,
  signature: SignatureRefs,
): Ref {
  const tree = file.reserve()
  const plates = new Map<Plate, PlateRefs>()
  const code = addQr(file, parts)
  const refs = parts.pages.map(({ page, plate }) => {
    const ref = file.reserve()
    const below = plates.get(plate) ?? addPlate(file, plate)
    plates.set(plate, below)
    const content = file.add({ bytes: pageContent(page, book, code !== undefined) })
    const qr = code !== undefined && page.qr.length > 0 ? `/Q0 ${code} 0 R ` : ''
    const drawings = below.drawings || qr ? `/XObject << ${below.drawings}${qr}>> ` : ''
    const seal = page.seals[0]
    if (seal) addSealField(file, parts.seal, page, seal.centre, { page: ref, resources, signature })
    file.set(
      ref,
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${numbers(page.width, page.height)}] ` +
        `/Resources << ${resources} ${drawings}>> /Contents [${below.content} 0 R ${content} 0 R]` +
        `${seal ? ` /Annots [${signature.field} 0 R]` : ''} >>`,
    )
    return ref
  })
  file.set(
    tree,
    `<< /Type /Pages /Kids [${refs.map((ref) => `${ref} 0 R`).join(' ')}] /Count ${refs.length} >>`,
  )
  return tree
}

interface PlateRefs {
  readonly content: Ref
  /** Entries of the page's XObject resources. */
  readonly drawings: string
}

/** Far beyond any page, in millimetres: a part of a drawing is never clipped. */
const boundless = '-999 -999 999 999'

function addPlate(file: FileWriter, { bytes, parts }: Plate): PlateRefs {
  const drawings = parts.map((part, index) => {
    const dictionary = `/Type /XObject /Subtype /Form /BBox [${boundless}] /Resources << >>`
    return `/A${index} ${file.add({ dictionary, bytes: part, packed: 'zlib' })} 0 R `
  })
  return { content: file.add({ bytes, packed: 'zlib' }), drawings: drawings.join('') }
}

/** One QR code, however often and wherever it is drawn. It is left unpacked: there is nothing to gain. */
function addQr(file: FileWriter, { extras: { qrText }, pages }: Parts): Ref | undefined {
  if (qrText === undefined || pages.every(({ page }) => page.qr.length === 0)) return undefined
  const { size, bytes } = qrMask(qrText)
  const dictionary = `/Type /XObject /Subtype /Image /Width ${size} /Height ${size} /ImageMask true /BitsPerComponent 1`
  return file.add({ dictionary, bytes, packed: 'plain' })
}

function pageContent(page: Page, book: CharacterBook, coded: boolean): string {
  const codes = coded ? page.qr.map(({ area, colour }) => drawQr(area, colour, page.height)) : []
  return layerContent(page.filled, book, page.height) + codes.join('')
}

/** The signature's place on the page: the drawn seal (ISO 32000-1, 12.7.4.5; printed, not to be moved). */
function addSealField(
  file: FileWriter,
  { size, bytes }: DrawnSeal,
  page: Page,
  centre: Point,
  refs: { readonly page: Ref; readonly resources: string; readonly signature: SignatureRefs },
): void {
  const appearance = file.add({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 ${numbers(size, size)}] /Resources << ${refs.resources} >>`,
    bytes,
    packed: 'zlib',
  })
  const x = centre[0] - size / 2
  const y = page.height - centre[1] - size / 2
  file.set(
    refs.signature.field,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /V ${refs.signature.value} 0 R /F 132 ` +
      `/P ${refs.page} 0 R /Rect [${numbers(x, y, x + size, y + size)}] /AP << /N ${appearance} 0 R >> >>`,
  )
}

function addFonts(file: FileWriter, book: CharacterBook, { subsetFile: outlines }: Writing): string {
  return book
    .subsets()
    .map((subset, index) => `/F${index} ${addFont(file, subset, outlines(subset))} 0 R`)
    .join(' ')
}

const profile = pack(srgbProfile())

function outputIntent(file: FileWriter): string {
  const ref = file.add({ dictionary: '/N 3', bytes: profile, packed: 'zlib' })
  return (
    `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) ` +
    `/Info (sRGB IEC61966-2.1) /DestOutputProfile ${ref} 0 R >>`
  )
}

function describe({ statement, statementBytes, producer }: Parts) {
  return {
    title: `${statement.type.name} ${statement.number}`,
    author: statement.authority.name,
    producer,
    at: statement.issuedAt,
    // The statement holds 16 random bytes, so no two licences share this.
    id: bytesToHex(sha256(statementBytes).subarray(0, 16)),
  }
}

function attachmentsOf({ statementBytes, extras }: Parts): Attachment[] {
  const statement: Attachment = {
    name: 'statement.json',
    type: 'application/json',
    relationship: 'Source',
    description: '证照数据 / licence statement',
    bytes: statementBytes,
  }
  if (!extras.receipt) return [statement]
  return [
    statement,
    {
      name: 'receipt.tlog',
      type: 'text/plain',
      relationship: 'Supplement',
      description: '登记簿回执 / ledger receipt',
      bytes: extras.receipt,
    },
  ]
}
