import { createConnection, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type PostgresServer, startPostgres } from '@licencevault/kit/servers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Db, tablesOf } from './db.ts'
import { openPostgres, type PostgresSettings } from './postgres.ts'

interface Tables {
  t: { n: number }
}

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const fresh = async (settings?: PostgresSettings) => {
  const url = await server.createDatabase()
  const db = await openPostgres(url, settings)
  onTestFinished(() => db.close())
  await db.migrate('t', {
    '1': {
      up: (rows) =>
        rows.schema
          .createTable('t')
          .addColumn('n', 'bigint', (n) => n.primaryKey())
          .execute(),
    },
  })
  return { url, db, rows: tablesOf<Tables>(db.query) }
}
const insert = (db: Db, n: number) =>
  db.transaction(async (tx) => {
    await tablesOf<Tables>(tx).insertInto('t').values({ n }).execute()
  })
const all = async (db: Db) =>
  (await tablesOf<Tables>(db.query).selectFrom('t').select('n').orderBy('n').execute()).map(({ n }) => n)

describe('PostgreSQL', () => {
  it('restarted mid-call: the call fails, nothing of it stands, the same pool goes on', async () => {
    const { db } = await fresh()
    await insert(db, 1)
    const work = db.transaction(async (tx) => {
      await tablesOf<Tables>(tx).insertInto('t').values({ n: 2 }).execute()
      await sql`select pg_sleep(20)`.execute(tx)
    })
    const idle = db.transaction(async (tx) => {
      await tablesOf<Tables>(tx).insertInto('t').values({ n: 3 }).execute()
      await sleep(1_500)
      await tablesOf<Tables>(tx).insertInto('t').values({ n: 4 }).execute()
    })
    const failing = Promise.allSettled([work, idle])
    await sleep(200)
    await server.restart()
    for (const outcome of await failing) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'database-unavailable' } })
    }
    await insert(db, 5)
    expect(await all(db)).toEqual([1, 5])
  })

  it('down: each call says so, and the same pool goes on when it is up again', async () => {
    const { url, db } = await fresh({ waitMs: 1_000 })
    await server.pause()
    try {
      await expect(insert(db, 1)).rejects.toMatchObject({ code: 'database-unavailable', kind: 'unavailable' })
      await expect(openPostgres(url)).rejects.toMatchObject({ code: 'database-unavailable' })
    } finally {
      await server.resume()
    }
    await insert(db, 2)
    expect(await all(db)).toEqual([2])
  })

  it('slow: a statement ends in its time', async () => {
    const { db } = await fresh({ statementMs: 300 })
    const started = performance.now()
    await expect(sql`select pg_sleep(20)`.execute(db.query)).rejects.toMatchObject({
      code: 'database-timeout',
    })
    expect(performance.now() - started).toBeLessThan(3_000)
    expect(await all(db)).toEqual([])
  })

  it('given up amid a long statement: the caller is answered at once', async () => {
    const { db } = await fresh()
    const caller = new AbortController()
    const started = performance.now()
    const work = db.transaction(
      async (tx) => {
        await tablesOf<Tables>(tx).insertInto('t').values({ n: 1 }).execute()
        setTimeout(() => caller.abort(new Error('deadline')), 100)
        await sql`select pg_sleep(5)`.execute(tx)
      },
      { signal: caller.signal },
    )
    await expect(work).rejects.toThrow('deadline')
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(await all(db)).toEqual([])
  })

  it('that has gone silent: our own clock ends the call', async () => {
    const { url } = await fresh()
    const { silence, through } = await silentWire(server.port)
    const db = await openPostgres(through(url), { statementMs: 300, waitMs: 500 })
    silence()
    const started = performance.now()
    await expect(all(db)).rejects.toMatchObject({ code: 'database-timeout' })
    await expect(insert(db, 1)).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('all of whose connections are taken: the wait is bounded', async () => {
    const { db } = await fresh({ connections: 2, waitMs: 2_000 })
    const { promise: enough, resolve: letGo } = Promise.withResolvers<void>()
    const busy = [1, 2].map(() => db.transaction(() => enough))
    await expect(all(db)).rejects.toMatchObject({ code: 'database-unavailable' })
    letGo()
    await Promise.all(busy)
    expect(await all(db)).toEqual([])
  })

  it('read-only says so', async () => {
    const { url, db, rows } = await fresh()
    await sql`alter database ${sql.raw(new URL(url).pathname.slice(1))} set default_transaction_read_only = on`.execute(
      rows,
    )
    const other = await openPostgres(url)
    onTestFinished(() => other.close())
    await expect(
      tablesOf<Tables>(other.query).insertInto('t').values({ n: 1 }).execute(),
    ).rejects.toMatchObject({ code: 'store-read-only' })
    expect(await all(db)).toEqual([])
  })

  it('that does not know us says so, without the password', async () => {
    const { url } = await fresh()
    const wrong = url.replace(/:[^:@]+@/, ':not-the-password@')
    const opening = openPostgres(wrong)
    await expect(opening).rejects.toMatchObject({ code: 'store-denied' })
    expect(await opening.catch(String)).not.toContain('not-the-password')
    await expect(openPostgres(url.replace(/\/test_\d+$/, '/nowhere'))).rejects.toMatchObject({
      code: 'database-unavailable',
    })
  })

  it('that is none at all says so', async () => {
    const noise = createServer((socket) => socket.on('error', () => {}).end('220 mail.example ESMTP\r\n'))
    await new Promise<void>((resolve) => noise.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void noise.close())
    const address = noise.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const opening = openPostgres(`postgres://a:b@127.0.0.1:${port}/c`, { waitMs: 1_000 })
    await expect(opening).rejects.toMatchObject({ code: 'database-unavailable' })
  })

  it('that could lose a commit is unfit', async () => {
    const { url } = await fresh()
    const name = new URL(url).pathname.slice(1)
    const { rows } = await fresh()
    await sql`alter database ${sql.raw(name)} set synchronous_commit = off`.execute(rows)
    await expect(openPostgres(url)).rejects.toMatchObject({ code: 'store-unfit', kind: 'invalid' })
  })

  it('that orders text otherwise, or is not in UTF-8, is unfit', async () => {
    for (const options of [{ icu: 'en' }, { encoding: 'LATIN1' }]) {
      const url = await server.createDatabase(options)
      await expect(openPostgres(url)).rejects.toMatchObject({ code: 'store-unfit' })
    }
  })

  it('gives no number that JavaScript cannot hold', async () => {
    const { rows } = await fresh()
    await sql`insert into t (n) values (9007199254740993)`.execute(rows)
    await expect(rows.selectFrom('t').selectAll().execute()).rejects.toThrow('too large')
    expect(await rows.selectFrom('t').select('n').where('n', '<', 5).execute()).toEqual([])
  })
})

/** A wire to the server that can fall silent, as an unplugged cable does. */
async function silentWire(port: number) {
  const sockets: Socket[] = []
  const wire = createServer((client) => {
    const upstream = createConnection({ host: '127.0.0.1', port })
    for (const socket of [client, upstream]) sockets.push(socket.on('error', () => {}))
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    wire.close()
    for (const socket of sockets) socket.destroy()
  })
  const address = wire.address()
  const own = address && typeof address === 'object' ? address.port : 0
  return {
    silence: () => {
      for (const socket of sockets) socket.unpipe().pause()
      wire.removeAllListeners('connection')
    },
    through: (url: string) => url.replace(`:${port}/`, `:${own}/`),
  }
}
