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

/** Shares one commit among those who need one at about the same time. */
export interface Together<In, Out> {
  /** Somebody is on the way who will ask; told again when he has been answered, or will not come. */
  expect(): () => void
  do(one: In): Promise<Out>
}

/** How long, in milliseconds, those who have come wait for the next one who is on his way, and for all of them. */
const patience = { next: 40, all: 400 }

/**
 * Does together what many ask for at once: a round begins when everybody has come who is expected, so that who
 * comes alone waits for nobody, or when patience is over.
 *
 * A round that fails as a whole is done again one by one, so that nobody fails for another.
 *
 * @param round does all of them, and tells how each ended
 * @param most so many at once
 */
export function together<In, Out>(
  round: (all: readonly In[]) => Promise<readonly Settled<Out>[]>,
  most: number,
): Together<In, Out> {
  const waiting: Waiting<In, Out>[] = []
  let expected = 0
  let running = false
  let timer: NodeJS.Timeout | undefined
  let since = 0

  function look(): void {
    if (running || waiting.length === 0) return
    if (waiting.length >= Math.min(expected, most)) void run()
    else if (!timer) {
      since = performance.now()
      // Who came while this process was busy with something else is looked at before it gives up.
      timer = setTimeout(() => setImmediate(giveUp, waiting.length), patience.next)
    } else if (performance.now() - since < patience.all) timer.refresh()
  }

  function giveUp(came: number): void {
    if (running || !timer) return
    if (waiting.length > came && performance.now() - since < patience.all) timer.refresh()
    else void run()
  }

  async function run(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (running) return
    running = true
    await settle(waiting.splice(0, most))
    running = false
    look()
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

  return {
    expect() {
      expected += 1
      let told = false
      return () => {
        if (told) return
        told = true
        expected -= 1
        look()
      }
    },
    do: (one) =>
      new Promise((resolve, reject) => {
        waiting.push({ one, resolve, reject })
        look()
      }),
  }
}

interface Waiting<In, Out> {
  readonly one: In
  readonly resolve: (value: Out) => void
  readonly reject: (problem: unknown) => void
}
