import type {
  Block,
  Box,
  FlowStyle,
  Item,
  QrBlock,
  Sheet,
  Template,
  TextBlock,
  TextStyle,
} from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { grey, type Inks, ink } from './colours.ts'
import { steady } from './field-rows.ts'
import { numberLabel } from './words.ts'

export const body: TextStyle = { face: 'sans', size: 11, colour: ink, leading: 1.55, align: 'left' }

/** A text in a box. */
export function text(
  content: string,
  box: Box,
  style: TextStyle,
  more: Partial<Pick<TextBlock, 'valign' | 'lines' | 'minSize' | 'name'>> = {},
): TextBlock {
  return { kind: 'text', text: content, box, style, valign: 'middle', ...more }
}

export function box(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height }
}

export function qr(x: number, y: number, side = 30): QrBlock {
  return { kind: 'qr', box: box(x, y, side, side) }
}

/** A QR code and below it the words that say what it is for. */
export function scanned(x: number, y: number, side: number, colour: string, size = 7): Block[] {
  const style = { face: 'sans', size, colour, align: 'centre' } as const
  return [qr(x, y, side), text('扫码核验', box(x, y + side, side, 4), style)]
}

/** The quiet line at the foot that numbers the pages. */
export function pageNumber(width: number, y: number): TextBlock {
  return text('第 {page} 页 / 共 {pages} 页', box(0, y, width, 5), {
    face: 'sans',
    size: 7,
    colour: grey,
    align: 'centre',
  })
}

/** The further page of a layout: what it is, whose, and one plain flow. */
export function furtherPage(type: LicenceType, orientation: Template['orientation'], inks: Inks): Sheet {
  const [width, height] = orientation === 'portrait' ? [210, 297] : [297, 210]
  const style: FlowStyle = {
    label: { ...body, colour: inks.deep, size: 10.5 },
    value: { ...body, size: 10.5, align: 'justify' },
    labelWidth: 36,
    rule: 'grid',
    ruleColour: inks.light,
    labelFill: inks.tint,
    padding: [2.2, 2],
  }
  return {
    art: [
      { kind: 'rect', box: box(12, 12, width - 24, height - 24), stroke: inks.deep, width: 0.9 },
      { kind: 'rect', box: box(13.2, 13.2, width - 26.4, height - 26.4), stroke: inks.light, width: 0.4 },
      { kind: 'line', from: [20, 40], to: [width - 20, 40], colour: inks.deep, width: 0.9 },
    ],
    blocks: [
      text(
        '{type}　附页',
        box(20, 18, width - 40, 11),
        { face: 'serif-bold', size: 19, colour: inks.deep, align: 'centre' },
        { lines: 1, name: '标题' },
      ),
      text(
        `${numberLabel(type)}：{number}`,
        box(20, 31, width - 40, 6),
        { face: 'sans', size: 9.5, colour: ink, align: 'centre' },
        { lines: 1, name: '证号' },
      ),
      { kind: 'flow', box: box(20, 45, width - 40, height - 69), style, items: [] },
      pageNumber(width, height - 20),
    ],
  }
}

export interface IssuerPlace {
  /** Of the seal, which covers both lines. */
  readonly centre: readonly [number, number]
  /** Of the two lines, millimetres. */
  readonly width: number
  readonly style: TextStyle
  /** Diameter; 40 unless given. */
  readonly size?: number
  /** What the authority is called on this face. */
  readonly label: string
  readonly words?: string
}

/** Authority and date with the seal over them: the name above the star, the date below it (骑年盖月). */
export function issuer({ centre: [x, y], width, style, size = 40, label, words }: IssuerPlace): Block[] {
  const centred: TextStyle = { ...style, align: 'centre' }
  const line = 0.26 * size
  const left = x - width / 2
  return [
    text('{authority}', box(left, y - 0.225 * size - line / 2, width, line), centred, {
      name: label,
      minSize: 7,
    }),
    text('{issuedOn}', box(left, y + 0.18 * size - line / 2, width, line), centred, {
      name: '颁发日期',
      lines: 1,
    }),
    { kind: 'seal', centre: [x, y], size, ...(words ? { words } : {}) },
  ]
}

/** A row of one cell. */
export function row(label: string, value: string): Item {
  return { kind: 'row', cells: [{ label, value }], minScale: steady }
}

/** Two cells side by side. */
export function pair(first: readonly [string, string], second: readonly [string, string]): Item {
  return {
    kind: 'row',
    cells: [first, second].map(([label, value]) => ({ label, value })),
    minScale: steady,
  }
}
