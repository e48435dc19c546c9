import type { Material, ServiceItem } from '../items/item.ts'
import { filingScopeOf, type ItemSchedule } from '../schedules/schedule.ts'
import type { CaseOrder } from './case-order.ts'

/** What the schedule demands of a case and does not find, and what it finds and does not want. */
export interface ScopeAnswer {
  /** Materials that must be filed and have no file. */
  readonly missing: readonly Pick<Material, 'code' | 'name'>[]
  /** Files of materials that the item does not have, or that are not filed. */
  readonly outside: readonly { readonly path: string; readonly material: string }[]
}

/**
 * Holds a case's files against the filing scope (归档范围). What must be there depends on how it ended:
 *
 * - granted: everything required in the case's situations
 * - refused: the same but the licence that was not made
 * - withdrawn: what came is filed, and only process materials can be required, since the rest may be what was
 *   wanting
 * - not accepted: what came is filed, and the decision (不予受理通知书) as some process or result file
 */
export function scopeOf(item: ServiceItem, schedule: ItemSchedule, order: CaseOrder): ScopeAnswer {
  const sent = new Set(order.files.map(({ material }) => material))
  const rules = new Map(schedule.materials.map((rule) => [rule.material, rule]))
  const materials = new Map(item.materials.map((material) => [material.code, material]))
  const scopes = (code: string) => {
    const rule = rules.get(code)
    return rule ? filingScopeOf(rule, order.situations) : 'not-filed'
  }
  return {
    missing: [
      ...item.materials.filter(
        (material) =>
          scopes(material.code) === 'required' &&
          occurs(material, order.situations) &&
          mayBeDemanded(material, order.outcome) &&
          !sent.has(material.code),
      ),
      ...decisionMissing(
        order.outcome,
        item.materials.filter(({ code }) => scopes(code) !== 'not-filed'),
        sent,
      ),
    ],
    outside: order.files
      .filter(({ material }) => !materials.has(material) || scopes(material) === 'not-filed')
      .map(({ path, material }) => ({ path, material })),
  }
}

function occurs({ situations }: Material, given: readonly string[]): boolean {
  return situations === undefined || situations.some((code) => given.includes(code))
}

function mayBeDemanded({ category, licenceTypes }: Material, outcome: CaseOrder['outcome']): boolean {
  if (outcome === 'granted') return true
  if (outcome === 'refused') return category !== 'result' || licenceTypes === undefined
  return category === 'process' && outcome === 'withdrawn'
}

/** A case that was not accepted leaves the notice that says so, under whatever material the item has for it. */
function decisionMissing(
  outcome: CaseOrder['outcome'],
  filed: readonly Material[],
  sent: ReadonlySet<string>,
): ScopeAnswer['missing'] {
  const fitting = filed.filter(({ category }) => category !== 'application').map(({ code }) => code)
  if (outcome !== 'not-accepted' || fitting.length === 0 || fitting.some((code) => sent.has(code))) return []
  return [{ code: fitting.join('/'), name: '不予受理通知书' }]
}
