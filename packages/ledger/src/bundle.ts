import { concat } from './bytes.ts'
import { error } from './proof-codes.ts'

/** C2SP entry bundles: entries one after another, each behind its length as a big-endian uint16. */

/** The most bytes that an entry can have. */
export const MAX_ENTRY_BYTES = 65_535

export function writeBundle(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concat(entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]))
}

/** @throws VaultError `bundle-malformed` unless it holds exactly so many entries */
export function readBundle(bytes: Uint8Array, count: number): Uint8Array[] {
  const entries: Uint8Array[] = []
  let at = 0
  while (at + 2 <= bytes.length && entries.length < count) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    entries.push(bytes.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  if (at !== bytes.length || entries.length !== count) throw error('bundle-malformed')
  return entries
}
