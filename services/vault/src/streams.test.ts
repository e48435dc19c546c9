import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openPace, received, sendAll } from './streams.ts'

/** An exchange with a peer that sends one message and then waits for its answer. */
function exchange(workMs: number) {
  const incoming = new PassThrough({ objectMode: true })
  const outgoing = new PassThrough({ objectMode: true })
  const never = new AbortController().signal
  const bounds = { stall: 0.1, signal: never, pace: openPace() }
  async function* work() {
    for await (const message of received<object>(incoming, { ...bounds, stopping: never })) {
      yield sleep(workMs, message)
    }
  }
  // As an exchange has it that takes in the next while it works on the first.
  async function* ahead() {
    const requests = received<object>(incoming, { ...bounds, stopping: never })
    const first = await requests.next()
    const next = requests.next()
    await Promise.race([sleep(workMs), next])
    yield first.value as object
    await next
  }
  outgoing.resume()
  return {
    incoming,
    outgoing,
    ended: (eager: boolean) => sendAll(eager ? ahead() : work(), outgoing, bounds),
  }
}

it('a peer that waits for its answer does not stand still; one that was answered and sends nothing does', async () => {
  const { incoming, outgoing, ended } = exchange(350)
  const answers: number[] = []
  const started = performance.now()
  outgoing.on('data', () => answers.push(performance.now() - started))
  incoming.write({ order: 1 })
  await expect(ended(true)).rejects.toMatchObject({ code: 'stream-stalled' })
  const ms = performance.now() - started
  expect(answers).toHaveLength(1)
  expect(answers[0]).toBeGreaterThan(340)
  expect(ms - (answers[0] ?? 0)).toBeGreaterThan(90)
})

it('a peer that never sends anything stands still from the beginning', async () => {
  const { ended } = exchange(0)
  const started = performance.now()
  await expect(ended(false)).rejects.toMatchObject({ code: 'stream-stalled' })
  expect(performance.now() - started).toBeLessThan(2_000)
})
