import { latin1 } from '../../pdf/characters.ts'
import type { PdfObject } from '../../pdf/object.ts'
import type { Pdf } from '../../pdf/reader.ts'
import { textOf } from '../../pdf/text.ts'

/** Characters of one side that are shown. */
const shown = 160
/** Characters before the first difference that are shown with it. */
const lead = 24

/** Both sides from shortly before where they begin to differ, in PDF syntax. */
export function sides(
  [before, one]: readonly [Pdf, PdfObject | undefined],
  [after, other]: readonly [Pdf, PdfObject | undefined],
): { readonly before: string; readonly after: string } {
  const texts = [text(before, one), text(after, other)] as const
  const from = differing(texts[0], texts[1])
  const cut = (whole: string) => {
    const start = from > lead ? from - lead : 0
    const end = start + shown
    return `${start > 0 ? '…' : ''}${whole.slice(start, end)}${whole.length > end ? '…' : ''}`
  }
  return { before: cut(texts[0]), after: cut(texts[1]) }
}

function differing(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at === one.length && at === other.length ? 0 : at
}

/** Characters of one object that are written out at all. */
const longest = 65_536

function text(pdf: Pdf, object: PdfObject | undefined): string {
  const parts: string[] = []
  let left = longest
  const add = (part: string) => {
    left -= part.length
    parts.push(part)
  }
  const write = (value: PdfObject, depth: number) => {
    if (left <= 0) return
    if (value === null || typeof value !== 'object') return add(String(value))
    if (depth > 16) return add('…')
    switch (value.kind) {
      case 'real':
        return add(value.text)
      case 'name':
        return add(`/${clean(value.name)}`)
      case 'string':
        return add(
          value.hex && value.bytes.length > 64
            ? `<${value.bytes.length} bytes>`
            : `(${clean(textOf(value) ?? '…')})`,
        )
      case 'ref':
        return add(`${value.id} ${value.generation} R`)
      case 'array':
        add('[')
        value.items.forEach((item, i) => {
          if (i > 0) add(' ')
          write(item, depth + 1)
        })
        return add(']')
      case 'dict':
        add('<<')
        for (const [key, item] of value.map) {
          add(`/${clean(key)} `)
          write(item, depth + 1)
          add(' ')
        }
        return add('>>')
      case 'stream':
        return add(clean(streamText(pdf, value)))
    }
  }
  write(object ?? null, 0)
  return parts.join('').slice(0, longest)
}

/** Its content where it can be decoded, or its size. */
function streamText(pdf: Pdf, stream: Extract<PdfObject, { kind: 'stream' }>): string {
  try {
    return `stream ${latin1(pdf.decode(stream).subarray(0, longest))}`
  } catch {
    return `stream of ${stream.end - stream.start} bytes`
  }
}

/** What is no printable character becomes a dot: it comes from whoever made the file. */
const clean = (raw: string) => raw.slice(0, longest).replace(/[^\x20-\x7e\u00a1-\u{10ffff}]/gu, '·')
