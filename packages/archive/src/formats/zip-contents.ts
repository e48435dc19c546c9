import { type Entry, fromBufferPromise, openPromise } from 'yauzl'

/** Bounds of a ZIP file that a case may bring: an OFD document is one. */
export const zipLimits = {
  entries: 10_000,
  /** Bytes of all entries when unpacked. */
  unpackedBytes: 2 * 1024 * 1024 * 1024,
  /** Unpacked bytes for each packed one; text rarely passes 20. */
  ratio: 200,
} as const

/** What the table of contents of a ZIP file says; nothing is unpacked. */
export interface ZipContents {
  readonly names: readonly string[]
  readonly encrypted: boolean
  /** It would unpack to more than the limits, or its entries share the same bytes: a zip bomb. */
  readonly bomb: boolean
}

/** Reads the table of contents of bytes or of a file by its place; undefined when there is none that can be read. */
export async function zipContents(file: Uint8Array | string): Promise<ZipContents | undefined> {
  try {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    const zip = await (typeof file === 'string'
      ? openPromise(file, options)
      : fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.length), options))
    try {
      if (zip.entryCount > zipLimits.entries) return { names: [], encrypted: false, bomb: true }
      return summed(await Array.fromAsync(zip.eachEntry()))
    } finally {
      zip.close()
    }
  } catch {
    return undefined
  }
}

function summed(entries: readonly Entry[]): ZipContents {
  const packed = total(entries.map(({ compressedSize }) => compressedSize))
  const unpacked = total(entries.map(({ uncompressedSize }) => uncompressedSize))
  return {
    names: entries.map(({ fileName }) => fileName),
    encrypted: entries.some((entry) => (entry.generalPurposeBitFlag & 1) !== 0),
    bomb: unpacked > zipLimits.unpackedBytes || unpacked > packed * zipLimits.ratio || overlapping(entries),
  }
}

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0)

/** Does an entry begin inside the bytes of the one before it? Honest packers never write that. */
function overlapping(entries: readonly Entry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  return sorted.some((entry, index) => {
    const before = sorted[index - 1]
    return (
      before !== undefined &&
      entry.relativeOffsetOfLocalHeader < before.relativeOffsetOfLocalHeader + before.compressedSize
    )
  })
}
