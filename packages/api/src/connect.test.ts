import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js'
import { errorsOf, VaultError } from '@licencevault/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { services } from './agreement.ts'
import { CallError } from './call-error.ts'
import { connect, type VaultClient } from './connect.ts'
import { DETAILS_KEY, problemOf, trailersOf } from './problem.ts'

/** A server on a socket that answers as each case wants it. */
let folder: string
let server: Server
let client: VaultClient
type Asked = { request: { requestId: string } }
type Answered = (problem: object | null, value?: object) => void
type Answer = (call: Asked, callback: Answered) => void
let answer: Answer = () => {}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'licencevault-api-'))
  const address = `unix:${join(folder, 's')}`
  server = new Server()
  server.addService(services.issue, { Issue: (call: Asked, callback: Answered) => answer(call, callback) })
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (problem) =>
      problem ? reject(problem) : resolve(),
    )
  })
  client = connect({ address })
})
afterEach(() => {
  client.close()
  server.forceShutdown()
  rmSync(folder, { recursive: true, force: true })
})

const error = errorsOf({
  'holder-has-one': {
    kind: 'conflict',
    sentence: { en: 'The holder has one.', zh: '持证主体已有一份。' },
    remedy: { en: 'Cancel it first.', zh: '请先注销。' },
  },
})

describe('the client', () => {
  it('sends again what found the service away, as the same request, though nobody gave it an id', async () => {
    const ids: string[] = []
    answer = ({ request }, callback) => {
      ids.push(request.requestId)
      if (ids.length < 3) callback({ code: status.UNAVAILABLE, details: 'away' })
      else callback(null, { licence: { identifier: 'one' } })
    }
    expect((await client.issue.issue({})).licence?.identifier).toBe('one')
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(1)
    await client.issue.issue({ requestId: 'mine' })
    expect(ids[3]).toBe('mine')
  })

  it('gives up in the end, and says that the service is away', async () => {
    let calls = 0
    answer = (_, callback) => {
      calls += 1
      callback({ code: status.UNAVAILABLE, details: 'away' })
    }
    await expect(client.issue.issue({})).rejects.toMatchObject({
      code: 'service-unreachable',
      kind: 'unavailable',
    })
    expect(calls).toBe(4)
  })

  it('throws what the service said, as the same error', async () => {
    answer = (_, callback) => {
      const metadata = new Metadata()
      metadata.set(DETAILS_KEY, trailersOf(problemOf(error('holder-has-one'))).details)
      callback({ code: status.FAILED_PRECONDITION, details: 'said in short', metadata })
    }
    const thrown = await client.issue.issue({}).catch((problem: unknown) => problem)
    expect(thrown).toBeInstanceOf(CallError)
    expect(thrown).toMatchObject({
      code: 'holder-has-one',
      kind: 'conflict',
      sentence: { zh: '持证主体已有一份。' },
      remedy: { en: 'Cancel it first.' },
    })
  })

  it('waits no longer than it was told, and leaves when its caller does', async () => {
    answer = () => {}
    await expect(client.issue.issue({}, { timeoutMs: 20 })).rejects.toMatchObject({ code: 'deadline-passed' })
    const signal = AbortSignal.timeout(20)
    await expect(client.issue.issue({}, { signal })).rejects.toMatchObject({ code: 'call-cancelled' })
    await expect(client.issue.issue({}, { signal })).rejects.toMatchObject({ code: 'call-cancelled' })
  })

  it('hands on what its own caller threw while sending', async () => {
    // biome-ignore lint/correctness/useYield: it throws before it has anything to send
    async function* broken() {
      throw new RangeError('the caller is broken')
    }
    const read = async () => {
      for await (const _ of client.issue.issueMany(broken())) expect(_).toBeUndefined()
    }
    await expect(read()).rejects.toThrow('the caller is broken')
  })

  it('tells what a stream failed with when it is read, however late that is', async () => {
    const away = connect({ address: `unix:${join(folder, 'nobody')}` })
    const uncaught: unknown[] = []
    const remember = (thrown: unknown) => uncaught.push(thrown)
    process.on('uncaughtException', remember)
    const streams: AsyncIterable<unknown>[] = [
      away.issue.fetch({ identifier: 'one' }, { timeoutMs: 100 }),
      away.issue.issueMany([{ requestId: 'one' }], { timeoutMs: 100 }),
      away.ledger.entries({}, { signal: AbortSignal.timeout(100) }),
      away.ledger.entries({}, { signal: AbortSignal.abort() }),
    ]
    await sleep(400)
    for (const stream of streams) {
      await expect(Array.fromAsync(stream)).rejects.toMatchObject({ name: 'VaultError', kind: 'unavailable' })
    }
    process.off('uncaughtException', remember)
    away.close()
    expect(uncaught).toEqual([])
  })

  it.each<[what: string, send: (vault: VaultClient, requests: AsyncIterable<object>) => Promise<unknown>]>([
    ['is answered one by one', (vault, requests) => Array.fromAsync(vault.issue.issueMany(requests))],
    ['is answered once', (vault, requests) => vault.archive.fileCase(requests)],
  ])('tells a sender that waits when the call has ended, where it %s', async (_, send) => {
    const away = connect({ address: `unix:${join(folder, 'nobody')}` })
    const left = Promise.withResolvers<string>()
    const waiting = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<IteratorResult<object>>(() => {}),
        return: async () => {
          left.resolve('left')
          return { done: true as const, value: undefined }
        },
      }),
    }
    await expect(send(away, waiting)).rejects.toMatchObject({ code: 'service-unreachable' })
    expect(await Promise.race([left.promise, sleep(1_000, 'waits still')])).toBe('left')
    away.close()
  })

  it('leaves what it sends from when its caller cancels', async () => {
    const left = Promise.withResolvers<string>()
    async function* endless() {
      try {
        for (;;) {
          yield { requestId: 'one' }
          await sleep(1)
        }
      } finally {
        left.resolve('left')
      }
    }
    const signal = AbortSignal.timeout(50)
    const read = Array.fromAsync(client.issue.issueMany(endless(), { signal }))
    await expect(read).rejects.toBeInstanceOf(VaultError)
    expect(await Promise.race([left.promise, sleep(1_000, 'waits still')])).toBe('left')
  })

  it.each(['', 'localhost', 'http://localhost:1', 'unix:'])('refuses the address "%s"', (address) => {
    expect(() => connect({ address, plainText: true })).toThrow('address-wrong')
  })
})
