import { join } from 'node:path'
import type { VaultError } from '@licencevault/errors'
import { blobKeys } from '@licencevault/stores'
import { openSqlite } from '@licencevault/stores/sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultPlan } from '../../stores/testing/fault-plan.ts'
import { faultyBlobs } from '../../stores/testing/faulty-blobs.ts'
import { faultyDb } from '../../stores/testing/faulty-db.ts'
import { draft, NAME, type Office, openOffice, signer } from '../testing/office.ts'
import { type LedgerOptions, openLedger } from './index.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.ledger.append(Array.from({ length: 250 }, (_, serial) => draft(serial)))
})
afterEach(() => office.close())

/** The office's ledger again, whose every port goes through one plan. */
async function openFaulty(changed: Partial<LedgerOptions> = {}) {
  const plan = faultPlan()
  const signing = {
    ...signer,
    sign: (bytes: Uint8Array) =>
      plan.run({ name: 'sign', kind: 'write', port: 'store' }, () => signer.sign(bytes)),
  }
  const { db, blobs } = office
  const options = {
    ...office.options,
    signer: signing,
    ...changed,
    db: faultyDb(db, plan),
    blobs: faultyBlobs(blobs, plan),
  }
  const ledger = await openLedger(options)
  plan.heal()
  return { plan, ledger }
}

/** Crosses the end of a tile, so that full and partial ones are written and taken away. */
const some = () => Array.from({ length: 10 }, (_, at) => draft(5000 + at))

const record = {
  append: async () => {
    const { plan, ledger } = await openFaulty()
    return { plan, ledger, act: () => ledger.append(some()) }
  },
  'propose and settle': async () => {
    const { plan, ledger } = await openFaulty()
    const act = async () => ledger.settle(await office.db.transaction((tx) => ledger.propose(tx, some())))
    return { plan, ledger, act }
  },
}

describe.each(Object.entries(record))('%s', (_, prepare) => {
  it.each(['before', 'after'] as const)(
    'every call fails once, %s its effect: nothing acknowledged is lost',
    async (when) => {
      const { plan, act, ledger } = await prepare()
      await act()
      const calls = plan.calls.length
      expect(calls).toBeGreaterThan(8)
      for (let at = 1; at <= calls; at++) {
        plan.heal()
        plan.failAt(at, when)
        const told = await act().catch((cause: unknown) => cause as VaultError)
        plan.heal()
        // The same ledger goes on, and what was recorded stands where the caller was told.
        const [next] = await ledger.append([draft(9000 + at)])
        if (Array.isArray(told)) {
          const [{ index = -1, leafHash = '' } = {}] = told
          expect((await ledger.entriesOf(draft(5000).subject)).at(-1)).toMatchObject({ index, leafHash })
          expect(next?.index).toBeGreaterThan(index)
        } else expect(told.kind).toBe('unavailable')
      }
      expect(await office.ledger.fsck()).toMatchObject({ count: 0 })
      expect(await ledger.ready()).toEqual({ ready: true, reasons: [] })
    },
    120_000,
  )
})

describe.each(['down', 'full', 'read-only'] as const)('everything is %s', (fault) => {
  it('it refuses in the store’s own words, and goes on afterwards', async () => {
    const { plan, ledger } = await openFaulty()
    plan.failAll(fault)
    await expect(ledger.append(some())).rejects.toMatchObject({ kind: 'unavailable' })
    if (fault === 'down') expect((await ledger.ready()).ready).toBe(false)
    plan.heal()
    expect(await ledger.append(some())).toHaveLength(10)
    expect(await ledger.fsck()).toMatchObject({ count: 0 })
  })
})

describe('the clock', () => {
  it('set back leaves the time where it was, and ready says so', async () => {
    let now = new Date('2026-11-25T08:00:00Z')
    const other = await openOffice({ clock: () => now })
    await other.ledger.append([draft(1)])
    now = new Date('2026-11-25T07:00:00Z')
    const [second] = await other.ledger.append([draft(2)])
    expect(second?.entry.recordedAt).toBe('2026-11-25T08:00:00.000000Z')
    expect((await other.ledger.ready()).reasons.map(({ code }) => code)).toEqual(['clock-behind'])
    now = new Date('2026-11-25T08:00:00.500Z')
    const [third] = await other.ledger.append([draft(3)])
    expect(third?.entry.recordedAt).toBe('2026-11-25T08:00:00.500000Z')
    expect((await other.ledger.ready()).ready).toBe(true)
    await other.close()
  })

  it('that tells no time stops the ledger', async () => {
    let time = Date.now()
    const other = await openOffice({ clock: () => new Date(time) })
    time = Number.NaN
    await expect(other.ledger.append([draft(1)])).rejects.toMatchObject({ code: 'clock-wrong' })
    expect((await other.ledger.ready()).reasons.map(({ code }) => code)).toEqual(['clock-wrong'])
    await other.close()
  })
})

describe('refused', () => {
  it('a tile that is there already and differs stops the batch before it commits', async () => {
    const key = blobKeys(NAME).tile(0, 0, 251)
    await office.blobs.put(key, new Uint8Array(251 * 32))
    const before = await office.ledger.checkpoint()
    await expect(office.ledger.append([draft(1)])).rejects.toMatchObject({ code: 'tile-differs' })
    expect(await office.ledger.checkpoint()).toBe(before)
    await office.blobs.remove(key)
    expect(await office.ledger.append([draft(2)])).toMatchObject([{ index: 251 }])
    expect(await office.ledger.fsck()).toMatchObject({ count: 0 })
  })

  it('a database that is set back while the ledger is open is appended to by nobody', async () => {
    const copy = join(office.folder, 'copy.db')
    await sql.raw(`vacuum into '${copy}'`).execute(office.db.query)
    const db = await openSqlite(copy)
    const behind = await openLedger({ ...office.options, db })
    await office.ledger.append(some())
    const published = await office.ledger.checkpoint()
    // Not as many as were lost, so that no tile of the same width stands in the way.
    await expect(behind.append([draft(1), draft(2)])).rejects.toMatchObject({ code: 'database-older' })
    expect((await behind.ready()).reasons.map(({ code }) => code)).toEqual(['database-older'])
    expect(Buffer.from(await office.blobs.get(blobKeys(NAME).checkpoint)).toString()).toBe(published)
    await db.close()
  })

  it.each(['checkpoint', 'receipt'] as const)(
    'a head that was committed and never published is published before anybody is told of it: %s',
    async (asked) => {
      const { db, blobs } = office
      let isDown = true
      const put: typeof blobs.put = (key, ...rest) =>
        isDown && key.endsWith('/checkpoint')
          ? Promise.reject(new Error('the store is down'))
          : blobs.put(key, ...rest)
      const ledger = await openLedger({ ...office.options, blobs: { ...blobs, put } })
      const tickets = await db.transaction((tx) => ledger.propose(tx, [draft(7000)]))
      await expect(ledger.settle(tickets)).rejects.toThrow('the store is down')
      const ask = { checkpoint: () => ledger.checkpoint(), receipt: () => ledger.receipt(250) }[asked]
      await expect(ask()).rejects.toThrow('the store is down')
      isDown = false
      await ask()
      const published = Buffer.from(await blobs.get(blobKeys(NAME).checkpoint)).toString()
      expect(published.split('\n')[1]).toBe('251')
      expect(await ledger.settle(tickets)).toMatchObject([{ index: 250 }])
      await ledger.close()
    },
  )

  it('wrong calls, by name', async () => {
    const { ledger, options } = office
    const code = (what: string) => ({ code: what })
    await expect(ledger.append([draft(1, { kind: 'No' })])).rejects.toMatchObject(code('draft-wrong'))
    await expect(ledger.append(Array(10_001).fill(draft(1)))).rejects.toMatchObject(code('drafts-too-many'))
    await expect(ledger.settle([99_999])).rejects.toMatchObject(code('ticket-unknown'))
    for (const index of [250, -1, 0.5])
      await expect(ledger.receipt(index)).rejects.toMatchObject(code('index-out-of-range'))
    await expect(ledger.inclusion(5, 251)).rejects.toMatchObject(code('index-out-of-range'))
    await expect(ledger.inclusion(5, 5)).rejects.toMatchObject(code('index-out-of-range'))
    await expect(ledger.consistency(6, 5)).rejects.toMatchObject(code('index-out-of-range'))
    await expect(ledger.append([draft(1)], { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow(
      'gone',
    )
    await expect(openLedger({ ...options, name: 'another.example' })).rejects.toMatchObject(
      code('ledger-name-wrong'),
    )
    await expect(openLedger({ ...options, signer: { ...signer, algorithm: 'ES256' } })).rejects.toMatchObject(
      code('ledger-key-wrong'),
    )
    expect(await ledger.entriesOf('nobody')).toEqual([])
    expect(await ledger.append([])).toEqual([])
    await ledger.close()
    await expect(ledger.append([draft(1)])).rejects.toMatchObject(code('ledger-closed'))
  })

  it('a wait that is given up; what it waited for is recorded all the same', async () => {
    const { ledger } = office
    const controller = new AbortController()
    const waiting = ledger.append([draft(7000)], { signal: controller.signal })
    controller.abort(new Error('too long'))
    await expect(waiting).rejects.toThrow('too long')
    await ledger.append([draft(7001)])
    expect(await ledger.entriesOf(draft(7000).subject)).toHaveLength(1)
  })
})
