import type { FlowStyle, Item, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { gold, ink } from './colours.ts'
import { fieldCells, fieldTables, singleRows } from './field-rows.ts'
import { box, furtherPage, pageNumber, qr, song, text } from './pieces.ts'
import { holderLabels } from './words.ts'

/** 营业执照: a landscape certificate with a gold border and two columns. */
export function charter(type: LicenceType): Template {
  const holder = holderLabels(type)
  const style: FlowStyle = {
    label: { face: 'serif-bold', size: 12.5, colour: '#5c4012', align: 'spread' },
    value: { ...song, size: 12.5, leading: 1.5 },
    labelWidth: 30,
    rule: 'none',
    padding: [2, 1.5],
    minScale: 0.66,
    stretch: 0.5,
  }
  const cells = fieldCells(type)
  const row = (label: string, value: string): Item => ({ kind: 'row', cells: [{ label, value }] })
  return {
    format: 'licencevault.template/1',
    name: 'charter',
    orientation: 'landscape',
    sheets: [
      {
        art: [
          { kind: 'rect', box: box(10, 10, 277, 190), fill: '#fdfaf2' },
          { kind: 'waves', box: box(20, 20, 257, 170), colour: gold.wash, gap: 2.6, period: 26, height: 1.3 },
          { kind: 'rosette', centre: [148.5, 112], radius: 62, petals: 60, colour: gold.wash },
          {
            kind: 'border',
            box: box(10, 10, 277, 190),
            style: 'leaf',
            size: 9,
            colour: gold.deep,
            second: gold.light,
          },
          { kind: 'rect', box: box(20.2, 20.2, 256.6, 169.6), stroke: gold.deep, width: 1.4 },
          { kind: 'rosette', centre: [148.5, 30], radius: 7, petals: 24, colour: gold.deep },
          { kind: 'star', centre: [148.5, 30], radius: 3.2, colour: '#c8161d' },
        ],
        blocks: [
          text(
            '{type}',
            box(70, 38, 157, 22),
            { face: 'serif-bold', size: 46, colour: '#1c1c1c', align: 'centre', spacing: 10 },
            { lines: 1, minSize: 20, name: '证照名称' },
          ),
          text(`${holder.code}`, box(30, 28, 50, 6), { face: 'serif-bold', size: 10.5, colour: '#5c4012' }),
          text(
            '{holderCode}',
            box(30, 34, 56, 6),
            { face: 'sans-bold', size: 11, colour: ink },
            { name: holder.code, lines: 1, minSize: 8 },
          ),
          text(
            '编号：{number}',
            box(30, 40.5, 56, 5),
            { face: 'sans', size: 8, colour: ink },
            { name: '编号', minSize: 5.5 },
          ),
          qr(236, 26, 32),
          text('扫码核验照面信息', box(228, 58.5, 48, 4), {
            face: 'sans',
            size: 6.5,
            colour: gold.deep,
            align: 'centre',
          }),
          {
            kind: 'flow',
            box: box(30, 68, 122, 112),
            style,
            items: [
              row(holder.name, '{holder}'),
              ...singleRows(cells.filter((cell) => !cell.short)),
              ...fieldTables(type),
            ],
          },
          {
            kind: 'flow',
            box: box(160, 68, 108, 64),
            style,
            items: [...singleRows(cells.filter((cell) => cell.short)), row('有效期限', '{validity}')],
          },
          text('登记机关', box(170, 141, 26, 9), {
            face: 'serif-bold',
            size: 14,
            colour: '#5c4012',
            align: 'spread',
          }),
          text(
            '{authority}',
            box(199, 137, 68, 17),
            { ...song, size: 13.5, align: 'centre' },
            { name: '登记机关' },
          ),
          text(
            '{issuedOn}',
            box(199, 162, 68, 9),
            { ...song, size: 14, align: 'centre' },
            { name: '颁发日期' },
          ),
          { kind: 'seal', centre: [233, 156], size: 42 },
          pageNumber(297, 184),
        ],
      },
    ],
    continuation: furtherPage(type, 'landscape', gold),
  }
}
