import forge from 'node-forge'
import { error } from './codes.ts'

/** The most key derivation steps that one file may ask for, all of its parts together. */
const maxIterations = 2_000_000

/** Counts the steps asked for before any is done: the file names the number, and so an attacker may. */
export class IterationBudget {
  #left = maxIterations

  /** @throws VaultError `key-iterations-exceeded` */
  spend(iterations: number): void {
    if (!Number.isSafeInteger(iterations) || iterations < 1 || iterations > this.#left) {
      throw error('key-iterations-exceeded', { limit: maxIterations })
    }
    this.#left -= iterations
  }
}

/** What the derived bytes are for: the diversifier of RFC 7292 appendix B.3. */
export const purpose = { key: 1, iv: 2, mac: 3 } as const

export type KdfHash = 'sha1' | 'sha256' | 'sha384' | 'sha512'

export interface Derivation {
  /** `null` is the password of no bytes at all, as some programs write the empty one. */
  readonly password: string | null
  readonly salt: Uint8Array
  readonly iterations: number
  readonly hash: KdfHash
}

/** The key derivation of PKCS#12 (RFC 7292 appendix B.2); the password goes in as UTF-16 with a zero at its end. */
export function pkcs12Key(
  { password, salt, iterations, hash }: Derivation,
  id: (typeof purpose)[keyof typeof purpose],
  size: number,
): Uint8Array {
  const bytes = forge.util.createBuffer(binary(salt))
  return fromBinary(
    forge.pkcs12.generateKey(password, bytes, id, iterations, size, digests[hash]()).getBytes(),
  )
}

const digests: Readonly<Record<KdfHash, () => forge.md.MessageDigest>> = {
  sha1: () => forge.md.sha1.create(),
  sha256: () => forge.md.sha256.create(),
  sha384: () => forge.md.sha384.create(),
  sha512: () => forge.md.sha512.create(),
}

/** forge's byte strings: one char for each byte. */
export const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
export const fromBinary = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
