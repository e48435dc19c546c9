import type { ReasonRow } from '../report.ts'

/** Findings about a time-stamp, beside those of its signature and certificate path. */
export const timeStampFindings = {
  'timestamp-wrong': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'This is not a time-stamp that conforms to RFC 3161: {problem}.',
      zh: '这不是符合 RFC 3161 的时间戳：{problemZh}。',
    },
    remedy: {
      en: 'Ask for the original file; this time-stamp is damaged or something else.',
      zh: '请索取原始文件；该时间戳已损坏或并非时间戳。',
    },
  },
  'timestamp-extension-unknown': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The time-stamp carries conditions that are not supported here ({extensions}) and must not be ignored.',
      zh: '时间戳带有本程序无法处理、且不得忽略的关键条件（{extensions}）。',
    },
    remedy: {
      en: 'Check it with software that supports these extensions.',
      zh: '请使用支持这些扩展的软件验证。',
    },
  },
  'timestamp-imprint-wrong': {
    subIndication: 'HASH_FAILURE',
    sentence: {
      en: 'The time-stamp is over other content than this.',
      zh: '时间戳针对的不是该内容。',
    },
    remedy: {
      en: 'Do not rely on its time: content or time-stamp was replaced.',
      zh: '请勿采信该时间：内容或时间戳已被替换。',
    },
  },
  'timestamp-nonce-wrong': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The time-stamp answers another request ({found} instead of {wanted}).',
      zh: '时间戳对应另一次请求（{found}，应为 {wanted}）。',
    },
    remedy: {
      en: 'Ask the time-stamp authority again; this one is replayed.',
      zh: '请重新向时间戳机构申请；该时间戳系重放。',
    },
  },
  'timestamp-policy-other': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The time-stamp was made under the policy {policy}, which is not among those accepted ({accepted}).',
      zh: '时间戳依据的策略 {policy} 不在可接受之列（{accepted}）。',
    },
    remedy: {
      en: 'Ask for a time-stamp under an accepted policy.',
      zh: '请申请符合可接受策略的时间戳。',
    },
  },
  'timestamp-from-future': {
    subIndication: 'TIMESTAMP_ORDER_FAILURE',
    sentence: {
      en: 'The time-stamp is of {time}, which at {at} has not come yet.',
      zh: '时间戳的时间为 {time}，在 {at} 尚未到来。',
    },
    remedy: {
      en: 'Check the clock of this computer and the time that was passed.',
      zh: '请检查本机时钟以及传入的判定时间。',
    },
  },
  'timestamp-purpose-wrong': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The certificate of {subject} is not, critically and alone, for time-stamps (it is for: {usage}).',
      zh: '{subject} 的证书并非关键且专用于时间戳（其用途：{usage}）。',
    },
    remedy: {
      en: 'Do not rely on its time: whoever signed is no time-stamp authority.',
      zh: '请勿采信该时间：签名者不是时间戳机构。',
    },
  },
  'timestamp-authority-other': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The time-stamp names another authority than {subject}, whose certificate it is signed with.',
      zh: '时间戳所称机构与签名证书持有者 {subject} 不符。',
    },
    remedy: {
      en: 'Do not rely on its time; tell the time-stamp authority.',
      zh: '请勿采信该时间，并告知时间戳机构。',
    },
  },
  'timestamp-outside-certificate': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The time-stamp is of {time}, when the certificate of {subject} was not valid.',
      zh: '时间戳的时间为 {time}，当时 {subject} 的证书不在有效期内。',
    },
    remedy: {
      en: 'Do not rely on its time: no authority could have given it then.',
      zh: '请勿采信该时间：当时不可能由该机构签发。',
    },
  },
} as const satisfies Readonly<Record<string, ReasonRow>>
