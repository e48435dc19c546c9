import { errorsOf } from '@licencevault/errors'

/** What can be wrong with a case package. */
export const packageCodes = {
  'package-path-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The file name “{path}” cannot be kept: {problem}.',
      zh: '文件名“{path}”不能保存：{problemZh}。',
    },
    remedy: { en: 'Rename the file and send it again.', zh: '请改名后重新提交。' },
  },
  'package-path-twice': {
    kind: 'invalid',
    sentence: {
      en: 'Two files of the case are named “{path}”.',
      zh: '同一办件中有两个文件名为“{path}”。',
    },
    remedy: {
      en: 'Rename one of them; names that differ in letter case only count as the same.',
      zh: '请改名其中之一；仅大小写不同的名称视为相同。',
    },
  },
  'package-too-many-files': {
    kind: 'exhausted',
    sentence: { en: 'A case has at most {most} files.', zh: '一个办件最多 {most} 个文件。' },
    remedy: {
      en: 'Split the case, or send only what is to be filed.',
      zh: '请拆分办件，或只提交应归档的文件。',
    },
  },
  'package-damaged': {
    kind: 'invalid',
    sentence: {
      en: 'The case package cannot be read: {problem}.',
      zh: '归档信息包无法读取：{problemZh}。',
    },
    remedy: {
      en: 'Restore it from a replica, and run the fixity check over its neighbours.',
      zh: '请从副本恢复，并对同批信息包进行固化核验。',
    },
  },
  'package-file-missing': {
    kind: 'missing',
    sentence: { en: 'The package holds no file “{path}”.', zh: '归档信息包中没有文件“{path}”。' },
    remedy: { en: 'Ask for the list of its files first.', zh: '请先查询其文件目录。' },
  },
} as const

export const error = errorsOf(packageCodes)
