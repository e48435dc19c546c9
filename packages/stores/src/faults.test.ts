import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { faultPlan } from '../testing/fault-plan.ts'
import { faultyBlobs } from '../testing/faulty-blobs.ts'
import { faultyDb } from '../testing/faulty-db.ts'
import { blobsContract } from './blobs.contract.ts'
import { dbContract } from './db.contract.ts'
import { type Db, tablesOf } from './db.ts'
import { openFolder } from './folder.ts'
import { openSqlite } from './sqlite.ts'

const root = mkdtempSync(join(tmpdir(), 'licencevault-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let made = 0

// With nothing planned, the wrappers are adapters like any other.
blobsContract(
  'faulty folder',
  () => async (settings) => faultyBlobs(await openFolder(join(root, 'contract'), settings), faultPlan()),
)
dbContract('faulty sqlite', async () => {
  const file = join(root, `${made++}.db`)
  return async () => faultyDb(await openSqlite(file), faultPlan())
})

describe('planned faults of blobs', () => {
  const setUp = async () => {
    const real = await openFolder(join(root, `${made++}`))
    const plan = faultPlan()
    return { real, plan, blobs: faultyBlobs(real, plan) }
  }
  const bytes = Uint8Array.of(1, 2, 3)

  it('count calls by name', async () => {
    const { plan, blobs } = await setUp()
    await blobs.put('a', bytes)
    await blobs.get('a')
    await Array.fromAsync(blobs.list(''))
    await blobs.head('a')
    await blobs.versions('a')
    await blobs.open('a').then(({ stream }) => Array.fromAsync(stream))
    await blobs.remove('a')
    expect(plan.calls).toEqual(['put a', 'get a', 'list ', 'head a', 'versions a', 'open a', 'remove a'])
  })

  it('fail the n-th call once, before or after its effect', async () => {
    const { real, plan, blobs } = await setUp()
    plan.failAt(2, 'before')
    await blobs.put('a', bytes)
    await expect(blobs.put('b', bytes)).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(await real.head('b')).toBeUndefined()
    await blobs.put('b', bytes)
    plan.failAt(1, 'after')
    await expect(blobs.put('c', bytes)).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(await real.get('c')).toEqual(bytes)
  })

  it('are full or read-only for writes alone', async () => {
    const { plan, blobs } = await setUp()
    await blobs.put('a', bytes)
    plan.failAll('full')
    await expect(blobs.put('b', bytes)).rejects.toMatchObject({ code: 'store-full' })
    expect(await blobs.get('a')).toEqual(bytes)
    plan.failAll('read-only')
    await expect(blobs.remove('a')).rejects.toMatchObject({ code: 'store-read-only' })
    plan.heal()
    await blobs.remove('a')
  })

  it('answer with other bytes of the same length', async () => {
    const { plan, blobs } = await setUp()
    await blobs.put('a', bytes)
    plan.failAll('garbage')
    expect(await blobs.get('a')).toEqual(Uint8Array.of(1, 3, 3))
    const { stream } = await blobs.open('a')
    expect(await Array.fromAsync(stream)).toEqual([Uint8Array.of(1, 3, 3)])
    expect(await blobs.head('a')).toMatchObject({ size: 2 })
  })

  it('are slow, and end with the signal', async () => {
    const { plan, blobs } = await setUp()
    plan.failAll({ slow: 150 })
    const started = performance.now()
    await blobs.put('a', bytes)
    expect(performance.now() - started).toBeGreaterThan(140)
    plan.failAll({ slow: 60_000 })
    await expect(blobs.get('a', { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
  })
})

describe('planned faults of a database', () => {
  interface Tables {
    t: { n: number }
  }
  const setUp = async () => {
    const real = await openSqlite(join(root, `${made++}.db`))
    await real.migrate('t', {
      '0001': { up: (rows) => rows.schema.createTable('t').addColumn('n', 'integer').execute() },
    })
    const plan = faultPlan()
    return { real, plan, db: faultyDb(real, plan) }
  }
  const insert = (db: Db, n: number) =>
    db.transaction(async (tx) => {
      await tablesOf<Tables>(tx).insertInto('t').values({ n }).execute()
    })
  const all = async (db: Db) =>
    (await tablesOf<Tables>(db.query).selectFrom('t').selectAll().execute()).map(({ n }) => n)

  it('count statements and commits', async () => {
    const { plan, db } = await setUp()
    await insert(db, 1)
    await all(db)
    expect(plan.calls).toEqual(['insert into "t" ("n") values (?)', 'commit', 'select * from "t"'])
  })

  it('fail a statement before or after its effect: either way the transaction is undone', async () => {
    const { real, plan, db } = await setUp()
    for (const when of ['before', 'after'] as const) {
      plan.failAt(1, when)
      await expect(insert(db, 1)).rejects.toMatchObject({ code: 'database-unavailable' })
      expect(await all(real)).toEqual([])
    }
  })

  it('fail a commit before its effect, or after it', async () => {
    const { real, plan, db } = await setUp()
    plan.failAt(2, 'before')
    await expect(insert(db, 1)).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(await all(real)).toEqual([])
    plan.failAt(2, 'after')
    await expect(insert(db, 1)).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(await all(real)).toEqual([1])
  })

  it('are full, read-only, garbled or slow', async () => {
    const { plan, db } = await setUp()
    plan.failAll('full')
    await expect(insert(db, 1)).rejects.toMatchObject({ code: 'store-full' })
    expect(await all(db)).toEqual([])
    plan.failAll('read-only')
    await expect(insert(db, 1)).rejects.toMatchObject({ code: 'store-read-only' })
    plan.failAll('garbage')
    await expect(all(db)).rejects.toMatchObject({ code: 'store-garbled' })
    plan.failAll({ slow: 60 })
    const started = performance.now()
    await all(db)
    expect(performance.now() - started).toBeGreaterThan(50)
  })
})
