import type { CodeTable, Words } from '@licencevault/errors'

const scanAgain: Words = {
  en: 'Scan the code again, whole and in good light; if the answer stays the same, the code was not made by a licence vault.',
  zh: '请在光线充足处重新完整扫描；若结果仍然如此，则该二维码并非出自电子证照库。',
}

/** What can be wrong with a QR token: rows of this package's table of codes. */
export const qrCodes = {
  'qr-too-long': {
    kind: 'exhausted',
    sentence: {
      en: 'The text of the code has {length} characters; at most {limit} are read.',
      zh: '二维码文本有 {length} 个字符，最多读取 {limit} 个。',
    },
    remedy: scanAgain,
  },
  'qr-not-base64url': {
    kind: 'invalid',
    sentence: {
      en: 'The code holds no licence token: what follows # is not base64url.',
      zh: '二维码中没有证照令牌：# 之后的内容不是 base64url 编码。',
    },
    remedy: scanAgain,
  },
  'qr-not-a-token': {
    kind: 'invalid',
    sentence: {
      en: 'The code holds no licence token: it is not a COSE_Sign1 in well-formed CBOR of at most {limit} bytes.',
      zh: '二维码中没有证照令牌：内容不是格式正确且不超过 {limit} 字节的 COSE_Sign1（CBOR）。',
    },
    remedy: scanAgain,
  },
  'qr-version-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The token is of format version {version}; this program reads version 1.',
      zh: '令牌的格式版本为 {version}；本程序只读取版本 1。',
    },
    remedy: { en: 'Update the verifying program, then scan again.', zh: '请更新核验程序后重新扫描。' },
  },
  'qr-not-deterministic': {
    kind: 'invalid',
    sentence: {
      en: 'The token is not in its one deterministic encoding, or holds members that version 1 does not know.',
      zh: '令牌未采用唯一的确定性编码，或含有版本 1 未定义的成员。',
    },
    remedy: scanAgain,
  },
  'qr-key-id-wrong': {
    kind: 'invalid',
    sentence: { en: 'The key id does not have 8 bytes.', zh: '密钥标识的长度不是 8 字节。' },
    remedy: {
      en: 'Give the first 8 bytes of the SHA-256 of the paper key’s SubjectPublicKeyInfo.',
      zh: '请提供二维码签名密钥 SubjectPublicKeyInfo 的 SHA-256 摘要的前 8 字节。',
    },
  },
  'qr-identifier-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The token’s identifier is missing or not written as GB/T 36904 demands.',
      zh: '令牌中的证照标识缺失，或不符合 GB/T 36904 的写法。',
    },
    remedy: {
      en: 'Give the identifier as it stands in the statement, in upper case with its OID root.',
      zh: '请按证照数据中的写法提供证照标识：大写，并含 OID 根。',
    },
  },
  'qr-digest-wrong': {
    kind: 'invalid',
    sentence: { en: 'The statement digest does not have 32 bytes.', zh: '证照数据摘要的长度不是 32 字节。' },
    remedy: {
      en: 'Give the SHA-256 digest of the statement’s bytes.',
      zh: '请提供证照数据字节的 SHA-256 摘要。',
    },
  },
  'qr-validity-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'A date of the validity is not a real date, or the last day comes before the first.',
      zh: '有效期中的日期不是真实日期，或截止日早于起始日。',
    },
    remedy: {
      en: 'Give both dates as in 2026-11-23; give null as the last day of a licence without end.',
      zh: '请按 2026-11-23 的形式提供日期；长期有效的，截止日为 null。',
    },
  },
  'qr-signature-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The signer returned {length} bytes; an Ed25519 signature has 64.',
      zh: '签名器返回了 {length} 字节；Ed25519 签名应为 64 字节。',
    },
    remedy: {
      en: 'Sign QR tokens with the vault’s Ed25519 paper key, never with a seal key.',
      zh: '请使用证照库的 Ed25519 二维码签名密钥签署令牌，切勿使用印章密钥。',
    },
  },
} as const satisfies CodeTable

export type QrCode = keyof typeof qrCodes
