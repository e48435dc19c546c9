import { readFileSync } from 'node:fs'

/** What a process has used so far. */
export interface Use {
  /** Milliseconds of a core, its own and the kernel's on its behalf. */
  readonly user: number
  readonly system: number
  /** Bytes that lie in memory now. */
  readonly memory: number
}

/** Linux counts the time of processes in hundredths of a second, whatever its own clock does. */
const tickMs = 10

/** Of another process, by its number, as Linux tells it; `undefined` where nothing tells. */
export function useOf(pid: number): Use | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before them may hold anything, the fields after it are numbers.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return {
      user: Number(fields[11]) * tickMs,
      system: Number(fields[12]) * tickMs,
      memory: Number(resident?.[1] ?? 0) * 1024,
    }
  } catch {
    return undefined
  }
}
