import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe } from 'vitest'
import { freePort } from './free-port.ts'
import { describeWith, requireProgram } from './programs.ts'
import { rawS3, type S3Place } from './s3.ts'

/** A real S3 server in a folder of its own, which goes with it. */
export interface S3Server extends S3Place {
  /** Makes a bucket with versions and, unless told, object locks; answers its name. */
  createBucket(options?: { readonly locks?: boolean; readonly versions?: boolean }): Promise<string>
  /** Ends it as kill −9 does. Not for a server that was given. */
  kill(): Promise<void>
  /** Starts it again on the same port, with the same data. */
  resume(): Promise<void>
  /** Stops its work without ending it, as a machine that hangs does; `resume` lets it go on. */
  freeze(): Promise<void>
  stop(): Promise<void>
}

export type S3Name = 'minio' | 'versitygw'

/**
 * The suite on MinIO and on versitygw, each a real server; or, if `VAULT_TEST_S3_ENDPOINT` names one
 * (`http://accessKey:secretKey@host:port`), on that.
 */
export function describeWithS3(
  title: string,
  suite: (start: () => Promise<S3Server>, name: S3Name | 'given') => void,
): void {
  const given = process.env.VAULT_TEST_S3_ENDPOINT
  if (given) {
    describe(`${title} (given)`, () => suite(() => givenServer(given), 'given'))
    return
  }
  describeWith('minio', `${title} (minio)`, () => suite(startMinio, 'minio'))
  describeWith('versitygw', `${title} (versitygw)`, () => suite(startVersitygw, 'versitygw'))
}

export function startMinio(): Promise<S3Server> {
  return start('minio', (folder, address) => ({
    args: ['server', '--quiet', '--address', address, join(folder, 'data')],
    env: { MINIO_BROWSER: 'off', MINIO_UPDATE: 'off', MINIO_CI_CD: 'on' },
    user: 'MINIO_ROOT_USER',
    password: 'MINIO_ROOT_PASSWORD',
  }))
}

export function startVersitygw(): Promise<S3Server> {
  return start('versitygw', (folder, address) => ({
    args: [
      '--port',
      address,
      '--quiet',
      'posix',
      '--versioning-dir',
      join(folder, 'versions'),
      join(folder, 'data'),
    ],
    env: {},
    user: 'ROOT_ACCESS_KEY',
    password: 'ROOT_SECRET_KEY',
  }))
}

interface Launch {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** The variables by which it takes its one account. */
  readonly user: string
  readonly password: string
}

/** The signal reaches a process at once and its threads one by one: until the last has stopped it still answers. */
async function allStopped(pid: number): Promise<void> {
  for (;;) {
    const tasks = await readdir(`/proc/${pid}/task`)
    const states = await Promise.all(tasks.map((task) => readFile(`/proc/${pid}/task/${task}/stat`, 'utf8')))
    if (states.every((stat) => stat.slice(stat.lastIndexOf(')') + 2).startsWith('T'))) return
    await sleep(10)
  }
}

async function start(name: S3Name, launch: (folder: string, address: string) => Launch): Promise<S3Server> {
  const { path } = requireProgram(name)
  const folder = await mkdtemp(join(tmpdir(), `licencevault-${name}-`))
  await mkdir(join(folder, 'data'))
  await mkdir(join(folder, 'versions'))
  const address = `127.0.0.1:${await freePort()}`
  const { args, env, user, password } = launch(folder, address)
  const place: S3Place = {
    endpoint: `http://${address}`,
    accessKey: 'test-user',
    secretKey: randomBytes(16).toString('hex'),
    region: 'us-east-1',
  }
  const account = { [user]: place.accessKey, [password]: place.secretKey }
  const run = async () => {
    const child = spawn(path, args, { stdio: 'ignore', env: { ...process.env, ...env, ...account } })
    await ready(child, place, name)
    return child
  }
  let child = await run()
  // Nobody else ends it when a test run is broken off.
  const orphaned = () => child.kill('SIGKILL')
  process.once('exit', orphaned)
  const end = async () => {
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    child.kill('SIGKILL')
    await gone
  }
  let frozen = false
  return {
    ...place,
    createBucket: (options) => createBucket(place, options),
    kill: end,
    async resume() {
      if (frozen) child.kill('SIGCONT')
      else child = await run()
      frozen = false
    },
    async freeze() {
      child.kill('SIGSTOP')
      frozen = true
      await allStopped(child.pid ?? 0)
    },
    async stop() {
      process.off('exit', orphaned)
      await end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function ready(child: ChildProcess, place: S3Place, name: S3Name): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`${name} ended with status ${child.exitCode}`)
    const answer = await rawS3(place, { method: 'GET', path: '/' }).catch(() => undefined)
    if (answer?.status === 200) return
    await sleep(100)
  }
  throw new Error(`${name} did not get ready`)
}

async function createBucket(
  place: S3Place,
  { locks = true, versions = true }: { readonly locks?: boolean; readonly versions?: boolean } = {},
): Promise<string> {
  const name = `test-${randomBytes(6).toString('hex')}`
  const lockHeader = { 'x-amz-bucket-object-lock-enabled': 'true' }
  await expectOk(rawS3(place, { method: 'PUT', path: `/${name}`, headers: locks ? lockHeader : {} }))
  if (versions) {
    const body = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
    await expectOk(rawS3(place, { method: 'PUT', path: `/${name}`, query: { versioning: '' }, body }))
  }
  return name
}

async function expectOk(asked: ReturnType<typeof rawS3>): Promise<void> {
  const { status, text } = await asked
  if (status !== 200) throw new Error(`${status} ${text}`)
}

async function givenServer(url: string): Promise<S3Server> {
  const { username, password, origin } = new URL(url)
  const place: S3Place = {
    endpoint: origin,
    accessKey: decodeURIComponent(username),
    secretKey: decodeURIComponent(password),
    region: 'us-east-1',
  }
  const ours = () => {
    throw new Error('this server is not ours to stop')
  }
  return {
    ...place,
    createBucket: (options) => createBucket(place, options),
    kill: async () => ours(),
    resume: async () => {},
    freeze: async () => ours(),
    stop: async () => {},
  }
}
