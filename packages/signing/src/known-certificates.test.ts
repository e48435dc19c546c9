import { createCa } from '@licencevault/kit/ca'
import { expect, it } from 'vitest'
import { knownCertificate, knownSigned, rememberSigned } from './known-certificates.ts'

it('the same bytes give the same frozen object, which holds none of the caller’s memory', async () => {
  const { certificate } = await createCa({ name: 'x' })
  const once = knownCertificate(certificate)
  expect(knownCertificate(certificate.slice())).toBe(once)
  expect(once.der.buffer).not.toBe(certificate.buffer)
  expect(Object.isFrozen(once)).toBe(true)
  const changed = certificate.with(20, (certificate[20] ?? 0) ^ 1)
  expect(knownCertificate(changed)).not.toBe(once)
})

it('a certificate with the same end takes the slot, and nothing but time is lost', async () => {
  const { certificate } = await createCa({ name: 'the subject that stands before the key' })
  const other = Uint8Array.from(certificate)
  other[Buffer.from(certificate).lastIndexOf('the subject') + 4] = 0x53
  const [first, second] = [knownCertificate(certificate), knownCertificate(other)]
  expect(second.subject.text).toBe('CN=the Subject that stands before the key')
  expect(knownCertificate(certificate)).toEqual(first)
  expect(first.subject.text).toBe('CN=the subject that stands before the key')
})

it('a signature is remembered of the very objects alone', async () => {
  const [a, b] = await Promise.all(
    ['a', 'b'].map(async (name) => knownCertificate((await createCa({ name })).certificate)),
  )
  if (!a || !b) throw new Error('no certificates')
  expect(knownSigned(a, b)).toBe(false)
  rememberSigned(a, b)
  expect([knownSigned(a, b), knownSigned(b, a), knownSigned({ ...a }, b), knownSigned(a, { ...b })]).toEqual([
    true,
    false,
    false,
    false,
  ])
})
