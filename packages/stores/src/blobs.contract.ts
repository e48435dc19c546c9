import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { BlobInfo, Blobs, Content } from './blobs.ts'

/** Opens the store again, as another process would: nothing remembered, the same blobs. */
export type OpenBlobs = (settings?: { readonly idleMs?: number }) => Promise<Blobs>

/** What a store does otherwise than the port says; it stands in the README as well. */
export interface Deviations {
  /** A key whose blob was removed counts as taken, for the store keeps a mark of the removal. */
  readonly removedKeyStaysTaken?: boolean
}

/** What every adapter of `Blobs` must do, against the real store. */
export function blobsContract(adapter: string, opened: () => OpenBlobs, known: Deviations = {}): void {
  /** A place of its own for each test. */
  const fresh = async (settings?: { readonly idleMs?: number }) => {
    const blobs = await opened()(settings)
    const place = `contract/${randomBytes(8).toString('hex')}`
    return { blobs, place, again: () => opened()() }
  }

  describe(`${adapter}: put and get`, () => {
    it.each([0, 1, 60_000, 5_300_000])('keeps %i bytes as they are', async (size) => {
      const { blobs, place, again } = await fresh()
      const bytes = new Uint8Array(randomBytes(size))
      const info = await blobs.put(`${place}/a`, bytes)
      expect(info).toMatchObject({ key: `${place}/a`, size })
      const read = await (await again()).get(`${place}/a`)
      expect(Object.getPrototypeOf(read)).toBe(Uint8Array.prototype)
      expect(digest(read)).toBe(digest(bytes))
    })

    it('keeps a view into a larger buffer', async () => {
      const { blobs, place } = await fresh()
      await blobs.put(`${place}/view`, Uint8Array.from({ length: 64 }, (_, n) => n).subarray(16, 32))
      expect(await blobs.get(`${place}/view`)).toEqual(Uint8Array.from({ length: 16 }, (_, n) => n + 16))
    })

    it('keeps a stream of uneven chunks, empty ones among them', async () => {
      const { blobs, place } = await fresh()
      const chunks = [3, 0, 70_000, 1, 0, 131_072, 9].map((size) => new Uint8Array(randomBytes(size)))
      const all = Buffer.concat(chunks)
      await blobs.put(`${place}/s`, { size: all.length, stream: chunks })
      expect(digest(await blobs.get(`${place}/s`))).toBe(digest(all))
    })

    it('overwrites, so that a reader sees one or the other whole', async () => {
      const { blobs, place } = await fresh()
      const [one, two] = [new Uint8Array(200_000).fill(1), new Uint8Array(200_000).fill(2)]
      await blobs.put(`${place}/o`, one)
      const reads: Promise<Uint8Array>[] = []
      for (let n = 0; n < 10; n++) {
        const writing = blobs.put(`${place}/o`, n % 2 === 0 ? two : one)
        reads.push(blobs.get(`${place}/o`), blobs.get(`${place}/o`))
        await writing
      }
      for (const read of await Promise.all(reads)) {
        expect([digest(one), digest(two)]).toContain(digest(read))
      }
      expect(digest(await blobs.get(`${place}/o`))).toBe(digest(one))
    })

    it('reads a range, and refuses one that does not lie within', async () => {
      const { blobs, place } = await fresh()
      await blobs.put(
        `${place}/r`,
        Uint8Array.from({ length: 100 }, (_, n) => n),
      )
      expect(await blobs.get(`${place}/r`, { range: { start: 10, end: 13 } })).toEqual(
        Uint8Array.of(10, 11, 12),
      )
      expect((await blobs.get(`${place}/r`, { range: { start: 0, end: 100 } })).length).toBe(100)
      for (const [start, end] of [
        [0, 101],
        [5, 5],
        [-1, 4],
        [9, 3],
        [200, 300],
        [0.5, 3],
      ] as const) {
        await expect(blobs.get(`${place}/r`, { range: { start, end } })).rejects.toMatchObject({
          code: 'blob-range-invalid',
        })
      }
    })

    it('opens as a stream with its size known; the reader may leave early', async () => {
      const { blobs, place } = await fresh()
      const bytes = new Uint8Array(randomBytes(700_000))
      await blobs.put(`${place}/open`, bytes)
      const { info, stream } = await blobs.open(`${place}/open`)
      expect(info).toMatchObject({ key: `${place}/open`, size: 700_000 })
      expect(digest(await gathered(stream))).toBe(digest(bytes))
      const ranged = await blobs.open(`${place}/open`, { range: { start: 5, end: 400_000 } })
      expect(digest(await gathered(ranged.stream))).toBe(digest(bytes.subarray(5, 400_000)))
      for await (const chunk of (await blobs.open(`${place}/open`)).stream) {
        expect(chunk.length).toBeGreaterThan(0)
        break
      }
    })

    it('says that a blob is missing', async () => {
      const { blobs, place } = await fresh()
      await blobs.put(`${place}/folder/a`, Uint8Array.of(1))
      for (const key of [`${place}/none`, `${place}/folder`, `${place}/folder/a/b`]) {
        await expect(blobs.get(key)).rejects.toMatchObject({ code: 'blob-missing', kind: 'missing' })
        await expect(blobs.open(key)).rejects.toMatchObject({ code: 'blob-missing' })
        expect(await blobs.head(key)).toBeUndefined()
        expect(await blobs.versions(key)).toEqual([])
      }
    })

    it('tells size and time by head', async () => {
      const { blobs, place } = await fresh()
      const before = Date.now()
      await blobs.put(`${place}/h`, new Uint8Array(7))
      const info = await blobs.head(`${place}/h`)
      expect(info).toMatchObject({ key: `${place}/h`, size: 7 })
      expect(Math.abs((info?.modifiedAt.getTime() ?? 0) - before)).toBeLessThan(60_000)
    })
  })

  describe(`${adapter}: only if absent`, () => {
    it('refuses a taken key and leaves what stands there', async () => {
      const { blobs, place } = await fresh()
      await blobs.put(`${place}/c`, Uint8Array.of(1), { ifAbsent: true })
      await expect(blobs.put(`${place}/c`, Uint8Array.of(2), { ifAbsent: true })).rejects.toMatchObject({
        code: 'blob-exists',
        kind: 'conflict',
      })
      const stream = { size: 3, stream: [Uint8Array.of(7, 8, 9)] }
      await expect(blobs.put(`${place}/c`, stream, { ifAbsent: true })).rejects.toMatchObject({
        code: 'blob-exists',
      })
      expect(await blobs.get(`${place}/c`)).toEqual(Uint8Array.of(1))
    })

    it('takes the key again after its blob was removed', async () => {
      const { blobs, place } = await fresh()
      await blobs.put(`${place}/c`, Uint8Array.of(1), { ifAbsent: true })
      await blobs.remove(`${place}/c`)
      const again = blobs.put(`${place}/c`, Uint8Array.of(2), { ifAbsent: true })
      if (known.removedKeyStaysTaken) {
        await expect(again).rejects.toMatchObject({ code: 'blob-exists' })
        await blobs.put(`${place}/c`, Uint8Array.of(2))
      }
      if (!known.removedKeyStaysTaken) await again
      expect(await blobs.get(`${place}/c`)).toEqual(Uint8Array.of(2))
    })

    it.each([100, 6_000_000])('has one winner among 8 who race with %i bytes each', async (size) => {
      const { blobs, place, again } = await fresh()
      const others = [blobs, await again()]
      for (let round = 0; round < 4; round++) {
        const contents = Array.from({ length: 8 }, (_, n) => new Uint8Array(size).fill(n + 1))
        const outcomes = await Promise.allSettled(
          contents.map((bytes, n) =>
            (others[n % 2] ?? blobs).put(`${place}/race${round}`, streamed(bytes), { ifAbsent: true }),
          ),
        )
        const won = outcomes.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []))
        expect(won).toHaveLength(1)
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'blob-exists' })
        }
        expect(digest(await blobs.get(`${place}/race${round}`))).toBe(
          digest(contents[won[0] ?? 0] ?? new Uint8Array()),
        )
      }
    })
  })

  describe(`${adapter}: a put that fails`, () => {
    const cases: [what: string, content: Content][] = [
      ['ends early', { size: 100_000, stream: [new Uint8Array(99_999)] }],
      ['runs over its size', { size: 100_000, stream: [new Uint8Array(99_999), new Uint8Array(2)] }],
      ['ends before it began', { size: 5, stream: [] }],
    ]
    it.each(cases)('leaves nothing when the stream %s', async (_, content) => {
      const { blobs, place } = await fresh()
      await expect(blobs.put(`${place}/bad`, content)).rejects.toMatchObject({ code: 'blob-size-wrong' })
      expect(await keysOf(blobs, place)).toEqual([])
    })

    it('leaves what was there before', async () => {
      const { blobs, place } = await fresh()
      await blobs.put(`${place}/kept`, Uint8Array.of(5))
      await expect(blobs.put(`${place}/kept`, { size: 2, stream: [Uint8Array.of(1)] })).rejects.toMatchObject(
        { code: 'blob-size-wrong' },
      )
      expect(await blobs.get(`${place}/kept`)).toEqual(Uint8Array.of(5))
    })

    it('passes the error of its stream on and tells the stream to end', async () => {
      const { blobs, place } = await fresh()
      let ended = false
      async function* broken() {
        try {
          yield new Uint8Array(50_000)
          throw new RangeError('the scanner jammed')
        } finally {
          ended = true
        }
      }
      await expect(blobs.put(`${place}/x`, { size: 100_000, stream: broken() })).rejects.toThrow(
        new RangeError('the scanner jammed'),
      )
      expect(ended).toBe(true)
      expect(await keysOf(blobs, place)).toEqual([])
    })

    it('ends when its stream stalls', async () => {
      const { blobs, place } = await fresh({ idleMs: 300 })
      async function* stalling() {
        yield new Uint8Array(10)
        await sleep(60_000, undefined, { ref: false })
      }
      await expect(blobs.put(`${place}/x`, { size: 20, stream: stalling() })).rejects.toMatchObject({
        code: 'blob-source-stalled',
      })
      expect(await keysOf(blobs, place)).toEqual([])
    })

    it('ends with the reason of its signal, before or amid', async () => {
      const { blobs, place } = await fresh()
      const reason = new Error('the caller went away')
      await expect(
        blobs.put(`${place}/x`, Uint8Array.of(1), { signal: AbortSignal.abort(reason) }),
      ).rejects.toBe(reason)
      const amid = new AbortController()
      async function* slow() {
        yield new Uint8Array(50_000)
        amid.abort(reason)
        await sleep(60_000, undefined, { ref: false })
      }
      await expect(
        blobs.put(`${place}/x`, { size: 100_000, stream: slow() }, { signal: amid.signal }),
      ).rejects.toBe(reason)
      expect(await keysOf(blobs, place)).toEqual([])
    })

    it('refuses a size that is no size, or too large', async () => {
      const { blobs, place } = await fresh()
      for (const size of [-1, 1.5, Number.NaN, 5 * 1024 ** 3 + 1]) {
        await expect(blobs.put(`${place}/x`, { size, stream: [] })).rejects.toMatchObject({
          code: 'blob-too-large',
          kind: 'exhausted',
        })
      }
    })
  })

  describe(`${adapter}: every other call under a signal`, () => {
    it('ends with its reason', async () => {
      const { blobs, place } = await fresh()
      await blobs.put(`${place}/x`, Uint8Array.of(1))
      const reason = new Error('enough')
      const signal = AbortSignal.abort(reason)
      await expect(blobs.get(`${place}/x`, { signal })).rejects.toBe(reason)
      await expect(blobs.open(`${place}/x`, { signal })).rejects.toBe(reason)
      await expect(blobs.head(`${place}/x`, { signal })).rejects.toBe(reason)
      await expect(blobs.versions(`${place}/x`, { signal })).rejects.toBe(reason)
      await expect(blobs.remove(`${place}/x`, { signal })).rejects.toBe(reason)
      await expect(all(blobs.list(place, { signal }))).rejects.toBe(reason)
      expect(await blobs.get(`${place}/x`)).toEqual(Uint8Array.of(1))
    })

    it('ends an open stream', async () => {
      const { blobs, place } = await fresh()
      await blobs.put(`${place}/x`, new Uint8Array(3_000_000))
      const reason = new Error('enough')
      const caller = new AbortController()
      onTestFinished(() => caller.abort())
      const { stream } = await blobs.open(`${place}/x`, { signal: caller.signal })
      const reading = (async () => {
        for await (const _ of stream) caller.abort(reason)
      })()
      await expect(reading).rejects.toBe(reason)
    })
  })

  describe(`${adapter}: list`, () => {
    it('gives keys in the order of their bytes, by prefix and after a key', async () => {
      const { blobs, place } = await fresh()
      const names = ['a', 'a.b', 'a-/c', 'a0', 'B', 'b/1', 'b/10', 'b/2', 'b/2.p/7', 'b.c', '_', 'z']
      await Promise.all(names.map((name) => blobs.put(`${place}/${name}`, Uint8Array.of(1, 2))))
      const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(await keysOf(blobs, place)).toEqual(sorted)
      const under = (list: BlobInfo[]) => list.map(({ key }) => key.slice(place.length + 1))
      expect(under(await all(blobs.list(`${place}/b/`)))).toEqual(['b/1', 'b/10', 'b/2', 'b/2.p/7'])
      expect(under(await all(blobs.list(`${place}/b/1`)))).toEqual(['b/1', 'b/10'])
      expect(under(await all(blobs.list(`${place}/b`)))).toEqual(['b.c', 'b/1', 'b/10', 'b/2', 'b/2.p/7'])
      for (const name of names) {
        expect(under(await all(blobs.list(`${place}/`, { after: `${place}/${name}` })))).toEqual(
          sorted.slice(sorted.indexOf(name) + 1),
        )
      }
      expect(await all(blobs.list(`${place}/none`))).toEqual([])
      expect((await all(blobs.list(`${place}/a.b`)))[0]).toMatchObject({ key: `${place}/a.b`, size: 2 })
    })

    it('gives more than a thousand, and the reader may leave early', async () => {
      const { blobs, place } = await fresh()
      const names = Array.from({ length: 1_050 }, (_, n) => `n${String(n).padStart(5, '0')}`)
      const queue = [...names]
      const work = async () => {
        for (let name = queue.pop(); name; name = queue.pop())
          await blobs.put(`${place}/${name}`, Uint8Array.of(1))
      }
      await Promise.all(Array.from({ length: 16 }, work))
      expect(await keysOf(blobs, place)).toEqual(names)
      const seen: string[] = []
      for await (const { key } of blobs.list(`${place}/`)) {
        seen.push(key)
        if (seen.length === 3) break
      }
      expect(seen).toEqual(names.slice(0, 3).map((name) => `${place}/${name}`))
    })
  })

  describe(`${adapter}: remove`, () => {
    it('takes the blob away; absent is no error', async () => {
      const { blobs, place } = await fresh()
      await blobs.put(`${place}/gone`, Uint8Array.of(1))
      await blobs.put(`${place}/stays`, Uint8Array.of(1))
      await blobs.remove(`${place}/gone`)
      await blobs.remove(`${place}/gone`)
      await blobs.remove(`${place}/never/was`)
      expect(await blobs.head(`${place}/gone`)).toBeUndefined()
      expect(await keysOf(blobs, place)).toEqual(['stays'])
    })
  })

  describe(`${adapter}: what cannot be a key`, () => {
    const bad = [
      ['empty', ''],
      ['up the tree', '../x'],
      ['up amid', 'a/../../x'],
      ['this folder', 'a/./x'],
      ['absolute', '/etc/passwd'],
      ['a slash at the end', 'a/'],
      ['an empty part', 'a//b'],
      ['a hidden name', 'a/.writing'],
      ['a backslash', 'a\\..\\b'],
      ['NUL', 'a\0b'],
      ['percent', 'a/%2e%2e/b'],
      ['a question mark', 'a?versions'],
      ['a space', 'a b'],
      ['Chinese', '证照'],
      ['a new line', 'a\nb'],
      ['a part too long', 'a'.repeat(201)],
      ['too long', `${'a/'.repeat(256)}b`],
    ] as const
    it.each(bad)('is refused: %s', async (_, key) => {
      const { blobs } = await fresh()
      const refused = { code: 'blob-key-invalid', kind: 'invalid' }
      await expect(blobs.put(key, Uint8Array.of(1))).rejects.toMatchObject(refused)
      await expect(blobs.get(key)).rejects.toMatchObject(refused)
      await expect(blobs.open(key)).rejects.toMatchObject(refused)
      await expect(blobs.head(key)).rejects.toMatchObject(refused)
      await expect(blobs.versions(key)).rejects.toMatchObject(refused)
      await expect(blobs.remove(key)).rejects.toMatchObject(refused)
    })

    it('is refused as a prefix too', async () => {
      const { blobs } = await fresh()
      for (const prefix of ['../', '/', 'a//', '.writing', 'a/../..']) {
        await expect(all(blobs.list(prefix))).rejects.toMatchObject({ code: 'blob-key-invalid' })
      }
    })
  })

  it(`${adapter}: the longest key is kept`, async () => {
    const { blobs, place } = await fresh()
    const key = `${place}/${'a'.repeat(200)}/${'b'.repeat(200)}/${'c'.repeat(512 - place.length - 403)}`
    expect(key).toHaveLength(512)
    await blobs.put(key, Uint8Array.of(1))
    expect(await blobs.get(key)).toEqual(Uint8Array.of(1))
  })
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes as a stream of chunks of 64 KiB. */
function streamed(bytes: Uint8Array): Content {
  function* chunks() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
  }
  return { size: bytes.length, stream: chunks() }
}

async function gathered(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await all(stream))
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  return await Array.fromAsync(items)
}

async function keysOf(blobs: Blobs, place: string): Promise<string[]> {
  return (await all(blobs.list(`${place}/`))).map(({ key }) => key.slice(place.length + 1))
}
