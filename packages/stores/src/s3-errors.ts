import { VaultError } from '@licencevault/errors'
import { error } from './codes.ts'

/** What a server said no with. */
export interface S3Refusal {
  readonly status: number
  /** S3's own word, such as `NoSuchKey`; empty where the answer had no body. */
  readonly code: string
  readonly message: string
}

/** Whether the same request may be answered otherwise a moment later. */
export function isPassing({ status, code }: S3Refusal): boolean {
  if (code === 'XMinioStorageFull') return false
  return [408, 429, 500, 502, 503, 504].includes(status) || code === 'ConditionalRequestConflict'
}

/** A refusal in our words. */
export function refusalError(refusal: S3Refusal, key: string, writing: boolean): VaultError {
  const { status, code, message } = refusal
  const found = [status, code, message].filter(Boolean).join(' ').slice(0, 300)
  switch (code) {
    case 'NoSuchKey':
    case 'NoSuchVersion':
      return error('blob-missing', { key })
    case 'PreconditionFailed':
    case 'ConditionalRequestConflict':
      return error('blob-exists', { key })
    case 'XMinioStorageFull':
    case 'XMinioAdminBucketQuotaExceeded':
    case 'QuotaExceeded':
    case 'InsufficientStorage':
      return error('store-full', {}, { cause: refusal })
    case 'AccessDenied':
      return error(writing ? 'store-read-only' : 'store-denied', { found })
    case 'InvalidRange':
      return error('blob-range-invalid', { key, start: '?', end: '?', size: '?' })
    // Another kind of key is in the way: versitygw keeps its blobs as files in folders.
    case 'ObjectParentIsFile':
    case 'ExistingObjectIsDirectory':
    case 'XMinioParentIsObject':
    case 'XMinioObjectExistsAsDirectory':
    case 'XMinioInvalidObjectName':
    case 'KeyTooLongError':
      return error('blob-key-invalid', { key })
  }
  if (code === 'InvalidArgument' && /version id/i.test(message)) return error('blob-missing', { key })
  if (status === 412) return error('blob-exists', { key })
  if (status === 507) return error('store-full', {}, { cause: refusal })
  if (status === 401 || status === 403) return error('store-denied', { found })
  if (status >= 500 || status === 408 || status === 429) return error('store-unavailable', { found })
  if (code === 'NoSuchBucket') return error('store-unavailable', { found })
  return error('store-garbled', { found })
}

/** What happened on the way in our words; what is ours already is passed on. */
export function wayError(cause: unknown): unknown {
  if (cause instanceof VaultError || !(cause instanceof Error)) return cause
  const code = 'code' in cause ? String(cause.code) : ''
  if (code.startsWith('HPE_')) return error('store-garbled', { found: code }, { cause })
  if ('syscall' in cause || way.has(code)) {
    return error('store-unavailable', { found: code || cause.message }, { cause })
  }
  return cause
}

/** Of node:http, node:tls and AggregateError of several addresses. */
const way: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EPROTO',
  'ERR_STREAM_PREMATURE_CLOSE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])
