import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { AlgorithmName } from '@licencevault/keys'
import { beforeAll, describe, expect, it } from 'vitest'
import { allowsKey, defaultAlgorithmPolicy } from '../algorithm-policy.ts'
import { Reader, tag } from '../asn1/reader.ts'
import { encode } from '../asn1/write.ts'
import * as native from './node.ts'
import { readPublicKey } from './public-key.ts'
import type { SignatureScheme } from './scheme.ts'
import * as web from './web.ts'

const message = new TextEncoder().encode('the same answer from both engines')
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

interface Vector {
  readonly what: string
  readonly algorithm: AlgorithmName | SignatureScheme
  readonly spki: Uint8Array
  readonly message?: Uint8Array
  readonly signature: Uint8Array
  readonly right: boolean
}

/** Both engines, one after the other. */
async function both({
  algorithm,
  spki,
  message: own = message,
  signature,
}: Vector): Promise<readonly boolean[]> {
  const here = await native.verifySignature(algorithm, spki, own, signature)
  return [here, await web.verifySignature(algorithm, spki, own, signature)]
}

const vectors: Vector[] = []
const add = (what: string, vector: Omit<Vector, 'what'>) => vectors.push({ what, ...vector })
const spkiOf = (key: KeyObject) => new Uint8Array(key.export({ type: 'spki', format: 'der' }))

beforeAll(() => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ec384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const ec521 = generateKeyPairSync('ec', { namedCurve: 'P-521' })
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const ed = generateKeyPairSync('ed25519')
  const spki = spkiOf(ec.publicKey)

  const signature = new Uint8Array(sign('sha256', message, ec.privateKey))
  add('ES256', { algorithm: 'ES256', spki, signature, right: true })
  add('ES256, other message', {
    algorithm: 'ES256',
    spki,
    message: message.with(0, 0),
    signature,
    right: false,
  })
  add('ES256, a byte after it', {
    algorithm: 'ES256',
    spki,
    signature: Uint8Array.of(...signature, 0),
    right: false,
  })
  add('ES256, cut off', { algorithm: 'ES256', spki, signature: signature.subarray(0, -1), right: false })
  add('ES256, nothing', { algorithm: 'ES256', spki, signature: new Uint8Array(), right: false })
  const [r, s] = integers(signature)
  const pair = (a: Uint8Array, b: Uint8Array) =>
    encode(tag.sequence, encode(tag.integer, a), encode(tag.integer, b))
  add('ES256, put together again', { algorithm: 'ES256', spki, signature: pair(r, s), right: true })
  const zero = Uint8Array.of(0)
  add('ES256, r = 0', { algorithm: 'ES256', spki, signature: pair(zero, s), right: false })
  add('ES256, s = 0', { algorithm: 'ES256', spki, signature: pair(r, zero), right: false })
  add('ES256, a needless zero', {
    algorithm: 'ES256',
    spki,
    signature: pair(Uint8Array.of(0, ...r), s),
    right: false,
  })
  const plain = (value: Uint8Array) => (value[0] === 0 ? value.subarray(1) : value)
  add('ES256, s + n', { algorithm: 'ES256', spki, signature: pair(r, plusOrder(s)), right: false })
  add('ES256, three integers', {
    algorithm: 'ES256',
    spki,
    right: false,
    signature: encode(tag.sequence, encode(tag.integer, r), encode(tag.integer, s), encode(tag.integer, s)),
  })
  add('ES256, long length', {
    algorithm: 'ES256',
    spki,
    signature: Uint8Array.of(0x30, 0x81, ...signature.subarray(1)),
    right: false,
  })
  const raw = new Uint8Array(64)
  raw.set(plain(r), 32 - plain(r).length)
  raw.set(plain(s), 64 - plain(s).length)
  add('ES256, raw instead of DER', { algorithm: 'ES256', spki, signature: raw, right: false })
  add('ES256 asked of an RSA key', {
    algorithm: 'ES256',
    spki: spkiOf(rsa.publicKey),
    signature,
    right: false,
  })
  add('ES256 asked of an Ed25519 key', {
    algorithm: 'ES256',
    spki: spkiOf(ed.publicKey),
    signature,
    right: false,
  })
  add('a key with a byte after it', {
    algorithm: 'ES256',
    spki: Uint8Array.of(...spki, 0),
    signature,
    right: false,
  })
  add('a point off the curve', {
    algorithm: 'ES256',
    spki: spki.with(spki.length - 1, (spki.at(-1) ?? 0) ^ 1),
    signature,
    right: false,
  })
  add('no key at all', { algorithm: 'ES256', spki: message, signature, right: false })

  add('ES384', {
    algorithm: 'ES384',
    spki: spkiOf(ec384.publicKey),
    signature: sign('sha384', message, ec384.privateKey),
    right: true,
  })
  add('P-384 with SHA-256', {
    algorithm: { kind: 'ECDSA', hash: 'SHA-256' },
    spki: spkiOf(ec384.publicKey),
    signature: sign('sha256', message, ec384.privateKey),
    right: true,
  })
  add('ES256 asked of a P-384 key', {
    algorithm: 'ES256',
    spki: spkiOf(ec384.publicKey),
    signature: sign('sha256', message, ec384.privateKey),
    right: false,
  })
  add('P-521 with SHA-512', {
    algorithm: { kind: 'ECDSA', hash: 'SHA-512' },
    spki: spkiOf(ec521.publicKey),
    signature: sign('sha512', message, ec521.privateKey),
    right: true,
  })
  add('another hash', {
    algorithm: 'ES384',
    spki: spkiOf(ec384.publicKey),
    signature: sign('sha256', message, ec384.privateKey),
    right: false,
  })

  const rsaSpki = spkiOf(rsa.publicKey)
  const pkcs1 = new Uint8Array(sign('sha256', message, rsa.privateKey))
  add('RS256', { algorithm: 'RS256', spki: rsaSpki, signature: pkcs1, right: true })
  add('RS256 with a zero before it', {
    algorithm: 'RS256',
    spki: rsaSpki,
    signature: Uint8Array.of(0, ...pkcs1),
    right: false,
  })
  add('RS256 read as PS256', { algorithm: 'PS256', spki: rsaSpki, signature: pkcs1, right: false })
  add('RSA with SHA-512', {
    algorithm: { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
    spki: rsaSpki,
    signature: sign('sha512', message, rsa.privateKey),
    right: true,
  })
  const pss = (saltLength: number) =>
    new Uint8Array(sign('sha256', message, { key: rsa.privateKey, padding: 6, saltLength }))
  add('PS256', { algorithm: 'PS256', spki: rsaSpki, signature: pss(32), right: true })
  add('PS256 with another salt than declared', {
    algorithm: 'PS256',
    spki: rsaSpki,
    signature: pss(20),
    right: false,
  })
  add('PSS with that salt', {
    algorithm: { kind: 'RSASSA-PSS', hash: 'SHA-256', saltLength: 20 },
    spki: rsaSpki,
    signature: pss(20),
    right: true,
  })
  add('PS256 of an EC key', { algorithm: 'PS256', spki, signature, right: false })

  const edSignature = new Uint8Array(sign(null, message, ed.privateKey))
  add('Ed25519', { algorithm: 'Ed25519', spki: spkiOf(ed.publicKey), signature: edSignature, right: true })
  add('Ed25519, altered', {
    algorithm: 'Ed25519',
    spki: spkiOf(ed.publicKey),
    signature: edSignature.with(0, (edSignature[0] ?? 0) ^ 1),
    right: false,
  })
  add('Ed25519, 63 bytes', {
    algorithm: 'Ed25519',
    spki: spkiOf(ed.publicKey),
    signature: edSignature.subarray(1),
    right: false,
  })

  const compressed = createPublicKey({ key: ec.publicKey.export({ format: 'jwk' }), format: 'jwk' })
  const point = spkiOf(compressed).subarray(-65)
  const head = bytes('3039301306072a8648ce3d020106082a8648ce3d030107032200')
  const squeezed = Uint8Array.of(...head, 2 + ((point[64] ?? 0) & 1), ...point.subarray(1, 33))
  add('a compressed point', { algorithm: 'ES256', spki: squeezed, signature, right: false })
  const k1 = generateKeyPairSync('ec', { namedCurve: 'secp256k1' })
  add('another curve', {
    algorithm: 'ES256',
    spki: spkiOf(k1.publicKey),
    signature: sign('sha256', message, k1.privateKey),
    right: false,
  })
})

function integers(signature: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const inside = new Reader(signature).next().inside()
  return [inside.next().contents, inside.next().contents]
}

function plusOrder(s: Uint8Array): Uint8Array {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
  const text = (BigInt(`0x${hex(s)}`) + order).toString(16)
  const value = bytes(text.padStart(text.length + (text.length % 2), '0'))
  return (value[0] ?? 0) < 0x80 ? value : Uint8Array.of(0, ...value)
}

describe('both engines', () => {
  it('answer every vector the same, and rightly', async () => {
    expect(vectors.length).toBe(36)
    for (const vector of vectors) {
      expect(await both(vector), vector.what).toEqual([vector.right, vector.right])
      // A second time: what the native engine keeps of a key changes nothing.
      expect(await both(vector), vector.what).toEqual([vector.right, vector.right])
    }
  })

  // RFC 8032 §7.1, TEST 2.
  it('Ed25519 of RFC 8032', async () => {
    const spki = bytes(
      '302a300506032b65700321003d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    )
    const signature = bytes(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    )
    const vector = {
      what: '',
      algorithm: 'Ed25519',
      spki,
      message: bytes('72'),
      signature,
      right: true,
    } as const
    expect(await both(vector)).toEqual([true, true])
    expect(await both({ ...vector, message: bytes('73') })).toEqual([false, false])
  })

  // FIPS 180-4, "abc".
  it('digest the same, whole and in parts', async () => {
    const abc = new TextEncoder().encode('abc')
    const expected = {
      'SHA-256': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      'SHA-384':
        'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
      'SHA-512':
        'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    } as const
    for (const hash of ['SHA-256', 'SHA-384', 'SHA-512'] as const) {
      for (const engine of [native, web]) {
        const whole = await engine.digest(hash, abc)
        expect(hex(whole)).toBe(expected[hash])
        expect(whole.constructor).toBe(Uint8Array)
        expect(hex(await engine.digest(hash, [abc.subarray(0, 1), abc.subarray(1)]))).toBe(expected[hash])
      }
    }
  })

  it('keeps no more keys than it says, and forgets none it needs', async () => {
    const first = vectors.find(({ right }) => right)
    if (!first) throw new Error('no vector')
    for (let i = 0; i < 600; i++) {
      const other = first.spki.with(first.spki.length - 1 - (i % 64), i & 0xff)
      await native.verifySignature('ES256', other, message, first.signature)
    }
    expect(await both(first)).toEqual([true, true])
  })
})

describe('public keys', () => {
  it('are described for the policy, which judges them', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024, publicExponent: 3 })
    const key = readPublicKey(spkiOf(publicKey))
    expect(key).toEqual({ kind: 'RSA', bits: 1024, exponent: 3n })
    const at = new Date()
    expect(allowsKey(defaultAlgorithmPolicy, key, at)).toBe(false)
    const rsa = (bits: number, exponent: bigint) => ({ kind: 'RSA', bits, exponent }) as const
    expect(allowsKey(defaultAlgorithmPolicy, rsa(2048, 3n), at)).toBe(true)
    for (const [bits, exponent] of [
      [2047, 3n],
      [8193, 3n],
      [2048, 1n],
      [2048, 65536n],
    ] as const) {
      expect(allowsKey(defaultAlgorithmPolicy, rsa(bits, exponent), at)).toBe(false)
    }
    const mistyped = { name: 'x', rules: [{ name: 'Ed25519', until: 'soon' }] }
    expect(allowsKey(mistyped, { kind: 'Ed25519', bits: 256 }, at)).toBe(false)
  })
})
