import { fill, type Words } from '@licencevault/errors'

/** What `fsck` can find. The words never change meaning. */
const damages = {
  'row-edited': {
    en: 'Row {index} of the database, about {subject}, was changed: it is not what the ledger holds there.',
    zh: '数据库第 {index} 行（{subject}）被改动，与账本中的内容不符。',
  },
  'row-missing': {
    en: 'Row {index} of the database, about {subject}, is gone.',
    zh: '数据库第 {index} 行（{subject}）被删除。',
  },
  'row-beyond': {
    en: 'The database has a row {index} that the ledger never had.',
    zh: '数据库有账本从未有过的第 {index} 行。',
  },
  'subject-rolled-back': {
    en: 'The rows of {subject} were set back: entry {index} is newer than its head.',
    zh: '{subject} 的记录被回退：第 {index} 条比其链头更新。',
  },
  'subject-edited': {
    en: 'The head of {subject} in the database does not end its entries.',
    zh: '数据库中 {subject} 的链头与其条目不符。',
  },
  'subject-missing': {
    en: 'The head of {subject} in the database is gone.',
    zh: '数据库中 {subject} 的链头被删除。',
  },
  'database-wrong': {
    en: 'Database and blobs disagree: {found}',
    zh: '数据库与对象存储不一致：{foundZh}',
  },
  'bundle-wrong': {
    en: 'The bundle {key} cannot be read, or differs from the tile of its hashes.',
    zh: '条目包 {key} 无法读取，或与其散列块不符。',
  },
  'tile-wrong': {
    en: 'The tile {key} is missing, or is not what the entries lead to.',
    zh: '散列块 {key} 缺失，或与条目的计算结果不符。',
  },
  'root-wrong': {
    en: 'The entries do not lead to the root that was committed.',
    zh: '由条目算出的根散列与已提交的不符。',
  },
  'checkpoint-wrong': {
    en: 'The published checkpoint is not one of this ledger: {found}',
    zh: '已发布的检查点不属于本账本：{foundZh}',
  },
  'time-backwards': {
    en: 'Entry {index} was recorded before the one before it.',
    zh: '第 {index} 条的登记时间早于前一条。',
  },
  'reads-wrong': {
    en: 'The reads that entry {index} committed were changed in the database.',
    zh: '第 {index} 条所提交的查阅记录在数据库中被改动。',
  },
} as const satisfies Readonly<Record<string, Words>>

export type DamageCode = keyof typeof damages

/** One thing that is not as it was recorded. */
export interface Damage {
  readonly code: DamageCode
  readonly sentence: Words
  readonly index?: number
  readonly subject?: string
  readonly key?: string
}

export function damage(
  code: DamageCode,
  details: { index?: number; subject?: string; key?: string; found?: string; foundZh?: string } = {},
): Damage {
  const { found, foundZh, ...where } = details
  const filled = { ...where, ...(found && { found }), ...(foundZh && { foundZh }) }
  return { code, sentence: fill(damages[code], filled), ...where }
}
