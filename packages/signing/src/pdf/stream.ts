import { error } from '../codes.ts'
import { only, type PdfDict, type PdfObject, type PdfStream } from './object.ts'
import type { Parser } from './parser.ts'

/**
 * Reads what follows an indirect object's header up to and with `endobj`. The length of a stream is
 * what its dictionary says and `endstream` must stand there: a reader that went looking for it
 * would be led by the stream's own bytes.
 */
export function objectBody(
  parser: Parser,
  id: number,
  lengthOf: (dict: PdfDict) => number | undefined,
): PdfObject {
  const object = parser.object()
  parser.skip()
  const dict = only(object, 'dict')
  const body = dict && parser.keyword('stream') ? streamBody(parser, id, dict, lengthOf) : object
  if (!parser.keyword('endobj')) throw error('pdf-object-broken', { id })
  return body
}

function streamBody(
  parser: Parser,
  id: number,
  dict: PdfDict,
  lengthOf: (dict: PdfDict) => number | undefined,
): PdfStream {
  const { bytes } = parser
  if (bytes[parser.at] === 0x0d) parser.at++
  if (bytes[parser.at++] !== 0x0a) throw error('pdf-object-broken', { id })
  const start = parser.at
  const length = lengthOf(dict)
  if (length === undefined || length > bytes.length - start) throw error('pdf-stream-length', { id })
  const end = start + length
  parser.at = end
  if (bytes[parser.at] === 0x0d) parser.at++
  if (bytes[parser.at] === 0x0a) parser.at++
  if (!parser.keyword('endstream')) throw error('pdf-stream-length', { id })
  parser.skip()
  return { kind: 'stream', dict, start, end }
}
