import { createServer, type RequestListener } from 'node:http'
import { createServer as createSocketServer } from 'node:net'
import { rawS3 } from '@licencevault/kit/s3'
import { describeWithS3, type S3Server } from '@licencevault/kit/servers'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openS3 } from './s3.ts'

const bytes = Uint8Array.of(1, 2, 3)

describe.skipIf(process.env.VAULT_TEST_S3_ENDPOINT)('S3 when something is wrong', () => {
  describeWithS3('with the server', (start) => {
    let server: S3Server
    let bucket: string
    beforeAll(async () => {
      server = await start()
      bucket = await server.createBucket()
    })
    afterAll(() => server.stop())

    it('down, then up again: the same store goes on', async () => {
      const blobs = await openS3({ ...server, bucket })
      await blobs.put('a', bytes)
      await server.kill()
      await expect(blobs.get('a')).rejects.toMatchObject({ code: 'store-unavailable' })
      await expect(blobs.put('b', bytes)).rejects.toMatchObject({ code: 'store-unavailable' })
      await expect(blobs.head('a')).rejects.toMatchObject({ code: 'store-unavailable' })
      await expect(Array.fromAsync(blobs.list(''))).rejects.toMatchObject({ code: 'store-unavailable' })
      await expect(openS3({ ...server, bucket })).rejects.toMatchObject({ code: 'store-unavailable' })
      await server.resume()
      expect(await blobs.get('a')).toEqual(bytes)
    })

    it('hanging: each call ends in its time, or with its signal', async () => {
      const blobs = await openS3({ ...server, bucket, idleMs: 400 })
      await blobs.put('a', bytes)
      await server.freeze()
      try {
        const started = performance.now()
        await expect(blobs.get('a')).rejects.toMatchObject({ code: 'store-timeout' })
        await expect(blobs.put('b', bytes)).rejects.toMatchObject({ code: 'store-timeout' })
        expect(performance.now() - started).toBeLessThan(3_000)
        const patient = await Promise.allSettled([
          blobs.head('a', { signal: AbortSignal.timeout(100) }),
          blobs.put('c', bytes, { signal: AbortSignal.timeout(100) }),
        ])
        for (const outcome of patient) expect(outcome).toMatchObject({ reason: { name: 'TimeoutError' } })
      } finally {
        await server.resume()
      }
      expect(await blobs.get('a')).toEqual(bytes)
    })

    it('that does not know us', async () => {
      await expect(openS3({ ...server, bucket, secretKey: 'wrong-secret' })).rejects.toMatchObject({
        code: 'store-denied',
      })
      const message = await openS3({ ...server, bucket, secretKey: 'wrong-secret' }).catch(String)
      expect(message).not.toContain('wrong-secret')
    })

    it('whose bucket is not there, or is gone: no blob is called missing for that', async () => {
      await expect(openS3({ ...server, bucket: 'no-such-bucket' })).rejects.toMatchObject({
        code: 'store-unavailable',
      })
      const other = await server.createBucket({ locks: false, versions: false })
      const blobs = await openS3({ ...server, bucket: other })
      await rawS3(server, { method: 'DELETE', path: `/${other}` })
      await expect(blobs.head('a')).rejects.toMatchObject({ code: 'store-unavailable' })
      await expect(blobs.get('a')).rejects.toMatchObject({ code: 'store-unavailable' })
      await expect(blobs.put('a', bytes)).rejects.toMatchObject({ code: 'store-unavailable' })
    })
  })

  describe('with its answers', () => {
    /** A server that lets us open the bucket and then answers as it likes. */
    const answering = async (answer: RequestListener) => {
      let opening = 2
      const server = createServer((request, response) => {
        request.resume()
        if (opening-- > 0) response.end('<ListBucketResult></ListBucketResult>')
        else answer(request, response)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      onTestFinished(() => {
        server.closeAllConnections()
        server.close()
      })
      const address = server.address()
      const port = address && typeof address === 'object' ? address.port : 0
      return await openS3({
        endpoint: `http://127.0.0.1:${port}`,
        bucket: 'bucket',
        accessKey: 'somebody',
        secretKey: 'something',
        idleMs: 1_000,
      })
    }
    const date = new Date().toUTCString()

    it('read to their end: calls one after another share a connection, whatever they are', async () => {
      const connections = new Set<unknown>()
      const list = '<ListBucketResult></ListBucketResult>'
      const page = '<ListVersionsResult></ListVersionsResult>'
      const blobs = await answering(({ method, url = '', socket }, response) => {
        connections.add(socket)
        const isList = method === 'GET' && !url.startsWith('/bucket/a')
        const body = isList ? (url.includes('versions') ? page : list) : method === 'PUT' ? '' : '123'
        const headers = { 'last-modified': date, etag: '"1"', 'content-length': String(body.length) }
        response.writeHead(method === 'DELETE' ? 204 : 200, method === 'DELETE' ? {} : headers)
        response.end(method === 'GET' ? body : undefined)
      })
      const calls: Record<string, () => Promise<unknown>> = {
        head: () => blobs.head('a'),
        get: () => blobs.get('a'),
        put: () => blobs.put('a', bytes),
        remove: () => blobs.remove('a'),
        list: () => Array.fromAsync(blobs.list('')),
        versions: () => blobs.versions('a'),
        open: async () => Array.fromAsync((await blobs.open('a')).stream),
      }
      const taken: Record<string, number> = {}
      for (const [name, call] of Object.entries(calls)) {
        connections.clear()
        for (let n = 0; n < 10; n++) await call()
        taken[name] = connections.size
      }
      // The next may begin while the one before it is let go.
      expect(Object.entries(taken).filter(([, connections]) => connections > 2)).toEqual([])
    })

    it('a page of another server is garbled', async () => {
      const blobs = await answering((_, response) => response.end('<html>Welcome to nginx!</html>'))
      await expect(Array.fromAsync(blobs.list(''))).rejects.toMatchObject({ code: 'store-garbled' })
    })

    it('keys out of order are garbled', async () => {
      const entry = (key: string) =>
        `<Contents><Key>${key}</Key><Size>1</Size><LastModified>2026-01-01T00:00:00Z</LastModified></Contents>`
      const blobs = await answering((_, response) =>
        response.end(`<ListBucketResult>${entry('b')}${entry('a')}</ListBucketResult>`),
      )
      await expect(Array.fromAsync(blobs.list(''))).rejects.toMatchObject({ code: 'store-garbled' })
    })

    it('a range that was not asked for is garbled', async () => {
      const blobs = await answering((_, response) => {
        response.writeHead(200, { 'content-length': '10', 'last-modified': date })
        response.end('0123456789')
      })
      await expect(blobs.get('a', { range: { start: 0, end: 3 } })).rejects.toMatchObject({
        code: 'store-garbled',
      })
    })

    it('a body cut short fails, for get and for open', async () => {
      const blobs = await answering(({ method }, response) => {
        response.writeHead(200, { 'content-length': '10', 'last-modified': date })
        if (method === 'HEAD') return void response.end()
        response.write('0123')
        setTimeout(() => response.destroy(), 50)
      })
      await expect(blobs.get('a')).rejects.toMatchObject({ kind: 'unavailable' })
      const { stream } = await blobs.open('a')
      await expect(Array.fromAsync(stream)).rejects.toMatchObject({ kind: 'unavailable' })
    })

    it('a body that stalls ends in its time', async () => {
      const blobs = await answering((_, response) => {
        response.writeHead(200, { 'content-length': '10', 'last-modified': date })
        response.write('0123')
      })
      await expect(blobs.get('a')).rejects.toMatchObject({ code: 'store-timeout' })
    })

    it('noise instead of HTTP is garbled', async () => {
      const server = createSocketServer((socket) => socket.end('220 mail.example ESMTP\r\n'))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      onTestFinished(() => void server.close())
      const address = server.address()
      const port = address && typeof address === 'object' ? address.port : 0
      const opening = openS3({
        endpoint: `http://127.0.0.1:${port}`,
        bucket: 'bucket',
        accessKey: 'somebody',
        secretKey: 'something',
      })
      await expect(opening).rejects.toMatchObject({ code: 'store-garbled' })
    })

    it('503 is asked again, twice', async () => {
      let asked = 0
      const blobs = await answering((_, response) => {
        if (++asked < 3) response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>')
        else response.writeHead(200, { date }).end()
      })
      await blobs.put('a', bytes)
      expect(asked).toBe(3)
      asked = -99
      await expect(blobs.put('a', bytes)).rejects.toMatchObject({ code: 'store-unavailable' })
      expect(asked).toBe(-96)
    })

    it.each([
      [507, 'XMinioStorageFull', 'store-full'],
      [403, 'AccessDenied', 'store-read-only'],
      [403, 'RequestTimeTooSkewed', 'store-denied'],
      [400, 'Nonsense', 'store-garbled'],
    ])('%i %s to a put is %s', async (status, code, ours) => {
      const blobs = await answering((_, response) =>
        response.writeHead(status).end(`<Error><Code>${code}</Code><Message>no</Message></Error>`),
      )
      await expect(blobs.put('a', bytes)).rejects.toMatchObject({ code: ours })
    })

    it('a failure that stands in the body of a 200 is no success', async () => {
      const blobs = await answering((request, response) => {
        const part = request.url?.includes('partNumber')
        response.writeHead(200, { etag: '"x"', date })
        if (part) response.end()
        else if (request.url?.includes('uploads')) response.end('<R><UploadId>u</UploadId></R>')
        else response.end('<Error><Code>InternalError</Code></Error>')
      })
      const stream = [new Uint8Array(9_000_000)]
      await expect(blobs.put('a', { size: 9_000_000, stream })).rejects.toMatchObject({
        code: 'store-unavailable',
      })
    })

    it('a lock that was accepted and not kept is not believed', async () => {
      let requests = 0
      const server = createServer((request, response) => {
        request.resume()
        requests++
        if (requests === 2) response.end('<R><ObjectLockEnabled>Enabled</ObjectLockEnabled></R>')
        else response.writeHead(200, { date, 'x-amz-version-id': 'v1' }).end()
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      onTestFinished(() => void server.close())
      const address = server.address()
      const port = address && typeof address === 'object' ? address.port : 0
      const place = {
        endpoint: `http://127.0.0.1:${port}`,
        bucket: 'bucket',
        accessKey: 'somebody',
        secretKey: 's',
      }
      const blobs = await openS3(place)
      await expect(blobs.put('a', bytes, { legalHold: true })).rejects.toMatchObject({
        code: 'store-garbled',
      })
    })
  })
})
