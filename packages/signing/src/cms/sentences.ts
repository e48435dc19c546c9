/** What each check says when it passed. */
export const sentences = {
  structure: { en: 'The signature is a complete CMS message.', zh: '签名为完整的 CMS 消息。' },
  signers: { en: 'The number of signers is {count}.', zh: '签名者数量为 {count}。' },
  attached: { en: 'The signed content is inside the signature.', zh: '被签名的内容包含在签名文件中。' },
  detached: {
    en: 'The signed content was given along with the signature.',
    zh: '被签名的内容已另行提供。',
  },
  certificate: {
    en: 'The signer’s certificate was found: {subject}.',
    zh: '已找到签名者证书：{subject}。',
  },
  algorithms: {
    en: 'The signature uses {algorithm} with {key}.',
    zh: '签名使用 {algorithm}，密钥为 {key}。',
  },
  attributes: { en: 'The signed attributes are well-formed.', zh: '签名属性格式正确。' },
  contentType: { en: 'The content type is as signed.', zh: '内容类型与签名时一致。' },
  messageDigest: {
    en: 'The content is exactly what was signed.',
    zh: '内容与签名时完全一致。',
  },
  signingCertificate: {
    en: 'The signature is bound to this certificate.',
    zh: '签名已绑定该证书。',
  },
  signingCertificateNotAsked: {
    en: 'The signature is not bound to its certificate, and this was not required.',
    zh: '签名未绑定证书，调用时也未要求绑定。',
  },
  signature: {
    en: 'The signature was made with the key of {subject}.',
    zh: '签名由 {subject} 的密钥作出。',
  },
  keyUsage: { en: 'The certificate may sign documents.', zh: '证书可用于签署文件。' },
} as const
