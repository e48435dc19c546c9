import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canMount, type SmallDisk, smallDisk } from '@licencevault/kit/servers'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { openFolder } from './folder.ts'

const root = mkdtempSync(join(tmpdir(), 'licencevault-folder-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let made = 0
const fresh = () => join(root, `${made++}`)
const bytes = Uint8Array.of(1, 2, 3)

function emptied(home: string): void {
  rmSync(home, { recursive: true })
  mkdirSync(home)
}

function replacedByFile(home: string): void {
  rmSync(home, { recursive: true })
  writeFileSync(home, 'x')
}

describe('a folder', () => {
  it('is readable by its owner alone, and its blobs are plain files', async () => {
    const home = fresh()
    const blobs = await openFolder(home)
    await blobs.put('a/b', bytes)
    expect(statSync(home).mode & 0o777).toBe(0o700)
    expect(statSync(join(home, 'a')).mode & 0o777).toBe(0o700)
    expect(statSync(join(home, 'a/b')).mode & 0o777).toBe(0o600)
    expect(new Uint8Array(readFileSync(join(home, 'a/b')))).toEqual(bytes)
    expect(readdirSync(join(home, '.writing'))).toEqual([])
  })

  it('refuses locks, which plain files cannot keep', async () => {
    const blobs = await openFolder(fresh())
    const until = new Date(Date.now() + 60_000)
    await expect(blobs.put('a', bytes, { legalHold: true })).rejects.toMatchObject({
      code: 'blob-lock-unsupported',
    })
    await expect(blobs.put('a', bytes, { retention: { mode: 'GOVERNANCE', until } })).rejects.toMatchObject({
      code: 'blob-lock-unsupported',
    })
  })

  it('refuses a key that is the folder of another, or lies under a blob', async () => {
    const blobs = await openFolder(fresh())
    await blobs.put('a/b', bytes)
    for (const key of ['a', 'a/b/c']) {
      for (const ifAbsent of [false, true]) {
        await expect(blobs.put(key, bytes, { ifAbsent })).rejects.toMatchObject({ code: 'blob-key-invalid' })
      }
    }
    await blobs.remove('a')
    expect(await blobs.get('a/b')).toEqual(bytes)
  })

  it('sweeps what was begun a day ago and never ended, and nothing younger', async () => {
    const home = fresh()
    await openFolder(home)
    for (const name of ['old', 'young']) writeFileSync(join(home, '.writing', name), 'x')
    const yesterday = Date.now() / 1000 - 25 * 3600
    utimesSync(join(home, '.writing/old'), yesterday, yesterday)
    await openFolder(home)
    expect(readdirSync(join(home, '.writing'))).toEqual(['young'])
  })

  it('that is a file cannot be opened', async () => {
    const home = fresh()
    writeFileSync(home, 'x')
    await expect(openFolder(home)).rejects.toMatchObject({
      kind: expect.stringMatching(/unavailable|invalid/),
    })
  })

  it('whose directory was taken away is said so once, and goes on', async () => {
    const home = fresh()
    const blobs = await openFolder(home)
    await blobs.put('a/b', bytes)
    rmSync(join(home, 'a'), { recursive: true })
    await expect(blobs.put('a/c', bytes)).rejects.toMatchObject({ code: 'store-unavailable' })
    await blobs.put('a/c', bytes)
    expect(await blobs.get('a/c')).toEqual(bytes)
  })

  it.each<[how: string, takeAway: (home: string) => void]>([
    ['was removed', (home) => rmSync(home, { recursive: true })],
    ['is the empty place of a disk that is not mounted', emptied],
    ['is a file now', replacedByFile],
  ])('that %s is away, not empty', async (_, takeAway) => {
    const home = fresh()
    const blobs = await openFolder(home)
    for (const key of ['a', 'b/c']) await blobs.put(key, bytes)
    const listing = blobs.list('')[Symbol.asyncIterator]()
    await listing.next()
    const open = await blobs.open('a')
    takeAway(home)
    const away = { code: 'store-unavailable', kind: 'unavailable' }
    await expect(Array.fromAsync(open.stream)).rejects.toMatchObject(away)
    for (const key of ['a', 'b/c']) {
      await expect(blobs.get(key)).rejects.toMatchObject(away)
      await expect(blobs.head(key)).rejects.toMatchObject(away)
      await expect(blobs.versions(key)).rejects.toMatchObject(away)
      await expect(blobs.open(key)).rejects.toMatchObject(away)
      await expect(blobs.remove(key)).rejects.toMatchObject(away)
      await expect(blobs.put(key, bytes)).rejects.toMatchObject(away)
    }
    for (const prefix of ['', 'b/', 'none']) {
      await expect(Array.fromAsync(blobs.list(prefix))).rejects.toMatchObject(away)
    }
    // A listing under way does not end as though that were all.
    await expect(Array.fromAsync({ [Symbol.asyncIterator]: () => listing })).rejects.toMatchObject(away)
  })

  it('that hangs ends each call in its time', async () => {
    const home = fresh()
    const blobs = await openFolder(home, { idleMs: 200 })
    // A pipe that nobody writes to: opening it waits for ever, as a dead network disk does.
    execFileSync('mkfifo', [join(home, 'pipe')])
    onTestFinished(() => writeFileSync(join(home, 'pipe'), ''))
    await expect(blobs.get('pipe')).rejects.toMatchObject({ code: 'store-timeout' })
  })
})

it('a folder’s open file is closed whichever way its reader goes', async () => {
  const home = fresh()
  const blobs = await openFolder(home)
  await blobs.put('x', new Uint8Array(1_000_000))
  const files = () => readdirSync('/proc/self/fd').length
  const before = files()
  for (let n = 0; n < 300; n++) await blobs.open('x')
  expect(files()).toBe(before)
  for await (const _ of (await blobs.open('x')).stream) break
  await Array.fromAsync((await blobs.open('x')).stream)
  const cut = await blobs.open('x')
  writeFileSync(join(home, 'x'), new Uint8Array(10))
  await expect(Array.fromAsync(cut.stream)).rejects.toMatchObject({ code: 'blob-changed' })
  await expect.poll(files).toBe(before)
})

describe.skipIf(!canMount)('a small disk (needs the right to mount one)', () => {
  const onDisk = (work: (disk: SmallDisk) => Promise<void>) => async () => {
    const disk = smallDisk(2)
    if (!disk) throw new Error('no disk')
    try {
      await work(disk)
    } finally {
      disk.release()
    }
  }

  it(
    'that is full says so, and keeps what it has',
    onDisk(async (disk) => {
      const blobs = await openFolder(join(disk.path, 'blobs'))
      await blobs.put('a', bytes)
      await expect(blobs.put('b', new Uint8Array(4_000_000))).rejects.toMatchObject({ code: 'store-full' })
      expect(await blobs.get('a')).toEqual(bytes)
      expect(await blobs.head('b')).toBeUndefined()
      await blobs.put('c', new Uint8Array(1_000_000))
    }),
  )

  it(
    'that is read-only says so, and can be read',
    onDisk(async (disk) => {
      const blobs = await openFolder(join(disk.path, 'blobs'))
      await blobs.put('a', bytes)
      disk.setReadOnly(true)
      await expect(blobs.put('b', bytes)).rejects.toMatchObject({ code: 'store-read-only' })
      await expect(blobs.remove('a')).rejects.toMatchObject({ code: 'store-read-only' })
      expect(await blobs.get('a')).toEqual(bytes)
      await expect(openFolder(join(disk.path, 'other'))).rejects.toMatchObject({ code: 'store-read-only' })
    }),
  )
})
