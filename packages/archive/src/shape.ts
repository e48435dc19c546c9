import { shapeBy, words } from '@licencevault/licence'
import { error } from './codes.ts'

/** What of ours comes from outside and is held against its format page. */
type Format = 'item' | 'schedule' | 'case' | 'hold' | 'use' | 'query'

/** The checks of a value from outside, and those that several formats here share. */
export function archiveShape(format: Format) {
  const shape = shapeBy({
    wrong: (path, problem) =>
      error('member-wrong', { ...NAMES[format], path, problem: problem.en, problemZh: problem.zh }),
    unknown: (path) => error('member-unknown', { ...NAMES[format], path }),
  })
  const oneOf = (value: unknown, allowed: Readonly<Record<string, unknown>>, path: string): void => {
    const names = Object.keys(allowed)
    const known = typeof value === 'string' && Object.hasOwn(allowed, value)
    shape.expect(known, path, words(`one of ${names.join(', ')}`, `以下之一：${names.join('、')}`))
  }
  const integer = (value: unknown, path: string, [least, most]: readonly [number, number]): void => {
    const holds = Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
    shape.expect(holds, path, words(`an integer from ${least} to ${most}`, `从 ${least} 至 ${most} 的整数`))
  }
  const boolean = (value: unknown, path: string): void =>
    shape.expect(typeof value === 'boolean', path, words('true or false', '布尔值（true 或 false）'))
  const matching = (value: unknown, pattern: RegExp, path: string, en: string, zh: string): void =>
    shape.expect(typeof value === 'string' && pattern.test(value), path, words(en, zh))
  /** A list of so many at most, each element checked, none twice by its key. */
  const list = <T>(
    value: unknown,
    path: string,
    [least, most]: readonly [number, number],
    each: (element: T, path: string) => string,
  ): void => {
    if (!Array.isArray(value) || value.length < least) {
      shape.expect(false, path, words(`a list of at least ${least}`, `至少有 ${least} 项的列表`))
      return
    }
    if (value.length > most) throw error('limit-exceeded', { ...NAMES[format], path, most })
    const seen = new Set<string>()
    for (const [index, element] of value.entries()) {
      const key = each(element, `${path}/${index}`)
      const first = !seen.has(key)
      shape.expect(first, `${path}/${index}`, words(`${key} only once`, `不重复的 ${key}`))
      seen.add(key)
    }
  }
  return { ...shape, oneOf, integer, boolean, matching, list }
}

const NAMES: Readonly<Record<Format, { readonly what: string; readonly whatZh: string }>> = {
  item: { what: 'service item', whatZh: '政务服务事项' },
  schedule: { what: 'schedule', whatZh: '归档范围和保管期限表' },
  case: { what: 'case', whatZh: '办件' },
  hold: { what: 'hold', whatZh: '冻结' },
  use: { what: 'request for use', whatZh: '利用申请' },
  query: { what: 'query', whatZh: '查询条件' },
}
