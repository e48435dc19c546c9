import type { Words } from '@licencevault/errors'
import type { StartRule } from '../retention/start-rule.ts'

export const filingScopes = {
  required: { en: 'required', zh: '必须归档' },
  optional: { en: 'optional', zh: '可以归档' },
  'not-filed': { en: 'not filed', zh: '不归档' },
} as const satisfies Record<string, Words>

export type FilingScope = keyof typeof filingScopes

/** 共享利用范围. */
export const sharingScopes = {
  public: { en: 'public', zh: '公开' },
  internal: { en: 'internal', zh: '内部' },
  'on-application': { en: 'on application', zh: '依申请' },
  none: { en: 'not shared', zh: '不予' },
} as const satisfies Record<string, Words>

export type SharingScope = keyof typeof sharingScopes

export const purposes = {
  approval: { en: 'handling an application', zh: '审批办事' },
  enforcement: { en: 'law enforcement', zh: '执法检查' },
  judicial: { en: 'judicial proceedings', zh: '司法办案' },
  audit: { en: 'audit and supervision', zh: '审计监督' },
  holder: { en: 'the party’s own enquiry', zh: '当事人查询' },
  research: { en: 'research and compilation', zh: '研究编纂' },
  statistics: { en: 'statistics', zh: '统计分析' },
} as const satisfies Record<string, Words>

export type Purpose = keyof typeof purposes

/** In which form a file is given, each giving more than the one before. */
export const forms = {
  list: { en: 'list entry', zh: '目录' },
  extract: { en: 'extract', zh: '摘录' },
  copy: { en: 'copy', zh: '复制件' },
  'certified-copy': { en: 'certified copy', zh: '证明性复制件' },
} as const satisfies Record<string, Words>

export type Form = keyof typeof forms

export const consents = {
  none: { en: 'no consent needed', zh: '无需同意' },
  holder: { en: 'consent of the party', zh: '当事人同意' },
  office: { en: 'consent of the office that formed it', zh: '形成单位同意' },
  both: { en: 'consent of both', zh: '当事人和形成单位同意' },
} as const satisfies Record<string, Words>

export type Consent = keyof typeof consents

/** 共享利用范围及条件: who may use it, for what, in which form, with whose consent, until when. */
export interface Sharing {
  readonly scope: SharingScope
  /** Under `internal`: the only bodies that may, by USCC; any authority, if it is left out. */
  readonly readers?: readonly string[]
  readonly purposes: readonly Purpose[]
  readonly forms: readonly Form[]
  readonly consent: Consent
  /** Last day on which it may be used; `null` for no end. */
  readonly until: string | null
}

/** Where a rule says nothing, the item's rule holds. */
export interface Rule {
  /** `Y`, `D30`, `D10`, or an explicit term such as `P15Y`. */
  readonly retention: string
  readonly start: StartRule
  /** Under `EVENT`: the event's word, such as `project-completed`. */
  readonly event?: string
  readonly sharing: Sharing
}

export interface MaterialRule extends Partial<Rule> {
  readonly material: string
  readonly filing: FilingScope
  /** Where a situation of the item asks for another filing scope: scope by its code. */
  readonly situations?: Readonly<Record<string, FilingScope>>
}

export interface ItemSchedule extends Rule {
  readonly item: string
  readonly itemVersion: number
  /** 门类: the archival class of its cases, such as `XK`. */
  readonly class: string
  readonly materials: readonly MaterialRule[]
}

/** 归档范围、保管期限和共享利用条件表: data that becomes an act once somebody else approves it. */
export interface Schedule {
  readonly format: 'licencevault.schedule/1'
  readonly title: string
  readonly items: readonly ItemSchedule[]
}

/** The rule of a material: what it says itself, and the item's for the rest. */
export function ruleOf(item: ItemSchedule, material?: MaterialRule): Rule {
  const start = material?.start ?? item.start
  const event = material?.start === undefined ? item.event : material.event
  return {
    retention: material?.retention ?? item.retention,
    start,
    ...(event !== undefined && { event }),
    sharing: material?.sharing ?? item.sharing,
  }
}

/**
 * The filing scope of a material in a case of these situations. Where several of them speak, the strictest
 * holds: what one situation requires is required.
 */
export function filingScopeOf(rule: MaterialRule, situations: readonly string[]): FilingScope {
  const said = situations.flatMap((code) => rule.situations?.[code] ?? [])
  if (said.length === 0) return rule.filing
  return said.includes('required') ? 'required' : said.includes('optional') ? 'optional' : 'not-filed'
}
