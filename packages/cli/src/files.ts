import { open } from 'node:fs/promises'
import { error } from './codes.ts'

/** A licence file is some 100 KB; what is far larger is not read at all. */
export const maxFileBytes = 64 * 1024 * 1024

/**
 * Reads a whole file.
 *
 * @throws VaultError `file-not-readable`, `file-too-large`
 */
export async function readWhole(file: string): Promise<Uint8Array> {
  let size: number
  try {
    await using handle = await open(file)
    const stat = await handle.stat()
    size = stat.size
    if (stat.isDirectory()) throw new Error('it is a folder')
    if (size <= maxFileBytes) return new Uint8Array(await handle.readFile())
  } catch (cause) {
    throw error('file-not-readable', { file, why: reasonOf(cause) }, { cause })
  }
  throw error('file-too-large', { file, size, limit: maxFileBytes })
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const known: Readonly<Record<string, string>> = { ENOENT: 'no such file', EACCES: 'permission denied' }
  return known[code] ?? (cause instanceof Error ? cause.message : String(cause))
}
