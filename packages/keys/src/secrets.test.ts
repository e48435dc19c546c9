import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createCa } from '../../../test/kit/src/ca.ts'
import { nativeSigner } from './native.ts'
import { pemOf } from './pem.ts'
import { createPkcs12, openPkcs12 } from './pkcs12.ts'
import { generateKey, importEncryptedPkcs8, importJwk, importPem, importPkcs8 } from './software.ts'

/** What must never be seen: looked for as text, hex, base64 and as a list of numbers. */
const password = 'Correct-Horse-电池-7391'
const iterations = 1000
const root = await createCa({ name: '根' })
const { key, certificate, chain, signer } = await root.issue({ subject: { CN: '印章' } })
const pkcs8 = await key.exportPkcs8()
/** The private scalar itself: 32 bytes after the header of PKCS#8 and ECPrivateKey. */
const scalar = Buffer.from(pkcs8.subarray(36, 68))
const jwk = { kty: 'EC', crv: 'P-256', d: scalar.toString('base64url') }

const planted = [
  password,
  scalar.toString('hex'),
  scalar.toString('base64').slice(0, 40),
  scalar.toString('base64url').slice(0, 40),
  scalar.toString('latin1'),
  [...scalar.subarray(0, 8)].join(','),
  [...scalar.subarray(0, 8)].join(', '),
  scalar.subarray(0, 8).toString('hex').match(/../g)?.join(' ') ?? '',
]

function expectClean(value: unknown): void {
  const views = [
    inspect(value, { depth: 20, showHidden: true, maxArrayLength: null, getters: true }),
    JSON.stringify(value) ?? '',
    String(value),
    ...(value instanceof Error
      ? [value.message, value.stack ?? '', inspect(value.cause), JSON.stringify({ ...value })]
      : []),
  ].map((view) => view.replace(/\s+/g, ' '))
  for (const view of views) for (const secret of planted) expect(view).not.toContain(secret)
}

it('would find what is planted', () => {
  for (const leak of [
    new Error(password),
    { d: jwk.d },
    { bytes: scalar },
    [...scalar],
    { cause: pemOf(pkcs8, 'X').replaceAll('\n', '') },
  ]) {
    expect(() => expectClean(leak)).toThrow()
  }
})

describe('no key shows itself', () => {
  it.each([
    ['generated', generateKey('ES256')],
    ['imported', importPkcs8(pkcs8)],
    ['sealed', importPkcs8(pkcs8, { extractable: false })],
    ['native', Promise.resolve(nativeSigner(pkcs8))],
    ['issued', Promise.resolve({ key, signer, certificate, chain })],
    [
      'opened',
      createPkcs12({ key, certificate }, password, { iterations }).then((bytes) =>
        openPkcs12(bytes, password, { extractable: true }),
      ),
    ],
  ])('%s', async (_, holder) => expectClean(await holder))
})

describe('no error tells a secret', async () => {
  const p12 = await createPkcs12({ key, certificate, chain }, 'other', { iterations })
  const encrypted = await key.exportEncryptedPkcs8('other', iterations)
  const pem = await key.exportPem()
  const cut = pkcs8.subarray(0, 100)
  const foreign = (await root.issue({ subject: { CN: '别人' } })).certificate
  const wrongs: [string, () => Promise<unknown>][] = [
    ['openPkcs12, wrong password', () => openPkcs12(p12, password)],
    ['openPkcs12, damaged', () => openPkcs12(p12.subarray(0, -1), password)],
    ['openPkcs12, a key', () => openPkcs12(pkcs8, password)],
    ['openPkcs12, a cut key', () => openPkcs12(cut, password)],
    ['openPkcs12, a key in PEM', () => openPkcs12(new TextEncoder().encode(pem), password)],
    ['createPkcs12, foreign certificate', () => createPkcs12({ key, certificate: foreign }, password)],
    ['createPkcs12, iterations', () => createPkcs12({ key, certificate }, password, { iterations: 1 })],
    ['createPkcs12, no certificate', () => createPkcs12({ key, certificate: pkcs8 }, password)],
    ['importPkcs8, cut', () => importPkcs8(cut)],
    ['importPkcs8, encrypted', () => importPkcs8(encrypted)],
    ['importPkcs8, mismatch', () => importPkcs8(pkcs8, { algorithm: 'ES384' })],
    ['importPkcs8, too long', () => importPkcs8(Buffer.concat([pkcs8, new Uint8Array(20_000)]))],
    ['importEncryptedPkcs8, wrong password', () => importEncryptedPkcs8(encrypted, password)],
    ['importEncryptedPkcs8, a key in plain', () => importEncryptedPkcs8(pkcs8, password)],
    ['importPem, wrong password', () => importPem(pemOf(encrypted, 'ENCRYPTED PRIVATE KEY'), { password })],
    ['importPem, wrong label', () => importPem(pem.replaceAll('PRIVATE', 'PUBLIC'), { password })],
    ['importPem, cut', () => importPem(pemOf(cut, 'PRIVATE KEY'))],
    ['importPem, EC label', () => importPem(pemOf(cut, 'EC PRIVATE KEY'))],
    ['importJwk, half of it', () => importJwk(jwk)],
    ['importJwk, no kind', () => importJwk({ d: jwk.d })],
    ['exportEncryptedPkcs8, iterations', () => key.exportEncryptedPkcs8(password, 1)],
    ['nativeSigner, cut', async () => nativeSigner(cut)],
  ]

  it.each(wrongs)('%s', async (_, wrong) => {
    const error = await wrong().then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ name: 'VaultError' })
    expectClean(error)
  })
})
