import { type CodeTable, errorsOf } from '@licencevault/errors'
import { proofCodes } from './proof-codes.ts'

/** Word codes of this package. No sentence carries anything that a draft or entry says beyond its subject. */
export const codes = {
  ...proofCodes,
  'drafts-too-many': {
    kind: 'exhausted',
    sentence: {
      en: '{count} drafts at once; the limit is {limit}.',
      zh: '一次提交 {count} 条草稿，上限为 {limit}。',
    },
    remedy: { en: 'Hand them in in several parts.', zh: '请分批提交。' },
  },
  'read-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The record of a read is wrong at {where}.',
      zh: '查阅记录的 {where} 有误。',
    },
    remedy: {
      en: 'Name actor, subject and act as an entry does; `person`, `purpose`, `item` and `case` are texts of up to {limit} characters.',
      zh: '请按账本条目的写法填写 actor、subject 和 act；`person`、`purpose`、`item`、`case` 为不超过 {limit} 个字符的文本。',
    },
  },
  'ticket-unknown': {
    kind: 'missing',
    sentence: {
      en: 'Nothing waits under ticket {ticket}, and nothing was recorded from it.',
      zh: '凭号 {ticket} 既无待登记的草稿，也无已登记的条目。',
    },
    remedy: {
      en: 'The transaction in which it was proposed did not commit, or the database was rebuilt since: propose again.',
      zh: '提出草稿的事务未提交，或数据库此后曾重建：请重新提出。',
    },
  },
  'index-out-of-range': {
    kind: 'invalid',
    sentence: {
      en: 'The ledger has {size} entries; {index} is not within.',
      zh: '账本共有 {size} 个条目，{index} 不在其中。',
    },
    remedy: {
      en: 'Ask for an index or size that the checkpoint covers.',
      zh: '请使用检查点覆盖范围内的序号或大小。',
    },
  },
  'ledger-closed': {
    kind: 'unavailable',
    sentence: { en: 'The ledger is closed.', zh: '账本已关闭。' },
    remedy: { en: 'Open it again.', zh: '请重新打开账本。' },
  },
  'ledger-name-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The database holds the ledger {found}, not {name}.',
      zh: '数据库中的账本是 {found}，而不是 {name}。',
    },
    remedy: {
      en: 'Open it by its own name; each ledger has a database of its own.',
      zh: '请以其自身名称打开；每个账本使用各自的数据库。',
    },
  },
  'ledger-key-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The key of a ledger is {found}; it must be Ed25519.',
      zh: '账本密钥的算法为 {found}，应为 Ed25519。',
    },
    remedy: { en: 'Make an Ed25519 key for the ledger alone.', zh: '请为账本单独生成 Ed25519 密钥。' },
  },
  'row-altered': {
    kind: 'conflict',
    sentence: {
      en: 'The rows of {subject} do not agree with the ledger: {found}.',
      zh: '{subject} 的数据库记录与账本不符：{foundZh}。',
    },
    remedy: {
      en: 'Do not rely on these rows: somebody changed the database past the vault. Run fsck, and rebuild the database from the blobs.',
      zh: '请勿采信这些记录：有人绕过证照库改动了数据库。请运行 fsck，并用对象存储重建数据库。',
    },
  },
  'tile-differs': {
    kind: 'conflict',
    sentence: {
      en: 'Under {key} stands something else than this ledger would write there.',
      zh: '{key} 处已有的内容与本账本应写入的不同。',
    },
    remedy: {
      en: 'Nothing was appended. Another ledger of the same name writes there, or the database was set back: run fsck, then rebuild.',
      zh: '未追加任何内容。可能有同名账本写入该处，或数据库被回退：请先运行 fsck，再重建。',
    },
  },
  'tile-wrong': {
    kind: 'conflict',
    sentence: {
      en: 'What stands under {key} does not lead to the root of the ledger.',
      zh: '{key} 处的内容与账本的根散列不符。',
    },
    remedy: {
      en: 'The blob store lost or changed it: run fsck, and restore the blob from a backup.',
      zh: '对象存储丢失或改动了该内容：请运行 fsck，并从备份恢复该对象。',
    },
  },
  'database-older': {
    kind: 'unavailable',
    sentence: {
      en: 'The database ends at entry {size}, but a checkpoint of {published} entries was published.',
      zh: '数据库止于第 {size} 个条目，而已发布的检查点包含 {published} 个条目。',
    },
    remedy: {
      en: 'Nothing is appended to an old database: call rebuild, which brings it up to the blobs.',
      zh: '不得向旧数据库追加：请调用 rebuild，以对象存储补齐数据库。',
    },
  },
  'ledger-split': {
    kind: 'unavailable',
    sentence: {
      en: 'Database and published checkpoint disagree about the first {size} entries.',
      zh: '数据库与已发布的检查点对前 {size} 个条目的记载不一致。',
    },
    remedy: {
      en: 'Stop every process that writes here and find out which is right; the ledger must never sign both.',
      zh: '请停止所有写入进程并查明哪一方正确；账本绝不能为两者都签名。',
    },
  },
  'checkpoint-missing': {
    kind: 'unavailable',
    sentence: {
      en: 'The database has {size} entries, but no checkpoint is published.',
      zh: '数据库有 {size} 个条目，但没有已发布的检查点。',
    },
    remedy: {
      en: 'Check that this is the blob store of this ledger; restore its tiles from a backup.',
      zh: '请确认这是该账本的对象存储，并从备份恢复其数据块。',
    },
  },
  'clock-behind': {
    kind: 'unavailable',
    sentence: {
      en: 'The clock is {seconds} s behind the last entry, so new entries would bear too late a time.',
      zh: '时钟比最后一个条目落后 {seconds} 秒，新条目的时间将会偏晚。',
    },
    remedy: { en: 'Set the clock right.', zh: '请校正时钟。' },
  },
  'clock-wrong': {
    kind: 'unavailable',
    sentence: { en: 'The clock tells no time.', zh: '时钟无法给出时间。' },
    remedy: { en: 'Set the clock right.', zh: '请校正时钟。' },
  },
  'database-not-empty': {
    kind: 'conflict',
    sentence: {
      en: 'The database does not hold the beginning of the published ledger.',
      zh: '数据库中的内容不是已发布账本的开头部分。',
    },
    remedy: { en: 'Rebuild into an empty database.', zh: '请在空数据库中重建。' },
  },
} as const satisfies CodeTable

export const error = errorsOf(codes)
