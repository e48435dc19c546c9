import type { Duplex, Readable, Writable } from 'node:stream'
import { error } from './codes.ts'

interface Bounds {
  /** Seconds that a peer may stand still. */
  readonly stall: number
  readonly signal: AbortSignal
}

/**
 * Writes as fast as the peer reads, to the last message. The iterable is left, and so can clean up, when the
 * peer is gone.
 */
export async function sendAll(
  messages: AsyncIterable<object>,
  call: Writable,
  { stall, signal }: Bounds,
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
    } else yield message
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
  { stall, signal }: Bounds,
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
    const timer = setTimeout(
      () => finish(() => reject(error('stream-stalled', { seconds: stall }))),
      stall * 1_000,
    )
    for (const event of events) call.once(event, happened)
    signal.addEventListener('abort', left, { once: true })
    stopping?.addEventListener('abort', happened, { once: true })
    if (signal.aborted) left()
  })
}
