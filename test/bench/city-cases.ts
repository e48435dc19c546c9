import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { VaultClient } from '@licencevault/api'
import { type CityCase, caseDrawer } from '@licencevault/city'
import { SingleBar } from 'cli-progress'
import { fileCase } from '../journeys/records.ts'
import { type Use, useOf } from './process-use.ts'

export interface Run {
  readonly archive: VaultClient['archive']
  /** Of the service. */
  readonly pid: number
  /** Where it is written down which case comes next. */
  readonly place: string
  readonly count: number
  readonly width: number
}

export interface Filed {
  /** The first case of this run: an earlier one has filed those before it. */
  readonly begin: number
  readonly cases: number
  readonly files: number
  readonly bytes: number
  readonly seconds: number
  /** Milliseconds of a core. */
  readonly client: number
  readonly service: Pick<Use, 'user' | 'system'> | undefined
  /** Bytes of the service, once every so many cases. */
  readonly memory: readonly number[]
}

/** Many on their way at once. A case that was sent before is the same act, so that going on needs no care. */
export async function fileAll({ archive, pid, place, count, width }: Run): Promise<Filed> {
  const begin = existsSync(place) ? Number(await readFile(place, 'utf8')) : 0
  const bar = progress()
  const memory: number[] = []
  const under = new Set<number>()
  let [next, done, files, bytes] = [begin, 0, 0, 0]
  const started = performance.now()
  const [client, service] = [process.cpuUsage(), useOf(pid)]
  const shown = () => ({
    rate: (done / ((performance.now() - started) / 1_000)).toFixed(1),
    memory: Math.round((memory.at(-1) ?? 0) / 2 ** 20),
  })
  bar.start(count, begin, shown())
  const work = async () => {
    while (next < count) {
      const n = next++
      under.add(n)
      const one = draw(n)
      const { packageSize } = await fileCase(archive, one, { requestId: `city-${n}` })
      under.delete(n)
      done += 1
      files += one.files.size
      bytes += packageSize
      bar.increment(1, shown())
      if (done % 100 !== 0) continue
      memory.push(useOf(pid)?.memory ?? 0)
      // Whatever is before the first that is under way has been answered.
      await note(place, Math.min(next, ...under))
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  bar.stop()
  await note(place, Math.max(begin, count))
  const seconds = (performance.now() - started) / 1_000
  const { user, system } = process.cpuUsage(client)
  return {
    ...{ begin, cases: done, files, bytes, seconds, memory },
    client: (user + system) / 1_000,
    service: between(service, useOf(pid)),
  }
}

/** On a terminal as it goes, in a log a line every half minute. */
function progress(): SingleBar {
  return new SingleBar({
    format: 'filing 归档 {bar} {value}/{total} · {rate}/s · service {memory} MB · ETA {eta_formatted}',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 30_000,
    etaBuffer: 2_000,
  })
}

let notes = 0

/** Whole or not at all, for the process may be killed at any moment. */
async function note(place: string, next: number): Promise<void> {
  const draft = `${place}.${notes++ % 100}`
  await writeFile(draft, String(next))
  await rename(draft, place)
}

function between(before: Use | undefined, after: Use | undefined): Filed['service'] {
  return before && after && { user: after.user - before.user, system: after.system - before.system }
}

/** The city's cases by their numbers, the same in every run. */
const draw = caseDrawer({ seed: 'city', closed: { from: '2009-01-01', to: '2026-11-01' } })

export interface ReadBack {
  readonly cases: number
  readonly seconds: number
}

/** Some, spread over all of them: each package validated whole, one file that was sent compared. */
export async function readBack({ archive, count, width }: Run, sample: number): Promise<ReadBack> {
  const every = Math.max(1, Math.floor(count / sample))
  const started = performance.now()
  let [next, cases] = [0, 0]
  const work = async () => {
    while (next < sample && next * every < count) {
      await compare(archive, draw(every * next++))
      cases += 1
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, 16) }, work))
  return { cases, seconds: (performance.now() - started) / 1_000 }
}

const reader = { user: 'wang', purpose: 'audit' }

async function compare(archive: VaultClient['archive'], { order, files }: CityCase): Promise<void> {
  const { office, caseNumber } = order
  const { case: found } = await archive.findCase({ office: office.code, caseNumber })
  if (!found) throw new Error(`${office.code} ${caseNumber} is not there`)
  const [validity] = await Array.fromAsync(archive.validateCase({ caseId: found.caseId }))
  if (!validity?.valid) throw new Error(`${found.caseId}: ${JSON.stringify(validity?.findings)}`)
  const [first] = files.values()
  const { files: kept } = await archive.listCaseFiles({ caseId: found.caseId })
  if (kept.length !== files.size) throw new Error(`${found.caseId} has ${kept.length} files of ${files.size}`)
  const path = kept.find(({ size }) => size === first?.length)?.path ?? ''
  const parts = await Array.fromAsync(archive.fetchCaseFile({ caseId: found.caseId, path, ...reader }))
  const bytes = Buffer.concat(parts.flatMap(({ chunk }) => (chunk ? [chunk] : [])))
  if (![...files.values()].some((sent) => bytes.equals(sent)))
    throw new Error(`${found.caseId} ${path} differs`)
}
