import type { IncomingMessage } from 'node:http'
import { error } from './codes.ts'
import { explained } from './s3-ask.ts'

/** The whole answer, which is as long as it said. */
export async function gathered(
  body: IncomingMessage,
  size: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let filled = 0
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      bytes.set(chunk, filled)
      filled += chunk.length
    }
  } catch (cause) {
    signal?.throwIfAborted()
    throw cause
  }
  if (filled !== size) throw error('store-garbled', { found: 'an answer cut short' })
  return bytes
}

/**
 * The answer as it comes. It is asked for when the first bytes are, and its connection closed when the reader
 * leaves early or stays away too long: who never reads holds none.
 */
export async function* streamed(
  open: () => Promise<IncomingMessage>,
  key: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let body: IncomingMessage | undefined
  try {
    body = await open()
    for await (const chunk of body as AsyncIterable<Buffer>) {
      signal?.throwIfAborted()
      yield new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    }
  } catch (cause) {
    signal?.throwIfAborted()
    throw explained(cause, key, false)
  } finally {
    body?.destroy()
  }
}
