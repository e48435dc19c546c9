import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { type AlgorithmName, algorithms } from '@licencevault/keys'
import { describe, expect, it } from 'vitest'
import { createCa } from './ca.ts'

describe('createCa', () => {
  it('makes a root that signs itself and may sign others', async () => {
    const notBefore = new Date('2020-01-01T00:00:00Z')
    const ca = await createCa({ name: { CN: '根证书', C: 'CN', O: '某市' }, notBefore })
    const x509 = new X509Certificate(ca.certificate)
    expect(x509.ca).toBe(true)
    expect(x509.subject).toBe('C=CN\nO=某市\nCN=根证书')
    expect(x509.issuer).toBe(x509.subject)
    expect(x509.verify(x509.publicKey)).toBe(true)
    expect(new Date(x509.validFrom)).toEqual(notBefore)
    expect(new Date(x509.validTo)).toEqual(new Date('2030-01-01T00:00:00Z'))
    expect(ca.chain).toEqual([])
  })

  it.each(Object.keys(algorithms) as AlgorithmName[])('issues by and for %s', async (algorithm) => {
    const root = await createCa({ name: '根', algorithm })
    const middle = await root.subCa({ name: '中', algorithm })
    const seal = await middle.issue({ subject: { CN: '印章' }, algorithm })
    const [leaf, above, top] = [seal, middle, root].map(({ certificate }) => new X509Certificate(certificate))
    if (!leaf || !above || !top) throw new Error('three were made')
    expect(leaf.checkIssued(above) && leaf.verify(above.publicKey)).toBe(true)
    expect(above.checkIssued(top) && above.verify(top.publicKey)).toBe(true)
    expect(leaf.ca).toBe(false)
    expect(seal.chain).toEqual([middle.certificate, root.certificate])
    expect(seal.signer.algorithm).toBe(algorithm)
    expect(leaf.publicKey.equals(createPublicKey(await seal.key.exportPem()))).toBe(true)
  })

  it('hands out a signer for the certificate', async () => {
    const seal = await (await createCa({ name: '根' })).issue({ subject: { CN: '印章' } })
    const bytes = new Uint8Array(100)
    const { publicKey } = new X509Certificate(seal.certificate)
    expect(verify('sha256', bytes, publicKey, await seal.signer.sign(bytes))).toBe(true)
  })

  it('makes the same CA again from the same key, serial and dates, where the algorithm is deterministic', async () => {
    const { key } = await createCa({ name: '根', algorithm: 'Ed25519' })
    const [notBefore, serial] = [new Date('2026-01-01T00:00:00Z'), Uint8Array.of(1)]
    const again = {
      name: '根',
      algorithm: 'Ed25519',
      key: await key.exportPkcs8(),
      notBefore,
      serial,
    } as const
    expect((await createCa(again)).certificate).toEqual((await createCa(again)).certificate)
  })

  it('writes years from 2050 as GeneralizedTime, as RFC 5280 wants it', async () => {
    const ca = await createCa({ name: '根', notBefore: new Date('2049-12-31T23:59:59Z') })
    const text = Buffer.from(ca.certificate).toString('latin1')
    expect(text).toContain('\x17\x0d491231235959Z\x18\x0f20591231235959Z')
  })

  it('gives every certificate another positive serial', async () => {
    const ca = await createCa({ name: '根' })
    const serials = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { certificate } = await ca.issue({ subject: { CN: 'x' } })
        return new X509Certificate(certificate).serialNumber
      }),
    )
    expect(new Set(serials).size).toBe(20)
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/)
  })
})

describe('wrong on purpose', () => {
  it('leaves out the usual extensions, and denies being a CA', async () => {
    const bare = ['basicConstraints', 'keyUsage', 'subjectKeyIdentifier', 'authorityKeyIdentifier'] as const
    const { certificate } = await createCa({ name: '根', without: bare })
    expect(Buffer.from(certificate).indexOf(Buffer.from([0x06, 0x03, 0x55, 0x1d]))).toBe(-1)
    const denying = await createCa({ name: '根', ca: false })
    expect(new X509Certificate(denying.certificate).ca).toBe(false)
    const { certificate: below } = await denying.issue({ subject: { CN: 'x' } })
    expect(new X509Certificate(below).verify(new X509Certificate(denying.certificate).publicKey)).toBe(true)
  })
})
