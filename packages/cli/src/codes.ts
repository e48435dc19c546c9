import { errorsOf } from '@licencevault/errors'

/** Word codes of wrong calls to the command line. */
const codes = {
  'file-not-readable': {
    kind: 'missing',
    sentence: { en: 'The file {file} cannot be read: {why}.', zh: '无法读取文件 {file}：{whyZh}。' },
    remedy: { en: 'Check the path and its permissions.', zh: '请检查路径和访问权限。' },
  },
  'file-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The file {file} has {size} bytes; at most {limit} are read.',
      zh: '文件 {file} 有 {size} 字节，最多读取 {limit} 字节。',
    },
    remedy: {
      en: 'A licence file is far smaller; check that this is the right file.',
      zh: '证照文件远小于此，请确认文件是否正确。',
    },
  },
  'time-not-readable': {
    kind: 'invalid',
    sentence: { en: '"{text}" is not a time.', zh: '“{text}”不是有效的时间。' },
    remedy: {
      en: 'Write an instant as in 2026-11-23T09:00:00Z, or a date as in 2026-11-23 (its beginning in UTC).',
      zh: '请写成 2026-11-23T09:00:00Z，或日期 2026-11-23（按 UTC 零点）。',
    },
  },
  'language-unknown': {
    kind: 'invalid',
    sentence: { en: '"{text}" is no language this speaks.', zh: '不支持语言“{text}”。' },
    remedy: { en: 'Write --lang en or --lang zh.', zh: '请写 --lang en 或 --lang zh。' },
  },
} as const

export const error = errorsOf(codes)
