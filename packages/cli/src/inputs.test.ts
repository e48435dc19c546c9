import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { readOrders } from './inputs.ts'

describe('reading orders', () => {
  it('from standard input ends with the call, though more could still be written there', async () => {
    const main = resolve(import.meta.dirname, 'main.ts')
    const child = spawn(process.execPath, [
      main,
      'issue',
      'many',
      '-',
      '--address',
      'unix:/nowhere/vault.sock',
    ])
    const exited = once(child, 'exit')
    try {
      const ended = await Promise.race([exited, sleep(20_000, ['waits still'])])
      expect(ended[0]).toBe(5)
    } finally {
      child.stdin.end()
      child.kill()
    }
  })

  it('from a file that is not there says so', async () => {
    await expect(Array.fromAsync(readOrders('out/no-such-orders.jsonl'))).rejects.toMatchObject({
      code: 'file-not-readable',
    })
  })
})
