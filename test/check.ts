import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** `npm run check`: everything that can be said of the code without running the product. */
const root = resolve(import.meta.dirname, '..')
const steps: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'ci', '--error-on-warnings', '.'],
  ['types', 'tsc', '-p', 'test/tsconfig.json'],
  [
    'import directions, unused code and dependencies, tarballs, README blocks',
    'vitest',
    'run',
    '--config',
    'test/vitest.config.ts',
    'test/house',
  ],
]

for (const [title, command, ...args] of steps) {
  const started = performance.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (status !== 0) {
    process.stderr.write(`\n${title}: failed. "npm run format" mends what can be mended by itself.\n`)
    process.exit(1)
  }
  process.stdout.write(`${title}: ok (${seconds} s)\n`)
}
