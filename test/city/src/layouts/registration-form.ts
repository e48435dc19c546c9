import type { FlowStyle, Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { grey, ink, slate } from './colours.ts'
import { fieldCells, fieldTables, pairedRows } from './field-rows.ts'
import { body, box, furtherPage, issuer, pageNumber, pair, qr, text } from './pieces.ts'
import { holderLabels } from './words.ts'

/** 备案表: a form, grid from edge to edge, with the authority's entry in its last cell. */
export function registrationForm(type: LicenceType): Template {
  const holder = holderLabels(type)
  const style: FlowStyle = {
    label: { face: 'sans', size: 10.5, colour: ink, align: 'centre', leading: 1.3 },
    value: { ...body, size: 10.5, leading: 1.45 },
    labelWidth: 33,
    rule: 'grid',
    ruleColour: '#222222',
    ruleWidth: 0.6,
    padding: [2, 2.2],
    minScale: 0.76,
    stretch: 1.1,
  }
  return {
    format: 'licencevault.template/1',
    name: 'registration-form',
    orientation: 'portrait',
    sheets: [
      {
        art: [
          { kind: 'rect', box: box(21, 58, 168, 213), stroke: ink, width: 1.4 },
          { kind: 'line', from: [22, 224], to: [188, 224], colour: '#222222', width: 0.6 },
          { kind: 'line', from: [42, 224], to: [42, 270], colour: '#222222', width: 0.6 },
        ],
        blocks: [
          text(
            '{type}',
            box(22, 22, 134, 20),
            { face: 'serif-bold', size: 25, colour: ink, align: 'centre', spacing: 2, leading: 1.2 },
            { lines: 2, minSize: 14, name: '名称' },
          ),
          text(
            '编号：{number}',
            box(22, 48, 134, 7),
            { ...body, size: 10.5 },
            { name: '编号', lines: 1, minSize: 7 },
          ),
          text(
            '有效期：{validity}',
            box(90, 48, 99, 7),
            { ...body, size: 10.5, align: 'right' },
            { name: '有效期', lines: 1, minSize: 7 },
          ),
          qr(160, 18, 28),
          {
            kind: 'flow',
            box: box(22, 59, 166, 165),
            style,
            items: [
              pair([holder.name, '{holder}'], [holder.code, '{holderCode}']),
              ...pairedRows(fieldCells(type)),
              ...fieldTables(type),
            ],
          },
          text('备案登记机关意见', box(26, 228, 12, 38), {
            face: 'sans',
            size: 10.5,
            colour: ink,
            align: 'centre',
            leading: 1.7,
          }),
          text('经审核，材料齐全，符合法定形式，予以登记。', box(48, 225.5, 132, 7.5), { ...body, size: 11 }),
          ...issuer({
            centre: [146, 249.5],
            width: 74,
            style: { ...body, size: 12, leading: 1.25 },
            size: 40,
            label: '登记机关',
          }),
          text('本表由电子证照系统生成，与纸质文件具有同等效力。', box(22, 272, 120, 5), {
            face: 'sans',
            size: 7.5,
            colour: grey,
          }),
          pageNumber(210, 279),
        ],
      },
    ],
    continuation: furtherPage(type, 'portrait', { ...slate, deep: ink, light: '#666666', tint: '#f6f6f6' }),
  }
}
