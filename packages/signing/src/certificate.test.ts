import { createCa, type TestCa } from '@licencevault/kit/ca'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { Reader, tag } from './asn1/reader.ts'
import { encode, encodeInteger, encodeOid } from './asn1/write.ts'
import { readCertificate } from './certificate.ts'
import { limits } from './limits.ts'
import { readName } from './name.ts'

const notBefore = new Date('2027-01-01T00:00:00Z')
const notAfter = new Date('2060-01-01T00:00:00Z')
let ca: TestCa
beforeAll(async () => {
  ca = await createCa({ name: { CN: '根', O: '某市', C: 'CN' }, notBefore, notAfter, pathLength: 2 })
})

const refused = (code: string) => expect.objectContaining({ code })

describe('a certificate', () => {
  it('is read', async () => {
    const subject = { CN: '印章, "一"', O: '某局', organizationIdentifier: 'NTRCN-11330000MB1234567X' }
    const serial = Uint8Array.of(0x7f, 1, 2)
    const issued = await ca.issue({
      subject,
      serial,
      notBefore,
      notAfter,
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'],
    })
    const certificate = readCertificate(issued.certificate)
    expect(certificate).toMatchObject({ version: 3, serialHex: '7f0102', notBefore, notAfter })
    expect(certificate.der).toEqual(issued.certificate)
    expect(certificate.publicKeyInfo).toEqual(issued.signer.publicKey)
    expect(certificate.publicKey).toEqual({ kind: 'EC', curve: 'P-256', bits: 256 })
    expect(certificate.subject.get('2.5.4.97')).toBe(subject.organizationIdentifier)
    expect(certificate.subject.get('2.5.4.6')).toBeUndefined()
    expect(certificate.subject.text).toContain('CN=印章\\, \\"一\\"')
    const root = readCertificate(ca.certificate)
    expect(certificate.issuer.equals(root.subject)).toBe(true)
    expect(certificate.subject.equals(root.subject)).toBe(false)
    const { extensions } = certificate
    expect(extensions.keyUsage).toEqual(['digitalSignature', 'nonRepudiation'])
    expect(extensions.extendedKeyUsage).toEqual(['1.3.6.1.5.5.7.3.36'])
    expect(extensions.basicConstraints).toEqual({ ca: false })
    expect(extensions.authorityKeyIdentifier).toEqual(root.extensions.subjectKeyIdentifier)
    expect(root.extensions.basicConstraints).toEqual({ ca: true, pathLength: 2 })
    expect(root.extensions.keyUsage).toEqual(['keyCertSign', 'cRLSign'])
  })

  it('with bytes after it, or too large', () => {
    expect(() => readCertificate(Uint8Array.of(...ca.certificate, 0))).toThrow(refused('encoding-wrong'))
    expect(() => readCertificate(new Uint8Array(limits.certificateBytes + 1))).toThrow(
      refused('limit-exceeded'),
    )
  })

  it('with something in it that is looked at by nobody and is not in DER', () => {
    // The value of a name's attribute becomes an element in parts, of which there are none.
    const at = Buffer.from(ca.certificate).indexOf(Buffer.from([0x0c, 6, ...Buffer.from('某市')]))
    expect(at).toBeGreaterThan(0)
    expect(() => readCertificate(ca.certificate.with(at, 0xfb))).toThrow(refused('encoding-wrong'))
    expect(() => readCertificate(ca.certificate.with(at, 0x24))).toThrow(refused('encoding-wrong'))
  })

  it('never crashes the reader', () => {
    fc.assert(
      fc.property(
        fc.nat(ca.certificate.length - 1),
        fc.nat(255),
        fc.nat(ca.certificate.length),
        (position, byte, length) => {
          for (const bytes of [ca.certificate.with(position, byte), ca.certificate.subarray(0, length)]) {
            try {
              readCertificate(bytes)
            } catch (trouble) {
              expect(trouble).toHaveProperty('code')
            }
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('a certificate with a wrong part', () => {
  /** Takes the root's certificate apart and puts it together with some parts exchanged; nothing checks its signature here. */
  function compose(
    change: (fields: Uint8Array[], algorithm: Uint8Array) => { fields?: Uint8Array[]; outer?: Uint8Array },
  ) {
    const parts = new Reader(ca.certificate).next().inside()
    const tbs = parts.next().inside()
    const fields: Uint8Array[] = []
    while (!tbs.done) fields.push(tbs.next().raw)
    const algorithm = parts.next().raw
    const { fields: changed = fields, outer = algorithm } = change(fields, algorithm)
    return encode(tag.sequence, encode(tag.sequence, ...changed), outer, parts.next().raw)
  }
  const at = (position: number, value: Uint8Array) => () =>
    compose((fields) => ({ fields: fields.with(position, value) }))
  const extensions = (...list: Uint8Array[]) => at(7, encode(tag.context(3), encode(tag.sequence, ...list)))
  const extension = (oid: string, value: Uint8Array, critical?: number) =>
    encode(
      tag.sequence,
      encodeOid(oid),
      ...(critical === undefined ? [] : [Uint8Array.of(1, 1, critical)]),
      encode(tag.octetString, value),
    )
  const basic = extension('2.5.29.19', Uint8Array.of(0x30, 0))
  const [sha1] = [encode(tag.sequence, encodeOid('1.2.840.10045.4.1'))]

  test.each([
    ['another algorithm outside', () => compose(() => ({ outer: sha1 })), 'certificate-wrong'],
    ['another algorithm inside', at(2, sha1), 'certificate-wrong'],
    ['a negative serial', at(1, Uint8Array.of(2, 1, 0xff)), 'certificate-wrong'],
    [
      'a serial of 21 octets',
      at(1, encode(tag.integer, new Uint8Array(22).with(1, 0xff))),
      'certificate-wrong',
    ],
    ['a padded serial', at(1, Uint8Array.of(2, 2, 0, 1)), 'encoding-wrong'],
    ['version 4', at(0, encode(tag.context(0), encodeInteger(3))), 'certificate-wrong'],
    ['version 1 written out', at(0, encode(tag.context(0), encodeInteger(0))), 'certificate-wrong'],
    ['extensions in version 2', at(0, encode(tag.context(0), encodeInteger(1))), 'certificate-wrong'],
    ['no issuer', at(3, encode(tag.sequence)), 'certificate-wrong'],
    ['an extension twice', extensions(basic, basic), 'certificate-wrong'],
    ['no extension in the list', extensions(), 'encoding-wrong'],
    ['a truth value of 01', extensions(extension('1.2.3', basic, 1)), 'encoding-wrong'],
    [
      'a path length without the flag',
      extensions(extension('2.5.29.19', Uint8Array.of(0x30, 3, 2, 1, 0))),
      'certificate-wrong',
    ],
    [
      'a key usage of nothing',
      extensions(extension('2.5.29.15', Uint8Array.of(3, 2, 7, 0))),
      'encoding-wrong',
    ],
    [
      'a key usage of another type',
      extensions(extension('2.5.29.15', Uint8Array.of(4, 1, 0x80))),
      'certificate-wrong',
    ],
    [
      'bytes after an extension',
      extensions(extension('2.5.29.19', Uint8Array.of(0x30, 0, 0))),
      'encoding-wrong',
    ],
    [
      'an extended usage of nothing',
      extensions(extension('2.5.29.37', Uint8Array.of(0x30, 0))),
      'encoding-wrong',
    ],
    [
      'an identifier of another type',
      extensions(extension('2.5.29.14', Uint8Array.of(2, 1, 0))),
      'certificate-wrong',
    ],
    [
      'too many extensions',
      extensions(
        ...Array.from({ length: limits.extensions + 1 }, (_, i) => extension(`1.2.${i + 1}`, basic)),
      ),
      'limit-exceeded',
    ],
  ])('%s', (_, make, code) => {
    expect(() => readCertificate(make())).toThrow(refused(code))
  })

  it('passes with what is odd but allowed', () => {
    expect(
      readCertificate(extensions(extension('2.5.29.19', Uint8Array.of(0x30, 0), 0))()).extensions.all[0]
        ?.critical,
    ).toBe(false)
    expect(readCertificate(at(1, Uint8Array.of(2, 1, 0))()).serialHex).toBe('00')
    const many = Array.from({ length: limits.extensions }, (_, i) => extension(`1.2.${i + 1}`, basic))
    expect(readCertificate(extensions(...many)()).extensions.all).toHaveLength(limits.extensions)
    const twenty = encode(tag.integer, new Uint8Array(21).with(1, 0xff))
    expect(readCertificate(at(1, twenty)()).serialHex).toBe(`ff${'00'.repeat(19)}`)
    const first = compose((fields) => ({ fields: fields.slice(1, 7) }))
    expect(readCertificate(first)).toMatchObject({ version: 1, extensions: { all: [] } })
  })
})

describe('names', () => {
  const text = new TextEncoder()
  const value = (identifier: number, bytes: Uint8Array, oid = '2.5.4.3') =>
    encode(tag.sequence, encodeOid(oid), encode(identifier, bytes))
  const name = (...sets: Uint8Array[][]) =>
    readName(new Reader(encode(tag.sequence, ...sets.map((set) => encode(tag.set, ...set)))).next())
  const cn = (identifier: number, bytes: Uint8Array | string) =>
    name([value(identifier, typeof bytes === 'string' ? text.encode(bytes) : bytes)])

  test.each([
    ['case', cn(12, 'Some Root'), cn(12, 'sOME rOOT')],
    ['string type', cn(12, 'Root'), cn(19, 'Root')],
    ['BMPString', cn(12, '根'), cn(30, Uint8Array.of(0x68, 0x39))],
    ['UniversalString', cn(12, '根'), cn(28, Uint8Array.of(0, 0, 0x68, 0x39))],
    ['spaces', cn(12, ' Some  Root '), cn(12, 'Some Root')],
    ['full width', cn(12, 'ＡＢＣ'), cn(12, 'abc')],
    ['composition', cn(12, 'é'), cn(12, 'e\u0301')],
    ['sharp s and long s', cn(12, 'Straße ſ'), cn(12, 'STRASSE S')],
    ['kind of space', cn(12, 'Some\u00a0\u3000Root\t'), cn(12, 'Some Root')],
    ['what nobody sees', cn(12, 'Ro\u00ad\u200bo\u2066\ufe0ft\u0000'), cn(12, 'Root')],
  ])('are the same whatever the %s', (_, a, b) => {
    expect(a.equals(b)).toBe(true)
  })

  test.each([
    ['text', cn(12, 'Root'), cn(12, 'Root2')],
    ['attribute', cn(12, 'Root'), name([value(12, text.encode('Root'), '2.5.4.10')])],
    [
      'grouping',
      name([value(12, text.encode('a'))], [value(12, text.encode('b'))]),
      name([value(12, text.encode('a')), value(12, text.encode('b'))]),
    ],
    [
      'order',
      name([value(12, text.encode('a'))], [value(12, text.encode('b'))]),
      name([value(12, text.encode('b'))], [value(12, text.encode('a'))]),
    ],
    [
      'imitated boundaries',
      name([value(12, text.encode('a/2.5.4.3=1:b'))]),
      name([value(12, text.encode('a'))], [value(12, text.encode('b'))]),
    ],
  ])('differ by %s', (_, a, b) => {
    expect(a.equals(b)).toBe(false)
  })

  it('with a value in parts that are none are no names', () => {
    expect(cn(0x30, encode(12, text.encode('a'))).text).toMatch(/^CN=#/)
    for (const parts of [Uint8Array.of(0x2b), encode(0x24, encode(4, Uint8Array.of(1)))])
      expect(() => cn(0x30, parts)).toThrow(refused('encoding-wrong'))
  })

  it('are shown so that they cannot lie about their extent', () => {
    expect(cn(12, 'a,O=b').text).toBe('CN=a\\,O=b')
    expect(cn(12, ' a#').text).toBe('CN=\\ a#')
    expect(cn(12, 'a\u202eb\n').text).toBe('CN=a\\e2\\80\\aeb\\0a')
    expect(cn(12, Uint8Array.of(0xff)).text).toBe('CN=#0c01ff')
    expect(cn(30, Uint8Array.of(0x68)).text).toBe('CN=#1e0168')
    expect(cn(28, Uint8Array.of(0xff, 0xff, 0xff, 0xff)).text).toBe('CN=#1c04ffffffff')
    expect(name([value(20, Uint8Array.of(0xe9), '1.2.3')]).text).toBe('1.2.3=é')
    expect(name([value(12, text.encode('a')), value(12, text.encode('b'), '2.5.4.11')]).text).toBe(
      'CN=a+OU=b',
    )
  })

  it('have so many attributes and no more', () => {
    const sets = (count: number) => Array.from({ length: count }, () => [value(12, text.encode('x'))])
    expect(name(...sets(limits.nameAttributes)).relative).toHaveLength(limits.nameAttributes)
    expect(() => name(...sets(limits.nameAttributes + 1))).toThrow(refused('limit-exceeded'))
    expect(() => name([])).toThrow(refused('encoding-wrong'))
  })
})
