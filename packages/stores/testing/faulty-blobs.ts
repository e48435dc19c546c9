import type { BlobInfo, Blobs } from '../src/blobs.ts'
import type { Call, FaultPlan } from './fault-plan.ts'

/** The same blobs, whose calls go through the plan. Listing counts once, when it begins. */
export function faultyBlobs(blobs: Blobs, plan: FaultPlan): Blobs {
  const reading = (name: string, options?: { signal?: AbortSignal | undefined }): Call => ({
    name,
    kind: 'read',
    port: 'store',
    signal: options?.signal,
  })
  const writing = (name: string, options?: { signal?: AbortSignal | undefined }): Call => ({
    ...reading(name, options),
    kind: 'write',
  })
  return {
    put: (key, content, options) =>
      plan.run(writing(`put ${key}`, options), () => blobs.put(key, content, options)),
    get: (key, options) => plan.run(reading(`get ${key}`, options), () => blobs.get(key, options), flipped),
    open: (key, options) =>
      plan.run(
        reading(`open ${key}`, options),
        () => blobs.open(key, options),
        ({ info, stream }) => ({ info, stream: flippedStream(stream) }),
      ),
    head: (key, options) =>
      plan.run(reading(`head ${key}`, options), () => blobs.head(key, options), shorter),
    async *list(prefix, options) {
      const leave = await plan.enter(reading(`list ${prefix}`, options))
      yield* blobs.list(prefix, options)
      await leave()
    },
    versions: (key, options) =>
      plan.run(reading(`versions ${key}`, options), () => blobs.versions(key, options)),
    remove: (key, options) => plan.run(writing(`remove ${key}`, options), () => blobs.remove(key, options)),
  }
}

/** As many bytes, one bit of the middle one turned. */
function flipped(bytes: Uint8Array): Uint8Array {
  const other = Uint8Array.from(bytes)
  const at = Math.floor(other.length / 2)
  other[at] = (other[at] ?? 0) ^ 1
  return other
}

async function* flippedStream(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of stream) yield flipped(chunk)
}

function shorter(info: BlobInfo | undefined): BlobInfo | undefined {
  return info && { ...info, size: Math.max(0, info.size - 1) }
}
