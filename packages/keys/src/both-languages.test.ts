import { createSecretKey, generateKeyPairSync } from 'node:crypto'
import { VaultError, type Words } from '@licencevault/errors'
import { expect, it } from 'vitest'
import { createCa } from '../../../test/kit/src/ca.ts'
import { nativeSigner } from './native.ts'
import { pemOf } from './pem.ts'
import { openPkcs12 } from './pkcs12.ts'
import { generateKey, importEncryptedPkcs8, importJwk, importPem, importPkcs8 } from './software.ts'

const ca = await createCa({ name: '根' })
const bytes = (text: string) => new TextEncoder().encode(text)

/** What an error says. */
async function said(call: () => unknown): Promise<Words> {
  try {
    await call()
  } catch (thrown) {
    if (thrown instanceof VaultError) return thrown.sentence
  }
  throw new Error('it was not refused')
}

it.each<[string, () => unknown, string, string]>([
  [
    'a certificate for a key',
    () => importPkcs8(ca.certificate),
    'A private key is needed here, but this is a certificate.',
    '此处需要私钥，提供的却是证书。',
  ],
  [
    'a certificate in PEM for a key',
    () => importPem(pemOf(ca.certificate, 'CERTIFICATE')),
    'A private key is needed here, but this is PEM with a block “CERTIFICATE”.',
    '此处需要私钥，提供的却是含有“CERTIFICATE”块的 PEM 文本。',
  ],
  [
    'a public JWK for a key',
    () => importJwk({ kty: 'EC' }),
    'A private key is needed here, but this is a public JWK.',
    '此处需要私钥，提供的却是公钥（JWK）。',
  ],
  [
    'a symmetric key for a private one',
    () => nativeSigner(createSecretKey(new Uint8Array(32))),
    'A private key is needed here, but this is a symmetric key.',
    '此处需要私钥，提供的却是对称密钥。',
  ],
  [
    'a certificate for a container',
    () => openPkcs12(ca.certificate, ''),
    'This is not a PKCS#12 container but a certificate.',
    '这不是 PKCS#12 容器，而是：证书。',
  ],
  [
    'too many bytes',
    () => nativeSigner(new Uint8Array(16_385)),
    'The key has 16385 bytes; at most 16384 are accepted.',
    '密钥长度为 16385 字节，最多接受 16384 字节。',
  ],
  [
    'too many characters',
    () => importPem('x'.repeat(65_537)),
    'The key has 65537 characters; at most 65536 are accepted.',
    '密钥长度为 65537 个字符，最多接受 65536 个字符。',
  ],
  [
    'too many bits',
    () => generateKey('RS256', { modulusLength: 8193 }),
    'The key has 8193 bits; at most 8192 are accepted.',
    '密钥长度为 8193 位，最多接受 8192 位。',
  ],
  [
    'an encrypted key that is none',
    () => importEncryptedPkcs8(bytes('x'), 'x'),
    'This is not a private key in encrypted PKCS#8, or it is damaged.',
    '这不是“加密的 PKCS#8”格式的私钥，或内容已损坏。',
  ],
  [
    'a curve spelled out',
    () =>
      nativeSigner(generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' }).privateKey),
    'Keys of the kind EC with explicit parameters are not supported.',
    '不支持此类密钥：写明曲线参数而未使用命名曲线的 EC 密钥。',
  ],
])('%s is named in both languages', async (_, call, en, zh) => {
  expect(await said(call)).toEqual({ en, zh })
})
