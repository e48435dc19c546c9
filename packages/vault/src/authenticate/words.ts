import type { Words } from '@licencevault/errors'
import type { Report, ReportVerdict } from './room.ts'

interface Row {
  readonly sentence: Words
  readonly remedy: Words
}

const refuse: Words = {
  en: 'Do not accept it; refer the holder to the authority named on it.',
  zh: '请勿采信；请持证人联系所载颁发机构。',
}

const ended = (en: string, zh: string): Row => ({
  sentence: { en: `Genuine, but no longer in force: ${en}.`, zh: `真实，但已不再有效：${zh}。` },
  remedy: refuse,
})

/** What the office adds to the words on file and code, once it knows the status. */
const officeWords: Readonly<Partial<Record<ReportVerdict, Row>>> = {
  valid: {
    sentence: { en: 'Genuine and in force.', zh: '真实有效。' },
    remedy: { en: 'Accept it.', zh: '可以采信。' },
  },
  'not-yet-valid': {
    sentence: { en: 'Genuine, but its validity has not begun.', zh: '真实，但有效期尚未开始。' },
    remedy: { en: 'Accept it from its first day of validity on.', zh: '请自生效之日起采信。' },
  },
  expired: {
    sentence: { en: 'Genuine, but its validity has ended.', zh: '真实，但有效期已过。' },
    remedy: { en: 'Ask the holder for the renewed licence.', zh: '请要求持证人提供延续后的证照。' },
  },
  suspended: {
    sentence: {
      en: 'Genuine, but suspended: for the time being it is not in force.',
      zh: '真实，但已被暂扣：目前暂不有效。',
    },
    remedy: {
      en: 'Do not accept it until the authority has restored it.',
      zh: '在颁发机构恢复之前，请勿采信。',
    },
  },
  revoked: ended('revoked as a punishment', '已被吊销'),
  rescinded: ended('rescinded, since it should not have been granted', '已被撤销'),
  cancelled: ended('cancelled', '已注销'),
  withdrawn: ended('withdrawn, since law or circumstances changed', '已被撤回'),
  transferred: ended('transferred to another jurisdiction', '已办理转出'),
  other: ended('the authority has ended it otherwise', '已因其他原因失效'),
  superseded: {
    sentence: {
      en: 'Genuine, but a new version has taken its place.',
      zh: '真实，但已被新证替代。',
    },
    remedy: { en: 'Ask the holder for the new version.', zh: '请要求持证人出示新证。' },
  },
  issuing: {
    sentence: { en: 'It is being issued, and not delivered yet.', zh: '该证照正在签发，尚未交付。' },
    remedy: { en: 'Ask again in a few minutes.', zh: '请几分钟后再查询。' },
  },
  void: {
    sentence: { en: 'No licence: its issuing was given up.', zh: '该证照从未完成签发，已作废。' },
    remedy: refuse,
  },
  unknown: {
    sentence: {
      en: 'This vault has issued no such licence, so it cannot be said whether it is genuine.',
      zh: '本证照库未颁发过该证照，不能判断真伪。',
    },
    remedy: {
      en: 'Check what was typed; ask the vault that the authority named on it uses.',
      zh: '请核对录入内容，并向所载颁发机构所用的证照库查询。',
    },
  },
  'face-differs': {
    sentence: {
      en: 'What the paper says is not what was issued under this identifier.',
      zh: '证照面信息与该标识下颁发的内容不一致。',
    },
    remedy: {
      en: 'Check what was typed; if the paper really says so, do not accept it and inform the authority.',
      zh: '请核对录入内容；若证照面确实如此，请勿采信并告知颁发机构。',
    },
  },
  'face-incomplete': {
    sentence: {
      en: 'Too little of what the paper says was given to tell whether it is right.',
      zh: '提供的证照面信息不全，无法验证。',
    },
    remedy: {
      en: 'Give number, holder’s name and holder’s code, exactly as the paper has them.',
      zh: '请按证照面完整填写证照编号、持证主体名称和代码。',
    },
  },
  'not-recorded': {
    sentence: {
      en: 'The ledger does not have it as it is here: it was not issued by this vault.',
      zh: '账本中没有与之一致的登记：并非由本证照库颁发。',
    },
    remedy: {
      en: 'Do not accept it, and inform the authority named on it.',
      zh: '请勿采信，并告知所载颁发机构。',
    },
  },
}

/** What to tell the person at the counter, and what to do now. */
export function wordsOf(verdict: ReportVerdict): Pick<Report, 'summary' | 'remedy'> {
  const { sentence, remedy } = officeWords[verdict] ?? missing(verdict)
  return { summary: sentence, remedy }
}

function missing(verdict: ReportVerdict): never {
  throw new RangeError(`the verdict ${verdict} has no words here`)
}
