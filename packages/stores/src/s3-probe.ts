import { createHash, randomUUID } from 'node:crypto'
import { IDLE_MS } from './blob-rules.ts'
import { error } from './codes.ts'
import { type Ask, asking, textOf } from './s3-ask.ts'
import { locksOf, noLock } from './s3-bucket.ts'
import { type Exchange, type S3Request, type S3Settings, s3Exchange } from './s3-exchange.ts'
import { textOf as headerOf } from './s3-headers.ts'
import { PART_BYTES, putS3 } from './s3-put.ts'

/** What a store really does, each tried, whatever it says of itself. */
export interface S3Findings {
  /** Two puts under one key are two versions, and the first can still be read. */
  readonly keepsVersions: boolean
  /** Of eight who create at once with `If-None-Match: *`, one wins, and its bytes stand there. */
  readonly oneCreatorWins: boolean
  /** The same for blobs that go up in parts. */
  readonly oneCreatorInPartsWins: boolean
  /** A key whose blob was removed can be created again. */
  readonly removedKeyIsFree: boolean
  /** A put whose bytes do not fit the checksum sent with it is refused. */
  readonly refusesWrongChecksum: boolean
  /** A lock given with the put is there afterwards. */
  readonly keepsLock: boolean
  /** A COMPLIANCE lock: the version cannot be removed, nor the time shortened, nor the mode weakened. */
  readonly refusesRemovalUnderCompliance: boolean
  readonly refusesShorteningCompliance: boolean
  readonly refusesWeakeningCompliance: boolean
  /** A GOVERNANCE lock: the version cannot be removed unless that is asked for with the permission to. */
  readonly refusesRemovalUnderGovernance: boolean
  readonly bypassesGovernance: boolean
  /** A legal hold: the version cannot be removed; afterwards it can. */
  readonly refusesRemovalUnderHold: boolean
  readonly removesAfterHold: boolean
  /** An overwrite under a lock makes a new version and leaves the locked one, locked. */
  readonly overwriteLeavesLocked: boolean
  /** HEAD tells the lock of a version that is not the newest. */
  readonly headTellsLockOfOlder: boolean
}

const LOCK_MS = 60_000

/**
 * Tries what the store promises. In the bucket it leaves a few small blobs under `probe/`, one of which cannot
 * be removed for a minute.
 *
 * @throws VaultError `blob-lock-unsupported` when the bucket was made without object lock
 */
export async function probeS3(settings: S3Settings): Promise<S3Findings> {
  const exchange = s3Exchange({ ...settings, idleMs: settings.idleMs ?? IDLE_MS })
  const ask = asking(exchange)
  if (!(await locksOf(ask))) throw error('blob-lock-unsupported', noLock)
  const home = `probe/${randomUUID()}`
  const bucket = bucketAt(exchange)
  return {
    oneCreatorWins: await oneWins(ask, `${home}/race`, 1_000),
    oneCreatorInPartsWins: await oneWins(ask, `${home}/race-in-parts`, PART_BYTES + 1),
    ...(await probeVersions(bucket, `${home}/versions`)),
    ...(await probeChecksum(bucket, `${home}/checksum`)),
    ...(await probeCompliance(bucket, `${home}/compliance`)),
    ...(await probeGovernance(bucket, `${home}/governance`)),
    ...(await probeHold(bucket, `${home}/hold`)),
  }
}

interface Outcome {
  readonly ok: boolean
  readonly version: string | undefined
  readonly mode: string | undefined
  readonly text: string
}

type Headers = S3Request['headers']

/** Each request once, and whatever the answer. */
interface Bucket {
  put(key: string, text: string, headers?: Headers): Promise<Outcome>
  get(key: string, versionId: string | undefined): Promise<Outcome>
  head(key: string, versionId: string | undefined): Promise<Outcome>
  remove(key: string, versionId: string | undefined, headers?: Headers): Promise<Outcome>
  set(
    what: 'retention' | 'legal-hold',
    key: string,
    versionId: string | undefined,
    xml: string,
  ): Promise<Outcome>
}

function bucketAt(exchange: Exchange): Bucket {
  const tried = async (request: S3Request): Promise<Outcome> => {
    const { status, headers, body } = await exchange(request)
    return {
      ok: status >= 200 && status < 300,
      version: headerOf(headers['x-amz-version-id']),
      mode: headerOf(headers['x-amz-object-lock-mode']),
      text: await textOf(body),
    }
  }
  return {
    put: (key, text, headers) => tried({ method: 'PUT', key, headers, body: Buffer.from(text) }),
    get: (key, versionId) => tried({ method: 'GET', key, query: { versionId } }),
    head: (key, versionId) => tried({ method: 'HEAD', key, query: { versionId } }),
    remove: (key, versionId, headers) => tried({ method: 'DELETE', key, query: { versionId }, headers }),
    set: (what, key, versionId, xml) => {
      const body = Buffer.from(xml)
      const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
      return tried({ method: 'PUT', key, query: { [what]: '', versionId }, headers, body })
    },
  }
}

async function oneWins(ask: Ask, key: string, size: number): Promise<boolean> {
  const contents = Array.from({ length: 8 }, (_, n) => Buffer.alloc(size, n + 1))
  const puts = contents.map((body) => putS3(ask, key, size, chunksOf(body), { ifAbsent: true }))
  const outcomes = await Promise.allSettled(puts)
  const won = outcomes.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []))
  const standing = await ask({ method: 'GET', key, headers: { range: 'bytes=0-0' } })
  return won.length === 1 && (await textOf(standing.body)) === String.fromCharCode((won[0] ?? -1) + 1)
}

async function probeVersions({ put, get, remove }: Bucket, key: string) {
  const first = await put(key, 'one')
  const second = await put(key, 'two')
  const old = await get(key, first.version)
  await remove(key, undefined)
  const created = await put(key, 'three', { 'if-none-match': '*' })
  return {
    keepsVersions: second.ok && first.version !== second.version && old.text === 'one',
    removedKeyIsFree: created.ok,
  }
}

async function probeChecksum({ put }: Bucket, key: string) {
  const ofOtherBytes = createHash('sha256').update('other bytes').digest('base64')
  const { ok } = await put(key, 'bytes', { 'x-amz-checksum-sha256': ofOtherBytes })
  return { refusesWrongChecksum: !ok }
}

async function probeCompliance({ put, get, head, remove, set }: Bucket, key: string) {
  const { ok, version } = await put(key, 'kept', lockedAs('COMPLIANCE'))
  const fresh = await head(key, version)
  const removal = await remove(key, version)
  const shortening = await set('retention', key, version, retention('COMPLIANCE', 1_000))
  const weakening = await set('retention', key, version, retention('GOVERNANCE', LOCK_MS))
  const over = await put(key, 'over')
  const told = await head(key, version)
  const removalOfOlder = await remove(key, version)
  const older = await get(key, version)
  return {
    keepsLock: ok && fresh.mode === 'COMPLIANCE',
    refusesRemovalUnderCompliance: ok && !removal.ok,
    refusesShorteningCompliance: ok && !shortening.ok,
    refusesWeakeningCompliance: ok && !weakening.ok,
    overwriteLeavesLocked: over.ok && over.version !== version && !removalOfOlder.ok && older.text === 'kept',
    headTellsLockOfOlder: told.mode === 'COMPLIANCE',
  }
}

async function probeGovernance({ put, remove }: Bucket, key: string) {
  const { ok, version } = await put(key, 'kept', lockedAs('GOVERNANCE'))
  const removal = await remove(key, version)
  const bypassing = await remove(key, version, { 'x-amz-bypass-governance-retention': 'true' })
  return { refusesRemovalUnderGovernance: ok && !removal.ok, bypassesGovernance: bypassing.ok }
}

async function probeHold({ put, remove, set }: Bucket, key: string) {
  const { ok, version } = await put(key, 'kept', { 'x-amz-object-lock-legal-hold': 'ON' })
  const removal = await remove(key, version)
  await set('legal-hold', key, version, '<LegalHold><Status>OFF</Status></LegalHold>')
  const afterwards = await remove(key, version)
  return { refusesRemovalUnderHold: ok && !removal.ok, removesAfterHold: afterwards.ok }
}

function lockedAs(mode: string): Headers {
  const until = new Date(Date.now() + LOCK_MS).toISOString()
  return { 'x-amz-object-lock-mode': mode, 'x-amz-object-lock-retain-until-date': until }
}

function retention(mode: string, ms: number): string {
  const until = new Date(Date.now() + ms).toISOString()
  return `<Retention><Mode>${mode}</Mode><RetainUntilDate>${until}</RetainUntilDate></Retention>`
}

async function* chunksOf(body: Buffer): AsyncIterable<Uint8Array> {
  yield body
}
