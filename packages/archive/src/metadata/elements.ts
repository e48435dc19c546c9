import type { Words } from '@licencevault/errors'

/** One metadata element of a record (DA/T 46-2009), as its checks know it. */
export interface Element {
  /** Number in DA/T 46, where it is known for sure. */
  readonly number?: string
  readonly name: Words
  readonly kind: 'text' | 'date' | 'integer' | 'instant'
  /** In characters. */
  readonly most: number
  readonly required: boolean
  /** The only values it may have. */
  readonly values?: readonly string[]
}

const element = (
  zh: string,
  en: string,
  kind: Element['kind'],
  most: number,
  more: Partial<Element> = {},
): Element => ({ name: { en, zh }, kind, most, required: true, ...more })

/**
 * What is said about each filed case. The names are those of DA/T 46; what is said of the service item and of
 * how its case was handled, from `itemCode` on, is in the words of service-item filing, since the standard has
 * none for it.
 */
export const elements = {
  aggregation: element('聚合层次', 'aggregation level', 'text', 10, { values: ['件'] }),
  fondsName: element('全宗名称', 'name of the fonds', 'text', 300, { number: 'M5' }),
  creator: element('立档单位名称', 'creator of the fonds', 'text', 300, { number: 'M6' }),
  recordNumber: element('电子文件号', 'record number', 'text', 64),
  archivalNumber: element('档号', 'archival number', 'text', 128),
  fonds: element('全宗号', 'fonds number', 'text', 16),
  class: element('门类', 'class', 'text', 8),
  year: element('年度', 'year', 'integer', 4),
  retention: element('保管期限', 'retention', 'text', 8),
  office: element('机构或问题', 'office', 'text', 18),
  number: element('件号', 'item number', 'integer', 12),
  title: element('题名', 'title', 'text', 300, { number: 'M22' }),
  caseNumber: element('文件编号', 'document number', 'text', 100, { number: 'M31' }),
  responsible: element('责任者', 'responsible body', 'text', 300, { number: 'M32' }),
  date: element('日期', 'date', 'date', 10, { number: 'M33' }),
  fileCount: element('件数', 'count of files', 'integer', 6, { number: 'M42' }),
  language: element('语种', 'language', 'text', 16, { number: 'M44', values: ['zh-CN'] }),
  itemCode: element('事项编码', 'code of the service item', 'text', 33),
  itemVersion: element('事项版本', 'version of the service item', 'integer', 7),
  itemName: element('事项名称', 'name of the service item', 'text', 300),
  outcome: element('办理结果', 'outcome', 'text', 20, {
    values: ['granted', 'refused', 'withdrawn', 'not-accepted'],
  }),
  acceptedOn: element('受理日期', 'accepted on', 'date', 10, { required: false }),
  closedOn: element('办结日期', 'closed on', 'date', 10),
  filedOn: element('归档日期', 'filed on', 'date', 10),
  schedule: element('保管期限表号', 'number of the schedule', 'integer', 10),
  scheduleFrom: element('保管期限表生效日期', 'schedule in force from', 'date', 10),
} as const satisfies Record<string, Element>

export type ElementName = keyof typeof elements
export type ElementValue = string | number

/** The elements of one case. */
export type CaseElements = Readonly<Partial<Record<ElementName, ElementValue>>>
