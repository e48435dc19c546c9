import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { VaultClient } from '@licencevault/api'
import type { ArchiveTables } from '@licencevault/archive'
import { tablesOf } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { openSqlite } from '@licencevault/stores/sqlite'
import Table from 'cli-table3'
import { type ServiceProcess, startServiceProcess } from '../faults/service-process.ts'
import { cityItems, defineItems, scheduleFor, today } from '../journeys/records.ts'
import { type Filed, fileAll, type ReadBack, readBack } from './city-cases.ts'
import { machine, type Row } from './measure.ts'
import { busyShare, roomsOf } from './profile.ts'

/**
 * The city's finished cases through a socket into the embedded default, a service in a process of its own: how many
 * a second, how much memory, where the time goes; then some of them are read back and compared with manifests and
 * ledger.
 *
 *   --count=N     so many cases; 155,883 unless told
 *   --width=N     so many on their way at once; 64 unless told
 *   --sample=N    so many read back; 2,000 unless told, or a tenth of fewer
 *   --data=DIR    keep the archive there: called again, it goes on where it stopped, however it was stopped
 */
const options = {
  count: { type: 'string', default: '155883' },
  width: { type: 'string', default: '64' },
  sample: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

export async function bench(): Promise<Row[]> {
  const { values } = parseArgs({ options, allowPositionals: true })
  const count = Number(values.count)
  const data =
    values.data === undefined ? await mkdtemp(join(tmpdir(), 'licencevault-city-')) : resolve(values.data)
  const profiles = await mkdtemp(join(tmpdir(), 'licencevault-profile-'))
  await mkdir(data, { recursive: true })
  try {
    const { filed, read } = await inService(data, profiles, async ({ client: { archive }, pid }) => {
      const run = { archive, pid, place: join(data, 'filed'), count, width: Number(values.width) }
      await defineItems(archive, cityItems)
      await approveTable(archive)
      const filed = await fileAll(run)
      return {
        filed,
        read: await readBack(run, Number(values.sample ?? Math.min(2_000, Math.ceil(count / 10)))),
      }
    })
    const standing = await countIn(data)
    if (standing !== count) throw new Error(`${standing} cases stand in the archive, ${count} were filed`)
    const where = roomsOf(profiles).map(([room, share]) => `${room} ${(share * 100).toFixed(0)} %`)
    const table = report(filed, read, [`${percent(busyShare(profiles))} busy`, ...where])
    ;(values.json ? process.stderr : process.stdout).write(`${table}\n${machine()}\n`)
    return filed.cases === 0 ? [] : [rowOf(filed, await filesPerSecond(data, filed.bytes / filed.cases))]
  } finally {
    await rm(profiles, { recursive: true, force: true })
    if (values.data === undefined) await rm(data, { recursive: true, force: true })
  }
}

async function inService<T>(
  data: string,
  profiles: string,
  work: (service: ServiceProcess) => Promise<T>,
): Promise<T> {
  // The path of a socket must be short.
  const folder = await mkdtemp(join(tmpdir(), 'licencevault-socket-'))
  const environment = {
    VAULT_DATA: join(data, 'vault'),
    VAULT_GRPC_ADDRESS: '',
    VAULT_GRPC_SOCKET: join(folder, 'socket/vault.sock'),
    VAULT_PAGE_ADDRESS: '',
    VAULT_LOG_LEVEL: 'error',
  }
  // Looked at so seldom that a profile of an hour takes no memory that would count.
  const profiled = ['--cpu-prof', `--cpu-prof-dir=${profiles}`, '--cpu-prof-interval=10000']
  const bound = ['--import', join(import.meta.dirname, 'with-parent.ts')]
  const service = await startServiceProcess({ environment, folder }, [...profiled, ...bound])
  try {
    return await work(service)
  } finally {
    await service.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Asked again it is the same act. */
async function approveTable(archive: VaultClient['archive']): Promise<void> {
  const { schedules } = await archive.listSchedules({})
  if (schedules.some(({ state }) => state === 'approved')) return
  const scheduleJson = JSON.stringify(scheduleFor(cityItems))
  const { number } = await archive.proposeSchedule({ requestId: 'table', user: 'wang', scheduleJson })
  await archive.approveSchedule({ requestId: 'approve', user: 'li', number, effectiveFrom: today })
}

/** Cases that stand in the register, once every number of a case is seen to stand there once. */
async function countIn(data: string): Promise<number> {
  const db = await openSqlite(join(data, 'vault', 'vault.db'))
  try {
    const { cases, numbers } = await tablesOf<ArchiveTables>(db.query)
      .selectFrom('archive_case')
      .select(({ fn }) => fn.countAll<number>().as('cases'))
      .select(({ fn }) => fn.count<number>('case_number').distinct().as('numbers'))
      .executeTakeFirstOrThrow()
    if (cases !== numbers) throw new Error(`${cases} cases stand there under ${numbers} numbers`)
    return cases
  } finally {
    await db.close()
  }
}

const atOnce = 16

/** As many bytes as a package has, each time kept durably under another name on the same disk, and nothing else. */
async function filesPerSecond(data: string, size: number): Promise<number> {
  const folder = join(data, 'reference')
  const blobs = await openFolder(folder)
  const bytes = new Uint8Array(Math.round(size)).map((_, at) => at)
  const files = 1_000
  let next = 0
  const write = async () => {
    while (next < files) await blobs.put(`v1/bench/${next++}.zip`, bytes, { ifAbsent: true })
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, write))
  const rate = (files * 1_000) / (performance.now() - started)
  await rm(folder, { recursive: true })
  return rate
}

function rowOf({ cases, seconds, bytes }: Filed, referenceRate: number): Row {
  const ours = cases / seconds
  return {
    what: `cases filed through a socket, embedded, ${cases} cases`,
    reference: `as many files of ${(bytes / cases / 1_000).toFixed(0)} KB kept durably in the same folder, ${atOnce} at once`,
    ours,
    referenceRate,
    unit: 'ops/s',
    ratio: ours / referenceRate,
  }
}

const megabytes = (value: number) => `${(value / 2 ** 20).toFixed(0)} MB`
const percent = (share: number) => `${(share * 100).toFixed(0)} %`

function report(filed: Filed, read: ReadBack, where: readonly string[]): string {
  const { begin, cases, files, bytes, seconds, client, service, memory } = filed
  const each = (ms: number) => (ms / cases).toFixed(2)
  const table = new Table({
    head: ['file-city', ''],
    style: { head: [], border: [] },
    colWidths: [28, 82],
    wordWrap: true,
  })
  table.push(
    [
      'cases filed',
      `${cases} in ${(seconds / 60).toFixed(1)} min${begin > 0 ? `, after ${begin} of an earlier run` : ''}`,
    ],
    ['files, packages', `${files}, ${megabytes(bytes)}`],
    ['cases a second', (cases / seconds).toFixed(1)],
    [
      'ms of a core a case',
      `${service ? `service ${each(service.user + service.system)} (kernel ${each(service.system)}), ` : ''}client ${each(client)}`,
    ],
    [
      'memory of the service',
      `${tenths(memory).map(megabytes).join(' at most in the second tenth, ')} in the last`,
    ],
    ['its main thread', where.join(', ')],
    ['read back and validated', `${read.cases}, ${(read.cases / read.seconds).toFixed(1)} a second`],
  )
  return table.toString()
}

/** The largest of the first tenth after the start, and of the last. */
function tenths(memory: readonly number[]): readonly number[] {
  const tenth = Math.max(1, Math.floor(memory.length / 10))
  return [Math.max(...memory.slice(tenth, 2 * tenth), 0), Math.max(...memory.slice(-tenth), 0)]
}
