import type { FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { ink, rust } from './colours.ts'
import { fieldCells, fieldTables, pairedRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, pair, qr, text } from './pieces.ts'

/** 户口簿: the household's page, then its members and the changes, in tables. */
export function household(type: LicenceType): Template {
  const style: FlowStyle = {
    label: { face: 'serif-bold', size: 11, colour: rust.deep, align: 'centre', leading: 1.25 },
    value: { ...body, size: 11.5, leading: 1.45 },
    labelWidth: 30,
    rule: 'grid',
    ruleColour: rust.deep,
    ruleWidth: 0.6,
    labelFill: rust.tint,
    padding: [2, 2.2],
    minScale: 0.78,
    stretch: 0.4,
  }
  return {
    format: 'licencevault.template/1',
    name: 'household',
    orientation: 'portrait',
    sheets: [
      {
        art: [
          { kind: 'rect', box: box(12, 12, 186, 273), fill: '#fffdfb' },
          { kind: 'waves', box: box(19, 19, 172, 259), colour: rust.wash, gap: 3.4, period: 22, height: 1.2 },
          {
            kind: 'border',
            box: box(12, 12, 186, 273),
            style: 'key',
            size: 6.5,
            colour: rust.deep,
            second: rust.light,
          },
          { kind: 'line', from: [70, 52], to: [140, 52], colour: rust.deep, width: 0.8 },
          { kind: 'star', centre: [105, 52], radius: 2.2, colour: rust.deep },
        ],
        blocks: [
          text(
            '{type}',
            box(50, 26, 110, 20),
            { face: 'serif-bold', size: 34, colour: rust.deep, align: 'centre', spacing: 8 },
            { lines: 1, minSize: 16, name: '证照名称' },
          ),
          text(
            '户号：{number}',
            box(26, 58, 158, 7),
            { ...body, size: 11, align: 'right' },
            { name: '户号', lines: 1 },
          ),
          {
            kind: 'flow',
            box: box(26, 67, 158, 150),
            style,
            items: [
              pair(['申领人', '{holder}'], ['公民身份号码', '{holderCode}']),
              ...pairedRows(fieldCells(type)),
              ...fieldTables(type),
            ],
          },
          qr(28, 224, 34),
          text(
            '有效期：{validity}',
            box(28, 260, 60, 6),
            { ...body, size: 9.5 },
            { name: '有效期', lines: 1, minSize: 6 },
          ),
          text('登记机关', box(84, 233, 24, 8), { ...style.label, align: 'spread', size: 12 }),
          text('签发日期', box(84, 249.2, 24, 8), { ...style.label, align: 'spread', size: 12 }),
          ...issuer({
            centre: [148, 246],
            width: 70,
            style: { ...body, size: 12.5, leading: 1.2 },
            label: '登记机关',
            words: '户口专用章',
          }),
          text(
            '居民户口簿具有证明公民身份状况的法律效力，户主及家庭成员应当妥善保管。',
            box(26, 268, 158, 5),
            { face: 'sans', size: 7.5, colour: ink, align: 'centre' },
          ),
          pageNumber(210, 273.5),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', rust),
  }
}
