import { pathReasons } from './path-reasons.ts'
import type { ReasonRow } from './report.ts'
import { revocationFindings } from './revocation/findings.ts'
import { timeStampFindings } from './timestamp/findings.ts'

/**
 * Every finding of a CMS signature and its certificate path: what it means, what to do, and the
 * sub-indication of EN 319 102-1 it maps to. Words are filled from the check's evidence.
 */
export const reasons = {
  'structure-wrong': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The CMS signature cannot be read: {problem}.',
      zh: '无法读取该 CMS 签名：{problemZh}。',
    },
    remedy: {
      en: 'Ask for the original file again; this one is damaged, incomplete or not a signature.',
      zh: '请重新索取原始文件；当前文件已损坏、不完整或不是签名文件。',
    },
  },
  'over-limits': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'There is more in the signature than any ordinary one holds: {problem}.',
      zh: '签名的内容超出正常范围：{problemZh}。',
    },
    remedy: {
      en: 'Treat the file as malicious or damaged; ask for the original.',
      zh: '请视为恶意构造或已损坏，并索取原始文件。',
    },
  },
  'algorithms-unprotected': {
    subIndication: 'CRYPTO_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The signer signed other algorithms than those the signature names.',
      zh: '签名者所签署的算法与签名中声明的算法不一致。',
    },
    remedy: {
      en: 'Do not rely on it: the algorithms were replaced after signing.',
      zh: '请勿采信：算法在签名后被替换。',
    },
  },
  'trailing-bytes': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'Bytes that nobody signed follow the signature: {count}.',
      zh: '签名之后还有 {count} 个未被签名的字节。',
    },
    remedy: {
      en: 'Ask for the original file; something was appended to this one.',
      zh: '请索取原始文件；当前文件末尾被附加了内容。',
    },
  },
  'signers-missing': {
    subIndication: 'FORMAT_FAILURE',
    sentence: { en: 'The signature has no signer.', zh: '该签名不含任何签名者。' },
    remedy: { en: 'Ask the issuer for a signed file.', zh: '请向签发方索取已签名的文件。' },
  },
  'content-missing': {
    subIndication: 'SIGNED_DATA_NOT_FOUND',
    sentence: {
      en: 'The signature is detached, and the content it covers was not given.',
      zh: '该签名为分离式签名，但未提供被签名的内容。',
    },
    remedy: {
      en: 'Pass the signed content, or its digest, along with the signature.',
      zh: '请同时提供被签名的内容或其摘要。',
    },
  },
  'content-ambiguous': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The signature carries content of its own, and other content was given too: it is unclear which is meant.',
      zh: '签名内已含内容，同时又另外提供了内容，无法确定应以哪一份为准。',
    },
    remedy: {
      en: 'Pass no content, and use the content that the report returns.',
      zh: '请不要另外传入内容，以报告返回的内容为准。',
    },
  },
  'digest-of-other-hash': {
    subIndication: 'SIGNED_DATA_NOT_FOUND',
    sentence: {
      en: 'A {given} digest was given, but the signer used {needed}.',
      zh: '提供的是 {given} 摘要，而签名者使用的是 {needed}。',
    },
    remedy: {
      en: 'Pass the {needed} digest of the content, or the content itself.',
      zh: '请提供内容的 {needed} 摘要，或直接提供内容。',
    },
  },
  'signer-certificate-missing': {
    subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
    sentence: {
      en: 'The certificate that the signer names ({signer}) is not in the file.',
      zh: '文件中没有签名者所指的证书（{signer}）。',
    },
    remedy: {
      en: 'Ask the issuer for its certificate and pass it among the intermediates.',
      zh: '请向签发方索取其证书，并作为中间证书一并提供。',
    },
  },
  'signer-certificate-ambiguous': {
    subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
    sentence: {
      en: '{count} different certificates match the signer’s name and number, and the signature does not say which one it means.',
      zh: '有 {count} 张不同的证书与签名者的名称和序列号相符，而签名未指明是哪一张。',
    },
    remedy: {
      en: 'Ask the issuer for a signature with the signing-certificate-v2 attribute.',
      zh: '请要求签发方使用带有 signing-certificate-v2 属性的签名。',
    },
  },
  'algorithm-weak': {
    subIndication: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
    sentence: {
      en: 'The algorithm policy does not accept {algorithm} at the time of judging, so this could have been forged.',
      zh: '在判定时间，算法策略不认可 {algorithm}，签名有被伪造的可能。',
    },
    remedy: {
      en: 'Ask the issuer to sign again with a stronger algorithm, or prove with a time-stamp that the signature is older.',
      zh: '请要求签发方使用更强的算法重新签名，或以时间戳证明签名形成于更早时间。',
    },
  },
  'algorithm-unsupported': {
    subIndication: 'CRYPTO_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The algorithm {algorithm} is not supported here, so its signature could not be checked.',
      zh: '本程序不支持算法 {algorithm}，无法验证其签名。',
    },
    remedy: {
      en: 'Check the file with software that supports this algorithm.',
      zh: '请使用支持该算法的软件验证。',
    },
  },
  'algorithm-parameters-wrong': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The parameters of {algorithm} are not those that its standard allows.',
      zh: '{algorithm} 的参数不符合标准。',
    },
    remedy: {
      en: 'Tell the issuer that its signing software writes wrong algorithm parameters.',
      zh: '请告知签发方：其签名软件写入的算法参数有误。',
    },
  },
  'algorithms-disagree': {
    subIndication: 'CRYPTO_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The signature names algorithms that do not fit each other: {problem}.',
      zh: '签名所声明的算法互不一致：{problemZh}。',
    },
    remedy: {
      en: 'Treat the file as altered unless the issuer confirms that its signing software writes this.',
      zh: '除非签发方确认其签名软件如此，否则请视为文件已被改动。',
    },
  },
  'signed-attributes-missing': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The signature has no signed attributes, so what it covers could be read as something else.',
      zh: '签名没有签名属性，其覆盖的内容可能被当作其他内容解读。',
    },
    remedy: {
      en: 'Ask the issuer for a CAdES signature.',
      zh: '请要求签发方提供 CAdES 签名。',
    },
  },
  'signed-attributes-wrong': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The signed attributes do not conform to the standard: {problem}.',
      zh: '签名属性不符合标准：{problemZh}。',
    },
    remedy: {
      en: 'Ask for the original file; if it is the same, tell the issuer that its signing software is faulty.',
      zh: '请索取原始文件；若原始文件同样如此，请告知签发方其签名软件有误。',
    },
  },
  'content-type-wrong': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The signer signed content of type {signed}, but the file says {found}.',
      zh: '签名者签署的内容类型为 {signed}，而文件声明为 {found}。',
    },
    remedy: {
      en: 'Do not use the file: its kind was changed after signing.',
      zh: '请勿使用该文件：其类型在签名后被改动。',
    },
  },
  'content-altered': {
    subIndication: 'HASH_FAILURE',
    sentence: {
      en: 'The content is not what was signed: it was altered, or belongs to another signature.',
      zh: '内容与签名时不一致：已被改动，或属于另一份签名。',
    },
    remedy: {
      en: 'Do not rely on it; ask the holder or the issuer for the original.',
      zh: '请勿采信；请向持有人或签发方索取原件。',
    },
  },
  'signing-certificate-missing': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The signature does not bind its certificate (no signing-certificate-v2 attribute), so the certificate could have been replaced.',
      zh: '签名未绑定证书（缺少 signing-certificate-v2 属性），证书可能被替换。',
    },
    remedy: {
      en: 'Ask for a CAdES signature, or knowingly accept plain CMS with `requireSigningCertificate: false`.',
      zh: '请索取 CAdES 签名；若确需接受普通 CMS，请明确设置 `requireSigningCertificate: false`。',
    },
  },
  'signing-certificate-wrong': {
    subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
    sentence: {
      en: 'The certificate in the file is not the one the signer signed with: {problem}.',
      zh: '文件中的证书不是签名者签名时所用的证书：{problemZh}。',
    },
    remedy: {
      en: 'Treat the file as altered: ask the issuer for the original.',
      zh: '请视为文件已被改动，并向签发方索取原件。',
    },
  },
  'signature-wrong': {
    subIndication: 'SIG_CRYPTO_FAILURE',
    sentence: {
      en: 'The signature was not made with the key of {subject}, or what it covers was altered.',
      zh: '签名不是由 {subject} 的密钥作出，或其覆盖内容已被改动。',
    },
    remedy: {
      en: 'Do not rely on it: it is forged or altered. Ask the issuer.',
      zh: '请勿采信：签名系伪造或内容被改动，请向签发方核实。',
    },
  },
  'key-usage-wrong': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The certificate of {subject} is meant for {usage}, not for signing documents.',
      zh: '{subject} 的证书用途为 {usage}，不能用于签署文件。',
    },
    remedy: {
      en: 'Ask the issuer to sign with a certificate for signatures (digitalSignature or nonRepudiation).',
      zh: '请要求签发方使用签名用途的证书（digitalSignature 或 nonRepudiation）。',
    },
  },
  'not-reached': {
    sentence: {
      en: 'Not checked, because an earlier check left nothing to look at.',
      zh: '前一项检查未通过，本项未检查。',
    },
    remedy: { en: 'See the earlier finding first.', zh: '请先查看前面的问题。' },
  },
  ...pathReasons,
  ...revocationFindings,
  ...timeStampFindings,
} as const satisfies Readonly<Record<string, ReasonRow>>

/** The stable word of a reason that a check of a signature can have. */
export type Reason = keyof typeof reasons
