import type { FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { grey, inksOf } from './colours.ts'
import { fieldCells, fieldTables, singleRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, row, scanned, text } from './pieces.ts'

/** 执业证书: a person, the portrait beside the fields, under a broad band of colour. */
export function practitioner(type: LicenceType): Template {
  const inks = inksOf(type)
  const label = { face: 'sans-bold', size: 11.5, colour: inks.deep } as const
  const style: FlowStyle = {
    label: { ...label, align: 'spread' },
    value: { ...body, size: 12, leading: 1.45 },
    labelWidth: 34,
    rule: 'lines',
    ruleColour: inks.light,
    ruleWidth: 0.5,
    padding: [2, 1.8],
    minScale: 0.75,
    stretch: 0.8,
  }
  const cells = singleRows(fieldCells(type))
  return {
    format: 'licencevault.template/1',
    name: 'practitioner',
    orientation: 'portrait',
    sheets: [
      {
        art: [
          {
            kind: 'rect',
            box: box(16, 16, 178, 265),
            fill: '#ffffff',
            stroke: inks.deep,
            width: 1.2,
            radius: 5,
          },
          { kind: 'waves', box: box(18, 76, 174, 203), colour: inks.wash, gap: 4, period: 58, height: 2.4 },
          {
            kind: 'path',
            d: 'M 16 21 C 16 18 18 16 21 16 L 189 16 C 192 16 194 18 194 21 L 194 58 C 150 70 60 70 16 58 Z',
            fill: inks.deep,
          },
          { kind: 'path', d: 'M 16 60.5 C 60 72.5 150 72.5 194 60.5', stroke: inks.light, width: 1.4 },
          { kind: 'rosette', centre: [172, 38], radius: 18, petals: 40, colour: inks.light },
          { kind: 'rect', box: box(24.8, 82.8, 40.4, 52.4), fill: '#ffffff', stroke: inks.light, width: 0.6 },
        ],
        blocks: [
          text(
            '{type}',
            box(24, 24, 128, 22),
            { face: 'serif-bold', size: 30, colour: '#ffffff', align: 'left', spacing: 3, leading: 1.2 },
            { lines: 1, minSize: 14, name: '证照名称' },
          ),
          text(
            type.nameEn.toUpperCase(),
            box(24.5, 47, 140, 6),
            { face: 'sans', size: 8, colour: '#ffffff', align: 'left', spacing: 0.6 },
            { minSize: 4.5 },
          ),
          {
            kind: 'photo',
            box: box(26, 84, 38, 50),
            text: '照片',
            style: { face: 'sans', size: 13, colour: grey, align: 'centre', spacing: 4 },
          },
          {
            kind: 'flow',
            box: box(72, 80, 114, 56),
            style,
            items: [
              row('姓名', '{holder}'),
              row('公民身份号码', '{holderCode}'),
              row('证书编号', '{number}'),
              row('有效期', '{validity}'),
            ],
          },
          { kind: 'flow', box: box(26, 142, 160, 78), style, items: [...cells, ...fieldTables(type)] },
          ...scanned(28, 226, 32, inks.deep),
          text('发证机关', box(76, 230, 24, 8), { ...label, align: 'spread' }),
          text('发证日期', box(76, 246.2, 24, 8), { ...label, align: 'spread' }),
          ...issuer({
            centre: [145, 243],
            width: 74,
            style: { ...body, size: 12.5, leading: 1.25 },
            label: '发证机关',
          }),
          text('本证书供本人执业使用，不得转借、涂改、出租。', box(26, 265.5, 160, 5), {
            face: 'sans',
            size: 8,
            colour: inks.deep,
            align: 'centre',
          }),
          pageNumber(210, 272),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', inks),
  }
}
