import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generate } from '../../packages/api/testing/generate.ts'

const root = resolve(import.meta.dirname, '../..')
const fromApi = createRequire(join(root, 'packages/api/package.json'))
const buf = join(dirname(fromApi.resolve('@bufbuild/buf/package.json')), 'bin/buf')
const folder = mkdtempSync(join(tmpdir(), 'licencevault-protos-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the protos', () => {
  it.each([['lint'], ['format', '--diff', '--exit-code', '--path', 'licencevault']])(
    'pass buf %s: every field has its comment',
    (...words) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [buf, ...words], {
        cwd: join(root, 'protos'),
        encoding: 'utf8',
      })
      expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
    },
  )
})

describe('what is made from them', () => {
  it('is what stands in packages/api/src/gen, file by file', () => {
    generate(folder)
    const committed = filesOf(join(root, 'packages/api/src/gen'))
    expect(committed.size).toBeGreaterThan(50)
    expect(filesOf(folder)).toEqual(committed)
  })
})

function filesOf(place: string): Map<string, string> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.sort().map((file) => [file.slice(place.length), readFileSync(file, 'utf8')]))
}
