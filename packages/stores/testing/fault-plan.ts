import { setTimeout as sleep } from 'node:timers/promises'
import { error } from '../src/codes.ts'

/**
 * What goes wrong. `full` and `read-only` meet writes alone; `garbage` meets reads, which answer with other
 * bytes; `slow` lets the call do its work after so many milliseconds.
 */
type Fault = 'down' | 'full' | 'read-only' | 'garbage' | { readonly slow: number }

/** Whether the effect happened when the call fails. */
export type When = 'before' | 'after'

/** One call of a port, as the plan counts them. */
export interface Call {
  /** Such as `put v1/…`, `commit`, `update "counters" set …`. */
  readonly name: string
  readonly kind: 'read' | 'write'
  /** The words for a store or a database that cannot be reached. */
  readonly port: 'store' | 'database'
  readonly signal?: AbortSignal | undefined
}

/**
 * Counts the calls of every port that shares it and lets chosen ones fail. Count a run once with nothing
 * planned, then repeat it for each `n` up to `calls.length`, failing before and after.
 *
 * @example
 * const plan = faultPlan()
 * const blobs = faultyBlobs(await openFolder(path), plan)
 * plan.failAt(1, 'after')
 * await blobs.put('a', bytes) // fails, yet the blob stands there
 */
export interface FaultPlan {
  /** The calls so far, in their order. */
  readonly calls: readonly string[]
  /** The n-th call from now on, counted from 1, fails once. */
  failAt(n: number, when: When, fault?: Fault): void
  /** Every call from now on, until {@link heal}. */
  failAll(fault: Fault): void
  /** Nothing fails any more; counting begins anew. */
  heal(): void
  /** By which any port's call goes through the plan: a signer's, a clock's. */
  run<T>(call: Call, effect: () => Promise<T>, garbled?: (answer: T) => T): Promise<T>
  /** The same in two halves, for a call whose effect is elsewhere: counts and fails before; fails after. */
  enter(call: Call): Promise<(() => Promise<void>) & { readonly garbage: boolean }>
}

export function faultPlan(): FaultPlan {
  const calls: string[] = []
  let chosen: { readonly at: number; readonly when: When; readonly fault: Fault } | undefined
  let standing: Fault | undefined

  const enter: FaultPlan['enter'] = async (call) => {
    calls.push(call.name)
    const once = chosen?.at === calls.length ? chosen : undefined
    const fault = once?.fault ?? standing
    if (once) chosen = undefined
    const when = once?.when ?? 'before'
    const meets = async (now: When) => {
      if (fault !== undefined && now === when) await strike(fault, call)
    }
    await meets('before')
    return Object.assign(() => meets('after'), { garbage: fault === 'garbage' && call.kind === 'read' })
  }

  return {
    calls,
    failAt(n, when, fault = 'down') {
      chosen = { at: calls.length + n, when, fault }
    },
    failAll(fault) {
      standing = fault
    },
    heal() {
      calls.length = 0
      chosen = undefined
      standing = undefined
    },
    enter,
    async run(call, effect, garbled = (answer) => answer) {
      const leave = await enter(call)
      const answer = await effect()
      await leave()
      return leave.garbage ? garbled(answer) : answer
    },
  }
}

async function strike(fault: Fault, { kind, port, signal }: Call): Promise<void> {
  if (typeof fault === 'object')
    await sleep(fault.slow, undefined, { signal }).catch(() => signal?.throwIfAborted())
  else if (fault === 'down') throw error(`${port}-unavailable`, { found: 'planned fault' })
  else if (fault === 'full' && kind === 'write') throw error('store-full')
  else if (fault === 'read-only' && kind === 'write')
    throw error('store-read-only', { found: 'planned fault' })
}
