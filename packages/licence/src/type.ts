import type { HolderKind } from './holder.ts'

/** One face field: a JSON Schema (2020-12 subset) whose words are shown to people. */
export interface FieldSchema {
  readonly type: 'string' | 'integer' | 'boolean' | 'array' | 'object'
  /** The label printed on the face, Chinese. */
  readonly title: string
  /** The label in English, for reports and forms. */
  readonly titleEn: string
  /** In characters, not UTF-16 code units. */
  readonly minLength?: number
  /** In characters; 4,000 unless told. */
  readonly maxLength?: number
  /** ECMAScript with the flag u, anchored `^…$`; tried on texts of at most 128 characters. */
  readonly pattern?: string
  readonly format?: 'date'
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: FieldSchema
  readonly minItems?: number
  /** 200 unless told. */
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, FieldSchema>>
  /** The names of `properties`, each once, as they are shown. */
  readonly order?: readonly string[]
  readonly required?: readonly string[]
}

/** 证照类型: data, not code. A new kind of licence is a new value of this shape. */
export interface LicenceType {
  readonly format: 'licencevault.type/1'
  /** 证照类型代码, 21 characters: defining authority's USCC and a serial of three digits. */
  readonly code: string
  readonly version: number
  readonly name: string
  readonly nameEn: string
  /** 证照 licence · 批文 approval · 证明 certificate */
  readonly kind: 'licence' | 'approval' | 'certificate'
  readonly definingAuthority: { readonly code: string; readonly name: string }
  /** Civil dates between which this version may be issued, both inside; always, if it is left out. */
  readonly inForce?: { readonly from: string; readonly until: string | null }
  readonly holderKinds: readonly HolderKind[]
  readonly maxHolders: number
  /** Face fields by name. Nothing else may stand in a statement's `fields`. */
  readonly fields: Readonly<Record<string, FieldSchema>>
  /** The names of `fields`, each once, as they are shown: canonical JSON keeps no order of members. */
  readonly order: readonly string[]
  readonly required: readonly string[]
  readonly numbering: NumberingRule
  readonly validity: ValidityRule
  /** USCCs of the authorities that may issue it. */
  readonly issuingAuthorities: readonly string[]
  /** SHA-256 of the template's canonical JSON, lower-case hex. */
  readonly template: string
  /** 一人一证: at most one valid licence of this type per holder. */
  readonly onePerHolder: boolean
  /** Retention class of the case that issues it: 永久 Y, 30年 D30, 10年 D10. */
  readonly retention: 'Y' | 'D30' | 'D10'
}

/**
 * How the licence number (证照编号) is written. `pattern` is text with tokens: `{year}` four digits,
 * `{area}` six digits of the authority's division, `{serial:N}` N digits counted per type, authority
 * and year, `{holder}` the holder's code (a driving licence bears the resident ID).
 */
export interface NumberingRule {
  readonly pattern: string
}

/**
 * Which validity a licence of the type may have. `fixed`: exactly one of the terms; `range`: any end
 * between the two; `indefinite`: 长期 only. `orIndefinite` allows 长期 beside the terms.
 */
export type ValidityRule =
  | { readonly kind: 'indefinite' }
  | { readonly kind: 'fixed'; readonly terms: readonly Term[]; readonly orIndefinite?: boolean }
  | { readonly kind: 'range'; readonly min: Term; readonly max: Term; readonly orIndefinite?: boolean }

export interface Term {
  readonly years?: number
  readonly months?: number
  readonly days?: number
}
