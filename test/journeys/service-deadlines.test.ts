import { setTimeout as sleep } from 'node:timers/promises'
import type { VaultClient } from '@licencevault/api'
import { type PostgresServer, startPostgres } from '@licencevault/kit/servers'
import { tablesOf } from '@licencevault/stores'
import { openPostgres } from '@licencevault/stores/postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

/** Time that runs out in the middle of an issue: its order is recorded, and the ledger cannot go on. */
const typeName = '食品经营许可证'
const orders = ordersOf(typeName, 4)
const authority = needed(orders[0]?.authority?.code)
let postgres: PostgresServer
let url: string
let house: House
let issuer: VaultClient
let auditor: VaultClient

beforeAll(async () => {
  postgres = await startPostgres()
  url = await postgres.createDatabase()
  house = await openHouse({ 'database.engine': 'postgres', 'database.url': url, 'limits.callSeconds': 6 })
  await loadCity(house.operator, [typeName])
  issuer = await house.clientOf('issuer', authority)
  auditor = await house.clientOf('auditor')
  await issuer.issue.issue(requestOf(3))
})
afterAll(async () => {
  await house?.close()
  await postgres?.stop()
})

describe('an issue whose time runs out while the ledger stands still', () => {
  let letGo: () => Promise<void>
  afterEach(() => letGo())

  it('is told so in time by the service, where the caller set no deadline', async () => {
    letGo = await holdLedger()
    const started = performance.now()
    const call = issuer.issue.issue(requestOf(0), { timeoutMs: Number.POSITIVE_INFINITY })
    await expect(call).rejects.toMatchObject({
      code: 'call-too-long',
      kind: 'unavailable',
      status: 4,
      details: { seconds: '6' },
    })
    expect(performance.now() - started).toBeGreaterThan(5_900)
    await isIssuedOnce(0)
  })

  it('is told so by its own deadline', async () => {
    letGo = await holdLedger()
    const call = issuer.issue.issue(requestOf(1), { timeoutMs: 500 })
    await expect(call).rejects.toMatchObject({ code: 'deadline-passed', kind: 'unavailable' })
    await isIssuedOnce(1)
  })

  it('is cancelled by its caller', async () => {
    letGo = await holdLedger()
    const leaving = new AbortController()
    const call = issuer.issue.issue(requestOf(2), { signal: leaving.signal })
    setTimeout(() => leaving.abort(), 500)
    await expect(call).rejects.toMatchObject({ code: 'call-cancelled' })
    await isIssuedOnce(2)
  })

  /** Once the ledger goes on the same request answers, and there is one licence. */
  async function isIssuedOnce(which: number): Promise<void> {
    const holderCode = needed(orders[which]?.holders?.[0]?.code)
    await letGo()
    const { licence } = await issuer.issue.issue(requestOf(which))
    expect(licence?.state).toBe('STATE_VALID')
    expect((await issuer.issue.issue(requestOf(which))).licence).toEqual(licence)
    const { licences } = await auditor.issue.find({ holderCode })
    expect(licences.map(({ identifier }) => identifier)).toEqual([licence?.identifier])
  }
})

const requestOf = (which: number) => ({ requestId: `timed-${which}`, order: needed(orders[which]) })

/** Holds the row by which the ledger is written, as another process that hangs would; until let go. */
async function holdLedger(): Promise<() => Promise<void>> {
  const db = await openPostgres(url)
  const release = new AbortController()
  let held = () => {}
  const holding = new Promise<void>((resolve) => {
    held = resolve
  })
  const done = db.transaction(
    async (tx) => {
      await tablesOf<{ ledger_log: { size: number } }>(tx)
        .selectFrom('ledger_log')
        .selectAll()
        .forUpdate()
        .execute()
      held()
      await sleep(20_000, undefined, { signal: release.signal }).catch(() => {})
    },
    { isolation: 'read committed' },
  )
  await holding
  return async () => {
    release.abort()
    await done
    await db.close()
  }
}
