import type { VaultError } from '@licencevault/errors'
import { error } from '../codes.ts'

/** What is counted in a PDF, as a sentence calls it; trees go by the name of their root. */
const counted = {
  attachments: { en: 'attachments', zh: '附件' },
  EmbeddedFiles: { en: 'attachments', zh: '附件' },
  Fields: { en: 'form fields', zh: '表单域' },
  filters: { en: 'filters on one stream', zh: '单个数据流的过滤器' },
  objects: { en: 'objects', zh: '对象' },
  Pages: { en: 'pages', zh: '页面' },
  revisions: { en: 'revisions', zh: '修订版本' },
  signatures: { en: 'signatures', zh: '签名' },
  values: { en: 'values', zh: '值' },
} as const

export type Counted = keyof typeof counted

/** The error `pdf-too-many`. */
export function tooMany(what: Counted, limit: number): VaultError {
  const { en, zh } = counted[what]
  return error('pdf-too-many', { what: en, whatZh: zh, limit })
}
