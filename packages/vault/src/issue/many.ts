import type { CallOptions, Licence, Outcome, RequestedOrder } from './room.ts'

/** So many orders are under way at once for one caller; the next is taken in when one is answered. */
export const WINDOW = 512

/**
 * Issues orders as they come and answers each as soon as it is ready. No order is taken in while the window
 * is full, and the window empties only as fast as answers are taken: a slow reader slows the writer.
 */
export async function* issueMany(
  orders: AsyncIterable<RequestedOrder> | Iterable<RequestedOrder>,
  issue: (one: RequestedOrder) => Promise<Licence>,
  { signal }: CallOptions = {},
): AsyncGenerator<Outcome> {
  const source = iteratorOf(orders)
  const ready: Outcome[] = []
  let underWay = 0
  let wake = () => {}
  let taking: Promise<void> | undefined
  let ended = false
  let broken: { readonly cause: unknown } | undefined

  const start = (one: RequestedOrder) => {
    underWay++
    void outcomeOf(one, issue).then((outcome) => {
      underWay--
      ready.push(outcome)
      wake()
    })
  }
  const take = async () => {
    try {
      const next = await source.next()
      if (next.done) ended = true
      else start(next.value)
    } catch (cause) {
      broken = { cause }
    }
    taking = undefined
    wake()
  }

  try {
    while (true) {
      signal?.throwIfAborted()
      if (!taking && !ended && !broken && underWay + ready.length < WINDOW) taking = take()
      const outcome = ready.shift()
      if (outcome) {
        yield outcome
        continue
      }
      if (underWay === 0 && !taking) {
        if (broken) throw broken.cause
        if (ended) return
        continue
      }
      await woken((call) => {
        wake = call
      }, signal)
    }
  } finally {
    if (!ended) void Promise.resolve(source.return?.()).catch(() => {})
  }
}

async function outcomeOf(
  one: RequestedOrder,
  issue: (one: RequestedOrder) => Promise<Licence>,
): Promise<Outcome> {
  const { requestId } = one
  try {
    return { requestId, licence: await issue(one) }
  } catch (cause) {
    return { requestId, error: cause instanceof Error ? cause : new Error(String(cause)) }
  }
}

function woken(register: (wake: () => void) => void, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal?.reason)
    signal?.addEventListener('abort', aborted, { once: true })
    register(() => {
      signal?.removeEventListener('abort', aborted)
      resolve()
    })
  })
}

function iteratorOf<T>(source: AsyncIterable<T> | Iterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
}
