import { createHash } from 'node:crypto'
import { VaultError } from '@licencevault/errors'
import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import { der } from '@licencevault/kit/der'
import { partsOf, signCrl, signTimeStamp, type TimeStampOptions } from '@licencevault/kit/evidence'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { readCertificate } from '../certificate.ts'
import { revocationRule } from '../revocation/rule.ts'
import { orderOf } from './order.ts'
import { readTimeStampResponse, timeStampRequest } from './response.ts'
import { readTimeStamp } from './token.ts'
import { type VerifyTimeStampOptions, verifyTimeStamp } from './verify.ts'

const day = 86_400_000
const at = new Date('2027-06-15T00:00:00Z')
const days = (count: number) => new Date(at.getTime() + count * day)
const dates = { notBefore: days(-100), notAfter: days(100) }
const content = new TextEncoder().encode('许可证')
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const usual: TimeStampOptions = { imprint: sha256(content), time: '20270614120000Z' }
const stampingUsage = { oid: '2.5.29.37', critical: true, value: der.sequence(der.oid('1.3.6.1.5.5.7.3.8')) }
const authority = { subject: { CN: '时间戳机构' }, ...dates, extensions: [stampingUsage] }

let root: TestCa
let tsa: IssuedIdentity

beforeAll(async () => {
  root = await createCa({ name: '根', ...dates })
  tsa = await root.issue(authority)
})

interface Stamped extends Partial<VerifyTimeStampOptions> {
  readonly by?: IssuedIdentity
  readonly stamp?: Partial<TimeStampOptions>
}

async function judge({ by = tsa, stamp = {}, ...options }: Stamped = {}): Promise<readonly string[]> {
  const token = await signTimeStamp(by, { ...usual, ...stamp })
  const given = options.digest ? {} : { content }
  const report = await verifyTimeStamp(token, { ...given, roots: [root.certificate], at, ...options })
  const reasons = report.checks.flatMap(({ reason }) => reason ?? [])
  expect(report.indication === 'TOTAL-PASSED').toBe(reasons.length === 0)
  return reasons
}

describe('a time-stamp', () => {
  it('says when, under which policy and over what', async () => {
    const token = await signTimeStamp(tsa, {
      ...usual,
      time: '20270614120000.123456Z',
      accuracy: der.sequence(der.integer(1), der.implicit(0, Uint8Array.of(0x01, 0xf4))),
      nonce: Uint8Array.of(7),
      ordering: true,
    })
    expect(readTimeStamp(token)).toMatchObject({
      policy: '1.2.3.4.1',
      time: new Date('2027-06-14T12:00:00.123Z'),
      timeUs: Date.UTC(2027, 5, 14, 12) * 1_000 + 123_456,
      accuracyUs: 1_500_000,
      ordering: true,
      nonce: Uint8Array.of(7),
      unknown: [],
    })
  })

  test.each<[string, Partial<TimeStampOptions>, Partial<VerifyTimeStampOptions>, readonly string[]]>([
    ['as it should be', {}, {}, []],
    ['bound by the older attribute', { bound: 'v1' }, {}, []],
    ['not bound', { bound: 'none' }, {}, ['signing-certificate-missing']],
    ['over other content', {}, { content: new Uint8Array(3) }, ['timestamp-imprint-wrong']],
    ['over SHA-1', { hashOid: '1.3.14.3.2.26' }, {}, ['algorithm-weak']],
    ['with the nonce asked for', { nonce: Uint8Array.of(0, 200) }, { nonce: Uint8Array.of(0, 200) }, []],
    [
      'with another nonce',
      { nonce: Uint8Array.of(5) },
      { nonce: Uint8Array.of(6) },
      ['timestamp-nonce-wrong'],
    ],
    ['without a nonce', {}, { nonce: Uint8Array.of(6) }, ['timestamp-nonce-wrong']],
    ['under a policy accepted', {}, { policies: ['1.2.3.4.1'] }, []],
    ['under another policy', {}, { policies: ['1.2.3.4.2'] }, ['timestamp-policy-other']],
    ['from the future', { time: '20270616000000Z' }, {}, ['timestamp-from-future']],
    ['of minutes ahead', { time: '20270615000400Z' }, {}, []],
    ['of before the certificate', { time: '20270101000000Z' }, {}, ['timestamp-outside-certificate']],
    ['of another content type', { contentType: '1.2.840.113549.1.7.1' }, {}, ['timestamp-wrong']],
    ['of version 2', { version: 2 }, {}, ['timestamp-wrong']],
    ['of month 13', { time: '20271314120000Z' }, {}, ['timestamp-wrong']],
    ['of hour 24', { time: '20270614240000Z' }, {}, ['timestamp-wrong']],
    ['without seconds', { time: '202706141200Z' }, {}, ['timestamp-wrong']],
    ['of local time', { time: '20270614120000+0800' }, {}, ['timestamp-wrong']],
    ['with a fraction that ends in zero', { time: '20270614120000.50Z' }, {}, ['timestamp-wrong']],
    ['with a comma', { time: '20270614120000,5Z' }, {}, ['timestamp-wrong']],
    [
      'with an unknown condition',
      { extensions: [{ oid: '1.2.3.4', critical: true, value: der.null() }] },
      {},
      ['timestamp-extension-unknown'],
    ],
    [
      'with an accuracy of 1000 ms',
      { accuracy: der.sequence(der.implicit(0, Uint8Array.of(3, 0xe8))) },
      {},
      ['timestamp-wrong'],
    ],
  ])('%s', async (_, stamp, options, expected) => {
    expect(await judge({ stamp, ...options })).toEqual(expected)
  })

  it('by somebody who is no time-stamp authority', async () => {
    const plain = { subject: { CN: 'x' }, ...dates }
    const critical = (...oids: string[]) => ({
      oid: '2.5.29.37',
      critical: true,
      value: der.sequence(...oids.map(der.oid)),
    })
    const wrong = ['timestamp-purpose-wrong']
    expect(await judge({ by: await root.issue(plain) })).toEqual(wrong)
    expect(
      await judge({ by: await root.issue({ ...plain, extendedKeyUsage: ['1.3.6.1.5.5.7.3.8'] }) }),
    ).toEqual(wrong)
    const both = critical('1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4')
    expect(await judge({ by: await root.issue({ ...plain, extensions: [both] }) })).toEqual(wrong)
  })

  it('names its authority as the certificate does', async () => {
    const named = (name: Uint8Array) => ({ authority: der.explicit(4, name) })
    expect(await judge({ stamp: named(partsOf(tsa.certificate).subject) })).toEqual([])
    expect(await judge({ stamp: named(partsOf(root.certificate).subject) })).toEqual([
      'timestamp-authority-other',
    ])
  })

  it('of an authority that ended or was revoked since proves nothing, unless it is proven to be older', async () => {
    const ended = await root.issue({ ...authority, notAfter: days(-0.2) })
    expect(await judge({ by: ended })).toEqual(['certificate-expired'])
    expect(await judge({ by: ended, at: days(-0.3) })).toEqual([])
    const revoked = [{ serial: readCertificate(tsa.certificate).serial, at: days(-0.1) }]
    const crl = await signCrl(root, { thisUpdate: days(-0.05), nextUpdate: days(6), revoked })
    expect(await judge({ rules: [revocationRule({ crls: [crl] })] })).toEqual(['certificate-revoked'])
    expect(await judge({ at: days(-0.3), rules: [revocationRule({ crls: [crl], now: at })] })).toEqual([])
  })

  it('by a digest', async () => {
    expect(await judge({ digest: { hash: 'SHA-256', value: sha256(content) } })).toEqual([])
    expect(await judge({ digest: { hash: 'SHA-512', value: new Uint8Array(64) } })).toEqual([
      'digest-of-other-hash',
    ])
  })

  it('wrong calls', async () => {
    const token = await signTimeStamp(tsa, usual)
    const trust = { roots: [root.certificate], at }
    await expect(verifyTimeStamp(token, trust)).rejects.toMatchObject({ code: 'content-needed' })
    await expect(verifyTimeStamp(token, { ...trust, content, roots: [] })).rejects.toMatchObject({
      code: 'roots-missing',
    })
    const digest = { hash: 'SHA-256', value: sha256(content) } as const
    await expect(verifyTimeStamp(token, { ...trust, content, digest })).rejects.toMatchObject({
      code: 'content-given-twice',
    })
  })

  it('whatever is changed or cut off, the answer is a report that does not pass', async () => {
    const token = await signTimeStamp(tsa, usual)
    for (let i = 0; i < token.length; i += 3) {
      for (const changed of [token.subarray(0, i), token.with(i, (token[i] ?? 0) ^ 0x81)]) {
        const report = await verifyTimeStamp(changed, { roots: [root.certificate], at, content })
        expect(report.indication, `byte ${i}`).not.toBe('TOTAL-PASSED')
      }
    }
  })
})

describe('which was first', () => {
  const stamp = async (time: string, rest: Partial<TimeStampOptions> = {}) =>
    readTimeStamp(await signTimeStamp(tsa, { ...usual, time, ...rest }))
  it('can be told when they are further apart than both may be off, or when the authority promises it', async () => {
    const second = { accuracy: der.sequence(der.integer(1)) }
    const [a, b, c] = [
      await stamp('20270614120000Z', second),
      await stamp('20270614120002Z', second),
      await stamp('20270614120002.000001Z', second),
    ]
    expect([orderOf(a, b), orderOf(a, c), orderOf(c, a)]).toEqual(['undetermined', 'before', 'after'])
    const [d, e] = [
      await stamp('20270614120000Z', { ...second, ordering: true }),
      await stamp('20270614120000.1Z', { ...second, ordering: true }),
    ]
    expect(orderOf(d, e)).toBe('undetermined')
    expect(orderOf(d, e, { sameAuthority: true })).toBe('before')
    expect(orderOf(d, d, { sameAuthority: true })).toBe('undetermined')
  })
})

describe('asking and being answered', () => {
  const status = (code: number, ...rest: Uint8Array[]) => der.sequence(der.integer(code), ...rest)
  it('reads what an authority answers', async () => {
    const token = await signTimeStamp(tsa, usual)
    expect(readTimeStampResponse(der.sequence(status(0), token))).toEqual({
      status: 'granted',
      failures: [],
      token,
    })
    expect(readTimeStampResponse(der.sequence(status(2, der.bits(Uint8Array.of(0x20), 5))))).toEqual({
      status: 'rejection',
      failures: ['badRequest'],
    })
    for (const wrong of [
      der.sequence(status(0)),
      der.sequence(status(2), token),
      der.sequence(status(6)),
      new Uint8Array(9),
    ]) {
      expect(() => readTimeStampResponse(wrong)).toThrow(VaultError)
    }
  })

  it('asks for the certificate, with a nonce and a policy if given', () => {
    const request = timeStampRequest({
      hash: 'SHA-256',
      digest: sha256(content),
      nonce: Uint8Array.of(7),
      policy: '1.2.3.4',
    })
    const text = Buffer.from(request).toString('hex')
    expect(text.endsWith('06032a03040201070101ff')).toBe(true)
  })
})
