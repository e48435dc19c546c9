import { VaultError } from '@licencevault/errors'
import {
  chunksOf,
  IDLE_MS,
  MAX_BLOB_BYTES,
  MAX_GET_BYTES,
  requireKey,
  requirePrefix,
  requireRange,
} from './blob-rules.ts'
import type { BlobInfo, Blobs, GetOptions, PutOptions } from './blobs.ts'
import { error } from './codes.ts'
import { type Ask, asking, done, explained, Refused } from './s3-ask.ts'
import { lockOf, locksOf, noLock } from './s3-bucket.ts'
import { type S3Settings, s3Exchange } from './s3-exchange.ts'
import { infoIn } from './s3-headers.ts'
import { listS3, versionsS3 } from './s3-list.ts'
import { putS3 } from './s3-put.ts'
import { gathered, streamed } from './s3-read.ts'
import { watch, watched } from './watch.ts'

export type { S3Settings } from './s3-exchange.ts'
export { probeS3, type S3Findings } from './s3-probe.ts'

/**
 * Keeps blobs in an existing bucket of MinIO or whatever speaks S3 and creates conditionally. Several
 * processes may use it at once. What it keeps of versions and locks is the bucket's own setting.
 *
 * @throws VaultError `store-…` when the bucket cannot be reached
 */
export async function openS3(settings: S3Settings): Promise<Blobs> {
  const idleMs = settings.idleMs ?? IDLE_MS
  const ask = asking(s3Exchange({ ...settings, idleMs }))
  const locks = await locksOf(ask)

  const head: Blobs['head'] = async (key, { version, signal } = {}) => {
    requireKey(key)
    try {
      const answer = await ask({ method: 'HEAD', key, query: { versionId: version }, signal })
      const info = infoIn(key, answer.headers)
      // Some servers do not tell the lock of a version that is not the newest.
      const isSilent = locks && version !== undefined && !info.retention && info.legalHold === undefined
      return isSilent ? { ...info, ...(await lockOf(ask, key, { version, signal })) } : info
    } catch (cause) {
      await sureItIsMissing(ask, cause, key, { version, signal })
      return undefined
    }
  }

  const opened = async (key: string, { version, range, signal }: GetOptions, most = MAX_BLOB_BYTES) => {
    requireKey(key)
    // Whether it lies within the blob is only known from the answer.
    if (range) requireRange(key, Number.MAX_SAFE_INTEGER, range)
    const headers = range ? { range: `bytes=${range.start}-${range.end - 1}` } : {}
    const answer = await ask({ method: 'GET', key, query: { versionId: version }, headers, signal })
    const info = infoIn(key, answer.headers)
    try {
      const { start, end } = requireRange(key, info.size, range)
      if (end - start > most) throw error('blob-too-large', { size: end - start, limit: most })
      if (Number(answer.headers['content-length']) !== end - start) {
        throw error('store-garbled', { found: 'other bytes than were asked for' })
      }
      return { info, size: end - start, body: answer.body }
    } catch (cause) {
      answer.body.destroy()
      throw cause
    }
  }

  return Object.freeze<Blobs>({
    async put(key, content, options = {}) {
      requireKey(key)
      if (!locks) refuseLocks(options)
      const { size, chunks } = chunksOf(key, content)
      const observer = watch(idleMs, options.signal)
      try {
        const info = await putS3(ask, key, size, watched(key, chunks, observer), options)
        if (options.retention || options.legalHold) await requireLocked(head, info, options)
        return info
      } catch (cause) {
        throw explained(cause, key, true)
      }
    },

    async get(key, options = {}) {
      try {
        const { size, body } = await opened(key, options, MAX_GET_BYTES)
        return await gathered(body, size, options.signal)
      } catch (cause) {
        throw explained(cause, key, false)
      }
    },

    async open(key, options = {}) {
      const info = await head(key, options)
      if (!info) throw error('blob-missing', { key })
      requireRange(key, info.size, options.range)
      const reopened = async () => {
        const { info: now, body } = await opened(key, {
          ...options,
          version: info.version ?? options.version,
        })
        if (now.size === info.size) return body
        body.destroy()
        throw error('blob-changed', { key })
      }
      return { info, stream: streamed(reopened, key, options.signal) }
    },

    head,

    async *list(prefix, options = {}) {
      requirePrefix(prefix)
      yield* listS3(ask, prefix, options.after ?? '', options)
    },

    async versions(key, options = {}) {
      requireKey(key)
      return await versionsS3(ask, key, options)
    },

    async remove(key, { version, signal } = {}) {
      requireKey(key)
      try {
        await done(await ask({ method: 'DELETE', key, query: { versionId: version }, signal }))
      } catch (cause) {
        const reason = await removalError(head, cause, key, { version, signal })
        if (!(reason instanceof VaultError && reason.code === 'blob-missing')) throw reason
      }
    },
  })
}

function refuseLocks({ retention, legalHold }: PutOptions): void {
  if (retention !== undefined || legalHold) throw error('blob-lock-unsupported', noLock)
}

/** Stores are known that take the lock's headers and keep no lock. */
async function requireLocked(head: Blobs['head'], info: BlobInfo, options: PutOptions): Promise<void> {
  const { key, version } = info
  const found = await head(key, { version, signal: options.signal })
  const retained =
    options.retention === undefined ||
    (found?.retention?.mode === options.retention.mode &&
      found.retention.until.getTime() >= Math.floor(options.retention.until.getTime() / 1000) * 1000)
  const held = !options.legalHold || found?.legalHold === true
  if (!retained || !held) throw error('store-garbled', { found: `${key} was accepted but not locked` })
}

/**
 * The answer to HEAD has no body: whether the blob is missing or the bucket is gone stands only in that of
 * GET. To take a lost bucket for a missing blob would be to issue again what was issued.
 */
async function sureItIsMissing(
  ask: Ask,
  cause: unknown,
  key: string,
  { version, signal }: GetOptions,
): Promise<void> {
  if (!(cause instanceof Refused)) throw explained(cause, key, false)
  const { status } = cause.refusal
  // 405 and 400: the version is a mark of removal, or no version at all.
  if (status === 405 || (status === 400 && version !== undefined)) return
  if (status !== 404) throw explained(cause, key, false)
  try {
    const answer = await ask({ method: 'GET', key, query: { versionId: version }, signal })
    answer.body.destroy()
  } catch (again) {
    if (again instanceof Refused && again.refusal.code === 'NoSuchBucket') throw explained(again, key, false)
    if (!(again instanceof Refused)) throw explained(again, key, false)
  }
}

/** A lock is told from a missing permission by looking at it. */
async function removalError(
  head: Blobs['head'],
  cause: unknown,
  key: string,
  { version, signal }: GetOptions,
): Promise<unknown> {
  if (!(cause instanceof Refused) || version === undefined) return explained(cause, key, true)
  const found = await head(key, { version, signal })
  const locked = found?.legalHold || (found?.retention && found.retention.until.getTime() > Date.now())
  return locked ? error('blob-locked', { key }) : explained(cause, key, true)
}
