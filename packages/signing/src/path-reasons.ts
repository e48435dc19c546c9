import type { ReasonRow } from './report.ts'

/** Findings of a certificate path alone; `reasons.ts` holds them together with those of a signature. */
export const pathReasons = {
  'no-path': {
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    sentence: {
      en: 'No chain of certificates leads from {subject} to a trusted root; the issuer “{issuer}” is not among those trusted.',
      zh: '从 {subject} 到受信任的根证书之间没有证书链；颁发者“{issuer}”不在受信任范围内。',
    },
    remedy: {
      en: 'If the issuer is one you trust, add its root (or the missing intermediate); otherwise do not rely on the signature.',
      zh: '若该颁发者可信，请添加其根证书或缺失的中间证书；否则请勿采信该签名。',
    },
  },
  'path-work-exceeded': {
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    sentence: {
      en: 'The certificates are so entangled that the search for a path was given up after {steps} steps.',
      zh: '证书关系过于复杂，在 {steps} 步后停止寻找证书路径。',
    },
    remedy: {
      en: 'Treat the file as malicious; an ordinary one needs only a few steps.',
      zh: '请视为恶意文件；正常文件只需几步。',
    },
  },
  'issuer-signature-wrong': {
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    sentence: {
      en: 'The certificate of {subject} was not signed by the trusted “{issuer}”, but by another issuer of the same name.',
      zh: '{subject} 的证书不是由受信任的“{issuer}”签发，而是由同名的其他颁发者签发。',
    },
    remedy: {
      en: 'Treat the signature as forged, unless the issuer has changed its key and you lack its new certificate.',
      zh: '除非颁发者已更换密钥而您缺少其新证书，否则请视为伪造。',
    },
  },
  'certificate-expired': {
    subIndication: 'OUT_OF_BOUNDS_NO_POE',
    sentence: {
      en: 'The certificate of {subject} expired at {notAfter}; the time of judging is {at}.',
      zh: '{subject} 的证书已于 {notAfter} 到期，判定时间为 {at}。',
    },
    remedy: {
      en: 'Judge as of a time proven by a time-stamp or ledger receipt, or ask for a newly signed file.',
      zh: '请以时间戳或账本回执证明的时间判定，或索取重新签名的文件。',
    },
  },
  'certificate-not-yet-valid': {
    subIndication: 'OUT_OF_BOUNDS_NO_POE',
    sentence: {
      en: 'The certificate of {subject} is valid only from {notBefore}; the time of judging is {at}.',
      zh: '{subject} 的证书自 {notBefore} 起生效，判定时间为 {at}。',
    },
    remedy: {
      en: 'Check the clock of this computer and the time that was passed.',
      zh: '请检查本机时钟以及传入的判定时间。',
    },
  },
  'certificate-version-wrong': {
    subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    sentence: {
      en: 'The certificate of {subject} is version {version}; only version 3 can state what it may be used for.',
      zh: '{subject} 的证书为第 {version} 版；只有第 3 版能声明用途。',
    },
    remedy: {
      en: 'Ask the certification authority for a version 3 certificate.',
      zh: '请向证书颁发机构索取第 3 版证书。',
    },
  },
  'ca-flag-missing': {
    subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    sentence: {
      en: '{subject} issued a certificate without being a certification authority.',
      zh: '{subject} 不是证书颁发机构，却签发了证书。',
    },
    remedy: {
      en: 'Treat the signature as forged: a holder of an ordinary certificate issued another one.',
      zh: '请视为伪造：普通证书的持有者签发了另一张证书。',
    },
  },
  'path-too-long': {
    subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    sentence: {
      en: '{subject} may have at most {allowed} levels of authorities below it, but has {found}.',
      zh: '{subject} 之下最多允许 {allowed} 级颁发机构，实际有 {found} 级。',
    },
    remedy: {
      en: 'Treat the signature as untrusted: an authority exceeded what it was allowed.',
      zh: '请视为不可信：颁发机构超出了被授权的层级。',
    },
  },
  'issuer-key-usage-wrong': {
    subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    sentence: {
      en: 'The key of {subject} may not sign certificates.',
      zh: '{subject} 的密钥不得用于签发证书。',
    },
    remedy: {
      en: 'Treat the signature as untrusted, and tell the certification authority.',
      zh: '请视为不可信，并告知证书颁发机构。',
    },
  },
  'certificate-extension-wrong': {
    subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    sentence: {
      en: 'An extension of the certificate of {subject} does not conform to RFC 5280: {problem}.',
      zh: '{subject} 的证书扩展不符合 RFC 5280：{problemZh}。',
    },
    remedy: {
      en: 'Ask the certification authority for a correct certificate.',
      zh: '请向证书颁发机构索取正确的证书。',
    },
  },
  'name-not-permitted': {
    subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'An authority above {subject} may not certify the name “{name}”: it is outside what it is permitted.',
      zh: '{subject} 的上级颁发机构无权为名称“{name}”签发证书：超出其许可范围。',
    },
    remedy: {
      en: 'Treat the signature as untrusted: an authority certified somebody outside its domain.',
      zh: '请视为不可信：颁发机构超出其管辖范围签发了证书。',
    },
  },
  'name-excluded': {
    subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'An authority above {subject} is forbidden to certify the name “{name}”.',
      zh: '{subject} 的上级颁发机构被禁止为名称“{name}”签发证书。',
    },
    remedy: {
      en: 'Treat the signature as untrusted: an authority certified somebody it must not.',
      zh: '请视为不可信：颁发机构签发了其不得签发的证书。',
    },
  },
  'names-work-exceeded': {
    subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The certificates carry so many names and constraints that comparing them was given up at {subject}.',
      zh: '证书中的名称与约束过多，比较到 {subject} 时停止。',
    },
    remedy: {
      en: 'Treat the file as malicious; an ordinary one needs only a few comparisons.',
      zh: '请视为恶意文件；正常文件只需少量比较。',
    },
  },
  'name-constraint-unsupported': {
    subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'Whether the name “{name}” of {subject} is permitted cannot be told: names of this form are not compared here.',
      zh: '无法判断 {subject} 的名称“{name}”是否被许可：本程序不比较此类名称。',
    },
    remedy: {
      en: 'Check the file with software that compares names of this form.',
      zh: '请使用支持比较此类名称的软件验证。',
    },
  },
  'policy-missing': {
    subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The path is valid for none of the certificate policies that are required; it fails at {subject}.',
      zh: '该证书路径不满足所要求的任何证书策略；问题出在 {subject}。',
    },
    remedy: {
      en: 'Ask the issuer for a certificate under one of the required policies: {accepted}.',
      zh: '请向签发方索取符合所要求策略（{accepted}）的证书。',
    },
  },
  'policy-mapping-wrong': {
    subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    sentence: {
      en: 'The certificate of {subject} maps a policy from or to any policy, which RFC 5280 forbids.',
      zh: '{subject} 的证书在策略映射中使用了任意策略，RFC 5280 不允许。',
    },
    remedy: {
      en: 'Ask the certification authority for a correct certificate.',
      zh: '请向证书颁发机构索取正确的证书。',
    },
  },
  'purpose-wrong': {
    subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The certificate of {subject} was issued for {usage}, not for what it is used for here ({wanted}).',
      zh: '{subject} 的证书用途为 {usage}，不包括此处的用途（{wanted}）。',
    },
    remedy: {
      en: 'Ask for a certificate issued for this purpose.',
      zh: '请使用为该用途签发的证书。',
    },
  },
  'critical-extension-unknown': {
    subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The certificate of {subject} carries conditions that are not supported here ({extensions}) and must not be ignored.',
      zh: '{subject} 的证书带有本程序无法处理、且不得忽略的关键条件（{extensions}）。',
    },
    remedy: {
      en: 'Check the file with software that supports these extensions.',
      zh: '请使用支持这些扩展的软件验证。',
    },
  },
} as const satisfies Readonly<Record<string, ReasonRow>>
