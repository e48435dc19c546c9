import type { LicenceType } from '@licencevault/licence'

/** What the holder's lines are called, by the kinds of holder that the type allows. */
export function holderLabels(type: LicenceType): { readonly name: string; readonly code: string } {
  const person = type.holderKinds.includes('person')
  const organisation = type.holderKinds.includes('organisation')
  if (person && organisation) return { name: '持证主体', code: '主体代码' }
  return person ? { name: '姓名', code: '公民身份号码' } : { name: '名称', code: '统一社会信用代码' }
}

/** The number's label, by what the document is. */
export function numberLabel(type: LicenceType): string {
  return /(批复|决定书|意见书)$/.test(type.name) ? '文号' : '证号'
}
