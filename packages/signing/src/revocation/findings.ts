import type { ReasonRow } from '../report.ts'

/** Findings about whether a certificate was revoked. */
export const revocationFindings = {
  'certificate-revoked': {
    subIndication: 'REVOKED_NO_POE',
    sentence: {
      en: 'The certificate of {subject} was revoked at {revokedAt} ({reason}), according to {source}.',
      zh: '{subject} 的证书已于 {revokedAt} 被吊销（{reason}），依据 {source}。',
    },
    remedy: {
      en: 'Do not rely on it, unless a time-stamp or ledger receipt proves that the signature is older than the revocation.',
      zh: '请勿采信；除非时间戳或账本回执能证明签名早于吊销。',
    },
  },
  'certificate-revoked-before': {
    subIndication: 'REVOKED',
    sentence: {
      en: 'The certificate of {subject} had been revoked at {revokedAt} ({reason}), before the signature was made, according to {source}.',
      zh: '{subject} 的证书在签名之前已于 {revokedAt} 被吊销（{reason}），依据 {source}。',
    },
    remedy: {
      en: 'Do not rely on it: whoever signed had no right to the key any more.',
      zh: '请勿采信：签名时该密钥已失效。',
    },
  },
  'issuer-revoked': {
    subIndication: 'REVOKED_CA_NO_POE',
    sentence: {
      en: 'The certificate of the authority {subject} was revoked at {revokedAt} ({reason}), according to {source}.',
      zh: '颁发机构 {subject} 的证书已于 {revokedAt} 被吊销（{reason}），依据 {source}。',
    },
    remedy: {
      en: 'Do not rely on anything that this authority certified, unless it is proven to be older than the revocation.',
      zh: '请勿采信该机构签发的证书；除非能证明签名早于吊销。',
    },
  },
  'certificate-on-hold': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The certificate of {subject} is suspended since {revokedAt}, according to {source}.',
      zh: '{subject} 的证书自 {revokedAt} 起被暂停使用，依据 {source}。',
    },
    remedy: {
      en: 'Ask again later: the suspension is either lifted or becomes a revocation.',
      zh: '请稍后再查：暂停可能被解除，也可能转为吊销。',
    },
  },
  'revocation-unknown': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'Whether the certificate of {subject} is revoked is not known: no list and no response speaks of it.',
      zh: '无法得知 {subject} 的证书是否被吊销：没有适用的吊销列表或 OCSP 响应。',
    },
    remedy: {
      en: 'Hand over a current revocation list or OCSP response of its issuer, or let them be fetched.',
      zh: '请提供其颁发者当前的吊销列表或 OCSP 响应，或允许联网获取。',
    },
  },
  'revocation-unreadable': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'A revocation list or OCSP response about {subject} cannot be read: {problem}.',
      zh: '关于 {subject} 的吊销列表或 OCSP 响应无法读取：{problemZh}。',
    },
    remedy: {
      en: 'Get it again from the certification authority.',
      zh: '请向证书颁发机构重新获取。',
    },
  },
  'revocation-from-future': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The revocation information about {subject} is of {thisUpdate}, which has not come yet.',
      zh: '关于 {subject} 的吊销信息日期为 {thisUpdate}，尚未到来。',
    },
    remedy: {
      en: 'Check the clock of this computer and the time that was passed.',
      zh: '请检查本机时钟以及传入的时间。',
    },
  },
  'revocation-outdated': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The revocation information about {subject} is of {thisUpdate} and was good until {nextUpdate}; the time of judging is {at}.',
      zh: '关于 {subject} 的吊销信息日期为 {thisUpdate}，有效至 {nextUpdate}；判定时间为 {at}。',
    },
    remedy: {
      en: 'Get a current revocation list or OCSP response.',
      zh: '请获取当前的吊销列表或 OCSP 响应。',
    },
  },
  'revocation-after-expiry': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The revocation information about {subject} is of {thisUpdate}, when the certificate had ended and was no longer listed.',
      zh: '关于 {subject} 的吊销信息日期为 {thisUpdate}，当时证书已到期，不再列入。',
    },
    remedy: {
      en: 'Look for revocation information from before the certificate ended.',
      zh: '请查找证书到期之前的吊销信息。',
    },
  },
  'revocation-signature-wrong': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The revocation information about {subject} was not signed by “{issuer}”.',
      zh: '关于 {subject} 的吊销信息不是由“{issuer}”签名。',
    },
    remedy: {
      en: 'Get it again from the certification authority; treat this one as forged.',
      zh: '请向证书颁发机构重新获取；当前信息请视为伪造。',
    },
  },
  'revocation-signer-unknown': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The certificate of “{issuer}”, who signed the revocation information about {subject}, is not here.',
      zh: '缺少签署 {subject} 吊销信息的“{issuer}”的证书。',
    },
    remedy: {
      en: 'Hand over the signer’s certificate among the intermediates.',
      zh: '请将签署者证书作为中间证书一并提供。',
    },
  },
  'revocation-signer-untrusted': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: '“{issuer}”, who signed the revocation information about {subject}, is not shown to be entitled to.',
      zh: '签署 {subject} 吊销信息的“{issuer}”未能证明有此权限。',
    },
    remedy: {
      en: 'Get revocation information from the issuer itself or a responder that it certified.',
      zh: '请从颁发者本身或其授权的响应者处获取吊销信息。',
    },
  },
  'crl-signer-usage-wrong': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The key of “{issuer}”, who signed the list about {subject}, may not sign revocation lists.',
      zh: '签署 {subject} 吊销列表的“{issuer}”的密钥不得用于签署吊销列表。',
    },
    remedy: {
      en: 'Tell the certification authority; get a list that is signed by the right key.',
      zh: '请告知证书颁发机构，并获取由正确密钥签署的列表。',
    },
  },
  'crl-delta': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The list of “{issuer}” about {subject} is a delta list, which alone does not tell; such lists are not processed here.',
      zh: '“{issuer}”关于 {subject} 的列表为增量列表，单独无法判断；本程序不处理增量列表。',
    },
    remedy: {
      en: 'Hand over the complete list of this issuer.',
      zh: '请提供该颁发者的完整吊销列表。',
    },
  },
  'crl-indirect': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The list about {subject} is an indirect one of “{issuer}”; such lists are not processed here.',
      zh: '关于 {subject} 的列表是“{issuer}”的间接吊销列表；本程序不处理间接列表。',
    },
    remedy: {
      en: 'Ask the issuer’s OCSP responder, or hand over a list of the issuer itself.',
      zh: '请查询颁发者的 OCSP 响应者，或提供颁发者自己的吊销列表。',
    },
  },
  'crl-scope-other': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The list of “{issuer}” does not speak of {subject}, but only of {only}.',
      zh: '“{issuer}”的列表不涉及 {subject}，仅限于 {only}。',
    },
    remedy: {
      en: 'Hand over the list that the certificate names.',
      zh: '请提供证书所指明的吊销列表。',
    },
  },
  'crl-reasons-partial': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The lists about {subject} leave these reasons out: {missing}.',
      zh: '关于 {subject} 的列表未涵盖以下吊销原因：{missing}。',
    },
    remedy: {
      en: 'Hand over the lists for the other reasons too.',
      zh: '请一并提供涵盖其他原因的列表。',
    },
  },
  'crl-extension-unknown': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The list of “{issuer}” about {subject} carries conditions that are not supported here ({extensions}) and must not be ignored.',
      zh: '“{issuer}”关于 {subject} 的列表带有本程序无法处理、且不得忽略的关键条件（{extensions}）。',
    },
    remedy: {
      en: 'Check with software that supports these extensions, or by OCSP.',
      zh: '请使用支持这些扩展的软件，或通过 OCSP 查询。',
    },
  },
  'ocsp-no-answer': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The responder gave no answer about {subject}: {status}.',
      zh: 'OCSP 响应者未就 {subject} 作出答复：{status}。',
    },
    remedy: {
      en: 'Ask again later.',
      zh: '请稍后再查。',
    },
  },
  'ocsp-unknown': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The responder does not know the certificate of {subject}.',
      zh: 'OCSP 响应者不知道 {subject} 的证书。',
    },
    remedy: {
      en: 'Ask the responder that the certificate names; if that is it, treat the certificate as forged.',
      zh: '请查询证书所指明的响应者；若已是该响应者，请视证书为伪造。',
    },
  },
  'ocsp-ambiguous': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The response answers {count} times about {subject}.',
      zh: 'OCSP 响应就 {subject} 作出了 {count} 个答复。',
    },
    remedy: {
      en: 'Ask again for this certificate alone.',
      zh: '请单独重新查询该证书。',
    },
  },
  'ocsp-nonce-wrong': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The response about {subject} answers another request.',
      zh: '关于 {subject} 的 OCSP 响应对应的是另一次请求。',
    },
    remedy: {
      en: 'Ask again; treat this response as replayed.',
      zh: '请重新查询；当前响应请视为重放。',
    },
  },
  'ocsp-extension-unknown': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The response about {subject} carries conditions that are not supported here ({extensions}) and must not be ignored.',
      zh: '关于 {subject} 的 OCSP 响应带有本程序无法处理、且不得忽略的关键条件（{extensions}）。',
    },
    remedy: {
      en: 'Check with software that supports these extensions, or by a revocation list.',
      zh: '请使用支持这些扩展的软件，或查询吊销列表。',
    },
  },
  'ocsp-responder-not-delegated': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: '{responder} answered about {subject} without being certified for it (OCSPSigning).',
      zh: '{responder} 未被授权（OCSPSigning）却就 {subject} 作出答复。',
    },
    remedy: {
      en: 'Treat the response as forged; ask the responder that the certificate names.',
      zh: '请视该响应为伪造；请查询证书所指明的响应者。',
    },
  },
  'revocation-not-fetched': {
    subIndication: 'TRY_LATER',
    sentence: {
      en: 'The revocation information about {subject} could not be fetched: {problem}.',
      zh: '无法获取关于 {subject} 的吊销信息：{problemZh}。',
    },
    remedy: {
      en: 'Ask again later, or hand over a revocation list.',
      zh: '请稍后再查，或直接提供吊销列表。',
    },
  },
} as const satisfies Readonly<Record<string, ReasonRow>>
