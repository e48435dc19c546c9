import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { canMount, smallDisk } from '@licencevault/kit/servers'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { type Db, tablesOf } from './db.ts'
import { openSqlite } from './sqlite.ts'

interface Tables {
  t: { n: number; filler: string | null }
}

const root = mkdtempSync(join(tmpdir(), 'licencevault-sqlite-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let made = 0
const fresh = () => join(root, `${made++}.db`)

const withTable = async (file: string, waitMs?: number) => {
  const db = await openSqlite(file, { waitMs })
  await db.migrate('t', {
    '1': {
      up: (rows) =>
        rows.schema.createTable('t').addColumn('n', 'bigint').addColumn('filler', 'text').execute(),
    },
  })
  return { db, rows: tablesOf<Tables>(db.query) }
}
const insert = (db: Db, n: number) =>
  db.transaction(async (tx) => {
    await tablesOf<Tables>(tx).insertInto('t').values({ n, filler: null }).execute()
  })

/** Another process that holds the file in a transaction for so long. */
async function holding(file: string, ms: number) {
  const child = spawn(
    process.execPath,
    [
      '-e',
      `const { DatabaseSync } = require('node:sqlite')
       const db = new DatabaseSync(${JSON.stringify(file)})
       db.exec('begin immediate; insert into t (n) values (77)')
       process.stdout.write('held')
       setTimeout(() => { db.exec('commit'); db.close() }, ${ms})`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(child.stdout, 'data')
  return { ended: once(child, 'exit') }
}

describe('a SQLite file', () => {
  it('is made by several processes that open it at the same time', async () => {
    const folder = mkdtempSync(join(root, 'opened-'))
    const script = `
      import { openSqlite } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'sqlite.ts')).href)}
      const begin = ${Date.now() + 800}
      for (let n = 0; n < 100; n++) {
        while (Date.now() < begin + n * 12) {}
        await (await openSqlite(${JSON.stringify(folder)} + '/' + n + '.db')).close()
      }`
    writeFileSync(join(folder, 'opener.mts'), script)
    const openers = Array.from({ length: 3 }, () =>
      once(spawn(process.execPath, [join(folder, 'opener.mts')], { stdio: 'inherit' }), 'exit'),
    )
    for (const ended of openers) expect(await ended).toEqual([0, null])
  })

  it('held by another process is waited for, and this process goes on meanwhile', async () => {
    const file = fresh()
    const { db, rows } = await withTable(file)
    const { ended } = await holding(file, 400)
    let ticks = 0
    const timer = setInterval(() => ticks++, 10)
    await insert(db, 1)
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(10)
    await ended
    expect((await rows.selectFrom('t').select('n').orderBy('n').execute()).map(({ n }) => n)).toEqual([1, 77])
    await db.close()
  })

  it('held for too long is busy: nothing was written, and reading goes on', async () => {
    const file = fresh()
    const { db, rows } = await withTable(file, 150)
    const { ended } = await holding(file, 1_500)
    await expect(insert(db, 1)).rejects.toMatchObject({ code: 'database-busy', kind: 'unavailable' })
    await expect(rows.insertInto('t').values({ n: 2, filler: null }).execute()).rejects.toMatchObject({
      code: 'database-busy',
    })
    expect(await rows.selectFrom('t').selectAll().execute()).toEqual([])
    await ended
    await insert(db, 3)
    expect((await rows.selectFrom('t').select('n').orderBy('n').execute()).map(({ n }) => n)).toEqual([3, 77])
    await db.close()
  })

  it('held by a transaction of this process is busy after its time', async () => {
    const { db, rows } = await withTable(fresh(), 100)
    const long = db.transaction(() => sleep(400))
    await expect(insert(db, 1)).rejects.toMatchObject({ code: 'database-busy' })
    await expect(rows.deleteFrom('t').execute()).rejects.toMatchObject({ code: 'database-busy' })
    await long
    await insert(db, 2)
    await db.close()
  })

  it('whose writer was killed amid a transaction is as it was before', async () => {
    const file = fresh()
    const { db } = await withTable(file)
    await insert(db, 1)
    await db.close()
    const script = `
      import { openSqlite } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'sqlite.ts')).href)}
      const db = await openSqlite(${JSON.stringify(file)})
      await db.transaction(async (tx) => {
        for (let n = 100; n < 200; n++) await tx.insertInto('t').values({ n }).execute()
        process.kill(process.pid, 'SIGKILL')
      })`
    writeFileSync(join(root, 'killed.mts'), script)
    const child = spawn(process.execPath, [join(root, 'killed.mts')], { stdio: 'inherit' })
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    const again = await withTable(file)
    expect((await again.rows.selectFrom('t').select('n').execute()).map(({ n }) => n)).toEqual([1])
    await again.db.close()
  })

  it('is readable by its owner alone', async () => {
    const file = fresh()
    const { db } = await withTable(file)
    for (const suffix of ['', '-wal', '-shm']) expect(statSync(`${file}${suffix}`).mode & 0o777).toBe(0o600)
    await db.close()
  })

  it('that is no database, or a folder, is refused', async () => {
    const file = fresh()
    writeFileSync(file, 'The quick brown fox jumps over the lazy dog. '.repeat(100))
    await expect(openSqlite(file)).rejects.toMatchObject({ code: 'store-garbled' })
    await expect(openSqlite(root)).rejects.toMatchObject({
      kind: expect.stringMatching(/unavailable|invalid/),
    })
  })

  it('whose pages were overwritten says so when it is read', async () => {
    const file = fresh()
    const { db, rows } = await withTable(file)
    await rows
      .insertInto('t')
      .values(Array.from({ length: 500 }, (_, n) => ({ n, filler: 'x'.repeat(200) })))
      .execute()
    await db.close()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 4096 * 3)
    writeFileSync(file, bytes)
    const damaged = await openSqlite(file)
    const reading = tablesOf<Tables>(damaged.query).selectFrom('t').selectAll().execute()
    await expect(reading).rejects.toMatchObject({ code: 'store-garbled' })
    await damaged.close()
  })

  it('gives no number that JavaScript cannot hold', async () => {
    const { db, rows } = await withTable(fresh())
    await sql`insert into t (n) values (9007199254740993)`.execute(rows)
    await expect(rows.selectFrom('t').selectAll().execute()).rejects.toThrow('too large')
    await db.close()
  })
})

describe.skipIf(!canMount)('a SQLite file on a small disk (needs the right to mount one)', () => {
  it('that is full says so, undoes the transaction and goes on', async () => {
    const disk = smallDisk(3)
    if (!disk) throw new Error('no disk')
    try {
      const { db, rows } = await withTable(join(disk.path, 'rows.db'))
      await insert(db, 1)
      const filling = db.transaction(async (tx) => {
        const values = Array.from({ length: 500 }, (_, n) => ({ n, filler: 'x'.repeat(1_000) }))
        for (let n = 0; n < 20; n++) await tablesOf<Tables>(tx).insertInto('t').values(values).execute()
      })
      await expect(filling).rejects.toMatchObject({ code: 'store-full', kind: 'unavailable' })
      await insert(db, 2)
      expect((await rows.selectFrom('t').select('n').orderBy('n').execute()).map(({ n }) => n)).toEqual([
        1, 2,
      ])
      await db.close()
    } finally {
      disk.release()
    }
  })

  it('that is read-only says so', async () => {
    const disk = smallDisk(3)
    if (!disk) throw new Error('no disk')
    try {
      const file = join(disk.path, 'rows.db')
      const { db } = await withTable(file)
      await insert(db, 1)
      await db.close()
      disk.setReadOnly(true)
      await expect(openSqlite(file)).rejects.toMatchObject({ code: 'store-read-only' })
    } finally {
      disk.release()
    }
  })
})
