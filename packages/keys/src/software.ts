import type { KeyObject, webcrypto } from 'node:crypto'
import { Crypto } from '@peculiar/webcrypto'
import { type AlgorithmName, algorithms } from './algorithms.ts'
import { error, naming } from './codes.ts'
import { ecdsaValue } from './ecdsa-value.ts'
import { pemBlock } from './handed-over.ts'
import { pemOf, readPem } from './pem.ts'
import {
  checkKey,
  parseDer,
  parseJwk,
  plain,
  refuseLarge,
  refuseLongPem,
  refuseRsaSize,
} from './private-key.ts'
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
  /**
   * EncryptedPrivateKeyInfo (RFC 5958), DER: PBES2 with AES-256-CBC and PBKDF2 on HMAC-SHA-256.
   *
   * @param iterations steps of the key derivation, 1,000 to 600,000; 100,000 unless told
   * @throws VaultError `key-iterations-out-of-range`
   */
  exportEncryptedPkcs8(password: string, iterations?: number): Promise<Uint8Array>
  /** The same as PEM, `BEGIN ENCRYPTED PRIVATE KEY`. */
  exportEncryptedPem(password: string, iterations?: number): Promise<string>
}

/** What holds a key: by type, one that was not made extractable has nothing to export. */
export type Held<E extends boolean> = E extends false ? SealedKey : SoftwareKey

interface KeyOptions<E extends boolean> {
  /** Whether the key may leave again; `true` unless told. */
  readonly extractable?: E
}

/** How a key is to be made. */
export interface GenerateOptions<E extends boolean = true> extends KeyOptions<E> {
  /** Bits of an RSA modulus, 2048 to 8192; 3072 unless told. */
  readonly modulusLength?: number
}

/** How a key that is brought in may be used. */
export interface ImportOptions<E extends boolean = true> extends KeyOptions<E> {
  /** Left out: ES256, ES384 or Ed25519 as the key says, and PS256 for an RSA key. */
  readonly algorithm?: AlgorithmName
}

/** How a key is written as PEM. */
export interface PemOptions<E extends boolean = true> extends ImportOptions<E> {
  /** Opens an encrypted key. */
  readonly password?: string
}

type Jwk = Readonly<Record<string, unknown>>

const { subtle } = new Crypto()

/**
 * Makes a new key.
 *
 * @throws VaultError `key-weak`, `key-too-large` for an RSA modulus out of bounds
 */
export async function generateKey<E extends boolean = true>(
  algorithm: AlgorithmName,
  { modulusLength = 3072, extractable }: GenerateOptions<E> = {},
): Promise<Held<E>> {
  const { key, webKey } = algorithms[algorithm]
  if (key === 'RSA') refuseRsaSize(modulusLength)
  const size = key === 'RSA' ? { modulusLength, publicExponent: Uint8Array.of(1, 0, 1) } : {}
  // The cast picks the overload that answers a pair, as every row of the table does.
  const how = { ...webKey, ...size } as webcrypto.EcKeyGenParams
  const pair = await subtle.generateKey(how, extractable ?? true, ['sign', 'verify'])
  const publicKey = new Uint8Array(await subtle.exportKey('spki', pair.publicKey))
  return hold<E>(pair.privateKey, algorithm, publicKey)
}

/**
 * Takes in an unencrypted PKCS#8 key, DER.
 *
 * @throws VaultError `key-unreadable`, `key-not-private`, `key-password-missing`, `key-too-large`,
 *   `key-kind-unknown`, `key-weak`, `key-algorithm-mismatch`, `key-inconsistent`
 */
export async function importPkcs8<E extends boolean = true>(
  pkcs8: Uint8Array,
  options: ImportOptions<E> = {},
): Promise<Held<E>> {
  return take(parseDer(pkcs8, 'pkcs8'), options)
}

async function take<E extends boolean>(foreign: KeyObject, options: ImportOptions<E>): Promise<Held<E>> {
  const { key, algorithm, publicKey } = checkKey(foreign, options.algorithm)
  const { webKey } = algorithms[algorithm]
  // OpenSSL's own encoding of the key: what a stranger's file carried beside it stays behind.
  const clean = key.export({ format: 'der', type: 'pkcs8' })
  const held = await subtle.importKey('pkcs8', plain(clean), webKey, options.extractable ?? true, ['sign'])
  clean.fill(0)
  return hold<E>(held, algorithm, publicKey)
}

/**
 * Takes in an encrypted PKCS#8 key, DER: PBES2 with AES or 3DES in CBC mode, or an older PKCS#12 scheme
 * with RC2 or 3DES. At most 2,000,000 derivation steps are taken for a file.
 *
 * @throws VaultError `key-password-wrong`, `key-encryption-unknown`, `key-iterations-exceeded`, and those of {@link importPkcs8}
 */
export async function importEncryptedPkcs8<E extends boolean = true>(
  bytes: Uint8Array,
  password: string,
  options: ImportOptions<E> = {},
): Promise<Held<E>> {
  refuseLarge(bytes.byteLength)
  const { openEncryptedPkcs8 } = await import('./encrypted-key.ts')
  const pkcs8 = openEncryptedPkcs8(bytes, password)
  const key = await importPkcs8(pkcs8, options)
  pkcs8.fill(0)
  return key
}

/**
 * Takes in the first private key of a PEM text: `PRIVATE KEY`, `ENCRYPTED PRIVATE KEY` (with `password`),
 * `EC PRIVATE KEY` or `RSA PRIVATE KEY`. The last two with `Proc-Type: 4,ENCRYPTED` are not read: that form
 * derives its key by a single MD5. At most 65,536 characters are read.
 *
 * @throws VaultError `key-not-private`, `key-password-missing`, and those of {@link importEncryptedPkcs8}
 */
export async function importPem<E extends boolean = true>(
  pem: string,
  { password, ...options }: PemOptions<E> = {},
): Promise<Held<E>> {
  refuseLongPem(pem)
  const blocks = readPem(pem)
  const block = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'))
  if (!block) {
    const [other] = blocks
    throw other
      ? error('key-not-private', naming(pemBlock(other.label)))
      : error('key-unreadable', { form: 'PEM', formZh: 'PEM' })
  }
  if (block.label === 'EC PRIVATE KEY') return take(parseDer(block.der, 'sec1'), options)
  if (block.label === 'RSA PRIVATE KEY') return take(parseDer(block.der, 'pkcs1'), options)
  if (block.label !== 'ENCRYPTED PRIVATE KEY') return importPkcs8(block.der, options)
  if (password === undefined) throw error('key-password-missing')
  return importEncryptedPkcs8(block.der, password, options)
}

/**
 * Takes in a private JSON Web Key (RFC 7517) of kind `EC`, `RSA` or `OKP`. `alg`, `use` and `key_ops` are
 * not looked at.
 *
 * @throws VaultError `key-not-private`, and those of {@link importPkcs8}
 */
export async function importJwk<E extends boolean = true>(
  jwk: Jwk,
  options: ImportOptions<E> = {},
): Promise<Held<E>> {
  return take(parseJwk(jwk), options)
}

function hold<E extends boolean>(key: CryptoKey, algorithm: AlgorithmName, publicKey: Uint8Array): Held<E> {
  const { webSign, key: kind } = algorithms[algorithm]
  // The key lives in these closures only, so that neither JSON nor util.inspect can reach it.
  const sign = async (bytes: Uint8Array) => {
    const signature = new Uint8Array(await subtle.sign(webSign, key, bytes as Uint8Array<ArrayBuffer>))
    return kind === 'EC' ? ecdsaValue(signature) : signature
  }
  const sealed: SealedKey = { algorithm, publicKey, extractable: false, sign }
  if (!key.extractable) return Object.freeze(sealed) as Held<E>
  const exportPkcs8 = async () => new Uint8Array(await subtle.exportKey('pkcs8', key))
  const exportPem = async () => pemOf(await exportPkcs8(), 'PRIVATE KEY')
  const exportEncryptedPkcs8 = async (password: string, iterations?: number) => {
    const { closePkcs8 } = await import('./encrypted-key.ts')
    return closePkcs8(await exportPkcs8(), password, iterations)
  }
  const exportEncryptedPem = async (password: string, iterations?: number) =>
    pemOf(await exportEncryptedPkcs8(password, iterations), 'ENCRYPTED PRIVATE KEY')
  const exports = { exportPkcs8, exportPem, exportEncryptedPkcs8, exportEncryptedPem }
  const open: SoftwareKey = { algorithm, publicKey, extractable: true, sign, ...exports }
  return Object.freeze(open) as Held<E>
}
