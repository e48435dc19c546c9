import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)
const script = join(import.meta.dirname, 'digests.ts')
/** Comes with the workspace. */
const older = join(import.meta.dirname, 'node_modules/node22/bin/node')

async function digests(node: string, env: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await run(node, ['--no-warnings', script], { env: { PATH: process.env.PATH, ...env } })
  return stdout
}

const here = await digests(process.execPath, { TZ: 'UTC', LANG: 'C' })

it('are made by other processes, in other time zones and locales', async () => {
  expect(here.trim().split('\n')).toHaveLength(14)
  expect(
    await digests(process.execPath, { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
  ).toBe(here)
})

it('are made by Node 22', async () => {
  expect((await run(older, ['--version'])).stdout).toMatch(/^v22\./)
  const there = await digests(older, { TZ: 'Asia/Kolkata', LANG: 'de_DE.UTF-8' })
  expect(there).toBe(here)
})
