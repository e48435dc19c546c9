import type { FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { type Inks, ink, titleRed } from './colours.ts'
import { fieldCells, fieldTables, singleRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, row, scanned, text } from './pieces.ts'

const rose: Inks = { deep: '#9c3848', light: '#d9a3aa', wash: '#f7e8e9', tint: '#fcf4f4' }

/** 不动产权证书: an open book, the certificate on the left page, the register on the right. */
export function estateBook(type: LicenceType): Template {
  const style: FlowStyle = {
    label: { face: 'sans', size: 10.5, colour: rose.deep, align: 'spread', leading: 1.25 },
    value: { ...body, size: 10.5, leading: 1.4 },
    labelWidth: 32,
    rule: 'grid',
    ruleColour: rose.deep,
    ruleWidth: 0.6,
    padding: [2, 1.7],
    minScale: 0.72,
    stretch: 0.9,
  }
  return {
    format: 'licencevault.template/1',
    name: 'estate-book',
    orientation: 'landscape',
    sheets: [
      {
        art: [
          { kind: 'rect', box: box(8, 9, 281, 192), fill: rose.deep, radius: 3 },
          { kind: 'rect', box: box(11, 12, 137, 186), fill: '#fffaf7' },
          { kind: 'rect', box: box(149, 12, 137, 186), fill: '#fffaf7' },
          { kind: 'waves', box: box(11, 12, 137, 186), colour: rose.wash, gap: 2.4, period: 20, height: 1.4 },
          {
            kind: 'waves',
            box: box(149, 12, 137, 186),
            colour: rose.wash,
            gap: 2.4,
            period: 20,
            height: 1.4,
          },
          { kind: 'rosette', centre: [79.5, 92], radius: 44, petals: 54, colour: rose.wash },
          {
            kind: 'border',
            box: box(16, 17, 127, 176),
            style: 'rope',
            size: 4,
            colour: rose.deep,
            second: rose.light,
          },
          {
            kind: 'path',
            d: 'M 145.5 12 C 147.5 12 148 14 148.5 17 C 149 14 149.5 12 151.5 12 L 151.5 198 C 149.5 198 149 196 148.5 194 C 148 196 147.5 198 145.5 198 Z',
            fill: '#efdcd9',
          },
          { kind: 'line', from: [148.5, 13], to: [148.5, 197], colour: '#c9a7a5', width: 0.6 },
        ],
        blocks: [
          text(
            '{type}',
            box(28, 32, 103, 24),
            { face: 'serif-bold', size: 30, colour: titleRed, align: 'centre', spacing: 5, leading: 1.25 },
            { lines: 2, minSize: 16, name: '证照名称' },
          ),
          text(
            '根据有关法律法规，为保护不动产权利人合法权益，对权利人申请登记的本证所列不动产权利，经审查核实，准予登记，颁发此证。',
            box(30, 66, 99, 40),
            { face: 'serif', size: 13, colour: ink, align: 'justify', leading: 1.9 },
          ),
          ...scanned(27, 142, 32, rose.deep),
          ...issuer({
            centre: [101, 152],
            width: 68,
            style: { ...body, size: 12.5, leading: 1.2 },
            size: 42,
            label: '登记机构',
            words: '不动产登记专用章',
          }),
          text(
            '{number}',
            box(157, 17, 121, 8),
            { ...body, size: 12, align: 'right' },
            { name: '证号', lines: 1, minSize: 8 },
          ),
          {
            kind: 'flow',
            box: box(157, 27, 121, 162),
            style,
            items: [
              row('权利人', '{holder}'),
              row('证件号码', '{holderCode}'),
              ...singleRows(fieldCells(type)),
              row('登记有效期', '{validity}'),
              ...fieldTables(type),
            ],
          },
          text('第 {page} 页 / 共 {pages} 页', box(157, 191.5, 121, 5), {
            face: 'sans',
            size: 7,
            colour: rose.deep,
            align: 'centre',
          }),
        ],
      },
    ],
    continuation: furtherPage(type, 'landscape', rose),
  }
}
