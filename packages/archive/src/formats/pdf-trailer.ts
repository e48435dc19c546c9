import { open } from 'node:fs/promises'

/** Bytes that are looked at in one place. */
const windowBytes = 1024 * 1024

/**
 * Whether a PDF that no reader takes in says that it is encrypted: looked for where its end lies and where its
 * end points to. Undefined where no trailer was found there, so that nobody can tell.
 */
export async function saysEncrypted(file: Uint8Array | string, size: number): Promise<boolean | undefined> {
  const end = await windowOf(file, Math.max(0, size - windowBytes))
  const places = [...end.matchAll(/startxref\s+(\d{1,15})/g)].map(([, at]) => Number(at))
  const seen = [end]
  for (const at of new Set(places.slice(-2))) if (at < size) seen.push(await windowOf(file, at))
  const names = seen.map((text) =>
    text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )
  if (names.some((text) => /\/Encrypt(?![A-Za-z])/.test(text))) return true
  return places.length > 0 && names.some((text) => /\/Root(?![A-Za-z])/.test(text)) ? false : undefined
}

async function windowOf(file: Uint8Array | string, start: number): Promise<string> {
  if (typeof file !== 'string') return latin1(file.subarray(start, start + windowBytes))
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(windowBytes), 0, windowBytes, start)
    return latin1(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
