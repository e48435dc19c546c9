import type { Art, FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { ink, rust } from './colours.ts'
import { fieldCells, fieldTables, pairedRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, pair, qr, text } from './pieces.ts'
import { holderLabels } from './words.ts'

const amber = '#e8a317'
const dark = '#27313f'

/** 通行证: a banner to be read from afar, through a windscreen or on a site. */
export function pass(type: LicenceType): Template {
  const holder = holderLabels(type)
  const place = type.name.includes('车辆') ? '请置于挡风玻璃右下角，并随车携带' : '请在现场醒目处公示'
  const style: FlowStyle = {
    label: { face: 'sans-bold', size: 11, colour: dark, align: 'centre', leading: 1.25 },
    value: { ...body, size: 11.5, leading: 1.4 },
    labelWidth: 34,
    rule: 'grid',
    ruleColour: '#8b93a0',
    ruleWidth: 0.6,
    labelFill: '#fbf3df',
    padding: [2.2, 1.8],
    minScale: 0.72,
    stretch: 0.8,
  }
  return {
    format: 'licencevault.template/1',
    name: 'pass',
    orientation: 'landscape',
    sheets: [
      {
        art: [
          { kind: 'rect', box: box(10, 10, 277, 190), stroke: dark, width: 2.4 },
          { kind: 'rect', box: box(10, 15.5, 277, 40.5), fill: dark },
          ...stripes(10, 5.5),
          ...stripes(56, 4),
          { kind: 'waves', box: box(13, 62, 271, 134), colour: '#f6efe0', gap: 5, period: 70, height: 3 },
        ],
        blocks: [
          text(
            '{type}',
            box(20, 20, 257, 25),
            { face: 'sans-bold', size: 44, colour: '#ffffff', align: 'centre', spacing: 8 },
            { lines: 1, minSize: 20, name: '证照名称' },
          ),
          text(
            '{number}',
            box(20, 45, 257, 8),
            { face: 'sans', size: 13, colour: amber, align: 'centre', spacing: 1 },
            { lines: 1, minSize: 8, name: '编号' },
          ),
          {
            kind: 'flow',
            box: box(20, 65, 182, 110),
            style,
            items: [
              pair([holder.name, '{holder}'], [holder.code, '{holderCode}']),
              ...pairedRows(fieldCells(type)),
              ...fieldTables(type),
            ],
          },
          qr(224, 66, 38),
          text('扫码核验本证', box(216, 104.5, 54, 5), {
            face: 'sans',
            size: 8,
            colour: dark,
            align: 'centre',
          }),
          ...issuer({
            centre: [243, 141],
            width: 70,
            style: { ...body, size: 12.5, leading: 1.2 },
            size: 40,
            label: '核发机关',
          }),
          text('有效期', box(20, 180, 34, 13), {
            face: 'sans-bold',
            size: 14,
            colour: dark,
            align: 'centre',
            spacing: 3,
          }),
          text(
            '{validity}',
            box(56, 180, 146, 13),
            { face: 'sans-bold', size: 20, colour: '#a8231f', align: 'left', spacing: 1 },
            { lines: 1, minSize: 10, name: '有效期' },
          ),
          text(place, box(206, 182, 74, 9), {
            face: 'sans',
            size: 9,
            colour: ink,
            align: 'right',
          }),
          pageNumber(297, 193.5),
        ],
      },
    ],
    continuation: furtherPage(type, 'landscape', { ...rust, deep: dark, light: '#8b93a0', tint: '#fbf3df' }),
  }
}

/** A warning band of slanting bars. */
function stripes(y: number, height: number): Art[] {
  const bars: string[] = []
  for (let x = 12; x < 276; x += 14)
    bars.push(`M ${x} ${y + height} L ${x + 4} ${y} L ${x + 11} ${y} L ${x + 7} ${y + height} Z`)
  return [
    { kind: 'rect', box: box(10, y, 277, height), fill: amber },
    { kind: 'path', d: bars.join(' '), fill: dark },
  ]
}
