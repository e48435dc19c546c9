import { createHash, randomBytes } from 'node:crypto'
import type { Blobs, Content } from './blobs.ts'

/** Opens the store again, as another process would: nothing remembered, the same blobs. */
export type OpenBlobs = (settings?: { readonly idleMs?: number }) => Promise<Blobs>

/** The store, with a place of its own for one test. */
export async function freshPlace(open: OpenBlobs, settings?: { readonly idleMs?: number }) {
  const blobs = await open(settings)
  const place = `contract/${randomBytes(8).toString('hex')}`
  return { blobs, place, again: () => open() }
}

export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes as a stream of chunks of 64 KiB. */
export function streamed(bytes: Uint8Array): Content {
  function* chunks() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
  }
  return { size: bytes.length, stream: chunks() }
}

export async function gathered(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await all(stream))
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  return await Array.fromAsync(items)
}

export async function keysOf(blobs: Blobs, place: string): Promise<string[]> {
  return (await all(blobs.list(`${place}/`))).map(({ key }) => key.slice(place.length + 1))
}
