import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { canonicalise } from '@licencevault/licence'
import { describe, expect, it } from 'vitest'
import { foodItem, foodSchedule } from '../testing/sample.ts'
import { defineItem, defineSchedule } from './index.ts'
import { MAX_MATERIALS, MAX_SITUATIONS } from './items/define-item.ts'
import { MAX_SCHEDULE_ITEMS } from './schedules/define-schedule.ts'

interface Vectors {
  readonly valid: readonly { readonly name: string; readonly value: unknown; readonly digest: string }[]
  readonly refused: readonly {
    readonly name: string
    readonly at: string
    readonly value?: unknown
    readonly word: string
  }[]
}

const vectorsOf = (name: string): Vectors =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'))

/** A copy with another value at a JSON Pointer, or without that member. */
function changed(value: unknown, pointer: string, to: unknown): unknown {
  const copy = structuredClone(value)
  const steps = pointer.slice(1).split('/')
  const last = steps.pop() ?? ''
  const parent = steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), copy)
  if (to === undefined) Reflect.deleteProperty(Object(parent), last)
  else Reflect.set(Object(parent), last, to)
  return copy
}

describe.each([
  ['item', defineItem],
  ['schedule', defineSchedule],
] as const)('the frozen vectors of licencevault.%s/1', (name, define) => {
  const { valid, refused } = vectorsOf(name)
  it.each(valid)('reads $name', ({ value, digest }) => {
    const read = define(value)
    expect(read).toEqual(value)
    expect(Object.isFrozen(read)).toBe(true)
    expect(createHash('sha256').update(canonicalise(read)).digest('hex')).toBe(digest)
  })
  it.each(refused)('refuses $name', ({ at, value, word }) => {
    expect(() => define(changed(valid[0]?.value, at, value))).toThrow(expect.objectContaining({ code: word }))
  })
  it.each([undefined, null, 1, 'x', [], () => 0])('refuses %s', (value) => {
    expect(() => define(value)).toThrow(expect.objectContaining({ code: 'format-unknown' }))
  })
})

describe('limits, met exactly and passed by one', () => {
  const item = (materials: number, situations: number) => ({
    ...foodItem,
    situations: Array.from({ length: situations }, (_, i) => ({
      code: String(i).padStart(2, '0'),
      name: '情形',
      nameEn: 'Situation',
    })),
    materials: Array.from({ length: materials }, (_, i) => ({
      ...foodItem.materials[0],
      code: `A${String(i).padStart(3, '0')}`,
    })),
  })
  it('materials and situations of an item', () => {
    expect(defineItem(item(MAX_MATERIALS, MAX_SITUATIONS)).materials).toHaveLength(MAX_MATERIALS)
    for (const wrong of [item(MAX_MATERIALS + 1, 1), item(1, MAX_SITUATIONS + 1)]) {
      expect(() => defineItem(wrong)).toThrow(expect.objectContaining({ code: 'limit-exceeded' }))
    }
  })
  it('items of a schedule', () => {
    const schedule = (count: number) => ({
      format: 'licencevault.schedule/1',
      title: '第一版',
      items: Array.from({ length: count }, (_, i) => ({
        ...foodSchedule,
        item: `${foodSchedule.item.slice(0, 23)}${String(i).padStart(8, '0')}`,
        materials: [],
      })),
    })
    expect(defineSchedule(schedule(MAX_SCHEDULE_ITEMS)).items).toHaveLength(MAX_SCHEDULE_ITEMS)
    expect(() => defineSchedule(schedule(MAX_SCHEDULE_ITEMS + 1))).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    )
  })
})
