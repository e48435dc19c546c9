import { createHash, randomUUID } from 'node:crypto'
import type { BlobInfo, PutOptions } from './blobs.ts'
import { error } from './codes.ts'
import { type Ask, done, Refused, textOf } from './s3-ask.ts'
import type { S3Answer } from './s3-exchange.ts'
import { dateIn, textOf as headerOf, lockHeaders, MARK } from './s3-headers.ts'
import { textIn } from './s3-xml.ts'

/** What is larger goes up in parts of this size, two of them in memory: 640 of them are 5 GiB. */
export const PART_BYTES = 8 * 1024 * 1024

/** In one request up to a part's size, else in parts, which become a blob in one step. */
export async function putS3(
  ask: Ask,
  key: string,
  size: number,
  chunks: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<BlobInfo> {
  const put = { ask, key, size, options, mark: randomUUID() }
  return size <= PART_BYTES ? await putWhole(put, chunks) : await putInParts(put, chunks)
}

interface Put {
  readonly ask: Ask
  readonly key: string
  readonly size: number
  readonly options: PutOptions
  readonly mark: string
}

async function putWhole(put: Put, chunks: AsyncIterable<Uint8Array>): Promise<BlobInfo> {
  const { ask, key, options, mark } = put
  const body = Buffer.concat(await Array.fromAsync(chunks))
  try {
    const answer = await ask({
      method: 'PUT',
      key,
      headers: {
        'content-type': 'application/octet-stream',
        'if-none-match': options.ifAbsent ? '*' : undefined,
        'x-amz-checksum-sha256': base64Sha256(body),
        [MARK]: mark,
        ...lockHeaders(options),
      },
      body,
      signal: options.signal,
    })
    return infoOf(put, await done(answer))
  } catch (cause) {
    return await oursAfterDoubt(put, cause)
  }
}

async function putInParts(put: Put, chunks: AsyncIterable<Uint8Array>): Promise<BlobInfo> {
  const { ask, key, options, mark } = put
  const begun = await ask({
    method: 'POST',
    key,
    query: { uploads: '' },
    headers: { 'content-type': 'application/octet-stream', [MARK]: mark, ...lockHeaders(options) },
    signal: options.signal,
  })
  // Always a new upload of our own: an unfinished one under the same key may be anybody's.
  const uploadId = textIn(await textOf(begun.body), 'UploadId')
  if (!uploadId) throw error('store-garbled', { found: 'an upload without an id' })
  try {
    const etags: string[] = []
    for await (const part of partsOf(chunks)) {
      etags.push(await putPart(put, uploadId, etags.length + 1, part))
    }
    return await complete(put, uploadId, etags)
  } catch (cause) {
    // In the background, and not under the caller's signal, which may be what ended the put.
    void ask({ method: 'DELETE', key, query: { uploadId } })
      .then(done)
      .catch(() => {})
    throw cause
  }
}

async function putPart({ ask, key, options }: Put, uploadId: string, partNumber: number, body: Buffer) {
  const answer = await ask({
    method: 'PUT',
    key,
    query: { partNumber, uploadId },
    headers: { 'content-md5': createHash('md5').update(body).digest('base64') },
    body,
    signal: options.signal,
  })
  await done(answer)
  if (!answer.headers.etag) throw error('store-garbled', { found: 'a part without an ETag' })
  return answer.headers.etag
}

async function complete(put: Put, uploadId: string, etags: readonly string[]): Promise<BlobInfo> {
  const { ask, key, options } = put
  const parts = etags.map((etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${etag}</ETag></Part>`)
  const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`)
  try {
    const answer = await ask({
      method: 'POST',
      key,
      query: { uploadId },
      headers: { 'content-type': 'application/xml', 'if-none-match': options.ifAbsent ? '*' : undefined },
      body,
      signal: options.signal,
    })
    // The status is sent before the work is done: a failure afterwards stands in the body of a 200.
    const text = await textOf(answer.body)
    const code = textIn(text, 'Code')
    if (code) throw new Refused({ status: 500, code, message: textIn(text, 'Message') ?? '' }, false)
    return infoOf(put, answer)
  } catch (cause) {
    return await oursAfterDoubt(put, cause)
  }
}

/**
 * The answer to a first try may be lost after the put took effect; the next try then finds the key taken,
 * or the upload gone. By its mark, and not by equal content, which another may have put, it is ours.
 */
async function oursAfterDoubt(put: Put, cause: unknown): Promise<BlobInfo> {
  if (!(cause instanceof Refused) || !cause.afterDoubt) throw cause
  const { status, code } = cause.refusal
  if (status !== 412 && code !== 'NoSuchUpload') throw cause
  const { ask, key, options, mark } = put
  const answer = await ask({ method: 'HEAD', key, signal: options.signal }).catch((again) => {
    throw again instanceof Refused ? cause : again
  })
  if (answer.headers[MARK] !== mark) throw cause
  return infoOf(put, answer)
}

/** Joins and splits what comes into parts of one size; the last may be smaller. */
async function* partsOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let part = Buffer.allocUnsafe(PART_BYTES)
  let filled = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.subarray(at, at + PART_BYTES - filled)
      part.set(taken, filled)
      filled += taken.length
      at += taken.length
      if (filled < PART_BYTES) continue
      yield part
      part = Buffer.allocUnsafe(PART_BYTES)
      filled = 0
    }
  }
  if (filled > 0) yield part.subarray(0, filled)
}

function infoOf({ key, size, options }: Put, { headers }: S3Answer): BlobInfo {
  const version = headerOf(headers['x-amz-version-id'])
  return {
    key,
    size,
    modifiedAt: dateIn(headers),
    ...(version === undefined || version === 'null' ? {} : { version }),
    ...(options.retention ? { retention: options.retention } : {}),
    ...(options.legalHold ? { legalHold: true } : {}),
  }
}

function base64Sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}
