import { latin1 } from '../../pdf/characters.ts'
import { nameOf, only, type PdfDict, type PdfObject, type PdfStream } from '../../pdf/object.ts'
import type { Pdf } from '../../pdf/reader.ts'

/** Annotations that mark or comment on what stands there; the others draw what they like (ISO 32000-2, 12.5.6). */
const commenting = new Set(['Text', 'Popup', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut'])

/**
 * Whether an annotation can only be taken for a comment: of a kind that marks, without an action, and
 * with an appearance, if it has one of its own, that shows neither text nor pictures. Any other may lie
 * over the page and say what the page does not.
 */
export function isComment(pdf: Pdf, dict: PdfDict): boolean {
  const kind = nameOf(pdf.resolve(dict.map.get('Subtype'))) ?? ''
  if (!commenting.has(kind) || dict.map.has('A') || dict.map.has('AA')) return false
  const looks = pdf.dict(dict.map.get('AP'))
  return (
    !looks || [...looks.map.values()].every((look) => streamsIn(pdf, look).every((one) => isPlain(pdf, one)))
  )
}

function streamsIn(pdf: Pdf, look: PdfObject): PdfStream[] {
  const value = pdf.resolve(look)
  const stream = only(value, 'stream')
  if (stream) return [stream]
  const states = only(value, 'dict')
  return [...(states?.map.values() ?? [])].flatMap((state) => only(pdf.resolve(state), 'stream') ?? [])
}

function isPlain(pdf: Pdf, stream: PdfStream): boolean {
  try {
    return !/(?:^|[\s\]>)])(?:Tj|TJ|Do|BI|sh|'|")(?=\s|$)/.test(latin1(pdf.decode(stream)))
  } catch {
    return false
  }
}
