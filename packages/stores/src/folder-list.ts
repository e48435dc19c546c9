import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobInfo } from './blobs.ts'
import { codeOf, folderError } from './folder-errors.ts'
import type { Watch } from './watch.ts'

/** How many files are asked for their size at once. */
const AT_ONCE = 32

/** Keys in the order of their bytes, one directory in memory at a time for each level. */
export async function* listFolder(
  root: string,
  prefix: string,
  after: string,
  observer: Watch,
): AsyncGenerator<BlobInfo> {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1)
  let batch: string[] = []
  for await (const key of keysIn(root, folder, { prefix, after }, observer)) {
    batch.push(key)
    if (batch.length < AT_ONCE) continue
    yield* await infosOf(root, batch, observer)
    batch = []
  }
  yield* await infosOf(root, batch, observer)
}

interface Wanted {
  readonly prefix: string
  readonly after: string
}

async function* keysIn(
  root: string,
  folder: string,
  wanted: Wanted,
  observer: Watch,
): AsyncGenerator<string> {
  for (const key of await namesIn(root, folder, observer)) {
    if (key.endsWith('/')) {
      const canHold = key.startsWith(wanted.prefix) || wanted.prefix.startsWith(key)
      const isBehind = key < wanted.after && !wanted.after.startsWith(key)
      if (canHold && !isBehind) yield* keysIn(root, key, wanted, observer)
    } else if (key.startsWith(wanted.prefix) && key > wanted.after) {
      yield key
    }
  }
}

/** A directory sorts where its keys do, behind the slash. All characters of keys are ASCII. */
async function namesIn(root: string, folder: string, observer: Watch): Promise<string[]> {
  const entries = await observer
    .step('list', readdir(join(root, folder), { withFileTypes: true }))
    .catch(none)
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => folder + entry.name + (entry.isDirectory() ? '/' : ''))
    .sort((a, b) => (a < b ? -1 : 1))
}

function none(cause: unknown): Dirent[] {
  if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') return []
  throw folderError(cause, '')
}

async function infosOf(root: string, keys: readonly string[], observer: Watch): Promise<BlobInfo[]> {
  const infos = await observer.step('stat', Promise.all(keys.map((key) => infoOf(root, key))))
  return infos.filter((info) => info !== undefined)
}

/** Undefined for what was removed since it was listed. */
async function infoOf(root: string, key: string): Promise<BlobInfo | undefined> {
  try {
    const { size, mtime } = await stat(join(root, key))
    return { key, size, modifiedAt: mtime }
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw folderError(cause, key)
  }
}
