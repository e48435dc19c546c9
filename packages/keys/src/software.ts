import type { webcrypto } from 'node:crypto'
import { Crypto } from '@peculiar/webcrypto'
import { type AlgorithmName, algorithms } from './algorithms.ts'
import { error } from './codes.ts'
import { ecdsaValue } from './ecdsa-value.ts'
import { pemOf } from './pem.ts'
import { minRsaBits, readPkcs8 } from './private-key.ts'
import type { Signer } from './signer.ts'

/** A key in this process's memory that can never be exported again. Printing it shows nothing of the key. */
export interface SealedKey extends Signer {
  readonly extractable: false
}

/** A key in this process's memory that can be exported. Printing it shows nothing of the key. */
export interface SoftwareKey extends Signer {
  readonly extractable: true
  /** PrivateKeyInfo (RFC 5208), DER, not encrypted. */
  exportPkcs8(): Promise<Uint8Array>
  /** The same as PEM, `BEGIN PRIVATE KEY`. */
  exportPem(): Promise<string>
}

export interface KeyOptions {
  /** Whether the key may leave again; `true` unless told. */
  readonly extractable?: boolean
}

export interface GenerateOptions extends KeyOptions {
  /** Bits of an RSA modulus, {@link minRsaBits} to 8192; 3072 unless told. */
  readonly modulusLength?: number
}

export interface ImportOptions extends KeyOptions {
  /** Left out: ES256, ES384 or Ed25519 as the key says, and PS256 for an RSA key. */
  readonly algorithm?: AlgorithmName
}

type Sealed = { readonly extractable: false }

const { subtle } = new Crypto()

/**
 * Makes a new key.
 *
 * @throws VaultError `key-weak` for an RSA modulus that is too short
 */
export async function generateKey(
  algorithm: AlgorithmName,
  options: GenerateOptions & Sealed,
): Promise<SealedKey>
export async function generateKey(algorithm: AlgorithmName, options?: GenerateOptions): Promise<SoftwareKey>
export async function generateKey(
  algorithm: AlgorithmName,
  { modulusLength = 3072, extractable = true }: GenerateOptions = {},
): Promise<SealedKey | SoftwareKey> {
  const { key, webKey } = algorithms[algorithm]
  if (key === 'RSA' && modulusLength < minRsaBits) {
    throw error('key-weak', { bits: modulusLength, limit: minRsaBits })
  }
  const size = key === 'RSA' ? { modulusLength, publicExponent: Uint8Array.of(1, 0, 1) } : {}
  // The cast picks the overload that answers a pair, as every row of the table does.
  const how = { ...webKey, ...size } as webcrypto.EcKeyGenParams
  const pair = await subtle.generateKey(how, extractable, ['sign', 'verify'])
  const publicKey = new Uint8Array(await subtle.exportKey('spki', pair.publicKey))
  return hold(pair.privateKey, algorithm, publicKey)
}

/**
 * Takes in an unencrypted PKCS#8 key, DER.
 *
 * @throws VaultError `key-unreadable`, `key-too-large`, `key-kind-unknown`, `key-weak`,
 *   `key-algorithm-mismatch`, `key-inconsistent`
 */
export async function importPkcs8(pkcs8: Uint8Array, options: ImportOptions & Sealed): Promise<SealedKey>
export async function importPkcs8(pkcs8: Uint8Array, options?: ImportOptions): Promise<SoftwareKey>
export async function importPkcs8(
  pkcs8: Uint8Array,
  { algorithm: wanted, extractable = true }: ImportOptions = {},
) {
  const { key, algorithm, publicKey } = readPkcs8(pkcs8, wanted)
  const { webKey } = algorithms[algorithm]
  // OpenSSL's own encoding of the key: what a stranger's file carried beside it stays behind.
  const clean = key.export({ format: 'der', type: 'pkcs8' })
  const held = await subtle.importKey('pkcs8', clean, webKey, extractable, ['sign'])
  return hold(held, algorithm, publicKey)
}

function hold(key: CryptoKey, algorithm: AlgorithmName, publicKey: Uint8Array): SealedKey | SoftwareKey {
  const { webSign, coordinate } = algorithms[algorithm]
  // The key lives in these closures only, so that neither JSON nor util.inspect can reach it.
  const sign = async (bytes: Uint8Array) => {
    const signature = new Uint8Array(await subtle.sign(webSign, key, bytes as Uint8Array<ArrayBuffer>))
    return coordinate === undefined ? signature : ecdsaValue(signature)
  }
  if (!key.extractable) return Object.freeze({ algorithm, publicKey, extractable: false as const, sign })
  const exportPkcs8 = async () => new Uint8Array(await subtle.exportKey('pkcs8', key))
  const exportPem = async () => pemOf(await exportPkcs8(), 'PRIVATE KEY')
  return Object.freeze({ algorithm, publicKey, extractable: true as const, sign, exportPkcs8, exportPem })
}
