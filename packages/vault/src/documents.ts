import { hash } from 'node:crypto'
import { VaultError } from '@licencevault/errors'
import { error } from './codes.ts'
import type { Office } from './office.ts'

/** SHA-256 in lower-case hex. */
export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex')

/** Keeps what an entry names by its digest, and hands the digest back. The same bytes are kept once. */
export async function keepDocument({ blobs, keys }: Office, bytes: Uint8Array): Promise<string> {
  const digest = sha256(bytes)
  await unlessThere(blobs.put(keys.byDigest(digest), bytes, { ifAbsent: true }))
  return digest
}

/** Reads it back. Throws VaultError `blob-missing`, `blob-altered`. */
export async function readDocument({ blobs, keys }: Office, digest: string): Promise<Uint8Array> {
  const bytes = await blobs.get(keys.byDigest(digest))
  if (sha256(bytes) !== digest) throw error('blob-altered', { digest })
  return bytes
}

/** False where something stands under that key already. */
export async function unlessThere(put: Promise<unknown>): Promise<boolean> {
  try {
    await put
    return true
  } catch (cause) {
    if (cause instanceof VaultError && cause.code === 'blob-exists') return false
    throw cause
  }
}
