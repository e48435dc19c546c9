import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { digest } from '#crypto'
import { tag } from '../asn1/reader.ts'
import { encode, encodeInteger, encodeOid, encodeSetOf, encodeTime } from '../asn1/write.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { limits } from '../limits.ts'
import type { CmsReport, VerifyCmsOptions } from './report.ts'
import { signCms, signCmsDigest } from './sign.ts'
import { signingCertificateAttribute } from './signing-certificate.ts'
import { cmsOids } from './structure.ts'
import { verifyCms } from './verify.ts'

const at = new Date('2027-03-01T00:00:00Z')
const notBefore = new Date('2027-01-01T00:00:00Z')
const content = new TextEncoder().encode('电子证照 statement')

let root: TestCa
let seal: IssuedIdentity
let certificate: Certificate

beforeAll(async () => {
  root = await createCa({ name: { CN: '根', C: 'CN' }, notBefore })
  seal = await root.issue({ subject: { CN: '印章', O: '某局' }, notBefore })
  certificate = readCertificate(seal.certificate)
})

const check = (cms: Uint8Array, options: Partial<VerifyCmsOptions> = {}) =>
  verifyCms(cms, { roots: [root.certificate], at, ...options })

/** What did not pass, and how it was concluded. */
function findings({ indication, subIndication, checks }: CmsReport) {
  const found = checks.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped')
  return [
    `${indication} ${subIndication ?? ''}`.trim(),
    ...found.map(({ name, reason }) => `${name}: ${reason}`),
  ]
}

/** A SignedData whose every part can be wrong on purpose while the signature over the attributes stays right. */
interface Parts {
  readonly contentType?: string
  readonly version?: number
  readonly attached?: Uint8Array
  readonly attributes?: (
    usual: Record<'type' | 'digest' | 'certificate', Uint8Array>,
  ) => readonly Uint8Array[]
  readonly sorted?: boolean
  readonly digestOid?: string
  readonly digestSet?: string
  readonly signatureAlgorithm?: Uint8Array
  readonly certificates?: readonly Uint8Array[]
  readonly signers?: number
  readonly identity?: IssuedIdentity
  readonly signature?: (right: Uint8Array) => Uint8Array
}

const sha256 = '2.16.840.1.101.3.4.2.1'
const attribute = (oid: string, ...values: Uint8Array[]) =>
  encode(tag.sequence, encodeOid(oid), encode(tag.set, ...values))

async function compose(parts: Parts = {}): Promise<Uint8Array> {
  const { identity = seal, contentType = cmsOids.data, attached = content, digestOid = sha256 } = parts
  const own = readCertificate(identity.certificate)
  const usual = {
    type: attribute(cmsOids.contentType, encodeOid(cmsOids.data)),
    digest: attribute(cmsOids.messageDigest, encode(tag.octetString, await digest('SHA-256', content))),
    certificate: await signingCertificateAttribute(own),
  }
  const members = parts.attributes?.(usual) ?? Object.values(usual)
  const signed = parts.sorted === false ? encode(tag.set, ...members) : encodeSetOf(tag.set, members)
  const right = await identity.signer.sign(signed)
  const signer = encode(
    tag.sequence,
    encodeInteger(1),
    encode(tag.sequence, own.issuer.der, encode(tag.integer, own.serial)),
    encode(tag.sequence, encodeOid(digestOid)),
    Uint8Array.from([tag.context(0), ...signed.subarray(1)]),
    parts.signatureAlgorithm ?? encode(tag.sequence, encodeOid('1.2.840.10045.4.3.2')),
    encode(tag.octetString, parts.signature?.(right) ?? right),
  )
  const signedData = encode(
    tag.sequence,
    encodeInteger(parts.version ?? 1),
    encode(tag.set, encode(tag.sequence, encodeOid(parts.digestSet ?? digestOid))),
    encode(tag.sequence, encodeOid(contentType), encode(tag.context(0), encode(tag.octetString, attached))),
    encode(tag.context(0), ...(parts.certificates ?? [identity.certificate])),
    encode(tag.set, ...Array.from({ length: parts.signers ?? 1 }, () => signer)),
  )
  return encode(tag.sequence, encodeOid(cmsOids.signedData), encode(tag.context(0), signedData))
}

describe('what is right', () => {
  it('passes, attached and detached, whole and in parts, by content and by digest', async () => {
    const attached = await signCms(content, seal, { signingTime: at })
    const report = await check(attached)
    expect(findings(report)).toEqual(['TOTAL-PASSED'])
    expect(report.content).toEqual(content)
    expect(report.contentType).toBe(cmsOids.data)
    expect(report.signer?.signingTime).toEqual(at)
    expect(report.signer?.path.map(({ subject }) => subject.get('2.5.4.3'))).toEqual(['印章', '根'])
    const parts = [content.subarray(0, 5), content.subarray(5)]
    const detached = await signCms(parts, seal, { detached: true })
    expect(findings(await check(detached, { content }))).toEqual(['TOTAL-PASSED'])
    expect(findings(await check(detached, { content: parts }))).toEqual(['TOTAL-PASSED'])
    const value = await digest('SHA-256', content)
    expect(findings(await check(detached, { digest: { hash: 'SHA-256', value } }))).toEqual(['TOTAL-PASSED'])
    const byDigest = await signCmsDigest(value, 'SHA-256', seal)
    expect(findings(await check(byDigest, { content }))).toEqual(['TOTAL-PASSED'])
    expect((await check(byDigest, { content })).content).toBeUndefined()
    expect((await check(byDigest, { content })).signer?.messageDigest).toEqual({ hash: 'SHA-256', value })
  })

  it('is what the composer of the wrong ones below makes by default', async () => {
    expect(findings(await check(await compose()))).toEqual(['TOTAL-PASSED'])
  })

  it('carries words in both languages for every check', async () => {
    const cms = await compose()
    const reports = [
      check(cms),
      check(cms, { content }),
      check(cms.subarray(9)),
      check(await compose({ signers: 33 })),
    ]
    for (const report of await Promise.all(reports)) {
      for (const { sentence, remedy, outcome } of report.checks) {
        expect(sentence.en).toMatch(/\.$/)
        expect(sentence.zh).toMatch(/[^。]。$/)
        // No English half sentence inside a Chinese one.
        expect(sentence.zh).not.toMatch(/[a-z]{2,} [a-z]{2,}/)
        expect(`${sentence.en}${sentence.zh}${remedy?.en ?? ''}`).not.toMatch(/\{\w+\}/)
        if (outcome !== 'passed') expect(remedy?.zh).toMatch(/。$/)
      }
    }
  })

  test.for([
    ['id-data', undefined, 1],
    ['another type', '1.2.3.4.5', 3],
  ] as const)('content of type $0 is version $2', async ([, contentType, version]) => {
    const cms = await signCms(content, seal, contentType ? { contentType } : {})
    expect(Buffer.from(cms).toString('hex')).toContain(`02010${version}310d300b0609608648016503040201`)
    expect(findings(await check(cms))).toEqual(['TOTAL-PASSED'])
  })

  it('is the same bytes for the same content, identity and deterministic key', async () => {
    const identity = await root.issue({ subject: { CN: 'Ed' }, algorithm: 'Ed25519', notBefore })
    const once = await signCms(content, identity, { signingTime: at })
    expect(await signCms(content, identity, { signingTime: at })).toEqual(once)
    expect(findings(await check(once))).toEqual(['TOTAL-PASSED'])
  })
})

describe('content', () => {
  it('missing, given twice, of another hash, altered', async () => {
    const detached = await signCms(content, seal, { detached: true })
    expect(findings(await check(detached))).toEqual([
      'INDETERMINATE SIGNED_DATA_NOT_FOUND',
      'content-present: content-missing',
    ])
    const attached = await signCms(content, seal)
    const both = await check(attached, { content })
    expect(findings(both)).toEqual(['TOTAL-FAILED FORMAT_FAILURE', 'content-present: content-ambiguous'])
    expect(both.content).toBeUndefined()
    const value = new Uint8Array(48)
    expect(findings(await check(detached, { digest: { hash: 'SHA-384', value } }))).toEqual([
      'INDETERMINATE SIGNED_DATA_NOT_FOUND',
      'message-digest: digest-of-other-hash',
    ])
    const altered = await check(await compose({ attached: content.with(0, 0) }))
    expect(findings(altered)).toEqual(['TOTAL-FAILED HASH_FAILURE', 'message-digest: content-altered'])
    expect(altered.content).toBeUndefined()
  })
})

describe('signed attributes', () => {
  const wrong: readonly [string, Parts, string][] = [
    [
      'none of content type',
      { attributes: ({ digest: d, certificate: c }) => [d, c] },
      'content-type: signed-attributes-wrong',
    ],
    [
      'none of digest',
      { attributes: ({ type, certificate: c }) => [type, c] },
      'message-digest: signed-attributes-wrong',
    ],
    [
      'a digest twice',
      { attributes: ({ type, digest: d, certificate: c }) => [type, d, d, c] },
      'signed-attributes: signed-attributes-wrong',
    ],
    [
      'two values',
      {
        attributes: (u) => [
          u.type,
          u.certificate,
          attribute(
            cmsOids.messageDigest,
            encode(tag.octetString, new Uint8Array(32)),
            encode(tag.octetString, new Uint8Array(32)),
          ),
        ],
      },
      'signed-attributes: signed-attributes-wrong',
    ],
    [
      'no value',
      { attributes: (u) => [u.type, u.digest, u.certificate, attribute('1.2.3')] },
      'signed-attributes: signed-attributes-wrong',
    ],
    [
      'another order than DER',
      { sorted: false, attributes: (u) => [u.certificate, u.digest, u.type] },
      'signed-attributes: signed-attributes-wrong',
    ],
    [
      'a long length',
      {
        attributes: (u) => [
          u.type,
          u.digest,
          u.certificate,
          Uint8Array.of(0x30, 0x81, 0x08, 0x06, 0x02, 0x2a, 0x03, 0x31, 0x02, 0x05, 0x00),
        ],
      },
      'signed-attributes: signed-attributes-wrong',
    ],
    [
      'a month 13',
      {
        attributes: (u) => [
          u.type,
          u.digest,
          u.certificate,
          attribute(cmsOids.signingTime, encode(tag.utcTime, new TextEncoder().encode('271301000000Z'))),
        ],
      },
      'signed-attributes: signed-attributes-wrong',
    ],
    [
      'another content type',
      { contentType: '1.2.840.113549.1.9.16.1.4', version: 3 },
      'content-type: content-type-wrong',
    ],
  ]
  test.each(wrong)('with %s', async (_, parts, reason) => {
    const report = await check(await compose(parts))
    expect(report.indication).toBe('TOTAL-FAILED')
    expect(report.subIndication).toBe('FORMAT_FAILURE')
    expect(findings(report)).toContain(reason)
  })

  it('too many of them', async () => {
    const many = Array.from({ length: limits.attributes }, (_, i) =>
      attribute(`1.2.3.${i + 1}`, encode(tag.null)),
    )
    const report = await check(await compose({ attributes: (u) => [...Object.values(u), ...many] }))
    expect(findings(report)).toContain('signed-attributes: over-limits')
    const fewer = await compose({ attributes: (u) => [...Object.values(u), ...many.slice(3)] })
    expect(findings(await check(fewer))).toEqual(['TOTAL-PASSED'])
  })

  it('a time after 2049 is a GeneralizedTime and is read back', async () => {
    const time = new Date('2050-01-02T03:04:05Z')
    expect(encodeTime(time)[0]).toBe(tag.generalizedTime)
    expect((await check(await signCms(content, seal, { signingTime: time }))).signer?.signingTime).toEqual(
      time,
    )
  })
})

describe('the certificate a signer means', () => {
  it('must be bound, and be this one', async () => {
    const plain = await compose({ attributes: ({ type, digest: d }) => [type, d] })
    expect(findings(await check(plain))).toEqual([
      'INDETERMINATE SIG_CONSTRAINTS_FAILURE',
      'signing-certificate: signing-certificate-missing',
    ])
    expect(findings(await check(plain, { requireSigningCertificate: false }))).toEqual(['TOTAL-PASSED'])
    const other = await root.issue({ subject: { CN: '印章', O: '某局' }, notBefore })
    const bound = await signingCertificateAttribute(readCertificate(other.certificate))
    const exchanged = await compose({ attributes: ({ type, digest: d }) => [type, d, bound] })
    for (const requireSigningCertificate of [true, false]) {
      expect(findings(await check(exchanged, { requireSigningCertificate }))).toEqual([
        'INDETERMINATE NO_SIGNING_CERTIFICATE_FOUND',
        'signing-certificate: signing-certificate-wrong',
      ])
    }
    const nonsense = attribute(cmsOids.signingCertificateV2, encode(tag.null))
    const malformed = await compose({ attributes: ({ type, digest: d }) => [type, d, nonsense] })
    expect(findings(await check(malformed))[0]).toBe('TOTAL-FAILED FORMAT_FAILURE')
  })

  it('is found by its name and number among any others, in any order', async () => {
    const junk: Uint8Array[] = []
    for (let i = 0; i < 100; i++) junk.push(seal.certificate.subarray(0, seal.certificate.length - i * 3))
    const strangers: Uint8Array[] = []
    for (let i = 0; i < 20; i++) {
      const ca = await createCa({ name: { CN: '根', C: 'CN' }, notBefore })
      strangers.push(ca.certificate, (await ca.issue({ subject: { CN: `x${i}` }, notBefore })).certificate)
    }
    for (const certificates of [
      [...strangers, seal.certificate],
      [seal.certificate, ...strangers],
      [seal.certificate, seal.certificate, root.certificate],
    ]) {
      expect(findings(await check(await compose({ certificates })))).toEqual(['TOTAL-PASSED'])
    }
    // A certificate cut off inside the set spoils the encoding of the set itself.
    const broken = await compose({ certificates: [...junk, seal.certificate] })
    expect(findings(await check(broken))).toEqual([
      'TOTAL-FAILED FORMAT_FAILURE',
      'cms-structure: structure-wrong',
    ])
    // One that is a well-formed element but no certificate is passed over.
    const odd = Array.from({ length: 100 }, (_, i) => encode(tag.sequence, encodeInteger(i)))
    expect(findings(await check(await compose({ certificates: [...odd, seal.certificate] })))).toEqual([
      'TOTAL-PASSED',
    ])
    const many = Array.from({ length: limits.certificates }, () => odd[0] ?? new Uint8Array())
    const flooded = await check(await compose({ certificates: [...many, seal.certificate] }))
    expect(findings(flooded)[0]).toBe('TOTAL-FAILED FORMAT_FAILURE')
  })

  it('decides between two of the same name and number by the signed attribute alone', async () => {
    const twin = await createCa({ name: { CN: '根', C: 'CN' }, notBefore })
    const double = await twin.issue({ subject: { CN: '冒名' }, serial: certificate.serial, notBefore })
    for (const certificates of [
      [double.certificate, seal.certificate],
      [seal.certificate, double.certificate],
    ]) {
      const cms = await compose({ certificates })
      expect(findings(await check(cms))).toEqual(['TOTAL-PASSED'])
      const unbound = await compose({ certificates, attributes: ({ type, digest: d }) => [type, d] })
      expect(findings(await check(unbound, { requireSigningCertificate: false }))).toEqual([
        'INDETERMINATE NO_SIGNING_CERTIFICATE_FOUND',
        'signer-certificate: signer-certificate-ambiguous',
      ])
    }
  })

  it('missing', async () => {
    expect(findings(await check(await compose({ certificates: [root.certificate] })))).toEqual([
      'INDETERMINATE NO_SIGNING_CERTIFICATE_FOUND',
      'signer-certificate: signer-certificate-missing',
    ])
  })

  test.each([
    ['keyEncipherment only', { keyUsage: ['keyEncipherment'] as const }, false],
    ['nonRepudiation only', { keyUsage: ['nonRepudiation'] as const }, true],
    ['for time-stamps', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.8'] }, false],
    ['for e-mail and servers', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.4'] }, true],
    ['without a usage', { without: ['keyUsage'] as const }, true],
  ])('with a usage %s', async (_, options, right) => {
    const identity = await root.issue({ subject: { CN: 'usage' }, notBefore, ...options })
    const expected = right
      ? ['TOTAL-PASSED']
      : ['INDETERMINATE SIG_CONSTRAINTS_FAILURE', 'key-usage: key-usage-wrong']
    expect(findings(await check(await signCms(content, identity)))).toEqual(expected)
  })
})

describe('algorithms', () => {
  const pss = (...fields: Uint8Array[]) =>
    encode(tag.sequence, encodeOid('1.2.840.113549.1.1.10'), encode(tag.sequence, ...fields))
  const hash = (oid: string) => encode(tag.sequence, encodeOid(oid))
  const mgf = (oid: string) => encode(tag.sequence, encodeOid('1.2.840.113549.1.1.8'), hash(oid))
  const sha384 = '2.16.840.1.101.3.4.2.2'
  const named = (oid: string, ...parameters: Uint8Array[]) =>
    encode(tag.sequence, encodeOid(oid), ...parameters)
  test.each([
    ['ECDSA with SHA-384 beside SHA-256', named('1.2.840.10045.4.3.3'), 'algorithms-disagree'],
    ['RSA with an EC key', named('1.2.840.113549.1.1.11', encode(tag.null)), 'algorithms-disagree'],
    ['Ed25519 beside SHA-256', named('1.3.101.112'), 'algorithms-disagree'],
    ['ECDSA with SHA-1', named('1.2.840.10045.4.1'), 'algorithm-weak'],
    ['SM2 with SM3', named('1.2.156.10197.1.501'), 'algorithm-unsupported'],
    ['ECDSA with parameters', named('1.2.840.10045.4.3.2', encode(tag.null)), 'algorithm-parameters-wrong'],
    ['PSS by default, SHA-1', pss(), 'algorithm-weak'],
    ['PSS without parameters', named('1.2.840.113549.1.1.10'), 'algorithm-parameters-wrong'],
    [
      'PSS of two hashes',
      pss(encode(tag.context(0), hash(sha256)), encode(tag.context(1), mgf(sha384))),
      'algorithm-parameters-wrong',
    ],
    [
      'PSS with another trailer',
      pss(
        encode(tag.context(0), hash(sha256)),
        encode(tag.context(1), mgf(sha256)),
        encode(tag.context(3), encodeInteger(2)),
      ),
      'algorithm-parameters-wrong',
    ],
    [
      'PSS with an EC key',
      pss(encode(tag.context(0), hash(sha256)), encode(tag.context(1), mgf(sha256))),
      'algorithms-disagree',
    ],
    [
      'PSS with a third field',
      pss(
        encode(tag.context(0), hash(sha256)),
        encode(tag.context(1), mgf(sha256)),
        encode(tag.context(4), encodeInteger(2)),
      ),
      'algorithm-parameters-wrong',
    ],
  ])('%s', async (_, signatureAlgorithm, reason) => {
    const report = await check(await compose({ signatureAlgorithm }))
    expect(findings(report)).toContain(`algorithms: ${reason}`)
    expect(report.indication).not.toBe('TOTAL-PASSED')
    const outcomeOf = (name: string) => report.checks.find((one) => one.name === name)?.outcome
    const open = reason === 'algorithm-weak' || reason === 'algorithm-unsupported'
    expect(outcomeOf('algorithms')).toBe(open ? 'undetermined' : 'failed')
    expect(outcomeOf('signature')).toBe('skipped')
  })

  it('a digest algorithm the message does not list', async () => {
    const report = await check(await compose({ digestSet: sha384 }))
    expect(findings(report)).toEqual([
      'INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE',
      'algorithms: algorithms-disagree',
    ])
  })

  it('a policy that has ended', async () => {
    const policy = {
      name: 'test',
      rules: [{ name: 'SHA-256', until: '2027-02-01T00:00:00Z' }, { name: 'P-256' }],
    }
    const cms = await signCms(content, seal)
    expect(findings(await check(cms, { policy }))[0]).toBe('INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE')
    expect(findings(await check(cms, { policy, at: new Date('2027-01-31T00:00:00Z') }))).toEqual([
      'TOTAL-PASSED',
    ])
  })
})

describe('the signature', () => {
  it('replaced, repaired, or of another key', async () => {
    const other = await root.issue({ subject: { CN: 'other' }, notBefore })
    const byOther = await other.signer.sign(content)
    const wrong = ['TOTAL-FAILED SIG_CRYPTO_FAILURE', 'signature: signature-wrong']
    expect(findings(await check(await compose({ signature: () => byOther })))).toEqual(wrong)
    expect(findings(await check(await compose({ signature: () => new Uint8Array() })))).toEqual(wrong)
    expect(
      findings(await check(await compose({ signature: (right) => Uint8Array.of(...right, 0) }))),
    ).toEqual(wrong)
    // The same r and s with a needless zero, or with a long length: one signature has one encoding.
    const padded = (right: Uint8Array) => {
      const length = right[3] ?? 0
      return Uint8Array.of(0x30, (right[1] ?? 0) + 1, 2, length + 1, 0, ...right.subarray(4))
    }
    expect(findings(await check(await compose({ signature: padded })))).toEqual(wrong)
    const long = (right: Uint8Array) => Uint8Array.of(0x30, 0x81, ...right.subarray(1))
    expect(findings(await check(await compose({ signature: long })))).toEqual(wrong)
  })
})

describe('what forgers try', () => {
  const wrong = ['TOTAL-FAILED SIG_CRYPTO_FAILURE', 'signature: signature-wrong']
  const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex')
  const integer = (...bytes: number[]) => encode(tag.integer, Uint8Array.from(bytes))
  test.each([
    ['r and s zero', integer(0), integer(0)],
    ['r zero', integer(0), integer(1)],
    ['s zero', integer(1), integer(0)],
    ['r and s the order', integer(0, ...order), integer(0, ...order)],
    ['r beyond the order', integer(0, ...order.with(31, 0xff)), integer(1)],
    ['s negative', integer(1), integer(0xff)],
    ['r of a hundred bytes', integer(...new Uint8Array(100).fill(1)), integer(1)],
  ])('ECDSA with %s', async (_, r, s) => {
    const signature = () => encode(tag.sequence, r, s)
    expect(findings(await check(await compose({ signature })))).toEqual(wrong)
  })

  it('RSA with the exponent 1, under which every padding is its own signature', async () => {
    const modulus = new Uint8Array(257).fill(0xab).with(0, 0)
    const key = encode(tag.sequence, encode(tag.integer, modulus), encodeInteger(1))
    const rsa = encode(tag.sequence, encodeOid('1.2.840.113549.1.1.1'), encode(tag.null))
    const publicKey = encode(tag.sequence, rsa, encode(tag.bitString, Uint8Array.of(0, ...key)))
    const forger = await root.issue({ subject: { CN: '伪造' }, notBefore, publicKey })
    const padded = async (bytes: Uint8Array) => {
      const prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex')
      const padding = new Uint8Array(256 - 3 - prefix.length - 32).fill(0xff)
      return Uint8Array.of(0, 1, ...padding, 0, ...prefix, ...(await digest('SHA-256', bytes)))
    }
    const cms = await compose({
      identity: { ...forger, signer: { ...forger.signer, sign: padded } },
      signatureAlgorithm: encode(tag.sequence, encodeOid('1.2.840.113549.1.1.11'), encode(tag.null)),
    })
    const report = await check(cms)
    expect(report.indication).not.toBe('TOTAL-PASSED')
    expect(findings(report)).toContain('algorithms: algorithm-weak')
  })

  it('other algorithms than those that were signed', async () => {
    const protection = (digestOid: string, signatureOid: string) => {
      const signature = encode(tag.sequence, encodeOid(signatureOid))
      const value = encode(
        tag.sequence,
        encode(tag.sequence, encodeOid(digestOid)),
        signature.with(0, tag.context(1)),
      )
      return attribute('1.2.840.113549.1.9.52', value)
    }
    const signed = (one: Uint8Array) => compose({ attributes: (u) => [...Object.values(u), one] })
    const ecdsa = '1.2.840.10045.4.3.2'
    expect(findings(await check(await signed(protection(sha256, ecdsa))))).toEqual(['TOTAL-PASSED'])
    for (const other of [
      protection(sha256, '1.2.840.10045.4.3.4'),
      protection('2.16.840.1.101.3.4.2.3', ecdsa),
    ]) {
      expect(findings(await check(await signed(other)))).toEqual([
        'INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE',
        'signed-attributes: algorithms-unprotected',
      ])
    }
    const nothing = attribute('1.2.840.113549.1.9.52', encode(tag.sequence))
    expect(findings(await check(await signed(nothing)))).toContain(
      'signed-attributes: signed-attributes-wrong',
    )
  })

  it('a length of 2^31, of 2^63 and beyond', async () => {
    for (const head of ['308480000000', '30888000000000000000', '30ff', '3085ffffffffff']) {
      const bytes = Uint8Array.from([...Buffer.from(head, 'hex'), ...new Uint8Array(64)])
      expect(findings(await check(bytes))).toEqual([
        'TOTAL-FAILED FORMAT_FAILURE',
        'cms-structure: structure-wrong',
      ])
    }
  })

  it('a root that has ended, and no root at all', async () => {
    const later = new Date('2038-01-01T00:00:00Z')
    expect(findings(await check(await compose(), { at: later }))).toContain(
      'certificate-validity: certificate-expired',
    )
    await expect(check(await compose(), { roots: [] })).rejects.toMatchObject({ code: 'roots-missing' })
  })
})

describe('structure', () => {
  it('bytes after the end, zeros only where they are allowed', async () => {
    const cms = await signCms(content, seal)
    const failed = ['TOTAL-FAILED FORMAT_FAILURE', 'cms-structure: trailing-bytes']
    const padded = Uint8Array.of(...cms, 0, 0, 0)
    expect(findings(await check(padded))).toEqual(failed)
    expect(findings(await check(padded, { zeroPadding: true }))).toEqual(['TOTAL-PASSED'])
    expect(findings(await check(Uint8Array.of(...cms, 0, 1, 0), { zeroPadding: true }))).toEqual(failed)
  })

  it('certificates with altered PSS parameters end in a report too', async () => {
    const pss = await createCa({ name: 'PSS', algorithm: 'PS256', notBefore })
    const identity = await pss.issue({ subject: { CN: 'x' }, algorithm: 'PS256', notBefore })
    const cms = await signCms(content, identity)
    expect(findings(await check(cms, { roots: [pss.certificate] }))).toEqual(['TOTAL-PASSED'])
    const places: number[] = []
    const oid = Buffer.from('2a864886f70d01010a', 'hex')
    const bytes = Buffer.from(cms)
    for (let i = bytes.indexOf(oid); i >= 0; i = bytes.indexOf(oid, i + 1)) places.push(i + 9)
    expect(places.length).toBeGreaterThanOrEqual(3)
    // The same byte in every copy, so that inner and outer parameters of a certificate still agree.
    for (let offset = 0; offset < 54; offset++) {
      const altered = Uint8Array.from(cms)
      for (const place of places) altered[place + offset] = (altered[place + offset] ?? 0) ^ 1
      expect((await check(altered, { roots: [pss.certificate] })).indication).not.toBe('TOTAL-PASSED')
    }
  })

  it('no signers, too many signers, another type of message', async () => {
    expect(findings(await check(await compose({ signers: 0 })))).toEqual([
      'TOTAL-FAILED FORMAT_FAILURE',
      'signers: signers-missing',
    ])
    expect(findings(await check(await compose({ signers: 1_000 })))).toEqual([
      'TOTAL-FAILED FORMAT_FAILURE',
      'cms-structure: over-limits',
    ])
    const data = encode(
      tag.sequence,
      encodeOid(cmsOids.data),
      encode(tag.context(0), encode(tag.octetString, content)),
    )
    expect(findings(await check(data))).toEqual([
      'TOTAL-FAILED FORMAT_FAILURE',
      'cms-structure: structure-wrong',
    ])
  })

  it('hostile nesting', async () => {
    const deep = Uint8Array.from({ length: 200_000 }, (_, i) => (i % 2 ? 0x80 : 0x30))
    expect((await check(deep)).subIndication).toBe('FORMAT_FAILURE')
    const parts = Uint8Array.from({ length: 100_000 }, (_, i) => (i % 2 ? 0x80 : 0x24))
    const message = Uint8Array.of(0x30, 0x80, ...encodeOid(cmsOids.signedData), 0xa0, 0x80, ...parts)
    expect((await check(message)).subIndication).toBe('FORMAT_FAILURE')
  })

  it('whatever the bytes are, the answer is a report, and no change alters what passes', async () => {
    const cms = await signCms(content, seal, { signingTime: at })
    await fc.assert(
      fc.asyncProperty(fc.nat(cms.length - 1), fc.integer({ min: 1, max: 255 }), async (position, change) => {
        const altered = cms.with(position, (cms[position] ?? 0) ^ change)
        const report = await check(altered)
        // What is not signed may change (the version, the case of the issuer's name, the root's copy): never
        // what was signed, nor by whom.
        if (report.indication === 'TOTAL-PASSED') {
          expect(report.content).toEqual(content)
          expect(report.signer?.certificate?.der).toEqual(seal.certificate)
        }
      }),
      { numRuns: 400 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await check(bytes)).subIndication).toBe('FORMAT_FAILURE')
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(cms.length - 1), async (length) => {
        expect((await check(cms.subarray(0, length))).subIndication).toBe('FORMAT_FAILURE')
      }),
      { numRuns: 50 },
    )
  })
})

describe('wrong calls throw', () => {
  it('without roots, without a time, with content twice', async () => {
    const cms = await signCms(content, seal, { detached: true })
    await expect(check(cms, { roots: [] })).rejects.toMatchObject({ code: 'roots-missing' })
    await expect(check(cms, { at: new Date(Number.NaN) })).rejects.toMatchObject({ code: 'time-missing' })
    await expect(check(cms, { roots: [content] })).rejects.toMatchObject({ code: 'encoding-wrong' })
    const value = new Uint8Array(32)
    await expect(check(cms, { content, digest: { hash: 'SHA-256', value } })).rejects.toMatchObject({
      code: 'content-given-twice',
    })
  })

  it('for signing: another key’s certificate, a wrong digest, a wrong time, no identifier', async () => {
    const other = await root.issue({ subject: { CN: 'other' }, notBefore })
    const mixed = { ...seal, certificate: other.certificate }
    await expect(signCms(content, mixed)).rejects.toMatchObject({ code: 'identity-mismatch' })
    await expect(signCmsDigest(new Uint8Array(48), 'SHA-384', seal)).rejects.toMatchObject({
      code: 'digest-wrong',
    })
    await expect(signCmsDigest(new Uint8Array(31), 'SHA-256', seal)).rejects.toMatchObject({
      code: 'digest-wrong',
    })
    const signingTime = new Date(Number.NaN)
    await expect(signCms(content, seal, { signingTime })).rejects.toMatchObject({
      code: 'signing-time-wrong',
    })
    await expect(signCms(content, seal, { contentType: '1.99.x' })).rejects.toMatchObject({
      code: 'oid-wrong',
    })
  })
})

describe('the work of one call', () => {
  it('is shared by all signers, whatever crowd of certificates each is led into', async () => {
    const crowd = await Promise.all(
      Array.from({ length: limits.pathSignatures + 1 }, () =>
        createCa({ name: { CN: '根', C: 'CN' }, notBefore, without: ['subjectKeyIdentifier'] }),
      ),
    )
    const cms = await compose({
      signers: limits.signers,
      certificates: [seal, ...crowd].map((one) => one.certificate),
    })
    const stranger = await createCa({ name: '外', notBefore })
    const { indication, signers } = await check(cms, { roots: [stranger.certificate] })
    expect(indication).not.toBe('TOTAL-PASSED')
    const outcomes = (name: string) =>
      signers.map(({ checks }) => checks.find((one) => one.name === name)?.outcome)
    // What is left unchecked is said to be, never taken for right.
    expect(outcomes('signature')[0]).toBe('passed')
    expect(outcomes('signature').at(-1)).toBe('skipped')
    const searched = signers.map(({ checks }) =>
      Number(checks.find(({ name }) => name === 'certificate-path')?.evidence.signatures ?? 0),
    )
    const checked = outcomes('signature').filter((outcome) => outcome === 'passed').length
    expect(searched.reduce((sum, count) => sum + count, checked)).toBe(limits.callSignatures)
  })
})
