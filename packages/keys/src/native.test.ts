import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { fromBER, Integer, OctetString, Sequence } from 'asn1js'
import { describe, expect, it } from 'vitest'
import type { AlgorithmName } from './algorithms.ts'
import { nativeSigner } from './native.ts'
import { signerContract } from './signer.contract.ts'

const pair = (algorithm: AlgorithmName) => {
  if (algorithm === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' })
  if (algorithm === 'ES384') return generateKeyPairSync('ec', { namedCurve: 'P-384' })
  if (algorithm === 'Ed25519') return generateKeyPairSync('ed25519')
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

signerContract('native, from a KeyObject', async (algorithm) => {
  const { privateKey, publicKey } = pair(algorithm)
  return { signer: nativeSigner(privateKey, algorithm), publicKey }
})

signerContract('native, from PKCS#8', async (algorithm) => {
  const { privateKey, publicKey } = pair(algorithm)
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  const signer = nativeSigner(pkcs8, algorithm)
  pkcs8.fill(0)
  return { signer, publicKey }
})

describe('nativeSigner', () => {
  it('finds the algorithm that fits the key', () => {
    expect(nativeSigner(pair('ES256').privateKey).algorithm).toBe('ES256')
    expect(nativeSigner(pair('ES384').privateKey).algorithm).toBe('ES384')
    expect(nativeSigner(pair('Ed25519').privateKey).algorithm).toBe('Ed25519')
    expect(nativeSigner(pair('RS256').privateKey).algorithm).toBe('PS256')
  })

  it('refuses an algorithm that does not fit', () => {
    const { privateKey } = pair('ES256')
    expect(() => nativeSigner(privateKey, 'ES384')).toThrow(
      /^key-algorithm-mismatch: A key of the kind P-256 cannot sign as ES384\./,
    )
    expect(() => nativeSigner(privateKey, 'RS256')).toThrow(/^key-algorithm-mismatch/)
    expect(() => nativeSigner(pair('RS256').privateKey, 'ES256')).toThrow(
      /^key-algorithm-mismatch: A key of the kind RSA cannot sign as ES256\./,
    )
  })

  it('refuses a public key', () => {
    expect(() => nativeSigner(pair('ES256').publicKey)).toThrow(/^key-not-private/)
  })

  it('refuses RSA below 2048 bits and above 8192, and more than 16 KiB', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 2040 }).privateKey
    expect(() => nativeSigner(weak)).toThrow(/^key-weak: The RSA key has only 2040 bits/)
    expect(() => nativeSigner(withModulus(2n ** 8192n + 1n))).toThrow(/^key-too-large: The key has 8193 bits/)
    expect(() => nativeSigner(new Uint8Array(16_385))).toThrow(/^key-too-large: The key has 16385 bytes/)
  })

  it('refuses curves and kinds that the table does not have', () => {
    const foreign = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey
    expect(() => nativeSigner(foreign)).toThrow(/^key-kind-unknown: Keys of the kind secp256k1/)
    expect(() => nativeSigner(generateKeyPairSync('ed448').privateKey)).toThrow(/^key-kind-unknown/)
    expect(() => nativeSigner(generateKeyPairSync('x25519').privateKey)).toThrow(/^key-kind-unknown/)
  })

  it('refuses a curve that is spelled out instead of named', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' })
    expect(() => nativeSigner(privateKey)).toThrow(/^key-kind-unknown: .*explicit parameters/)
  })

  it('refuses a key whose two halves do not belong together', () => {
    const mine = pair('ES256').privateKey.export({ format: 'der', type: 'pkcs8' })
    const foreign = pair('ES256').privateKey.export({ format: 'der', type: 'pkcs8' })
    const mixed = Buffer.concat([mine.subarray(0, mine.length - 65), foreign.subarray(foreign.length - 65)])
    expect(createPublicKey(createPrivateKey({ key: mixed, format: 'der', type: 'pkcs8' })).type).toBe(
      'public',
    )
    expect(() => nativeSigner(mixed)).toThrow(/^key-inconsistent/)
  })

  it('refuses an RSA key put together from two', () => {
    const mine = pair('RS256').privateKey
    const pkcs8 = mine.export({ format: 'der', type: 'pkcs8' })
    const modulus = (key: KeyObject) => Buffer.from(String(key.export({ format: 'jwk' }).n), 'base64url')
    modulus(pair('RS256').privateKey).copy(pkcs8, pkcs8.indexOf(modulus(mine)))
    expect(() => nativeSigner(pkcs8)).toThrow(/^key-inconsistent/)
  })

  it('refuses what is no key', () => {
    expect(() => nativeSigner(new Uint8Array())).toThrow(/^key-unreadable/)
    expect(() => nativeSigner(Uint8Array.of(0x30, 0x80, 1, 2, 3))).toThrow(/^key-unreadable/)
  })
})

/** An RSA key, PKCS#8, its modulus exchanged for another number. */
function withModulus(modulus: bigint): Uint8Array {
  const pkcs8 = pair('RS256').privateKey.export({ format: 'der', type: 'pkcs8' })
  const [version, algorithm, octets] = membersOf(pkcs8)
  const [own, , ...others] = membersOf(new Uint8Array((octets as OctetString).getValue()))
  const key = new Sequence({ value: [own, Integer.fromBigInt(modulus), ...others] as Sequence[] })
  const wrapped = new OctetString({ valueHex: key.toBER() })
  return new Uint8Array(new Sequence({ value: [version, algorithm, wrapped] as Sequence[] }).toBER())
}

function membersOf(der: Uint8Array) {
  return (fromBER(Uint8Array.from(der)).result as Sequence).valueBlock.value
}
