import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Blobs } from '@licencevault/stores'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { digestOf, maxFiles, receiptPath } from './bag.ts'
import { error } from './codes.ts'
import { readManifest } from './manifest.ts'

/** The largest tag file that is read, in bytes. */
const maxTagBytes = 16 * 1024 * 1024

/** A kept package, opened by its table of contents; nothing else is read until it is asked for. */
export interface Package {
  /** Paths below `data/` with their sizes in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[]
  /** Paths of the tag files. */
  readonly tags: readonly string[]
  /** Streams one file without reading the rest. Throws VaultError `package-file-missing`. */
  file(path: string): Promise<AsyncIterable<Uint8Array>>
  /** Throws VaultError `package-file-missing`, `package-damaged` for one over its limit. */
  tag(path: string): Promise<Uint8Array>
  /** Reads everything and compares it with the manifests. No findings: complete and valid (RFC 8493 §3). */
  validate(): Promise<Validation>
  close(): void
}

/** What does not agree inside a package, and where. */
export interface PackageFinding {
  readonly path: string
  readonly problem:
    | 'unlisted'
    | 'missing'
    | 'sha256-differs'
    | 'sm3-differs'
    | 'manifest-malformed'
    | 'name-twice'
}

interface Validation {
  readonly findings: readonly PackageFinding[]
  /** As `Bag.commitment`: what the ledger's entry must name; empty where two files claim one name. */
  readonly commitment: string
}

/**
 * Opens the package under a key. Its bytes are not trusted: `validate` says whether they agree with
 * themselves, and only `commitment` against the ledger's entry says that they are what was filed.
 *
 * @throws VaultError `package-damaged`, and what `Blobs` throws
 */
export async function openPackage(
  blobs: Pick<Blobs, 'open'>,
  key: string,
  size: number,
  signal?: AbortSignal,
): Promise<Package> {
  const zip = await openZip(new BlobReader(blobs, key, signal), size)
  const entries = await readEntries(zip)
  const [{ fileName: first } = { fileName: '' }] = entries
  const home = first.slice(0, first.indexOf('/') + 1)
  const inside = new Map<string, Entry>()
  const twice = new Set<string>()
  for (const entry of entries) {
    const { fileName: name } = entry
    if (home === '' || !name.startsWith(home)) throw damaged('it is not one folder', '不是单一目录')
    const path = name.slice(home.length)
    if (inside.has(path)) twice.add(path)
    inside.set(path, entry)
  }
  const paths = [...inside.keys()]
  const find = (path: string): Entry => {
    const entry = inside.get(path)
    if (!entry) throw error('package-file-missing', { path: path.slice(0, 200) })
    // Which of them a reader takes is its own affair: neither is given out.
    if (twice.has(path)) throw damaged(`two files claim the name ${path}`, `两个文件同名：${path}`)
    return entry
  }
  const stream = async (path: string) => zip.openReadStreamPromise(find(path))
  const tag = async (path: string) => {
    if (find(path).uncompressedSize > maxTagBytes) throw damaged(`${path} is too large`, `${path} 过大`)
    return Buffer.concat(await Array.fromAsync(await stream(path)))
  }
  const payload = paths.filter((path) => path.startsWith('data/')).map((path) => path.slice('data/'.length))
  const tags = paths.filter((path) => !path.startsWith('data/'))
  return {
    files: payload.map((path) => ({ path, size: inside.get(`data/${path}`)?.uncompressedSize ?? 0 })),
    tags,
    file: (path) => stream(`data/${path}`),
    tag,
    validate: async () =>
      twice.size > 0
        ? { findings: [...twice].map((path) => ({ path, problem: 'name-twice' })), commitment: '' }
        : validate({ paths, tag, stream }),
    close: () => zip.close(),
  }
}

interface Contents {
  readonly paths: readonly string[]
  tag(path: string): Promise<Uint8Array>
  stream(path: string): Promise<AsyncIterable<Uint8Array>>
}

async function validate({ paths, tag, stream }: Contents): Promise<Validation> {
  const findings: PackageFinding[] = []
  for (const scope of ['manifest', 'tagmanifest'] as const) {
    const listed = {
      sha256: readManifest(await tag(`${scope}-sha256.txt`)),
      sm3: readManifest(await tag(`${scope}-sm3.txt`)),
    }
    const present = paths.filter((path) => belongsTo(scope, path))
    for (const path of present) {
      const found = await digestsOf(await stream(path))
      for (const hash of ['sha256', 'sm3'] as const) {
        const told = listed[hash].get(path)
        if (told === undefined) findings.push({ path, problem: 'unlisted' })
        else if (told !== found[hash]) findings.push({ path, problem: `${hash}-differs` })
      }
    }
    for (const hash of ['sha256', 'sm3'] as const) {
      for (const path of listed[hash].keys()) {
        if (path === '') findings.push({ path: `${scope}-${hash}.txt`, problem: 'manifest-malformed' })
        else if (!paths.includes(path)) findings.push({ path, problem: 'missing' })
      }
    }
  }
  return { findings, commitment: digestOf('sha256', await tag('tagmanifest-sha256.txt')) }
}

function belongsTo(scope: 'manifest' | 'tagmanifest', path: string): boolean {
  if (scope === 'manifest') return path.startsWith('data/')
  return !path.startsWith('data/') && path !== receiptPath && !path.startsWith('tagmanifest-')
}

async function digestsOf(stream: AsyncIterable<Uint8Array>): Promise<{ sha256: string; sm3: string }> {
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  for await (const part of stream) {
    sha256.update(part)
    sm3.update(part)
  }
  return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex') }
}

async function openZip(reader: RandomAccessReader, size: number): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(reader, size, { lazyEntries: true, autoClose: false })
  } catch (cause) {
    throw damaged('it is no complete ZIP file', '不是完整的 ZIP 文件', cause)
  }
}

async function readEntries(zip: ZipFile): Promise<readonly Entry[]> {
  // The payload, its tag files, and room for those that later acts add.
  if (zip.entryCount > maxFiles + 100) throw damaged('it lists too many files', '文件数过多')
  try {
    return await Array.fromAsync(zip.eachEntry())
  } catch (cause) {
    throw damaged('its table of contents is wrong', '文件目录有误', cause)
  }
}

function damaged(problem: string, problemZh: string, cause?: unknown) {
  return error('package-damaged', { problem, problemZh }, ...(cause === undefined ? [] : [{ cause }]))
}

/** Reads a blob piece by piece, as the reader of ZIP files asks for it. */
class BlobReader extends RandomAccessReader {
  readonly #read: (start: number, end: number) => AsyncIterable<Uint8Array>

  constructor(blobs: Pick<Blobs, 'open'>, key: string, signal: AbortSignal | undefined) {
    super()
    this.#read = async function* (start, end) {
      const { stream } = await blobs.open(key, { range: { start, end }, signal })
      yield* stream
    }
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#read(start, end))
  }
}
