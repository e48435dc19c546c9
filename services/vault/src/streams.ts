import type { Duplex, Readable, Writable } from 'node:stream'
import { error } from './codes.ts'

interface Bounds {
  /** Seconds that a peer may stand still. */
  readonly stall: number
  readonly signal: AbortSignal
  /** Where each message is answered by one: who waits for an answer does not stand still. */
  readonly pace?: Pace
}

interface Pace {
  taken(): void
  answered(): void
  /** When the last answer was given; `undefined` while one is owed. */
  idleSince(): number | undefined
}

export function openPace(): Pace {
  let owed = 0
  let since = performance.now()
  return {
    taken() {
      owed += 1
    },
    answered() {
      owed -= 1
      since = performance.now()
    },
    idleSince: () => (owed > 0 ? undefined : since),
  }
}

/**
 * Writes as fast as the peer reads, to the last message. The iterable is left, and so can clean up, when the
 * peer is gone.
 */
export async function sendAll(
  messages: AsyncIterable<object>,
  call: Writable,
  { stall, signal, pace }: Bounds,
): Promise<void> {
  let onItsWay = 0
  const sent = () => {
    onItsWay -= 1
    if (onItsWay === 0) call.emit(allSent)
  }
  for await (const message of messages) {
    signal.throwIfAborted()
    onItsWay += 1
    if (!call.write(message, sent)) await happens(call, ['drain'], { stall, signal })
    pace?.answered()
  }
  if (onItsWay > 0) await happens(call, [allSent], { stall, signal })
}

const allSent = 'licencevault-all-sent'

/**
 * Reads one message at a time, and the next only when it is asked for: what is not asked for stays with the
 * sender. Ends early when the service is being stopped, so that what was taken in is finished.
 */
export async function* received<T>(
  call: Readable | Duplex,
  { stopping, ...bounds }: Bounds & { readonly stopping: AbortSignal },
): AsyncGenerator<T, void, undefined> {
  let ended = false
  call.once('end', () => {
    ended = true
  })
  // A listener keeps the stream in paused mode: it is read by `read` alone.
  call.on('readable', () => {})
  while (!ended) {
    if (stopping.aborted) throw stopping.reason
    const message: T | null = call.read()
    if (message === null) {
      if (!ended) await happens(call, ['readable', 'end'], bounds, stopping)
    } else {
      bounds.pace?.taken()
      yield message
    }
  }
}

/**
 * Waits for one of the events.
 *
 * @throws VaultError `stream-stalled`, or the reason of the signal
 */
function happens(
  call: Readable | Writable,
  events: readonly string[],
  { stall, signal, pace }: Bounds,
  stopping?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      for (const event of events) call.off(event, happened)
      signal.removeEventListener('abort', left)
      stopping?.removeEventListener('abort', happened)
      settle()
    }
    const happened = () => finish(resolve)
    const left = () => finish(() => reject(signal.reason))
    const began = performance.now()
    const look = () => {
      const since = pace ? pace.idleSince() : began
      const rest =
        since === undefined ? stall * 1_000 : Math.max(since, began) + stall * 1_000 - performance.now()
      if (rest > 0) timer = setTimeout(look, rest)
      else finish(() => reject(error('stream-stalled', { seconds: stall })))
    }
    let timer = setTimeout(look, stall * 1_000)
    for (const event of events) call.once(event, happened)
    signal.addEventListener('abort', left, { once: true })
    stopping?.addEventListener('abort', happened, { once: true })
    if (signal.aborted) left()
  })
}
