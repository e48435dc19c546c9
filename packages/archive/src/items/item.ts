import type { Words } from '@licencevault/errors'

/** Types of service items: the nine of administrative power with “other”, and public service. */
export const itemTypes = {
  permit: { en: 'administrative permit', zh: '行政许可' },
  penalty: { en: 'administrative penalty', zh: '行政处罚' },
  coercion: { en: 'administrative coercion', zh: '行政强制' },
  levy: { en: 'administrative levy', zh: '行政征收' },
  payment: { en: 'administrative payment', zh: '行政给付' },
  inspection: { en: 'administrative inspection', zh: '行政检查' },
  confirmation: { en: 'administrative confirmation', zh: '行政确认' },
  award: { en: 'administrative award', zh: '行政奖励' },
  ruling: { en: 'administrative ruling', zh: '行政裁决' },
  other: { en: 'other administrative power', zh: '其他行政权力' },
  service: { en: 'public service', zh: '公共服务' },
} as const satisfies Record<string, Words>

export type ItemType = keyof typeof itemTypes

/** How far an item can be done online (网上办理深度). */
export const onlineDepths = {
  none: { en: 'at the counter only', zh: '仅窗口办理' },
  information: { en: 'information online', zh: '网上提供办事指南' },
  download: { en: 'forms for download', zh: '网上下载表格' },
  application: { en: 'application online', zh: '网上申报' },
  whole: { en: 'wholly online', zh: '全程网办' },
} as const satisfies Record<string, Words>

export type OnlineDepth = keyof typeof onlineDepths

export const categories = {
  application: { en: 'application material', zh: '申请材料' },
  process: { en: 'process material', zh: '过程材料' },
  result: { en: 'result material', zh: '结果材料' },
} as const satisfies Record<string, Words>

export type Category = keyof typeof categories

export const origins = {
  government: { en: 'formed by an authority', zh: '政府核发' },
  applicant: { en: 'the applicant’s own', zh: '申请人自备' },
  'third-party': { en: 'from a third party', zh: '第三方' },
} as const satisfies Record<string, Words>

export type Origin = keyof typeof origins

/** 情形: in which circumstances something is asked for. */
export interface Situation {
  /** Two digits. */
  readonly code: string
  readonly name: string
  readonly nameEn: string
}

export interface Material {
  /** Unique within the item: `A01` application, `P01` process, `R01` result. */
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly category: Category
  readonly origin: Origin
  /** Codes of the situations in which it occurs; in all of them, if it is left out. */
  readonly situations?: readonly string[]
  /** Types of which a licence in force satisfies it (免提交), any one of them; of a result: which it produces. */
  readonly licenceTypes?: readonly string[]
  /** Where an authority's fact is fetched from, if no licence carries it. */
  readonly source?: string
  /** Why it cannot be fetched yet: what an authority formed is either fetched or a gap with a name. */
  readonly gap?: string
}

export interface ItemAttributes {
  /** 最多跑一次: one visit at most. */
  readonly oneVisit: boolean
  /** 一证通办: an identity card and nothing else. */
  readonly oneCard: boolean
  readonly onlineDepth: OnlineDepth
  /** 办理时限: working days the city allows for a case. */
  readonly decisionDays: number
  /** 归档时限: calendar days allowed from closing a case to filing it. */
  readonly filingDays: number
}

/** 政务服务事项: data, not code. */
export interface ServiceItem {
  readonly format: 'licencevault.item/1'
  /** Implementation code (31) or, of a variant, business code (33). */
  readonly code: string
  /** From 1; whatever is changed in an item makes another version. */
  readonly version: number
  readonly name: string
  readonly nameEn: string
  readonly type: ItemType
  /** The body that carries it out; its code begins the item's. */
  readonly authority: { readonly code: string; readonly name: string }
  readonly attributes: ItemAttributes
  readonly situations: readonly Situation[]
  readonly materials: readonly Material[]
}
