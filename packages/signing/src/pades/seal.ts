import type { Identity } from '@licencevault/keys'
import { digest } from '#crypto'
import { error } from '../codes.ts'
import { byteString } from '../pdf/characters.ts'
import { fieldsOf, type PdfField } from '../pdf/fields.ts'
import { only, type PdfDict, type PdfObject, type PdfRef } from '../pdf/object.ts'
import { type PdfPage, pagesOf } from '../pdf/pages.ts'
import { type Pdf, readPdf } from '../pdf/reader.ts'
import { signaturesOf } from '../pdf/signatures.ts'
import { dateText, textBytes } from '../pdf/text.ts'
import { array, dict, name, PdfUpdate, ref, string, syntax, withEntries } from '../pdf/write.ts'
import { type Appearance, putAppearance, type Rect, real } from './appearance.ts'
import { preparedContents, preparedRange, preparedTime } from './prepared.ts'
import { requireTime, sealPrepared } from './seal-prepared.ts'

/** How a seal is to stand in its PDF. */
export interface SealOptions {
  /** The time the signer claims, written into /M. */
  readonly time: Date
  /** An empty signature field of the file, or the name of a new one. `SignatureN` unless given. */
  readonly fieldName?: string
  readonly name?: string
  readonly reason?: string
  readonly location?: string
  /**
   * Certifies the document (DocMDP) and says what may still be done to it: 1 nothing, 2 filling in
   * forms and signing, 3 annotating too. Only the first signature can.
   */
  readonly certify?: 1 | 2 | 3
  /** Shows the seal on a page; only in a new field. Invisible unless given. */
  readonly visible?: VisibleSeal
}

/** Where a seal shows, and what. */
export interface VisibleSeal {
  /** Counted from 1. */
  readonly page: number
  readonly rect: Rect
  readonly appearance: Appearance
}

/**
 * Seals any PDF the reader accepts (PAdES-B-B, EN 319 142-1) by an incremental update: the bytes
 * handed over stay as they are, at the front of the result.
 *
 * @throws VaultError `seal-…`, `pdf-…`
 */
export async function sealPdf(
  pdf: Uint8Array,
  identity: Identity,
  options: SealOptions,
): Promise<Uint8Array> {
  requireTime(options.time)
  const read = readSealable(pdf, options)
  const id = await digest('SHA-256', [pdf, byteString(dateText(options.time))])
  return sealPrepared(prepare(read, options, id.subarray(0, 16)), identity, options)
}

function readSealable(bytes: Uint8Array, { certify }: SealOptions): Pdf {
  const pdf = readPdf(bytes)
  if (pdf.end !== bytes.length) throw error('seal-trailing-bytes', { at: pdf.end })
  // What is broken now could not be told from what was tampered with later.
  pdf.readAll()
  const signatures = signaturesOf(pdf)
  if (certify !== undefined && signatures.length > 0)
    throw error('seal-certify-not-first', { count: signatures.length })
  if (signatures.some(({ permission }) => permission === 1)) throw error('seal-not-permitted')
  return pdf
}

/** Adds a prepared signature; what is left to do is to fill it. */
function prepare(pdf: Pdf, options: SealOptions, fileId: Uint8Array): Uint8Array {
  const update = new PdfUpdate(pdf)
  const signature = update.reserve()
  update.put(signature, { text: signatureSyntax(options) })
  const fields = fieldsOf(pdf)
  const fieldName = options.fieldName ?? freeName(fields)
  const existing = fields.find((field) => field.name === fieldName)
  const added = existing
    ? fillField(update, existing, signature, options)
    : addField(update, fieldName, signature, options)
  changeForm(update, added, options.certify === undefined ? undefined : signature)
  return update.bytes(fileId)
}

function signatureSyntax({ name: signer, reason, location, certify }: SealOptions): string {
  const text = (key: string, value: string | undefined) =>
    value === undefined ? '' : `\n/${key} ${syntax(string(textBytes(value)))}`
  const reference =
    certify === undefined
      ? ''
      : `\n/Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type /TransformParams /P ${certify} /V /1.2>>>>]`
  return `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached
/M ${preparedTime}
/ByteRange ${preparedRange}
/Contents ${preparedContents()}${text('Name', signer)}${text('Reason', reason)}${text('Location', location)}${reference}>>`
}

function freeName(fields: readonly PdfField[]): string {
  const taken = new Set(fields.map((field) => field.name))
  for (let i = 1; ; i++) if (!taken.has(`Signature${i}`)) return `Signature${i}`
}

function fillField(
  update: PdfUpdate,
  field: PdfField,
  signature: PdfRef,
  { visible }: SealOptions,
): undefined {
  if (field.type !== 'Sig' || update.pdf.resolve(field.value) !== null)
    throw error('seal-field-taken', { field: field.name })
  if (visible) throw error('seal-option-wrong', { option: 'visible', value: `field ${field.name} exists` })
  // A lock must be repeated in the signature and seed values obeyed.
  for (const what of ['Lock', 'SV'])
    if (field.dict.map.has(what))
      throw error('seal-field-restricted', { field: field.name, what: `/${what}` })
  update.change(field.id, { V: signature })
  return undefined
}

/** Print and locked (12.5.3). */
const widgetFlags = 4 + 128

function addField(update: PdfUpdate, fieldName: string, signature: PdfRef, { visible }: SealOptions): PdfRef {
  // A point would make it a field within another.
  if (fieldName === '' || fieldName.includes('.'))
    throw error('seal-option-wrong', { option: 'fieldName', value: fieldName })
  const rect = visible ? checkedRect(visible.rect) : ([0, 0, 0, 0] as const)
  const page = pageOf(update.pdf, visible?.page ?? 1)
  const field = update.reserve()
  const widget = dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: string(textBytes(fieldName)),
    V: signature,
    F: widgetFlags,
    P: ref(page.id),
    Rect: array(rect.map(real)),
    AP: visible && dict({ N: putAppearance(update, visible.rect, visible.appearance) }),
  })
  update.put(field, widget)
  update.change(page.id, { Annots: array([...(update.pdf.items(page.dict.map.get('Annots')) ?? []), field]) })
  return field
}

/** 200 inches, the largest page (ISO 32000-1, annex C). */
const largestSide = 14_400

function checkedRect(rect: Rect): Rect {
  const [left, bottom, right, top] = rect
  const inRange = rect.every((side) => Math.abs(side) <= largestSide)
  if (!inRange || !(left < right) || !(bottom < top))
    throw error('seal-option-wrong', { option: 'rect', value: rect.join(' ') })
  return rect
}

function pageOf(pdf: Pdf, wanted: number): PdfPage {
  const pages = pagesOf(pdf)
  const page = pages[wanted - 1]
  if (!page) throw error('seal-page-missing', { page: wanted, pages: pages.length })
  return page
}

/** Names the new field in the form, and the certifying signature in the catalogue. */
function changeForm(update: PdfUpdate, field: PdfRef | undefined, certifying: PdfRef | undefined): void {
  const { pdf } = update
  const { map } = pdf.catalog
  const form = map.get('AcroForm')
  const old: PdfDict = pdf.dict(form) ?? dict({})
  const entries: Record<string, PdfObject> = { SigFlags: 3 }
  if (field) entries.Fields = array([...(pdf.items(old.map.get('Fields')) ?? []), field])
  const changes: Record<string, PdfObject> = {}
  const formRef = only(form, 'ref')
  if (formRef && pdf.dict(form)) update.change(formRef.id, entries)
  else changes.AcroForm = withEntries(old, entries)
  if (certifying) changes.Perms = withEntries(pdf.dict(map.get('Perms')) ?? dict({}), { DocMDP: certifying })
  const root = only(pdf.latest.trailer.map.get('Root'), 'ref')
  if (!root) throw error('pdf-structure-wrong', { what: 'Root' })
  if (Object.keys(changes).length > 0) update.change(root.id, changes)
}
