import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { cpus, totalmem } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** One line of a bench: ours against a reference measured in the same run, more is better. */
export interface Row {
  readonly what: string
  readonly reference: string
  readonly ours: number
  readonly referenceRate: number
  readonly unit: 'ops/s'
  readonly ratio: number
  /** The ratio we aim at; absent where a row is only shown. */
  readonly goal?: number
}

/** One operation on the document with this index; each index is another document. */
type Operation = (index: number) => unknown

/** What is measured beside ours. */
interface Reference {
  readonly name: string
  /** Its rate on the machine of {@link knownMachine}. */
  readonly known: number
}

interface Contest {
  readonly what: string
  readonly ours: Operation
  /** Either an operation of this process, or a program that tells its own rate. */
  readonly reference: Reference & ({ readonly run: Operation } | { rate(ms: number): Promise<number> })
  readonly goal?: number
  /**
   * `core`: what this process computes in a second of a core, whatever else the machine does, for what waits
   * for nothing. `wall`, unless told: by the clock on the wall.
   */
  readonly clock?: Clock
}

type Clock = 'core' | 'wall'

const rounds = 5
const roundMs = 400
/** Before anything counts: engines compile what runs often, and a whole verdict is a lot of code. */
const warmMs = 2000
/** A reference may be this many times faster or slower than this machine lets expect; beyond, the run is no evidence. */
const plausible = 3
/** The raw signatures a second, ES256 over 4 KiB, of the machine on which the known rates were taken. */
const knownMachine = 46_223

/**
 * Runs both sides in turn, so that both meet the same machine, and takes each side's median rate.
 *
 * @throws when the reference is far from its known rate, scaled to this machine as it is in these very
 *   rounds: a slow one would flatter us.
 */
export async function compare({ what, ours, reference, goal, clock = 'wall' }: Contest): Promise<Row> {
  const theirRate =
    'run' in reference ? (ms: number) => rate(reference.run, ms, clock) : (ms: number) => reference.rate(ms)
  await rate(ours, warmMs, clock)
  await theirRate(warmMs)
  const mine: number[] = []
  const theirs: number[] = []
  const raw: number[] = []
  for (let round = 0; round < rounds; round++) {
    mine.push(await rate(ours, roundMs, clock))
    theirs.push(await theirRate(roundMs))
    raw.push(await rate(signDocument(), roundMs / 8, clock))
  }
  const [a, b] = [median(mine), median(theirs)]
  const expected = (reference.known * median(raw)) / knownMachine
  if (b > expected * plausible || b < expected / plausible)
    throw new Error(
      `${what}: ${reference.name} ran at ${b.toPrecision(3)}/s and is expected at ${expected.toPrecision(3)}/s here: no fair comparison`,
    )
  return {
    what,
    reference: reference.name,
    ours: a,
    referenceRate: b,
    unit: 'ops/s',
    ratio: a / b,
    ...(goal && { goal }),
  }
}

/** What this machine is measured by. */
let key: KeyObject | undefined
function signDocument(): Operation {
  const made = key ?? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  key = made
  const document = new Uint8Array(4096)
  return () => sign('sha256', document, made)
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let next = 0
async function rate(operation: Operation, ms: number, clock: Clock): Promise<number> {
  // Neither side pays for what the other left behind, nor for what the engine throws away with it.
  collectGarbage()
  await stretch(operation, ms / 2, clock)
  return stretch(operation, ms, clock)
}

async function stretch(operation: Operation, ms: number, clock: Clock): Promise<number> {
  const read = clocks[clock]
  const started = read()
  let count = 0
  let spent = 0
  // The clock of a core is slow to read: short operations are counted by the millisecond.
  for (let looked = performance.now(); spent < ms; ) {
    await operation(next++)
    count++
    const now = performance.now()
    if (now - looked < 1) continue
    looked = now
    spent = read() - started
  }
  return (count * 1000) / spent
}

/** Milliseconds. */
const clocks: Readonly<Record<Clock, () => number>> = {
  wall: () => performance.now(),
  core() {
    // Of all its threads: on one core the one that collects garbage would take its turn too.
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${memory} GiB, Node ${process.version}`
}
