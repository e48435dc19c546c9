import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnnouncedFile } from './case-order.ts'
import { error } from './codes.ts'

/** One file as its sender streams it. */
export interface SentFile {
  /** The name it was announced by. */
  readonly path: string
  readonly content: AsyncIterable<Uint8Array>
}

/** One received file, on this machine's disk until the package is kept. */
export interface SpooledFile {
  readonly announced: AnnouncedFile
  /** Where it lies. */
  readonly place: string
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  readonly sm3: string
  open(): AsyncIterable<Uint8Array>
}

/** The files of one case while it is being filed: each written and read through, none held in memory. */
export interface Spool {
  readonly folder: string
  /** Takes the files as they come; what was announced, and nothing else, in any order. */
  receive(
    announced: readonly AnnouncedFile[],
    sent: AsyncIterable<SentFile>,
    signal?: AbortSignal,
  ): Promise<readonly SpooledFile[]>
  remove(): Promise<void>
}

/**
 * Opens a place for one case below the spool folder. What lies there outlives this process, so that a
 * filing that was under way can be carried on.
 *
 * @param name of the case's place: hex digits
 */
export async function openSpool(home: string, name: string): Promise<Spool> {
  const folder = join(home, name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    folder,
    receive: (announced, sent, signal) => receive(folder, announced, sent, signal),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The files that a filing left behind, read through again; undefined where they are not all there. */
export async function reopenSpool(
  home: string,
  name: string,
  announced: readonly AnnouncedFile[],
): Promise<readonly SpooledFile[] | undefined> {
  const folder = join(home, name)
  const present = new Set(await readdir(folder).catch(() => []))
  if (!announced.every((_, index) => present.has(placeOf(index)))) return undefined
  const files: SpooledFile[] = []
  for (const [index, file] of announced.entries()) {
    const place = join(folder, placeOf(index))
    const found = await digestsOf(createReadStream(place))
    if (found.sha256 !== file.sha256 || found.size !== file.size) return undefined
    files.push(spooled(file, place, found))
  }
  return files
}

/** By its place in the list: nothing of what the sender calls it reaches the file system. */
const placeOf = (index: number): string => String(index).padStart(5, '0')

async function receive(
  folder: string,
  announced: readonly AnnouncedFile[],
  sent: AsyncIterable<SentFile>,
  signal: AbortSignal | undefined,
): Promise<readonly SpooledFile[]> {
  const places = new Map(announced.map((file, index) => [file.path, { file, index }]))
  const received = new Map<string, SpooledFile>()
  for await (const { path, content } of sent) {
    signal?.throwIfAborted()
    const known = places.get(path)
    if (!known) throw error('case-file-unannounced', { path: path.slice(0, 200) })
    if (received.has(path)) throw error('case-file-sent-twice', { path })
    received.set(path, await write(known.file, join(folder, placeOf(known.index)), content, signal))
  }
  return announced.map(({ path }) => {
    const file = received.get(path)
    if (!file) throw error('case-file-not-sent', { path })
    return file
  })
}

async function write(
  announced: AnnouncedFile,
  place: string,
  content: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<SpooledFile> {
  const { path, size, sha256 } = announced
  const handle = await open(place, 'w', 0o600)
  try {
    const found = await digestsOf(limited(content, announced, signal), async (part) => {
      await handle.writeFile(part)
    })
    if (found.size !== size)
      throw error('case-file-size-differs', { path, found: found.size, announced: size })
    if (found.sha256 !== sha256) throw error('case-file-digest-differs', { path })
    await handle.sync()
    return spooled(announced, place, found)
  } catch (problem) {
    if (problem instanceof Error && Reflect.get(problem, 'code') === 'ENOSPC')
      throw error('spool-full', { path }, { cause: problem })
    throw problem
  } finally {
    await handle.close()
  }
}

/** The sender may send without end: it is stopped at what it announced. */
async function* limited(
  content: AsyncIterable<Uint8Array>,
  { path, size }: AnnouncedFile,
  signal: AbortSignal | undefined,
): AsyncIterable<Uint8Array> {
  let found = 0
  for await (const part of content) {
    signal?.throwIfAborted()
    found += part.length
    if (found > size) throw error('case-file-size-differs', { path, found, announced: size })
    yield part
  }
}

interface Digests {
  readonly size: number
  readonly sha256: string
  readonly sm3: string
}

async function digestsOf(
  content: AsyncIterable<Uint8Array>,
  also?: (part: Uint8Array) => Promise<void>,
): Promise<Digests> {
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  let size = 0
  for await (const part of content) {
    size += part.length
    sha256.update(part)
    sm3.update(part)
    await also?.(part)
  }
  return { size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') }
}

function spooled(announced: AnnouncedFile, place: string, digests: Digests): SpooledFile {
  return { announced, place, ...digests, open: () => createReadStream(place) }
}
