import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto'

/** SHA-256 of the bytes, by Node's own OpenSSL in one shot. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const { buffer, byteOffset, length } = hash('sha256', bytes, 'buffer')
  return new Uint8Array(buffer, byteOffset, length)
}

/**
 * Whether the Ed25519 signature over the bytes fits the 32 bytes of a public key. Answers at once here and
 * a promise in browsers: always `await` it.
 */
export function verifyEd25519(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean | Promise<boolean> {
  try {
    return verify(null, bytes, keyOf(publicKey), signature)
  } catch {
    return false
  }
}

/** The keys last seen stay ready: making one costs half a verification, and a verifier sees few logs. */
const ready = new Map<string, KeyObject>()
const keptKeys = 64

function keyOf(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url')
  const known = ready.get(x)
  if (known) return known
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  if (ready.size >= keptKeys) ready.clear()
  ready.set(x, key)
  return key
}
