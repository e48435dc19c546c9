import type { Words } from '@licencevault/errors'

/** All that the page says by itself; what it says of a licence comes from the report. */
export const words = {
  skip: { en: 'Skip to the result', zh: '跳到核验结果' },
  brand: { en: 'Electronic licence vault', zh: '可信电子证照库' },
  title: { en: 'Is this licence real, and in force?', zh: '这份证照是真的吗？现在有效吗？' },
  lead: {
    en: 'Choose the licence file, or scan the code printed on the paper with your phone’s camera.',
    zh: '请选择证照文件；纸质证照请用手机相机扫描上面的二维码。',
  },
  choose: { en: 'Choose or drop a licence file (PDF)', zh: '选择证照文件（PDF），或拖放到此处' },
  chooseHint: { en: 'At most {most} MB', zh: '不超过 {most} MB' },
  privacy: {
    en: 'The check runs in your browser: the file and the code are sent to nobody.',
    zh: '核验在您的浏览器中进行，文件和二维码内容不会上传。',
  },
  reading: { en: 'Checking …', zh: '正在核验……' },
  licence: { en: 'Licence', zh: '证照' },
  number: { en: 'Number', zh: '证照编号' },
  identifier: { en: 'Identifier', zh: '证照标识' },
  holder: { en: 'Holder', zh: '持证主体' },
  authority: { en: 'Issued by', zh: '颁发机构' },
  issuedOn: { en: 'Issued on', zh: '颁发日期' },
  validity: { en: 'Valid', zh: '有效期' },
  from: { en: 'from {from} to {until}', zh: '{from}至{until}' },
  indefinite: { en: 'no end', zh: '长期' },
  untrusted: {
    en: 'What the file says of itself. Do not rely on it.',
    zh: '以下为文件自身所载内容，不可采信。',
  },
  compare: {
    en: 'Compare with the paper in your hand: another text there means it was changed.',
    zh: '请与手中的纸质证照核对；内容不一致即说明纸面被改动。',
  },
  checks: { en: 'All {count} checks', zh: '全部 {count} 项检查' },
  passed: { en: 'passed', zh: '通过' },
  failed: { en: 'failed', zh: '不通过' },
  undetermined: { en: 'undetermined', zh: '无法判定' },
  skipped: { en: 'not checked', zh: '未检查' },
  statusTitle: { en: 'Current status', zh: '当前状态' },
  statusAsk: {
    en: 'Whether it was suspended or revoked since is not in the file. Asking sends its identifier to the vault, and nothing else.',
    zh: '颁发后是否被暂扣、吊销等，文件本身无法得知。查询时只向证照库发送证照标识。',
  },
  statusButton: { en: 'Ask for the current status', zh: '查询当前状态' },
  statusAsking: { en: 'Asking …', zh: '正在查询……' },
  statusAt: { en: 'As recorded at {at}.', zh: '截至 {at} 的登记。' },
  statusFailed: {
    en: 'The vault did not answer. What is said above stands; try again later.',
    zh: '证照库未答复。以上结论不受影响，请稍后重试。',
  },
  tooLarge: {
    en: 'This file is larger than {most} MB: no licence is.',
    zh: '该文件超过 {most} MB，证照文件不会这么大。',
  },
  insecure: {
    en: 'This page was not opened over HTTPS, so your browser cannot check signatures. Open it with https://.',
    zh: '本页不是通过 HTTPS 打开的，浏览器无法核验签名。请使用 https:// 地址打开。',
  },
  trustFailed: {
    en: 'The list of authorities could not be loaded, so nothing can be checked. Reload the page.',
    zh: '未能取得机构名录，无法核验。请重新加载本页。',
  },
  trust: {
    en: 'Judged by list of authorities no. {sequence}, issued {issuedAt}, next update {nextUpdate}.',
    zh: '依据机构名录第 {sequence} 号（签发于 {issuedAt}，下次更新 {nextUpdate}）。',
  },
} as const satisfies Record<string, Words>

export type WordName = keyof typeof words
export type Language = 'en' | 'zh'
