import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The test file that every scanner knows; put together here, so that no scanner finds it in this source. */
export const virusTestFile: Uint8Array = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(''),
)

export interface Clamd {
  readonly path: string
  stop(): Promise<void>
}

/** Bytes of a stream that this `clamd` takes. */
export const clamdStreamLimit = 1_000_000

/** Starts a real `clamd` whose whole signature database is one line, for {@link virusTestFile}. */
export async function startClamd(program: string): Promise<Clamd> {
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'))
  const path = join(folder, 'socket')
  mkdirSync(join(folder, 'db'))
  const signature = Buffer.from(virusTestFile).toString('hex')
  writeFileSync(join(folder, 'db/test.ndb'), `Test.EICAR:0:0:${signature}\n`)
  const settings = {
    DatabaseDirectory: join(folder, 'db'),
    LocalSocket: path,
    User: 'root',
    Foreground: 'true',
    LogFile: join(folder, 'log'),
    PidFile: join(folder, 'pid'),
    StreamMaxLength: String(clamdStreamLimit),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`)
  writeFileSync(join(folder, 'clamd.conf'), lines.join(''))
  const child = spawn(program, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (let tries = 0; !existsSync(path); tries++) {
    if (tries > 300 || child.exitCode !== null) throw new Error('clamd did not start')
    await wait(100)
  }
  return {
    path,
    async stop() {
      child.kill()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

/** A port of this machine on which nobody listens. */
export async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
