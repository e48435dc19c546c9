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
  { ...ifCurrent, verdict: 'not-recorded', genuine: 'undetermined', reasons: ['receipt-ledger-unknown'] },
  {
    ...always,
    verdict: 'not-recorded',
    genuine: 'no',
    reasons: ['receipt-missing', 'receipt-malformed', 'receipt-wrong', 'receipt-of-another'],
  },
  { ...always, verdict: 'not-recorded', genuine: 'undetermined', reasons: ['receipt-version-unknown'] },
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

export interface VerdictWords {
  /** What to tell the person at the counter. */
  readonly sentence: Words
  readonly remedy: Words
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  unreadable: {
    sentence: {
      en: 'This file cannot be read, so nothing can be said about it.',
      zh: '文件无法读取，不能作出判断。',
    },
    remedy: {
      en: 'Ask for the original file, sent as it is and not printed, photographed or converted.',
      zh: '请索取原始文件，并直接发送该文件，勿打印、拍照或转换格式。',
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
      zh: '系伪造：并非证照所载机构制发。',
    },
    remedy: {
      en: 'Do not accept it; keep a copy, and inform the authority it names.',
      zh: '请勿采信；请留存副本，并告知证照所载机构。',
    },
  },
  altered: {
    sentence: {
      en: 'Altered: it was changed after the authority sealed it.',
      zh: '已被篡改：颁发机构签章之后，内容发生了变化。',
    },
    remedy: {
      en: 'Do not accept it; ask the holder for the original file.',
      zh: '请勿采信；请要求持证人提供原始文件。',
    },
  },
  'seal-invalid': {
    sentence: { en: 'The seal on it is not valid.', zh: '该签章无效。' },
    remedy: {
      en: 'Do not accept it; ask the authority it names for a newly sealed file.',
      zh: '请勿采信；请向颁发机构索取重新签章的文件。',
    },
  },
  'not-a-licence': {
    sentence: {
      en: 'This is a document, but not an electronic licence: it holds no licence data that can be relied on.',
      zh: '这是一份文件，但不是电子证照：其中没有可信的证照数据。',
    },
    remedy: {
      en: 'Ask for the licence file itself, or inform the authority that its file is faulty.',
      zh: '请索取证照文件本身，或告知颁发机构其文件有误。',
    },
  },
  'unknown-authority': {
    sentence: {
      en: 'The authority behind it is not known here, so it cannot be said whether it is genuine.',
      zh: '无法识别其颁发机构，不能判断真伪。',
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
      en: 'Do not accept it; inform the authority whose seal was used.',
      zh: '请勿采信；请告知印章所属机构。',
    },
  },
  'not-recorded': {
    sentence: {
      en: 'There is no proof that it is in the ledger, where every licence of this authority must be recorded.',
      zh: '没有证据表明它已登记入账本，而该机构的证照均须登记。',
    },
    remedy: {
      en: 'Do not accept it on the strength of the seal alone; ask the authority whether it issued it.',
      zh: '请勿仅凭签章采信；请向颁发机构核实是否颁发。',
    },
  },
  undetermined: {
    sentence: {
      en: 'There is not enough evidence to say whether it is genuine.',
      zh: '现有证据不足以判断其真伪。',
    },
    remedy: {
      en: 'See which checks are undetermined, and what each of them asks for.',
      zh: '请查看未能确定的检查项及其处理办法。',
    },
  },
  expired: {
    sentence: { en: 'Genuine, but its validity has ended.', zh: '真实，但有效期已过。' },
    remedy: { en: 'Ask the holder for the renewed licence.', zh: '请要求持证人提供延续后的证照。' },
  },
  'not-yet-valid': {
    sentence: { en: 'Genuine, but its validity has not begun.', zh: '真实，但有效期尚未开始。' },
    remedy: { en: 'Accept it from its first day of validity on.', zh: '请自生效之日起采信。' },
  },
  valid: {
    sentence: {
      en: 'Genuine, and within its validity. The file cannot say whether it has been suspended or revoked since.',
      zh: '真实，且在有效期内。颁发后是否被暂扣、吊销等，仅凭文件无法得知。',
    },
    remedy: {
      en: 'Accept it; where much depends on it, ask the vault for its current status.',
      zh: '可以采信；事关重大的，请向证照库查询当前状态。',
    },
  },
}

/** The same for a code, which bears no seal and is scanned, not sent. */
export const codeVerdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  ...verdictWords,
  unreadable: {
    sentence: {
      en: 'This code cannot be read, so nothing can be said about it.',
      zh: '二维码无法读取，不能作出判断。',
    },
    remedy: {
      en: 'Scan the whole code again in good light, or ask for the licence file.',
      zh: '请在光线充足处重新完整扫描二维码，或索取证照文件。',
    },
  },
  'seal-invalid': {
    sentence: { en: 'The signature of the code is not valid.', zh: '该二维码的签名无效。' },
    remedy: {
      en: 'Do not accept it; ask for the licence file, or for a new printout.',
      zh: '请勿采信；请索取证照文件，或要求重新打印。',
    },
  },
  'not-a-licence': {
    sentence: {
      en: 'The code is signed, but what it holds is not the identifier of a licence.',
      zh: '二维码已签名，但其内容不是证照标识。',
    },
    remedy: {
      en: 'Ask for the licence file, or inform the authority that its code is faulty.',
      zh: '请索取证照文件，或告知颁发机构其二维码有误。',
    },
  },
  'not-entitled': {
    sentence: {
      en: 'The signature of the code is real, but whoever signed it may not issue this licence.',
      zh: '二维码签名真实，但签名者无权颁发该证照。',
    },
    remedy: {
      en: 'Do not accept it; inform the authority whose key was used.',
      zh: '请勿采信；请告知签名密钥所属机构。',
    },
  },
  valid: {
    sentence: {
      en: 'Genuine, and within its validity. The code cannot say whether it has been suspended or revoked since.',
      zh: '真实，且在有效期内。颁发后是否被暂扣、吊销等，仅凭二维码无法得知。',
    },
    remedy: verdictWords.valid.remedy,
  },
}
