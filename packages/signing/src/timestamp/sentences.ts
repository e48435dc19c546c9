/** What each check of a time-stamp says when it passed. */
export const sentences = {
  structure: { en: 'The time-stamp is complete, by one authority.', zh: '时间戳完整，由一个机构签发。' },
  imprint: { en: 'The time-stamp is over this content.', zh: '时间戳针对该内容。' },
  nonce: { en: 'The time-stamp answers this request.', zh: '时间戳对应本次请求。' },
  policy: { en: 'The policy {policy} is acceptable.', zh: '策略 {policy} 可接受。' },
  time: { en: 'The time-stamp is of {time}.', zh: '时间戳的时间为 {time}。' },
  purpose: {
    en: 'The certificate is for time-stamps and nothing else.',
    zh: '证书专用于签发时间戳。',
  },
  authority: { en: 'The time-stamp is by {subject}.', zh: '时间戳由 {subject} 签发。' },
  inCertificate: {
    en: 'The certificates were valid at {time}.',
    zh: '在 {time}，各证书均在有效期内。',
  },
} as const
