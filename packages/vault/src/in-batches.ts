import { VaultError } from '@licencevault/errors'

/**
 * Works items off in batches without a timer: whatever arrives while a batch is under way is the next one,
 * so a lone caller waits for one batch and a crowd shares one. Where a batch fails, its items are tried one
 * by one, so that no item fails for another's sake; where a store is away it fails for all, since each would
 * wait for it anew.
 *
 * @param work answers with one result for each item, in their order
 */
export function inBatches<T, R>(
  most: number,
  work: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = []
  let running = false

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await workOff(batch, work)
    }
    running = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (running) return
      running = true
      // After whatever else is ready in this turn, which may belong to the same batch.
      setImmediate(() => void run())
    })
}

interface Waiting<T, R> {
  readonly item: T
  readonly resolve: (result: R) => void
  readonly reject: (reason: unknown) => void
}

async function workOff<T, R>(
  batch: readonly Waiting<T, R>[],
  work: (items: readonly T[]) => Promise<readonly R[]>,
): Promise<void> {
  try {
    const results = await work(batch.map(({ item }) => item))
    for (const [index, { resolve, reject }] of batch.entries()) {
      if (index < results.length) resolve(results[index] as R)
      else reject(new RangeError('a batch answered with fewer results than it had items'))
    }
  } catch (cause) {
    const isEverybodys = cause instanceof VaultError && cause.kind === 'unavailable'
    if (batch.length === 1 || isEverybodys) for (const { reject } of batch) reject(cause)
    else for (const one of batch) await workOff([one], work)
  }
}
