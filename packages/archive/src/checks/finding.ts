import type { Words } from '@licencevault/errors'

/** 通过, 不通过, 未检测: what was not checked never reads as passed. */
export const checkOutcomes = {
  passed: { en: 'passed', zh: '通过' },
  failed: { en: 'failed', zh: '不通过' },
  'not-checked': { en: 'not checked', zh: '未检测' },
} as const satisfies Record<string, Words>

type CheckOutcome = keyof typeof checkOutcomes

/** What one check found; the remark says what stands in the way, or why nothing was looked at. */
export interface Finding {
  readonly outcome: CheckOutcome
  readonly remark?: Words
}

/** How many places a remark names. */
const most = 5

/** Passed if nothing stands against it; else failed, with the first places named. */
export function against(places: readonly string[], what: Words): Finding {
  if (places.length === 0) return { outcome: 'passed' }
  const { en, zh } = few(places)
  return { outcome: 'failed', remark: { en: `${what.en}: ${en}.`, zh: `${what.zh}：${zh}。` } }
}

/** The first places named, the rest counted. */
export function few(places: readonly string[]): Words {
  const shown = places.slice(0, most)
  const more = places.length - shown.length
  return {
    en: `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    zh: `${shown.join('、')}${more > 0 ? ` 等 ${places.length} 处` : ''}`,
  }
}

/** Passed if it holds. */
export function holds(right: boolean, otherwise: Words): Finding {
  return right ? { outcome: 'passed' } : { outcome: 'failed', remark: otherwise }
}

/** Not checked, and why. */
export function unchecked(why: Words): Finding {
  return { outcome: 'not-checked', remark: why }
}
