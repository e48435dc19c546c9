import { errorsOf } from '@licencevault/errors'

/** What can stand against rebuilding the archive, and against opening one that was not rebuilt whole. */
export const rebuildCodes = {
  'archive-not-empty': {
    kind: 'conflict',
    sentence: {
      en: 'This database has rows of an archive; only an empty one is rebuilt.',
      zh: '该数据库已有档案数据，只能重建到空数据库。',
    },
    remedy: {
      en: 'Keep this one as evidence, and name a new, empty database in the settings.',
      zh: '请将该数据库留存备查，并在配置中指定一个新的空数据库。',
    },
  },
  'rebuild-needed': {
    kind: 'conflict',
    sentence: {
      en: 'The ledger has entries of which this database has no rows; what falls due would be told wrongly.',
      zh: '账本已有条目而该数据库没有对应数据，到期结果会有误。',
    },
    remedy: {
      en: 'Rebuild it from the documents: `vault ledger rebuild`.',
      zh: '请依据文件重建：`vault ledger rebuild`。',
    },
  },
  'rebuild-unfinished': {
    kind: 'conflict',
    sentence: {
      en: 'This database is being rebuilt from the documents, or was and did not come to the end.',
      zh: '该数据库正在依据文件重建，或重建未完成。',
    },
    remedy: {
      en: 'Call `vault ledger rebuild` again: it goes on where it ended.',
      zh: '请再次执行 `vault ledger rebuild`，将从中断处继续。',
    },
  },
  'rebuild-stopped': {
    kind: 'conflict',
    sentence: {
      en: 'Entry {index} of {subject} names a document that everything after it rests on, and it cannot be read ({code}).',
      zh: '{subject} 的第 {index} 条所载文件无法读取（{code}），其后的数据均以其为据。',
    },
    remedy: {
      en: 'Restore the document {digest} from a copy and call `vault ledger rebuild` again: it goes on there.',
      zh: '请从副本恢复摘要为 {digest} 的文件，再次执行 `vault ledger rebuild`，将从该处继续。',
    },
  },
  'case-lost': {
    kind: 'conflict',
    sentence: {
      en: 'Case {case} was filed, and its package was lost or damaged when the database was rebuilt.',
      zh: '办件 {case} 已归档，但重建数据库时其信息包已丢失或损坏。',
    },
    remedy: {
      en: 'Restore the package from a copy and rebuild the database, or file the case anew.',
      zh: '请从副本恢复信息包并重建数据库，或者重新归档该办件。',
    },
  },
} as const

export const error = errorsOf(rebuildCodes)
