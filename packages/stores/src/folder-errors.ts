import { VaultError } from '@licencevault/errors'
import { error } from './codes.ts'

/** The word of an error of the operating system, such as `ENOENT`. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}

/** An error of the file system in our words; what is ours already, or the caller's, is passed on. */
export function folderError(cause: unknown, key: string): unknown {
  const code = codeOf(cause)
  if (cause instanceof VaultError || code === undefined || !('syscall' in (cause as object))) return cause
  switch (code) {
    case 'ENOENT':
    case 'EISDIR':
    case 'ENOTDIR':
      return error('blob-missing', { key }, { cause })
    case 'ENOSPC':
    case 'EDQUOT':
      return error('store-full', {}, { cause })
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return error('store-read-only', { found: code }, { cause })
    default:
      return error('store-unavailable', { found: code }, { cause })
  }
}

/** The same for a write, where a missing or wrong kind of thing in the way means something else. */
export function folderWriteError(cause: unknown, key: string): unknown {
  switch (codeOf(cause)) {
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return error('blob-key-invalid', { key }, { cause })
    case 'ENOENT':
      return error('store-unavailable', { found: 'ENOENT' }, { cause })
    default:
      return folderError(cause, key)
  }
}
