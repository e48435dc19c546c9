import { defineItem, type ItemSchedule, type ServiceItem } from '../src/index.ts'

/** A small item with one situation, and the table that goes with it. */
export const foodItem: ServiceItem = defineItem({
  format: 'licencevault.item/1',
  code: '11339900MB9X00023D3000131005001',
  version: 1,
  name: '食品经营许可（新办）',
  nameEn: 'Food business licence: new',
  type: 'permit',
  authority: { code: '11339900MB9X00023D', name: '云汀市市场监督管理局' },
  attributes: { oneVisit: true, oneCard: false, onlineDepth: 'whole', decisionDays: 15, filingDays: 30 },
  situations: [{ code: '01', name: '利用自动售货设备', nameEn: 'By vending machine' }],
  materials: [
    { code: 'A01', name: '申请书', nameEn: 'Application', category: 'application', origin: 'applicant' },
    {
      code: 'A02',
      name: '营业执照',
      nameEn: 'Business licence',
      category: 'application',
      origin: 'government',
      licenceTypes: ['11339900MB9X00023D001'],
    },
    {
      code: 'A03',
      name: '放置地点清单',
      nameEn: 'List of locations',
      category: 'application',
      origin: 'applicant',
      situations: ['01'],
    },
    {
      code: 'P01',
      name: '受理通知书',
      nameEn: 'Notice of acceptance',
      category: 'process',
      origin: 'government',
    },
    {
      code: 'R01',
      name: '食品经营许可证',
      nameEn: 'Food business licence',
      category: 'result',
      origin: 'government',
      licenceTypes: ['11339900MB9X00023D004'],
    },
  ],
})

export const foodSchedule: ItemSchedule = {
  item: foodItem.code,
  itemVersion: 1,
  class: 'XK',
  retention: 'D10',
  start: 'NEXT_JAN_1_AFTER_CLOSE',
  sharing: {
    scope: 'internal',
    purposes: ['approval', 'enforcement', 'holder'],
    forms: ['list', 'extract', 'copy'],
    consent: 'none',
    until: null,
  },
  materials: [
    { material: 'A01', filing: 'required' },
    { material: 'A02', filing: 'not-filed' },
    { material: 'A03', filing: 'optional', situations: { '01': 'required' } },
    { material: 'P01', filing: 'required' },
    {
      material: 'R01',
      filing: 'required',
      retention: 'D30',
      start: 'LICENCE_END',
      sharing: {
        scope: 'public',
        purposes: ['holder'],
        forms: ['list'],
        consent: 'none',
        until: '2040-12-31',
      },
    },
  ],
}
