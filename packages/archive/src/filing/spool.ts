import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnnouncedFile } from './case-order.ts'
import { error } from './codes.ts'
import { ownMark } from './spool-owners.ts'

/** One file as its sender streams it. */
export interface SentFile {
  /** The name it was announced by. */
  readonly path: string
  readonly content: AsyncIterable<Uint8Array>
}

/** One received file until the package is kept: in memory if it is small, else on this machine's disk. */
export interface SpooledFile {
  readonly announced: AnnouncedFile
  /** Its bytes, or where it lies. */
  readonly held: Uint8Array | string
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  readonly sm3: string
  open(): AsyncIterable<Uint8Array>
}

/** Bytes of a case that are held in memory; whatever passes them goes to disk. */
export const memoryBytes = 4 * 1024 * 1024

/** Bytes of one case in all: what the spool folder must have room for, as many times as cases come at once. */
export const maxCaseBytes = 64 * 1024 * 1024 * 1024

/** The files of one case while it is being filed. Memory stays flat whatever their size. */
export interface Spool {
  /**
   * Takes the files as they come: those that were announced, in any order, and nothing else.
   *
   * @throws VaultError `case-too-large`, `case-file-…`, `spool-full`
   */
  receive(
    announced: readonly AnnouncedFile[],
    sent: AsyncIterable<SentFile>,
    signal?: AbortSignal,
  ): Promise<readonly SpooledFile[]>
  remove(): Promise<void>
}

/**
 * A place for one case below the spool folder. What lies there is lost with this process: nothing was
 * acknowledged by then, and the sender sends it again. Its folder bears the mark of this process, so that
 * another can tell when it was left behind.
 *
 * @param name of the place: hex digits
 */
export function openSpool(home: string, name: string): Spool {
  const folder = join(home, `${ownMark}.${name}`)
  let made: Promise<unknown> | undefined
  let room = memoryBytes
  const write = async (file: AnnouncedFile, index: number, content: AsyncIterable<Uint8Array>) => {
    if (file.size <= room) {
      room -= file.size
      return inMemory(file, content)
    }
    made ??= mkdir(folder, { recursive: true, mode: 0o700 })
    await made
    // By its place in the list: nothing of what the sender calls it reaches the file system.
    return onDisk(file, join(folder, String(index)), content)
  }
  return {
    receive: (announced, sent, signal) => receive(announced, sent, write, signal),
    async remove() {
      if (made) await rm(folder, { recursive: true, force: true })
    },
  }
}

type Write = (file: AnnouncedFile, index: number, content: AsyncIterable<Uint8Array>) => Promise<SpooledFile>

async function receive(
  announced: readonly AnnouncedFile[],
  sent: AsyncIterable<SentFile>,
  write: Write,
  signal: AbortSignal | undefined,
): Promise<readonly SpooledFile[]> {
  const bytes = announced.reduce((sum, { size }) => sum + size, 0)
  if (bytes > maxCaseBytes) throw error('case-too-large', { bytes, most: maxCaseBytes })
  const places = new Map(announced.map((file, index) => [file.path, { file, index }]))
  const received = new Map<string, SpooledFile>()
  for await (const { path, content } of sent) {
    const known = places.get(path)
    if (!known) throw error('case-file-unannounced', { path: path.slice(0, 200) })
    if (received.has(path)) throw error('case-file-sent-twice', { path })
    const { file, index } = known
    received.set(path, checked(await write(file, index, limited(content, file, signal))))
  }
  return announced.map(({ path }) => {
    const file = received.get(path)
    if (!file) throw error('case-file-not-sent', { path })
    return file
  })
}

function checked(file: SpooledFile): SpooledFile {
  const { path, size, sha256 } = file.announced
  if (file.size !== size) throw error('case-file-size-differs', { path, found: file.size, announced: size })
  if (file.sha256 !== sha256) throw error('case-file-digest-differs', { path })
  return file
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

async function inMemory(announced: AnnouncedFile, content: AsyncIterable<Uint8Array>): Promise<SpooledFile> {
  const hashes = startHashes()
  const parts: Uint8Array[] = []
  for await (const part of content) {
    hashes.update(part)
    parts.push(part)
  }
  const bytes = Buffer.concat(parts)
  return {
    announced,
    held: bytes,
    ...hashes.end(),
    async *open() {
      yield bytes
    },
  }
}

async function onDisk(
  announced: AnnouncedFile,
  place: string,
  content: AsyncIterable<Uint8Array>,
): Promise<SpooledFile> {
  const hashes = startHashes()
  const handle = await open(place, 'w', 0o600)
  try {
    for await (const part of content) {
      hashes.update(part)
      await handle.writeFile(part)
    }
  } catch (problem) {
    if (problem instanceof Error && Reflect.get(problem, 'code') === 'ENOSPC')
      throw error('spool-full', { path: announced.path }, { cause: problem })
    throw problem
  } finally {
    await handle.close()
  }
  return { announced, held: place, ...hashes.end(), open: () => createReadStream(place) }
}

function startHashes() {
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  let size = 0
  return {
    update(part: Uint8Array) {
      size += part.length
      sha256.update(part)
      sm3.update(part)
    },
    end: () => ({ size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') }),
  }
}
