/** Where items wait that go out beside the main stream. */
export interface Aside<T> {
  /** Resolves when there is room for another: who puts aside without end is held up like anybody else. */
  put(item: T): Promise<void>
  /** All that wait now. */
  take(): readonly T[]
  /** Resolves when something waits. */
  filled(): Promise<void>
}

const room = 64

export function openAside<T>(): Aside<T> {
  let waiting: T[] = []
  let filled = Promise.withResolvers<void>()
  let taken = Promise.withResolvers<void>()
  return {
    async put(item) {
      waiting.push(item)
      filled.resolve()
      if (waiting.length >= room) await taken.promise
    },
    take() {
      const all = waiting
      waiting = []
      filled = Promise.withResolvers()
      taken.resolve()
      taken = Promise.withResolvers()
      return all
    },
    filled: () => filled.promise,
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
    // Left early: whoever makes the stream is told, room is made for who waits for it, and a result that
    // nobody reads is no unhandled one.
    next.catch(() => {})
    aside.take()
    await iterator.return?.()
  }
}
