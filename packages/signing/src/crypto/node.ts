import { constants, createHash, createPublicKey, hash as hashOnce, type KeyObject, verify } from 'node:crypto'
import type { AlgorithmName, HashName } from '@licencevault/keys'
import { type PublicKey, readPublicKey } from './public-key.ts'
import { fitsKey, type SignatureScheme, schemeOf } from './scheme.ts'

const names: Readonly<Record<HashName, string>> = {
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
}

/** Keys that are kept ready; making one from its bytes costs about as much as half a verification. */
const keptKeys = 256

interface ReadyKey {
  readonly key: KeyObject
  readonly described: PublicKey
}
const ready = new Map<string, ReadyKey | undefined>()

/**
 * Digest of the bytes, or of several parts as if they stood one after another.
 * Answers at once here and a promise in browsers: always `await` it.
 */
export function digest(
  hash: HashName,
  content: Uint8Array | readonly Uint8Array[],
): Uint8Array | Promise<Uint8Array> {
  return hashOf(hash, content)
}

/** The digest, at once. */
export function hashOf(hash: HashName, content: Uint8Array | readonly Uint8Array[]): Uint8Array {
  const parts = content instanceof Uint8Array ? [content] : content
  const [only] = parts
  if (only && parts.length === 1) return plain(hashOnce(names[hash], only, 'buffer'))
  const running = createHash(names[hash])
  for (const part of parts) running.update(part)
  return plain(running.digest())
}

/** The bytes without Buffer's ways, so that both engines answer the same thing. */
function plain({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length)
}

/**
 * Whether the signature over the bytes fits the key: a primitive, not a verdict. It knows no certificate,
 * no trust, no moment and no algorithm policy; whether a signature may be relied on, `verifyCms`
 * and `verifyPdf` say.
 *
 * A key of another kind than the scheme, a key that
 * cannot be used, and a signature that is not exactly encoded are all `false`. Answers at once here
 * and a promise in browsers: always `await` it.
 *
 * @param algorithm a name of the algorithm table, or a scheme read from an AlgorithmIdentifier
 * @param spki SubjectPublicKeyInfo, DER
 * @param signature ECDSA: DER ECDSA-Sig-Value; RSA and Ed25519: the raw bytes
 */
export function verifySignature(
  algorithm: AlgorithmName | SignatureScheme,
  spki: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean | Promise<boolean> {
  const scheme = typeof algorithm === 'string' ? schemeOf(algorithm) : algorithm
  return signatureVerifier(scheme, spki)?.(bytes, signature) ?? false
}

/** Whether a signature over some bytes fits one key, at once. */
export type SignatureVerifier = (bytes: Uint8Array, signature: Uint8Array) => boolean

/** The key made ready for many signatures; nothing if it cannot check the scheme. */
export function signatureVerifier(scheme: SignatureScheme, spki: Uint8Array): SignatureVerifier | undefined {
  const found = readyKey(spki)
  if (!found || !fitsKey(scheme, found.described)) return undefined
  const hash = scheme.kind === 'Ed25519' ? null : names[scheme.hash]
  const key = keyFor(scheme, found.key)
  return (bytes, signature) => {
    try {
      return verify(hash, bytes, key, signature)
    } catch {
      return false
    }
  }
}

function keyFor({ kind, saltLength = 20 }: SignatureScheme, key: KeyObject): Parameters<typeof verify>[2] {
  return kind === 'RSASSA-PSS' ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength } : key
}

/** The key object of an SPKI; the least recently used is dropped. An unusable key is remembered too. */
function readyKey(spki: Uint8Array): ReadyKey | undefined {
  const name = Buffer.from(spki.buffer, spki.byteOffset, spki.length).toString('latin1')
  const known = ready.has(name)
  const found = known ? ready.get(name) : makeKey(spki)
  if (known) ready.delete(name)
  else if (ready.size >= keptKeys) {
    for (const oldest of ready.keys()) {
      ready.delete(oldest)
      break
    }
  }
  ready.set(name, found)
  return found
}

function makeKey(spki: Uint8Array): ReadyKey | undefined {
  try {
    const described = readPublicKey(spki)
    if (described.kind === 'unknown') return undefined
    return { described, key: createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }) }
  } catch {
    return undefined
  }
}
