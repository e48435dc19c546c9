import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@licencevault/kit/servers'
import { openLedger } from '@licencevault/ledger'
import type { Order } from '@licencevault/licence'
import { openFolder } from '@licencevault/stores/folder'
import { openPostgres } from '@licencevault/stores/postgres'
import { openSqlite } from '@licencevault/stores/sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultPlan, faultPlan } from '../../stores/testing/fault-plan.ts'
import { faultyBlobs } from '../../stores/testing/faulty-blobs.ts'
import { faultyDb } from '../../stores/testing/faulty-db.ts'
import {
  auditor,
  type Bed,
  bytesOf,
  codeOf,
  enquirer,
  issuer,
  keeper,
  ledgerName,
  loadCatalogue,
  makeWorld,
  now,
  nth,
  officer,
  openBed,
  ordersOf,
  typeNamed,
  type World,
} from '../testing/bed.ts'
import { dump } from '../testing/dump.ts'
import { type Licence, openVault, rebuildVault } from './index.ts'

/** `npm run faults` waits the whole ten seconds, and restarts a real PostgreSQL. */
const all = process.env.VAULT_FAULTS === 'all'
const slow = all ? 10_000 : 300

const food = '食品经营许可证'
const folder = mkdtempSync(join(tmpdir(), 'licencevault-outage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let world: World
let bed: Bed
let documents: FaultPlan
let database: FaultPlan
let orders: Order[]
let standing: Licence
let requests = 0

const nextOrder = () => orders.shift() ?? expect.fail('orders are used up')
const issue = (order: Order, request: string, options = {}) =>
  bed.vault.issue.issue(issuer(order.authority.code), request, order, options)
const revoke = (request: string, identifier: string) =>
  bed.vault.status.change(officer(standing.authority), request, identifier, {
    move: 'revoke',
    decision: '决定',
    legalBasis: '依据',
  })
const authenticate = async (identifier: string) =>
  (await bed.vault.authenticate.byIdentifier(enquirer, identifier)).verdict
const fetched = async (identifier: string) =>
  bytesOf((await bed.vault.issue.fetch(auditor, identifier)).stream)
const reasons = async () => (await bed.vault.ready()).map(({ part, code }) => `${part} ${code}`)

beforeAll(async () => {
  world = await makeWorld()
  documents = faultPlan()
  database = faultPlan()
  bed = await openBed(world, {
    db: faultyDb(await openSqlite(join(folder, 'vault.db')), database),
    blobs: faultyBlobs(await openFolder(join(folder, 'documents')), documents),
  })
  await loadCatalogue(bed, [typeNamed(food)])
  orders = ordersOf(food, 200)
})

beforeEach(async () => {
  documents.heal()
  database.heal()
  await bed.vault.recover()
  standing = await issue(nextOrder(), `standing-${++requests}`)
})

/** What was refused while it lasted is done by the same request once it is over, and done once. */
async function healed(order: Order, request: string): Promise<void> {
  documents.heal()
  database.heal()
  const { failed } = await bed.vault.recover()
  expect(failed).toEqual([])
  const licence = await issue(order, request)
  expect(await issue(order, request)).toEqual(licence)
  const { rows } = await bed.vault.issue.find(auditor, { number: licence.number })
  expect(rows.map(({ identifier }) => identifier)).toEqual([licence.identifier])
  expect(await authenticate(licence.identifier)).toBe('valid')
  expect(await reasons()).toEqual([])
}

describe('a document store', () => {
  it('that is down: nothing is issued or fetched, what rows answer is answered, and it says so', async () => {
    const [order, request] = [nextOrder(), `down-${++requests}`]
    documents.failAll('down')
    expect(await codeOf(issue(order, request))).toBe('store-unavailable')
    expect(await codeOf(revoke(`revoke-${requests}`, standing.identifier))).toBe('store-unavailable')
    expect(await codeOf(fetched(standing.identifier))).toBe('store-unavailable')
    expect(await authenticate(standing.identifier)).toBe('valid')
    expect(await reasons()).toContain('documents store-unavailable')
    await healed(order, request)
  })

  it.each([
    ['full', 'store-full'],
    ['read-only', 'store-read-only'],
  ] as const)('that is %s: nothing is issued or changed, everything is read', async (fault, code) => {
    const [order, request] = [nextOrder(), `${fault}-${++requests}`]
    documents.failAll(fault)
    expect(await codeOf(issue(order, request))).toBe(code)
    expect(await codeOf(revoke(`revoke-${requests}`, standing.identifier))).toBe(code)
    const file = await fetched(standing.identifier)
    expect((await bed.vault.authenticate.byFile(enquirer, file)).verdict).toBe('valid')
    expect(await authenticate(standing.identifier)).toBe('valid')
    await healed(order, request)
  })

  it('that is slow: it is waited for, and whoever does not wait is answered at once', async () => {
    const [order, request] = [nextOrder(), `slow-${++requests}`]
    documents.failAll({ slow })
    const started = performance.now()
    const signal = AbortSignal.timeout(100)
    await expect(issue(order, request, { signal })).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(performance.now() - started).toBeLessThan(slow)
    // It goes on without its caller.
    const licence = await issue(order, request)
    expect(licence.state).toBe('valid')
    expect(performance.now() - started).toBeGreaterThan(slow)
    await healed(order, request)
  }, 120_000)

  it('that hangs is named, and by identifier it is answered all the same', async () => {
    documents.failAll({ slow: 4_000 })
    const started = performance.now()
    expect(await reasons()).toContain('documents slow')
    expect(performance.now() - started).toBeLessThan(3_000)
    expect((await reasons()).filter((reason) => /^(database|clock|authority-list) /.test(reason))).toEqual([])
    expect(await authenticate(standing.identifier)).toBe('valid')
    documents.heal()
    await expect.poll(reasons, { timeout: 20_000 }).toEqual([])
  }, 60_000)

  it('that answers with other bytes: none of them is believed, and nothing is lost', async () => {
    const [order, request] = [nextOrder(), `garbage-${++requests}`]
    documents.failAll('garbage')
    const report = await bed.vault.authenticate.byFile(enquirer, await fetched(standing.identifier))
    expect(report.genuine).not.toBe('yes')
    const kept = await bed.vault.authenticate.checkKept(auditor, standing.identifier)
    expect(kept.genuine).not.toBe('yes')
    expect(await authenticate(standing.identifier)).toBe('valid')
    expect(await codeOf(issue(order, request))).toMatch(/^(note|tile|checkpoint)-/)
    await healed(order, request)
  })
})

describe('a database', () => {
  it('that is down: every call fails with its word, and it says so', async () => {
    const [order, request] = [nextOrder(), `database-${++requests}`]
    database.failAll('down')
    expect(await codeOf(issue(order, request))).toBe('database-unavailable')
    expect(await codeOf(authenticate(standing.identifier))).toBe('database-unavailable')
    expect(await codeOf(fetched(standing.identifier))).toBe('database-unavailable')
    await healed(order, request)
  })

  it('that takes no writes: what is there is told', async () => {
    const [order, request] = [nextOrder(), `read-only-${++requests}`]
    database.failAll('read-only')
    expect(await codeOf(issue(order, request))).toBe('store-read-only')
    expect(await authenticate(standing.identifier)).toBe('valid')
    await healed(order, request)
  })

  it.runIf(all)(
    'that is restarted: calls meanwhile fail, those afterwards do not',
    async () => {
      const server = await startPostgres()
      try {
        const db = await openPostgres(await server.createDatabase())
        const blobs = await openFolder(join(folder, 'restarted'))
        const own = await openBed(world, { db, blobs })
        await loadCatalogue(own, [typeNamed(food)])
        const asked = Array.from({ length: 20 }, (_, index) => ({
          request: `restart-${index}`,
          order: nextOrder(),
        }))
        const ask = ({ request, order }: (typeof asked)[number]) =>
          own.vault.issue.issue(issuer(order.authority.code), request, order)
        const meanwhile = Promise.allSettled(asked.map(ask))
        await server.restart()
        await meanwhile
        await own.vault.recover()
        const licences = await Promise.all(asked.map(ask))
        expect(new Set(licences.map(({ number }) => number)).size).toBe(20)
        expect(licences.every(({ state }) => state === 'valid')).toBe(true)
        expect((await own.ledger.fsck()).count).toBe(0)
        await own.ledger.close()
        await db.close()
      } finally {
        await server.stop()
      }
    },
    240_000,
  )
})

it('a rebuilding that is cut off anywhere goes on when it is called again', async () => {
  const { options } = bed
  const rebuiltWith = async (strike: (plan: FaultPlan) => void) => {
    const plan = faultPlan()
    const db = faultyDb(await openSqlite(join(folder, `again-${++requests}.db`)), plan)
    const ledger = await openLedger({ ...options, db, signer: world.ledgerKey, name: ledgerName })
    const again = { ...options, db, ledger }
    plan.heal()
    strike(plan)
    const cut = await codeOf(rebuildVault(again))
    const calls = plan.calls.length
    plan.heal()
    if (cut !== 'nothing thrown') {
      // Where only the last answer was lost, it is whole already.
      expect(['nothing thrown', 'vault-not-empty']).toContain(await codeOf(rebuildVault(again)))
    }
    await openVault(again)
    const rows = await dump(db, world.personalKey)
    await ledger.close()
    await db.close()
    return { rows, calls, cut }
  }
  const whole = await rebuiltWith(() => {})
  expect(whole.rows.vault_licences.length).toBeGreaterThan(3)
  const points = all ? 60 : 8
  for (let point = 0; point < points; point++) {
    const at = 1 + Math.floor((point * (whole.calls - 1)) / (points - 1))
    const { rows, cut } = await rebuiltWith((plan) => plan.failAt(at, point % 2 === 0 ? 'before' : 'after'))
    if (at < whole.calls) expect(cut).toBe('database-unavailable')
    expect(rows).toEqual(whole.rows)
  }
}, 600_000)

it('a clock set back: acts count from no earlier than the last, times never run backwards, and it says so', async () => {
  const { clock, vault } = bed
  clock.forward(3_600_000)
  const order = nextOrder()
  const licence = await issue(order, `later-${++requests}`)
  const suspended = await vault.status.change(
    officer(licence.authority),
    'suspend-late',
    licence.identifier,
    {
      move: 'suspend',
      decision: '决定',
      legalBasis: '依据',
      until: '2026-12-31',
    },
  )
  clock.forward(-3_000_000)
  expect(await reasons()).toContain('ledger clock-behind')
  const restored = await vault.status.change(
    officer(licence.authority),
    'restore-early',
    licence.identifier,
    {
      move: 'restore',
      decision: '发还',
    },
  )
  expect(restored.effectiveFrom >= suspended.effectiveFrom).toBe(true)
  expect(restored.recordedAt >= suspended.recordedAt).toBe(true)
  expect(await authenticate(licence.identifier)).toBe('valid')
  // Before the list of authorities was made, nothing is sealed under it.
  clock.set('2026-11-24T00:00:00Z')
  expect(await codeOf(issue(nextOrder(), `early-${++requests}`))).toBe('authority-list-early')
  clock.set(now)
  clock.forward(3_600_000)
  const wanted = { nextUpdate: '2027-11-25T00:00:00Z', roots: [bed.city.root.certificate] }
  const list = await vault.catalogue.publishAuthorityList(keeper, 'after-all', wanted)
  expect(list.issuedAt > now).toBe(true)
  expect(await reasons()).toEqual([])
  expect(nth([licence], 0).state).toBe('valid')
})
