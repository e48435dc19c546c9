export type { Holder, HolderCodeType, HolderKind } from './holder.ts'
export type { Fields, FieldValue, Statement } from './statement.ts'
export type { FieldSchema, LicenceType, NumberingRule, Term, ValidityRule } from './type.ts'
