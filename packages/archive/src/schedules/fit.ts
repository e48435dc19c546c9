import { type Details, fill } from '@licencevault/errors'
import { type Code, codes } from '../codes.ts'
import type { ServiceItem } from '../items/item.ts'
import type { ScheduleFinding } from './finding.ts'
import type { ItemSchedule } from './schedule.ts'

/** One finding by its word. */
export function found(
  code: Code,
  at: Omit<ScheduleFinding, 'code' | 'sentence' | 'remedy'>,
  details: Details = {},
) {
  const { sentence, remedy } = codes[code]
  return { code, ...at, sentence: fill(sentence, details), remedy: fill(remedy, details) }
}

/** Whether an item's part of a table fits the item itself; `undefined` stands for an item that there is not. */
export function fitOf(schedule: ItemSchedule, item: ServiceItem | undefined): ScheduleFinding[] {
  const { item: code, itemVersion } = schedule
  if (!item) return [found('item-unknown', { item: code }, { item: code })]
  if (item.version !== itemVersion) {
    return [found('item-version-unknown', { item: code }, { item: code, version: itemVersion })]
  }
  const known = new Map(item.materials.map((material) => [material.code, material]))
  const situations = new Set(item.situations.map((situation) => situation.code))
  return schedule.materials.flatMap((rule): ScheduleFinding[] => {
    const at = { item: code, material: rule.material }
    if (!known.has(rule.material)) return [found('material-unknown', at, at)]
    return Object.keys(rule.situations ?? {})
      .filter((situation) => !situations.has(situation))
      .map((situation) => found('situation-unknown', at, { ...at, situation }))
  })
}
