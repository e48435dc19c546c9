/** 持证主体代码类型代码 of GB/T 36903 (domain notes §1.3). */
export type HolderCodeType =
  | '001'
  | '099'
  | '111'
  | '114'
  | '115'
  | '118'
  | '119'
  | '120'
  | '122'
  | '411'
  | '412'
  | '413'
  | '414'
  | '511'
  | '516'
  | '999'

export type HolderKind = 'organisation' | 'person'

/** 持证主体 */
export interface Holder {
  readonly name: string
  readonly code: string
  readonly codeType: HolderCodeType
}
