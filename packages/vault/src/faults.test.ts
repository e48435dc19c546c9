import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VaultError } from '@licencevault/errors'
import type { Signer } from '@licencevault/keys'
import type { Order } from '@licencevault/licence'
import type { Blobs } from '@licencevault/stores'
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
  codeOf,
  issuer,
  keeper,
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
import { type Licence, openVault, type Vault } from './index.ts'

/** `npm run faults` lets every single call fail; otherwise a sample of them, another one for each act. */
const all = process.env.VAULT_FAULTS === 'all'
const step = all ? 1 : 11
const patience = all ? 1_200_000 : 60_000

/** A one-per-holder type whose numbers are counted: everything that can go wrong, can go wrong here. */
const type = typeNamed('药品经营许可证（零售）')
/** One that is revised again and again. */
const revised = typeNamed('机动车驾驶证')
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
  await loadCatalogue(bed, [type, revised])
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
  {
    name: 'void',
    async prepare() {
      const { identifier, authority: own } = await leftIssuing()
      const request = `void-${++requests}`
      return async (again) => {
        try {
          const licence = await again.issue.voidIssue(issuer(own), request, identifier, '无法完成')
          expect(licence.state).toBe('void')
        } catch (cause) {
          // Recovery was there first: then it is a licence, and stays one.
          const refused = ['void-file-stands', 'move-not-permitted']
          if (!(cause instanceof VaultError && refused.includes(cause.code))) throw cause
          expect((await again.issue.get(auditor, identifier)).state).toBe('valid')
        }
        return { touched: [identifier] }
      }
    },
  },
  {
    name: 'revise a type',
    async prepare(vault) {
      const { version } = (await vault.catalogue.getType(revised.code)).type
      const template = await vault.catalogue.templateOf(revised.code)
      const next = { ...revised, version: version + 1 }
      const request = `revise-${++requests}`
      return async (again) => {
        await again.catalogue.reviseType(keeper, request, next, template)
        const { rows } = await again.catalogue.findTypes({ kind: revised.kind })
        expect(rows.find(({ type: found }) => found.code === revised.code)?.type.version).toBe(version + 1)
        return { touched: [`${revised.code}@${version + 1}`] }
      }
    },
  },
  {
    name: 'publish a list',
    async prepare() {
      const [request, roots] = [`list-${++requests}`, [bed.city.root.certificate]]
      return async (again) => {
        const wanted = { nextUpdate: '2027-11-25T00:00:00Z', roots }
        const { sequence } = await again.catalogue.publishAuthorityList(keeper, request, wanted)
        return { touched: [String(sequence)] }
      }
    },
  },
]

/** A licence whose process ended before its file was put. */
async function leftIssuing(): Promise<{ readonly identifier: string; readonly authority: string }> {
  const { options } = bed
  const put: Blobs['put'] = (key, ...rest) =>
    key.includes('/licence/') ? Promise.reject(new Error('cut off')) : options.blobs.put(key, ...rest)
  const cutting = await openVault({ ...options, blobs: { ...options.blobs, put } })
  const order = nextOrder()
  await codeOf(cutting.issue.issue(issuer(order.authority.code), `left-${++requests}`, order))
  const { rows } = await bed.vault.issue.find(auditor, { state: 'issuing' })
  return nth(rows, 0)
}

describe.each(acts)('$name', ({ prepare }) => {
  const points = new Map<string, number>()

  it.each(['before', 'after'] as const)(
    'heals wherever one call fails %s its effect',
    async (when) => {
      // A process that has just begun makes some more, which read the ledger's edge.
      const calls = (await callsOf(prepare)) + 12
      expect(calls).toBeGreaterThan(22)
      // Where only a sample is struck, the last calls are always among it: there it is committed.
      const last = calls - 14
      for (let n = 1; n <= calls; n += n < last ? step : 1) await strike(prepare, n, when, points)
      await everythingStands()
    },
    patience,
  )

  it.runIf(all)('was struck at every port: rows, documents, the ledger’s key', () => {
    expect([...points.keys()]).toEqual(expect.arrayContaining(['commit', 'put', 'sign ledger']))
  })

  it(
    'heals wherever the clock cannot be read',
    async () => {
      for (let n = 1; n <= 6; n += all ? 1 : 3) {
        const act = await prepare(bed.vault)
        clockFails = n
        await act(bed.vault).catch(() => {})
        clockFails = 0
        await heal(n % 2 === 0)
        await act(bed.vault)
      }
      await everythingStands()
    },
    patience,
  )
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
  const struck = plan.calls[n - 1]
  if (struck !== undefined) points.set(pointOf(struck), (points.get(pointOf(struck)) ?? 0) + 1)
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
  // Numbers run without a gap: one that was made void keeps its number.
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
