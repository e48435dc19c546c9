import type { FlowStyle, Item, Template, TextStyle } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { ink, red, slate } from './colours.ts'
import { fieldCells, fieldTables } from './field-rows.ts'
import { box, furtherPage, pageNumber, qr, text } from './pieces.ts'

const letter: TextStyle = { face: 'serif', size: 13.5, colour: ink, leading: 1.75, align: 'justify' }

/** 红头文件: the authority in red over a double line, number, title, body, closing lines with the seal. */
export function approvalLetter(type: LicenceType): Template {
  const style: FlowStyle = {
    label: { ...letter, face: 'serif-bold', size: 12.5, align: 'centre' },
    value: letter,
    labelWidth: 36,
    rule: 'grid',
    ruleColour: ink,
    ruleWidth: 0.5,
    padding: [2, 1.5],
    minScale: 0.82,
  }
  const subject = type.fields.projectName ? '{fields.projectName}' : '{holder}'
  return {
    format: 'licencevault.template/1',
    name: 'approval-letter',
    orientation: 'portrait',
    sheets: [
      {
        art: [
          { kind: 'line', from: [26, 71], to: [184, 71], colour: red, width: 2.2 },
          { kind: 'line', from: [26, 72.6], to: [184, 72.6], colour: red, width: 0.7 },
          { kind: 'line', from: [26, 268], to: [184, 268], colour: ink, width: 0.9 },
          { kind: 'line', from: [26, 275.5], to: [184, 275.5], colour: ink, width: 0.5 },
        ],
        blocks: [
          text(
            '{authority}文件',
            box(26, 35, 158, 24),
            { face: 'serif-bold', size: 46, colour: red, align: 'spread' },
            { lines: 1, minSize: 17, name: '发文机关' },
          ),
          text(
            '{number}',
            box(26, 61, 158, 8),
            { ...letter, align: 'centre' },
            { name: '文号', lines: 1, minSize: 9 },
          ),
          text(
            `关于${subject}的批复`,
            box(32, 77, 146, 19),
            { face: 'serif-bold', size: 19, colour: ink, align: 'centre', leading: 1.5 },
            { name: '标题', minSize: 12 },
          ),
          {
            kind: 'flow',
            box: box(28, 98, 154, 169),
            style,
            items: body(type),
          },
          text('{type}', box(27, 268, 120, 7.5), { ...letter, size: 10 }, { name: '文种', lines: 1 }),
          text(
            '签发日期：{issuedOn}',
            box(120, 268, 63, 7.5),
            { ...letter, size: 10, align: 'right' },
            { lines: 1 },
          ),
          qr(160, 9, 24),
          pageNumber(210, 280),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', { ...slate, deep: red, light: '#b9b9b9' }),
  }
}

const numerals = '一二三四五六七八九十'

function body(type: LicenceType): Item[] {
  const paragraph = (content: string, indent = 2): Item => ({ kind: 'paragraph', text: content, indent })
  const lists = Object.entries(type.fields).filter(
    ([, schema]) => schema.type === 'array' && schema.items?.type === 'string',
  )
  const long = lists.filter(([name]) => name === 'demands').map(([name]) => name)
  const cells = fieldCells(type, long)
  const said = cells.map((cell, index) =>
    paragraph(`${numerals[index] ?? index + 1}、${cell.label}：${cell.value}`),
  )
  return [
    paragraph('{holder}（统一社会信用代码{holderCode}）：', 0),
    paragraph('你单位报送的申请及有关材料收悉。经审查，现批复如下：'),
    ...said,
    ...fieldTables(type),
    ...long.flatMap((name): Item[] => [
      paragraph(`${numerals[cells.length] ?? cells.length + 1}、${type.fields[name]?.title ?? ''}`),
      { kind: 'paragraph', text: '{row}', each: name, indent: 2 },
    ]),
    paragraph('本批复有效期：{validity}。此复。'),
    { kind: 'gap', height: 3 },
    {
      kind: 'issuer',
      lines: ['{authority}', '{issuedOn}'],
      style: { ...letter, align: 'centre', leading: 2.4 },
      width: 82,
      inset: 4,
      seal: { size: 42, words: '—' },
    },
  ]
}
