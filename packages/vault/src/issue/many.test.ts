import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { ordersOf } from '../../testing/bed.ts'
import { issueMany, WINDOW } from './many.ts'
import type { Licence, RequestedOrder } from './room.ts'

const [order = expect.fail('no order')] = ordersOf('食品经营许可证', 1)
const licence = { identifier: 'x' } as Licence

function counted(count: number) {
  const taken = { count: 0, ended: false }
  async function* source(): AsyncGenerator<RequestedOrder> {
    try {
      for (let n = 0; n < count; n++) {
        taken.count++
        yield { requestId: String(n), order }
      }
    } finally {
      taken.ended = true
    }
  }
  return { taken, source: source() }
}

it('takes in no more than the window while nobody takes the answers', async () => {
  const { taken, source } = counted(WINDOW * 4)
  const answers = issueMany(source, async () => licence)
  await answers.next()
  await sleep(50)
  expect(taken.count).toBeLessThanOrEqual(WINDOW + 1)
  let seen = 1
  for await (const _ of answers) seen++
  expect(seen).toBe(WINDOW * 4)
})

it('answers each as soon as it is ready', async () => {
  const { source } = counted(3)
  const waits: Record<string, number> = { 0: 60, 1: 5, 2: 30 }
  const seen: string[] = []
  const issue = async ({ requestId }: RequestedOrder) => {
    await sleep(waits[requestId])
    return licence
  }
  for await (const { requestId } of issueMany(source, issue)) seen.push(requestId)
  expect(seen).toEqual(['1', '2', '0'])
})

it('lets its source go where the reader leaves, the signal fires, or the source breaks', async () => {
  const left = counted(WINDOW * 2)
  for await (const _ of issueMany(left.source, async () => licence)) break
  await sleep(10)
  expect(left.taken.ended).toBe(true)

  const stopped = counted(10)
  const signal = AbortSignal.timeout(20)
  const forever = () => new Promise<Licence>(() => {})
  await expect(Array.fromAsync(issueMany(stopped.source, forever, { signal }))).rejects.toThrow(/timeout/)

  async function* broken(): AsyncGenerator<RequestedOrder> {
    yield { requestId: '0', order }
    throw new Error('the line is dead')
  }
  const answers = issueMany(broken(), async () => licence)
  expect((await answers.next()).value).toMatchObject({ requestId: '0' })
  await expect(answers.next()).rejects.toThrow('the line is dead')
})
