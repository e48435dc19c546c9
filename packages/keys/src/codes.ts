import { errorsOf } from '@licencevault/errors'

/** Word codes of this package. No sentence ever carries a password, a key or any part of one. */
export const codes = {
  'key-unreadable': {
    kind: 'invalid',
    sentence: {
      en: 'This is not a private key in {form}, or it is damaged.',
      zh: '这不是{form}格式的私钥，或内容已损坏。',
    },
    remedy: {
      en: 'Hand over an unencrypted PKCS#8 key (DER, or PEM with "BEGIN PRIVATE KEY"), a JWK, or an encrypted PKCS#8 key together with its password.',
      zh: '请提供未加密的 PKCS#8 私钥（DER，或以 "BEGIN PRIVATE KEY" 开头的 PEM）、JWK，或加密的 PKCS#8 私钥及其口令。',
    },
  },
  'key-not-private': {
    kind: 'invalid',
    sentence: {
      en: 'A {found} was handed over where a private key is needed.',
      zh: '此处需要私钥，收到的却是 {found}。',
    },
    remedy: {
      en: 'Signing needs the private key. A certificate or a public key only lets others check signatures.',
      zh: '签名需要私钥；证书和公钥只能用于验证签名。',
    },
  },
  'key-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The key is {size} bytes long; at most {limit} are read.',
      zh: '密钥长 {size} 字节，最多读取 {limit} 字节。',
    },
    remedy: {
      en: 'Check that the right file was chosen; a private key is a few thousand bytes at most.',
      zh: '请检查是否选错文件；私钥通常不超过几千字节。',
    },
  },
  'key-weak': {
    kind: 'invalid',
    sentence: {
      en: 'The RSA key has {bits} bits; {limit} are the least that is accepted.',
      zh: 'RSA 密钥只有 {bits} 位，至少需要 {limit} 位。',
    },
    remedy: {
      en: 'Have a new key made: RSA of 3072 bits, or ES256.',
      zh: '请重新生成密钥：3072 位 RSA，或 ES256。',
    },
  },
  'key-kind-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'Keys of the kind {found} are not in the algorithm table.',
      zh: '算法表中没有 {found} 类密钥。',
    },
    remedy: {
      en: 'Use a P-256, P-384, RSA or Ed25519 key.',
      zh: '请使用 P-256、P-384、RSA 或 Ed25519 密钥。',
    },
  },
  'key-algorithm-mismatch': {
    kind: 'invalid',
    sentence: {
      en: 'A {found} key cannot sign as {algorithm}.',
      zh: '{found} 密钥不能用于 {algorithm} 签名。',
    },
    remedy: {
      en: 'Leave the algorithm out to take the one that fits the key, or hand over another key.',
      zh: '请省略算法参数以采用与密钥相配的算法，或更换密钥。',
    },
  },
  'key-inconsistent': {
    kind: 'invalid',
    sentence: {
      en: 'The private and the public part of this key do not belong together.',
      zh: '该密钥的私钥部分与公钥部分不匹配。',
    },
    remedy: {
      en: 'The key is damaged or was put together from two; restore it from its backup.',
      zh: '密钥已损坏或由两把密钥拼成，请从备份恢复。',
    },
  },
  'key-password-missing': {
    kind: 'invalid',
    sentence: {
      en: 'The private key is encrypted and no password was given.',
      zh: '私钥已加密，但未提供口令。',
    },
    remedy: {
      en: 'Hand the password over as `password`.',
      zh: '请通过 `password` 提供口令。',
    },
  },
  'key-password-wrong': {
    kind: 'denied',
    sentence: {
      en: 'The password does not open this private key.',
      zh: '口令无法打开该私钥。',
    },
    remedy: {
      en: 'Check keyboard layout and capital letters, and that the password belongs to this very file.',
      zh: '请检查键盘布局和大小写，并确认口令与该文件对应。',
    },
  },
} as const

export const error = errorsOf(codes)
