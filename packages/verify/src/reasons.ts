import type { ReasonRow } from '@licencevault/signing'

const refuse = {
  en: 'Do not accept it. Ask the holder for the original file, and tell the authority named on it.',
  zh: '请勿采信。请持证人提供原始文件，并告知证照所载颁发机构。',
}
const sendAgain = {
  en: 'Ask for the original file, sent as a file and not printed, photographed or converted.',
  zh: '请索取原始文件，以文件形式发送，勿打印、拍照或转换格式。',
}
const tellIssuer = {
  en: 'Do not accept it as a licence; tell the authority named on it, whose issuing system made a faulty file.',
  zh: '请勿作为证照采信；请告知所载颁发机构，其签发系统生成的文件有误。',
}
const freshList = {
  en: 'Fetch the current authority list and verify again; if the answer stays, do not accept it.',
  zh: '请获取最新机构名录后重新验证；若结果不变，请勿采信。',
}

/**
 * Every finding a check can have. `subIndication` is that of ETSI EN 319 102-1. What a finding means
 * for the whole is in `verdicts.ts`.
 */
export const reasons = {
  // pdf-structure
  'not-a-pdf': {
    sentence: { en: 'The file is not a PDF.', zh: '该文件不是 PDF。' },
    remedy: sendAgain,
    subIndication: 'FORMAT_FAILURE',
  },
  'pdf-damaged': {
    sentence: {
      en: 'The PDF is damaged and cannot be read: {problem}',
      zh: 'PDF 已损坏，无法读取：{problemZh}',
    },
    remedy: sendAgain,
    subIndication: 'FORMAT_FAILURE',
  },
  'pdf-over-limits': {
    sentence: { en: 'The PDF goes past a limit: {problem}', zh: 'PDF 超出上限：{problemZh}' },
    remedy: {
      en: 'No licence comes near these limits: treat the file as hostile.',
      zh: '正常证照远不会达到这些上限：请将该文件视为恶意文件。',
    },
    subIndication: 'FORMAT_FAILURE',
  },
  'pdf-encrypted': {
    sentence: {
      en: 'The PDF is encrypted, so its seal cannot be checked.',
      zh: 'PDF 已加密，无法核验其签章。',
    },
    remedy: { en: '{remedy}', zh: '{remedyZh}' },
    subIndication: 'CUSTOM',
  },
  'pdf-unsupported': {
    sentence: {
      en: 'The PDF is written in a way that is not supported here: {problem}',
      zh: '本程序不支持该 PDF 的写法：{problemZh}',
    },
    remedy: { en: '{remedy}', zh: '{remedyZh}' },
    subIndication: 'CUSTOM',
  },

  // one-seal
  'no-seal': {
    sentence: { en: 'The file bears no electronic seal.', zh: '文件上没有电子签章。' },
    remedy: {
      en: 'A print, scan or conversion has lost its seal: ask for the original file, or scan the code on the paper.',
      zh: '打印、扫描或转换会丢失签章：请索取原始文件，或扫描纸面上的二维码。',
    },
    subIndication: 'FORMAT_FAILURE',
  },
  'several-seals': {
    sentence: {
      en: 'The file bears {count} seals; a licence bears one, and nothing may be added to it.',
      zh: '文件上有 {count} 个签章；证照只有一个签章，且不得追加内容。',
    },
    remedy: refuse,
    subIndication: 'FORMAT_FAILURE',
  },
  'sealed-after-saving': {
    sentence: {
      en: 'The seal was put on a file that had been saved {count} time(s) before; a licence is written and sealed in one.',
      zh: '签章加在此前已保存过 {count} 次的文件上；证照的版面与签章应一次生成。',
    },
    remedy: {
      en: 'Read it as what it is, a sealed document; whoever wrote it, the seal does not say that it is a licence.',
      zh: '请按普通签章文件对待：无论由谁制作，该签章都不表明它是证照。',
    },
    subIndication: 'FORMAT_FAILURE',
  },

  // nothing-after-seal
  'changed-after-seal': {
    sentence: {
      en: 'The file is no longer as it was sealed. {problem}',
      zh: '文件已与签章时不同。{problemZh}',
    },
    remedy: refuse,
    subIndication: 'FORMAT_FAILURE',
  },

  // seal-intact
  'bytes-changed': {
    sentence: {
      en: 'The sealed bytes are no longer those that were sealed.',
      zh: '受签章保护的内容已与签章时不同。',
    },
    remedy: refuse,
    subIndication: 'HASH_FAILURE',
  },
  'signature-wrong': {
    sentence: {
      en: 'The seal was not made with the key of the certificate it shows.',
      zh: '该签章并非由其所示证书的密钥制作。',
    },
    remedy: refuse,
    subIndication: 'SIG_CRYPTO_FAILURE',
  },
  'seal-refused': {
    sentence: {
      en: 'The seal does not meet the standard: {problem}',
      zh: '签章不符合标准：{problemZh}',
    },
    remedy: refuse,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'algorithm-weak': {
    sentence: {
      en: 'The algorithm policy does not accept {algorithm} at the time of judging, and nothing in the file proves that it was made while it still did.',
      zh: '在判定时间，算法策略不认可 {algorithm}，且没有证据表明签名形成于其仍获认可之时。',
    },
    remedy: {
      en: 'Ask the authority named on it to confirm it or to issue it anew with a stronger algorithm.',
      zh: '请向所载颁发机构核实，或请其以更强的算法重新颁发。',
    },
    subIndication: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
  'algorithm-unknown': {
    sentence: {
      en: 'The seal or its certificates use the algorithm {algorithm}, which is not supported here, so the seal could not be checked.',
      zh: '签章或其证书使用了本程序不支持的算法 {algorithm}，无法验证该签章。',
    },
    remedy: {
      en: 'Verify with a program that supports this algorithm; this one says neither that the seal is right nor that it is wrong.',
      zh: '请使用支持该算法的程序核验；本程序既不能认定签章有效，也不能认定其无效。',
    },
    subIndication: 'CRYPTO_CONSTRAINTS_FAILURE',
  },

  // certificate-path
  'seal-imitated': {
    sentence: {
      en: 'The seal names itself {subject}, but its certificate does not descend from a trusted CA; the seals of {authority} do.',
      zh: '签章自称 {subject}，但其证书并非由受信任的 CA 签发；{authorityZh} 的签章均由受信任的 CA 签发。',
    },
    remedy: refuse,
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
  },
  'path-untrusted': {
    sentence: {
      en: 'The certificate of the seal ({subject}) does not descend from a trusted CA.',
      zh: '签章证书（{subject}）并非由受信任的 CA 签发。',
    },
    remedy: freshList,
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
  },
  'path-refused': {
    sentence: {
      en: 'The certificate of the seal ({subject}) may not be used for this: {problem}',
      zh: '签章证书（{subject}）不得用于此用途：{problemZh}',
    },
    remedy: refuse,
    subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
  },

  // certificate-in-time
  'certificate-ended-before-sealing': {
    sentence: {
      en: 'The certificate of the seal had ended on {notAfter}, before it sealed at {sealedAt}.',
      zh: '签章证书已于 {notAfter} 到期，早于签章时间 {sealedAt}。',
    },
    remedy: refuse,
    subIndication: 'EXPIRED',
  },
  'certificate-not-yet-begun': {
    sentence: {
      en: 'The certificate of the seal begins on {notBefore}, after it sealed at {sealedAt}.',
      zh: '签章证书自 {notBefore} 起有效，晚于签章时间 {sealedAt}。',
    },
    remedy: refuse,
    subIndication: 'NOT_YET_VALID',
  },
  'certificate-ended-since': {
    sentence: {
      en: 'The certificate of the seal has ended on {notAfter}, and nothing in the file proves that it sealed before.',
      zh: '签章证书已于 {notAfter} 到期，而文件中没有能证明签章早于到期时间的证据。',
    },
    remedy: {
      en: 'Ask the authority named on the licence to confirm it or to issue it anew; verify at the time of issue to see what was true then.',
      zh: '请向颁发机构核实或申请换发；如需了解当时的情况，请以颁发时间为判定时间重新验证。',
    },
    subIndication: 'NO_POE',
  },

  'judged-before-sealing': {
    sentence: {
      en: 'Judged at {at}, before the time {sealedAt} at which the seal says it was made.',
      zh: '判定时间 {at} 早于签章所称时间 {sealedAt}。',
    },
    remedy: {
      en: 'Check the clock of this machine, or ask about a moment after the licence was issued.',
      zh: '请检查本机时钟，或以证照颁发之后的时间为判定时间。',
    },
    subIndication: 'OUT_OF_BOUNDS_NO_POE',
  },

  'judged-before-issue': {
    sentence: {
      en: 'Judged at {at}, before the time {issuedAt} at which the licence says it was issued.',
      zh: '判定时间 {at} 早于证照所称颁发时间 {issuedAt}。',
    },
    remedy: {
      en: 'Check the clock of this machine, or verify again after that time.',
      zh: '请检查本机时钟，或在该时间之后重新验证。',
    },
    subIndication: 'OUT_OF_BOUNDS_NO_POE',
  },

  // authority-known
  'authority-unknown': {
    sentence: {
      en: 'The authority {name} ({code}) is not in the authority list.',
      zh: '颁发机构 {name}（{code}）不在机构名录中。',
    },
    remedy: freshList,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },

  // certificate-of-authority
  'seal-of-another-authority': {
    sentence: {
      en: 'The licence names {named} as its authority, but the seal is that of {sealer}.',
      zh: '证照所载颁发机构为 {namedZh}，但签章属于 {sealerZh}。',
    },
    remedy: {
      en: 'Do not accept it; tell both authorities, since a genuine seal was used for what it may not seal.',
      zh: '请勿采信；请告知双方机构，因有真实印章被用于其无权签发的证照。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'certificate-not-listed': {
    sentence: {
      en: 'The certificate of the seal ({subject}) is none of those that the list names for {authority}.',
      zh: '签章证书（{subject}）不在名录为 {authorityZh} 列出的证书之中。',
    },
    remedy: freshList,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },

  // authority-entitled
  'type-not-entitled': {
    sentence: {
      en: '{authority} may not issue licences of the type {type}.',
      zh: '{authorityZh} 无权颁发“{type}”。',
    },
    remedy: {
      en: 'Do not accept it; tell the authority, since its genuine seal was used for what it may not seal.',
      zh: '请勿采信；请告知该机构，因其真实印章被用于其无权签发的证照。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'type-not-entitled-then': {
    sentence: {
      en: '{authority} was not entitled to issue the type {type} at {issuedAt}, the time of issue it claims.',
      zh: '在所称颁发时间 {issuedAt}，{authorityZh} 无权颁发“{type}”。',
    },
    remedy: {
      en: 'Do not accept it; ask the authority that was entitled at that time.',
      zh: '请勿采信；请向当时有权颁发的机构核实。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },

  // statement-well-formed
  'statement-missing': {
    sentence: {
      en: 'The sealed file carries no statement.json, so it says nothing that can be checked as a licence.',
      zh: '签章文件中没有 statement.json，没有可作为证照核验的内容。',
    },
    remedy: {
      en: 'Treat it as a sealed document, not as a licence; ask for the licence file itself.',
      zh: '请视为已签章的普通文件而非证照；请索取证照文件。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'statement-several': {
    sentence: {
      en: 'Two attachments of the file bear the same name. {problem}',
      zh: '文件中有同名附件。{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'statement-too-large': {
    sentence: {
      en: 'The attached statement is too large. {problem}',
      zh: '附带的声明过大。{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'statement-malformed': {
    sentence: {
      en: 'The attached statement cannot be read: {problem}',
      zh: '附带的声明无法读取：{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },

  // statement-agrees
  'identifier-wrong': {
    sentence: {
      en: 'The identifier is not one of GB/T 36904: {problem}',
      zh: '证照标识不符合 GB/T 36904：{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'statement-contradicts': {
    sentence: {
      en: 'The statement contradicts itself: {problem}',
      zh: '声明自相矛盾：{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },

  // validity
  'not-yet-valid': {
    sentence: { en: 'It is valid from {from}; judged on {on}.', zh: '有效期自 {from} 起；判定日期为 {on}。' },
    remedy: { en: 'Accept it from that day on.', zh: '请自该日起采信。' },
  },
  expired: {
    sentence: {
      en: 'It was valid until {until}; judged on {on}.',
      zh: '有效期至 {until}；判定日期为 {on}。',
    },
    remedy: {
      en: 'Ask the holder for the renewed licence, or the authority whether a renewal is under way.',
      zh: '请持证人提供延续后的证照，或向颁发机构查询是否正在办理延续。',
    },
  },

  // receipt
  'receipt-missing': {
    sentence: {
      en: 'Since {since} every licence of {authority} must carry the receipt of its ledger {ledger}; this one carries none.',
      zh: '自 {since} 起，{authorityZh} 的证照须附有账本 {ledger} 的回执；该文件没有。',
    },
    remedy: {
      en: 'Do not accept it: it was not recorded, and a seal alone makes no licence. Ask the authority.',
      zh: '请勿采信：该证照未经登记，仅有签章不构成证照。请向颁发机构核实。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'receipt-not-checked': {
    sentence: {
      en: 'Since {since} every licence of {authority} must carry the receipt of its ledger {ledger}; one is there, but this program cannot check receipts.',
      zh: '自 {since} 起，{authorityZh} 的证照须附有账本 {ledger} 的回执；文件附有回执，但本程序不能核验回执。',
    },
    remedy: {
      en: 'Verify with a program that checks receipts, or ask the vault for its status.',
      zh: '请使用能核验回执的程序验证，或向证照库查询其状态。',
    },
    subIndication: 'POLICY_PROCESSING_ERROR',
  },
  'receipt-not-demanded': {
    sentence: {
      en: 'The list demands no receipt for this licence.',
      zh: '名录未要求该证照附有回执。',
    },
    remedy: { en: 'Nothing needs doing.', zh: '无需处理。' },
  },

  // trust-fresh
  'trust-stale': {
    sentence: {
      en: 'The authority list was to be renewed by {nextUpdate}; what it says may no longer be true.',
      zh: '机构名录应于 {nextUpdate} 前更新；其内容可能已不准确。',
    },
    remedy: {
      en: 'Fetch the current authority list and verify again.',
      zh: '请获取最新机构名录后重新验证。',
    },
    subIndication: 'TRY_LATER',
  },

  // status
  'status-not-asked': {
    sentence: {
      en: 'Whether it has been suspended or revoked since it was issued is not in the file.',
      zh: '颁发后是否被暂扣、吊销等，文件本身无法说明。',
    },
    remedy: {
      en: 'Where that matters, ask the vault for the current status of the identifier.',
      zh: '如有必要，请向证照库查询该标识的当前状态。',
    },
  },

  // the code on paper
  'code-unreadable': {
    sentence: { en: 'The code holds no licence token: {problem}', zh: '二维码中没有证照令牌：{problemZh}' },
    remedy: {
      en: 'Scan the code again, whole and in good light; if the answer stays, it is not the code of a licence.',
      zh: '请在光线充足处重新完整扫描；若结果不变，则不是证照二维码。',
    },
    subIndication: 'FORMAT_FAILURE',
  },
  'code-version-unknown': {
    sentence: {
      en: 'The code is of a newer format, version {version}.',
      zh: '二维码采用了较新的格式，版本 {version}。',
    },
    remedy: { en: 'Update the verifying program, then scan again.', zh: '请更新验证程序后重新扫描。' },
    subIndication: 'FORMAT_FAILURE',
  },
  'paper-key-of-another-authority': {
    sentence: {
      en: 'The code speaks for {named}, but is signed with the paper key of {sealer}.',
      zh: '二维码所载颁发机构为 {namedZh}，但由 {sealerZh} 的纸面密钥签名。',
    },
    remedy: {
      en: 'Do not accept it; tell both authorities, since a genuine key was used for what it may not sign.',
      zh: '请勿采信；请告知双方机构，因有真实密钥被用于其无权签名的内容。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'paper-key-unknown': {
    sentence: {
      en: 'The code speaks for {authority}, but is signed with a key that authority does not have ({keyId}).',
      zh: '二维码所载颁发机构为 {authorityZh}，但签名密钥（{keyId}）不属于该机构。',
    },
    remedy: refuse,
    subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
  },
  'paper-key-not-in-time': {
    sentence: {
      en: 'The paper key {keyId} is accepted from {from} until {to} only.',
      zh: '纸面密钥 {keyId} 仅在 {from} 至 {to} 期间被认可。',
    },
    remedy: {
      en: 'Do not accept the code; ask for the file of the licence, or a new print.',
      zh: '请勿采信该二维码；请索取证照文件或重新打印件。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'code-signature-wrong': {
    sentence: {
      en: 'The signature of the code is not that of the paper key it names.',
      zh: '二维码的签名并非其所示纸面密钥所签。',
    },
    remedy: refuse,
    subIndication: 'SIG_CRYPTO_FAILURE',
  },
  'face-not-in-code': {
    sentence: {
      en: 'The code proves the identifier and the dates, not what is printed around it.',
      zh: '二维码只能证明标识和有效期，不能证明其周围印制的内容。',
    },
    remedy: {
      en: 'Compare identifier and dates with the paper; for the rest ask for the file of the licence.',
      zh: '请将标识和有效期与纸面核对；其余内容请索取证照文件核验。',
    },
  },

  // where an earlier failure left nothing to look at
  'nothing-to-check': {
    sentence: {
      en: 'Not checked: {because} left nothing to look at.',
      zh: '未检查：{because} 未通过，无内容可供检查。',
    },
    remedy: { en: 'See that check first.', zh: '请先处理该项检查。' },
  },
} as const satisfies Readonly<Record<string, ReasonRow>>

export type Reason = keyof typeof reasons
