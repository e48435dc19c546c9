import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { functionName: string; url: string }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** Where a process spent the time of its main thread: shares by room, the largest first, waiting left out. */
export function roomsOf(folder: string): readonly (readonly [room: string, share: number])[] {
  const spent = timesOf(folder)
  spent.delete('(idle)')
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0)
  return [...spent]
    .map(([room, time]) => [room, time / total] as const)
    .filter(([, share]) => share >= 0.01)
    .sort(([, a], [, b]) => b - a)
}

/** How much of its time the main thread was not waiting. */
export function busyShare(folder: string): number {
  const spent = timesOf(folder)
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0)
  return 1 - (spent.get('(idle)') ?? 0) / total
}

function timesOf(folder: string): Map<string, number> {
  const spent = new Map<string, number>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile
    const rooms = new Map(profile.nodes.map(({ id, callFrame }) => [id, roomOf(callFrame)]))
    profile.samples.forEach((id, index) => {
      const room = rooms.get(id) ?? ''
      spent.set(room, (spent.get(room) ?? 0) + (profile.timeDeltas[index] ?? 0))
    })
  }
  return spent
}

function roomOf({ functionName, url }: { functionName: string; url: string }): string {
  const own = /\/(packages|services)\/([^/]+)\//.exec(url)
  if (own && !url.includes('/node_modules/')) return `${own[2]}`
  const dependency = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(url)
  if (dependency) return dependency[1] ?? ''
  if (url.startsWith('node:')) return url.split('/')[0] ?? 'node:'
  return functionName.startsWith('(') ? functionName : 'native code'
}
