import { sha256 as hash } from '@noble/hashes/sha2.js'
import { error } from '../proof-codes.ts'

/** The same functions as `node.ts`, with the same answers. WebCrypto hashes only asynchronously, a tree does not. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash(bytes)
}

/** See `node.ts`. */
export async function verifyEd25519(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const engine = subtle()
  try {
    const key = await engine.importKey('raw', plain(publicKey), 'Ed25519', false, ['verify'])
    return await engine.verify('Ed25519', key, plain(signature), plain(bytes))
  } catch {
    return false
  }
}

/** Browsers give `subtle` to HTTPS pages and localhost only. */
function subtle(): typeof globalThis.crypto.subtle {
  const found: typeof globalThis.crypto.subtle | undefined = globalThis.crypto?.subtle
  if (!found) throw error('crypto-missing')
  return found
}

/** WebCrypto's types take no view over a SharedArrayBuffer. */
function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    : new Uint8Array(bytes)
}
