import type { Art, FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { grey, type Inks, ink, inksOf } from './colours.ts'
import { fieldCells, fieldTables, singleRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, qr, row, text } from './pieces.ts'

/** The card is drawn 1.9 times as large as ID-1 (85.6 × 54 mm), so that it can be read on a sheet. */
const cardWidth = 162.6
const cardHeight = 102.6
const left = (210 - cardWidth) / 2
const front = 38
const back = 154

/** 居民身份证, 驾驶证: both sides of a card on one sheet. */
export function card(type: LicenceType): Template {
  const inks = inksOf(type)
  const style: FlowStyle = {
    label: { face: 'sans', size: 10, colour: inks.deep, align: 'spread' },
    value: { ...body, size: 11.5, leading: 1.35 },
    labelWidth: 26,
    rule: 'none',
    padding: [1.6, 1.2],
    minScale: 0.62,
    stretch: 0.5,
  }
  return {
    format: 'licencevault.template/1',
    name: 'card',
    orientation: 'portrait',
    sheets: [
      {
        art: [
          ...side(front, inks),
          ...side(back, inks),
          { kind: 'rect', box: box(left, back + 12, cardWidth, 17), fill: inks.deep },
        ],
        blocks: [
          text('（正面）', box(left, front - 8, cardWidth, 6), {
            face: 'sans',
            size: 8,
            colour: grey,
            align: 'centre',
          }),
          text(
            '{type}',
            box(left + 8, front + 5, cardWidth - 16, 10),
            { face: 'serif-bold', size: 17, colour: inks.deep, align: 'centre', spacing: 3 },
            { name: '证照名称', lines: 1, minSize: 10 },
          ),
          {
            kind: 'flow',
            box: box(left + 7, front + 17, 106, 68),
            style,
            items: [row('姓名', '{holder}'), ...singleRows(fieldCells(type)), ...fieldTables(type)],
          },
          {
            kind: 'photo',
            box: box(left + 118, front + 19, 36, 47),
            text: '照片',
            style: { face: 'sans', size: 12, colour: grey, align: 'centre', spacing: 4 },
          },
          text('公民身份号码', box(left + 8.6, front + 88, 30, 8), {
            ...style.label,
            align: 'left',
            size: 10.5,
          }),
          text(
            '{holderCode}',
            box(left + 40, front + 88, 114, 8),
            { face: 'sans-bold', size: 15, colour: ink, spacing: 1.6, align: 'left' },
            { name: '公民身份号码', lines: 1, minSize: 8 },
          ),
          text('（背面）', box(left, back - 8, cardWidth, 6), {
            face: 'sans',
            size: 8,
            colour: grey,
            align: 'centre',
          }),
          text(
            '{type}',
            box(left + 8, back + 13, cardWidth - 16, 15),
            { face: 'serif-bold', size: 25, colour: '#ffffff', align: 'centre', spacing: 6 },
            { name: '证照名称', lines: 1, minSize: 12 },
          ),
          qr(left + 8, back + 37, 36),
          text('扫码核验', box(left + 8, back + 73.5, 36, 4), {
            face: 'sans',
            size: 7,
            colour: inks.deep,
            align: 'centre',
          }),
          text('签发机关', box(left + 52, back + 44.5, 21, 8), { ...style.label, size: 11 }),
          text('签发日期', box(left + 52, back + 58.3, 21, 8), { ...style.label, size: 11 }),
          ...issuer({
            centre: [left + 116, back + 55.5],
            width: 74,
            style: { ...body, size: 12, leading: 1.2 },
            size: 34,
            label: '签发机关',
          }),
          text('有效期限', box(left + 52, back + 78, 21, 7), { ...style.label, size: 11 }),
          text(
            '{validity}',
            box(left + 79, back + 78, 76, 7),
            { ...body, size: 12 },
            { name: '有效期限', lines: 1, minSize: 7 },
          ),
          text('证件编号', box(left + 52, back + 87, 21, 7), { ...style.label, size: 11 }),
          text(
            '{number}',
            box(left + 79, back + 87, 76, 7),
            { ...body, size: 12 },
            { name: '证件编号', lines: 1, minSize: 7 },
          ),
          pageNumber(210, 276),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', inks),
  }
}

function side(y: number, inks: Inks): Art[] {
  return [
    { kind: 'rect', box: box(left, y, cardWidth, cardHeight), fill: inks.tint, radius: 6 },
    {
      kind: 'waves',
      box: box(left + 3, y + 3, cardWidth - 6, cardHeight - 6),
      colour: inks.wash,
      gap: 2,
      period: 42,
      height: 3,
    },
    { kind: 'rosette', centre: [left + 52, y + 56], radius: 40, petals: 44, colour: inks.wash },
    { kind: 'rect', box: box(left, y, cardWidth, cardHeight), stroke: inks.deep, width: 0.9, radius: 6 },
  ]
}
