import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import http2 from 'node:http2'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type VaultClient } from '@licencevault/api'
import { startPostgres } from '@licencevault/kit/servers'
import { readSettings, serve } from '@licencevault/service'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

/** Each stated limit, the way out, the logs, and stores that are away. */
const typeName = '食品经营许可证'
const [order] = ordersOf(typeName, 1)
const authority = needed(needed(order).authority?.code)

describe('a limit', () => {
  let house: House
  let issuer: VaultClient
  beforeAll(async () => {
    house = await openHouse({
      'limits.messageBytes': 65_536,
      'limits.callsAtOnce': 4,
      'limits.callsPerSecond': 40,
      'limits.stallSeconds': 1,
    })
    await loadCity(house.operator, [typeName])
    issuer = await house.clientOf('issuer', authority)
  })
  afterAll(() => house?.close())
  // The rate's bucket fills up again between the cases.
  afterEach(() => sleep(1_000))

  it('of bytes in a message is kept', async () => {
    const file = new Uint8Array(100_000)
    const refused = { code: 'service-limit', kind: 'exhausted', remedy: { en: 'Send less at once.' } }
    const problem = await house.operator.authenticate.byFile({ file }).catch((thrown: unknown) => thrown)
    expect(problem).toMatchObject({ ...refused, sentence: { en: expect.stringContaining('65536') } })
    const large = { requestId: 'x'.repeat(100_000), order: needed(order) }
    const outcomes = issuer.issue.issueMany([large])[Symbol.asyncIterator]()
    await expect(outcomes.next()).rejects.toMatchObject(refused)
    await house.operator.authenticate.byFile({ file: file.subarray(0, 65_000) })
  })

  it('of calls begun in a second is kept, and is over a moment later', async () => {
    const codes: string[] = []
    for (let n = 0; n < 80; n++) {
      await issuer.ledger.checkpoint({}).catch((problem) => codes.push(problem.code))
    }
    expect(new Set(codes)).toEqual(new Set(['calls-too-fast']))
    await sleep(200)
    await issuer.ledger.checkpoint({})
  })

  it('of calls at once is kept, for each application by itself', async () => {
    const auditor = await house.clientOf('auditor')
    const leaving = new AbortController()
    const followers = [1, 2, 3, 4].map(async () => {
      for await (const _ of auditor.ledger.entries({ follow: true }, { signal: leaving.signal }))
        await sleep(1)
    })
    await sleep(300)
    // The connection itself holds back a fifth stream; another connection of the same application is told.
    const again = await house.clientOf('auditor')
    await expect(again.ledger.checkpoint({})).rejects.toMatchObject({
      code: 'calls-too-many',
      kind: 'exhausted',
    })
    await issuer.ledger.checkpoint({})
    leaving.abort()
    await Promise.allSettled(followers)
  })

  it('of calls at once counts those of callers who left while their work goes on', async () => {
    const [one, two, three, four, five] = ordersOf(typeName, 6, { seed: 'left', authority })
    const again = await house.clientOf('issuer', authority)
    await again.ledger.checkpoint({})
    const other = new DatabaseSync(join(house.folder, 'vault.db'))
    other.exec('begin immediate')
    const issues = [one, two].map((order, n) =>
      issuer.issue.issue({ requestId: `left-${n}`, order: needed(order) }, { timeoutMs: 300 }),
    )
    async function* orders() {
      for (const [n, order] of [three, four].entries()) yield { requestId: `many-${n}`, order: needed(order) }
      await sleep(60_000, undefined, { ref: false })
    }
    const streams = [1, 2].map(() =>
      Array.fromAsync(issuer.issue.issueMany(orders(), { signal: AbortSignal.timeout(300) })),
    )
    const left = await Promise.allSettled([...issues, ...streams])
    expect(left.map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'rejected'))
    const next = { requestId: 'after-those', order: needed(five) }
    try {
      await expect(again.ledger.checkpoint({})).rejects.toMatchObject({ code: 'calls-too-many' })
    } finally {
      other.exec('rollback')
      other.close()
    }
    const state = async () => (await again.issue.issue(next)).licence?.state
    await expect.poll(() => state().catch(({ code }) => code), { timeout: 20_000 }).toBe('STATE_VALID')
  })

  it('of standing still ends a stream that sends nothing', async () => {
    async function* silent() {
      yield { requestId: 'one', order: needed(order) }
      await sleep(20_000, undefined, { ref: false })
    }
    const read = async () => {
      for await (const _ of issuer.issue.issueMany(silent())) await sleep(1)
    }
    await expect(read()).rejects.toMatchObject({ code: 'stream-stalled', kind: 'exhausted' })
  })

  it('of standing still ends a stream that reads nothing, and its connection stays', async () => {
    const { licence } = await issuer.issue.issue({ requestId: 'large', order: needed(order) })
    const files = await house.certificateOf('issuer', authority)
    const [cert, key, ca] = [files.cert, files.key, files.ca].map((file) => readFileSync(file))
    // A peer that leaves room for 100 bytes and never for more.
    const settings = { initialWindowSize: 100 }
    const session = http2.connect(`https://localhost:${house.address.split(':')[1]}`, {
      cert,
      key,
      ca,
      settings,
    })
    const stream = session.request({
      ':method': 'POST',
      ':path': '/licencevault.v1.IssueService/Fetch',
      'content-type': 'application/grpc+proto',
      te: 'trailers',
    })
    const identifier = Buffer.from(needed(licence).identifier)
    const message = Buffer.concat([Buffer.of(0x0a, identifier.length), identifier])
    stream.end(Buffer.concat([Buffer.of(0, 0, 0, 0, message.length), message]))
    stream.on('error', () => {})
    await once(stream, 'close')
    expect(stream.rstCode).toBe(http2.constants.NGHTTP2_CANCEL)
    expect(session.closed).toBe(false)
    session.destroy()
  })
})

describe('the way out', () => {
  it('answers the call under way, keeps what it answered, and takes no more', async () => {
    const house = await openHouse()
    await loadCity(house.operator, [typeName])
    const issuer = await house.clientOf('issuer', authority)
    await issuer.ledger.checkpoint({})
    const call = issuer.issue.issue({ requestId: 'last', order: needed(order) })
    await sleep(20)
    await house.service.stop()
    const { licence } = await call
    expect(licence?.state).toBe('STATE_VALID')
    await expect(issuer.ledger.checkpoint({}, { timeoutMs: 500 })).rejects.toMatchObject({
      kind: 'unavailable',
    })
    const socket = join(house.folder, 'door', 'vault.sock')
    const given = {
      data: house.folder,
      'grpc.address': '',
      'grpc.socket': socket,
      'page.address': '',
      'log.level': 'silent',
    }
    const again = await serve(await readSettings({ given }))
    const vault = connect({ address: `unix:${socket}` })
    expect((await vault.issue.get({ identifier: needed(licence).identifier })).licence).toEqual(licence)
    vault.close()
    await again.stop()
    await house.close()
  })

  it('keeps every outcome that a stream of orders was given before it ended', async () => {
    const house = await openHouse()
    await loadCity(house.operator, [typeName])
    const issuer = await house.clientOf('issuer', authority)
    async function* orders() {
      for (let n = 0; ; n++) {
        yield { requestId: `streamed-${n}`, order: needed(order) }
        await sleep(5)
      }
    }
    const given: string[] = []
    const reading = (async () => {
      for await (const { licence } of issuer.issue.issueMany(orders())) {
        given.push(needed(licence).identifier)
        if (given.length === 5) void house.service.stop()
      }
    })()
    await expect(reading).rejects.toMatchObject({ kind: 'unavailable' })
    await house.service.stop()
    const socket = join(house.folder, 'door', 'vault.sock')
    const options = {
      data: house.folder,
      'grpc.address': '',
      'grpc.socket': socket,
      'log.level': 'silent',
    }
    const again = await serve(await readSettings({ given: options }))
    const vault = connect({ address: `unix:${socket}` })
    for (const identifier of given) {
      expect((await vault.issue.get({ identifier })).licence?.state).toBe('STATE_VALID')
    }
    expect(given.length).toBeGreaterThanOrEqual(5)
    vault.close()
    await again.stop()
    await house.close()
  })

  it('ends a stream that would go on for ever', async () => {
    const house = await openHouse()
    const followed = (async () => {
      for await (const _ of house.operator.ledger.entries({ follow: true })) await sleep(1)
    })()
    await sleep(200)
    const started = performance.now()
    await house.service.stop()
    expect(performance.now() - started).toBeLessThan(5_000)
    await followed
    await house.close()
  })
})

describe('the logs of a service of its own process', () => {
  it('say who called what and how it ended, and nothing of whom', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'licencevault-logs-'))
    const main = resolve(import.meta.dirname, '../../services/vault/src/main.ts')
    const socket = join(folder, 'door', 'vault.sock')
    const env = {
      ...process.env,
      VAULT_DATA: folder,
      VAULT_GRPC_ADDRESS: '',
      VAULT_GRPC_SOCKET: socket,
      VAULT_LOG_LEVEL: 'debug',
    }
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    while (!said.includes('Serving on')) await sleep(50)
    expect(statSync(join(folder, 'door')).mode & 0o077).toBe(0)
    const vault = connect({ address: `unix:${socket}` })
    await loadCity(vault, [typeName])
    const planted = { name: '欧阳植入者', code: '110101199003074573', codeType: '111' }
    const [firm] = needed(needed(order).holders)
    const { licence } = await vault.issue.issue({ requestId: 'planted-request', order: needed(order) })
    const wrong = { ...order, holders: [planted], fields: { 植入字段: { text: '植入住址' } } }
    const calls = [
      vault.issue.issue({ order: wrong }),
      vault.issue.get({ identifier: planted.name }),
      vault.issue.find({ holderCode: planted.code }),
      vault.issue.find({ number: needed(licence).number }),
      vault.authenticate.byIdentifier({
        identifier: needed(licence).identifier,
        face: { holders: [planted] },
      }),
      vault.authenticate.byQr({ text: planted.name }),
      vault.authenticate.byFile({ file: Buffer.from(planted.name) }),
      vault.status.change({
        identifier: needed(licence).identifier,
        move: 'MOVE_REVOKE',
        particulars: { decision: '植入决定', legalBasis: planted.name },
      }),
    ]
    await Promise.allSettled(calls)
    vault.close()
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect(said).toContain('"method":"issue.Issue","application":"local","role":"operator","code":"ok"')
    expect(said).toContain('"code":"order-does-not-fit"')
    const secrets = [
      planted.name,
      planted.code,
      '植入',
      firm?.name,
      firm?.code,
      licence?.number,
      licence?.identifier,
    ]
    for (const secret of [...secrets, 'planted-request', 'PRIVATE KEY']) expect(said).not.toContain(secret)
    rmSync(folder, { recursive: true, force: true })
  })
})

describe('a door', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-doors-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const given = { data: folder, 'page.address': '', 'log.level': 'silent' }

  it('speaks plain text on loopback when told so, to the local operator', async () => {
    const settings = await readSettings({
      given: { ...given, 'grpc.address': '127.0.0.1:0', 'grpc.plainText': true },
    })
    const service = await serve(settings)
    const [address = ''] = service.addresses
    const client = connect({ address, plainText: true })
    await client.ledger.checkpoint({})
    client.close()
    await service.stop()
    expect(() => connect({ address })).toThrow('tls-missing')
    expect(() => connect({ address: '10.0.0.1:7443', plainText: true })).toThrow('tls-missing')
  })

  it('is no socket in a folder that is open to others', async () => {
    const open = mkdtempSync(join(tmpdir(), 'licencevault-open-'))
    chmodSync(open, 0o755)
    const settings = await readSettings({
      given: { ...given, 'grpc.address': '', 'grpc.socket': join(open, 's') },
    })
    await expect(serve(settings)).rejects.toMatchObject({ code: 'socket-folder-open' })
    rmSync(open, { recursive: true })
  })

  it('that is taken is named', async () => {
    const first = await serve(await readSettings({ given: { ...given, 'grpc.address': '127.0.0.1:0' } }))
    const settings = await readSettings({ given: { ...given, 'grpc.address': needed(first.addresses[0]) } })
    await expect(serve(settings)).rejects.toMatchObject({ code: 'address-taken' })
    await first.stop()
  })
})

describe('a database that is away', () => {
  it('at the start and in the middle is waited for; the same request id answers in the end', async () => {
    const postgres = await startPostgres()
    const url = await postgres.createDatabase()
    await postgres.pause()
    const house = await openHouse({ 'database.engine': 'postgres', 'database.url': url })
    expect(house.service.missing()).toEqual([{ part: 'office', code: 'database-unavailable' }])
    await expect(house.operator.ledger.checkpoint({})).rejects.toMatchObject({ code: 'service-not-ready' })
    await postgres.resume()
    while (house.service.missing().some(({ part }) => part === 'office')) await sleep(100)
    await loadCity(house.operator, [typeName])
    const request = { requestId: 'patient', order: needed(order) }
    await postgres.pause()
    await expect(house.operator.issue.issue(request, { timeoutMs: 15_000 })).rejects.toMatchObject({
      kind: 'unavailable',
    })
    await postgres.resume()
    const { licence } = await house.operator.issue.issue(request)
    expect(licence?.state).toBe('STATE_VALID')
    await house.close()
    await postgres.stop()
  })
})
