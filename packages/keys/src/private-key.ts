import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { type AlgorithmName, algorithms } from './algorithms.ts'
import { error } from './codes.ts'

/** The most bytes a private key may have in any form: an RSA key of 16,384 bits has some 9,500. */
export const maxKeyBytes = 65_536

/** The fewest bits of an RSA modulus that are accepted. */
export const minRsaBits = 2048

/** A private key that passed every check, with what it is for. */
export interface CheckedKey {
  readonly key: KeyObject
  readonly algorithm: AlgorithmName
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
}

/**
 * Reads an unencrypted PKCS#8 key and checks it as {@link checkKey} does.
 *
 * @throws VaultError `key-unreadable`, `key-too-large`, and those of {@link checkKey}
 */
export function readPkcs8(pkcs8: Uint8Array, algorithm?: AlgorithmName): CheckedKey {
  refuseLarge(pkcs8.byteLength)
  return checkKey(parsePkcs8(pkcs8), algorithm)
}

/**
 * Checks that a key is private, of a kind in the algorithm table, strong enough, fit for the
 * algorithm asked for, and that its two halves belong together.
 *
 * @throws VaultError `key-not-private`, `key-kind-unknown`, `key-weak`, `key-algorithm-mismatch`, `key-inconsistent`
 */
export function checkKey(key: KeyObject, wanted?: AlgorithmName): CheckedKey {
  if (key.type !== 'private') throw error('key-not-private', { found: `${key.type} key` })
  const algorithm = algorithmFor(key, wanted)
  const publicKey = createPublicKey(key)
  refuseMismatchedHalves(key, publicKey)
  return { key, algorithm, publicKey: plain(publicKey.export({ format: 'der', type: 'spki' })) }
}

export function refuseLarge(size: number): void {
  if (size > maxKeyBytes) throw error('key-too-large', { size, limit: maxKeyBytes })
}

/** The same bytes as a plain Uint8Array: callers outside Node know no Buffer. */
export function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes)
}

function parsePkcs8(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch {
    throw error('key-unreadable', { form: 'PKCS#8' })
  }
}

const curves: Readonly<Record<string, AlgorithmName>> = { prime256v1: 'ES256', secp384r1: 'ES384' }

function algorithmFor(key: KeyObject, wanted: AlgorithmName | undefined): AlgorithmName {
  const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: details = {} } = key
  if (type === 'rsa') {
    const bits = details.modulusLength ?? 0
    if (bits < minRsaBits) throw error('key-weak', { bits, limit: minRsaBits })
    return agreed('RSA', wanted && algorithms[wanted].key === 'RSA' ? wanted : 'PS256', wanted)
  }
  if (type === 'ed25519') return agreed('Ed25519', 'Ed25519', wanted)
  const curve = type === 'ec' ? (details.namedCurve ?? 'EC') : type
  const algorithm = type === 'ec' ? curves[curve] : undefined
  if (!algorithm) throw error('key-kind-unknown', { found: curve })
  return agreed(algorithms[algorithm].webKey.namedCurve ?? curve, algorithm, wanted)
}

function agreed(found: string, algorithm: AlgorithmName, wanted: AlgorithmName | undefined): AlgorithmName {
  if (wanted && wanted !== algorithm) throw error('key-algorithm-mismatch', { found, algorithm: wanted })
  return algorithm
}

/**
 * A PKCS#8 file carries the public half beside the private one and OpenSSL believes it. A wrong
 * half makes signatures nobody can verify, and a damaged RSA prime gives the key away in the first
 * signature: so sign once here, where the result goes nowhere.
 */
function refuseMismatchedHalves(key: KeyObject, publicKey: KeyObject): void {
  const probe = new Uint8Array(32)
  const hash = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  let matches = false
  try {
    matches = verify(hash, probe, publicKey, sign(hash, probe, key))
  } catch {}
  if (!matches) throw error('key-inconsistent')
}
