import { createHash } from 'node:crypto'
import { error } from './codes.ts'
import type { FetchResponse } from './gen/messages.ts'

/**
 * Puts the parts of a fetched file together.
 *
 * @throws VaultError `file-damaged` when it has not the size and digest that the service announced
 */
export async function fileOf(parts: AsyncIterable<FetchResponse>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let head: FetchResponse['head']
  for await (const part of parts) {
    if (part.head) head = part.head
    if (part.chunk) chunks.push(part.chunk)
  }
  const bytes = new Uint8Array(Buffer.concat(chunks))
  const found = createHash('sha256').update(bytes).digest('hex')
  if (bytes.length !== head?.size || found !== head.digest) throw error('file-damaged')
  return bytes
}
