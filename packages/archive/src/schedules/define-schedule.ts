import { isUscc, step, words } from '@licencevault/licence'
import { error } from '../codes.ts'
import { freeze } from '../freeze.ts'
import { MAX_MATERIALS } from '../items/define-item.ts'
import { isItemCode } from '../items/item-code.ts'
import { startRules } from '../retention/start-rule.ts'
import { isTerm, MAX_TERM_YEARS } from '../retention/term.ts'
import { archiveShape } from '../shape.ts'
import {
  consents,
  filingScopes,
  forms,
  type ItemSchedule,
  type MaterialRule,
  purposes,
  type Rule,
  type Schedule,
  type Sharing,
  sharingScopes,
} from './schedule.ts'

/** The format of a schedule that this library reads and writes. */
export const SCHEDULE_FORMAT = 'licencevault.schedule/1'
export const MAX_SCHEDULE_ITEMS = 10_000
const MAX_READERS = 500

const { expect, members, label, date, oneOf, integer, matching, list } = archiveShape('schedule')

/**
 * Checks that a value is a schedule and hands back a frozen copy. Whether its items and materials exist is for
 * the catalogue to say: `problemsOf`.
 *
 * @throws VaultError `format-unknown`, `member-unknown`, `member-wrong`, `limit-exceeded`
 */
export function defineSchedule(value: unknown): Schedule {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : undefined
  if (found !== SCHEDULE_FORMAT) {
    throw error('format-unknown', { found: String(found).slice(0, 64), known: SCHEDULE_FORMAT })
  }
  const schedule = members(structuredClone(value), '', ['format', 'title', 'items']) as Schedule
  label(schedule.title, '/title', 200)
  list<ItemSchedule>(schedule.items, '/items', [1, MAX_SCHEDULE_ITEMS], checkItemSchedule)
  return freeze(schedule)
}

/** Checks one item's part, and gives its code. */
function checkItemSchedule(item: ItemSchedule, path: string): string {
  members(
    item,
    path,
    ['item', 'itemVersion', 'class', 'retention', 'start', 'sharing', 'materials'],
    ['event'],
  )
  expect(isItemCode(item.item), `${path}/item`, words('an item code', '事项编码'))
  integer(item.itemVersion, `${path}/itemVersion`, [1, 1_000_000])
  matching(item.class, /^[A-Z]{2,8}$/, `${path}/class`, '2 to 8 capital letters', '2 至 8 个大写字母')
  checkRule(item, path)
  expect(item.retention !== undefined && item.start !== undefined, path, words('a retention', '保管期限'))
  list<MaterialRule>(item.materials, `${path}/materials`, [0, MAX_MATERIALS], checkMaterialRule)
  return item.item
}

function checkMaterialRule(rule: MaterialRule, path: string): string {
  members(rule, path, ['material', 'filing'], ['situations', 'retention', 'start', 'event', 'sharing'])
  matching(rule.material, /^[A-Z][0-9]{2,3}$/, `${path}/material`, 'a material code', '材料编码')
  oneOf(rule.filing, filingScopes, `${path}/filing`)
  if (rule.situations !== undefined) {
    const at = `${path}/situations`
    members(rule.situations, at, [], Object.keys(Object(rule.situations)))
    for (const [code, scope] of Object.entries(rule.situations)) {
      matching(code, /^[0-9]{2}$/, step(at, code), 'a situation of two digits', '两位情形编码')
      oneOf(scope, filingScopes, step(at, code))
    }
  }
  checkRule(rule, path)
  return rule.material
}

function checkRule({ retention, start, event, sharing }: Partial<Rule>, path: string): void {
  if (retention !== undefined) {
    const known = words(
      `Y, D30, D10 or a term of at most ${MAX_TERM_YEARS} years such as P15Y`,
      `Y、D30、D10 或不超过 ${MAX_TERM_YEARS} 年的期限（如 P15Y）`,
    )
    expect(isTerm(retention), `${path}/retention`, known)
  }
  if (start !== undefined) oneOf(start, startRules, `${path}/start`)
  const needsEvent = words('an event exactly where the start is EVENT', '仅在起算规则为 EVENT 时填写的事件')
  expect((event !== undefined) === (start === 'EVENT'), `${path}/event`, needsEvent)
  if (event !== undefined) {
    matching(
      event,
      EVENT_WORD,
      `${path}/event`,
      'a word such as project-completed',
      '形如 project-completed 的词',
    )
  }
  if (sharing !== undefined) checkSharing(sharing, `${path}/sharing`)
}

/** The word of an event. */
export const EVENT_WORD = /^[a-z][a-z0-9-]{0,47}$/

function checkSharing(sharing: Sharing, path: string): void {
  members(sharing, path, ['scope', 'purposes', 'forms', 'consent', 'until'], ['readers'])
  oneOf(sharing.scope, sharingScopes, `${path}/scope`)
  const shared = sharing.scope === 'none' ? 0 : 1
  list<string>(sharing.purposes, `${path}/purposes`, [shared, 20], (purpose, at) => {
    oneOf(purpose, purposes, at)
    return purpose
  })
  list<string>(sharing.forms, `${path}/forms`, [shared, 10], (form, at) => {
    oneOf(form, forms, at)
    return form
  })
  oneOf(sharing.consent, consents, `${path}/consent`)
  if (sharing.until !== null) date(sharing.until, `${path}/until`)
  if (sharing.readers === undefined) return
  const internal = words('readers only where the scope is internal', '仅在共享范围为内部时填写的利用单位')
  expect(sharing.scope === 'internal', `${path}/readers`, internal)
  list<string>(sharing.readers, `${path}/readers`, [1, MAX_READERS], (reader, at) => {
    expect(isUscc(reader), at, words('a unified social credit code', '统一社会信用代码'))
    return reader
  })
}
