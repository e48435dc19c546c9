import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { type Bag, receiptPath } from './bag.ts'
import { packSmall } from './pack-small.ts'

/** A package ready to be kept: its exact length, and its bytes as they are made. */
export interface Packed {
  readonly size: number
  readonly stream: AsyncIterable<Uint8Array>
}

/**
 * Packs a bag as one ZIP file without compression, so that any one file can be read out of it by its
 * place, and nobody needs more than a copy of the bytes. The payload streams through; memory stays flat.
 *
 * @param receipt the ledger's receipt of the entry that commits to the bag
 */
export async function pack(bag: Bag, receipt: Uint8Array): Promise<Packed> {
  const at = noonOf(bag.date)
  const payload = bag.files.flatMap(({ path, bytes }) => (bytes ? [[`data/${path}`, bytes] as const] : []))
  if (payload.length < bag.files.length || !isSmall(bag)) return packStreaming(bag, receipt, at)
  const part = (streamed: boolean) => (file: readonly [path: string, bytes: Uint8Array]) => ({
    path: `${bag.name}/${file[0]}`,
    bytes: file[1],
    streamed,
  })
  const tags = [...bag.tags, [receiptPath, receipt] as const]
  const zip = packSmall([...tags.map(part(false)), ...payload.map(part(true))], at)
  return {
    size: zip.length,
    stream: (async function* () {
      yield zip
    })(),
  }
}

/**
 * ZIP files tell time without a zone, and their library asks this machine's for it: noon of the day as this
 * machine sees it is written the same everywhere. No clock is ever put forward at noon.
 */
function noonOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day, 12)
}

/** What is copied once more in memory. */
const smallBytes = 8 * 1024 * 1024

const isSmall = ({ files }: Bag): boolean => files.reduce((sum, { size }) => sum + size, 0) <= smallBytes

async function packStreaming(bag: Bag, receipt: Uint8Array, mtime: Date): Promise<Packed> {
  const zip = new ZipFile()
  const options = {
    compress: false,
    mtime,
    mode: 0o100644,
    forceDosTimestamp: true,
  }
  const at = (path: string) => `${bag.name}/${path}`
  for (const [path, bytes] of bag.tags) zip.addBuffer(Buffer.from(bytes), at(path), options)
  zip.addBuffer(Buffer.from(receipt), at(receiptPath), options)
  for (const { path, size, open } of bag.files) {
    zip.addReadStreamLazy(at(`data/${path}`), { ...options, size }, (give) =>
      give(null, Readable.from(open())),
    )
  }
  const { outputStream } = zip
  zip.on('error', (problem: Error) => {
    if (outputStream instanceof Readable) outputStream.destroy(problem)
  })
  return { size: await endOf(zip), stream: bytesOf(outputStream) }
}

/** Ends the list of files; the length is known then, since every file's is. */
function endOf(zip: ZipFile): Promise<number> {
  return new Promise((resolve) => {
    const told: (size?: number) => void = (size = 0) => resolve(size)
    zip.end({ forceZip64Format: false, comment: '' }, told)
  })
}

/** Small parts are handed on together: a package of small files is many headers. */
const blockBytes = 256 * 1024

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  let parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    const bytes = part instanceof Uint8Array ? part : Buffer.from(part)
    parts.push(bytes)
    size += bytes.length
    if (size < blockBytes) continue
    yield Buffer.concat(parts)
    parts = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(parts)
}
