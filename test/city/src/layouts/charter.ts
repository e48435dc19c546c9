import type { FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { gold, ink, red } from './colours.ts'
import { type FieldCell, fieldCells, fieldTables, singleRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, qr, row, text } from './pieces.ts'
import { holderLabels } from './words.ts'

const umber = '#5c4012'

/** 营业执照: a landscape certificate with a gold border and two columns. */
export function charter(type: LicenceType): Template {
  const holder = holderLabels(type)
  const label = { face: 'serif-bold', size: 12, colour: umber } as const
  const style: FlowStyle = {
    label: { ...label, align: 'spread' },
    value: { ...body, size: 11.5, leading: 1.5, align: 'justify' },
    labelWidth: 30,
    rule: 'none',
    padding: [2, 1.5],
    minScale: 0.66,
    stretch: 0.6,
  }
  const cells = fieldCells(type)
  const onTheRight = (cell: FieldCell) => cell.short || cell.name === 'domicile' || cell.name === 'premises'
  return {
    format: 'licencevault.template/1',
    name: 'charter',
    orientation: 'landscape',
    sheets: [
      {
        art: [
          { kind: 'rect', box: box(10, 10, 277, 190), fill: '#fdfaf2' },
          { kind: 'waves', box: box(20, 20, 257, 170), colour: gold.wash, gap: 2.6, period: 26, height: 1.3 },
          { kind: 'rosette', centre: [148.5, 118], radius: 60, petals: 60, colour: gold.wash },
          {
            kind: 'border',
            box: box(10, 10, 277, 190),
            style: 'leaf',
            size: 9,
            colour: gold.deep,
            second: gold.light,
          },
          { kind: 'rect', box: box(20.2, 20.2, 256.6, 169.6), stroke: gold.deep, width: 1.4 },
          { kind: 'rosette', centre: [148.5, 31], radius: 7, petals: 24, colour: gold.deep },
          { kind: 'star', centre: [148.5, 31], radius: 3.2, colour: red },
        ],
        blocks: [
          text(
            '{type}',
            box(78, 39, 141, 23),
            { face: 'serif-bold', size: 46, colour: ink, align: 'centre', spacing: 10 },
            { lines: 1, minSize: 17, name: '证照名称' },
          ),
          text(holder.code, box(30, 27, 56, 6), { face: 'serif-bold', size: 10.5, colour: umber }),
          text(
            '{holderCode}',
            box(30, 33.5, 60, 6),
            { ...body, size: 12 },
            { name: holder.code, lines: 1, minSize: 8 },
          ),
          text(
            '编号：{number}',
            box(30, 40.5, 50, 9),
            { ...body, size: 8, leading: 1.3 },
            { name: '编号', minSize: 5.5 },
          ),
          qr(238, 25, 33),
          text('扫码核验照面信息', box(230, 58.5, 49, 4), {
            face: 'sans',
            size: 6.5,
            colour: gold.deep,
            align: 'centre',
          }),
          {
            kind: 'flow',
            box: box(30, 69, 128, 112),
            style,
            items: [
              row(holder.name, '{holder}'),
              ...singleRows(cells.filter((cell) => !onTheRight(cell))),
              ...fieldTables(type),
            ],
          },
          {
            kind: 'flow',
            box: box(166, 69, 102, 62),
            style,
            items: [
              ...singleRows(cells.filter((cell) => cell.short)),
              row('有效期限', '{validity}'),
              ...singleRows(cells.filter((cell) => onTheRight(cell) && !cell.short)),
            ],
          },
          text('登记机关', box(168, 144.5, 26, 8), { ...label, size: 13, align: 'spread' }),
          ...issuer({
            centre: [233, 158],
            width: 72,
            style: { ...body, size: 13, leading: 1.25 },
            size: 42,
            label: '登记机关',
          }),
          pageNumber(297, 184),
        ],
      },
    ],
    continuation: furtherPage(type, 'landscape', gold),
  }
}
