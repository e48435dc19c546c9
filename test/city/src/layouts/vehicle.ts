import type { Art, FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { type Inks, inksOf } from './colours.ts'
import { fieldCells, fieldTables, pairedRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, qr, row, text } from './pieces.ts'
import { holderLabels } from './words.ts'

/** 行驶证, 运输证: a main plate and a second one below it. */
export function vehicle(type: LicenceType): Template {
  const inks = inksOf(type)
  const holder = holderLabels(type)
  const style: FlowStyle = {
    label: { face: 'sans', size: 9.5, colour: inks.deep, align: 'spread', leading: 1.2 },
    value: { ...body, size: 11, leading: 1.35 },
    labelWidth: 25,
    rule: 'lines',
    ruleColour: inks.light,
    ruleWidth: 0.45,
    padding: [1.6, 1.5],
    minScale: 0.7,
    stretch: 0.6,
  }
  const cells = fieldCells(type)
  const half = Math.ceil(cells.length / 2)
  return {
    format: 'licencevault.template/1',
    name: 'vehicle',
    orientation: 'portrait',
    sheets: [
      {
        art: [...plate(18, 130, inks), ...plate(154, 122, inks)],
        blocks: [
          text(
            '{type}',
            box(26, 23, 158, 14),
            { face: 'serif-bold', size: 25, colour: inks.deep, align: 'centre', spacing: 6 },
            { lines: 1, minSize: 13, name: '证照名称' },
          ),
          text(
            type.nameEn,
            box(26, 37, 158, 5),
            { face: 'sans', size: 8, colour: inks.deep, align: 'centre' },
            { minSize: 5 },
          ),
          {
            kind: 'flow',
            box: box(26, 46, 158, 57),
            style,
            items: [
              row(holder.name === '名称' ? '单位名称' : holder.name, '{holder}'),
              row(holder.code, '{holderCode}'),
              ...pairedRows(cells.slice(0, half)),
            ],
          },
          qr(28, 107, 34),
          text('发证机关', box(78, 112, 22, 8), { ...style.label, size: 10.5 }),
          text('发证日期', box(78, 127.2, 22, 8), { ...style.label, size: 10.5 }),
          ...issuer({
            centre: [144, 124],
            width: 72,
            style: { ...body, size: 12, leading: 1.2 },
            size: 37,
            label: '发证机关',
          }),
          text('副页', box(26, 158, 158, 9), {
            face: 'serif-bold',
            size: 15,
            colour: inks.deep,
            align: 'centre',
            spacing: 10,
          }),
          {
            kind: 'flow',
            box: box(26, 170, 158, 96),
            style,
            items: [
              row('证号', '{number}'),
              row('有效期', '{validity}'),
              ...pairedRows(cells.slice(half)),
              ...fieldTables(type),
              row('备注', '请随车携带并接受查验'),
            ],
          },
          pageNumber(210, 280),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', inks),
  }
}

function plate(y: number, height: number, inks: Inks): Art[] {
  return [
    { kind: 'rect', box: box(20, y, 170, height), fill: inks.tint, radius: 4 },
    {
      kind: 'waves',
      box: box(22, y + 2, 166, height - 4),
      colour: inks.wash,
      gap: 2.2,
      period: 30,
      height: 1.8,
    },
    { kind: 'rect', box: box(20, y, 170, height), stroke: inks.deep, width: 1.6, radius: 4 },
    { kind: 'rect', box: box(21.6, y + 1.6, 166.8, height - 3.2), stroke: inks.light, width: 0.5, radius: 3 },
  ]
}
