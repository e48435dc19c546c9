import { createHash, randomUUID } from 'node:crypto'
import { IDLE_MS } from './blob-rules.ts'
import { error } from './codes.ts'
import { asking, done, explained, textOf } from './s3-ask.ts'
import { type S3Request, type S3Settings, s3Exchange } from './s3-exchange.ts'
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
  /** An overwrite under a lock makes a new version and leaves the locked one. */
  readonly overwriteLeavesLocked: boolean
}

const LOCK_MS = 60_000

/**
 * Tries what the store promises. In a bucket with locks it leaves three small blobs under `probe/`, which
 * cannot be removed for a minute.
 *
 * @throws VaultError `blob-lock-unsupported` when the bucket was made without object lock
 */
export async function probeS3(settings: S3Settings): Promise<S3Findings> {
  const exchange = s3Exchange({ ...settings, idleMs: settings.idleMs ?? IDLE_MS })
  const ask = asking(exchange)
  const home = `probe/${randomUUID()}`
  /** Whether it was done, and if so its version. */
  const tried = async (request: S3Request) => {
    const answer = await exchange(request)
    const text = await textOf(answer.body)
    return {
      ok: answer.status >= 200 && answer.status < 300,
      version: headerOf(answer.headers['x-amz-version-id']),
      headers: answer.headers,
      text,
    }
  }
  const put = (key: string, text: string, headers: S3Request['headers'] = {}) =>
    tried({ method: 'PUT', key, headers, body: Buffer.from(text) })
  const get = async (key: string, versionId?: string) =>
    await tried({ method: 'GET', key, query: { versionId } })
  const remove = (key: string, versionId: string | undefined, headers: S3Request['headers'] = {}) =>
    tried({ method: 'DELETE', key, query: { versionId }, headers })
  const setting = (
    what: 'retention' | 'legal-hold',
    key: string,
    versionId: string | undefined,
    xml: string,
  ) => {
    const body = Buffer.from(xml)
    const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
    return tried({ method: 'PUT', key, query: { [what]: '', versionId }, headers, body })
  }
  const race = async (key: string, size: number) => {
    const contents = Array.from({ length: 8 }, (_, n) => Buffer.alloc(size, n + 1))
    const puts = contents.map((body) => putS3(ask, key, size, chunksOf(body), { ifAbsent: true }))
    const outcomes = await Promise.allSettled(puts)
    const won = outcomes.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []))
    const standing = await ask({ method: 'GET', key, headers: { range: 'bytes=0-0' } })
    return won.length === 1 && (await textOf(standing.body)) === String.fromCharCode((won[0] ?? -1) + 1)
  }
  const locked = (mode: 'GOVERNANCE' | 'COMPLIANCE') => ({
    'x-amz-object-lock-mode': mode,
    'x-amz-object-lock-retain-until-date': new Date(Date.now() + LOCK_MS).toISOString(),
  })
  const retention = (mode: string, ms: number) =>
    `<Retention><Mode>${mode}</Mode><RetainUntilDate>${new Date(Date.now() + ms).toISOString()}</RetainUntilDate></Retention>`

  try {
    await done(await ask({ method: 'GET', query: { 'object-lock': '' } }))
  } catch (cause) {
    const known = explained(cause, '', false)
    throw error('blob-lock-unsupported', { found: String(known), foundZh: String(known) }, { cause })
  }

  const first = await put(`${home}/versions`, 'one')
  const second = await put(`${home}/versions`, 'two')
  const old = await get(`${home}/versions`, first.version)
  await remove(`${home}/versions`, undefined)
  const created = await put(`${home}/versions`, 'three', { 'if-none-match': '*' })

  const wrong = createHash('sha256').update('other bytes').digest('base64')
  const mismatched = await put(`${home}/checksum`, 'bytes', { 'x-amz-checksum-sha256': wrong })

  const compliance = await put(`${home}/compliance`, 'kept', locked('COMPLIANCE'))
  const removal = await remove(`${home}/compliance`, compliance.version)
  const shortening = await setting(
    'retention',
    `${home}/compliance`,
    compliance.version,
    retention('COMPLIANCE', 1_000),
  )
  const weakening = await setting(
    'retention',
    `${home}/compliance`,
    compliance.version,
    retention('GOVERNANCE', LOCK_MS),
  )
  await put(`${home}/compliance`, 'over')
  const kept = await get(`${home}/compliance`, compliance.version)
  const told = await tried({
    method: 'HEAD',
    key: `${home}/compliance`,
    query: { versionId: compliance.version },
  })

  const governance = await put(`${home}/governance`, 'kept', locked('GOVERNANCE'))
  const governed = await remove(`${home}/governance`, governance.version)
  const bypass = { 'x-amz-bypass-governance-retention': 'true' }
  const bypassed = await remove(`${home}/governance`, governance.version, bypass)

  const held = await put(`${home}/held`, 'kept', { 'x-amz-object-lock-legal-hold': 'ON' })
  const heldRemoval = await remove(`${home}/held`, held.version)
  await setting('legal-hold', `${home}/held`, held.version, '<LegalHold><Status>OFF</Status></LegalHold>')
  const freed = await remove(`${home}/held`, held.version)

  return {
    keepsVersions: first.ok && second.ok && first.version !== second.version && old.text === 'one',
    oneCreatorWins: await race(`${home}/race`, 1_000),
    oneCreatorInPartsWins: await race(`${home}/race-in-parts`, PART_BYTES + 1),
    removedKeyIsFree: created.ok,
    refusesWrongChecksum: !mismatched.ok,
    keepsLock: told.headers['x-amz-object-lock-mode'] === 'COMPLIANCE',
    refusesRemovalUnderCompliance: compliance.ok && !removal.ok,
    refusesShorteningCompliance: compliance.ok && !shortening.ok,
    refusesWeakeningCompliance: compliance.ok && !weakening.ok,
    refusesRemovalUnderGovernance: governance.ok && !governed.ok,
    bypassesGovernance: bypassed.ok,
    refusesRemovalUnderHold: held.ok && !heldRemoval.ok,
    removesAfterHold: freed.ok,
    overwriteLeavesLocked: kept.text === 'kept',
  }
}

async function* chunksOf(body: Buffer): AsyncIterable<Uint8Array> {
  yield body
}
