import { bytesOf, composePdf, type SampleObjects, samplePage, updatePdf } from '../../../test/kit/src/pdf.ts'

export { bytesOf }

/** A file to attach. */
export interface TinyAttachment {
  readonly name: string
  readonly bytes: Uint8Array
  /** Entries of the stream's dictionary besides /Length. */
  readonly entries?: string
}

/** Numbers of the objects that tests write anew. */
export const face = 4
export const firstStream = 11

/** The smallest PDF with a face, attachments and, unless told otherwise, a prepared signature. */
export function tinyPdf(
  words: string,
  attachments: readonly TinyAttachment[],
  { prepared = true } = {},
): Uint8Array {
  const ids = attachments.map((_, index) => firstStream - 1 + index * 2)
  const names = attachments.map(({ name }, index) => `(${name}) ${ids[index]} 0 R`).join(' ')
  const references = ids.map((id) => `${id} 0 R`).join(' ')
  const attached = ` /AF [${references}] /Names <</EmbeddedFiles <</Names [${names}]>>>>`
  return composePdf({
    ...samplePage(words, `${prepared ? form : ''}${attachments.length > 0 ? attached : ''}`),
    ...(prepared ? { 6: field, 7: signature } : {}),
    ...Object.assign(
      {},
      ...attachments.map((attachment, index) => attach(firstStream - 1 + index * 2, attachment)),
    ),
  })
}

/** Writes one stream anew by an incremental update. */
export function rewritten(pdf: Uint8Array, id: number, data: Uint8Array | string): Uint8Array {
  const entries = id === face ? '' : '/Type /EmbeddedFile /Subtype /application#2Fjson'
  return updatePdf(pdf, { [id]: { entries, data } })
}

function attach(id: number, { name, bytes, entries = '' }: TinyAttachment): SampleObjects {
  return {
    [id]: `<</Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Source /EF <</F ${id + 1} 0 R>>>>`,
    [id + 1]: { entries: `/Type /EmbeddedFile /Subtype /application#2Fjson ${entries}`, data: bytes },
  }
}

const form = ' /AcroForm <</Fields [6 0 R] /SigFlags 3>> /Perms <</DocMDP 7 0 R>>'
const field = '<</Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /P 3 0 R /FT /Sig /T (seal) /V 7 0 R>>'
const signature = [
  '<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
  "/M (D:00000000000000+00'00')",
  '/ByteRange [0000000000 0000000000 0000000000 0000000000]',
  `/Contents <${'0'.repeat(16384)}>`,
  '/Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type /TransformParams /P 1 /V /1.2>>>>]>>',
].join('\n')
