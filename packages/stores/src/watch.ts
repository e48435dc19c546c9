import type { VaultError } from '@licencevault/errors'
import { error } from './codes.ts'

/** Bounds one call: each step may take `idleMs`, and the caller's signal ends them all. */
export interface Watch {
  /** The step's result, or an error once it took too long or the caller no longer wants it. */
  step<T>(what: string, work: Promise<T>, late?: () => VaultError): Promise<T>
  readonly idleMs: number
}

export function watch(idleMs: number, signal: AbortSignal | undefined): Watch {
  signal?.throwIfAborted()
  return {
    idleMs,
    step: (what, work, late = () => error('store-timeout', { seconds: idleMs / 1000, what })) =>
      new Promise((resolve, reject) => {
        const settle = () => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', abort)
        }
        const abort = () => {
          settle()
          reject(signal?.reason)
        }
        const timer = setTimeout(() => {
          settle()
          reject(late())
        }, idleMs)
        signal?.addEventListener('abort', abort)
        if (signal?.aborted) abort()
        work.then(resolve, reject).finally(settle)
      }),
  }
}

/** Reads chunks under a watch: a source that stalls ends the call, and is told to end as well. */
export async function* watched(
  key: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { step, idleMs }: Watch,
): AsyncIterable<Uint8Array> {
  const stalled = () => error('blob-source-stalled', { key, seconds: idleMs / 1000 })
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  let ended = false
  try {
    while (true) {
      const next = await step('source', Promise.resolve(iterator.next()), stalled)
      if (next.done) {
        ended = true
        return
      }
      yield next.value
    }
  } finally {
    // Not awaited: a source that hangs would also hang here.
    if (!ended) void Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
