import type { Check } from '@licencevault/signing'
import { civilDate, instant } from '../beijing-time.ts'
import { finding, ok } from '../report.ts'
import type { Trust } from '../trust.ts'

/** Is the day of judging within the dates of the licence? Both days are inside. */
export function validity(dates: { readonly from: string; readonly until: string | null }, at: Date): Check {
  const { from, until } = dates
  const on = civilDate(at)
  const evidence = { from, until: until ?? '长期', on }
  if (on < from) return finding('failed', 'validity', 'not-yet-valid', evidence)
  if (until !== null && until < on) return finding('failed', 'validity', 'expired', evidence)
  return ok('validity', until === null ? sentences.indefinite : sentences.within, evidence)
}

/** Is the authority list still the current one at the moment of judging? */
export function trustFresh({ sequence, issuedAt, nextUpdate }: Trust, at: Date): Check {
  const evidence = { sequence, issuedAt, nextUpdate }
  if (instant(at) >= nextUpdate) return finding('undetermined', 'trust-fresh', 'trust-stale', evidence)
  return ok('trust-fresh', sentences.fresh, evidence)
}

/** What no file and no code can know. */
export function status(medium: 'file' | 'code'): Check {
  const mediumZh = medium === 'file' ? '文件' : '二维码'
  return finding('skipped', 'status', 'status-not-asked', { medium, mediumZh })
}

const sentences = {
  within: {
    en: '{on} is within its validity, {from} to {until}.',
    zh: '{on} 在有效期 {from} 至 {until} 之内。',
  },
  indefinite: { en: 'It is valid from {from} with no end date.', zh: '自 {from} 起长期有效。' },
  fresh: {
    en: 'The authority list, number {sequence}, is current until {nextUpdate}.',
    zh: '机构名录（序号 {sequence}）在 {nextUpdate} 之前为最新。',
  },
}
