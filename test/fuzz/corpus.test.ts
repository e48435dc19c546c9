import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { targets } from './targets.ts'

/** Seeds, what brought new coverage, and what was once found, at every test. */
describe.each(Object.entries(targets))('the corpus of %s', async (name, file) => {
  const { fuzz } = await import(/* @vite-ignore */ `./${file}`)
  const folder = join(import.meta.dirname, 'corpus', name)
  it.each(readdirSync(folder))('%s', async (input) => {
    await expect((async () => fuzz(new Uint8Array(readFileSync(join(folder, input)))))()).resolves.toBe(
      undefined,
    )
  })
})
