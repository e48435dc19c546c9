import type { Words } from '@licencevault/errors'
import { startRules } from '../retention/start-rule.ts'
import { isTerm, readTerm } from '../retention/term.ts'
import { consents, filingScopes, forms, purposes, sharingScopes } from './schedule.ts'

/** The columns of the spreadsheet, in order. A header in either language is read. */
export const columns = {
  item: { en: 'Item code', zh: '事项编码' },
  itemVersion: { en: 'Item version', zh: '事项版本' },
  itemName: { en: 'Item', zh: '事项名称' },
  class: { en: 'Class', zh: '门类' },
  material: { en: 'Material code', zh: '材料编码' },
  materialName: { en: 'Material', zh: '材料名称' },
  filing: { en: 'Filing scope', zh: '归档范围' },
  situations: { en: 'Filing scope by situation', zh: '情形归档范围' },
  retention: { en: 'Retention', zh: '保管期限' },
  start: { en: 'Counted from', zh: '起算规则' },
  event: { en: 'Event', zh: '起算事件' },
  scope: { en: 'Sharing', zh: '共享范围' },
  readers: { en: 'Readers', zh: '利用单位' },
  purposes: { en: 'Purposes', zh: '利用目的' },
  forms: { en: 'Forms', zh: '利用形式' },
  consent: { en: 'Consent', zh: '同意条件' },
  until: { en: 'Shared until', zh: '共享截止日' },
} as const satisfies Record<string, Words>

export type Column = keyof typeof columns

export const columnNames = Object.keys(columns) as readonly Column[]

/** The words that stand in cells, by column. */
const vocabularies = {
  filing: filingScopes,
  start: startRules,
  scope: sharingScopes,
  purposes,
  forms,
  consent: consents,
} as const satisfies Partial<Record<Column, Readonly<Record<string, Words>>>>

export type Vocabulary = keyof typeof vocabularies

/** The code that a cell's word stands for: the code itself, or its name in either language. */
export function codeOf(column: Vocabulary, word: string): string | undefined {
  const vocabulary: Readonly<Record<string, Words>> = vocabularies[column]
  if (Object.hasOwn(vocabulary, word)) return word
  return Object.keys(vocabulary).find(
    (code) => vocabulary[code]?.zh === word || vocabulary[code]?.en.toLowerCase() === word.toLowerCase(),
  )
}

const SPOKEN = /^(?:([0-9]{1,3})年)?(?:([0-9]{1,4})个月)?(?:([0-9]{1,5})[日天])?$/

/** The retention that a cell names: its code, or the Chinese words for it. */
export function retentionIn(cell: string): string | undefined {
  const text = cell.normalize('NFKC').replaceAll(' ', '').toUpperCase()
  if (isTerm(text)) return text
  if (text === '永久' || text === 'PERMANENT') return 'Y'
  if (text === '30年' || text === '10年') return `D${text.slice(0, 2)}`
  const match = SPOKEN.exec(text)
  if (!match || text === '') return undefined
  const [, years, months, days] = match
  const code = `P${years ? `${years}Y` : ''}${months ? `${months}M` : ''}${days ? `${days}D` : ''}`
  return isTerm(code) ? code : undefined
}

/** How a retention stands in a cell: 永久, 30年, or the code where words would not lead back to it. */
export function retentionCell(code: string): string {
  const { zh } = readTerm(code).name
  return retentionIn(zh) === code ? zh : code
}
