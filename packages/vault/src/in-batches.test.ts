import { setTimeout as sleep } from 'node:timers/promises'
import { errorsOf } from '@licencevault/errors'
import { expect, it } from 'vitest'
import { inBatches } from './in-batches.ts'

const words = { en: 'It is away.', zh: '无法访问。' }
const error = errorsOf({ 'store-unavailable': { kind: 'unavailable', sentence: words, remedy: words } })

it('puts whatever came meanwhile into the next batch, up to its size, and keeps each answer with its item', async () => {
  const sizes: number[] = []
  const double = inBatches(4, async (items: readonly number[]) => {
    sizes.push(items.length)
    await sleep(1)
    return items.map((item) => item * 2)
  })
  const answers = await Promise.all([...Array(10).keys()].map((item) => double(item)))
  expect(answers).toEqual([...Array(10).keys()].map((item) => item * 2))
  expect(sizes).toEqual([4, 4, 2])
  expect(await double(21)).toBe(42)
})

it('fails nobody for another one’s sake', async () => {
  const work = inBatches(10, async (items: readonly number[]) => {
    if (items.includes(3)) throw new Error('three')
    return items
  })
  const answers = await Promise.allSettled([1, 2, 3, 4].map((item) => work(item)))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
})

it('asks a store that is away once, not once for each', async () => {
  let asked = 0
  const away = error('store-unavailable')
  const work = inBatches(10, async () => {
    asked += 1
    throw away
  })
  const answers = await Promise.allSettled([1, 2, 3].map((item) => work(item)))
  expect(answers.map((answer) => 'reason' in answer && answer.reason)).toEqual([away, away, away])
  expect(asked).toBe(1)
})

it('refuses a worker that answers for too few', async () => {
  const work = inBatches(10, async () => [1])
  const answers = await Promise.allSettled([1, 2].map((item) => work(item)))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
})
