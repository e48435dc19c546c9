import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { connect, type VaultClient } from '@licencevault/api'
import { type CityCase, makeCases } from '@licencevault/city'
import { readSettings, type Service, serve } from '@licencevault/service'
import { SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import { cityItems, defineItems, fileCase, scheduleFor, today } from '../journeys/records.ts'
import { machine, type Row } from './measure.ts'

/**
 * The city's finished cases through a socket into the embedded default: how many a second, how much memory, where
 * the time goes; then some of them are read back whole and compared with manifests and ledger.
 *
 *   --count=N     so many cases; 155,883 unless told
 *   --width=N     so many on their way at once; 64 unless told
 *   --sample=N    so many read back; 2,000 unless told, or a tenth of fewer
 *   --data=DIR    keep the archive there: called again, it goes on where it stopped
 */
const options = {
  count: { type: 'string', default: '155883' },
  width: { type: 'string', default: '64' },
  sample: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

interface Run {
  readonly archive: VaultClient['archive']
  /** Where it is written down which case comes next. */
  readonly place: string
  readonly count: number
  readonly width: number
}

export async function bench(): Promise<Row[]> {
  const { values } = parseArgs({ options, allowPositionals: true })
  const count = Number(values.count)
  const data =
    values.data === undefined ? await mkdtemp(join(tmpdir(), 'licencevault-city-')) : resolve(values.data)
  await mkdir(data, { recursive: true })
  const { service, client } = await open(data)
  const run: Run = { archive: client.archive, place: join(data, 'filed'), count, width: Number(values.width) }
  try {
    await defineItems(run.archive, cityItems)
    await approveTable(run.archive)
    const filed = await fileAll(run)
    const read = await readBack(run, Number(values.sample ?? Math.min(2_000, Math.ceil(count / 10))))
    print(filed, read)
  } finally {
    client.close()
    await service.stop()
    if (values.data === undefined) await rm(data, { recursive: true, force: true })
  }
  return []
}

async function open(data: string): Promise<{ service: Service; client: VaultClient }> {
  const socket = join(await mkdtemp(join(tmpdir(), 'licencevault-socket-')), 'vault.sock')
  const settings = await readSettings({
    given: {
      data: join(data, 'vault'),
      'grpc.address': '',
      'grpc.socket': socket,
      'page.address': '',
      'log.level': 'error',
      'limits.callsAtOnce': 1_000,
    },
  })
  const service = await serve(settings)
  return { service, client: connect({ address: service.addresses[0] ?? '', timeoutMs: 600_000 }) }
}

/** Asked again it is the same act. */
async function approveTable(archive: VaultClient['archive']): Promise<void> {
  const scheduleJson = JSON.stringify(scheduleFor(cityItems))
  const { number } = await archive.proposeSchedule({ requestId: 'table', user: 'wang', scheduleJson })
  const { schedules } = await archive.listSchedules({})
  if (schedules.some(({ state }) => state === 'approved')) return
  await archive.approveSchedule({ requestId: 'approve', user: 'li', number, effectiveFrom: today })
}

interface Filed {
  readonly cases: number
  readonly files: number
  readonly bytes: number
  readonly seconds: number
  readonly cpu: NodeJS.CpuUsage
  /** Bytes of this process, once every so many cases. */
  readonly memory: readonly number[]
}

/** Many on their way at once. A case that was sent before is the same act, so that going on needs no care. */
async function fileAll({ archive, place, count, width }: Run): Promise<Filed> {
  const begin = existsSync(place) ? Number(await readFile(place, 'utf8')) : 0
  const cases = numbered(count, begin)
  const bar = new SingleBar({
    format: 'filing 归档 {bar} {value}/{total} · {rate}/s · {memory} MB · ETA {eta_formatted}',
    noTTYOutput: true,
    notTTYSchedule: 30_000,
    etaBuffer: 2_000,
  })
  const shown = () => ({
    rate: Math.round(done / ((performance.now() - started) / 1_000)),
    memory: Math.round(process.memoryUsage().rss / 2 ** 20),
  })
  let [done, files, bytes] = [0, 0, 0]
  const started = performance.now()
  const cpu = process.cpuUsage()
  const memory: number[] = []
  bar.start(count, begin, shown())
  const under = new Set<number>()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const { n, one } of cases) {
        under.add(n)
        const { packageSize } = await fileCase(archive, one, { requestId: `city-${n}` })
        under.delete(n)
        done += 1
        files += one.files.size
        bytes += packageSize
        bar.increment(1, shown())
        if (done % 100 !== 0) continue
        memory.push(process.memoryUsage().rss)
        // Whatever is before the first that is under way has been answered.
        await writeFile(place, String(Math.min(n, ...under)))
      }
    }),
  )
  bar.stop()
  await writeFile(place, String(count))
  const seconds = (performance.now() - started) / 1_000
  return { cases: done, files, bytes, seconds, cpu: process.cpuUsage(cpu), memory }
}

const drawn = (count: number) =>
  makeCases({ seed: 'city', count, closed: { from: '2009-01-01', to: '2026-11-01' } })

function* numbered(count: number, begin: number): Generator<{ n: number; one: CityCase }> {
  let n = 0
  for (const one of drawn(count)) {
    if (n >= begin) yield { n, one }
    n += 1
  }
}

interface ReadBack {
  readonly cases: number
  readonly seconds: number
}

/** Some, spread over all of them: each package read whole, each file that was sent compared. */
async function readBack({ archive, count, width }: Run, sample: number): Promise<ReadBack> {
  const every = Math.max(1, Math.floor(count / sample))
  const started = performance.now()
  const chosen = numbered(count, 0)
  let cases = 0
  await Promise.all(
    Array.from({ length: Math.min(width, 16) }, async () => {
      for (const { n, one } of chosen) {
        if (n % every !== 0) continue
        await compare(archive, one)
        cases += 1
      }
    }),
  )
  return { cases, seconds: (performance.now() - started) / 1_000 }
}

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
  const parts = await Array.fromAsync(archive.fetchCaseFile({ caseId: found.caseId, path }))
  const bytes = Buffer.concat(parts.flatMap(({ chunk }) => (chunk ? [chunk] : [])))
  if (![...files.values()].some((sent) => bytes.equals(sent)))
    throw new Error(`${found.caseId} ${path} differs`)
}

function print({ cases, files, bytes, seconds, cpu, memory }: Filed, read: ReadBack): void {
  const table = new Table({ head: ['file-city', ''], style: { head: [], border: [] } })
  const megabytes = (value: number) => `${(value / 2 ** 20).toFixed(0)} MB`
  table.push(
    ['cases filed', `${cases}`],
    ['files, packages', `${files}, ${megabytes(bytes)}`],
    ['cases a second', (cases / seconds).toFixed(1)],
    [
      'milliseconds of a core a case, client and service',
      ((cpu.user + cpu.system) / 1_000 / cases).toFixed(2),
    ],
    ['memory, first and last tenth', halves(memory).map(megabytes).join(', ')],
    ['read back and validated', `${read.cases}, ${(read.cases / read.seconds).toFixed(1)} a second`],
  )
  process.stdout.write(`${table.toString()}\n${machine()}\n`)
}

/** The largest of the first tenth after the start, and of the last. */
function halves(memory: readonly number[]): readonly number[] {
  const tenth = Math.max(1, Math.floor(memory.length / 10))
  return [Math.max(...memory.slice(tenth, 2 * tenth), 0), Math.max(...memory.slice(-tenth), 0)]
}
