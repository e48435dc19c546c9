import { VaultError } from '@licencevault/errors'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import vectors from '../vectors/qr.json' with { type: 'json' }
import {
  composeQrToken,
  paperKeyId,
  QR_TEXT_LIMIT,
  type QrClaims,
  qrToBeSigned,
  qrUrl,
  readQrToken,
} from './qr-token.ts'

const keyId = fromHex(vectors.key.keyId)
const someClaims = claimsOf(vectors.accepted[0])

describe('the frozen vectors', () => {
  test.each(vectors.accepted)('$name: written and read byte for byte', async (vector) => {
    const signer = await vectorSigner()
    const claims = claimsOf(vector)

    const token = await composeQrToken(claims, signer, keyId)
    expect(toHex(qrToBeSigned(claims, keyId))).toBe(vector.toBeSigned)
    expect(toHex(token)).toBe(vector.token)
    expect(qrUrl('https://licence.example/v', token)).toBe(vector.url)

    const read = readQrToken(vector.url)
    expect(read).toMatchObject({ version: 1, ...claims })
    expect(toHex(read.keyId)).toBe(vectors.key.keyId)
    expect(toHex(read.toBeSigned)).toBe(vector.toBeSigned)
    expect(toHex(read.signature)).toBe(vector.token.slice(-128))
    expect(readQrToken(vector.url.slice(vector.url.indexOf('#') + 1))).toEqual(read)
  })

  test.each(vectors.refused)('$name is refused as $code', ({ text, code }) => {
    expect(codeOf(() => readQrToken(text))).toBe(code)
  })

  test('the key id is the first 8 bytes of the SHA-256 of the SubjectPublicKeyInfo', async () => {
    expect(toHex(await paperKeyId(fromHex(vectors.key.publicKey)))).toBe(vectors.key.keyId)
  })
})

test('a token of usual length fits in the code that is printed', async () => {
  const serial = '0123456789ABCDEFGHIJ'
  const identifier = `1.2.156.3005.2.11100000000013338W011.11430000006122244L.${serial}.001.0`
  const token = await composeQrToken({ ...someClaims, identifier }, await vectorSigner(), keyId)
  expect(token.length).toBeLessThanOrEqual(220)
})

test('what was composed is read again, whatever the claims', async () => {
  const signer = { sign: async () => new Uint8Array(64) }
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  const claims = fc.record({
    identifier: fc.stringMatching(/^1\.2\.156\.3005\.2(?:\.[0-9A-Z]{1,20}){1,5}$/),
    statementDigest: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    days: fc.tuple(day, fc.option(day)),
  })
  await fc.assert(
    fc.asyncProperty(claims, async ({ identifier, statementDigest, days }) => {
      const [a, b] = days.map((date) => date?.toISOString().slice(0, 10))
      const [from, until] = b === undefined ? [a, undefined] : [a, b].toSorted()
      const whole = { identifier, statementDigest, validity: { from: from ?? '', until: until ?? null } }
      const text = qrUrl('https://licence.example/v', await composeQrToken(whole, signer, keyId))
      expect(readQrToken(text)).toMatchObject(whole)
    }),
  )
})

test('a token changed anywhere is refused with a code or read as other bytes to be signed', () => {
  const { token, toBeSigned } = vectors.accepted[0] ?? expect.fail()
  const bytes = fromHex(token)
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, mask) => {
      const changed = bytes.with(index, (bytes[index] ?? 0) ^ mask)
      try {
        const read = readQrToken(base64url(changed))
        expect(toHex(read.toBeSigned) + toHex(read.signature)).not.toBe(toBeSigned + token.slice(-128))
      } catch (error) {
        expect(error).toBeInstanceOf(VaultError)
      }
    }),
  )
})

test('any bytes and any text are answered with a code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (noise) => {
      expect(codeOf(() => readQrToken(base64url(Uint8Array.of(0xd2, 0x84, ...noise))))).toMatch(/^qr-/)
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(codeOf(() => readQrToken(text))).toMatch(/^qr-/)
    }),
  )
})

test('longer texts and longer tokens than stated are not read', () => {
  expect(codeOf(() => readQrToken('A'.repeat(QR_TEXT_LIMIT + 1)))).toBe('qr-too-long')
  expect(codeOf(() => readQrToken(base64url(new Uint8Array(513).fill(0xd2))))).toBe('qr-not-a-token')
})

test.each([
  ['qr-identifier-wrong', { identifier: '' }],
  ['qr-identifier-wrong', { identifier: '1.2.156 3005' }],
  ['qr-identifier-wrong', { identifier: `1.2.${'9'.repeat(130)}` }],
  ['qr-digest-wrong', { statementDigest: new Uint8Array(31) }],
  ['qr-validity-wrong', { validity: { from: '2026-02-29', until: null } }],
  ['qr-validity-wrong', { validity: { from: '2026-1-1', until: null } }],
  ['qr-validity-wrong', { validity: { from: '2026-01-02', until: '2026-01-01' } }],
  ['qr-validity-wrong', { validity: { from: '2026-01-02', until: '2026-13-01' } }],
] satisfies [string, Partial<QrClaims>][])('%s: %o cannot be composed', async (code, wrong) => {
  const composed = composeQrToken({ ...someClaims, ...wrong }, await vectorSigner(), keyId)
  await expect(composed).rejects.toMatchObject({ code })
})

test('a key id of another length and a signature of another length cannot be composed', async () => {
  const signer = await vectorSigner()
  await expect(composeQrToken(someClaims, signer, new Uint8Array(7))).rejects.toMatchObject({
    code: 'qr-key-id-wrong',
  })
  const short = { sign: async () => new Uint8Array(63) }
  await expect(composeQrToken(someClaims, short, keyId)).rejects.toMatchObject({ code: 'qr-signature-wrong' })
})

function claimsOf(vector: (typeof vectors.accepted)[number] | undefined): QrClaims {
  if (!vector) throw new Error('no vector')
  const { identifier, statementDigest, validity } = vector.claims
  return { identifier, statementDigest: fromHex(statementDigest), validity }
}

async function vectorSigner() {
  const pkcs8 = fromHex(`302e020100300506032b657004220420${vectors.key.seed}`)
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign'])
  return {
    sign: async (bytes: Uint8Array) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', key, new Uint8Array(bytes))),
  }
}

function codeOf(read: () => unknown): string {
  try {
    read()
    return 'read'
  } catch (error) {
    if (error instanceof VaultError) return error.code
    throw error
  }
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'hex'))
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
