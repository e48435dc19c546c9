import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Untouched for so long, what cannot be told to be a living process's counts as left behind. */
const patience_ms = 3_600_000

/** Where process ids mean the same: one boot of one machine, and one container on it. */
const world = createHash('sha256')
  .update(`${hostname()}\n${bootId()}\n${pidNamespace()}`)
  .digest('hex')
  .slice(0, 12)

/** What the folders of this process begin with. A process id is given again; with its start it names one process. */
export const ownMark = `${world}-${process.pid}-${startOf(process.pid) ?? ''}`

const PLACE = /^([0-9a-f]{12})-(\d+)-(\d*)\.[0-9a-f]{32}$/

/**
 * Removes what processes left in the spool folder that live no more: applicants' files lie there as they came. Of
 * another boot or container nobody can tell whether its process lives: what nothing has touched for an hour goes.
 * Whatever else lies in the folder is left alone.
 */
export async function clearLeftSpools(home: string): Promise<void> {
  for (const name of await namesIn(home)) {
    const [, where, pid, start] = PLACE.exec(name) ?? []
    if (where === undefined) continue
    const place = join(home, name)
    const left = where === world ? !isAlive(Number(pid), start ?? '') : await isOld(place)
    if (left) await rm(place, { recursive: true, force: true })
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (problem) {
    if (isMissing(problem)) return []
    throw problem
  }
}

function isAlive(pid: number, start: string): boolean {
  const found = startOf(pid)
  if (found !== undefined) return found === start
  // Where the system has no table of processes to read, the id alone must do.
  if (start !== '') return false
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return !(problem instanceof Error && Reflect.get(problem, 'code') === 'ESRCH')
  }
}

/** Neither the folder nor a file in it was touched of late; one that another process removes meanwhile is not ours. */
async function isOld(place: string): Promise<boolean> {
  try {
    const paths = [place, ...(await readdir(place)).map((name) => join(place, name))]
    const touched = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs))
    return Math.max(...touched) < Date.now() - patience_ms
  } catch (problem) {
    if (isMissing(problem)) return false
    throw problem
  }
}

const isMissing = (problem: unknown) => problem instanceof Error && Reflect.get(problem, 'code') === 'ENOENT'

/** When a process started, in ticks since the system did; nothing where there is no such process or no such table. */
function startOf(pid: number): string | undefined {
  const text = read(() => readFileSync(`/proc/${pid}/stat`, 'latin1'))
  // The second field is a name in brackets, which may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return text === '' || fields[0] === 'Z' ? undefined : fields[19]
}

function bootId(): string {
  return read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1'))
}

function pidNamespace(): string {
  return read(() => readlinkSync('/proc/self/ns/pid'))
}

/** Empty where the system does not tell. */
function read(from: () => string): string {
  try {
    return from()
  } catch {
    return ''
  }
}
