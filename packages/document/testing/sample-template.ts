import type { Template } from '../src/template.ts'

const ink = '#1c1c1c'
const plain = { face: 'sans', size: 11, colour: ink } as const
const style = {
  label: { ...plain, face: 'sans-bold' },
  value: plain,
  labelWidth: 34,
  rule: 'grid',
  padding: [2, 2],
} as const

/** A plain template for the sample type: every kind of block and item once. */
export const sampleTemplate: Template = {
  format: 'licencevault.template/1',
  name: 'sample',
  orientation: 'portrait',
  sheets: [
    {
      art: [
        {
          kind: 'border',
          box: { x: 10, y: 10, width: 190, height: 277 },
          style: 'guilloche',
          size: 8,
          colour: '#2b5f94',
        },
        { kind: 'line', from: [30, 56], to: [180, 56], colour: ink, width: 0.5, dash: [2, 1] },
        { kind: 'path', d: 'M 20 20 L 24 20 C 24 22 22 24 20 24 Z', fill: '#c8161d' },
      ],
      blocks: [
        {
          kind: 'text',
          box: { x: 30, y: 30, width: 150, height: 16 },
          text: '{type}',
          style: { face: 'serif-bold', size: 30, colour: ink, align: 'centre' },
          lines: 1,
        },
        {
          kind: 'text',
          box: { x: 30, y: 48, width: 150, height: 6 },
          text: '编号：{number}',
          style: plain,
          name: '编号',
        },
        {
          kind: 'flow',
          box: { x: 30, y: 60, width: 150, height: 130 },
          style,
          items: [
            { kind: 'row', cells: [{ label: '名称', value: '{holder}' }] },
            {
              kind: 'row',
              cells: [
                { label: '法定代表人', value: '{fields.representative}' },
                { label: '成立日期', value: '{fields.founded|date}' },
              ],
            },
            { kind: 'row', cells: [{ label: '经营场所', value: '{fields.premises}' }] },
            { kind: 'row', cells: [{ label: '经营范围', value: '{fields.scope}' }] },
            { kind: 'gap', height: 3 },
            { kind: 'paragraph', text: '（{index}）{row}', each: 'items', indent: 2 },
            {
              kind: 'table',
              field: 'stores',
              title: '仓库',
              columns: [
                { title: '名称', value: '{row.name}' },
                { title: '地址', value: '{row.address}', share: 3 },
              ],
            },
            { kind: 'row', cells: [{ label: '有效期', value: '{validity}' }] },
          ],
        },
        { kind: 'photo', box: { x: 160, y: 20, width: 20, height: 26 }, text: '照片', style: plain },
        { kind: 'qr', box: { x: 30, y: 225, width: 34, height: 34 } },
        {
          kind: 'text',
          box: { x: 110, y: 230, width: 70, height: 8 },
          text: '{authority}',
          style: plain,
          name: '发证机关',
        },
        { kind: 'text', box: { x: 110, y: 244, width: 70, height: 8 }, text: '{issuedOn}', style: plain },
        { kind: 'seal', centre: [145, 241], size: 40 },
        { kind: 'text', box: { x: 30, y: 270, width: 150, height: 5 }, text: '{page}/{pages}', style: plain },
      ],
    },
  ],
  continuation: {
    art: [],
    blocks: [
      {
        kind: 'text',
        box: { x: 30, y: 20, width: 150, height: 8 },
        text: '{type} {number} {page}/{pages}',
        style: plain,
      },
      { kind: 'flow', box: { x: 30, y: 35, width: 150, height: 230 }, style, items: [] },
    ],
  },
}
