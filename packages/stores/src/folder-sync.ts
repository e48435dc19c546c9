import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from './folder-errors.ts'

/** Makes the names in a directory outlive a power cut. Those who ask at the same time share one fsync. */
export interface DirectorySync {
  /** Resolves after an fsync of the directory that began after this call. */
  sync(directory: string): Promise<void>
  /** Makes the directory and whatever lies above it, each name synced into its parent. */
  ensure(directory: string): Promise<void>
  /** For when a directory turned out to have been taken away. */
  forget(): void
}

interface Lane {
  readonly running: Promise<void>
  next?: Promise<void>
}

const MAX_KNOWN = 100_000

export function directorySync(): DirectorySync {
  const lanes = new Map<string, Lane>()
  const known = new Set<string>()

  const run = (directory: string): Promise<void> => {
    const running = syncNow(directory).finally(() => {
      if (lanes.get(directory)?.running === running) lanes.delete(directory)
    })
    lanes.set(directory, { running })
    return running
  }

  const sync = (directory: string): Promise<void> => {
    const lane = lanes.get(directory)
    if (!lane) return run(directory)
    // The one under way may have begun before our name was written: wait for the one after it.
    lane.next ??= lane.running.then(
      () => run(directory),
      () => run(directory),
    )
    return lane.next
  }

  const ensure = async (directory: string): Promise<void> => {
    if (known.has(directory)) return
    const above = dirname(directory)
    if (!(await makeDirectory(directory))) {
      await ensure(above)
      await makeDirectory(directory)
    }
    // Even if it stood there: whoever made it may not have come so far.
    await sync(above)
    if (known.size >= MAX_KNOWN) known.clear()
    known.add(directory)
  }

  return { sync, ensure, forget: () => known.clear() }
}

/** False where the directory above is missing. */
async function makeDirectory(directory: string): Promise<boolean> {
  try {
    await mkdir(directory, { mode: 0o700 })
    return true
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return false
    if (codeOf(cause) === 'EEXIST') return true
    throw cause
  }
}

async function syncNow(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
