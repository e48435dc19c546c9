import { isCivilDate } from '@licencevault/licence'
import { readArchivalNumber } from '../filing/archival-number.ts'
import { type Element, type ElementName, type ElementValue, elements } from '../metadata/elements.ts'
import type { FilingFacts } from './facts.ts'
import { against, holds, unchecked } from './finding.ts'
import type { Checks } from './run.ts'

/** The checks of what is said about the case. */
export const metadataChecks: Checks = {
  'GD-1-2': (facts) =>
    against(
      namesWhere(facts, ({ most }, value) => [...String(value)].length > most),
      { en: 'Too long', zh: '超长' },
    ),
  'GD-1-3': (facts) =>
    against(
      namesWhere(facts, ({ kind }, value) => !isOfKind(kind, value)),
      { en: 'Not of its type', zh: '类型或格式不符' },
    ),
  'GD-1-4': (facts) =>
    against(
      namesWhere(facts, ({ values }, value) => values !== undefined && !values.includes(String(value))),
      { en: 'Not an allowed value', zh: '超出值域' },
    ),
  'GD-1-5': ({ record: { elements: said } }) => {
    const { acceptedOn, closedOn, filedOn, year } = said
    const days = [acceptedOn, closedOn, filedOn].filter((day) => day !== undefined).map(String)
    const ordered = days.every((day, at) => at === 0 || String(days[at - 1]) <= day)
    const ofYear =
      year === undefined || closedOn === undefined || Number(String(closedOn).slice(0, 4)) === year
    return holds(ordered && ofYear, {
      en: 'Accepted, closed and filed are not in this order, or the year is not that of closing.',
      zh: '受理、办结、归档日期先后颠倒，或年度与办结日期不符。',
    })
  },
  'GD-1-6': (facts) =>
    against(
      namesWhere(facts, (_, value) => hidden.test(String(value))),
      { en: 'Hidden characters', zh: '含特殊字符' },
    ),
  'GD-1-7': ({ record: { elements: said }, given }) => {
    const read = readArchivalNumber(String(said.archivalNumber ?? ''))
    // A number stays as it was given: what it names may have been corrected since.
    const ofItsSet =
      given === undefined
        ? read?.fonds === said.fonds &&
          read?.class === said.class &&
          read?.year === said.year &&
          read?.retention === said.retention
        : given === said.archivalNumber
    return holds(read !== undefined && read.number === said.number && ofItsSet, {
      en: 'The archival number does not follow the rule, or contradicts its parts.',
      zh: '档号不符合编制规则，或与其组成项不一致。',
    })
  },
  'GD-1-8': ({ held }) =>
    against([...(held.archivalNumber ? ['档号'] : []), ...(held.caseNumber ? ['文件编号'] : [])], {
      en: 'Held already',
      zh: '与已有记录重复',
    }),
  'GD-2-3': ({ written }) =>
    against(
      Object.keys(written.record?.elements ?? { 'metadata/record.json': '' }).filter(
        (name) => !Object.hasOwn(elements, name),
      ),
      { en: 'Elements that the table does not know', zh: '元数据项不在方案中' },
    ),
  'GD-2-4': ({ record: { elements: said } }) =>
    against(
      entries().flatMap(
        ([
          name,
          {
            required,
            name: { zh },
          },
        ]) => (required && (said[name] === undefined || said[name] === '') ? [zh] : []),
      ),
      { en: 'Required and empty', zh: '必填项为空' },
    ),
  'GD-2-5': ({ record: { steps, elements: said } }) => {
    const moments = steps.map(({ at }) => at)
    const ordered = moments.every((at, index) => index === 0 || String(moments[index - 1]) <= at)
    return holds(steps.length > 0 && ordered && said.closedOn !== undefined, {
      en: 'There is no step of handling, or the steps are not in the order of time.',
      zh: '没有办理过程信息，或过程时间先后颠倒。',
    })
  },
  'GD-2-6': ({ record: { elements: said }, held, given, beside }) => {
    if (held.archivalNumber || (given === undefined && beside.after))
      return {
        outcome: 'failed',
        remark: {
          en: 'The register holds this item number already, or the one after it.',
          zh: '登记簿中已有本件号或其后的件号。',
        },
      }
    if (said.number === 1 || beside.before) return { outcome: 'passed' }
    return unchecked({
      en: 'The register does not hold the item number before: it is being filed, or came to nothing, as the ledger says.',
      zh: '登记簿中尚无前一件号：前一件正在归档，或已作废，以账本记载为准。',
    })
  },
  'GD-3-2': (facts) =>
    against(
      namesWhere(facts, (_, value) => String(value).includes('\u0000')),
      { en: 'No database keeps it', zh: '数据库无法保存' },
    ),
}

// Controls, marks that turn the direction of writing, zero-width characters, private use.
const hidden = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u

const entries = () => Object.entries(elements) as [ElementName, Element][]

/** The Chinese names of the elements whose value is such. */
function namesWhere(
  { record: { elements: said } }: FilingFacts,
  wrong: (element: Element, value: ElementValue) => boolean,
): string[] {
  return entries().flatMap(([name, element]) => {
    const value = said[name]
    return value !== undefined && wrong(element, value) ? [element.name.zh] : []
  })
}

function isOfKind(kind: Element['kind'], value: ElementValue): boolean {
  if (kind === 'integer') return Number.isSafeInteger(value)
  if (typeof value !== 'string') return false
  if (kind === 'date') return isCivilDate(value)
  return kind === 'text' || !Number.isNaN(Date.parse(value))
}
