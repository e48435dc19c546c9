import { expect, it } from 'vitest'
import { atMost } from './at-most.ts'

it('runs so many at once and no more, in their order, also where some fail', async () => {
  const limited = atMost(3)
  const begun: number[] = []
  let underWay = 0
  let most = 0
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      limited(async () => {
        begun.push(index)
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setTimeout(resolve, (index * 7) % 5))
        underWay--
        if (index % 4 === 0) throw new Error('failed')
        return index
      }),
    ),
  )
  expect(most).toBe(3)
  expect(begun).toEqual(Array.from({ length: 20 }, (_, index) => index))
  expect(results.map(({ status }) => status === 'rejected')).toEqual(begun.map((index) => index % 4 === 0))
})
