import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { VaultError } from '@licencevault/errors'
import { notWritable } from './files.ts'

interface Part {
  readonly chunk?: Uint8Array | null
}

/**
 * Writes what is streamed as it comes; answers its size. Until all of it is there the file has another name, and
 * what is cut short leaves none.
 *
 * @throws VaultError `file-not-writable`, and what the stream throws
 */
export async function save(output: string, parts: AsyncIterable<Part>): Promise<number> {
  const unfinished = `${output}.part`
  let size = 0
  try {
    await pipeline(async function* () {
      for await (const { chunk } of parts) {
        if (!chunk) continue
        size += chunk.length
        yield chunk
      }
    }, createWriteStream(unfinished))
    await rename(unfinished, output)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw cause instanceof VaultError ? cause : notWritable(output, cause)
  }
  return size
}
