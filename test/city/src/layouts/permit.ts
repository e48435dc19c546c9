import type { FlowStyle, Item, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { ink, inksOf } from './colours.ts'
import { fieldCells, fieldTables, singleRows } from './field-rows.ts'
import { body, box, furtherPage, pageNumber, qr, text } from './pieces.ts'
import { holderLabels } from './words.ts'

/** 许可证: upright, a guilloche border, label and value on ruled lines. */
export function permit(type: LicenceType): Template {
  const inks = inksOf(type)
  const holder = holderLabels(type)
  const style: FlowStyle = {
    label: { face: 'sans-bold', size: 12, colour: inks.deep, align: 'spread' },
    value: { ...body, size: 12, leading: 1.5 },
    labelWidth: 38,
    rule: 'lines',
    ruleColour: inks.light,
    ruleWidth: 0.5,
    padding: [2.5, 1.6],
    minScale: 0.72,
    stretch: 0.9,
  }
  const row = (label: string, value: string): Item => ({ kind: 'row', cells: [{ label, value }] })
  return {
    format: 'licencevault.template/1',
    name: 'permit',
    orientation: 'portrait',
    sheets: [
      {
        art: [
          { kind: 'waves', box: box(21, 21, 168, 255), colour: inks.wash, gap: 3.2, period: 34, height: 1.6 },
          { kind: 'rosette', centre: [105, 158], radius: 52, petals: 48, colour: inks.wash },
          {
            kind: 'border',
            box: box(11, 11, 188, 275),
            style: 'guilloche',
            size: 9,
            colour: inks.deep,
            second: inks.light,
          },
        ],
        blocks: [
          text(
            '{type}',
            box(30, 31, 150, 22),
            { face: 'serif-bold', size: 36, colour: '#b01c22', align: 'centre', spacing: 4 },
            { lines: 2, minSize: 18, name: '证照名称' },
          ),
          text(
            '许可证编号：{number}',
            box(30, 57, 150, 7),
            { face: 'sans', size: 11, colour: ink, align: 'right' },
            { name: '许可证编号' },
          ),
          {
            kind: 'flow',
            box: box(28, 68, 154, 136),
            style,
            items: [
              row(holder.name, '{holder}'),
              row(holder.code, '{holderCode}'),
              ...singleRows(fieldCells(type)),
              ...fieldTables(type),
              row('有效期', '{validity}'),
            ],
          },
          qr(30, 222, 36),
          text('扫描二维码核验真伪', box(24, 259, 48, 5), {
            face: 'sans',
            size: 7.5,
            colour: inks.deep,
            align: 'centre',
          }),
          text('发证机关：', box(84, 222, 26, 9), {
            face: 'sans-bold',
            size: 12,
            colour: inks.deep,
            align: 'right',
          }),
          text(
            '{authority}',
            box(111, 217, 71, 19),
            { ...body, size: 13, align: 'centre' },
            { name: '发证机关' },
          ),
          text('发证日期：', box(84, 240, 26, 9), {
            face: 'sans-bold',
            size: 12,
            colour: inks.deep,
            align: 'right',
          }),
          text(
            '{issuedOn}',
            box(111, 240, 71, 9),
            { ...body, size: 13, align: 'centre' },
            { name: '发证日期' },
          ),
          { kind: 'seal', centre: [148, 237], size: 40 },
          pageNumber(210, 267),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', inks),
  }
}
