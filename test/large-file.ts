import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { caseParts, connect } from '@licencevault/api'
import { type CityCase, makeCases } from '@licencevault/city'
import { cityItems, defineItems, scheduleFor, today } from './journeys/records.ts'

/**
 * `npm run large-file [BYTES]`: a case with one file of 2 GB goes into a service of its own through a socket, is
 * read back and compared. Fails where the service's memory grows by more than 200 MB.
 */
const size = Number(process.argv[2] ?? 2 * 2 ** 30)
const most = 200 * 2 ** 20
const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'licencevault-large-'))
const socket = join(folder, 'door/vault.sock')
const item = cityItems[0]
const say = (text: string) => process.stdout.write(`${text}\n`)

const service = spawn(process.execPath, ['--no-warnings', join(root, 'services/vault/src/main.ts')], {
  env: {
    ...process.env,
    VAULT_DATA: join(folder, 'data'),
    VAULT_GRPC_ADDRESS: '',
    VAULT_GRPC_SOCKET: socket,
    VAULT_PAGE_ADDRESS: '',
    VAULT_LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})
const ended = new Promise((resolve) => service.once('exit', resolve))
const client = connect({ address: `unix:${socket}`, timeoutMs: 600_000 })
const { archive } = client
try {
  await untilReady()
  if (!item) throw new RangeError('there is no item')
  await defineItems(archive, [item])
  const scheduleJson = JSON.stringify(scheduleFor([item]))
  const { number } = await archive.proposeSchedule({ user: 'wang', scheduleJson })
  await archive.approveSchedule({ user: 'li', number, effectiveFrom: today })
  await fileLarge()
} finally {
  client.close()
  service.kill()
  await ended
  rmSync(folder, { recursive: true, force: true })
}

async function untilReady(): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await archive.listSchedules({}, { timeoutMs: 1_000 })
      return
    } catch (problem) {
      if (tries > 60) throw problem
      await sleep(500)
    }
  }
}

async function fileLarge(): Promise<void> {
  const closed = { from: '2020-03-02', to: '2020-03-02' }
  const [small] = [...makeCases({ seed: 'large', count: 1, items: cityItems.slice(0, 1), closed })] as [
    CityCase,
  ]
  const [material = ''] = [...small.files.keys()][0]?.split('/') ?? []
  const path = `${material}/影像.txt`
  const hash = createHash('sha256')
  for await (const bytes of content()) hash.update(bytes)
  const large = { material, path, title: '影像', size, sha256: hash.digest('hex') }
  const order = { ...small.order, files: [...small.order.files, large] }
  const before = memory()
  const started = performance.now()
  const open = (wanted: string) =>
    wanted === path ? content() : (small.files.get(wanted) ?? new Uint8Array())
  const { caseId, packageSize } = await archive.fileCase(caseParts({ requestId: 'large', case: order, open }))
  const filed = performance.now()
  const [validity] = await Array.fromAsync(archive.validateCase({ caseId }))
  const { files } = await archive.listCaseFiles({ caseId })
  const kept = files.find((file) => file.size === size)
  const again = createHash('sha256')
  for await (const { chunk } of archive.fetchCaseFile({
    ...{ caseId, path: kept?.path ?? '' },
    ...{ user: 'wang', purpose: 'audit' },
  })) {
    if (chunk) again.update(chunk)
  }
  const read = performance.now()
  const { now, peak } = memory()
  const left = readdirSync(join(folder, 'data/spool')).length
  const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
  const rate = (from: number, to: number) => `${megabytes((size * 1_000) / (to - from))}/s`
  say(
    `${megabytes(packageSize)} filed at ${rate(started, filed)}, validated and read back at ${rate(filed, read)}`,
  )
  say(
    `memory of the service: ${megabytes(before.now)} before, ${megabytes(now)} after, ${megabytes(peak)} at most`,
  )
  const right =
    validity?.valid === true && again.digest('hex') === large.sha256 && left === 0 && peak - before.now < most
  say(right ? 'As it was sent; memory stayed flat.' : 'NOT as it should be.')
  process.exitCode = right ? 0 : 1
}

async function* content(): AsyncGenerator<Uint8Array> {
  const block = Buffer.alloc(60 * 1024, '证照档案 0123456789\n')
  for (let left = size; left > 0; left -= block.length) yield block.subarray(0, Math.min(left, block.length))
}

/** What the kernel says of the service, in bytes. */
function memory(): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${service.pid}/status`, 'utf8')
  const bytesOf = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 1_024
  return { now: bytesOf('VmRSS'), peak: bytesOf('VmHWM') }
}
