import { setTimeout as sleep } from 'node:timers/promises'
import { type OrderInput, orderOf, type VaultClient } from '@licencevault/api'
import { makeOrders } from '@licencevault/city'
import Table from 'cli-table3'
import { loadCity, needed, typeNamed } from '../journeys/service.ts'
import { provision } from '../provision.ts'
import { wordsAfter } from '../words.ts'
import { checkWhole } from './check-whole.ts'
import { type ServiceProcess, startServiceProcess } from './service-process.ts'
import { type Step, steps, stepsOf } from './steps.ts'
import { openPair, type Pair, type StorePair } from './stores.ts'

/**
 * `npm run kill -- [embedded] [minio] [--kills 100]`: kills the service with SIGKILL again and again while it
 * issues and changes licences, on each pair of stores, and looks each time at what stands: nothing that was
 * acknowledged may be lost, no number given twice, no sealed file without its entry, and the next start heals
 * by itself. A kill counts only with a call in flight. The histogram says at which step each call in flight
 * was cut off.
 */
const { values, positionals } = wordsAfter('npm run kill -- [embedded] [minio] [--kills 100] [--seed TEXT]', {
  kills: { type: 'string', default: '100' },
  seed: { type: 'string', default: String(Date.now()) },
})
const kills = Number(values.kills)
const chosen = positionals.length > 0 ? positionals : ['embedded', 'minio']
const typeName = '食品经营许可证'
/** Calls in flight at once. */
const atOnce = 8
/** Kills at each step that a run must have seen. */
const least = 5

/** What was acknowledged, and must stand for ever. */
export interface Acknowledged {
  readonly requestId: string
  readonly order: OrderInput
  readonly identifier: string
  readonly number: string
  /** SHA-256 of the file, as the answer named it. */
  readonly digest: string
  suspended?: true
}

provision()
let failed = false
for (const name of chosen) {
  const pair = await openPair(name as StorePair)
  try {
    failed = !(await runOn(pair)) || failed
  } finally {
    await pair.stop()
  }
}
process.exitCode = failed ? 1 : 0

async function runOn(pair: Pair): Promise<boolean> {
  const acknowledged = new Map<string, Acknowledged>()
  const seen = new Map<Step, number>(steps.map((step) => [step, 0]))
  const orders = endlessOrders()
  let open: { requestId: string; order: OrderInput }[] = []
  let counted = 0
  let service = await startServiceProcess(pair)
  await loadCity(service.client, [typeName], '2026-01-01T00:00:00Z')
  while (counted < kills || [...seen.values()].some((count) => count < least)) {
    if (counted >= kills * 4) break
    const inFlight = await workUntilKilled(service, { orders, acknowledged, again: open })
    const stores = await pair.open()
    const found = await stepsOf(
      stores,
      inFlight.map(({ requestId }) => requestId),
    )
    await stores.close()
    if (inFlight.length > 0) counted++
    for (const step of new Set(found)) seen.set(step, (seen.get(step) ?? 0) + 1)
    open = inFlight
    service = await startServiceProcess(pair)
    if (counted % 20 === 0)
      process.stderr.write(`${pair.name}: ${counted} kills, ${acknowledged.size} issued\n`)
  }
  await issueAll(service.client, open, acknowledged)
  await service.stop()
  const problems = await checkWhole(pair, [...acknowledged.values()])
  report(pair, { counted, acknowledged, seen, problems })
  return problems.length === 0 && [...seen.values()].every((count) => count >= least)
}

interface Work {
  readonly orders: Generator<{ requestId: string; order: OrderInput }>
  readonly acknowledged: Map<string, Acknowledged>
  /** What was in flight at the last kill: asked once more, as a caller would. */
  readonly again: readonly { requestId: string; order: OrderInput }[]
}

/** Keeps so many calls in flight until the process is killed; answers those that got no answer. */
async function workUntilKilled(service: ServiceProcess, { orders, acknowledged, again }: Work) {
  const inFlight = new Map<string, { requestId: string; order: OrderInput }>()
  const queue = [...again]
  let killed = false
  const worker = async () => {
    while (!killed) {
      const next = queue.shift() ?? needed(orders.next().value)
      inFlight.set(next.requestId, next)
      try {
        await issueOne(service.client, next, acknowledged)
        inFlight.delete(next.requestId)
        await changeSome(service.client, acknowledged, next.requestId)
      } catch (problem) {
        if (!killed) throw problem
      }
    }
  }
  const workers = Array.from({ length: atOnce }, worker)
  // Between a call's first and last step, wherever that is on this machine.
  await sleep(30 + Math.random() * 400)
  const cut = [...inFlight.values()]
  killed = true
  await service.kill()
  await Promise.all(workers)
  return cut.filter(({ requestId }) => !acknowledged.has(requestId))
}

async function issueAll(
  client: VaultClient,
  open: readonly { requestId: string; order: OrderInput }[],
  acknowledged: Map<string, Acknowledged>,
): Promise<void> {
  for (const one of open) await issueOne(client, one, acknowledged)
}

async function issueOne(
  { issue }: VaultClient,
  { requestId, order }: { requestId: string; order: OrderInput },
  acknowledged: Map<string, Acknowledged>,
): Promise<void> {
  const { licence } = await issue.issue({ requestId, order })
  const { identifier, number, file } = needed(licence)
  acknowledged.set(requestId, { requestId, order, identifier, number, digest: needed(file).digest })
}

/** Every fifth licence is suspended: an acknowledged move must stand too. */
async function changeSome(
  { status }: VaultClient,
  acknowledged: ReadonlyMap<string, Acknowledged>,
  requestId: string,
): Promise<void> {
  const one = needed(acknowledged.get(requestId))
  if (acknowledged.size % 5 !== 0) return
  await status.change({
    requestId: `suspend-${requestId}`,
    identifier: one.identifier,
    move: 'MOVE_SUSPEND',
    particulars: { decision: '云市监〔2026〕9号', legalBasis: '行政处罚法 art. 9', until: '2027-06-30' },
  })
  one.suspended = true
}

function* endlessOrders(): Generator<{ requestId: string; order: OrderInput }> {
  const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  let count = 0
  for (const order of makeOrders({ seed: values.seed, count: 1_000_000, types: [typeNamed(typeName)], on })) {
    yield { requestId: `kill-${++count}`, order: orderOf(order) }
  }
}

interface Result {
  readonly counted: number
  readonly acknowledged: ReadonlyMap<string, Acknowledged>
  readonly seen: ReadonlyMap<Step, number>
  readonly problems: readonly string[]
}

function report(pair: Pair, { counted, acknowledged, seen, problems }: Result): void {
  const table = new Table({ head: [`${pair.name}: cut off`, 'kills'], style: { head: [], border: [] } })
  for (const [step, count] of seen) table.push([step, count])
  process.stdout.write(
    `${table.toString()}\n${counted} kills with calls in flight, seed ${values.seed}; ${acknowledged.size} licences acknowledged; ${problems.length} problems\n`,
  )
  for (const problem of problems.slice(0, 20)) process.stdout.write(`  ${problem}\n`)
}
