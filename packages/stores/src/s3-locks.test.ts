import { rawS3 } from '@licencevault/kit/s3'
import { describeWithS3, type S3Server } from '@licencevault/kit/servers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Blobs } from './blobs.ts'
import { openS3 } from './s3.ts'

describeWithS3('S3 versions and locks, read back with raw signed requests', (start) => {
  let server: S3Server
  let bucket: string
  let blobs: Blobs
  beforeAll(async () => {
    server = await start()
    bucket = await server.createBucket()
    blobs = await openS3({ ...server, bucket })
  })
  afterAll(() => server.stop())

  const raw = (method: 'GET' | 'HEAD' | 'DELETE', key: string, query: Record<string, string> = {}) =>
    rawS3(server, { method, path: `/${bucket}/${key}`, query })
  const soon = () => new Date(Date.now() + 60_000)
  const large = () => ({ size: 9_000_000, stream: [new Uint8Array(9_000_000)] })

  it.each([
    ['in one request', 'whole', () => Uint8Array.of(1)],
    ['in parts', 'parts', large],
  ])('a blob put %s is locked by the put itself', async (_, key, content) => {
    const until = soon()
    const info = await blobs.put(key, content(), {
      retention: { mode: 'COMPLIANCE', until },
      legalHold: true,
    })
    const versionId = info.version ?? ''
    expect(versionId).not.toBe('')
    const { text } = await raw('GET', key, { retention: '', versionId })
    expect(text).toContain('<Mode>COMPLIANCE</Mode>')
    const told = new Date(/<RetainUntilDate>(.*)<\/RetainUntilDate>/.exec(text)?.[1] ?? '')
    expect(Math.abs(told.getTime() - until.getTime())).toBeLessThan(1_000)
    expect((await raw('GET', key, { 'legal-hold': '', versionId })).text).toContain('<Status>ON</Status>')
    expect((await raw('DELETE', key, { versionId })).status).toBeGreaterThanOrEqual(400)
    expect(await blobs.head(key)).toMatchObject({ retention: { mode: 'COMPLIANCE' }, legalHold: true })
  })

  it('a locked version is not removed, in our words', async () => {
    const { version } = await blobs.put('kept', Uint8Array.of(1), {
      retention: { mode: 'GOVERNANCE', until: soon() },
    })
    await expect(blobs.remove('kept', { version })).rejects.toMatchObject({
      code: 'blob-locked',
      kind: 'denied',
    })
    await blobs.put('kept', Uint8Array.of(2))
    await expect(blobs.remove('kept', { version })).rejects.toMatchObject({ code: 'blob-locked' })
    expect(await blobs.head('kept', { version })).toMatchObject({ retention: { mode: 'GOVERNANCE' } })
    await blobs.remove('kept')
    expect(await blobs.head('kept')).toBeUndefined()
    expect(await blobs.get('kept', { version })).toEqual(Uint8Array.of(1))
    expect((await raw('GET', 'kept', { versionId: version ?? '' })).status).toBe(200)
  })

  it('versions are listed newest first and can be read and removed one by one', async () => {
    const made: (string | undefined)[] = []
    for (const n of [1, 2, 3]) made.push((await blobs.put('many', Uint8Array.of(n))).version)
    await blobs.put('many.other', Uint8Array.of(9))
    await blobs.remove('many')
    const listed = await blobs.versions('many')
    expect(listed.map(({ version }) => version)).toEqual([...made].reverse())
    expect(await blobs.get('many', { version: made[1] })).toEqual(Uint8Array.of(2))
    expect(await blobs.head('many', { version: made[0] })).toMatchObject({ size: 1, version: made[0] })
    await blobs.remove('many', { version: made[1] })
    await blobs.remove('many', { version: made[1] })
    expect(await blobs.head('many', { version: made[1] })).toBeUndefined()
    await expect(blobs.get('many', { version: made[1] })).rejects.toMatchObject({ code: 'blob-missing' })
    await expect(blobs.get('many', { version: 'nonsense' })).rejects.toMatchObject({ code: 'blob-missing' })
    expect((await blobs.versions('many')).map(({ version }) => version)).toEqual([made[2], made[0]])
  })

  it('a bucket without object lock refuses locks before anything is sent', async () => {
    const plain = await server.createBucket({ locks: false, versions: false })
    const other = await openS3({ ...server, bucket: plain })
    await expect(other.put('x', Uint8Array.of(1), { legalHold: true })).rejects.toMatchObject({
      code: 'blob-lock-unsupported',
    })
    await expect(
      other.put('x', Uint8Array.of(1), { retention: { mode: 'GOVERNANCE', until: soon() } }),
    ).rejects.toMatchObject({ code: 'blob-lock-unsupported' })
    expect((await rawS3(server, { method: 'HEAD', path: `/${plain}/x` })).status).toBe(404)
    const info = await other.put('x', Uint8Array.of(1))
    expect('version' in info).toBe(false)
    expect(await other.versions('x')).toEqual([expect.not.objectContaining({ version: expect.anything() })])
  })
})
