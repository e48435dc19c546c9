import { expect, it } from 'vitest'
import { orderOf } from '../../testing/all-acts.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import type { CaseOrder } from './case-order.ts'
import { scopeOf } from './scope.ts'

const missingOf = (outcome: CaseOrder['outcome'], ...materials: string[]) => {
  const [example] = orderOf('').files
  if (!example) throw new Error('no file')
  const files = materials.map((material) => ({ ...example, material, path: `${material}/a.txt` }))
  return scopeOf(foodItem, foodSchedule, orderOf('', { outcome, files })).missing.map(({ code, name }) => [
    code,
    name,
  ])
}

it('wants the decision of a case that was not accepted, as some process or result file', () => {
  const decision = [['P01/R01', '不予受理通知书']]
  expect(missingOf('not-accepted')).toEqual(decision)
  expect(missingOf('not-accepted', 'A01')).toEqual(decision)
  expect(missingOf('not-accepted', 'P01')).toEqual([])
  expect(missingOf('not-accepted', 'R01')).toEqual([])
})

it('wants what is required of the others, but no licence where none was made', () => {
  expect(missingOf('granted').map(([code]) => code)).toEqual(['A01', 'P01', 'R01'])
  expect(missingOf('refused').map(([code]) => code)).toEqual(['A01', 'P01'])
  expect(missingOf('withdrawn').map(([code]) => code)).toEqual(['P01'])
})
