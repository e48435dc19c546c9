import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Content } from './blobs.ts'
import { all, freshPlace, gathered, keysOf, type OpenBlobs } from './blobs-place.contract.ts'

/** How a call ends that cannot succeed, or is given up. */
export function endContract(adapter: string, opened: () => OpenBlobs): void {
  describe(`${adapter}: a put that fails`, () => {
    const cases: [what: string, content: Content][] = [
      ['ends early', { size: 100_000, stream: [new Uint8Array(99_999)] }],
      ['runs over its size', { size: 100_000, stream: [new Uint8Array(99_999), new Uint8Array(2)] }],
      ['ends before it began', { size: 5, stream: [] }],
    ]
    it.each(cases)('leaves nothing when the stream %s', async (_, content) => {
      const { blobs, place } = await freshPlace(opened())
      await expect(blobs.put(`${place}/bad`, content)).rejects.toMatchObject({ code: 'blob-size-wrong' })
      expect(await keysOf(blobs, place)).toEqual([])
    })

    it('leaves what was there before', async () => {
      const { blobs, place } = await freshPlace(opened())
      await blobs.put(`${place}/kept`, Uint8Array.of(5))
      await expect(blobs.put(`${place}/kept`, { size: 2, stream: [Uint8Array.of(1)] })).rejects.toMatchObject(
        { code: 'blob-size-wrong' },
      )
      expect(await blobs.get(`${place}/kept`)).toEqual(Uint8Array.of(5))
    })

    it('passes the error of its stream on and tells the stream to end', async () => {
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened(), { idleMs: 300 })
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
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened())
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

  describe(`${adapter}: what is opened and never read`, () => {
    it('holds no file and no connection', async () => {
      const { blobs, place } = await freshPlace(opened())
      await blobs.put(`${place}/x`, new Uint8Array(300_000).fill(7))
      await blobs.get(`${place}/x`)
      const before = descriptors()
      const all = await Promise.all(Array.from({ length: 300 }, () => blobs.open(`${place}/x`)))
      // Connections that wait to be used again count as well: up to 256.
      await expect.poll(() => descriptors() - before, { timeout: 5_000 }).toBeLessThan(290)
      const [first] = all
      const started = performance.now()
      const again = Array.from({ length: 8 }, () => blobs.get(`${place}/x`))
      for (const bytes of await Promise.all(again)) expect(bytes.length).toBe(300_000)
      expect(performance.now() - started).toBeLessThan(5_000)
      expect((await gathered(first?.stream ?? nothing())).length).toBe(300_000)
    })

    it('is read as it was announced, or not at all', async () => {
      const { blobs, place } = await freshPlace(opened())
      const read = async (change: () => Promise<unknown>) => {
        await blobs.put(`${place}/x`, new Uint8Array(1_000).fill(1))
        const { info, stream } = await blobs.open(`${place}/x`)
        await change()
        return gathered(stream).then(
          (bytes) =>
            bytes.length === info.size && bytes.every((byte) => byte === 1) ? 'as announced' : bytes,
          ({ code }: { code?: string }) => code,
        )
      }
      const replaced = await read(() => blobs.put(`${place}/x`, new Uint8Array(1_001).fill(2)))
      expect(['as announced', 'blob-changed']).toContain(replaced)
      const removed = await read(() => blobs.remove(`${place}/x`))
      expect(['as announced', 'blob-missing']).toContain(removed)
    })
  })
}

function descriptors(): number {
  return readdirSync('/proc/self/fd').length
}

async function* nothing() {}
