import { errorsOf } from '@licencevault/errors'

/** Word codes of this package. No sentence carries a password, a secret key or the value of a row. */
export const codes = {
  'blob-key-invalid': {
    kind: 'invalid',
    sentence: { en: 'This cannot be the key of a blob: {key}', zh: '不能用作对象键：{key}' },
    remedy: {
      en: 'A key is up to 512 characters: parts of letters, digits, ".", "_" and "-", up to 200 each, joined by "/", none of which begins with ".". No key is also the folder of another.',
      zh: '对象键最长 512 个字符：由字母、数字、“.”、“_”、“-”组成的若干段（每段最长 200 个字符，且不以“.”开头），以“/”连接；一个键不能同时是其他键的上级目录。',
    },
  },
  'blob-missing': {
    kind: 'missing',
    sentence: { en: 'There is no blob under the key {key}.', zh: '不存在键为 {key} 的对象。' },
    remedy: {
      en: 'If it was kept once, the store lost it: restore it from a backup.',
      zh: '如果该对象曾经保存过，则是存储将其丢失，请从备份恢复。',
    },
  },
  'blob-exists': {
    kind: 'conflict',
    sentence: { en: 'The key {key} is taken already.', zh: '键 {key} 已被占用。' },
    remedy: {
      en: 'Read what stands there and compare it with what was to be kept.',
      zh: '请读取已有对象，并与待保存的内容比较。',
    },
  },
  'blob-changed': {
    kind: 'unavailable',
    sentence: {
      en: 'Other bytes were put under the key {key} between its opening and its reading.',
      zh: '键 {key} 的内容在打开与读取之间已被替换。',
    },
    remedy: { en: 'Open it again.', zh: '请重新打开。' },
  },
  'blob-locked': {
    kind: 'denied',
    sentence: {
      en: 'The store keeps {key} under a lock and refuses to remove it.',
      zh: '存储已锁定 {key}，拒绝删除。',
    },
    remedy: {
      en: 'Wait until the retention ends and lift the legal hold; what was locked by law must stay.',
      zh: '请等待保留期届满并解除法定冻结；依法锁定的对象必须保留。',
    },
  },
  'blob-lock-unsupported': {
    kind: 'invalid',
    sentence: {
      en: 'This store cannot lock blobs: {found}',
      zh: '此存储不能锁定对象：{foundZh}',
    },
    remedy: {
      en: 'Use an S3 bucket made with object lock, or leave `retention` and `legalHold` out.',
      zh: '请使用启用对象锁定的 S3 存储桶，或省略 `retention` 与 `legalHold`。',
    },
  },
  'blob-size-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The stream for {key} was said to have {size} bytes but had {found}.',
      zh: '写入 {key} 的数据流声明为 {size} 字节，实际为 {found} 字节。',
    },
    remedy: {
      en: 'Say the exact size beforehand, and check that the source was not cut short. Nothing was kept.',
      zh: '请事先给出准确的长度，并检查数据来源是否被截断。未保存任何内容。',
    },
  },
  'blob-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'A blob of {size} bytes is too large; the limit is {limit}.',
      zh: '{size} 字节过大，上限为 {limit}。',
    },
    remedy: { en: 'Split it into several blobs.', zh: '请拆分为多个对象。' },
  },
  'blob-range-invalid': {
    kind: 'invalid',
    sentence: {
      en: 'The range from {start} to {end} does not lie within {key}, which has {size} bytes.',
      zh: '区间 {start}–{end} 不在 {key} 之内，该对象共 {size} 字节。',
    },
    remedy: {
      en: 'Ask for whole numbers with 0 ≤ start < end ≤ size.',
      zh: '请使用满足 0 ≤ start < end ≤ size 的整数。',
    },
  },
  'blob-source-stalled': {
    kind: 'unavailable',
    sentence: {
      en: 'The stream that was to be kept under {key} gave nothing for {seconds} s.',
      zh: '写入 {key} 的数据流在 {seconds} 秒内没有数据。',
    },
    remedy: {
      en: 'Check where the bytes come from and send them again. Nothing was kept.',
      zh: '请检查数据来源后重新发送。未保存任何内容。',
    },
  },
  'ledger-name-invalid': {
    kind: 'invalid',
    sentence: { en: 'This cannot be the name of a ledger: {ledger}', zh: '不能用作账本名称：{ledger}' },
    remedy: {
      en: 'Use lower-case letters, digits, ".", "-" and "/", such as licence.yunting.example/ledger; up to 100 characters.',
      zh: '请使用小写字母、数字、“.”、“-”、“/”，例如 licence.yunting.example/ledger，最长 100 个字符。',
    },
  },
  'store-unavailable': {
    kind: 'unavailable',
    sentence: { en: 'The store cannot be reached: {found}', zh: '无法连接存储：{found}' },
    remedy: {
      en: 'Check that it runs and that its address is right, then try again.',
      zh: '请检查存储是否在运行、地址是否正确，然后重试。',
    },
  },
  'store-timeout': {
    kind: 'unavailable',
    sentence: {
      en: 'The store made no progress for {seconds} s ({what}).',
      zh: '存储在 {seconds} 秒内没有进展（{what}）。',
    },
    remedy: {
      en: 'Try again; whether a write took effect is unknown. Check the load of the store and the way to it.',
      zh: '请重试；写入是否生效尚不确定。请检查存储的负载及其网络。',
    },
  },
  'store-full': {
    kind: 'unavailable',
    sentence: { en: 'The store is full.', zh: '存储空间已满。' },
    remedy: { en: 'Make room or add disks, then try again.', zh: '请清理或扩充存储空间，然后重试。' },
  },
  'store-read-only': {
    kind: 'unavailable',
    sentence: { en: 'The store lets nothing be written: {found}', zh: '存储不允许写入：{found}' },
    remedy: {
      en: 'Check the permissions of the folder or account, and whether the disk was mounted read-only after an error.',
      zh: '请检查目录或账号的权限，以及磁盘是否因故障被挂载为只读。',
    },
  },
  'store-denied': {
    kind: 'unavailable',
    sentence: { en: 'The store refuses us: {found}', zh: '存储拒绝访问：{found}' },
    remedy: {
      en: 'Check user name, password or keys, the rights they give, and that the clocks of both machines agree.',
      zh: '请检查用户名、口令或密钥及其权限，并确认两台机器的时钟一致。',
    },
  },
  'store-garbled': {
    kind: 'unavailable',
    sentence: {
      en: 'The store gave an answer that cannot be right: {found}',
      zh: '存储返回了不可能正确的结果：{found}',
    },
    remedy: {
      en: 'Check that the address is that of the store itself; then check its disks and logs.',
      zh: '请检查地址是否确为该存储，再检查其磁盘与日志。',
    },
  },
  'store-unfit': {
    kind: 'invalid',
    sentence: { en: 'This store is not fit: {found}', zh: '此存储不符合要求：{foundZh}' },
    remedy: {
      en: 'Set it up as the README of this package says.',
      zh: '请按本软件包 README 的说明设置。',
    },
  },
  'row-exists': {
    kind: 'conflict',
    sentence: {
      en: 'A row with the same key exists already ({found}).',
      zh: '已存在相同键的记录（{found}）。',
    },
    remedy: {
      en: 'Read the row that stands there.',
      zh: '请读取已有记录。',
    },
  },
  'database-unavailable': {
    kind: 'unavailable',
    sentence: { en: 'The database cannot be reached: {found}', zh: '无法连接数据库：{found}' },
    remedy: {
      en: 'Check that it runs and that its address is right, then try again. Whether a write under way took effect is unknown.',
      zh: '请检查数据库是否在运行、地址是否正确，然后重试。进行中的写入是否生效尚不确定。',
    },
  },
  'database-busy': {
    kind: 'unavailable',
    sentence: {
      en: 'Other writers kept the database for {seconds} s.',
      zh: '其他写入方占用数据库已达 {seconds} 秒。',
    },
    remedy: {
      en: 'Try again; if it lasts, find the program that holds the database open in a transaction. Nothing was written.',
      zh: '请重试；若持续出现，请查找在事务中占用数据库的程序。未写入任何内容。',
    },
  },
  'database-timeout': {
    kind: 'unavailable',
    sentence: {
      en: 'The database did not answer within {seconds} s.',
      zh: '数据库未在 {seconds} 秒内应答。',
    },
    remedy: {
      en: 'Try again; whether a write took effect is unknown.',
      zh: '请重试；写入是否生效尚不确定。',
    },
  },
  'database-conflict': {
    kind: 'unavailable',
    sentence: {
      en: 'Transactions ran into each other {times} times in a row.',
      zh: '事务连续 {times} 次相互冲突。',
    },
    remedy: { en: 'Try again. Nothing was written.', zh: '请重试。未写入任何内容。' },
  },
  'transaction-failed': {
    kind: 'invalid',
    sentence: {
      en: 'The transaction was undone: one of its statements failed, and the work went on all the same.',
      zh: '事务已回滚：其中一条语句失败，但程序仍继续执行。',
    },
    remedy: {
      en: 'Let the error of a statement end the work, and begin a new transaction.',
      zh: '请在语句失败时结束工作，并重新开始事务。',
    },
  },
  'database-newer': {
    kind: 'conflict',
    sentence: {
      en: 'The database was written by a newer version: it has the step {step} of {name}, which this one does not know.',
      zh: '数据库由更新的版本写入：其中包含本版本未知的 {name} 步骤 {step}。',
    },
    remedy: {
      en: 'Start the newer version. There is no way back but a backup from before the step.',
      zh: '请运行更新的版本；只能用该步骤之前的备份回退。',
    },
  },
  'database-step-failed': {
    kind: 'unavailable',
    sentence: { en: 'The step {step} of {name} failed: {found}', zh: '{name} 的步骤 {step} 失败：{found}' },
    remedy: {
      en: 'The database is as it was before. Mend the cause and start again.',
      zh: '数据库保持原状。请排除原因后重新启动。',
    },
  },
} as const

export const error = errorsOf(codes)
