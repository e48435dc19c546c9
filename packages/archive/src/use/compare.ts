import { createHash } from 'node:crypto'
import { error } from '../codes.ts'
import type { FiledPackage } from '../filing/open-filed.ts'
import { sha256 } from '../office.ts'

const MANIFEST = 'tagmanifest-sha256.txt'

/**
 * A tag file, held against the tag manifest, and that against what the ledger commits to.
 *
 * @throws VaultError `file-altered`
 */
export async function committedTag(opened: FiledPackage, path: string): Promise<Buffer> {
  const manifest = await opened.tag(MANIFEST)
  if (sha256(manifest) !== opened.commitment) throw error('file-altered', { path: MANIFEST })
  const bytes = await opened.tag(path)
  const lines = Buffer.from(manifest).toString('utf8').split('\n')
  if (!lines.some((line) => line === `${sha256(bytes)}  ${path}`)) throw error('file-altered', { path })
  return Buffer.from(bytes)
}

/** Hands bytes on, and fails at their end with VaultError `file-altered` where they are not those of a digest. */
export async function* compared(
  stream: AsyncIterable<Uint8Array>,
  { path, sha256: expected }: { readonly path: string; readonly sha256: string },
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of stream) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== expected) throw error('file-altered', { path })
}
