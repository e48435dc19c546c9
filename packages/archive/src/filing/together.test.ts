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

it('waits for nobody who is not expected, and takes whoever came meanwhile in the next round', async () => {
  const rounds: number[][] = []
  const desk = echo(rounds, 3)
  expect(await Promise.all([1, 2, 3, 4, 5].map(desk.do))).toEqual([2, 4, 6, 8, 10])
  expect(rounds).toEqual([[1], [2, 3, 4], [5]])
  expect(await desk.do(6)).toBe(12)
})

it('waits for who is expected, until they come, say that they will not, or patience is over', async () => {
  const rounds: number[][] = []
  const desk = echo(rounds)
  const told = [desk.expect(), desk.expect(), desk.expect()]
  const first = [desk.do(1), desk.do(2)]
  expect(rounds).toEqual([])
  told[2]?.()
  expect(rounds).toEqual([[1, 2]])
  await Promise.all(first)
  const started = performance.now()
  expect(await desk.do(3)).toBe(6)
  expect(performance.now() - started).toBeGreaterThan(30)
  for (const tell of told) tell()
  expect(await desk.do(4)).toBe(8)
  expect(rounds).toEqual([[1, 2], [3], [4]])
})

it('goes on waiting while others come, though not for ever', async () => {
  const rounds: number[][] = []
  const desk = echo(rounds, 100)
  const many = Array.from({ length: 100 }, () => desk.expect())
  const answers = [desk.do(0)]
  for (let n = 1; n < 5; n++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    answers.push(desk.do(n))
  }
  await Promise.all(answers)
  expect(rounds).toEqual([[0, 1, 2, 3, 4]])
  const flood = setInterval(() => answers.push(desk.do(answers.length)), 5)
  await desk.do(-1).catch(() => {})
  clearInterval(flood)
  expect(rounds[1]?.length).toBeGreaterThan(10)
  for (const tell of many) tell()
  await Promise.all(answers)
})

it('lets a refusal be its own', async () => {
  const desk = echo([])
  const outcomes = await Promise.allSettled([1, 2, -1, 3].map(desk.do))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  await expect(desk.do(-1)).rejects.toThrow('tea-cold')
})

it('does a round that fails as a whole again one by one', async () => {
  const rounds: number[][] = []
  const desk = echo(rounds)
  expect(await Promise.all([1, 2, 13, 4].map(desk.do))).toEqual([2, 4, 26, 8])
  expect(rounds).toEqual([[1], [2, 13, 4], [2], [13], [4]])
  const outcomes = await Promise.allSettled([1, 2, 99].map(desk.do))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
})
