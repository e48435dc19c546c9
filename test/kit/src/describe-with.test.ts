import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { run } from './programs.ts'

/** A run of its own, in which no program is on the path, in a folder where nothing else looks for code. */
const root = join(import.meta.dirname, '../../..')
const out = join(root, 'out')
mkdirSync(out, { recursive: true })
const folder = mkdtempSync(join(out, '.missing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const suite = join(folder, 'missing.test.ts')
writeFileSync(
  suite,
  `import { expect, it } from 'vitest'
import { describeWith } from '../../test/kit/src/programs.ts'
describeWith(['qpdf', 'openssl'], 'a suite', () => { it('runs', () => expect(1).toBe(2)) })
it('another', () => {})
`,
)

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const runSuite = (CI: string) =>
  run(process.execPath, [vitest, 'run', '--root', folder, '--reporter=verbose'], {
    env: { PATH: '/nowhere', CI, VITEST: '', NODE_OPTIONS: '', NO_COLOR: '1' },
  })

it('is skipped with reason and remedy where a program is missing', async () => {
  const { status, stdout } = await runSuite('')
  expect(stdout).toMatch(/↓ .*a suite \(qpdf is not installed: apt-get install qpdf; openssl is not/)
  expect(stdout).toMatch(/1 passed \| 1 skipped/)
  expect(status).toBe(0)
})

it('fails with CI=true', async () => {
  const { status, stdout, stderr } = await runSuite('true')
  expect(stdout + stderr).toMatch(/qpdf is not installed: apt-get install qpdf/)
  expect(stdout).toMatch(/1 failed \| 1 passed/)
  expect(status).toBe(1)
})
