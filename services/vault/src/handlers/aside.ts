/** Where items wait that go out beside the main stream. */
export interface Aside<T> {
  put(item: T): void
  /** All that wait now. */
  take(): readonly T[]
  /** Resolves when something waits. */
  filled(): Promise<void>
}

export function openAside<T>(): Aside<T> {
  let waiting: T[] = []
  let wake: (() => void) | undefined
  return {
    put(item) {
      waiting.push(item)
      wake?.()
    },
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
    filled() {
      if (waiting.length > 0) return Promise.resolve()
      return new Promise((resolve) => {
        wake = resolve
      })
    },
  }
}

/** The main stream and what lies aside, each as soon as it is there, until the main stream has ended. */
export async function* merged<A, B>(
  main: AsyncIterable<A>,
  convert: (item: A) => B,
  aside: Aside<B>,
): AsyncGenerator<B, void, undefined> {
  const iterator = main[Symbol.asyncIterator]()
  let next = iterator.next()
  try {
    while (true) {
      const first = await Promise.race([next, aside.filled()])
      yield* aside.take()
      if (!first) continue
      if (first.done) break
      yield convert(first.value)
      next = iterator.next()
    }
    yield* aside.take()
  } finally {
    // Left early: whoever makes the stream is told, and a result that nobody reads is no unhandled one.
    next.catch(() => {})
    await iterator.return?.()
  }
}
