/** The object identifier of SHA-1. */
export const sha1 = '1.3.14.3.2.26'

/**
 * SHA-1, which names certificates and keys in OCSP and old time-stamps and proves nothing: who is meant
 * is found by it, never who may.
 */
export async function sha1Of(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-1', bytes.slice()))
}
