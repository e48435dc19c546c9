import type { FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { gold, type Inks, ink, titleRed } from './colours.ts'
import { fieldCells, fieldTables, singleRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, row, scanned, text } from './pieces.ts'

const jade: Inks = { deep: '#4c7a5e', light: '#b7a468', wash: '#e9f0e8', tint: '#f4f8f3' }

/** 规划许可证: the grant in large letters on the left, what it covers on the right. */
export function planPermit(type: LicenceType): Template {
  const style: FlowStyle = {
    label: { face: 'serif-bold', size: 11.5, colour: ink, align: 'centre', leading: 1.3 },
    value: { ...body, size: 11, leading: 1.45 },
    labelWidth: 34,
    rule: 'grid',
    ruleColour: '#5d6b60',
    ruleWidth: 0.7,
    padding: [2.4, 2],
    minScale: 0.72,
    stretch: 1,
  }
  return {
    format: 'licencevault.template/1',
    name: 'plan-permit',
    orientation: 'landscape',
    sheets: [
      {
        art: [
          { kind: 'rect', box: box(10, 10, 277, 190), fill: '#fbfcf8' },
          { kind: 'waves', box: box(19, 19, 259, 172), colour: jade.wash, gap: 3, period: 40, height: 2 },
          { kind: 'rosette', centre: [83, 96], radius: 52, petals: 56, colour: jade.wash },
          {
            kind: 'border',
            box: box(10, 10, 277, 190),
            style: 'scale',
            size: 8,
            colour: jade.deep,
            second: gold.light,
          },
          { kind: 'rect', box: box(19.5, 19.5, 258, 171), stroke: gold.deep, width: 0.9 },
        ],
        blocks: [
          text(
            '{type}',
            box(27, 28, 112, 30),
            { face: 'serif-bold', size: 30, colour: titleRed, align: 'centre', spacing: 3, leading: 1.3 },
            { lines: 2, minSize: 18, name: '证照名称' },
          ),
          text(
            '编号：{number}',
            box(27, 60, 112, 8),
            { ...body, size: 12, align: 'centre' },
            { name: '编号', lines: 1, minSize: 8 },
          ),
          text(
            '　　根据有关法律法规规定，经审核，本建设项目符合国土空间规划和用途管制要求，颁发此证。',
            box(32, 76, 102, 52),
            { face: 'serif', size: 16.5, colour: ink, align: 'left', leading: 1.95 },
            { valign: 'top' },
          ),
          ...scanned(30, 143, 34, jade.deep),
          ...issuer({
            centre: [104, 158],
            width: 68,
            style: { ...body, size: 13, leading: 1.2 },
            size: 42,
            label: '发证机关',
          }),
          {
            kind: 'flow',
            box: box(148, 28, 122, 138),
            style,
            items: [
              row('建设单位（个人）', '{holder}'),
              row('代码', '{holderCode}'),
              ...singleRows(fieldCells(type)),
              row('有效期', '{validity}'),
              ...fieldTables(type),
            ],
          },
          text(
            '遵守事项：本证是经审核准予建设的法律凭证；未经发证机关许可，本证的各项规定不得随意变更；本证所需附图与附件由发证机关依法确定，与本证具有同等法律效力。',
            box(148, 169, 122, 16),
            { face: 'sans', size: 8, colour: '#4a4a4a', align: 'justify', leading: 1.5 },
            { valign: 'top' },
          ),
          pageNumber(297, 184.8),
        ],
      },
    ],
    continuation: furtherPage(type, 'landscape', jade),
  }
}
