import { describe, expect, it } from 'vitest'
import type { BlobInfo } from './blobs.ts'
import { all, freshPlace, keysOf, type OpenBlobs } from './blobs-place.contract.ts'

/** Keys: what is one, their order, and how they are given back. */
export function keysContract(adapter: string, opened: () => OpenBlobs): void {
  describe(`${adapter}: list`, () => {
    it('gives keys in the order of their bytes, by prefix and after a key', async () => {
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs, place } = await freshPlace(opened())
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
      const { blobs } = await freshPlace(opened())
      const refused = { code: 'blob-key-invalid', kind: 'invalid' }
      await expect(blobs.put(key, Uint8Array.of(1))).rejects.toMatchObject(refused)
      await expect(blobs.get(key)).rejects.toMatchObject(refused)
      await expect(blobs.open(key)).rejects.toMatchObject(refused)
      await expect(blobs.head(key)).rejects.toMatchObject(refused)
      await expect(blobs.versions(key)).rejects.toMatchObject(refused)
      await expect(blobs.remove(key)).rejects.toMatchObject(refused)
    })

    it('is refused as a prefix too', async () => {
      const { blobs } = await freshPlace(opened())
      for (const prefix of ['../', '/', 'a//', '.writing', 'a/../..']) {
        await expect(all(blobs.list(prefix))).rejects.toMatchObject({ code: 'blob-key-invalid' })
      }
    })
  })

  it(`${adapter}: the longest key is kept`, async () => {
    const { blobs, place } = await freshPlace(opened())
    const key = `${place}/${'a'.repeat(200)}/${'b'.repeat(200)}/${'c'.repeat(512 - place.length - 403)}`
    expect(key).toHaveLength(512)
    await blobs.put(key, Uint8Array.of(1))
    expect(await blobs.get(key)).toEqual(Uint8Array.of(1))
  })
}
