import { error } from '../codes.ts'
import { byteString } from '../pdf/characters.ts'
import { only, type PdfDict, type PdfObject, type PdfRef } from '../pdf/object.ts'
import { Parser, parseBudget } from '../pdf/parser.ts'
import type { Pdf } from '../pdf/reader.ts'
import { array, dict, name, type PdfUpdate, syntax } from '../pdf/write.ts'

/** Left, bottom, right and top in points (1/72 inch) from the page's lower left corner. */
export type Rect = readonly [number, number, number, number]

/**
 * A frame with lines of text in it, in the seal's red. The text is ASCII, in Helvetica, which is not
 * embedded: in a PDF/A file hand over a {@link GivenAppearance} instead.
 */
export interface DrawnAppearance {
  readonly text: readonly string[]
  /** `rectangle` unless given. */
  readonly shape?: 'rectangle' | 'circle'
}

/**
 * A content stream of one's own, drawn in a box from 0 0 to the width and height of the rectangle.
 *
 * `resources` is a dictionary in PDF syntax; `n 0 R` in it, and in the dictionaries of `streams`,
 * names the n-th of `streams`, counted from 1: a font file or an image.
 *
 * @example { content, resources: '<</XObject <</Seal 1 0 R>>>>', streams: [{ dict: '<</Subtype /Image …>>', data }] }
 */
export interface GivenAppearance {
  readonly content: Uint8Array
  readonly resources?: string
  readonly streams?: readonly { readonly dict: string; readonly data: Uint8Array }[]
}

/** What a visible seal shows: drawn here, or given. */
export type Appearance = DrawnAppearance | GivenAppearance

/** Writes the appearance as a form XObject and answers its reference. */
export function putAppearance(update: PdfUpdate, rect: Rect, appearance: Appearance): PdfRef {
  const width = rect[2] - rect[0]
  const height = rect[3] - rect[1]
  const { content, resources } =
    'content' in appearance ? given(update, appearance) : drawn(appearance, width, height)
  const form = update.reserve()
  const dictionary = dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: array([0, 0, real(width), real(height)]),
    Resources: resources,
  })
  update.putStream(form, dictionary, content)
  return form
}

/** At most three decimals, and never in the exponential form that PDF does not know. */
export const real = (value: number): PdfObject =>
  Number.isInteger(value) ? value : { kind: 'real', value, text: value.toFixed(3) }

function given(update: PdfUpdate, { content, resources = '<<>>', streams = [] }: GivenAppearance) {
  const refs = streams.map(() => update.reserve())
  streams.forEach((stream, i) => {
    const to = refs[i]
    if (to) update.putStream(to, parseDict(update.pdf, stream.dict, refs), stream.data)
  })
  return { content, resources: parseDict(update.pdf, resources, refs) }
}

function parseDict(pdf: Pdf, text: string, refs: readonly PdfRef[]): PdfDict {
  const parser = new Parser(byteString(text), 0, parseBudget(pdf.limits))
  const parsed = only(renumber(parser.object(), refs), 'dict')
  parser.skip()
  if (!parsed || parser.at < text.length)
    throw error('seal-option-wrong', { option: 'resources', value: text.slice(0, 40) })
  return parsed
}

function renumber(object: PdfObject, refs: readonly PdfRef[]): PdfObject {
  if (typeof object !== 'object' || object === null) return object
  if (object.kind === 'array') return array(object.items.map((item) => renumber(item, refs)))
  if (object.kind === 'dict')
    return { ...object, map: new Map([...object.map].map(([key, value]) => [key, renumber(value, refs)])) }
  if (object.kind !== 'ref') return object
  const to = refs[object.id - 1]
  if (!to) throw error('seal-option-wrong', { option: 'resources', value: `${object.id} 0 R` })
  return to
}

/** Points of line, of margin, and of the largest letters. */
const line = 1
const margin = 4
const largestFont = 12
/** Helvetica's letters are about half as wide as high. */
const letterWidth = 0.55

function drawn({ text, shape = 'rectangle' }: DrawnAppearance, width: number, height: number) {
  const bad = text.join('').match(/[^\x20-\x7e]/u)?.[0]
  if (bad !== undefined)
    throw error('seal-text-unsupported', { code: bad.codePointAt(0)?.toString(16).toUpperCase() ?? '' })
  const longest = Math.max(1, ...text.map(({ length }) => length))
  const room = shape === 'circle' ? 0.7 : 1
  const size = Math.min(
    largestFont,
    (width * room - 2 * margin) / (longest * letterWidth),
    (height * room - 2 * margin) / (text.length * 1.2 || 1),
  )
  const frame =
    shape === 'circle'
      ? ellipse(width, height)
      : `${line} ${line} ${n(width - 2 * line)} ${n(height - 2 * line)} re S`
  const top = (height + (text.length - 2) * size * 1.2) / 2 + size * 0.3
  const lines = text.map((words, i) => {
    const left = (width - words.length * letterWidth * size) / 2
    return `1 0 0 1 ${n(left)} ${n(top - i * size * 1.2)} Tm ${syntax(literal(words))} Tj`
  })
  const letters = size > 0 && text.length > 0 ? `BT /F1 ${n(size)} Tf\n${lines.join('\n')}\nET\n` : ''
  const font = dict({
    Type: name('Font'),
    Subtype: name('Type1'),
    BaseFont: name('Helvetica'),
    Encoding: name('WinAnsiEncoding'),
  })
  return {
    content: byteString(`q 0.8 0 0 RG 0.8 0 0 rg ${line} w\n${frame}\n${letters}Q`),
    resources: dict({ Font: dict({ F1: font }) }),
  }
}

const n = (value: number) => String(Number(value.toFixed(2)))

const literal = (text: string): PdfObject => ({
  kind: 'string',
  bytes: byteString(text),
  hex: false,
  start: 0,
  end: 0,
})

/** Four Bézier curves; 0.5523 makes them an ellipse to a quarter of a thousandth. */
function ellipse(width: number, height: number): string {
  const [x, y] = [width / 2, height / 2]
  const [a, b] = [x - line, y - line]
  const [c, d] = [a * 0.5523, b * 0.5523]
  const curve = (...points: number[]) => `${points.map(n).join(' ')} c`
  return [
    `${n(x + a)} ${n(y)} m`,
    curve(x + a, y + d, x + c, y + b, x, y + b),
    curve(x - c, y + b, x - a, y + d, x - a, y),
    curve(x - a, y - d, x - c, y - b, x, y - b),
    curve(x + c, y - b, x + a, y - d, x + a, y),
    's',
  ].join('\n')
}
