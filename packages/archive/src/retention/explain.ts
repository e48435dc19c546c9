import { type Details, fill, type Words } from '@licencevault/errors'

/** One step of a calculation, in words that stand alone. */
export interface TraceStep {
  /** Stable word of the step, such as `runs`. */
  readonly step: TraceWord
  readonly sentence: Words
  readonly details: Details
}

const sentences = {
  closed: { en: 'The case was closed on {on}.', zh: '办件于 {on} 办结。' },
  schedule: {
    en: 'Schedule {number}, in force since {from}, applies.',
    zh: '适用第 {number} 号归档范围和保管期限表（自 {from} 起施行）。',
  },
  rule: {
    en: '{ofEn}: kept {term}, counted from {start}.',
    zh: '{ofZh}：保管期限{termZh}，自{startZh}起算。',
  },
  'rule-permanent': { en: '{ofEn}: kept permanently.', zh: '{ofZh}：保管期限永久。' },
  runs: {
    en: '{ofEn}: the term of {term} runs from {from} to {until}, both days included.',
    zh: '{ofZh}：{termZh}自 {from} 起至 {until} 止，首尾两日均计入。',
  },
  event: { en: 'The event “{event}” took place on {on}.', zh: '事件“{event}”发生于 {on}。' },
  'not-before-closing': {
    en: 'That was before the case was closed: the term is counted from the day of closing, {on}.',
    zh: '该日早于办结日期，期限自办结之日 {on} 起算。',
  },
  beyond: {
    en: '{ofEn}: the term of {term} would run past the year 9999, where the calendar ends: no day can be named.',
    zh: '{ofZh}：{termZh}将超出日历的末年（9999 年），无法确定到期日。',
  },
  'licence-beyond': {
    en: 'A licence of the case is in force to the end of the calendar: the case is kept while it is.',
    zh: '该办件所产生的证照有效至日历之末，证照有效期间办件继续保管。',
  },
  'event-awaited': {
    en: 'The event “{event}” has not been recorded: the term has not begun.',
    zh: '事件“{event}”尚未登记，期限尚未起算。',
  },
  'no-licence': {
    en: 'The case produced no licence: the term is counted from 1 January of the year after closing.',
    zh: '该办件未产生证照，改自办结次年1月1日起算。',
  },
  'licence-awaited': {
    en: 'A licence of the case has no known end: the term has not begun.',
    zh: '该办件所产生的证照尚无确定的终止日，期限尚未起算。',
  },
  'licence-until': {
    en: 'Licence {identifier} is valid until {on}.',
    zh: '证照 {identifier} 有效期至 {on}。',
  },
  'licence-open': {
    en: 'Licence {identifier} is in force without an end.',
    zh: '证照 {identifier} 长期有效。',
  },
  'licence-ended': {
    en: 'Licence {identifier} ended: its last day in force was {on}.',
    zh: '证照 {identifier} 已终止，最后有效日为 {on}。',
  },
  'licence-succeeded': {
    en: 'Licence {identifier} lives on in {through}, whose last day in force is {on}.',
    zh: '证照 {identifier} 由 {through} 承续，后者最后有效日为 {on}。',
  },
  'licence-succeeded-open': {
    en: 'Licence {identifier} lives on in {through}, which has no known end.',
    zh: '证照 {identifier} 由 {through} 承续，后者尚无确定的终止日。',
  },
  'licence-unknown': {
    en: 'Nothing is known yet of licence {identifier}: it counts as in force.',
    zh: '尚无证照 {identifier} 的记录，视为仍然有效。',
  },
  longest: {
    en: 'A case is kept as long as the longest of these: that of {ofEn} decides.',
    zh: '一件办件按其中最长的期限保管：以“{ofZh}”的期限为准。',
  },
  permanent: { en: 'The case is kept permanently and never falls due.', zh: '该办件永久保管，不会到期。' },
  open: {
    en: 'No day can be named yet on which the case falls due.',
    zh: '目前尚无法确定该办件的到期日。',
  },
  'kept-in-force': {
    en: 'A licence of the case has no known end: the case is kept while it is in force.',
    zh: '该办件所产生的证照尚无确定的终止日，证照有效期间办件继续保管。',
  },
  'put-off': {
    en: 'The term would be over on {from}, but a licence of the case is still in force: put off to {on}.',
    zh: '期限本应于 {from} 届满，但所产生的证照届时仍然有效，顺延至 {on}。',
  },
  due: { en: 'It may be appraised from {on} on.', zh: '自 {on} 起可进行鉴定。' },
  held: {
    en: 'Held since {from} by {authority}: it must not be destroyed while the hold stands.',
    zh: '自 {from} 起由 {authority} 冻结，冻结期间不得销毁。',
  },
  'later-schedule': {
    en: 'Schedule {number}, in force since {from}, came later; no decision has applied it to this case.',
    zh: '第 {number} 号表（自 {from} 起施行）在后，未经决定适用于该办件。',
  },
  'by-decision': {
    en: 'Schedule {number} was applied to this filed case by a decision recorded on {on}.',
    zh: '第 {number} 号表经 {on} 记录的决定适用于该已归档办件。',
  },
} as const satisfies Record<string, Words>

export type TraceWord = keyof typeof sentences

/** Collects the steps of one calculation. */
export interface Explanation {
  (step: TraceWord, details: Details): void
  readonly steps: readonly TraceStep[]
}

export function explain(): Explanation {
  const steps: TraceStep[] = []
  const say = (step: TraceWord, details: Details) => {
    steps.push({ step, sentence: fill(sentences[step], details), details })
  }
  return Object.assign(say, { steps })
}
