import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build, type Plugin } from 'esbuild'
import { type Target, targets } from './targets.ts'

const root = resolve(import.meta.dirname, '../..')
const fuzzer = createRequire(import.meta.url).resolve('jsfuzz/build/src/index.js')

/** An input that a reader did not stand. */
export interface Finding {
  readonly target: Target
  /** Where the input lies. */
  readonly input: string
  readonly seconds: number
}

/**
 * What one input may take: seconds of work, seconds in which the worker may say nothing (a hang, however
 * busy the machine is), and MiB of memory.
 */
const bounds = { work: 5, silence: 60, mebibytes: 1_536 }

/**
 * Fuzzes one target for so many seconds, or until it fails: an error that is not the library's own, a
 * wrong answer, a hang, or too much memory. What brings new coverage is kept under `out/fuzz`.
 *
 * @param change edits the sources as they are bundled
 */
export async function run(target: Target, seconds: number, change?: Plugin): Promise<Finding | undefined> {
  const folder = join(root, 'out/fuzz', change ? `${target}-changed` : target)
  if (change) rmSync(folder, { recursive: true, force: true })
  const grown = join(folder, 'corpus')
  mkdirSync(grown, { recursive: true })
  await bundle(target, folder, change)
  const seeds = join(import.meta.dirname, 'corpus', target)
  for (const seed of readdirSync(seeds)) copyFileSync(join(seeds, seed), join(grown, seed))
  const input = join(folder, 'found')
  rmSync(input, { force: true })
  const started = performance.now()
  const child = start(folder, input)
  let stopped = false
  const stop = setTimeout(() => {
    stopped = true
    kill(child)
  }, seconds * 1_000)
  const last = await follow(child)
  clearTimeout(stop)
  const took = Math.round((performance.now() - started) / 1_000)
  const found = existsSync(input)
  if (!found && !stopped) throw new Error(`${target}: the fuzzer itself ended after ${took} s`)
  process.stdout.write(`${target}: ${found ? `FOUND ${input}` : 'nothing found'} in ${took} s; ${last}\n`)
  return found ? { target, input, seconds: took } : undefined
}

/** The fuzzer wants one CommonJS file, in syntax that its instrumenter knows. */
async function bundle(target: Target, folder: string, change?: Plugin): Promise<void> {
  await build({
    stdin: { contents: timed(targets[target]), resolveDir: import.meta.dirname, loader: 'ts' },
    outfile: join(folder, 'target.js'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'es2019',
    supported: { bigint: true },
    logLevel: 'error',
    ...(change && { plugins: [change] }),
  })
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}')
}

/** The target, and its work measured. */
const timed = (file: string) => `
  import { fuzz as judge } from './${file}'
  export async function fuzz(bytes: Uint8Array): Promise<void> {
    const from = process.cpuUsage()
    await judge(bytes)
    const { user, system } = process.cpuUsage(from)
    if (user + system > ${bounds.work}_000_000) throw new Error('took ' + (user + system) + ' µs of work')
  }`

function start(folder: string, input: string): ChildProcess {
  // Its generator of verses makes inputs of megabytes, on which the fuzzer itself runs out of memory.
  const limits = ['--versifier=false', `--timeout=${bounds.silence}`, `--rss-limit-mb=${bounds.mebibytes}`]
  const args = [fuzzer, 'target.js', 'corpus', `--exact-artifact-path=${input}`, ...limits]
  // A group of its own: the fuzzer has a worker, which must end with it even in the middle of a loop.
  return spawn(process.execPath, args, { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch (trouble) {
    // It had ended by itself.
    if ((trouble as NodeJS.ErrnoException).code !== 'ESRCH') throw trouble
  }
}

/** Passes on what is not a pulse, and answers the last of those. */
async function follow(child: ChildProcess): Promise<string> {
  let last = ''
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  if (child.stdout)
    for await (const line of createInterface({ input: child.stdout })) {
      if (/^#\d+ (PULSE|NEW|READ)/.test(line)) last = line.replace(/\s+/g, ' ')
      else process.stdout.write(`${line}\n`)
    }
  await ended
  kill(child)
  return last
}
