import { errorsOf, type Words } from '@licencevault/errors'

/** Word codes of this package. No sentence ever carries a password, a key or any part of one. */
export const codes = {
  'key-unreadable': {
    kind: 'invalid',
    sentence: {
      en: 'This is not a private key in {form}, or it is damaged.',
      zh: '这不是“{formZh}”格式的私钥，或内容已损坏。',
    },
    remedy: {
      en: 'Hand over an unencrypted PKCS#8 key (DER, or PEM with "BEGIN PRIVATE KEY"), a JWK, or an encrypted PKCS#8 key together with its password.',
      zh: '请提供未加密的 PKCS#8 私钥（DER，或以 "BEGIN PRIVATE KEY" 开头的 PEM）、JWK，或加密的 PKCS#8 私钥及其口令。',
    },
  },
  'key-not-private': {
    kind: 'invalid',
    sentence: {
      en: 'A private key is needed here, but this is {found}.',
      zh: '此处需要私钥，提供的却是{foundZh}。',
    },
    remedy: {
      en: 'Signing needs the private key. A certificate or a public key only lets others verify signatures.',
      zh: '签名需要私钥；证书和公钥只能用于验证签名。',
    },
  },
  'key-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The key has {size} {unit}; at most {limit} are accepted.',
      zh: '密钥长度为 {size} {unitZh}，最多接受 {limit} {unitZh}。',
    },
    remedy: {
      en: 'Check that the right file was chosen; an RSA key of 3072 bits is some 2,000 bytes.',
      zh: '请检查是否选错文件；3072 位 RSA 私钥约 2,000 字节。',
    },
  },
  'key-weak': {
    kind: 'invalid',
    sentence: {
      en: 'The RSA key has only {bits} bits; at least {limit} are needed.',
      zh: 'RSA 密钥只有 {bits} 位，至少需要 {limit} 位。',
    },
    remedy: {
      en: 'Have a new key made: RSA of 3072 bits, or P-256 for ES256.',
      zh: '请重新生成密钥：3072 位的 RSA，或用于 ES256 的 P-256。',
    },
  },
  'key-kind-unknown': {
    kind: 'invalid',
    sentence: { en: 'Keys of the kind {found} are not supported.', zh: '不支持此类密钥：{foundZh}。' },
    remedy: {
      en: 'Use a P-256, P-384, RSA or Ed25519 key.',
      zh: '请使用 P-256、P-384、RSA 或 Ed25519 密钥。',
    },
  },
  'key-algorithm-mismatch': {
    kind: 'invalid',
    sentence: {
      en: 'A key of the kind {found} cannot sign as {algorithm}.',
      zh: '{found} 密钥不能用于 {algorithm} 签名。',
    },
    remedy: {
      en: 'Leave the algorithm out to take the one that fits the key, or hand over another key.',
      zh: '请省略算法参数，由密钥决定算法；或更换密钥。',
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
      zh: '密钥已损坏，或由两个密钥拼凑而成；请从备份恢复。',
    },
  },
  'key-password-missing': {
    kind: 'invalid',
    sentence: {
      en: 'The private key is encrypted and no password was given.',
      zh: '私钥已加密，但未提供口令。',
    },
    remedy: {
      en: 'Hand the password over: `importPem` takes it as `password`, `importEncryptedPkcs8` as its second argument.',
      zh: '请提供口令：`importPem` 用 `password` 选项，`importEncryptedPkcs8` 用第二个参数。',
    },
  },
  'key-password-wrong': {
    kind: 'denied',
    sentence: { en: 'The password does not open this private key.', zh: '该口令无法解开此私钥。' },
    remedy: {
      en: 'Check keyboard layout and capital letters, and that the password belongs to this very file.',
      zh: '请检查键盘布局和大小写，并确认口令与该文件对应。',
    },
  },
  'key-encryption-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The method by which this is encrypted or protected is not supported: {found}.',
      zh: '不支持其加密或保护方式：{foundZh}。',
    },
    remedy: {
      en: 'Have it exported again with AES-256 and SHA-256, for instance by `openssl pkcs12 -export` or `openssl pkcs8 -topk8`.',
      zh: '请以 AES-256 和 SHA-256 重新导出，例如使用 `openssl pkcs12 -export` 或 `openssl pkcs8 -topk8`。',
    },
  },
  'key-iterations-exceeded': {
    kind: 'exhausted',
    sentence: {
      en: 'The file asks for more than {limit} key derivation steps in all, or for none.',
      zh: '文件要求的密钥派生迭代总次数超过 {limit}，或不是正数。',
    },
    remedy: {
      en: 'Export it again with fewer iterations; 100,000 is plenty. A file from a stranger may be an attack.',
      zh: '请减少迭代次数后重新导出，100,000 次已经足够。来历不明的文件可能是攻击手段。',
    },
  },
  'key-iterations-out-of-range': {
    kind: 'invalid',
    sentence: {
      en: 'The iteration count must be a whole number from {least} to {most}.',
      zh: '迭代次数必须是 {least} 到 {most} 之间的整数。',
    },
    remedy: {
      en: 'Leave `iterations` out to take the default of 100,000.',
      zh: '可省略 `iterations`，采用默认的 100,000 次。',
    },
  },
  'pkcs12-unreadable': {
    kind: 'invalid',
    sentence: {
      en: 'This is not a PKCS#12 container, or it is damaged or cut short.',
      zh: '这不是 PKCS#12 容器，或文件已损坏、不完整。',
    },
    remedy: {
      en: 'Choose the .p12 or .pfx file; copy it once more from its source, as a binary file.',
      zh: '请选择 .p12 或 .pfx 文件，并以二进制方式从来源处重新复制。',
    },
  },
  'pkcs12-is-other': {
    kind: 'invalid',
    sentence: {
      en: 'This is not a PKCS#12 container but {found}.',
      zh: '这不是 PKCS#12 容器，而是：{foundZh}。',
    },
    remedy: {
      en: 'Choose the .p12 or .pfx file. Key and certificate in separate files become one by `openssl pkcs12 -export -inkey key.pem -in certificate.pem`.',
      zh: '请选择 .p12 或 .pfx 文件。分开存放的私钥和证书可用 `openssl pkcs12 -export -inkey key.pem -in certificate.pem` 合并。',
    },
  },
  'pkcs12-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The container is {size} bytes long; at most {limit} are read.',
      zh: '容器长 {size} 字节，最多读取 {limit} 字节。',
    },
    remedy: {
      en: 'Check that the right file was chosen; a container with one key is a few thousand bytes.',
      zh: '请检查是否选错文件；只含一个私钥的容器通常为几千字节。',
    },
  },
  'pkcs12-too-many-bags': {
    kind: 'exhausted',
    sentence: {
      en: 'The container holds more than {limit} entries, or nests them more than {depth} deep.',
      zh: '容器中的条目超过 {limit} 个，或嵌套超过 {depth} 层。',
    },
    remedy: {
      en: 'Export only the key that is wanted, with its certificate and chain.',
      zh: '请只导出所需的私钥及其证书和证书链。',
    },
  },
  'pkcs12-password-wrong': {
    kind: 'denied',
    sentence: { en: 'The password does not open this container.', zh: '该口令无法打开此容器。' },
    remedy: {
      en: 'Check keyboard layout and capital letters, and that the password belongs to this very file. If it is certainly right, the file is damaged.',
      zh: '请检查键盘布局和大小写，并确认口令与该文件对应。若口令确实无误，则文件已损坏。',
    },
  },
  'pkcs12-second-password': {
    kind: 'denied',
    sentence: {
      en: 'The password fits the container, but its contents are encrypted under another one.',
      zh: '口令与容器相符，但其内容使用了另一个口令加密。',
    },
    remedy: {
      en: 'Export the container again with one password for both.',
      zh: '请使用同一口令重新导出容器。',
    },
  },
  'pkcs12-integrity-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The container is protected by a signature ({found}), not by a password.',
      zh: '该容器由签名（{found}）保护，而不是由口令保护。',
    },
    remedy: {
      en: 'Export it again in password mode, as nearly every program does.',
      zh: '请以口令模式重新导出，几乎所有程序都使用该模式。',
    },
  },
  'pkcs12-no-key': {
    kind: 'missing',
    sentence: {
      en: 'The container holds no private key.',
      zh: '容器中没有私钥。',
    },
    remedy: {
      en: 'Export it again together with the private key; a container of certificates alone cannot sign.',
      zh: '请连同私钥一起重新导出；只含证书的容器不能签名。',
    },
  },
  'pkcs12-several-keys': {
    kind: 'conflict',
    sentence: {
      en: 'The container holds {count} different private keys, and nothing says which is meant.',
      zh: '容器中有 {count} 个不同的私钥，无法确定应使用哪一个。',
    },
    remedy: {
      en: 'Export the key that is wanted into a container of its own.',
      zh: '请将所需私钥单独导出为一个容器。',
    },
  },
  'pkcs12-no-certificate': {
    kind: 'missing',
    sentence: {
      en: 'The container holds no certificate for its private key.',
      zh: '容器中没有与私钥对应的证书。',
    },
    remedy: {
      en: 'Export it again with the certificate that belongs to the key.',
      zh: '请连同该私钥的证书重新导出。',
    },
  },
  'pkcs12-certificate-unreadable': {
    kind: 'invalid',
    sentence: {
      en: 'A certificate of the container is not X.509 in DER, or it is damaged.',
      zh: '容器中的某个证书不是 DER 编码的 X.509 证书，或已损坏。',
    },
    remedy: {
      en: 'Fetch the certificate again from its issuer and export the container again.',
      zh: '请向证书颁发机构重新获取证书，并重新导出容器。',
    },
  },
  'pkcs12-certificate-mismatch': {
    kind: 'invalid',
    sentence: { en: 'The certificate does not belong to the key.', zh: '证书与私钥不匹配。' },
    remedy: {
      en: 'Hand over the certificate whose public key belongs to the private key.',
      zh: '请提供与该私钥对应的证书。',
    },
  },
} as const

export const error = errorsOf(codes)

/** What was found in place of what was needed, for a sentence of either language. */
export const naming = ({ en, zh }: Words) => ({ found: en, foundZh: zh })
