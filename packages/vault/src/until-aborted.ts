/**
 * Waits for work until the caller no longer wants it. The work itself goes on: what was recorded is
 * finished, whoever still waits.
 */
export async function untilAborted<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  signal?.throwIfAborted()
  const working = work()
  if (!signal) return working
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason)
    signal.addEventListener('abort', aborted, { once: true })
    working.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted))
  })
}
