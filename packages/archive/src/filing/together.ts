import { VaultError } from '@licencevault/errors'

/** How one of many ended. */
export type Settled<Out> = { readonly value: Out } | { readonly problem: VaultError }

/** Tries one of many: a refusal is its own, any other failure is everybody's. */
export async function settled<Out>(work: () => Promise<Out>): Promise<Settled<Out>> {
  try {
    return { value: await work() }
  } catch (problem) {
    if (problem instanceof VaultError && problem.kind !== 'unavailable') return { problem }
    throw problem
  }
}

/**
 * Does together what many ask for at once, so that they share one commit: whoever comes while a round is under
 * way waits for the next. Nobody waits for others to come.
 *
 * A round that fails as a whole is done again one by one, so that nobody fails for another.
 *
 * @param round does all of them, and tells how each ended
 * @param most so many at once
 */
export function together<In, Out>(
  round: (all: readonly In[]) => Promise<readonly Settled<Out>[]>,
  most: number,
): (one: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) await settle(waiting.splice(0, most))
    running = false
  }

  async function settle(some: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outcomes = await round(some.map(({ one }) => one))
      for (const [at, { resolve, reject }] of some.entries()) {
        const outcome = outcomes[at]
        if (outcome && 'value' in outcome) resolve(outcome.value)
        else reject(outcome?.problem)
      }
    } catch (problem) {
      if (some.length === 1) some[0]?.reject(problem)
      else for (const each of some) await settle([each])
    }
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (!running) void run()
    })
}

interface Waiting<In, Out> {
  readonly one: In
  readonly resolve: (value: Out) => void
  readonly reject: (problem: unknown) => void
}
