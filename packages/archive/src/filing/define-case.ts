import { isUscc, readIdentifier, step, words } from '@licencevault/licence'
import { error } from '../codes.ts'
import { freeze } from '../freeze.ts'
import { isItemCode } from '../items/item-code.ts'
import { maxFiles } from '../package/bag.ts'
import { requireDistinct, requirePath } from '../package/path-rules.ts'
import { EVENT_WORD } from '../schedules/define-schedule.ts'
import { archiveShape } from '../shape.ts'
import { type AnnouncedFile, type CaseOrder, type CaseStep, outcomes } from './case-order.ts'
import { error as filingError } from './codes.ts'

/** The format of a case that this library reads. */
export const CASE_FORMAT = 'licencevault.case/1'

/** Limits of one case. */
export const caseLimits = {
  files: maxFiles,
  /** Bytes of one file. */
  fileBytes: 16 * 1024 * 1024 * 1024,
  steps: 200,
  licences: 200,
  applicants: 200,
  situations: 50,
  events: 20,
  titleCharacters: 300,
  opinionCharacters: 2_000,
} as const

const { expect, members, label, date, digest, oneOf, integer, matching, list } = archiveShape('case')
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

const NEEDED: readonly (keyof CaseOrder)[] = [
  'format',
  'fonds',
  'item',
  'itemVersion',
  'office',
  'caseNumber',
  'title',
  'applicants',
  'outcome',
  'situations',
  'acceptedOn',
  'closedOn',
  'steps',
  'licences',
  'events',
  'files',
]

/**
 * Checks that a value is a case that may be filed today, by itself: whether its item exists and its files
 * are those that the schedule asks for is checked afterwards. Hands back a frozen copy.
 *
 * @param today the civil date of filing
 * @throws VaultError `format-unknown`, `member-unknown`, `member-wrong`, `limit-exceeded`,
 *   `case-closed-later`, `case-closed-early`, `case-event-later`,
 *   `package-path-wrong`, `package-path-twice`
 */
export function defineCase(value: unknown, today: string): CaseOrder {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : undefined
  if (found !== CASE_FORMAT) {
    throw error('format-unknown', { found: String(found).slice(0, 64), known: CASE_FORMAT })
  }
  const order = members(structuredClone(value), '', NEEDED) as CaseOrder
  checkNames(order)
  checkDates(order, today)
  list<CaseStep>(order.steps, '/steps', [0, caseLimits.steps], checkStep)
  list<string>(order.licences, '/licences', [0, caseLimits.licences], checkLicence)
  list<AnnouncedFile>(order.files, '/files', [0, caseLimits.files], checkFile)
  requireDistinct(order.files.map(({ path }) => path))
  return freeze(order)
}

function checkNames(order: CaseOrder): void {
  const { fonds, item, itemVersion, office, caseNumber, title, applicants, outcome, situations } = order
  members(fonds, '/fonds', ['code', 'name'])
  matching(
    fonds.code,
    /^[0-9A-Z]{1,16}$/,
    '/fonds/code',
    'up to 16 capitals or digits',
    '不超过 16 位的全宗号',
  )
  label(fonds.name, '/fonds/name', caseLimits.titleCharacters)
  expect(isItemCode(item), '/item', words('an item code', '事项编码'))
  integer(itemVersion, '/itemVersion', [1, 1_000_000])
  members(office, '/office', ['code', 'name'])
  expect(isUscc(office.code), '/office/code', words('a unified social credit code', '统一社会信用代码'))
  label(office.name, '/office/name', caseLimits.titleCharacters)
  label(caseNumber, '/caseNumber', 100)
  label(title, '/title', caseLimits.titleCharacters)
  list<string>(applicants, '/applicants', [1, caseLimits.applicants], (name, path) => {
    label(name, path, caseLimits.titleCharacters)
    return name
  })
  oneOf(outcome, outcomes, '/outcome')
  list<string>(situations, '/situations', [0, caseLimits.situations], (code, path) => {
    matching(code, /^[0-9]{2}$/, path, 'two digits', '两位数字')
    return code
  })
}

function checkDates({ outcome, acceptedOn, closedOn, events }: CaseOrder, today: string): void {
  date(closedOn, '/closedOn')
  if (acceptedOn !== null) date(acceptedOn, '/acceptedOn')
  const fits = (acceptedOn === null) === (outcome === 'not-accepted')
  const rule = words('null exactly for a case that was not accepted', '仅在不予受理时为 null 的日期')
  expect(fits, '/acceptedOn', rule)
  if (closedOn > today) throw filingError('case-closed-later', { on: closedOn, today })
  if (acceptedOn !== null && closedOn < acceptedOn) {
    throw filingError('case-closed-early', { on: closedOn, accepted: acceptedOn })
  }
  const named = Object.entries(members(events, '/events', [], Object.keys(Object(events))))
  if (named.length > caseLimits.events) {
    throw error('limit-exceeded', { what: 'case', whatZh: '办件', path: '/events', most: caseLimits.events })
  }
  for (const [word, day] of named) {
    const at = step('/events', word.slice(0, 64))
    matching(word, EVENT_WORD, at, 'a word such as project-completed', '形如 project-completed 的词')
    date(day, at)
    if (day > today) throw filingError('case-event-later', { event: word, on: day, today })
  }
}

function checkStep(given: CaseStep, path: string): string {
  members(given, path, ['action', 'actor', 'at'], ['opinion'])
  label(given.action, `${path}/action`, 100)
  label(given.actor, `${path}/actor`, 100)
  instant(given.at, `${path}/at`)
  if (given.opinion !== undefined) label(given.opinion, `${path}/opinion`, caseLimits.opinionCharacters)
  // The same may be done twice: steps are told apart by their place.
  return path
}

function checkLicence(identifier: string, path: string): string {
  const right = typeof identifier === 'string' && readIdentifier(identifier).findings.length === 0
  expect(right, path, words('a licence identifier (GB/T 36904)', '证照标识（GB/T 36904）'))
  return identifier
}

function checkFile(file: AnnouncedFile, path: string): string {
  members(file, path, ['material', 'path', 'title', 'size', 'sha256'], ['createdAt'])
  matching(file.material, /^[A-Z][0-9]{2,3}$/, `${path}/material`, 'a material code', '材料编码')
  expect(typeof file.path === 'string', `${path}/path`, words('text', '文本'))
  requirePath(file.path)
  label(file.title, `${path}/title`, caseLimits.titleCharacters)
  integer(file.size, `${path}/size`, [0, caseLimits.fileBytes])
  digest(file.sha256, `${path}/sha256`)
  if (file.createdAt !== undefined) instant(file.createdAt, `${path}/createdAt`)
  return file.path
}

function instant(value: unknown, path: string): void {
  const right = typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value))
  expect(right, path, words('a time such as 2026-11-23T09:44:30Z', '形如 2026-11-23T09:44:30Z 的时间'))
}
