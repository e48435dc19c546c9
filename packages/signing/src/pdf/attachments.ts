import { error } from '../codes.ts'
import { nameOf, only, type PdfDict, type PdfObject, type PdfStream } from './object.ts'
import type { Pdf } from './reader.ts'
import { textOf } from './text.ts'
import { tooMany } from './too-many.ts'
import { walk } from './tree.ts'

/** A file embedded in the document (ISO 32000-1, 7.11.4; ISO 19005-3). */
export interface PdfAttachment {
  readonly name: string
  /** /AFRelationship, such as `Source` or `Supplement`. */
  readonly relationship: string | undefined
  /** Media type, such as `application/json`. */
  readonly mime: string | undefined
  readonly description: string | undefined
  /** Its bytes, encoded; see `Pdf.decode`. */
  readonly stream: PdfStream
}

/**
 * The files attached to the document: those in the name tree, then those only in the catalogue's
 * /AF. Attachments that hang on a page's annotations are not among them.
 */
export function attachmentsOf(pdf: Pdf): PdfAttachment[] {
  const specifications = new Set<PdfDict>()
  for (const object of [...embeddedFiles(pdf), ...(pdf.items(pdf.catalog.map.get('AF')) ?? [])]) {
    const dict = pdf.dict(object)
    if (!dict) throw error('pdf-structure-wrong', { what: 'EmbeddedFiles' })
    specifications.add(dict)
    if (specifications.size > pdf.limits.attachments) throw tooMany('attachments', pdf.limits.attachments)
  }
  return [...specifications].flatMap((dict) => attachment(pdf, dict) ?? [])
}

function* embeddedFiles(pdf: Pdf): Generator<PdfObject> {
  const root = pdf.dict(pdf.catalog.map.get('Names'))?.map.get('EmbeddedFiles')
  const bounds = { what: 'EmbeddedFiles' as const, nodes: pdf.limits.attachments }
  for (const { dict } of walk(pdf, root ? [root] : [], bounds)) {
    const pairs = pdf.items(dict.map.get('Names')) ?? []
    for (let i = 1; i < pairs.length; i += 2) yield pairs[i] ?? null
  }
}

function attachment(pdf: Pdf, dict: PdfDict): PdfAttachment | undefined {
  const files = pdf.dict(dict.map.get('EF'))
  // A specification without an embedded file only names one elsewhere.
  if (!files) return undefined
  const streams = ['UF', 'F'].flatMap((key) => only(pdf.resolve(files.map.get(key)), 'stream') ?? [])
  const [stream] = streams
  const name = textOf(pdf.resolve(dict.map.get('UF'))) ?? textOf(pdf.resolve(dict.map.get('F')))
  // Two streams under one name: some readers take the one, some the other.
  if (!stream || name === undefined || streams.some((other) => other !== stream))
    throw error('pdf-structure-wrong', { what: 'Filespec' })
  return {
    name,
    relationship: nameOf(pdf.resolve(dict.map.get('AFRelationship'))),
    mime: nameOf(pdf.resolve(stream.dict.map.get('Subtype'))),
    description: textOf(pdf.resolve(dict.map.get('Desc'))),
    stream,
  }
}
