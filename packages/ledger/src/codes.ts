import { type CodeTable, errorsOf } from '@licencevault/errors'

/** Word codes of this package. No sentence carries anything that a draft or entry says beyond kind and subject. */
export const codes = {
  // ── what is handed in ────────────────────────────────────────────────────────────────────────────
  'draft-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The draft of a ledger entry is wrong at {where}: expected {expected}.',
      zh: '账本条目草稿的 {where} 有误：应为{expectedZh}。',
    },
    remedy: {
      en: 'Correct this member. Free text and anything personal never stand in the ledger: keep them as a blob and name its digest.',
      zh: '请更正该成员。账本中不得出现自由文本或个人信息：请另存为对象并写入其摘要。',
    },
  },
  'drafts-too-many': {
    kind: 'exhausted',
    sentence: {
      en: '{count} drafts at once; the limit is {limit}.',
      zh: '一次提交 {count} 条草稿，上限为 {limit}。',
    },
    remedy: { en: 'Hand them in in several parts.', zh: '请分批提交。' },
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

  // ── what is found damaged ────────────────────────────────────────────────────────────────────────
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
  'database-not-empty': {
    kind: 'conflict',
    sentence: {
      en: 'The database does not hold the beginning of the published ledger.',
      zh: '数据库中的内容不是已发布账本的开头部分。',
    },
    remedy: { en: 'Rebuild into an empty database.', zh: '请在空数据库中重建。' },
  },

  // ── what is read: notes, proofs, entries ─────────────────────────────────────────────────────────
  'vkey-malformed': {
    kind: 'invalid',
    sentence: {
      en: 'This is not the verifier key of an Ed25519 signed note.',
      zh: '这不是 Ed25519 签名笔记（signed note）的验证密钥。',
    },
    remedy: {
      en: 'Copy it whole: name, + , eight hex digits, + , base64.',
      zh: '请完整复制：名称、加号、八位十六进制数、加号、base64。',
    },
  },
  'note-malformed': {
    kind: 'invalid',
    sentence: { en: 'This is not a signed note.', zh: '这不是签名笔记（signed note）。' },
    remedy: { en: 'Fetch it again from the ledger.', zh: '请从账本重新获取。' },
  },
  'note-key-unknown': {
    kind: 'denied',
    sentence: {
      en: 'None of the keys known here signed this checkpoint.',
      zh: '该检查点没有任何已知密钥的签名。',
    },
    remedy: {
      en: 'Get the ledger’s verifier key from who runs it, by another way than the checkpoint itself.',
      zh: '请从账本运行方另行获取其验证密钥，而不要从检查点本身取得。',
    },
  },
  'note-signature-wrong': {
    kind: 'denied',
    sentence: {
      en: 'The signature of {name} on this checkpoint is wrong.',
      zh: '{name} 在该检查点上的签名不正确。',
    },
    remedy: { en: 'Do not rely on it; fetch the checkpoint again.', zh: '请勿采信，并重新获取检查点。' },
  },
  'checkpoint-malformed': {
    kind: 'invalid',
    sentence: { en: 'This signed note is no checkpoint.', zh: '该签名笔记不是检查点。' },
    remedy: { en: 'Fetch the checkpoint again from the ledger.', zh: '请从账本重新获取检查点。' },
  },
  'proof-malformed': {
    kind: 'invalid',
    sentence: { en: 'This is no receipt: {found}.', zh: '这不是账本回执：{foundZh}。' },
    remedy: {
      en: 'Take the receipt as the ledger made it (C2SP tlog-proof), unchanged.',
      zh: '请使用账本出具的原样回执（C2SP tlog-proof）。',
    },
  },
  'proof-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The receipt has {size} bytes; at most {limit} are read.',
      zh: '回执有 {size} 字节，最多读取 {limit} 字节。',
    },
    remedy: { en: 'Check that this is a receipt.', zh: '请确认该文件是账本回执。' },
  },
  'proof-wrong': {
    kind: 'denied',
    sentence: {
      en: 'The receipt does not lead from its entry to the root that the ledger signed.',
      zh: '回执无法由其条目推出账本签名的根散列。',
    },
    remedy: { en: 'Do not rely on it.', zh: '请勿采信。' },
  },
  'entry-malformed': {
    kind: 'invalid',
    sentence: {
      en: 'This is no ledger entry: it is wrong at {where}.',
      zh: '这不是账本条目：{where} 处有误。',
    },
    remedy: { en: 'Take the entry as it stands in the ledger.', zh: '请使用账本中的原样条目。' },
  },
  'entry-version-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The ledger entry has the format {format}; this program reads licencevault.entry/1.',
      zh: '账本条目的格式为 {format}；本程序只读取 licencevault.entry/1。',
    },
    remedy: { en: 'Update the program.', zh: '请更新程序。' },
  },
  'entry-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The ledger entry has {size} bytes; the limit is {limit}.',
      zh: '账本条目有 {size} 字节，上限为 {limit}。',
    },
    remedy: {
      en: 'Keep the larger thing as a blob and name its digest.',
      zh: '请将较大的内容另存为对象，并写入其摘要。',
    },
  },
  'bundle-malformed': {
    kind: 'invalid',
    sentence: { en: 'This is no bundle of ledger entries.', zh: '这不是账本条目包。' },
    remedy: { en: 'Restore the blob from a backup.', zh: '请从备份恢复该对象。' },
  },
  'crypto-missing': {
    kind: 'unavailable',
    sentence: {
      en: 'This browser page has no access to cryptography.',
      zh: '该浏览器页面无法使用密码功能。',
    },
    remedy: {
      en: 'Open the page over HTTPS, or from localhost.',
      zh: '请通过 HTTPS 或从 localhost 打开页面。',
    },
  },
} as const satisfies CodeTable

export const error = errorsOf(codes)
