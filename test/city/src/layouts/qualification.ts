import type { FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { gold, type Inks, ink } from './colours.ts'
import { fieldCells, fieldTables, pairedRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, pair, qr, text } from './pieces.ts'
import { holderLabels } from './words.ts'

const navy: Inks = { deep: '#1f3f77', light: '#b08d3e', wash: '#eaeff7', tint: '#f5f7fb' }

/** 资质证书: everything about one middle axis, a fret border in blue and gold. */
export function qualification(type: LicenceType): Template {
  const holder = holderLabels(type)
  const style: FlowStyle = {
    label: { face: 'sans-bold', size: 11, colour: navy.deep, align: 'spread', leading: 1.25 },
    value: { ...body, size: 11.5, leading: 1.45 },
    labelWidth: 34,
    rule: 'lines',
    ruleColour: '#c3cfe2',
    ruleWidth: 0.6,
    padding: [2.4, 1.7],
    minScale: 0.74,
    stretch: 0.7,
  }
  return {
    format: 'licencevault.template/1',
    name: 'qualification',
    orientation: 'landscape',
    sheets: [
      {
        art: [
          { kind: 'waves', box: box(20, 20, 257, 170), colour: navy.wash, gap: 3.4, period: 48, height: 2.6 },
          { kind: 'rosette', centre: [148.5, 105], radius: 66, petals: 64, colour: navy.wash },
          {
            kind: 'border',
            box: box(10, 10, 277, 190),
            style: 'key',
            size: 7,
            colour: navy.deep,
            second: gold.deep,
          },
          { kind: 'rect', box: box(19, 19, 259, 172), stroke: gold.deep, width: 1.6 },
          { kind: 'rect', box: box(20.2, 20.2, 256.6, 169.6), stroke: gold.light, width: 0.5 },
          { kind: 'path', d: 'M 96 64 L 201 64', stroke: gold.deep, width: 0.8 },
          { kind: 'path', d: 'M 148.5 61.8 L 150.7 64 L 148.5 66.2 L 146.3 64 Z', fill: gold.deep },
        ],
        blocks: [
          text(
            '{type}',
            box(40, 27, 217, 22),
            { face: 'serif-bold', size: 38, colour: navy.deep, align: 'centre', spacing: 7 },
            { lines: 1, minSize: 20, name: '证照名称' },
          ),
          text(
            type.nameEn.toUpperCase(),
            box(40, 50, 217, 6),
            { face: 'sans', size: 8.5, colour: gold.deep, align: 'centre', spacing: 1.2 },
            { minSize: 5 },
          ),
          text(
            '证书编号：{number}',
            box(40, 56, 217, 6),
            { ...body, size: 10.5, align: 'centre' },
            { name: '证书编号', lines: 1 },
          ),
          text(
            '{holder}',
            box(40, 68, 217, 15),
            { face: 'serif-bold', size: 23, colour: ink, align: 'centre', spacing: 2 },
            { name: holder.name, minSize: 12 },
          ),
          {
            kind: 'flow',
            box: box(44, 86, 209, 64),
            style,
            items: [
              pair([holder.code, '{holderCode}'], ['有效期', '{validity}']),
              ...pairedRows(fieldCells(type)),
              ...fieldTables(type),
            ],
          },
          qr(44, 153, 32),
          text('扫码核验', box(78, 170, 30, 5), { face: 'sans', size: 7.5, colour: navy.deep }),
          text('发证机关', box(140, 159.5, 26, 8), { ...style.label, size: 12 }),
          text('发证日期', box(140, 174.8, 26, 8), { ...style.label, size: 12 }),
          ...issuer({
            centre: [212, 171.5],
            width: 74,
            style: { ...body, size: 12.5, leading: 1.2 },
            size: 38,
            label: '发证机关',
          }),
          pageNumber(297, 184.5),
        ],
      },
    ],
    continuation: furtherPage(type, 'landscape', navy),
  }
}
