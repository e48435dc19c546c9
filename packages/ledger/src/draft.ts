import { isCivilDate, isUscc } from '@licencevault/licence'
import type { Draft } from './entry-shape.ts'
import { error } from './proof-codes.ts'

/** Every rule of a member of an entry, as `FORMAT.md` states them. Everything is ASCII that JSON writes as it stands. */

const WORD = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const MAX_WORD = 48
const NAME = /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/
const MAX_SUBJECT = 200
const MAX_ACTOR = 100
const TYPE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}@[1-9][0-9]{0,8}$/
const DIGEST = /^[0-9a-f]{64}$/
const INSTANT = /^T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?Z$/
export const limits = { digests: 32, links: 16, drafts: 10_000 } as const

const expected = {
  object: {
    expected: 'an object of the members that the format names',
    expectedZh: '仅含格式所列成员的对象',
  },
  word: {
    expected: 'a word of small letters, digits and -, up to 48',
    expectedZh: '由小写字母、数字和“-”组成的词，最长 48',
  },
  subject: {
    expected: 'letters, digits and . _ : / @ -, up to 200',
    expectedZh: '字母、数字和 . _ : / @ -，最长 200',
  },
  actor: {
    expected: 'letters, digits and . _ : / @ -, up to 100',
    expectedZh: '字母、数字和 . _ : / @ -，最长 100',
  },
  date: { expected: 'a civil date, or an instant in UTC', expectedZh: '日期，或 UTC 时刻' },
  end: {
    expected: 'a date or instant not before the beginning, or null',
    expectedZh: '不早于起始的日期或时刻，或 null',
  },
  authority: { expected: 'a unified social credit code', expectedZh: '统一社会信用代码' },
  type: { expected: 'code@version', expectedZh: '代码@版本' },
  digest: { expected: 'SHA-256 in lower-case hex', expectedZh: '以小写十六进制书写的 SHA-256' },
  digests: { expected: 'at most 32 digests', expectedZh: '至多 32 个摘要' },
  links: { expected: 'at most 16 links', expectedZh: '至多 16 个关联' },
} as const

const NEEDED = ['kind', 'subject', 'effectiveFrom', 'authority', 'digests', 'actor'] as const
const MEMBERS: ReadonlySet<string> = new Set([...NEEDED, 'effectiveTo', 'type', 'links', 'request'])

/** @throws VaultError `draft-wrong` naming the member */
export function checkDraft(draft: Draft): void {
  expectThat(isRecord(draft) && Object.keys(draft).every((name) => MEMBERS.has(name)), 'draft', 'object')
  expectThat(isWord(draft.kind), 'kind', 'word')
  expectThat(isSubject(draft.subject), 'subject', 'subject')
  expectThat(isTime(draft.effectiveFrom), 'effectiveFrom', 'date')
  expectThat(isEnd(draft.effectiveTo ?? null, draft.effectiveFrom), 'effectiveTo', 'end')
  expectThat(isAuthority(draft.authority), 'authority', 'authority')
  expectThat(draft.type === undefined || matches(TYPE, draft.type), 'type', 'type')
  expectThat(draft.request === undefined || matches(DIGEST, draft.request), 'request', 'digest')
  checkDigests(draft.digests)
  checkLinks(draft.links)
  expectThat(isRecord(draft.actor) && Object.keys(draft.actor).length === 2, 'actor', 'object')
  expectThat(isActor(draft.actor.application), 'actor/application', 'actor')
  expectThat(isActor(draft.actor.role), 'actor/role', 'actor')
}

function checkDigests(digests: Draft['digests']): void {
  expectThat(isRecord(digests), 'digests', 'object')
  const names = Object.keys(digests)
  expectThat(names.length <= limits.digests, 'digests', 'digests')
  for (const name of names) {
    expectThat(isWord(name), 'digests', 'word')
    expectThat(matches(DIGEST, digests[name]), `digests/${name}`, 'digest')
  }
}

function checkLinks(links: Draft['links']): void {
  if (links === undefined) return
  expectThat(isRecord(links), 'links', 'object')
  const names = Object.keys(links)
  expectThat(names.length <= limits.links, 'links', 'links')
  for (const name of names) {
    expectThat(isWord(name), 'links', 'word')
    expectThat(isSubject(links[name]), `links/${name}`, 'subject')
  }
}

function expectThat(holds: boolean, where: string, what: keyof typeof expected): void {
  if (!holds) throw error('draft-wrong', { where, ...expected[what] })
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function matches(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value)
}

export function isWord(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_WORD && WORD.test(value)
}

export function isSubject(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_SUBJECT && NAME.test(value)
}

function isActor(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_ACTOR && NAME.test(value)
}

function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || value.length < 10) return false
  return isDay(value.slice(0, 10)) && (value.length === 10 || INSTANT.test(value.slice(10)))
}

// The same few days are asked about all day long.
let knownDay = ''

function isDay(day: string): boolean {
  if (day === knownDay) return true
  const right = isCivilDate(day)
  if (right) knownDay = day
  return right
}

/** Compared by their days: a day and an instant within it may stand in either order. */
function isEnd(to: unknown, from: string): boolean {
  return to === null || (isTime(to) && String(to).slice(0, 10) >= from.slice(0, 10))
}

// A ledger has few authorities, and each is asked about with every entry.
const knownAuthorities = new Set<string>()

function isAuthority(code: unknown): boolean {
  if (typeof code !== 'string') return false
  if (knownAuthorities.has(code)) return true
  const right = isUscc(code)
  if (right && knownAuthorities.size < 10_000) knownAuthorities.add(code)
  return right
}
