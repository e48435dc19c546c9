import { expect, it } from 'vitest'
import { openDesk } from './desk.ts'
import { openGate } from './limits.ts'
import { openLog } from './log.ts'

function deskWithRoomFor(callsAtOnce: number) {
  const desk = openDesk({
    gate: openGate({ callsAtOnce, callsPerSecond: 1_000 }),
    grants: {},
    log: openLog({ level: 'silent' }),
    callSeconds: 60,
    requireReady: async () => {},
  })
  /** A call whose caller leaves when told, and whose work ends when told. */
  const call = () => {
    const working = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const answered = Promise.withResolvers<string>()
    const left = Promise.withResolvers<void>()
    desk.receive(
      {
        method: 'issue.Issue',
        identify: async () => ({ application: 'desk.test', role: 'operator' }),
        onLeft: (leave) => void left.promise.then(leave),
      },
      {
        work: () => {
          begun.resolve()
          return working.promise
        },
        done: () => answered.resolve('ok'),
        failed: ({ code }) => answered.resolve(code),
      },
    )
    return { begun: begun.promise, answer: answered.promise, leave: left.resolve, end: working.resolve }
  }
  return { desk, call }
}

it('a caller who leaves is answered at once, and its place is taken until its work has ended', async () => {
  const { call } = deskWithRoomFor(1)
  const first = call()
  await first.begun
  first.leave()
  expect(await first.answer).toBe('call-ended')
  expect(await call().answer).toBe('calls-too-many')
  first.end()
  await expect
    .poll(async () => {
      const next = call()
      next.end()
      return next.answer
    })
    .toBe('ok')
})

it('a desk is closed when the work of those who left has ended too', async () => {
  const { desk, call } = deskWithRoomFor(2)
  const first = call()
  await first.begun
  first.leave()
  await first.answer
  let closed = false
  const closing = desk.close().then(() => {
    closed = true
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(closed).toBe(false)
  first.end()
  await closing
})
