import { errorsOf } from '@licencevault/errors'

/** What can go wrong with the virus scanner. */
export const scannerCodes = {
  'scanner-unavailable': {
    kind: 'unavailable',
    sentence: { en: 'The virus scanner does not answer.', zh: '病毒扫描服务没有应答。' },
    remedy: {
      en: 'Start clamd and look at its address in the settings; then file the case again.',
      zh: '请启动 clamd 并检查其地址设置，然后重新归档该办件。',
    },
  },
  'scanner-refused': {
    kind: 'unavailable',
    sentence: { en: 'The virus scanner could not scan the file: {answer}', zh: '病毒扫描未能完成：{answer}' },
    remedy: {
      en: 'Raise StreamMaxLength in clamd.conf above the largest file of a case.',
      zh: '请将 clamd.conf 中的 StreamMaxLength 设为大于办件中最大文件。',
    },
  },
} as const

export const error = errorsOf(scannerCodes)
