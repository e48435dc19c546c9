import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

it('no file, export or dependency is unused or undeclared', () => {
  const root = resolve(import.meta.dirname, '../..')
  const { status, stdout } = spawnSync('knip', ['--config', 'test/knip.json'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' })
})
