import { errorsOf } from '@licencevault/errors'
import { expect, it } from 'vitest'
import { settled, together } from './together.ts'

const error = errorsOf({
  'tea-cold': {
    kind: 'conflict',
    sentence: { en: 'Cold.', zh: '凉了。' },
    remedy: { en: 'Heat.', zh: '加热。' },
  },
  'kettle-away': {
    kind: 'unavailable',
    sentence: { en: 'Away.', zh: '没有。' },
    remedy: { en: 'Wait.', zh: '等。' },
  },
} as const)

const echo = (rounds: number[][], most = 10) =>
  together<number, number>(async (all) => {
    rounds.push([...all])
    await new Promise((resolve) => setTimeout(resolve, 5))
    return Promise.all(
      all.map((n) =>
        settled(async () => {
          if (n < 0) throw error('tea-cold')
          if (n === 13 && all.length > 1) throw error('kettle-away')
          if (n === 99) throw new TypeError('broken')
          return n * 2
        }),
      ),
    )
  }, most)

it('begins at once, and takes whoever came meanwhile in the next round, no more than it may', async () => {
  const rounds: number[][] = []
  const one = echo(rounds, 3)
  expect(await Promise.all([1, 2, 3, 4, 5].map(one))).toEqual([2, 4, 6, 8, 10])
  expect(rounds).toEqual([[1], [2, 3, 4], [5]])
  expect(await one(6)).toBe(12)
})

it('lets a refusal be its own', async () => {
  const one = echo([])
  const outcomes = await Promise.allSettled([1, 2, -1, 3].map(one))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  await expect(one(-1)).rejects.toThrow('tea-cold')
})

it('does a round that fails as a whole again one by one', async () => {
  const rounds: number[][] = []
  const one = echo(rounds)
  expect(await Promise.all([1, 2, 13, 4].map(one))).toEqual([2, 4, 26, 8])
  expect(rounds).toEqual([[1], [2, 13, 4], [2], [13], [4]])
  const outcomes = await Promise.allSettled([1, 2, 99].map(one))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
})
