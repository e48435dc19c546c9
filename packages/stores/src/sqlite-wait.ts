import { setTimeout as sleep } from 'node:timers/promises'
import { error } from './codes.ts'
import { isBusy, sqliteError } from './sqlite-errors.ts'

const MAX_PAUSE_MS = 50

/**
 * Does it again for as long as other processes hold the file. SQLite's own way of waiting would stop this
 * whole process, and where two connections could wait for each other SQLite does not wait at all.
 *
 * @throws VaultError `database-busy` after `waitMs`
 */
export async function untilFree<T>(waitMs: number, work: () => T): Promise<T> {
  const deadline = performance.now() + waitMs
  for (let pause = 1; ; pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
    try {
      return work()
    } catch (cause) {
      if (!isBusy(cause)) throw sqliteError(cause)
      if (performance.now() > deadline) throw tooBusy(waitMs, cause)
    }
    await sleep(pause)
  }
}

export function tooBusy(waitMs: number, cause?: unknown) {
  return error('database-busy', { seconds: waitMs / 1000 }, { cause })
}
