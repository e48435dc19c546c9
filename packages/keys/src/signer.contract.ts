import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type AlgorithmName, algorithms } from './algorithms.ts'
import type { Signer } from './signer.ts'

/**
 * What every adapter of the Signer port must do, judged by `node:crypto` and not by the adapter.
 *
 * @param make a signer of the algorithm, and the public key as the adapter's own side does not tell it
 */
export function signerContract(
  adapter: string,
  make: (algorithm: AlgorithmName) => Promise<{ signer: Signer; publicKey: KeyObject }>,
): void {
  describe.each(Object.keys(algorithms) as AlgorithmName[])(`${adapter}, %s`, (algorithm) => {
    const made = make(algorithm)

    it('says its algorithm and its public key', async () => {
      const { signer, publicKey } = await made
      expect(signer.algorithm).toBe(algorithm)
      expect(spki(signer).equals(publicKey)).toBe(true)
    })

    it('signs what node:crypto verifies, from no bytes to a megabyte', async () => {
      const { signer, publicKey } = await made
      for (const size of [0, 1, 4096, 1_048_576]) {
        const bytes = new Uint8Array(size).fill(7)
        expect(verifies(algorithm, publicKey, bytes, await signer.sign(bytes))).toBe(true)
      }
    })

    it('signs the bytes that were given, not others', async () => {
      const { signer, publicKey } = await made
      const signature = await signer.sign(Uint8Array.of(1, 2, 3))
      expect(verifies(algorithm, publicKey, Uint8Array.of(1, 2, 4), signature)).toBe(false)
    })

    it('signs a view into a larger buffer, and answers a plain Uint8Array', async () => {
      const { signer, publicKey } = await made
      const view = Uint8Array.from({ length: 64 }, (_, index) => index).subarray(16, 32)
      const signature = await signer.sign(view)
      expect(Object.getPrototypeOf(signature)).toBe(Uint8Array.prototype)
      expect(verifies(algorithm, publicKey, Uint8Array.from(view), signature)).toBe(true)
    })

    it('may be called many times at once', async () => {
      const { signer, publicKey } = await made
      const messages = Array.from({ length: 32 }, (_, index) => new Uint8Array(100).fill(index))
      const signatures = await Promise.all(messages.map((message) => signer.sign(message)))
      messages.forEach((message, index) => {
        expect(verifies(algorithm, publicKey, message, signatures[index] ?? new Uint8Array())).toBe(true)
      })
    })

    it('is frozen, and shows nothing but its algorithm and public key', async () => {
      const { signer } = await made
      expect(Object.isFrozen(signer)).toBe(true)
      const { publicKey, ...rest } = JSON.parse(JSON.stringify(signer))
      expect(Object.keys(rest).sort()).toEqual(
        'extractable' in signer ? ['algorithm', 'extractable'] : ['algorithm'],
      )
    })
  })
}

function spki(signer: Signer): KeyObject {
  return createPublicKey({ key: Buffer.from(signer.publicKey), format: 'der', type: 'spki' })
}

/** Verifies by the standard's own words: DER for ECDSA; PSS with SHA-256, MGF1-SHA-256 and a salt of 32 bytes. */
function verifies(
  algorithm: AlgorithmName,
  key: KeyObject,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  switch (algorithm) {
    case 'ES256':
      return verify('sha256', bytes, { key, dsaEncoding: 'der' }, signature)
    case 'ES384':
      return verify('sha384', bytes, { key, dsaEncoding: 'der' }, signature)
    case 'PS256':
      return verify(
        'sha256',
        bytes,
        { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
        signature,
      )
    case 'RS256':
      return verify('sha256', bytes, { key, padding: constants.RSA_PKCS1_PADDING }, signature)
    case 'Ed25519':
      return verify(null, bytes, key, signature)
  }
}
