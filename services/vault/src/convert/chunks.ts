const chunkBytes = 32 * 1024

/** Bytes in chunks that fit the smallest message a client may be told to take. */
export function* chunksOf(bytes: Uint8Array): Generator<{ chunk: Buffer }, void, undefined> {
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    yield { chunk: Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(chunkBytes, bytes.length - at)) }
  }
}
