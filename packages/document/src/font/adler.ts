/** Adler-32 of RFC 1950, also of parts put together. */

const base = 65521

export function adler32(bytes: Uint8Array): number {
  let low = 1
  let high = 0
  for (let at = 0; at < bytes.length; ) {
    // 3800 bytes are as many as fit before the sums leave 32 bits.
    const end = Math.min(at + 3800, bytes.length)
    for (; at < end; at++) {
      low += bytes[at] ?? 0
      high += low
    }
    low %= base
    high %= base
  }
  return ((high << 16) | low) >>> 0
}

/** The sum of two pieces one after the other, from their sums and the length of the second. */
export function joinAdler32(first: number, second: number, secondLength: number): number {
  const length = secondLength % base
  const low = (first & 0xffff) + (second & 0xffff) + base - 1
  const high =
    (((length * (first & 0xffff)) % base) + (first >>> 16) + (second >>> 16) + base - length) % base
  return ((high << 16) | (low % base)) >>> 0
}
