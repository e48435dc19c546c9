import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

it('the API reference is made, and no export of what developers import lacks its sentence', () => {
  const root = resolve(import.meta.dirname, '../..')
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts')], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' })
  expect(existsSync(join(root, 'out/docs/functions/signing_src.verifyPdf.html'))).toBe(true)
}, 180_000)
