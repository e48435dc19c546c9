import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, it } from 'vitest'
import { buildCommand, builtPath, type GoProgram } from './go-build.ts'
import { installCommand, installedPython, type PythonProgram } from './python.ts'

/**
 * Real programs the tests work against: the names each goes by, and how to get it.
 *
 * veraPDF is a jar: `VERAPDF_JAR` names it, or it lies in `node_modules/.cache/verapdf`.
 */
const programs = {
  openssl: { names: ['openssl'], debian: 'openssl' },
  pdfsig: { names: ['pdfsig'], debian: 'poppler-utils' },
  pdftoppm: { names: ['pdftoppm'], debian: 'poppler-utils' },
  pdftotext: { names: ['pdftotext'], debian: 'poppler-utils' },
  qpdf: { names: ['qpdf'], debian: 'qpdf' },
  zbarimg: { names: ['zbarimg'], debian: 'zbar-tools' },
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debian: 'chromium',
  },
  clamd: { names: ['clamd'], debian: 'clamav-daemon' },
  java: { names: ['java'], debian: 'default-jre-headless' },
  strace: { names: ['strace'], debian: 'strace' },
  minio: {
    names: ['minio'],
    go: { package: 'github.com/minio/minio', version: 'v0.0.0-20260212201848-7aac2a2c5b7c' },
  },
  versitygw: {
    names: ['versitygw'],
    go: { package: 'github.com/versity/versitygw/cmd/versitygw', version: 'v1.8.0' },
  },
  bagit: { names: [], python: { package: 'bagit', version: '1.9.0' } },
  pyhanko: { names: [], python: { package: 'pyHanko', version: '0.36.2' } },
  verapdf: {
    names: ['verapdf'],
    jar: { variable: 'VERAPDF_JAR', folder: 'node_modules/.cache/verapdf' },
    install:
      'mvn -q dependency:copy -Dartifact=org.verapdf.apps:cli:1.30.2 -DoutputDirectory=node_modules/.cache/verapdf',
  },
} as const satisfies Readonly<Record<string, Row>>

interface Row {
  readonly names: readonly string[]
  readonly jar?: { readonly variable: string; readonly folder: string }
  /** Built from its source once, into the project's cache. */
  readonly go?: GoProgram
  /** A package of Python in an environment of its own; what is started is that environment's Python. */
  readonly python?: PythonProgram
  /** The Debian package that brings it. */
  readonly debian?: string
  /** How to get it elsewhere. */
  readonly install?: string
}

export type ProgramName = keyof typeof programs

/** A real program that is here. */
export interface Program {
  readonly name: ProgramName
  /** The executable to start; for a jar, `java`. */
  readonly path: string
  /** Starts it with the arguments and waits for its end. */
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>
}

export interface RunOptions {
  /** What the program reads on standard input. */
  readonly input?: string | Uint8Array
  /** Milliseconds after which it is killed; 60,000 unless told. */
  readonly timeout?: number
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** How a program ended. A status other than 0 is an answer, not an exception. */
export interface Outcome {
  /** Exit status; -1 when a signal or the timeout ended it. */
  readonly status: number
  /** Standard output as bytes. */
  readonly bytes: Uint8Array
  /** Standard output as text. */
  readonly stdout: string
  readonly stderr: string
}

/** The most bytes of output that are kept; a program that writes more is killed. */
export const maxOutput = 256 * 1024 * 1024

/**
 * A suite that needs real programs. Where one is missing, the suite is shown as skipped with the
 * reason and the remedy in its title; with `CI=true` it fails instead.
 *
 * @example
 * describeWith('openssl', 'a certificate of the kit', (openssl) => {
 *   it('is read', async () => expect((await openssl.run(['version'])).status).toBe(0))
 * })
 */
export function describeWith(
  names: ProgramName | readonly ProgramName[],
  title: string,
  suite: (...found: [Program, ...Program[]]) => void,
): void {
  const wanted = typeof names === 'string' ? [names] : names
  const missing = wanted.filter((name) => !findProgram(name))
  const [first, ...others] = wanted
  if (missing.length === 0 && first) {
    describe(title, () => suite(requireProgram(first), ...others.map(requireProgram)))
    return
  }
  const reason = missing.map(absence).join('; ')
  if (process.env.CI === 'true') {
    describe(title, () => {
      it('has the programs it needs', () => {
        throw new Error(reason)
      })
    })
  } else {
    describe.skip(`${title} (${reason})`, () => {
      it.skip('needs a program that is not here', () => {})
    })
  }
}

/** The program, or an error that says how to get it. */
export function requireProgram(name: ProgramName): Program {
  const found = findProgram(name)
  if (!found) throw new Error(absence(name))
  return found
}

/** The program, or `undefined` where it is not installed. */
export function findProgram(name: ProgramName): Program | undefined {
  const row: Row = programs[name]
  const path = row.names.map(onPath).find((found) => found !== undefined)
  if (path) return program(name, path, [])
  if (row.go && isExecutable(builtPath(row.go))) return program(name, builtPath(row.go), [])
  const python = row.python && installedPython(row.python)
  if (python) return program(name, python, [])
  const jar = row.jar && findJar(row.jar)
  const java = jar && onPath('java')
  return java ? program(name, java, ['-jar', jar]) : undefined
}

function absence(name: ProgramName): string {
  const { debian, install, go, python }: Row = programs[name]
  const made = (go && buildCommand(go)) ?? (python && installCommand(python))
  const remedy = install ?? made ?? `apt-get install ${debian}`
  return `${name} is not installed: ${remedy}`
}

/** Those of the programs that are not here and can be built. */
export function goProgramsOf(names: readonly ProgramName[]): readonly GoProgram[] {
  const rows: Row[] = names.filter((name) => !findProgram(name)).map((name) => programs[name])
  return rows.flatMap(({ go }) => (go === undefined ? [] : [go]))
}

/** Those of the programs that are not here and come from Python's registry. */
export function pythonProgramsOf(names: readonly ProgramName[]): readonly PythonProgram[] {
  const rows: Row[] = names.filter((name) => !findProgram(name)).map((name) => programs[name])
  return rows.flatMap(({ python }) => (python === undefined ? [] : [python]))
}

/** The Debian packages that bring those of the programs that are not here. */
export function debianPackagesOf(names: readonly ProgramName[]): readonly string[] {
  const rows: Row[] = names.filter((name) => !findProgram(name)).map((name) => programs[name])
  return [...new Set(rows.flatMap(({ debian }) => (debian === undefined ? [] : [debian])))]
}

function program(name: ProgramName, path: string, before: readonly string[]): Program {
  return { name, path, run: (args, options) => run(path, [...before, ...args], options) }
}

/** Debian keeps daemons in a folder that a user's PATH need not lead to. */
function onPath(name: string): string | undefined {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function findJar({ variable, folder }: NonNullable<Row['jar']>): string | undefined {
  const named = process.env[variable]
  if (named) return named
  const cache = join(import.meta.dirname, '../../..', folder)
  try {
    const jar = readdirSync(cache).find((file) => file.endsWith('.jar'))
    return jar && join(cache, jar)
  } catch {
    return undefined
  }
}

/** Starts a program by its path, feeds it and collects what it says. */
export async function run(
  path: string,
  args: readonly string[],
  { input = '', timeout = 60_000, cwd, env }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(path, [...args], {
    stdio: 'pipe',
    timeout,
    killSignal: 'SIGKILL',
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
  })
  // A program that stops reading early closes its end of the pipe; its exit status tells the story.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [bytes, stderr, status] = await Promise.all([
    collect(child.stdout, child),
    collect(child.stderr, child),
    ended(child),
  ])
  return { status, bytes, stdout: decode(bytes), stderr: decode(stderr) }
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function collect(stream: AsyncIterable<Uint8Array>, child: ChildProcess): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > maxOutput) child.kill('SIGKILL')
    else chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve(status ?? -1))
  })
}
