import type { ReasonRow } from '@licencevault/signing'

const refuse = {
  en: 'Do not accept it. Ask the holder for the original file, and inform the authority named on it.',
  zh: '请勿采信。请要求持证人提供原始文件，并告知证照所载颁发机构。',
}
const sendAgain = {
  en: 'Ask for the original file, sent as it is and not printed, photographed or converted.',
  zh: '请索取原始文件，并直接发送该文件，勿打印、拍照或转换格式。',
}
const tellIssuer = {
  en: 'Do not accept it as a licence; inform the authority named on it, whose issuing system produced a faulty file.',
  zh: '请勿作为证照采信；请告知所载颁发机构，其制证系统生成的文件有误。',
}
const freshList = {
  en: 'Fetch the current authority list and verify again; if the answer is the same, do not accept it.',
  zh: '请获取最新机构名录后重新核验；若结果不变，请勿采信。',
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
    sentence: { en: 'The PDF exceeds a limit: {problem}', zh: 'PDF 超出上限：{problemZh}' },
    remedy: {
      en: 'No real licence comes near these limits: treat the file as malicious.',
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
      en: 'The PDF uses a feature that is not supported here: {problem}',
      zh: '该 PDF 使用了本程序不支持的特性：{problemZh}',
    },
    remedy: { en: '{remedy}', zh: '{remedyZh}' },
    subIndication: 'CUSTOM',
  },

  // one-seal
  'no-seal': {
    sentence: { en: 'The file bears no electronic seal.', zh: '文件上没有电子签章。' },
    remedy: {
      en: 'Printing, scanning or converting a licence loses its seal: ask for the original file, or scan the code on the paper.',
      zh: '打印、扫描或转换会丢失签章：请索取原始文件，或扫描纸面上的二维码。',
    },
    subIndication: 'FORMAT_FAILURE',
  },
  'several-seals': {
    sentence: {
      en: 'The file bears {count} seals; a licence bears one, and nothing may be added to it.',
      zh: '文件上有 {count} 个签章；证照只应有一个签章，且其后不得追加内容。',
    },
    remedy: refuse,
    subIndication: 'FORMAT_FAILURE',
  },
  'sealed-after-saving': {
    sentence: {
      en: 'The seal was applied to a file that already existed (earlier versions: {count}); a licence is written and sealed in one step.',
      zh: '签章加盖于已有文件之上（此前已有 {count} 个版本）；证照的版面与签章应一次生成。',
    },
    remedy: {
      en: 'Treat it as an ordinary sealed document: whoever wrote it, the seal does not make it a licence.',
      zh: '请按普通签章文件对待：无论由谁制作，该签章都不能表明它是证照。',
    },
    subIndication: 'FORMAT_FAILURE',
  },

  // nothing-after-seal
  'changed-after-seal': {
    sentence: {
      en: 'The file is no longer as it was when sealed. {problem}',
      zh: '文件与签章时已不一致。{problemZh}',
    },
    remedy: refuse,
    subIndication: 'FORMAT_FAILURE',
  },

  // seal-intact
  'bytes-changed': {
    sentence: {
      en: 'The content under the seal is no longer what was sealed.',
      zh: '受签章保护的内容与签章时已不一致。',
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
      en: 'The algorithm policy does not accept {algorithm} at the time of judging, and nothing proves that the signature was made while it still did.',
      zh: '在判定时间，算法策略不认可 {algorithm}，也没有证据表明签名形成于该算法仍获认可之时。',
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
      en: 'The seal calls itself {subject}, but its certificate was not issued by a trusted CA; the seals of {authority} are.',
      zh: '签章自称 {subject}，但其印章证书并非由受信任的 CA 签发；{authorityZh}的印章证书均由受信任的 CA 签发。',
    },
    remedy: refuse,
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
  },
  'path-untrusted': {
    sentence: {
      en: 'The certificate of the seal ({subject}) was not issued by a trusted CA.',
      zh: '印章证书（{subject}）并非由受信任的 CA 签发。',
    },
    remedy: freshList,
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
  },
  'path-refused': {
    sentence: {
      en: 'The certificate of the seal ({subject}) may not be used to seal a licence: {problem}',
      zh: '印章证书（{subject}）不得用于加盖证照签章：{problemZh}',
    },
    remedy: refuse,
    subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
  },

  // certificate-in-time
  'certificate-ended-before-sealing': {
    sentence: {
      en: 'The certificate of the seal expired at {notAfter}, before the seal was made at {sealedAt}.',
      zh: '印章证书已于 {notAfter} 到期，早于签章时间 {sealedAt}。',
    },
    remedy: refuse,
    subIndication: 'EXPIRED',
  },
  'certificate-not-yet-begun': {
    sentence: {
      en: 'The certificate of the seal is valid only from {notBefore}, after the seal was made at {sealedAt}.',
      zh: '印章证书自 {notBefore} 起有效，晚于签章时间 {sealedAt}。',
    },
    remedy: refuse,
    subIndication: 'NOT_YET_VALID',
  },
  'certificate-ended-since': {
    sentence: {
      en: 'The certificate of the seal expired at {notAfter}, and nothing in the file proves that the seal was made before.',
      zh: '印章证书已于 {notAfter} 到期，文件中没有证据证明签章早于到期时间。',
    },
    remedy: {
      en: 'Ask the authority named on the licence to confirm or reissue it; to see what held when it was issued, verify as of that time.',
      zh: '请向颁发机构核实或申请换发；如需了解当时的情况，请以颁发时间为判定时间重新核验。',
    },
    subIndication: 'NO_POE',
  },

  'judged-before-sealing': {
    sentence: {
      en: 'The time of judging, {at}, is earlier than the time at which the seal says it was made, {sealedAt}.',
      zh: '判定时间 {at} 早于签章所称时间 {sealedAt}。',
    },
    remedy: {
      en: 'Check the clock of this computer, or judge as of a time after the licence was issued.',
      zh: '请检查本机时钟，或以证照颁发之后的时间为判定时间。',
    },
    subIndication: 'OUT_OF_BOUNDS_NO_POE',
  },

  'judged-before-issue': {
    sentence: {
      en: 'The time of judging, {at}, is earlier than the time at which the licence says it was issued, {issuedAt}.',
      zh: '判定时间 {at} 早于证照所称颁发时间 {issuedAt}。',
    },
    remedy: {
      en: 'Check the clock of this computer, or verify again after that time.',
      zh: '请检查本机时钟，或在该时间之后重新核验。',
    },
    subIndication: 'OUT_OF_BOUNDS_NO_POE',
  },

  // authority-known
  'authority-unknown': {
    sentence: {
      en: 'The authority {name} is not in the authority list.',
      zh: '颁发机构{nameZh}不在机构名录中。',
    },
    remedy: freshList,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },

  // certificate-of-authority
  'seal-of-another-authority': {
    sentence: {
      en: 'The licence names {named} as its authority, but the seal is that of {sealer}.',
      zh: '证照所载颁发机构为{namedZh}，但签章属于{sealerZh}。',
    },
    remedy: {
      en: 'Do not accept it; inform both authorities, since a genuine seal was put on what it may not seal.',
      zh: '请勿采信；请告知双方机构：有真实印章被用于其无权签发的证照。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'certificate-not-listed': {
    sentence: {
      en: 'The authority list does not name the certificate of the seal ({subject}) under {authority}.',
      zh: '机构名录未将该印章证书（{subject}）列于{authorityZh}名下。',
    },
    remedy: freshList,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },

  // authority-entitled
  'type-not-entitled': {
    sentence: {
      en: '{authority} may not issue licences of the type “{type}”.',
      zh: '{authorityZh}无权颁发“{type}”。',
    },
    remedy: {
      en: 'Do not accept it; inform the authority, since its genuine seal or key was used for what it may not issue.',
      zh: '请勿采信；请告知该机构：其真实印章或密钥被用于其无权颁发的证照。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'type-not-entitled-then': {
    sentence: {
      en: '{authority} was not entitled to issue “{type}” at {issuedAt}, the time of issue that is claimed.',
      zh: '在所称颁发时间 {issuedAt}，{authorityZh}无权颁发“{type}”。',
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
      en: 'The sealed file carries no licence data (statement.json), so there is nothing to check it by as a licence.',
      zh: '签章文件中没有证照数据（statement.json），没有可作为证照核验的内容。',
    },
    remedy: {
      en: 'Treat it as a sealed document, not as a licence; ask for the licence file itself.',
      zh: '请视为已签章的普通文件而非证照；请索取证照文件。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'statement-several': {
    sentence: {
      en: 'Two attachments of the file have the same name. {problem}',
      zh: '文件中有同名附件。{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'statement-too-large': {
    sentence: {
      en: 'The attached licence data are too large. {problem}',
      zh: '附带的证照数据过大。{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'statement-malformed': {
    sentence: {
      en: 'The attached licence data cannot be read: {problem}',
      zh: '附带的证照数据无法读取：{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },

  // statement-agrees
  'identifier-wrong': {
    sentence: {
      en: 'The identifier does not conform to GB/T 36904: {problem}',
      zh: '证照标识不符合 GB/T 36904：{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'statement-contradicts': {
    sentence: {
      en: 'The licence data contradict themselves: {problem}',
      zh: '证照数据自相矛盾：{problemZh}',
    },
    remedy: tellIssuer,
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },

  // validity
  'not-yet-valid': {
    sentence: {
      en: 'The licence is valid from {from}; the day of judging is {on}.',
      zh: '有效期自 {from} 起；判定日期为 {on}。',
    },
    remedy: { en: 'Accept it from that day on.', zh: '请自该日起采信。' },
  },
  expired: {
    sentence: {
      en: 'The licence was valid until {until}; the day of judging is {on}.',
      zh: '有效期至 {until}；判定日期为 {on}。',
    },
    remedy: {
      en: 'Ask the holder for the renewed licence, or ask the authority whether a renewal is under way.',
      zh: '请要求持证人提供延续后的证照，或向颁发机构查询是否正在办理延续。',
    },
  },

  // receipt
  'receipt-missing': {
    sentence: {
      en: 'Since {since} every licence of {authority} must carry a receipt of the ledger {ledger}; this one carries none.',
      zh: '自 {since} 起，{authorityZh}的证照须附有账本 {ledger} 的回执；该文件没有。',
    },
    remedy: {
      en: 'Do not accept it: it was not recorded, and a seal alone does not make a licence. Ask the authority.',
      zh: '请勿采信：该证照未经登记，仅有签章不构成证照。请向颁发机构核实。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'receipt-malformed': {
    sentence: {
      en: 'What is attached as the receipt of a ledger is none: {problem}',
      zh: '附带的账本回执不能成立：{problemZh}',
    },
    remedy: {
      en: 'Do not accept it: it is not proven to be recorded. Ask {authority}.',
      zh: '请勿采信：无法证明该证照已登记。请向{authorityZh}核实。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'receipt-wrong': {
    sentence: {
      en: 'The receipt of the ledger is wrong: {problem}',
      zh: '账本回执有误：{problemZh}',
    },
    remedy: {
      en: 'Do not accept it: the receipt was forged or damaged. Ask {authority}.',
      zh: '请勿采信：回执系伪造或已损坏。请向{authorityZh}核实。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'receipt-of-another': {
    sentence: {
      en: 'The receipt of the ledger {ledger} is genuine, but entry {index} is not the issue of this licence.',
      zh: '账本 {ledger} 的回执真实，但第 {index} 条登记的并非该证照的颁发。',
    },
    remedy: {
      en: 'Do not accept it: the receipt was taken from something else. Inform {authority}.',
      zh: '请勿采信：该回执取自其他登记。请告知{authorityZh}。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'receipt-ledger-unknown': {
    sentence: {
      en: 'Every licence of {authority} must carry a receipt of its ledger; there is one, but no key of that ledger is accepted here now.',
      zh: '{authorityZh}的证照须附有其账本的回执；该文件附有回执，但此处目前不认可该账本的任何密钥。',
    },
    remedy: {
      en: 'Fetch the current authority list, or ask the vault for the status of the licence.',
      zh: '请获取最新机构名录，或向证照库查询其状态。',
    },
    subIndication: 'POLICY_PROCESSING_ERROR',
  },
  'receipt-version-unknown': {
    sentence: {
      en: 'The receipt carries an entry of a newer format: {problem}',
      zh: '回执所附条目采用了较新的格式：{problemZh}',
    },
    remedy: { en: 'Update the verifying program, then verify again.', zh: '请更新核验程序后重新核验。' },
    subIndication: 'POLICY_PROCESSING_ERROR',
  },
  'receipt-not-demanded': {
    sentence: {
      en: 'The authority list demands no receipt for this licence.',
      zh: '机构名录未要求该证照附有回执。',
    },
    remedy: { en: 'Nothing needs to be done.', zh: '无需处理。' },
  },

  // trust-fresh
  'trust-stale': {
    sentence: {
      en: 'The authority list was due to be renewed by {nextUpdate}; what it says may be out of date.',
      zh: '机构名录本应于 {nextUpdate} 前更新，其内容可能已过时。',
    },
    remedy: {
      en: 'Fetch the current authority list and verify again.',
      zh: '请获取最新机构名录后重新核验。',
    },
    subIndication: 'TRY_LATER',
  },

  // status
  'status-not-asked': {
    sentence: {
      en: 'The {medium} cannot say whether the licence has been suspended or revoked since it was issued.',
      zh: '颁发后是否被暂扣、吊销等，仅凭{mediumZh}无法得知。',
    },
    remedy: {
      en: 'Where that matters, ask the vault for the current status of the licence.',
      zh: '如有必要，请向证照库查询该证照的当前状态。',
    },
  },

  // the code on paper
  'code-unreadable': {
    sentence: {
      en: 'The code is not that of a licence: {problem}',
      zh: '该二维码不是证照二维码：{problemZh}',
    },
    remedy: {
      en: 'Scan the whole code again in good light; if the answer is the same, it is not the code of a licence.',
      zh: '请在光线充足处重新完整扫描；若结果不变，则不是证照二维码。',
    },
    subIndication: 'FORMAT_FAILURE',
  },
  'code-version-unknown': {
    sentence: {
      en: 'The code uses a newer format, version {version}.',
      zh: '该二维码采用了较新的格式（版本 {version}）。',
    },
    remedy: { en: 'Update the verifying program, then scan again.', zh: '请更新核验程序后重新扫描。' },
    subIndication: 'FORMAT_FAILURE',
  },
  'paper-key-of-another-authority': {
    sentence: {
      en: 'The code names {named}, but was signed with the code-signing key of {sealer}.',
      zh: '二维码所载颁发机构为{namedZh}，但由{sealerZh}的二维码签名密钥签名。',
    },
    remedy: {
      en: 'Do not accept it; inform both authorities, since a genuine key was used for what it may not sign.',
      zh: '请勿采信；请告知双方机构：有真实密钥被用于其无权签名的内容。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'paper-key-unknown': {
    sentence: {
      en: 'The code names {authority}, but was signed with a key that is not that authority’s ({keyId}).',
      zh: '二维码所载颁发机构为{authorityZh}，但签名密钥（{keyId}）不属于该机构。',
    },
    remedy: refuse,
    subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
  },
  'paper-key-not-in-time': {
    sentence: {
      en: 'The code-signing key {keyId} is accepted only from {from} until {to}.',
      zh: '二维码签名密钥 {keyId} 仅在 {from} 至{toZh}期间被认可。',
    },
    remedy: {
      en: 'Do not accept the code; ask for the licence file, or for a new printout.',
      zh: '请勿采信该二维码；请索取证照文件，或要求重新打印。',
    },
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
  },
  'code-signature-wrong': {
    sentence: {
      en: 'The code was not signed with the key that it names.',
      zh: '二维码的签名并非由其所示的二维码签名密钥作出。',
    },
    remedy: refuse,
    subIndication: 'SIG_CRYPTO_FAILURE',
  },
  'face-not-in-code': {
    sentence: {
      en: 'The code proves the identifier and the dates, but not what is printed around it.',
      zh: '二维码只能证明标识和有效期，不能证明其周围印制的内容。',
    },
    remedy: {
      en: 'Compare the identifier and the dates with the paper; for the rest, ask for the licence file.',
      zh: '请将标识和有效期与纸面内容核对；其余内容请索取证照文件核验。',
    },
  },

  // where an earlier failure left nothing to look at
  'nothing-to-check': {
    sentence: {
      en: 'Not checked: the check of {what} left nothing to look at.',
      zh: '未检查：“{whatZh}”一项未通过，已无可检查的内容。',
    },
    remedy: { en: 'See the check of {what} first.', zh: '请先查看“{whatZh}”一项。' },
  },
} as const satisfies Readonly<Record<string, ReasonRow>>

export type Reason = keyof typeof reasons
