import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Signer } from '@licencevault/keys'
import type { Order } from '@licencevault/licence'
import { openFolder } from '@licencevault/stores/folder'
import { openSqlite } from '@licencevault/stores/sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FaultPlan, faultPlan, type When } from '../../stores/testing/fault-plan.ts'
import { faultyBlobs } from '../../stores/testing/faulty-blobs.ts'
import { faultyDb } from '../../stores/testing/faulty-db.ts'
import {
  auditor,
  type Bed,
  clockAt,
  issuer,
  loadCatalogue,
  makeWorld,
  now,
  nth,
  officer,
  openBed,
  ordersOf,
  reopen,
  type TestClock,
  typeNamed,
} from '../testing/bed.ts'
import type { Licence, Vault } from './index.ts'

/** A one-per-holder type whose numbers are counted: everything that can go wrong, can go wrong here. */
const type = typeNamed('药品经营许可证（零售）')
const folder = mkdtempSync(join(tmpdir(), 'licencevault-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let bed: Bed
let plan: FaultPlan
let orders: Order[]
let requests = 0
let clockFails = 0
const acknowledged = new Map<string, Licence>()

function faultySigner(signer: Signer, name: string): Signer {
  return {
    algorithm: signer.algorithm,
    publicKey: signer.publicKey,
    sign: (bytes) =>
      plan.run({ name: `sign ${name}`, kind: 'write', port: 'store' }, () => signer.sign(bytes)),
  }
}

/** A clock that fails when it is told to, at the n-th look from then on. */
function faultyClock(clock: TestClock): TestClock {
  const look = () => {
    if (clockFails > 0 && --clockFails === 0) throw new Error('the clock cannot be read')
    return clock()
  }
  return Object.assign(look, { set: clock.set, forward: clock.forward })
}

beforeAll(async () => {
  plan = faultPlan()
  const world = await makeWorld()
  const identities = new Map(
    world.city.seals.map(({ department, identity }) => [
      department.code,
      { ...identity, signer: faultySigner(identity.signer, 'seal') },
    ]),
  )
  const faultyWorld = {
    ...world,
    paperKey: faultySigner(world.paperKey, 'paper'),
    ledgerKey: faultySigner(world.ledgerKey, 'ledger'),
  }
  bed = await openBed(faultyWorld, {
    db: faultyDb(await openSqlite(join(folder, 'vault.db')), plan),
    blobs: faultyBlobs(await openFolder(join(folder, 'documents')), plan),
    clock: faultyClock(clockAt(now)),
    sealOf: async (authority) => identities.get(authority) ?? expect.fail(authority),
  })
  await loadCatalogue(bed, [type])
  orders = ordersOf(type.name, 1500)
})

const nextOrder = () => orders.shift() ?? expect.fail('orders are used up')
const authority = () => nth(type.issuingAuthorities, 0)

async function issued(vault: Vault): Promise<Licence> {
  const order = nextOrder()
  const licence = await vault.issue.issue(issuer(order.authority.code), `made-${++requests}`, order)
  acknowledged.set(licence.identifier, licence)
  return licence
}

/** What is tried: it may be asked again with the same request, and says then what it did. */
interface Act {
  readonly name: string
  prepare(vault: Vault): Promise<(vault: Vault) => Promise<{ readonly touched: readonly string[] }>>
}

const acts: readonly Act[] = [
  {
    name: 'issue',
    async prepare() {
      const [order, request] = [nextOrder(), `issue-${++requests}`]
      return async (vault) => {
        const licence = await vault.issue.issue(issuer(order.authority.code), request, order)
        acknowledged.set(licence.identifier, licence)
        return { touched: [licence.identifier] }
      }
    },
  },
  {
    name: 'suspend',
    async prepare(vault) {
      const { identifier } = await issued(vault)
      const request = `suspend-${++requests}`
      return async (again) => {
        const change = { move: 'suspend', decision: '决定', legalBasis: '依据', until: '2026-12-31' } as const
        const act = await again.status.change(officer(authority()), request, identifier, change)
        expect(act.state).toBe('suspended')
        return { touched: [identifier] }
      }
    },
  },
  {
    name: 'replace',
    async prepare(vault) {
      const order = nextOrder()
      const first = await vault.issue.issue(issuer(order.authority.code), `first-${++requests}`, order)
      const request = `replace-${++requests}`
      return async (again) => {
        const { licence, act } = await again.status.replace(officer(authority()), request, first.identifier, {
          order,
          decision: '变更决定',
        })
        expect([act.successor, licence.predecessor]).toEqual([licence.identifier, first.identifier])
        acknowledged.set(licence.identifier, licence)
        return { touched: [first.identifier, licence.identifier] }
      }
    },
  },
]

describe.each(acts)('$name', ({ prepare }) => {
  it.each(['before', 'after'] as const)('heals wherever one call fails %s its effect', async (when) => {
    const calls = await callsOf(prepare)
    expect(calls).toBeGreaterThan(10)
    const points = new Map<string, number>()
    for (let n = 1; n <= calls; n++) await strike(prepare, n, when, points)
    // Every port was struck: rows, documents, the ledger's key; seal and paper where a licence is made.
    expect([...points.keys()]).toEqual(expect.arrayContaining(['commit', 'put', 'sign ledger']))
    await everythingStands()
  })

  it('heals wherever the clock cannot be read', async () => {
    for (let n = 1; n <= 6; n++) {
      const act = await prepare(bed.vault)
      clockFails = n
      await act(bed.vault).catch(() => {})
      clockFails = 0
      await heal(n % 2 === 0)
      await act(bed.vault)
    }
    await everythingStands()
  })
})

async function callsOf(prepare: Act['prepare']): Promise<number> {
  const act = await prepare(bed.vault)
  plan.heal()
  await act(bed.vault)
  return plan.calls.length
}

/** One call fails once; then either the same process goes on, or another one begins. */
async function strike(
  prepare: Act['prepare'],
  n: number,
  when: When,
  points: Map<string, number>,
): Promise<void> {
  const act = await prepare(bed.vault)
  plan.heal()
  plan.failAt(n, when)
  await act(bed.vault).catch(() => {})
  const point = pointOf(plan.calls[n - 1] ?? '')
  points.set(point, (points.get(point) ?? 0) + 1)
  plan.heal()
  await heal(n % 2 === (when === 'before' ? 0 : 1))
  const { touched } = await act(bed.vault)
  const again = await act(bed.vault)
  expect(again.touched).toEqual(touched)
}

const pointOf = (call: string) => /^(sign \w+|\w+)/.exec(call)?.[0] ?? call

async function heal(restart: boolean): Promise<void> {
  if (restart) bed = await reopen(bed, { sealOf: bed.options.sealOf })
  const { failed } = await bed.vault.recover()
  expect(failed).toEqual([])
}

/** No acknowledged licence lost, no number twice, no sealed file without its entry, nothing left half done. */
async function everythingStands(): Promise<void> {
  const { issue } = bed.vault
  const numbers = new Map<string, string>()
  let cursor: string | undefined
  const seen = new Set<string>()
  do {
    const page = await issue.find(auditor, { type: type.code }, { size: 500, ...(cursor && { cursor }) })
    for (const { identifier, number, state, predecessor } of page.rows) {
      seen.add(identifier)
      expect(state).not.toBe('issuing')
      if (predecessor !== undefined) continue
      expect(numbers.get(number) ?? identifier).toBe(identifier)
      numbers.set(number, identifier)
    }
    cursor = page.next
  } while (cursor !== undefined)
  for (const [identifier, licence] of acknowledged) {
    expect(seen.has(identifier)).toBe(true)
    expect((await issue.get(auditor, identifier)).file).toEqual(licence.file)
  }
  // Numbers run without a gap: nothing was made void here.
  const serials = [...numbers.keys()].map((number) => Number(number.slice(-4))).sort((a, b) => a - b)
  expect(serials).toEqual(serials.map((_, index) => index + 1))
  const files = await Array.fromAsync(bed.options.blobs.list('v1/licence.yunting.example_ledger/licence/'))
  expect(
    files
      .map(({ key }) =>
        key
          .split('/')
          .at(-1)
          ?.replace(/\.pdf$/, ''),
      )
      .sort(),
  ).toEqual([...seen].sort())
}
