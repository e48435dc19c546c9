import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { findProgram, type ProgramName } from '@licencevault/kit/programs'
import { provision } from '../provision.ts'
import { type Row, rows } from './matrix.ts'

/**
 * `npm run interop`: every test against a real program, in both directions, and the matrix in the page of
 * `@licencevault/signing` written anew from what came out.
 */
const root = resolve(import.meta.dirname, '../..')
const page = join(root, 'packages/signing/README.md')
const [begin, end] = ['<!-- interop -->\n', '<!-- /interop -->']

interface Result {
  readonly name: string
  readonly status: string
}

function run(): readonly Result[] {
  const folder = mkdtempSync(join(tmpdir(), 'interop-'))
  const output = join(folder, 'results.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${output}`]
    const args = ['run', '--config', 'test/vitest.config.ts', ...reporters, 'test/interop']
    spawnSync('vitest', args, { cwd: root, stdio: 'inherit' })
    const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as {
      testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[]
    }
    return testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({ name: `${basename(name)} ${fullName}`, status })),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many tests of that name passed, or what else became of them. */
function cell(results: readonly Result[], pattern: RegExp | undefined): string {
  if (!pattern) return '–'
  const own = results.filter(({ name }) => pattern.test(name))
  const passed = own.filter(({ status }) => status === 'passed').length
  const failed = own.filter(({ status }) => status === 'failed').length
  if (own.length === 0) return 'not run'
  if (failed > 0) return `${failed} of ${own.length} FAILED`
  return passed === 0 ? 'skipped' : `${passed} passed`
}

async function version(name: ProgramName): Promise<string> {
  const program = findProgram(name)
  if (!program) return 'not here'
  const ask: Partial<Record<ProgramName, string[]>> = {
    openssl: ['version'],
    pdfsig: ['-v'],
    pyhanko: ['-c', 'from importlib.metadata import version; print(version("pyHanko"))'],
  }
  const { stdout, stderr } = await program.run(ask[name] ?? ['--version'])
  return /\d+(\.\d+)+/.exec(stdout + stderr)?.[0] ?? '?'
}

async function table(results: readonly Result[]): Promise<string> {
  const line = async ({ what, program, from, ours, theirs }: Row) =>
    `| ${what} | ${program}${from ? ` ${await version(from)}` : ''} | ${cell(results, ours)} | ${cell(results, theirs)} |\n`
  const lines = await Promise.all(rows.map(line))
  return `| what | program | ours there | theirs here |\n| --- | --- | --- | --- |\n${lines.join('')}`
}

provision()
const results = run()
const text = readFileSync(page, 'utf8')
const [before, rest] = [text.indexOf(begin) + begin.length, text.indexOf(end)]
if (before < begin.length || rest < before) throw new Error(`no ${begin.trim()} in ${page}`)
const matrix = await table(results)
writeFileSync(page, text.slice(0, before) + matrix + text.slice(rest))
spawnSync('biome', ['format', '--write', page], { cwd: root, stdio: 'inherit' })
process.stdout.write(`\n${matrix}`)
const right = results.length > 0 && results.every(({ status }) => status !== 'failed')
process.exitCode = right && !/FAILED|not run/.test(matrix) ? 0 : 1
