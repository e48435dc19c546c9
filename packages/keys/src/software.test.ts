import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createCa } from '../../../test/kit/src/ca.ts'
import { workSince } from '../../../test/kit/src/work.ts'
import { type AlgorithmName, algorithms } from './algorithms.ts'
import { signerContract } from './signer.contract.ts'
import {
  generateKey,
  importEncryptedPkcs8,
  importJwk,
  importPem,
  importPkcs8,
  type SealedKey,
  type SoftwareKey,
} from './software.ts'

const names = Object.keys(algorithms) as AlgorithmName[]
const iterations = 1000

signerContract('software, generated', async (algorithm) => {
  const signer = await generateKey(algorithm, { modulusLength: 2048 })
  return { signer, publicKey: createPublicKey(await signer.exportPem()) }
})

signerContract('software, imported and sealed', async (algorithm) => {
  const { publicKey, privateKey } = nodePair(algorithm)
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  return { signer: await importPkcs8(pkcs8, { algorithm, extractable: false }), publicKey }
})

describe('generateKey', () => {
  it('makes RSA keys of 3072 bits', async () => {
    const key = await generateKey('PS256')
    expect(createPrivateKey(await key.exportPem()).asymmetricKeyDetails).toMatchObject({
      modulusLength: 3072,
      publicExponent: 65537n,
    })
  })

  it('refuses RSA keys below 2048 and above 8192 bits', async () => {
    await expect(generateKey('RS256', { modulusLength: 2047 })).rejects.toThrow(/^key-weak/)
    await expect(generateKey('RS256', { modulusLength: 8193 })).rejects.toThrow(/^key-too-large/)
  })

  it('makes another key each time', async () => {
    const [one, other] = await Promise.all([generateKey('ES256'), generateKey('ES256')])
    expect(one.publicKey).not.toEqual(other.publicKey)
  })

  it('says by type and value whether the key may leave', async () => {
    const open = await generateKey('Ed25519')
    const sealed = await generateKey('Ed25519', { extractable: false })
    expectTypeOf(open).toEqualTypeOf<SoftwareKey>()
    expectTypeOf(sealed).toEqualTypeOf<SealedKey>()
    expect(open.extractable).toBe(true)
    expect(Object.keys(sealed).sort()).toEqual(['algorithm', 'extractable', 'publicKey', 'sign'])
  })
})

describe.each(names)('%s goes out and comes back', (algorithm) => {
  const made = generateKey(algorithm, { modulusLength: 2048 })

  it('as PKCS#8', async () => {
    const key = await made
    expect((await importPkcs8(await key.exportPkcs8(), { algorithm })).publicKey).toEqual(key.publicKey)
  })

  it('as PEM', async () => {
    const key = await made
    const again = await importPem(await key.exportPem(), { algorithm })
    expect(again.publicKey).toEqual(key.publicKey)
    expect(again.algorithm).toBe(algorithm)
  })

  it('as encrypted PKCS#8 and PEM, which Node reads too', async () => {
    const key = await made
    const passphrase = '口令 pass 😀'
    const der = await key.exportEncryptedPkcs8(passphrase, iterations)
    const read = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8', passphrase })
    expect(createPublicKey(read).export({ format: 'der', type: 'spki' }).equals(key.publicKey)).toBe(true)
    expect((await importEncryptedPkcs8(der, passphrase, { algorithm })).publicKey).toEqual(key.publicKey)
    const pem = await key.exportEncryptedPem(passphrase, iterations)
    expect(pem).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/)
    expect((await importPem(pem, { password: passphrase, algorithm })).publicKey).toEqual(key.publicKey)
  })

  it('as a JWK', async () => {
    const key = await made
    const jwk = createPrivateKey(await key.exportPem()).export({ format: 'jwk' })
    expect((await importJwk({ ...jwk }, { algorithm })).publicKey).toEqual(key.publicKey)
  })
})

describe('importPem', () => {
  it('reads the older forms', async () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey
    const rsa = nodePair('RS256').privateKey
    const sec1 = ec.export({ format: 'pem', type: 'sec1' }).toString()
    const pkcs1 = rsa.export({ format: 'pem', type: 'pkcs1' }).toString()
    expect((await importPem(sec1)).algorithm).toBe('ES384')
    expect((await importPem(pkcs1, { algorithm: 'RS256' })).algorithm).toBe('RS256')
  })

  it('reads keys that Node encrypted, with the hash that Node chose', async () => {
    const { privateKey } = nodePair('ES256')
    for (const cipher of ['aes-128-cbc', 'aes-256-cbc', 'des-ede3-cbc']) {
      const pem = privateKey.export({ format: 'pem', type: 'pkcs8', cipher, passphrase: '口令' }).toString()
      expect((await importPem(pem, { password: '口令' })).algorithm).toBe('ES256')
    }
  })

  it('finds the key between certificates and words, and strange line ends', async () => {
    const { privateKey } = nodePair('ES256')
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString().replaceAll('\n', '\r\n')
    const text = `Bag Attributes\r\n-----BEGIN CERTIFICATE-----\r\nAAAA\r\n-----END CERTIFICATE-----\r\n${pem}`
    expect((await importPem(text)).algorithm).toBe('ES256')
  })

  it('refuses what is no private key, and says what it is', async () => {
    const { publicKey } = nodePair('ES256')
    const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
    const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
    await expect(importPem(pem)).rejects.toThrow(/^key-not-private: .* “PUBLIC KEY”\./)
    await expect(importPem(certificate)).rejects.toThrow(/^key-not-private: .* “CERTIFICATE”\./)
    for (const text of [
      '',
      'hello',
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----',
    ]) {
      await expect(importPem(text)).rejects.toThrow(/^key-unreadable/)
    }
    await expect(importPem('x'.repeat(65_537))).rejects.toThrow(/^key-too-large/)
  })

  it('refuses the old encrypted form, whose key is one MD5 away from its password', async () => {
    const rsa = nodePair('RS256').privateKey
    const pem = rsa
      .export({ format: 'pem', type: 'pkcs1', cipher: 'aes-256-cbc', passphrase: 'x' })
      .toString()
    expect(pem).toContain('Proc-Type: 4,ENCRYPTED')
    await expect(importPem(pem, { password: 'x' })).rejects.toThrow(/^key-unreadable/)
  })

  it('refuses a container that holds what is no value of its type', async () => {
    // SEQUENCE { GeneralizedTime “x” }, at which the parser beneath throws.
    const bytes = Uint8Array.of(0x30, 0x03, 0x18, 0x01, 0x78)
    await expect(importEncryptedPkcs8(bytes, 'x')).rejects.toThrow(/^key-unreadable/)
  })

  it('wants the password, and the right one', async () => {
    const pem = await (await generateKey('ES256')).exportEncryptedPem('right', iterations)
    await expect(importPem(pem)).rejects.toThrow(/^key-password-missing/)
    for (const password of ['', 'Right', 'right ', 'r']) {
      await expect(importPem(pem, { password })).rejects.toThrow(/^key-password-wrong/)
    }
  })
})

describe('other wrong input', () => {
  it('says what was handed over instead of a private key', async () => {
    const { publicKey } = nodePair('ES256')
    const spki = publicKey.export({ format: 'der', type: 'spki' })
    const { certificate } = await createCa({ name: '根' })
    const encrypted = await (await generateKey('ES256')).exportEncryptedPkcs8('x', iterations)
    await expect(importPkcs8(spki)).rejects.toThrow(/^key-not-private: .* is a public key\./)
    await expect(importPkcs8(certificate)).rejects.toThrow(/^key-not-private: .* is a certificate\./)
    await expect(importPkcs8(encrypted)).rejects.toThrow(/^key-password-missing/)
    await expect(importPkcs8(new TextEncoder().encode('hello'))).rejects.toThrow(/^key-unreadable/)
  })

  it('refuses a JWK that is public, or none', async () => {
    const { publicKey } = nodePair('ES256')
    await expect(importJwk({ ...publicKey.export({ format: 'jwk' }) })).rejects.toThrow(/^key-not-private/)
    await expect(importJwk({})).rejects.toThrow(/^key-unreadable/)
    await expect(importJwk({ kty: 'EC', crv: 'P-256', d: 'AA', x: 'AA', y: 'AA' })).rejects.toThrow(
      /^key-unreadable/,
    )
  })

  it('refuses an encrypted key that is none, or too long', async () => {
    await expect(importEncryptedPkcs8(new Uint8Array(), 'x')).rejects.toThrow(/^key-unreadable/)
    await expect(importEncryptedPkcs8(Uint8Array.of(0x30, 0), 'x')).rejects.toThrow(/^key-unreadable/)
    await expect(importEncryptedPkcs8(new Uint8Array(16_385), 'x')).rejects.toThrow(/^key-too-large/)
  })

  it('refuses iteration counts out of bounds when writing', async () => {
    const key = await generateKey('ES256')
    for (const count of [0, 999, 600_001, 1000.5, Number.NaN]) {
      await expect(key.exportEncryptedPkcs8('x', count)).rejects.toThrow(/^key-iterations-out-of-range/)
    }
  })

  it('refuses an encrypted key that asks for too many derivation steps, at once', async () => {
    const der = await (await generateKey('ES256')).exportEncryptedPkcs8('x', 65_536)
    // INTEGER 65,536 of three bytes becomes 8,388,607.
    const at = Buffer.from(der).indexOf(Buffer.from([0x02, 0x03, 0x01, 0x00, 0x00]))
    const bomb = Uint8Array.from(der)
    bomb.set([0x7f, 0xff, 0xff], at + 2)
    const before = process.cpuUsage()
    await expect(importEncryptedPkcs8(bomb, 'x')).rejects.toThrow(/^key-iterations-exceeded/)
    expect(workSince(before)).toBeLessThan(1000)
  })
})

function nodePair(algorithm: AlgorithmName) {
  if (algorithm === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' })
  if (algorithm === 'ES384') return generateKeyPairSync('ec', { namedCurve: 'P-384' })
  if (algorithm === 'Ed25519') return generateKeyPairSync('ed25519')
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}
