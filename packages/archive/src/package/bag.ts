import { createHash } from 'node:crypto'
import { error } from './codes.ts'
import { requireDistinct, requirePath } from './path-rules.ts'

/** One file of a case as it goes into the package. */
export interface BagFile {
  /** Below `data/`. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  /** SM3 (GB/T 32905), lower-case hex. */
  readonly sm3: string
  /** Its bytes, where it is so small that they are held in memory. */
  readonly bytes?: Uint8Array
  /** Reads the file; may be called more than once. */
  open(): AsyncIterable<Uint8Array>
}

export interface BagParts {
  /** Name of the folder in the package. */
  readonly name: string
  readonly files: readonly BagFile[]
  /** Elements of `bag-info.txt`, in this order; `Payload-Oxum` is added. */
  readonly about: readonly (readonly [label: string, value: string])[]
  /** Further tag files by path, such as `metadata/case.json`. */
  readonly tags: Readonly<Record<string, Uint8Array>>
  /** Civil date that stands as the time of everything in the package: the same case gives the same bytes. */
  readonly date: string
}

/** A bag (RFC 8493) made ready: all tag files written, payload still where it lies. */
export interface Bag {
  readonly name: string
  readonly date: string
  readonly files: readonly BagFile[]
  /** Every tag file, in the order in which they stand in the package. */
  readonly tags: readonly (readonly [path: string, bytes: Uint8Array])[]
  /**
   * SHA-256 of `tagmanifest-sha256.txt` in lower-case hex. That file covers the manifests and all
   * metadata, the manifests cover the payload: this one digest commits to the whole case.
   */
  readonly commitment: string
}

/** The most files of one case. */
export const maxFiles = 2_000

/** Where the ledger's receipt lies. No manifest covers it: it is written after what it proves. */
export const receiptPath = 'receipt.tlog'

/**
 * Writes the tag files of a bag: declaration, `bag-info.txt`, payload manifests by SHA-256 and SM3, and
 * tag manifests by both. Pure.
 *
 * @throws VaultError `package-path-wrong`, `package-path-twice`, `package-too-many-files`
 */
export function makeBag(parts: BagParts): Bag {
  const { name, files, date } = parts
  if (files.length > maxFiles) throw error('package-too-many-files', { most: maxFiles })
  requirePath(name)
  for (const { path } of files) requirePath(path)
  requireDistinct(files.map(({ path }) => path))
  const covered = coveredTags(parts)
  const tagManifest = (hash: 'sha256' | 'sm3') =>
    manifest(covered.map(([path, bytes]) => [digestOf(hash, bytes), path] as const))
  const sealing = tagManifest('sha256')
  return {
    name,
    date,
    files: sortedFiles(files),
    tags: [...covered, ['tagmanifest-sha256.txt', sealing], ['tagmanifest-sm3.txt', tagManifest('sm3')]],
    commitment: digestOf('sha256', sealing),
  }
}

/** The tag files that the tag manifests cover, in the order in which they stand in the package. Pure. */
export function coveredTags({ files, about, tags }: Omit<BagParts, 'name' | 'date'>): Bag['tags'] {
  const sorted = sortedFiles(files)
  const payload = (hash: 'sha256' | 'sm3') =>
    manifest(sorted.map((file) => [file[hash], `data/${file.path}`] as const))
  return [
    ['bagit.txt', text(bagDeclaration)],
    ['bag-info.txt', text(bagInfo([...about, ['Payload-Oxum', oxum(sorted)]]))],
    ['manifest-sha256.txt', payload('sha256')],
    ['manifest-sm3.txt', payload('sm3')],
    ...Object.entries(tags).sort(([a], [b]) => compareBytes(a, b)),
  ]
}

/** What `bagit.txt` says (RFC 8493 §2.1.1). */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** Lower-case hex. */
export function digestOf(hash: 'sha256' | 'sm3', bytes: Uint8Array): string {
  return createHash(hash).update(bytes).digest('hex')
}

const text = (value: string): Uint8Array => Buffer.from(value, 'utf8')

function manifest(lines: readonly (readonly [digest: string, path: string])[]): Uint8Array {
  return text(lines.map(([digest, path]) => `${digest}  ${path.replaceAll('%', '%25')}\n`).join(''))
}

/** `label: value` lines (RFC 8493 §2.2.2). A value stands on one line: what breaks lines becomes a space. */
function bagInfo(elements: BagParts['about']): string {
  return elements.map(([label, value]) => `${label}: ${value.replace(/[\r\n]+/g, ' ').trim()}\n`).join('')
}

/** Bytes and count of the payload, as `Payload-Oxum` says them. */
export function oxum(files: readonly { readonly size: number }[]): string {
  return `${files.reduce((sum, { size }) => sum + size, 0)}.${files.length}`
}

const sortedFiles = (files: readonly BagFile[]): readonly BagFile[] =>
  [...files].sort((a, b) => compareBytes(a.path, b.path))

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
