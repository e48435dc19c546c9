import { createPrivateKey, createPublicKey, type KeyObject, sign, verify, X509Certificate } from 'node:crypto'
import type { VaultError, Words } from '@licencevault/errors'
import { type AlgorithmName, algorithms } from './algorithms.ts'
import { error, naming } from './codes.ts'
import { certificate, publicJwk, publicKey, symmetricKey } from './handed-over.ts'

/** The most bytes a private key may have in any form: an RSA key of 8192 bits has some 6,500 in PEM. */
const maxKeyBytes = 16_384

/** The most characters of a PEM text, which may carry certificates beside the key. */
const maxPemLength = 65_536

/** The fewest and the most bits of an RSA modulus that are accepted. */
const minRsaBits = 2048
const maxRsaBits = 8192

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
 * @throws VaultError those of {@link parseDer} and {@link checkKey}
 */
export function readPkcs8(pkcs8: Uint8Array, algorithm?: AlgorithmName): CheckedKey {
  return checkKey(parseDer(pkcs8, 'pkcs8'), algorithm)
}

/**
 * Parses a private key, DER, in PKCS#8 or in the older forms of its kind.
 *
 * @throws VaultError `key-unreadable`, `key-too-large`, `key-not-private`, `key-password-missing`
 */
export function parseDer(der: Uint8Array, type: 'pkcs8' | 'sec1' | 'pkcs1'): KeyObject {
  refuseLarge(der.byteLength)
  try {
    return createPrivateKey({ key: Buffer.from(der), format: 'der', type })
  } catch (cause) {
    // OpenSSL's own words are left out, here and below: nobody has read them all for what they quote.
    throw whyNotAKey(der, cause) ?? error('key-unreadable', { form: forms[type], formZh: forms[type] })
  }
}

const forms = { pkcs8: 'PKCS#8', sec1: 'SEC 1', pkcs1: 'PKCS#1' } as const

/** People hand over an encrypted key, a certificate or a public key in place of a private one. */
function whyNotAKey(der: Uint8Array, cause: unknown): VaultError | undefined {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_MISSING_PASSPHRASE') {
    return error('key-password-missing')
  }
  if (reads(() => new X509Certificate(der))) return error('key-not-private', naming(certificate))
  const spki = { key: Buffer.from(der), format: 'der', type: 'spki' } as const
  if (reads(() => createPublicKey(spki))) return error('key-not-private', naming(publicKey))
  return undefined
}

function reads(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

/**
 * Parses a private JSON Web Key (RFC 7517).
 *
 * @throws VaultError `key-unreadable`, `key-not-private`
 */
export function parseJwk(jwk: Readonly<Record<string, unknown>>): KeyObject {
  if (typeof jwk.kty === 'string' && jwk.d === undefined) throw error('key-not-private', naming(publicJwk))
  try {
    return createPrivateKey({ key: jwk, format: 'jwk' })
  } catch {
    throw error('key-unreadable', { form: 'JWK', formZh: 'JWK' })
  }
}

/**
 * Checks that a key is private, of a kind in the algorithm table, strong enough, fit for the
 * algorithm asked for, and that its two halves belong together.
 *
 * @throws VaultError `key-not-private`, `key-kind-unknown`, `key-weak`, `key-algorithm-mismatch`, `key-inconsistent`
 */
export function checkKey(key: KeyObject, wanted?: AlgorithmName): CheckedKey {
  if (key.type !== 'private') {
    throw error('key-not-private', naming(key.type === 'public' ? publicKey : symmetricKey))
  }
  const algorithm = algorithmFor(key, wanted)
  const publicHalf = createPublicKey(key)
  const spki = plain(publicHalf.export({ format: 'der', type: 'spki' }))
  refuseExplicitCurve(algorithm, spki)
  refuseMismatchedHalves(key, publicHalf)
  return { key, algorithm, publicKey: spki }
}

/** @throws VaultError `key-too-large` */
export function refuseLarge(bytes: number): void {
  if (bytes > maxKeyBytes) throw tooLarge(bytes, maxKeyBytes, { en: 'bytes', zh: '字节' })
}

/** @throws VaultError `key-too-large` */
export function refuseLongPem({ length }: string): void {
  if (length > maxPemLength) throw tooLarge(length, maxPemLength, { en: 'characters', zh: '个字符' })
}

function tooLarge(size: number, limit: number, { en, zh }: Words) {
  return error('key-too-large', { size, limit, unit: en, unitZh: zh })
}

/** @throws VaultError `key-weak`, `key-too-large` */
export function refuseRsaSize(bits: number): void {
  if (bits < minRsaBits) throw error('key-weak', { bits, limit: minRsaBits })
  if (bits > maxRsaBits) throw tooLarge(bits, maxRsaBits, { en: 'bits', zh: '位' })
}

/** The same bytes as a plain Uint8Array: callers outside Node know no Buffer. */
export function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes)
}

const curves: Readonly<Record<string, AlgorithmName>> = { prime256v1: 'ES256', secp384r1: 'ES384' }

function algorithmFor(key: KeyObject, wanted: AlgorithmName | undefined): AlgorithmName {
  const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: details = {} } = key
  if (type === 'rsa') {
    refuseRsaSize(details.modulusLength ?? 0)
    return agreed('RSA', wanted && algorithms[wanted].key === 'RSA' ? wanted : 'PS256', wanted)
  }
  if (type === 'ed25519') return agreed('Ed25519', 'Ed25519', wanted)
  const curve = type === 'ec' ? (details.namedCurve ?? 'EC') : type
  const algorithm = type === 'ec' ? curves[curve] : undefined
  if (!algorithm) throw error('key-kind-unknown', naming({ en: curve, zh: curve }))
  return agreed(algorithms[algorithm].webKey.namedCurve ?? curve, algorithm, wanted)
}

function agreed(found: string, algorithm: AlgorithmName, wanted: AlgorithmName | undefined): AlgorithmName {
  if (wanted && wanted !== algorithm) throw error('key-algorithm-mismatch', { found, algorithm: wanted })
  return algorithm
}

const objectIdentifier = 0x06

/** A curve must be named, not spelled out (RFC 5480 §2.1.1): spelled out, it can be one that only looks like P-256. */
function refuseExplicitCurve(algorithm: AlgorithmName, spki: Uint8Array): void {
  if (algorithms[algorithm].key !== 'EC') return
  // SEQUENCE { SEQUENCE { OID of 9 bytes, parameters }, … }: a named curve keeps all of it below 128 bytes.
  const short = (spki[1] ?? 0x80) < 0x80
  if (short && spki[13] === objectIdentifier) return
  const found = { en: 'EC with explicit parameters', zh: '写明曲线参数而未使用命名曲线的 EC 密钥' }
  throw error('key-kind-unknown', naming(found))
}

/**
 * A PKCS#8 file carries the public half beside the private one and OpenSSL believes it; a wrong half
 * makes signatures that nobody can verify. So sign once here, where it can still be said why.
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
