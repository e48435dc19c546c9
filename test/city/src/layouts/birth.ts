import type { FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { grey, type Inks, titleRed } from './colours.ts'
import { fieldCells, fieldTables, pairedRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, row, scanned, text } from './pieces.ts'

const leaf: Inks = { deep: '#2e8b57', light: '#93cfa6', wash: '#e4f4e9', tint: '#f4fbf6' }
const joy: Inks = { deep: '#c0272d', light: '#eba6a0', wash: '#fce9e7', tint: '#fef6f5' }

/** 出生医学证明, 结婚证: leaves all round; green for a birth, red with a double portrait for a couple. */
export function birth(type: LicenceType): Template {
  const couple = type.maxHolders > 1
  const inks = couple ? joy : leaf
  const label = { face: 'serif-bold', size: 11.5, colour: inks.deep } as const
  const style: FlowStyle = {
    label: { ...label, align: 'spread', leading: 1.25 },
    value: { ...body, size: 11.5, leading: 1.45 },
    labelWidth: 32,
    rule: 'lines',
    ruleColour: inks.light,
    ruleWidth: 0.6,
    padding: [2.4, 1.8],
    minScale: 0.75,
    stretch: 0.9,
  }
  const holders = couple
    ? [1, 2].flatMap((place) => [
        row('持证人', `{holder.${place}}`),
        row('公民身份号码', `{holderCode.${place}}`),
      ])
    : [row('母亲姓名', '{holder}'), row('公民身份号码', '{holderCode}')]
  const top = couple ? 118 : 76
  return {
    format: 'licencevault.template/1',
    name: 'birth',
    orientation: 'portrait',
    sheets: [
      {
        art: [
          { kind: 'rect', box: box(12, 12, 186, 273), fill: inks.tint, radius: 3 },
          { kind: 'waves', box: box(24, 24, 162, 249), colour: inks.wash, gap: 3, period: 24, height: 2.2 },
          { kind: 'rosette', centre: [105, 150], radius: 56, petals: 36, colour: inks.wash },
          {
            kind: 'border',
            box: box(12, 12, 186, 273),
            style: 'leaf',
            size: 11,
            colour: inks.deep,
            second: inks.light,
          },
          { kind: 'rect', box: box(24.6, 24.6, 160.8, 247.8), stroke: inks.light, width: 0.8, radius: 4 },
          ...(couple
            ? [
                {
                  kind: 'rect' as const,
                  box: box(77, 74, 56, 40),
                  fill: '#ffffff',
                  stroke: inks.light,
                  width: 0.6,
                },
              ]
            : []),
        ],
        blocks: [
          text(
            '{type}',
            box(32, 31, 146, 20),
            {
              face: 'serif-bold',
              size: 36,
              colour: couple ? titleRed : inks.deep,
              align: 'centre',
              spacing: 6,
            },
            { lines: 1, minSize: 18, name: '证照名称' },
          ),
          text(
            type.nameEn.toUpperCase(),
            box(32, 51, 146, 6),
            { face: 'sans', size: 9, colour: inks.deep, align: 'centre', spacing: 1 },
            { minSize: 5 },
          ),
          text(
            '编号：{number}',
            box(32, 61, 146, 7),
            { ...body, size: 11, align: 'right' },
            { name: '编号', lines: 1 },
          ),
          ...(couple
            ? [
                {
                  kind: 'photo' as const,
                  box: box(78.5, 75.5, 53, 37),
                  text: '双方照片',
                  style: { ...body, colour: grey, align: 'centre' as const, spacing: 3 },
                },
              ]
            : []),
          {
            kind: 'flow',
            box: box(31, top, 148, 216 - top),
            style,
            items: [
              ...holders,
              ...pairedRows(fieldCells(type)),
              row('有效期', '{validity}'),
              ...fieldTables(type),
            ],
          },
          ...scanned(34, 223, 33, inks.deep),
          text(couple ? '登记机关' : '签发机构', box(84, 229, 24, 8), { ...label, align: 'spread' }),
          text(couple ? '登记日期' : '签发日期', box(84, 245.2, 24, 8), { ...label, align: 'spread' }),
          ...issuer({
            centre: [146, 242],
            width: 66,
            style: { ...body, size: 12, leading: 1.2 },
            label: '签发机构',
            words: couple ? '婚姻登记专用章' : '出生医学证明专用章',
          }),
          pageNumber(210, 266),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', inks),
  }
}
