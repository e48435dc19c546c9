import type { Words } from '@licencevault/errors'

/** What a change is about. `{where}` names page and field, as far as there are any. */
export const subjects = {
  evidence: {
    en: 'Evidence for checking a signature was added (certificates, revocation data)',
    zh: '追加了用于验证签名的证据（证书、吊销信息）',
  },
  timestamp: { en: 'A document time-stamp was added', zh: '追加了文档时间戳' },
  'evidence-changed': {
    en: 'What the file keeps as evidence for its signatures was changed',
    zh: '文件保存的签名验证证据被更改',
  },
  seal: { en: 'A signature was added{where}', zh: '追加了签名{where}' },
  'seal-shown': {
    en: 'A signature was added that shows something where nothing was planned{where}',
    zh: '追加了可见签名，而该位置此前没有预留签名域{where}',
  },
  'seal-field': { en: 'An empty field for a signature was added{where}', zh: '追加了空白签名域{where}' },
  'seal-changed': { en: 'A signature that stood there was changed{where}', zh: '已有的签名被更改{where}' },
  'field-value': { en: 'A form field was filled in or changed{where}', zh: '填写或更改了表单域{where}' },
  'field-appearance': {
    en: 'A form field looks different though its value is the same{where}',
    zh: '表单域的值未变而外观被更改{where}',
  },
  'field-added': {
    en: 'A form field that is no signature was added{where}',
    zh: '追加了并非签名的表单域{where}',
  },
  field: { en: 'The definition of a form field was changed{where}', zh: '表单域的定义被更改{where}' },
  form: { en: 'How the form is filled in was changed', zh: '表单的填写设置被更改' },
  annotation: {
    en: 'An annotation was added, changed or removed{where}',
    zh: '注释被追加、更改或删除{where}',
  },
  metadata: { en: 'Data about the document was changed', zh: '文档元数据被更改' },
  content: { en: 'What a page shows was changed{where}', zh: '页面内容被更改{where}' },
  font: { en: 'A font was exchanged or changed{where}', zh: '字体被替换或更改{where}' },
  graphic: {
    en: 'A picture or form that is drawn was exchanged or changed{where}',
    zh: '所绘制的图片或表单对象被替换或更改{where}',
  },
  resources: { en: 'What a page is drawn with was changed{where}', zh: '页面的绘制资源被更改{where}' },
  page: { en: 'A page was changed{where}', zh: '页面被更改{where}' },
  pages: {
    en: 'Pages were added, removed, exchanged or put in another order',
    zh: '页面被增加、删除、替换或调换顺序',
  },
  attachment: {
    en: 'An attachment was added, removed or exchanged',
    zh: '附件被追加、删除或替换',
  },
  action: {
    en: 'What the file does when it is opened or used was changed{where}',
    zh: '文件打开或使用时的动作被更改{where}',
  },
  layers: { en: 'Which layers are shown was changed', zh: '图层的显示设置被更改' },
  permissions: { en: 'The certification of the document was changed', zh: '文档的认证被更改' },
  document: { en: 'A part of the document was changed', zh: '文档的组成部分被更改' },
  root: {
    en: 'The document was exchanged for another one within the file',
    zh: '文件中的文档被替换为另一份',
  },
  unlisted: {
    en: 'There are bytes that belong to no object, which other programs may read as some',
    zh: '存在不属于任何对象的字节，其他程序可能将其读作对象',
  },
} as const satisfies Readonly<Record<string, Words>>

/** What a change is about, as a stable word. */
export type Subject = keyof typeof subjects

/** Page and field as the end of a sentence. */
export function whereOf({ page, field }: { page?: number; field?: string }): Words {
  const en = [page === undefined ? '' : `page ${page}`, field === undefined ? '' : `field “${field}”`]
  const zh = [page === undefined ? '' : `第 ${page} 页`, field === undefined ? '' : `域“${field}”`]
  const said = (parts: string[], before: string, between: string, after: string) => {
    const given = parts.filter((part) => part !== '')
    return given.length > 0 ? `${before}${given.join(between)}${after}` : ''
  }
  return { en: said(en, ' (', ', ', ')'), zh: said(zh, '（', '，', '）') }
}
