import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOffice } from '../../testing/office.ts'
import type { AnnouncedFile } from './case-order.ts'
import { maxCaseBytes, memoryBytes, openSpool } from './spool.ts'
import { clearLeftSpools } from './spool-owners.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'licencevault-spool-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const name = 'ab'.repeat(16)
const file = (path: string, size: number): AnnouncedFile => ({
  ...{ material: 'A01', path, title: path, size },
  sha256: '0'.repeat(64),
})

/** Opens a place in another process, puts a file there, and lives until it is told. */
async function other(): Promise<ChildProcess> {
  const module = join(import.meta.dirname, 'spool.ts')
  const program = `
    const { openSpool, memoryBytes } = await import(${JSON.stringify(module)})
    const size = memoryBytes + 1
    const announced = [{ material: 'A01', path: 'a', title: 'a', size, sha256: '0'.repeat(64) }]
    async function* endless() {
      yield Buffer.from('申请人')
      process.stdout.write('there')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    }
    async function* sent() { yield { path: 'a', content: endless() } }
    await openSpool(${JSON.stringify(home)}, '${name}').receive(announced, sent())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
  return child
}

describe('what a killed process left', () => {
  it('is removed by the next one; what a living one receives is not', async () => {
    const living = await other()
    try {
      const [place = ''] = readdirSync(home)
      await clearLeftSpools(home)
      expect(readdirSync(home)).toEqual([place])
      living.kill('SIGKILL')
      await once(living, 'exit')
      expect(readdirSync(join(home, place))).toEqual(['0'])
      await clearLeftSpools(home)
      expect(readdirSync(home)).toEqual([])
    } finally {
      living.kill('SIGKILL')
    }
  })

  it('is removed when the archive opens, and by recovery', async () => {
    const office = await openOffice()
    try {
      const dead = await other()
      dead.kill('SIGKILL')
      await once(dead, 'exit')
      const [place = ''] = readdirSync(home)
      const left = join(office.spool, place)
      for (const clear of [() => office.openWith({}), () => office.archive.filing.recover()]) {
        mkdirSync(left)
        writeFileSync(join(left, '0'), '申请书')
        await clear()
        expect(existsSync(left)).toBe(false)
      }
    } finally {
      await office.close()
    }
  })

  it('of another boot or container is removed once nothing has touched it for an hour', async () => {
    const place = join(home, `000000000000-1-7.${name}`)
    mkdirSync(place)
    writeFileSync(join(place, '0'), '申请书')
    const old = new Date(Date.now() - 3_700_000)
    utimesSync(place, old, old)
    await clearLeftSpools(home)
    expect(existsSync(place)).toBe(true)
    utimesSync(join(place, '0'), old, old)
    await clearLeftSpools(home)
    expect(existsSync(place)).toBe(false)
  })

  it('what is not a place of the spool is left alone', async () => {
    mkdirSync(join(home, 'somebody'))
    writeFileSync(join(home, 'note.txt'), 'x')
    await clearLeftSpools(home)
    expect(readdirSync(home).sort()).toEqual(['note.txt', 'somebody'])
    await clearLeftSpools(join(home, 'missing'))
  })
})

it('a case of more bytes than may be is refused before any of them is taken', async () => {
  let read = 0
  async function* sent() {
    read++
    yield { path: '0', content: [] as unknown as AsyncIterable<Uint8Array> }
  }
  const of = (sum: number) => {
    const each = Math.floor(sum / 4)
    const sizes = [each, each, each, sum - 3 * each]
    return openSpool(home, name).receive(
      sizes.map((size, at) => file(String(at + 1), size)),
      sent(),
    )
  }
  expect(maxCaseBytes).toBe(64 * 2 ** 30)
  await expect(of(maxCaseBytes + 1)).rejects.toMatchObject({ code: 'case-too-large' })
  expect(read).toBe(0)
  await expect(of(maxCaseBytes)).rejects.toMatchObject({ code: 'case-file-unannounced' })
  expect(memoryBytes).toBeLessThan(maxCaseBytes)
})
