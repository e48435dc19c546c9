import { createCa } from '@licencevault/kit/ca'
import { describe, expect, it, test } from 'vitest'
import { encode, encodeOid } from './asn1/write.ts'
import { readCertificate } from './certificate.ts'
import { certificateDetails } from './certificate-details.ts'

const text = (value: string) => new TextEncoder().encode(value)
const name = (kind: number, value: string) => encode(0x80 | kind, text(value))
const seq = (...parts: Uint8Array[]) => encode(0x30, ...parts)

async function withExtensions(...extensions: { oid: string; value: Uint8Array }[]) {
  const ca = await createCa({ name: 'x', extensions })
  return readCertificate(ca.certificate)
}

describe('details of a certificate', () => {
  it('are read', async () => {
    const ip = encode(0x87, Uint8Array.of(127, 0, 0, 1))
    const certificate = await withExtensions(
      {
        oid: '2.5.29.17',
        value: seq(name(1, 'seal@example.org'), name(2, 'example.org'), name(6, 'urn:a'), ip),
      },
      { oid: '2.5.29.32', value: seq(seq(encodeOid('1.2.3.4')), seq(encodeOid('2.5.29.32.0'))) },
      { oid: '2.5.29.31', value: seq(seq(encode(0xa0, encode(0xa0, name(6, 'http://example.org/a.crl'))))) },
      {
        oid: '1.3.6.1.5.5.7.1.1',
        value: seq(
          seq(encodeOid('1.3.6.1.5.5.7.48.1'), name(6, 'http://example.org/ocsp')),
          seq(encodeOid('1.3.6.1.5.5.7.48.2'), name(6, 'http://example.org/ca.cer')),
        ),
      },
    )
    expect(certificateDetails(certificate)).toEqual({
      alternativeNames: [
        { kind: 'email', value: 'seal@example.org' },
        { kind: 'dns', value: 'example.org' },
        { kind: 'uri', value: 'urn:a' },
      ],
      policies: ['1.2.3.4', '2.5.29.32.0'],
      revocationLists: ['http://example.org/a.crl'],
      ocspResponders: ['http://example.org/ocsp'],
      issuerCertificates: ['http://example.org/ca.cer'],
    })
  })

  it('are empty where the certificate says nothing', async () => {
    const empty = certificateDetails(await withExtensions())
    expect(Object.values(empty).flat()).toEqual([])
  })

  test.each([
    ['2.5.29.17', Uint8Array.of(5, 0), 'certificate-wrong'],
    ['2.5.29.32', seq(Uint8Array.of(5, 0)), 'encoding-wrong'],
    ['2.5.29.31', Uint8Array.of(0x30, 0x80, 0, 0), 'encoding-wrong'],
    ['1.3.6.1.5.5.7.1.1', Uint8Array.of(0x30, 0, 0), 'encoding-wrong'],
  ])('malformed %s', async (oid, value, code) => {
    const certificate = await withExtensions({ oid, value })
    expect(() => certificateDetails(certificate)).toThrow(expect.objectContaining({ code }))
  })
})
