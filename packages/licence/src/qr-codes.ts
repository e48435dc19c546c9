import type { CodeTable, Words } from '@licencevault/errors'

const scanAgain: Words = {
  en: 'Scan the code again, whole and in good light; if the answer stays, the code is not one of a licence vault.',
  zh: '请在光线充足处重新完整扫描；若结果不变，则该二维码并非出自电子证照库。',
}

/** What can be wrong with a QR token: rows of this package's table of codes. */
export const qrCodes = {
  'qr-too-long': {
    kind: 'exhausted',
    sentence: {
      en: 'The text of the code has {length} characters; at most {limit} are read.',
      zh: '二维码文本有 {length} 个字符；最多读取 {limit} 个。',
    },
    remedy: scanAgain,
  },
  'qr-not-base64url': {
    kind: 'invalid',
    sentence: {
      en: 'The code holds no licence token: what follows # is not base64url.',
      zh: '二维码中没有证照令牌：# 之后不是 base64url。',
    },
    remedy: scanAgain,
  },
  'qr-not-a-token': {
    kind: 'invalid',
    sentence: {
      en: 'The code holds no licence token: it is not a COSE_Sign1 in well-formed CBOR of at most {limit} bytes.',
      zh: '二维码中没有证照令牌：不是至多 {limit} 字节、格式良好的 CBOR COSE_Sign1。',
    },
    remedy: scanAgain,
  },
  'qr-version-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The token is of format version {version}; this program reads version 1.',
      zh: '令牌的格式版本为 {version}；本程序只读取版本 1。',
    },
    remedy: {
      en: 'Update the verifying program, then scan again.',
      zh: '请更新验证程序后重新扫描。',
    },
  },
  'qr-not-deterministic': {
    kind: 'invalid',
    sentence: {
      en: 'The token is not in its one deterministic encoding, or bears members that version 1 does not know.',
      zh: '令牌不是唯一的确定性编码，或含有版本 1 未定义的成员。',
    },
    remedy: scanAgain,
  },
  'qr-key-id-wrong': {
    kind: 'invalid',
    sentence: { en: 'The key id is not one of 8 bytes.', zh: '密钥标识不是 8 字节。' },
    remedy: {
      en: 'Give the first 8 bytes of the SHA-256 of the paper key’s SubjectPublicKeyInfo.',
      zh: '请提供纸面密钥 SubjectPublicKeyInfo 的 SHA-256 前 8 字节。',
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
      zh: '请按声明中的写法提供证照标识：大写，含 OID 根。',
    },
  },
  'qr-digest-wrong': {
    kind: 'invalid',
    sentence: { en: 'The statement digest is not one of 32 bytes.', zh: '声明摘要不是 32 字节。' },
    remedy: {
      en: 'Give the SHA-256 digest of the statement’s bytes.',
      zh: '请提供声明字节的 SHA-256 摘要。',
    },
  },
  'qr-validity-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The validity is not one of real civil dates, the first not after the last.',
      zh: '有效期不是真实的日期，或起始日期晚于截止日期。',
    },
    remedy: {
      en: 'Give both dates as in 2026-11-23; give null as the last day of a licence without end (长期).',
      zh: '请按 2026-11-23 的写法提供日期；长期有效的，截止日期为 null。',
    },
  },
  'qr-signature-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The signer answered {length} bytes; an Ed25519 signature has 64.',
      zh: '签名器返回了 {length} 字节；Ed25519 签名应为 64 字节。',
    },
    remedy: {
      en: 'Sign QR tokens with the vault’s Ed25519 paper key, never with a seal key.',
      zh: '请使用证照库的 Ed25519 纸面密钥签发二维码令牌，切勿使用印章密钥。',
    },
  },
} as const satisfies CodeTable

export type QrCode = keyof typeof qrCodes
