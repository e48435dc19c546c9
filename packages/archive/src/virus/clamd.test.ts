import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { type Clamd, clamdStreamLimit, startClamd, unusedPort, virusTestFile } from '@licencevault/kit/clamd'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clamd } from './clamd.ts'

async function* stream(...parts: readonly Uint8Array[]) {
  yield* parts
}
const clean = Buffer.from('nothing to see')

describeWith('clamd', 'the real ClamAV', ({ path: program }) => {
  let daemon: Clamd
  beforeAll(async () => {
    daemon = await startClamd(program)
  })
  afterAll(() => daemon?.stop())

  it('tells its version', async () => {
    expect(await clamd(daemon).version()).toMatch(/^ClamAV /)
  })

  it('finds nothing in a clean file, nor in an empty one', async () => {
    expect(await clamd(daemon).scan(stream(clean, Buffer.alloc(0), clean))).toEqual({ clean: true })
    expect(await clamd(daemon).scan(stream())).toEqual({ clean: true })
  })

  it('finds the test file, also when it comes in pieces', async () => {
    const found = { clean: false, virus: 'Test.EICAR.UNOFFICIAL' }
    expect(await clamd(daemon).scan(stream(virusTestFile))).toEqual(found)
    const halves = [virusTestFile.subarray(0, 30), virusTestFile.subarray(30)]
    expect(await clamd(daemon).scan(stream(...halves))).toEqual(found)
  })

  it('says that a file is larger than the scanner takes, and never that it is clean', async () => {
    const parts = Array.from({ length: 30 }, () => Buffer.alloc(clamdStreamLimit / 10))
    await expect(clamd(daemon).scan(stream(...parts))).rejects.toThrow(
      /scanner-refused: .*size limit exceeded/i,
    )
  })

  it('scans several at once', async () => {
    const answers = await Promise.all(
      [clean, virusTestFile, clean].map((one) => clamd(daemon).scan(stream(one))),
    )
    expect(answers.map(({ clean }) => clean)).toEqual([true, false, true])
  })
})

describe('a scanner that is not there', () => {
  it('is unavailable', async () => {
    const nobody = clamd({ host: '127.0.0.1', port: await unusedPort() })
    await expect(nobody.scan(stream(clean))).rejects.toThrow(/scanner-unavailable/)
    await expect(clamd({ path: '/nonexistent/clamd' }).version()).rejects.toThrow(/scanner-unavailable/)
  })
})

describe('a scanner that misbehaves', () => {
  let server: Server
  let answer = ''
  let close = true
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => (close ? socket.end(answer) : socket.write(answer)))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  })
  afterAll(() => new Promise((closed) => server.close(closed)))
  const scanner = () => clamd({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })

  it.each(['', 'stream: OK', 'x'.repeat(10_000)])('is not believed: %.20j without an end', async (said) => {
    answer = said
    close = true
    await expect(scanner().scan(stream(clean))).rejects.toThrow(/scanner-unavailable/)
  })

  it('is not believed when it says something else', async () => {
    answer = 'stream: perhaps\0'
    await expect(scanner().scan(stream(clean))).rejects.toThrow(/scanner-refused/)
  })

  it('is left when the caller gives up', async () => {
    answer = ''
    close = false
    const signal = AbortSignal.timeout(50)
    await expect(scanner().scan(stream(clean), signal)).rejects.toThrow(signal.reason)
  })
})
