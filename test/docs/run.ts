import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/**
 * `npm run docs`: the API reference of the packages that developers import, into `out/docs`, made from
 * the docstrings. An export of theirs without one fails the run.
 */
const root = resolve(import.meta.dirname, '../..')
const typedoc = join(dirname(createRequire(import.meta.url).resolve('typedoc/package.json')), 'bin/typedoc')
const documented = ['errors', 'keys', 'signing', 'licence', 'document', 'verify']

/** The sources of everything that a package exports. */
function entriesOf(name: string): string[] {
  const folder = join(root, 'packages', name)
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.values(exports as Record<string, string>).map((path) => join(folder, path))
}

const settings = join(import.meta.dirname, 'typedoc.json')
const out = join(root, 'out/docs')
rmSync(out, { recursive: true, force: true })
const { status } = spawnSync(
  process.execPath,
  [typedoc, '--options', settings, ...documented.flatMap(entriesOf)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
if (status === 0) process.stdout.write(`${globSync('**/*.html', { cwd: out }).length} pages in out/docs\n`)
process.exitCode = status ?? 1
