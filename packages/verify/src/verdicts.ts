import type { Words } from '@licencevault/errors'
import type { Reason } from './reasons.ts'

/** What a report says about the whole. The words never change meaning and are never mixed. */
export type Verdict =
  | 'unreadable'
  | 'not-sealed'
  | 'forged'
  | 'altered'
  | 'seal-invalid'
  | 'unknown-authority'
  | 'not-a-licence'
  | 'not-entitled'
  | 'not-recorded'
  | 'undetermined'
  | 'expired'
  | 'not-yet-valid'
  | 'valid'

export type Answer = 'yes' | 'no' | 'undetermined'

/** A verdict, whether it lets the licence count as genuine, and the findings that lead to it. */
export interface VerdictRow {
  readonly verdict: Verdict
  readonly genuine: Answer
  /**
   * The findings rest on what the authority list does not name. A list past its next update may only
   * be too old to name it, so with such a list the row is passed over.
   */
  readonly needsCurrentList: boolean
  readonly reasons: readonly Reason[]
}

const always = { needsCurrentList: false } as const
const ifCurrent = { needsCurrentList: true } as const

/**
 * The gravest first: the first row with a finding decides, within the row the finding of the first
 * check. No row, no finding against it: the last row.
 */
export const verdictRows: readonly VerdictRow[] = [
  {
    ...always,
    verdict: 'unreadable',
    genuine: 'undetermined',
    reasons: [
      'not-a-pdf',
      'pdf-damaged',
      'pdf-over-limits',
      'pdf-encrypted',
      'pdf-unsupported',
      'code-unreadable',
      'code-version-unknown',
    ],
  },
  { ...always, verdict: 'not-sealed', genuine: 'no', reasons: ['no-seal'] },
  { ...always, verdict: 'forged', genuine: 'no', reasons: ['signature-wrong', 'code-signature-wrong'] },
  { ...ifCurrent, verdict: 'forged', genuine: 'no', reasons: ['seal-imitated', 'paper-key-unknown'] },
  {
    ...always,
    verdict: 'altered',
    genuine: 'no',
    reasons: ['several-seals', 'changed-after-seal', 'bytes-changed'],
  },
  {
    ...always,
    verdict: 'seal-invalid',
    genuine: 'no',
    reasons: [
      'seal-refused',
      'path-refused',
      'certificate-ended-before-sealing',
      'certificate-not-yet-begun',
    ],
  },
  {
    ...ifCurrent,
    verdict: 'seal-invalid',
    genuine: 'no',
    reasons: ['certificate-not-listed', 'paper-key-not-in-time'],
  },
  {
    ...always,
    verdict: 'not-a-licence',
    genuine: 'no',
    reasons: [
      'sealed-after-saving',
      'statement-missing',
      'statement-several',
      'statement-too-large',
      'statement-malformed',
      'identifier-wrong',
      'statement-contradicts',
    ],
  },
  {
    ...ifCurrent,
    verdict: 'unknown-authority',
    genuine: 'undetermined',
    reasons: ['path-untrusted', 'authority-unknown'],
  },
  {
    ...ifCurrent,
    verdict: 'not-entitled',
    genuine: 'no',
    reasons: [
      'seal-of-another-authority',
      'paper-key-of-another-authority',
      'type-not-entitled',
      'type-not-entitled-then',
    ],
  },
  { ...always, verdict: 'not-recorded', genuine: 'no', reasons: ['receipt-missing'] },
  { ...always, verdict: 'not-recorded', genuine: 'undetermined', reasons: ['receipt-not-checked'] },
  {
    ...always,
    verdict: 'undetermined',
    genuine: 'undetermined',
    reasons: [
      'trust-stale',
      'algorithm-unknown',
      'algorithm-weak',
      'certificate-ended-since',
      'judged-before-sealing',
      'judged-before-issue',
    ],
  },
  { ...always, verdict: 'expired', genuine: 'yes', reasons: ['expired'] },
  { ...always, verdict: 'not-yet-valid', genuine: 'yes', reasons: ['not-yet-valid'] },
  { ...always, verdict: 'valid', genuine: 'yes', reasons: [] },
]

interface VerdictWords {
  /** What to tell the person at the counter. */
  readonly sentence: Words
  readonly remedy: Words
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  unreadable: {
    sentence: { en: 'This cannot be read, so nothing can be said.', zh: '无法读取，不能作出判断。' },
    remedy: {
      en: 'Ask for the original file or scan the code again.',
      zh: '请索取原始文件，或重新扫描二维码。',
    },
  },
  'not-sealed': {
    sentence: {
      en: 'This file bears no seal: it is a copy or a picture, not an electronic licence.',
      zh: '该文件没有电子签章：只是复印件或图像，不是电子证照。',
    },
    remedy: {
      en: 'Ask for the original file, or scan the code printed on the paper.',
      zh: '请索取原始文件，或扫描纸面上的二维码。',
    },
  },
  forged: {
    sentence: {
      en: 'Forged: it was not made by the authority it names.',
      zh: '伪造：并非其所载颁发机构制作。',
    },
    remedy: {
      en: 'Do not accept it, keep a copy, and tell the authority it names.',
      zh: '请勿采信，保留副本，并告知其所载颁发机构。',
    },
  },
  altered: {
    sentence: {
      en: 'Altered: it was changed after the authority sealed it.',
      zh: '已被篡改：在颁发机构签章之后内容发生了变化。',
    },
    remedy: {
      en: 'Do not accept it; ask the holder for the original file.',
      zh: '请勿采信；请持证人提供原始文件。',
    },
  },
  'seal-invalid': {
    sentence: {
      en: 'The seal on it is not valid.',
      zh: '其签章无效。',
    },
    remedy: {
      en: 'Do not accept it; ask the authority it names for a newly sealed file.',
      zh: '请勿采信；请向颁发机构索取重新签章的文件。',
    },
  },
  'not-a-licence': {
    sentence: {
      en: 'This is a document, but not an electronic licence: it holds no licence statement that can be relied on.',
      zh: '这是一份文件，但不是电子证照：其中没有可信的证照声明。',
    },
    remedy: {
      en: 'Ask for the licence file itself, or tell the authority that its file is faulty.',
      zh: '请索取证照文件本身，或告知颁发机构其文件有误。',
    },
  },
  'unknown-authority': {
    sentence: {
      en: 'The authority behind it is not known here, so whether it is genuine cannot be said.',
      zh: '不认识其颁发机构，无法判断真伪。',
    },
    remedy: {
      en: 'Fetch the current authority list, or ask the jurisdiction it comes from.',
      zh: '请获取最新机构名录，或向其来源地区查询。',
    },
  },
  'not-entitled': {
    sentence: {
      en: 'The seal is real, but whoever sealed it may not issue this licence.',
      zh: '签章真实，但签章者无权颁发该证照。',
    },
    remedy: {
      en: 'Do not accept it; tell the authority whose seal was used.',
      zh: '请勿采信；请告知印章所属机构。',
    },
  },
  'not-recorded': {
    sentence: {
      en: 'It is not proven to stand in the ledger, where every licence of this authority must stand.',
      zh: '没有证据表明它已登记入账本，而该机构的证照均须登记。',
    },
    remedy: {
      en: 'Do not accept it on the seal alone; ask the authority whether it issued it.',
      zh: '请勿仅凭签章采信；请向颁发机构核实是否颁发。',
    },
  },
  undetermined: {
    sentence: {
      en: 'The evidence at hand is not enough to say whether it is genuine.',
      zh: '现有证据不足以判断其真伪。',
    },
    remedy: {
      en: 'See the checks that are undetermined and what each asks for.',
      zh: '请查看未能确定的检查项及其处理办法。',
    },
  },
  expired: {
    sentence: { en: 'Genuine, but its validity has ended.', zh: '真实，但有效期已过。' },
    remedy: { en: 'Ask the holder for the renewed licence.', zh: '请持证人提供延续后的证照。' },
  },
  'not-yet-valid': {
    sentence: { en: 'Genuine, but its validity has not begun.', zh: '真实，但有效期尚未开始。' },
    remedy: { en: 'Accept it from its first day on.', zh: '请自生效之日起采信。' },
  },
  valid: {
    sentence: {
      en: 'Genuine, and within its validity. Whether it has been suspended or revoked since is not in it.',
      zh: '真实，且在有效期内。颁发后是否被暂扣、吊销等，其本身无法说明。',
    },
    remedy: {
      en: 'Accept it; where much depends on it, ask the vault for its current status.',
      zh: '可以采信；事关重大的，请向证照库查询当前状态。',
    },
  },
}
