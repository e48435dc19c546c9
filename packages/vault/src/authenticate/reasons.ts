import type { Words } from '@licencevault/errors'
import { type Check, type Evidence, found } from '@licencevault/signing'

interface Row {
  readonly sentence: Words
  readonly remedy: Words
}

const askAuthority: Words = {
  en: 'Ask the authority named on it.',
  zh: '请向证照所载颁发机构核实。',
}

/** What the office finds out beside the checks on file and code. */
const reasons = {
  'identifier-wrong': {
    sentence: { en: 'This is no licence identifier: {problem}', zh: '这不是证照标识：{problemZh}' },
    remedy: {
      en: 'Copy the whole identifier (证照标识) from the licence.',
      zh: '请完整抄录证照上的“证照标识”。',
    },
  },
  'identifier-unknown': {
    sentence: {
      en: 'No licence with the identifier {identifier} was issued by this vault.',
      zh: '本证照库未颁发过标识为 {identifier} 的证照。',
    },
    remedy: askAuthority,
  },
  'statement-not-recorded': {
    sentence: {
      en: 'Under the identifier {identifier} the ledger recorded other content than this.',
      zh: '账本中标识 {identifier} 所登记的内容与此不同。',
    },
    remedy: {
      en: 'Do not accept it, and inform the authority named on it: its seal may have been misused.',
      zh: '请勿采信，并告知所载颁发机构：其印章可能被盗用。',
    },
  },
  'state-ends-it': {
    sentence: {
      en: 'Its status is “{state}”, since {since}, recorded at {recordedAt}.',
      zh: '其状态为“{stateZh}”，自 {since} 起，登记于 {recordedAt}。',
    },
    remedy: askAuthority,
  },
  'face-not-given': {
    sentence: {
      en: 'Nothing of what the paper says was given, so it was not compared.',
      zh: '未提供证照面信息，因此未作比对。',
    },
    remedy: {
      en: 'Give number, holder’s name and holder’s code as the paper has them.',
      zh: '请按证照面填写证照编号、持证主体名称和代码。',
    },
  },
  'face-incomplete': {
    sentence: {
      en: 'Too little of what the paper says was given: number, holder’s name and holder’s code are needed.',
      zh: '提供的证照面信息不全：需要证照编号、持证主体名称和代码。',
    },
    remedy: {
      en: 'Give all three, exactly as the paper has them.',
      zh: '请按证照面完整填写这三项。',
    },
  },
  'face-differs': {
    sentence: {
      en: 'What the paper says is not what was issued{where}.',
      zh: '证照面信息与颁发内容不一致{whereZh}。',
    },
    remedy: {
      en: 'Compare the paper with what was typed; if it is the same, do not accept the paper.',
      zh: '请核对录入内容与证照面；若录入无误，请勿采信该纸质件。',
    },
  },
} as const satisfies Record<string, Row>

type OfficeReason = keyof typeof reasons

/** A check that found something, or could not look. */
export function finding(
  name: string,
  outcome: 'failed' | 'undetermined' | 'skipped',
  reason: OfficeReason,
  evidence: Evidence = {},
): Check {
  return found(outcome, name, reason, reasons[reason], evidence)
}
