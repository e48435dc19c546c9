import { randomUUID } from 'node:crypto'
import { link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { VaultError } from '@licencevault/errors'
import { chunksOf, IDLE_MS, requireGettable, requireKey, requirePrefix, requireRange } from './blob-rules.ts'
import type { BlobInfo, Blobs, Content, GetOptions, PutOptions } from './blobs.ts'
import { error } from './codes.ts'
import { codeOf, folderError, folderWriteError } from './folder-errors.ts'
import { fileStream, readWhole, sweep, syncFile, writeDraft } from './folder-files.ts'
import { listFolder } from './folder-list.ts'
import { directorySync } from './folder-sync.ts'
import { type Watch, watch, watched } from './watch.ts'

export interface FolderSettings {
  /** How long one step on the disk, or a stalled source, is waited for. 30 s unless said. */
  readonly idleMs?: number | undefined
}

/** Where blobs are written before they get their name: on the same disk, and no key begins with a dot. */
const DRAFTS = '.writing'

/**
 * Keeps blobs as plain files in a folder, which is made if it is not there; only its owner may read them.
 * Several processes may use it at once. It keeps no versions and locks nothing.
 *
 * @throws VaultError `store-…` when the folder cannot be made or written to
 */
export async function openFolder(path: string, settings: FolderSettings = {}): Promise<Blobs> {
  const root = resolve(path)
  const drafts = join(root, DRAFTS)
  const idleMs = settings.idleMs ?? IDLE_MS
  const directories = directorySync()

  const at = (key: string) => {
    requireKey(key)
    return join(root, key)
  }

  /** Set when the folder itself is gone, or its disk not mounted: nothing is known to be missing then. */
  const away = (cause?: unknown): Promise<VaultError | undefined> =>
    stat(drafts).then(
      () => undefined,
      (found) => error('store-unavailable', { found: codeOf(found) ?? '' }, { cause: cause ?? found }),
    )

  const requireHere = async () => {
    const problem = await away()
    if (problem) throw problem
  }

  const readError = async (cause: unknown, key: string, observer: Watch): Promise<unknown> => {
    const known = folderError(cause, key)
    return isMissing(known) ? ((await observer.step('look', away(cause))) ?? known) : known
  }

  const put = async (key: string, content: Content, options: PutOptions = {}): Promise<BlobInfo> => {
    const target = at(key)
    refuseLocks(options)
    const { size, chunks } = chunksOf(key, content)
    const observer = watch(idleMs, options.signal)
    const draft = join(drafts, randomUUID())
    try {
      const modifiedAt = await writeDraft(draft, watched(key, chunks, observer), observer)
      await observer.step('name', name(draft, target, options.ifAbsent === true))
      return { key, size, modifiedAt }
    } catch (cause) {
      void rm(draft, { force: true }).catch(() => {})
      throw await observer.step('explain', explained(cause, key, target))
    }
  }

  /** Gives the finished draft its name. Afterwards name and bytes outlive a power cut. */
  const name = async (draft: string, target: string, ifAbsent: boolean) => {
    await directories.ensure(dirname(target))
    if (ifAbsent) {
      await link(draft, target)
      await rm(draft)
    } else {
      await rename(draft, target)
    }
    await directories.sync(dirname(target))
  }

  const explained = async (cause: unknown, key: string, target: string): Promise<unknown> => {
    if (codeOf(cause) === 'ENOENT') directories.forget()
    if (codeOf(cause) !== 'EEXIST' || !(await isFile(target))) {
      const known = folderWriteError(cause, key)
      return known instanceof VaultError && known.code === 'blob-key-invalid'
        ? ((await away(cause)) ?? known)
        : known
    }
    // Whoever hears "exists" may build on it, but the winner of the race may not have synced it yet.
    await syncFile(target)
    await directories.sync(dirname(target))
    return error('blob-exists', { key })
  }

  const opened = async (key: string, options: GetOptions, observer: Watch) => {
    const opening = open(at(key), 'r')
    try {
      if (options.version !== undefined) throw error('blob-missing', { key })
      const file = await observer.step('open', opening)
      const found = await observer.step('stat', file.stat())
      if (!found.isFile()) throw error('blob-missing', { key })
      const range = requireRange(key, found.size, options.range)
      return { file, info: { key, size: found.size, modifiedAt: found.mtime }, range }
    } catch (cause) {
      void opening.then((file) => file.close()).catch(() => {})
      throw await readError(cause, key, observer)
    }
  }

  const head: Blobs['head'] = async (key, options = {}) => {
    const target = at(key)
    if (options.version !== undefined) return undefined
    const observer = watch(idleMs, options.signal)
    try {
      const found = await observer.step('stat', stat(target))
      return found.isFile() ? { key, size: found.size, modifiedAt: found.mtime } : undefined
    } catch (cause) {
      return ifMissing(await readError(cause, key, observer))
    }
  }

  /** Absent or not, the directory is synced: who removed it before us may not have come so far. */
  const removed = async (target: string) => {
    if (await isFile(target)) await rm(target, { force: true })
    else await requireHere()
    await directories.sync(dirname(target))
  }

  try {
    await directories.ensure(drafts)
    await sweep(drafts)
  } catch (cause) {
    throw folderWriteError(cause, path)
  }

  return Object.freeze<Blobs>({
    put,
    head,

    async get(key, options = {}) {
      const observer = watch(idleMs, options.signal)
      const { file, range } = await opened(key, options, observer)
      try {
        requireGettable(range.end - range.start)
        return await observer.step('read', readWhole(file, key, range))
      } catch (cause) {
        throw folderError(cause, key)
      } finally {
        void file.close().catch(() => {})
      }
    },

    async open(key, options = {}) {
      const observer = watch(idleMs, options.signal)
      const info = await head(key, options)
      if (!info) throw error('blob-missing', { key })
      const range = requireRange(key, info.size, options.range)
      const reopened = async () => {
        const { file, info: now } = await opened(key, { signal: options.signal }, observer)
        if (now.size === info.size) return file
        await file.close()
        throw error('blob-changed', { key })
      }
      return { info, stream: fileStream(reopened, key, range, observer) }
    },

    async *list(prefix, options = {}) {
      requirePrefix(prefix)
      const observer = watch(idleMs, options.signal)
      yield* listFolder(root, prefix, options.after ?? '', observer)
      // What vanished before or amid the listing would otherwise look like an empty or a shorter one.
      await observer.step('look', requireHere())
    },

    async versions(key, options) {
      const info = await head(key, options)
      return info ? [info] : []
    },

    async remove(key, options = {}) {
      const target = at(key)
      if (options.version !== undefined) return
      const observer = watch(idleMs, options.signal)
      try {
        await observer.step('remove', removed(target))
      } catch (cause) {
        ifMissing(await readError(cause, key, observer))
      }
    },
  })
}

function refuseLocks({ retention, legalHold }: PutOptions): void {
  if (retention === undefined && !legalHold) return
  throw error('blob-lock-unsupported', {
    found: 'it is a folder of plain files.',
    foundZh: '它只是普通文件目录。',
  })
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

/** Undefined for what is not there; any other trouble goes on. */
function ifMissing(cause: unknown): undefined {
  if (isMissing(cause)) return undefined
  throw cause
}

function isMissing(cause: unknown): boolean {
  return cause instanceof VaultError && cause.code === 'blob-missing'
}
