import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { digest, freshPlace, gathered, type OpenBlobs, streamed } from './blobs-place.contract.ts'

/** What a store does otherwise than the port says; it stands in the README as well. */
export interface Deviations {
  /** A key whose blob was removed counts as taken, for the store keeps a mark of the removal; `perhaps` of a server that is not ours. */
  readonly removedKeyStaysTaken?: boolean | 'perhaps'
}

/** What goes in comes out, and of those who create at once one wins. */
export function putContract(adapter: string, opened: () => OpenBlobs, known: Deviations): void {
  describe(`${adapter}: put and get`, () => {
    it.each([0, 1, 60_000, 8_400_000])('keeps %i bytes as they are', async (size) => {
      const { blobs, place, again } = await freshPlace(opened())
      const bytes = new Uint8Array(randomBytes(size))
      const info = await blobs.put(`${place}/a`, bytes)
      expect(info).toMatchObject({ key: `${place}/a`, size })
      const read = await (await again()).get(`${place}/a`)
      expect(Object.getPrototypeOf(read)).toBe(Uint8Array.prototype)
      expect(digest(read)).toBe(digest(bytes))
    })

    it('keeps a view into a larger buffer', async () => {
      const { blobs, place } = await freshPlace(opened())
      await blobs.put(`${place}/view`, Uint8Array.from({ length: 64 }, (_, n) => n).subarray(16, 32))
      expect(await blobs.get(`${place}/view`)).toEqual(Uint8Array.from({ length: 16 }, (_, n) => n + 16))
    })

    it('keeps a stream of uneven chunks, empty ones among them', async () => {
      const { blobs, place } = await freshPlace(opened())
      const chunks = [3, 0, 70_000, 1, 0, 131_072, 9].map((size) => new Uint8Array(randomBytes(size)))
      const all = Buffer.concat(chunks)
      await blobs.put(`${place}/s`, { size: all.length, stream: chunks })
      expect(digest(await blobs.get(`${place}/s`))).toBe(digest(all))
    })

    it('overwrites, so that a reader sees one or the other whole', async () => {
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened())
      await blobs.put(`${place}/folder/a`, Uint8Array.of(1))
      for (const key of [`${place}/none`, `${place}/folder`, `${place}/folder/a/b`]) {
        await expect(blobs.get(key)).rejects.toMatchObject({ code: 'blob-missing', kind: 'missing' })
        await expect(blobs.open(key)).rejects.toMatchObject({ code: 'blob-missing' })
        expect(await blobs.head(key)).toBeUndefined()
        expect(await blobs.versions(key)).toEqual([])
      }
    })

    it('tells size and time by head', async () => {
      const { blobs, place } = await freshPlace(opened())
      const before = Date.now()
      await blobs.put(`${place}/h`, new Uint8Array(7))
      const info = await blobs.head(`${place}/h`)
      expect(info).toMatchObject({ key: `${place}/h`, size: 7 })
      expect(Math.abs((info?.modifiedAt.getTime() ?? 0) - before)).toBeLessThan(60_000)
    })
  })

  describe(`${adapter}: only if absent`, () => {
    it('refuses a taken key and leaves what stands there', async () => {
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened())
      await blobs.put(`${place}/c`, Uint8Array.of(1), { ifAbsent: true })
      await blobs.remove(`${place}/c`)
      const refused = await blobs.put(`${place}/c`, Uint8Array.of(2), { ifAbsent: true }).then(
        () => false,
        (problem: unknown) => {
          expect(problem).toMatchObject({ code: 'blob-exists' })
          return true
        },
      )
      const { removedKeyStaysTaken = false } = known
      if (removedKeyStaysTaken !== 'perhaps') expect(refused).toBe(removedKeyStaysTaken)
      if (refused) await blobs.put(`${place}/c`, Uint8Array.of(2))
      expect(await blobs.get(`${place}/c`)).toEqual(Uint8Array.of(2))
    })

    it.each([
      [8, 100],
      [4, 8_400_000],
    ])('has one winner among %i who race with %i bytes each', async (racers, size) => {
      const { blobs, place, again } = await freshPlace(opened())
      const others = [blobs, await again()]
      for (let round = 0; round < 2; round++) {
        const contents = Array.from({ length: racers }, (_, n) => new Uint8Array(size).fill(n + 1))
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
}
