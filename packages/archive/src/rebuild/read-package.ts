import { createHash } from 'node:crypto'
import { VaultError } from '@licencevault/errors'
import type { AppliedSchedule } from '../cases/case-facts.ts'
import type { PropertyCheck } from '../checks/run.ts'
import { error } from '../codes.ts'
import { FILING_FORMAT, type FilingNote } from '../filing/prepare.ts'
import type { CaseRecord } from '../metadata/record.ts'
import { type Office, sha256 } from '../office.ts'
import { openPackage, type Package } from '../package/open-package.ts'

/** What a package says of its case, once it is known to be the one that an entry commits to. */
export interface PackageWords {
  readonly record: CaseRecord
  readonly schedule: AppliedSchedule
  readonly checks: readonly PropertyCheck[]
  readonly filing: FilingNote
}

/** What stands under the key of a package. */
export interface FoundPackage {
  /** Absent where it cannot be believed. */
  readonly words?: PackageWords
  /** SHA-256 of the whole; absent where none stands. */
  readonly digest?: string
  readonly size: number
  /** Why it says nothing, by its word. */
  readonly trouble?: string
}

/** Packages up to this size, in bytes, are read at once; larger ones stream. */
const AT_ONCE_BYTES = 2 * 1024 * 1024
/** Paths of damaged files that are named. */
const MOST_PATHS = 100

/** Reads a package once, from its first byte to its last. */
export async function readPackage(
  { blobs }: Office,
  key: string,
  commitment: string,
  signal: AbortSignal | undefined,
): Promise<FoundPackage> {
  const info = await blobs.head(key, { signal })
  if (!info) return { size: 0, trouble: 'blob-missing' }
  const { size } = info
  try {
    const held = size <= AT_ONCE_BYTES ? await blobs.get(key, { signal }) : undefined
    const from = held ? { open: inMemory(held, info) } : blobs
    const digest = held ? sha256(held) : await digestOf(blobs.open(key, { signal }))
    return { size, digest, ...(await said(() => wordsIn(from, { key, size, commitment, signal }))) }
  } catch (cause) {
    return { size, trouble: wordOf(cause) }
  }
}

/** The files inside that are not what its manifests say; none where that cannot be told, or it is none of them. */
export async function damagedFiles(
  { blobs }: Office,
  key: string,
  size: number,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  try {
    const found = await openPackage(blobs, key, size, signal)
    try {
      const { findings } = await found.validate()
      return [...new Set(findings.map(({ path }) => path))].slice(0, MOST_PATHS)
    } finally {
      found.close()
    }
  } catch (cause) {
    wordOf(cause)
    return []
  }
}

type Source = Pick<Office['blobs'], 'open'>

interface Place {
  readonly key: string
  readonly size: number
  readonly commitment: string
  readonly signal: AbortSignal | undefined
}

async function wordsIn(from: Source, { key, size, commitment, signal }: Place): Promise<PackageWords> {
  const found = await openPackage(from, key, size, signal)
  try {
    const sealing = await found.tag('tagmanifest-sha256.txt')
    if (sha256(sealing) !== commitment) throw error('document-altered', { digest: commitment })
    const listed = new Set(new TextDecoder().decode(sealing).split('\n'))
    const json = async <T>(name: string) => (await tagOf(found, listed, name)) as T
    const words = {
      record: await json<CaseRecord>('record'),
      schedule: await json<AppliedSchedule>('schedule'),
      checks: await json<readonly PropertyCheck[]>('checks'),
      filing: await json<FilingNote>('filing'),
    }
    const { format } = words.filing
    if (format !== FILING_FORMAT) throw error('format-unknown', { found: format, known: FILING_FORMAT })
    return words
  } finally {
    found.close()
  }
}

async function tagOf(found: Package, listed: ReadonlySet<string>, name: string): Promise<unknown> {
  const path = `metadata/${name}.json`
  const bytes = await found.tag(path)
  const digest = sha256(bytes)
  if (!listed.has(`${digest}  ${path}`)) throw error('document-altered', { digest })
  return JSON.parse(new TextDecoder().decode(bytes))
}

async function said(
  words: () => Promise<PackageWords>,
): Promise<{ readonly words: PackageWords } | { readonly trouble: string }> {
  try {
    return { words: await words() }
  } catch (cause) {
    return { trouble: wordOf(cause) }
  }
}

/** A store that is away is no answer to what stands in it. */
export function wordOf(cause: unknown): string {
  if (cause instanceof VaultError && cause.kind !== 'unavailable') return cause.code
  throw cause
}

type Opened = Awaited<ReturnType<Source['open']>>

const inMemory =
  (bytes: Uint8Array, info: Opened['info']): Source['open'] =>
  async (_, { range: { start, end } = { start: 0, end: bytes.length } } = {}) => ({
    info,
    stream: once(bytes.subarray(start, end)),
  })

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function digestOf(opening: Promise<Opened>): Promise<string> {
  const hash = createHash('sha256')
  const { stream } = await opening
  for await (const part of stream) hash.update(part)
  return hash.digest('hex')
}
