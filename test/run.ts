import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { provision } from './provision.ts'

/** `npm test`: bring what the tests need, run them all, end with a plain summary. */
const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'licencevault-test-'))
const results = join(folder, 'results.json')

provision()
const { status } = spawnSync(
  'vitest',
  [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
)

interface Results {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
}
try {
  const counts = JSON.parse(readFileSync(results, 'utf8')) as Results
  process.stdout.write(
    `\n${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped\n`,
  )
  process.exitCode = status === 0 && counts.numPassedTests > 0 ? 0 : 1
} catch {
  process.stdout.write('\nThe tests did not finish: see above.\n')
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
