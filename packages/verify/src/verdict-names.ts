import type { Words } from '@licencevault/errors'
import type { Verdict } from './verdicts.ts'

/** What each verdict is called where there is room for two words only; the word itself never changes. */
export const verdictNames: Readonly<Record<Verdict, Words>> = {
  valid: { en: 'Genuine', zh: '真实有效' },
  expired: { en: 'Expired', zh: '已过期' },
  'not-yet-valid': { en: 'Not yet valid', zh: '尚未生效' },
  altered: { en: 'Altered', zh: '已被篡改' },
  forged: { en: 'Forged', zh: '伪造' },
  'not-entitled': { en: 'Not entitled', zh: '无权颁发' },
  'unknown-authority': { en: 'Authority unknown', zh: '机构不明' },
  'seal-invalid': { en: 'Seal invalid', zh: '印章无效' },
  'not-sealed': { en: 'No seal', zh: '没有印章' },
  'not-recorded': { en: 'Not recorded', zh: '未登记' },
  'not-a-licence': { en: 'Not a licence', zh: '不是证照' },
  unreadable: { en: 'Unreadable', zh: '无法读取' },
  undetermined: { en: 'Undetermined', zh: '无法判定' },
}
