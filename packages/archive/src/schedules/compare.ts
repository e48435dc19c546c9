import type { Words } from '@licencevault/errors'
import { canonicalise } from '@licencevault/licence'
import { startRules } from '../retention/start-rule.ts'
import { readTerm } from '../retention/term.ts'
import { filingScopes, type ItemSchedule, type MaterialRule, type Rule, ruleOf } from './schedule.ts'

/** One thing that a new table says otherwise than the one in force. */
export interface Change {
  /** Code of the material; absent for the item's own rule. */
  readonly material?: string
  readonly what: 'class' | 'retention' | 'start' | 'filing' | 'sharing' | 'new' | 'gone'
  readonly before: Words
  readonly after: Words
}

const NOTHING: Words = { en: 'nothing', zh: '无' }
const word = (text: string): Words => ({ en: text, zh: text })

/** What would be otherwise for an item; everything is new for one that has no table yet. */
export function changesOf(before: ItemSchedule | undefined, after: ItemSchedule): Change[] {
  if (!before) return [{ what: 'new', before: NOTHING, after: readTerm(after.retention).name }]
  const changes = ruleChanges(ruleOf(before), ruleOf(after))
  if (before.class !== after.class)
    changes.push({ what: 'class', before: word(before.class), after: word(after.class) })
  const old = new Map(before.materials.map((rule) => [rule.material, rule]))
  for (const rule of after.materials) {
    changes.push(...materialChanges({ before, rule: old.get(rule.material) }, { after, rule }))
    old.delete(rule.material)
  }
  for (const rule of old.values()) {
    changes.push({ material: rule.material, what: 'gone', before: filingScopes[rule.filing], after: NOTHING })
  }
  return changes
}

function materialChanges(
  { before, rule: was }: { before: ItemSchedule; rule: MaterialRule | undefined },
  { after, rule }: { after: ItemSchedule; rule: MaterialRule },
): Change[] {
  const { material } = rule
  if (!was) return [{ material, what: 'new', before: NOTHING, after: filingScopes[rule.filing] }]
  const changes = same([was.filing, was.situations ?? {}], [rule.filing, rule.situations ?? {}])
    ? []
    : [{ what: 'filing' as const, before: filingWords(was), after: filingWords(rule) }]
  // What a material leaves to its item changes with the item, and is told there.
  const own = (of: MaterialRule) =>
    of.retention !== undefined || of.start !== undefined || of.sharing !== undefined
  const rules = own(was) || own(rule) ? ruleChanges(ruleOf(before, was), ruleOf(after, rule)) : []
  return [...changes, ...rules].map((change) => ({ material, ...change }))
}

function ruleChanges(before: Rule, after: Rule): Change[] {
  const changes: Change[] = []
  if (before.retention !== after.retention) {
    changes.push({
      what: 'retention',
      before: readTerm(before.retention).name,
      after: readTerm(after.retention).name,
    })
  }
  if (before.start !== after.start || before.event !== after.event) {
    changes.push({ what: 'start', before: startRules[before.start], after: startRules[after.start] })
  }
  if (!same(before.sharing, after.sharing)) {
    changes.push({ what: 'sharing', before: word(before.sharing.scope), after: word(after.sharing.scope) })
  }
  return changes
}

function filingWords({ filing, situations = {} }: MaterialRule): Words {
  const by = Object.entries(situations)
  const some = (language: 'en' | 'zh') =>
    [
      filingScopes[filing][language],
      ...by.map(([code, scope]) => `${code}: ${filingScopes[scope][language]}`),
    ].join('; ')
  return { en: some('en'), zh: some('zh') }
}

const same = (a: unknown, b: unknown) => Buffer.compare(canonicalise(a), canonicalise(b)) === 0
