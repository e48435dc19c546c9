import { randomBytes } from 'node:crypto'
import { type RawRequest, rawS3 } from '@licencevault/kit/s3'
import { type CuttingProxy, cuttingProxy, describeWithS3, type S3Server } from '@licencevault/kit/servers'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Blobs } from './blobs.ts'
import { openS3 } from './s3.ts'

const MIB = 1024 * 1024

describeWithS3('S3 uploads, read back with raw signed requests', (start) => {
  let server: S3Server
  let bucket: string
  let blobs: Blobs
  let proxy: CuttingProxy
  let proxied: Blobs
  const warned = vi.spyOn(console, 'warn')
  beforeAll(async () => {
    server = await start()
    bucket = await server.createBucket({ locks: false, versions: false })
    blobs = await openS3({ ...server, bucket })
    proxy = await cuttingProxy(server.endpoint)
    proxied = await openS3({ ...server, bucket, endpoint: proxy.endpoint })
  })
  afterAll(async () => {
    proxy.stop()
    await server.stop()
    expect(warned).not.toHaveBeenCalled()
  })

  const raw = (method: RawRequest['method'], key: string, rest: Partial<RawRequest> = {}) =>
    rawS3(server, { method, path: `/${bucket}/${key}`, ...rest })
  const uploadsOf = async (key: string) => {
    const { text } = await rawS3(server, {
      method: 'GET',
      path: `/${bucket}`,
      query: { uploads: '', prefix: key },
    })
    return [...text.matchAll(/<UploadId>([^<]+)<\/UploadId>/g)].map(([, id]) => id)
  }
  const streamOf = (size: number, fill: number) => ({ size, stream: [new Uint8Array(size).fill(fill)] })

  it('a put in parts under a taken key changes nothing and leaves no upload', async () => {
    await blobs.put('taken', Uint8Array.of(1))
    await expect(blobs.put('taken', streamOf(9 * MIB, 2), { ifAbsent: true })).rejects.toMatchObject({
      code: 'blob-exists',
    })
    expect((await raw('GET', 'taken')).bytes).toEqual(Uint8Array.of(1))
    await vi.waitFor(async () => expect(await uploadsOf('taken')).toEqual([]), 5_000)
  })

  it('a stream that breaks in its second part leaves neither blob nor upload', async () => {
    async function* broken() {
      yield new Uint8Array(9 * MIB)
      throw new RangeError('the scanner jammed')
    }
    await expect(blobs.put('broken', { size: 20 * MIB, stream: broken() })).rejects.toThrow('jammed')
    expect((await raw('HEAD', 'broken')).status).toBe(404)
    await vi.waitFor(async () => expect(await uploadsOf('broken')).toEqual([]), 5_000)
  })

  it("somebody's unfinished upload of the same key is not joined", async () => {
    const begun = await raw('POST', 'joined', {
      query: { uploads: '' },
      headers: { 'x-amz-meta-put': 'theirs' },
    })
    const uploadId = /<UploadId>([^<]+)</.exec(begun.text)?.[1] ?? ''
    const body = new Uint8Array(5 * MIB).fill(66)
    expect((await raw('PUT', 'joined', { query: { partNumber: '1', uploadId }, body })).status).toBe(200)
    await blobs.put('joined', streamOf(9 * MIB, 1))
    const read = await raw('GET', 'joined')
    expect(read.bytes.length).toBe(9 * MIB)
    expect(read.bytes.every((byte) => byte === 1)).toBe(true)
    expect(read.headers.get('x-amz-meta-put')).not.toBe('theirs')
    expect(await uploadsOf('joined')).toEqual([uploadId])
  })

  it('its checksum is kept with the blob', async () => {
    await blobs.put('sum', new TextEncoder().encode('abc'))
    const { headers } = await raw('HEAD', 'sum', { headers: { 'x-amz-checksum-mode': 'ENABLED' } })
    expect(headers.get('x-amz-checksum-sha256')).toBe('ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=')
  })

  it.each([
    ['in one request', () => Uint8Array.of(1, 2, 3), /^PUT /],
    ['in parts', () => streamOf(9 * MIB, 7), /^POST \S+uploadId=/],
  ])('a creation %s whose answer was lost is known again as ours', async (_, content, beginning) => {
    const key = `lost-${randomBytes(4).toString('hex')}`
    const before = proxy.lost()
    proxy.loseAnswersTo(beginning, 1)
    const info = await proxied.put(key, content(), { ifAbsent: true })
    expect(proxy.lost()).toBe(before + 1)
    expect((await raw('HEAD', key)).headers.get('content-length')).toBe(String(info.size))
    // The same bytes again are another's creation, and the key is taken.
    await expect(proxied.put(key, content(), { ifAbsent: true })).rejects.toMatchObject({
      code: 'blob-exists',
    })
    proxy.loseAnswersTo(beginning, 1)
    await expect(proxied.put(key, content(), { ifAbsent: true })).rejects.toMatchObject({
      code: 'blob-exists',
    })
  })

  it('a connection that is lost each time is given up after three', async () => {
    const before = proxy.lost()
    proxy.loseAnswersTo(/^GET /, 99)
    await expect(proxied.get('sum')).rejects.toMatchObject({ code: 'store-unavailable', kind: 'unavailable' })
    expect(proxy.lost()).toBe(before + 3)
    proxy.loseAnswersTo(/$^/, 0)
    expect((await proxied.get('sum')).length).toBe(3)
  })

  it('a large stream takes a few parts of memory, not its size', async () => {
    const size = 120 * MIB
    const chunk = new Uint8Array(randomBytes(64 * 1024))
    let most = 0
    function* chunks() {
      for (let sent = 0; sent < size; sent += chunk.length) {
        if (sent % (4 * MIB) === 0) most = Math.max(most, process.memoryUsage().arrayBuffers)
        yield chunk
      }
    }
    const before = process.memoryUsage().arrayBuffers
    await blobs.put('large', { size, stream: chunks() })
    expect(most - before).toBeLessThan(64 * MIB)
    expect((await raw('HEAD', 'large')).headers.get('content-length')).toBe(String(size))
    let read = 0
    for await (const part of (await blobs.open('large')).stream) read += part.length
    expect(read).toBe(size)
  })
})
