import type { ServiceItem } from '../items/item.ts'
import type { ItemSchedule } from './schedule.ts'

/** What an item's table lacks to be complete. */
export interface Gap {
  readonly item: string
  readonly name: string
  readonly authority: string
  /** The item has no table in force; otherwise what its table leaves out. */
  readonly missing: 'table' | 'materials' | 'version'
  /** Materials of the item without a filing scope. */
  readonly materials: readonly string[]
}

/**
 * What keeps an item's table from being complete: no table at all, one made for another version of the item,
 * or materials that it passes over. Nothing for a complete one.
 */
export function gapOf(item: ServiceItem, schedule: ItemSchedule | undefined): Gap | undefined {
  const of = { item: item.code, name: item.name, authority: item.authority.code }
  if (!schedule) return { ...of, missing: 'table', materials: item.materials.map(({ code }) => code) }
  const ruled = new Set(schedule.materials.map(({ material }) => material))
  const materials = item.materials.filter(({ code }) => !ruled.has(code)).map(({ code }) => code)
  if (materials.length > 0) return { ...of, missing: 'materials', materials }
  if (schedule.itemVersion !== item.version) return { ...of, missing: 'version', materials: [] }
  return undefined
}
