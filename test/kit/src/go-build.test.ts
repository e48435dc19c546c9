import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { buildOnce, builtPath } from './go-build.ts'
import { run } from './programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'licencevault-go-'))
const program = { package: 'example.org/tool-of-a-test', version: `v0.0.${Date.now()}` }
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(builtPath(program)), { recursive: true, force: true })
})

/** Stands in for Go, and counts what it is asked to build. */
const log = join(folder, 'builds.log')
writeFileSync(
  join(folder, 'go'),
  `#!/bin/sh
[ "$1" = install ] || exit 0
echo "$2" >> '${log}'
sleep 1
printf '#!/bin/sh\\necho built\\n' > "$GOBIN/tool-of-a-test"
chmod +x "$GOBIN/tool-of-a-test"
`,
)
chmodSync(join(folder, 'go'), 0o755)

it('several processes that need a server build it once, and each finds it whole', async () => {
  const script = `
    import { buildOnce, builtPath } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'go-build.ts')).href)}
    import { execFileSync } from 'node:child_process'
    const program = ${JSON.stringify(program)}
    const built = buildOnce(program)
    process.stderr.write(built + ' ' + execFileSync(builtPath(program)))`
  writeFileSync(join(folder, 'build.mts'), script)
  const env = { PATH: `${folder}:${process.env.PATH}` }
  const runs = await Promise.all(
    [1, 2, 3].map(() => run(process.execPath, [join(folder, 'build.mts')], { env })),
  )
  expect(runs.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
    [1, 2, 3].map(() => ({ status: 0, stderr: 'true built\n' })),
  )
  expect(readFileSync(log, 'utf8')).toBe(`${program.package}@${program.version}\n`)
})

it('without Go says so', () => {
  const before = process.env.PATH
  process.env.PATH = '/nowhere'
  try {
    expect(buildOnce({ package: 'example.org/another', version: 'v1' })).toBe(false)
  } finally {
    process.env.PATH = before
  }
})
