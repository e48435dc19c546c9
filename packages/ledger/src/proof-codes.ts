import { type CodeTable, errorsOf } from '@licencevault/errors'

/** Word codes of the half that needs no store; a verifier carries no others. */
export const proofCodes = {
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

export const error = errorsOf(proofCodes)
