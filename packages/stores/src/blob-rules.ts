import type { Content } from './blobs.ts'
import { error } from './codes.ts'

/** Without a byte of progress for so long, a call ends. */
export const IDLE_MS = 30_000
/** The largest blob: what S3 takes in one PUT, the one kind that is conditional on every server. */
export const MAX_BLOB_BYTES = 5 * 1024 ** 3
/** The most that `get` reads into memory. */
export const MAX_GET_BYTES = 1024 ** 3

const MAX_KEY_LENGTH = 512
const part = '[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}'
const keyForm = new RegExp(`^${part}(/${part})*$`)
const prefixForm = new RegExp(`^(${part}(/${part})*/?)?$`)

/** Refuses what is no key before it reaches a file system or an address, where `..` or `%2f` mean more. */
export function requireKey(key: string): void {
  if (key.length > MAX_KEY_LENGTH || !keyForm.test(key)) throw error('blob-key-invalid', { key: shown(key) })
}

/** A prefix is the beginning of a key, or empty. */
export function requirePrefix(prefix: string): void {
  if (prefix.length > MAX_KEY_LENGTH || !prefixForm.test(prefix)) {
    throw error('blob-key-invalid', { key: shown(prefix) })
  }
}

function shown(key: string): string {
  return JSON.stringify(String(key).slice(0, 200))
}

export function requireRange(
  key: string,
  size: number,
  range: { readonly start: number; readonly end: number } | undefined,
): { readonly start: number; readonly end: number } {
  if (range === undefined) return { start: 0, end: size }
  const { start, end } = range
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > size) {
    throw error('blob-range-invalid', { key, start, end, size })
  }
  return range
}

export function requireGettable(size: number): void {
  if (size > MAX_GET_BYTES) throw error('blob-too-large', { size, limit: MAX_GET_BYTES })
}

/** The content as chunks that add up to exactly the size that was said, or an error. */
export function chunksOf(
  key: string,
  content: Content,
): { readonly size: number; readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> } {
  const size = content instanceof Uint8Array ? content.length : content.size
  if (!Number.isInteger(size) || size < 0 || size > MAX_BLOB_BYTES) {
    throw error('blob-too-large', { size, limit: MAX_BLOB_BYTES })
  }
  return {
    size,
    chunks: content instanceof Uint8Array ? [content] : exactly(key, size, content.stream),
  }
}

async function* exactly(
  key: string,
  size: number,
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let seen = 0
  for await (const chunk of stream) {
    seen += chunk.length
    if (seen > size) throw error('blob-size-wrong', { key, size, found: `≥ ${seen}` })
    if (chunk.length > 0) yield chunk
  }
  if (seen !== size) throw error('blob-size-wrong', { key, size, found: seen })
}
