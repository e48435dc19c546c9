import { open, writeFile } from 'node:fs/promises'
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
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    if (size <= maxFileBytes) return new Uint8Array(await handle.readFile())
  } catch (cause) {
    throw notReadable(file, cause)
  }
  throw error('file-too-large', { file, size, limit: maxFileBytes })
}

/**
 * Writes a whole file.
 *
 * @throws VaultError `file-not-writable`
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  try {
    await writeFile(file, bytes)
  } catch (cause) {
    throw notWritable(file, cause)
  }
}

export function notReadable(file: string, cause: unknown) {
  return error('file-not-readable', { file, ...reasonOf(cause) }, { cause })
}

export function notWritable(file: string, cause: unknown) {
  const noFolder = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  const reason = noFolder ? { why: 'no such folder', whyZh: '文件夹不存在' } : reasonOf(cause)
  return error('file-not-writable', { file, ...reason }, { cause })
}

const reasons: Readonly<Record<string, { why: string; whyZh: string }>> = {
  ENOENT: { why: 'no such file', whyZh: '文件不存在' },
  EACCES: { why: 'permission denied', whyZh: '没有访问权限' },
  EISDIR: { why: 'it is a folder', whyZh: '这是文件夹' },
}

function reasonOf(cause: unknown): { why: string; whyZh: string } {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  return reasons[code] ?? { why: `the system says ${code}`, whyZh: `系统返回 ${code}` }
}
