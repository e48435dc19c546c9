import { Sign1 } from '@auth0/cose'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const vectors = JSON.parse(readFileSync(new URL('../../packages/licence/vectors/qr.json', import.meta.url), 'utf8'))

test.each(vectors.accepted)('an independent COSE library verifies the token $name', async ({ token }) => {
  const key = await crypto.subtle.importKey('spki', Buffer.from(vectors.key.publicKey, 'hex'), 'Ed25519', true, ['verify'])
  const bytes = new Uint8Array(Buffer.from(token, 'hex'))

  const sign1 = Sign1.decode(bytes)
  expect(sign1.alg).toBe(-8)
  expect(Buffer.from(sign1.kid ?? []).toString('hex')).toBe(vectors.key.keyId)
  await sign1.verify(key)
  const last = bytes.length - 1
  await expect(Sign1.decode(bytes.with(last, (bytes[last] ?? 0) ^ 1)).verify(key)).rejects.toThrow()
})
