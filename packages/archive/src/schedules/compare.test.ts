import { describe, expect, it } from 'vitest'
import { foodSchedule } from '../../testing/sample.ts'
import { changesOf } from './compare.ts'
import { filingScopeOf, type ItemSchedule, type MaterialRule } from './schedule.ts'

const [first, ...others] = foodSchedule.materials
const withFirst = (change: Partial<MaterialRule>): ItemSchedule => ({
  ...foodSchedule,
  materials: [{ ...(first as MaterialRule), ...change }, ...others],
})
const what = (after: ItemSchedule, before: ItemSchedule | undefined = foodSchedule) =>
  changesOf(before, after).map(({ material, what: change }) => [material ?? 'item', change])

describe('what a table would change', () => {
  it.each<[string, ItemSchedule, readonly (readonly [string, string])[]]>([
    ['nothing', structuredClone(foodSchedule), []],
    [
      'the retention of the item, which its materials follow',
      { ...foodSchedule, retention: 'D30' },
      [['item', 'retention']],
    ],
    ['the start', { ...foodSchedule, start: 'CLOSE_DATE' }, [['item', 'start']]],
    ['the class', { ...foodSchedule, class: 'QT' }, [['item', 'class']]],
    [
      'sharing',
      { ...foodSchedule, sharing: { ...foodSchedule.sharing, consent: 'holder' } },
      [['item', 'sharing']],
    ],
    ['the filing scope of a material', withFirst({ filing: 'optional' }), [['A01', 'filing']]],
    ['the scope in a situation', withFirst({ situations: { '01': 'optional' } }), [['A01', 'filing']]],
    ['a retention of a material’s own', withFirst({ retention: 'Y' }), [['A01', 'retention']]],
    [
      'a new material',
      { ...foodSchedule, materials: [...foodSchedule.materials, { material: 'A09', filing: 'optional' }] },
      [['A09', 'new']],
    ],
    ['a material that goes', { ...foodSchedule, materials: others }, [['A01', 'gone']]],
  ])('%s', (_, after, changes) => {
    expect(what(after)).toEqual(changes)
  })
  it('everything, for an item that has no table', () => {
    expect(changesOf(undefined, foodSchedule)).toMatchObject([{ what: 'new', after: { en: '10 years' } }])
  })
})

describe('the filing scope in a case', () => {
  const rule: MaterialRule = {
    material: 'A01',
    filing: 'optional',
    situations: { '01': 'required', '02': 'not-filed' },
  }
  it.each([
    [[], 'optional'],
    [['03'], 'optional'],
    [['01'], 'required'],
    [['02'], 'not-filed'],
    [['02', '01'], 'required'],
  ] as const)('of the situations %j is %s', (situations, scope) => {
    expect(filingScopeOf(rule, situations)).toBe(scope)
  })
})
