import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A program written in Go, at one version, kept in the project's cache once it is built. */
export interface GoProgram {
  /** What `go install` takes, without the version. */
  readonly package: string
  readonly version: string
}

const cache = join(import.meta.dirname, '../../../.cache/servers')
/** Longer than any build takes: what is older was left by a process that died. */
const STALE_MS = 20 * 60_000
const POLL_MS = 500

/** Where the program lies once it is built. */
export function builtPath({ package: name, version }: GoProgram): string {
  return join(cache, `${basename(name)}@${version}`, basename(name))
}

/** How to build it by hand, from the root of the project. */
export function buildCommand(program: GoProgram): string {
  const folder = `.cache/servers/${basename(program.package)}@${program.version}`
  return `GOBIN="$PWD/${folder}" go install ${program.package}@${program.version}`
}

/** Builds it unless it is there; several processes that ask at once build it once. False without Go. */
export function buildOnce(program: GoProgram): boolean {
  const path = builtPath(program)
  const lock = `${path}.lock`
  if (spawnSync('go', ['version']).status !== 0) return existsSync(path)
  mkdirSync(join(path, '..'), { recursive: true })
  while (!existsSync(path)) {
    if (!takeLock(lock)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS)
      continue
    }
    try {
      if (!existsSync(path)) build(program, path)
    } finally {
      rmdirSync(lock)
    }
  }
  return true
}

/** Aside first, then in one step: whoever finds the program finds it whole. */
function build(program: GoProgram, path: string): void {
  process.stdout.write(`Building ${program.package} ${program.version}, once …\n`)
  const aside = mkdtempSync(`${path}-`)
  try {
    execFileSync('nice', ['-n', '10', 'go', 'install', `${program.package}@${program.version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, GOBIN: aside },
    })
    renameSync(join(aside, basename(path)), path)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const { mtimeMs } = statSync(lock, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    if (Date.now() - mtimeMs > STALE_MS) rmSync(lock, { recursive: true, force: true })
    return false
  }
}
