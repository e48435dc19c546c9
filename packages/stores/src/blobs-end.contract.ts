import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Content } from './blobs.ts'
import { all, freshPlace, keysOf, type OpenBlobs } from './blobs-place.contract.ts'

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
}
