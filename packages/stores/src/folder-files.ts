import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { error } from './codes.ts'
import type { Watch } from './watch.ts'

const CHUNK_BYTES = 256 * 1024
const ABANDONED_MS = 24 * 3600 * 1000

interface Range {
  readonly start: number
  readonly end: number
}

/** Writes a new file and syncs it; answers its time. */
export async function writeDraft(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  observer: Watch,
): Promise<Date> {
  const opening = open(path, 'wx', 0o600)
  try {
    const file = await observer.step('create', opening)
    for await (const chunk of chunks) await observer.step('write', file.writeFile(chunk))
    await observer.step('sync', file.sync())
    return (await observer.step('stat', file.stat())).mtime
  } finally {
    void opening.then((file) => file.close()).catch(() => {})
  }
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Takes away what was begun by processes that died long ago. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(path, { force: true })
  }
}

export async function readWhole(file: FileHandle, key: string, { start, end }: Range): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start)
  for (let filled = 0; filled < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled)
    if (bytesRead === 0) throw cutShort(key)
    filled += bytesRead
  }
  return bytes
}

/**
 * The bytes in chunks. The file is opened when the first is asked for, and closed at the end or when the
 * reader leaves: who never reads holds nothing.
 */
export async function* fileStream(
  open: () => Promise<FileHandle>,
  key: string,
  { start, end }: Range,
  observer: Watch,
): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open()
  try {
    for (let at = start; at < end; ) {
      const value = new Uint8Array(Math.min(CHUNK_BYTES, end - at))
      const { bytesRead } = await observer.step('read', file.read(value, 0, value.length, at))
      if (bytesRead === 0) throw cutShort(key)
      at += bytesRead
      yield value.subarray(0, bytesRead)
    }
  } finally {
    // Not awaited: a disk that hangs would also hang here.
    void file.close().catch(() => {})
  }
}

function cutShort(key: string) {
  return error('store-garbled', { found: `${key} was cut short while it was read` })
}
