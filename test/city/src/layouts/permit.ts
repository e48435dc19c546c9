import type { FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { ink, inksOf, titleRed } from './colours.ts'
import { fieldCells, fieldTables, singleRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, qr, row, text } from './pieces.ts'
import { holderLabels } from './words.ts'

/** 许可证: upright, a guilloche border, label and value on ruled lines. */
export function permit(type: LicenceType): Template {
  const inks = inksOf(type)
  const holder = holderLabels(type)
  const label = { face: 'sans-bold', size: 11.5, colour: inks.deep } as const
  const style: FlowStyle = {
    label: { ...label, align: 'spread' },
    value: { ...body, size: 12, leading: 1.5 },
    labelWidth: 40,
    rule: 'lines',
    ruleColour: inks.light,
    ruleWidth: 0.5,
    padding: [2.5, 1.6],
    minScale: 0.72,
    stretch: 0.9,
  }
  return {
    format: 'licencevault.template/1',
    name: 'permit',
    orientation: 'portrait',
    sheets: [
      {
        art: [
          { kind: 'waves', box: box(21, 21, 168, 255), colour: inks.wash, gap: 3.2, period: 34, height: 1.6 },
          { kind: 'rosette', centre: [105, 146], radius: 52, petals: 48, colour: inks.wash },
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
            box(28, 30, 154, 24),
            { face: 'serif-bold', size: 36, colour: titleRed, align: 'centre', spacing: 4, leading: 1.2 },
            { lines: 2, minSize: 17, name: '证照名称' },
          ),
          text(
            '许可证编号：{number}',
            box(28, 57, 154, 7),
            { face: 'sans', size: 11, colour: ink, align: 'right' },
            { name: '许可证编号' },
          ),
          {
            kind: 'flow',
            box: box(28, 68, 154, 142),
            style,
            items: [
              row(holder.name, '{holder}'),
              row(holder.code, '{holderCode}'),
              ...singleRows(fieldCells(type)),
              ...fieldTables(type),
              row('有效期', '{validity}'),
            ],
          },
          qr(30, 221, 36),
          text('扫描二维码核验真伪', box(24, 257.5, 48, 5), {
            face: 'sans',
            size: 7.5,
            colour: inks.deep,
            align: 'centre',
          }),
          text('发证机关', box(84, 226.5, 24, 8), { ...label, align: 'spread' }),
          text('发证日期', box(84, 242.7, 24, 8), { ...label, align: 'spread' }),
          ...issuer({
            centre: [148, 239.5],
            width: 70,
            style: { ...body, size: 12.5, leading: 1.25 },
            label: '发证机关',
          }),
          pageNumber(210, 267),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', inks),
  }
}
