import type { FlowStyle, Template, TextStyle } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { ink, red, slate } from './colours.ts'
import { fieldCells, fieldTables, pairedRows } from './field-rows.ts'
import { body, box, furtherPage, pageNumber, row, scanned, text } from './pieces.ts'

const plain: TextStyle = { ...body, size: 11.5, leading: 1.6 }

/** 决定书, 意见书: a letter of decision whose facts stand in a grid. */
export function decision(type: LicenceType): Template {
  const style: FlowStyle = {
    label: { face: 'sans-bold', size: 11, colour: ink, align: 'centre', leading: 1.3 },
    value: { ...plain, leading: 1.45 },
    labelWidth: 34,
    rule: 'grid',
    ruleColour: '#444444',
    ruleWidth: 0.6,
    labelFill: '#f4f4f2',
    padding: [2.2, 2],
    minScale: 0.8,
    stretch: 0.25,
  }
  return {
    format: 'licencevault.template/1',
    name: 'decision',
    orientation: 'portrait',
    sheets: [
      {
        art: [
          { kind: 'rect', box: box(14, 14, 182, 269), stroke: '#9a9a9a', width: 0.5 },
          { kind: 'rect', box: box(14, 14, 182, 2.4), fill: red },
          { kind: 'line', from: [24, 63], to: [186, 63], colour: ink, width: 1.2 },
          { kind: 'line', from: [24, 64], to: [186, 64], colour: ink, width: 0.4 },
        ],
        blocks: [
          text(
            '{authority}',
            box(24, 21, 132, 9),
            { face: 'serif-bold', size: 17, colour: red, align: 'centre', spacing: 2 },
            { name: '决定机关', lines: 1, minSize: 9 },
          ),
          text(
            '{type}',
            box(24, 31, 132, 20),
            { face: 'serif-bold', size: 24, colour: ink, align: 'centre', leading: 1.3 },
            { name: '文书名称', lines: 2, minSize: 14 },
          ),
          text(
            '{number}',
            box(24, 53, 132, 7),
            { ...plain, align: 'centre' },
            { name: '文号', lines: 1, minSize: 8 },
          ),
          ...scanned(158, 22, 29, slate.deep, 6.5),
          {
            kind: 'flow',
            box: box(24, 68, 162, 200),
            style,
            items: [
              { kind: 'paragraph', text: '{holder}（统一社会信用代码：{holderCode}）：', style: plain },
              {
                kind: 'paragraph',
                text: '你单位提出的申请，经依法审查，事项及意见如下：',
                style: plain,
                indent: 2,
              },
              { kind: 'gap', height: 2 },
              ...pairedRows(fieldCells(type)),
              row('有效期', '{validity}'),
              ...fieldTables(type),
              { kind: 'gap', height: 3 },
              {
                kind: 'paragraph',
                text: '如对本决定不服，可以自收到之日起六十日内依法申请行政复议，或者在六个月内依法提起行政诉讼。',
                style: { ...plain, size: 10 },
                indent: 2,
              },
              { kind: 'gap', height: 2 },
              {
                kind: 'issuer',
                lines: ['{authority}', '{issuedOn}'],
                style: { ...plain, size: 13, align: 'centre', leading: 2.4 },
                width: 78,
                inset: 4,
                seal: { size: 40, words: '—' },
              },
            ],
          },
          pageNumber(210, 274),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', {
      ...slate,
      deep: '#444444',
      light: '#9a9a9a',
      tint: '#f4f4f2',
    }),
  }
}
