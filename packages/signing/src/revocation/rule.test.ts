import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import { der } from '@licencevault/kit/der'
import { crlExtension, ocspRefusal, partsOf, signCrl, signOcsp } from '@licencevault/kit/evidence'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { readCertificate } from '../certificate.ts'
import { limits } from '../limits.ts'
import { buildPath } from '../path.ts'
import { readCrl } from './crl.ts'
import { type RevocationOptions, revocationRule } from './rule.ts'

const day = 86_400_000
const at = new Date('2027-06-15T00:00:00Z')
const days = (count: number) => new Date(at.getTime() + count * day)
const dates = { notBefore: days(-100), notAfter: days(100) }
const current = { thisUpdate: days(-1), nextUpdate: days(6) }
const text = (value: string) => new TextEncoder().encode(value)
const uri = (value: string) => der.implicit(6, text(value))
const pointAt = (address: string) => der.explicit(0, der.explicit(0, uri(address)))
const distribution = (...fields: Uint8Array[]) => ({
  oid: '2.5.29.31',
  value: der.sequence(der.sequence(...fields)),
})

let root: TestCa
let ca: TestCa
let leaf: IssuedIdentity
let rootCrl: Uint8Array

beforeAll(async () => {
  root = await createCa({ name: '根', ...dates })
  ca = await root.subCa({ name: '中级', ...dates })
  leaf = await ca.issue({ subject: { CN: '印章' }, ...dates })
  rootCrl = await signCrl(root, current)
})

const serialOf = ({ certificate }: { readonly certificate: Uint8Array }) =>
  readCertificate(certificate).serial

interface Asked extends RevocationOptions {
  readonly leaf?: IssuedIdentity
  readonly candidates?: readonly { readonly certificate: Uint8Array }[]
  readonly moment?: Date
}

/** The reason that the rule finds, or `good`. */
async function ask({
  leaf: holder = leaf,
  candidates = [],
  moment = at,
  crls = [],
  ...rest
}: Asked): Promise<string> {
  const { checks } = await buildPath({
    leaf: readCertificate(holder.certificate),
    candidates: [ca, ...candidates].map(({ certificate }) => readCertificate(certificate)),
    roots: [readCertificate(root.certificate)],
    at: moment,
    rules: [revocationRule({ crls: [rootCrl, ...crls], ...rest })],
  })
  const others = checks.filter(({ name, outcome }) => name !== 'revocation' && outcome !== 'passed')
  expect(others).toEqual([])
  return checks.find(({ name }) => name === 'revocation')?.reason ?? 'good'
}

describe('lists', () => {
  const listing = (revokedAt: Date, ...extensions: ReturnType<typeof crlExtension.reason>[]) => ({
    ...current,
    revoked: [
      { serial: Uint8Array.of(1), at: days(-5) },
      { serial: serialOf(leaf), at: revokedAt, ...(extensions.length > 0 && { extensions }) },
      { serial: Uint8Array.of(2), at: days(-5) },
    ],
  })

  it('without any, nothing is known; one that does not name it says good', async () => {
    expect(await ask({})).toBe('revocation-unknown')
    expect(await ask({ crls: [await signCrl(ca, current)] })).toBe('good')
    expect(await ask({ crls: [readCrl(await signCrl(ca, current))] })).toBe('good')
  })

  it('revoked before the moment, at it, and after it', async () => {
    expect(await ask({ crls: [await signCrl(ca, listing(days(-2)))] })).toBe('certificate-revoked')
    expect(await ask({ crls: [await signCrl(ca, listing(at))] })).toBe('certificate-revoked')
    expect(await ask({ crls: [await signCrl(ca, listing(days(0.5)))] })).toBe('good')
  })

  it('suspended is not revoked; what a list takes off is neither', async () => {
    expect(await ask({ crls: [await signCrl(ca, listing(days(-2), crlExtension.reason(6)))] })).toBe(
      'certificate-on-hold',
    )
    expect(await ask({ crls: [await signCrl(ca, listing(days(-2), crlExtension.reason(8)))] })).toBe('good')
  })

  it('a compromised key counts from when it was compromised', async () => {
    const compromised = [crlExtension.reason(1), crlExtension.invalidSince(days(-3))]
    const crls = [await signCrl(ca, listing(days(-2), ...compromised))]
    expect(await ask({ crls, moment: days(-2.5), now: at })).toBe('certificate-revoked')
    expect(await ask({ crls, moment: days(-3.5), now: at })).toBe('good')
  })

  it('what is proven to be newer than the revocation is plainly REVOKED', async () => {
    const crls = [await signCrl(ca, listing(days(-2)))]
    expect(await ask({ crls, createdAfter: days(-2) })).toBe('certificate-revoked-before')
    expect(await ask({ crls, createdAfter: days(-3) })).toBe('certificate-revoked')
  })

  it('an authority on the path too', async () => {
    const crls = [await signCrl(ca, current)]
    rootCrl = await signCrl(root, { ...current, revoked: [{ serial: serialOf(ca), at: days(-2) }] })
    expect(await ask({ crls })).toBe('issuer-revoked')
    rootCrl = await signCrl(root, current)
    expect(await ask({ crls })).toBe('good')
  })

  it('times: outdated, from the future, younger than the moment, and without an end', async () => {
    expect(await ask({ crls: [await signCrl(ca, { thisUpdate: days(-9), nextUpdate: days(-2) })] })).toBe(
      'revocation-outdated',
    )
    expect(await ask({ crls: [await signCrl(ca, { thisUpdate: days(1), nextUpdate: days(8) })] })).toBe(
      'revocation-from-future',
    )
    const younger = [await signCrl(ca, { thisUpdate: days(1), nextUpdate: days(8) })]
    expect(await ask({ crls: younger, now: days(2) })).toBe('good')
    expect(await ask({ crls: [await signCrl(ca, { thisUpdate: days(-2) })] })).toBe('revocation-outdated')
    const late = [await signCrl(ca, { thisUpdate: days(101), nextUpdate: days(108) })]
    expect(await ask({ crls: late, now: days(102) })).toBe('revocation-after-expiry')
    const outdated = { ...listing(days(-20)), thisUpdate: days(-9), nextUpdate: days(-2) }
    expect(await ask({ crls: [await signCrl(ca, outdated)] })).toBe('certificate-revoked')
  })

  it('delta and indirect ones are left open by name', async () => {
    const delta = { ...current, extensions: [crlExtension.delta(1)] }
    expect(await ask({ crls: [await signCrl(ca, delta)] })).toBe('crl-delta')
    const complete = await signCrl(ca, current)
    expect(await ask({ crls: [complete, await signCrl(ca, delta)] })).toBe('good')
    const changed = { ...listing(days(-1)), extensions: [crlExtension.delta(1)] }
    expect(await ask({ crls: [complete, await signCrl(ca, changed)] })).toBe('crl-delta')
    const indirect = { ...current, extensions: [crlExtension.point(der.implicit(4, Uint8Array.of(0xff)))] }
    expect(await ask({ crls: [await signCrl(ca, indirect)] })).toBe('crl-indirect')
    const elsewhere = await createCa({ name: '列表机构', ...dates })
    const issuer = der.explicit(2, der.explicit(4, partsOf(elsewhere.certificate).subject))
    const holder = await ca.issue({ subject: { CN: 'x' }, ...dates, extensions: [distribution(issuer)] })
    expect(await ask({ leaf: holder, crls: [await signCrl(elsewhere, current)] })).toBe('crl-indirect')
  })

  it('scope: of users, authorities or attributes alone, of a distribution point, of some reasons', async () => {
    const yes = Uint8Array.of(0xff)
    const scoped = async (...fields: Uint8Array[]) => [
      await signCrl(ca, { ...current, extensions: [crlExtension.point(...fields)] }),
    ]
    expect(await ask({ crls: await scoped(der.implicit(1, yes)) })).toBe('good')
    expect(await ask({ crls: await scoped(der.implicit(2, yes)) })).toBe('crl-scope-other')
    expect(await ask({ crls: await scoped(der.implicit(5, yes)) })).toBe('crl-scope-other')
    const here = pointAt('http://x.cn/1')
    const holder = await ca.issue({ subject: { CN: 'x' }, ...dates, extensions: [distribution(here)] })
    expect(await ask({ leaf: holder, crls: await scoped(here) })).toBe('good')
    expect(await ask({ leaf: holder, crls: await scoped(pointAt('http://x.cn/2')) })).toBe('crl-scope-other')
    expect(await ask({ crls: await scoped(here) })).toBe('crl-scope-other')
    const some = Uint8Array.of(0x83, 2, 1, 0b01111110)
    const others = Uint8Array.of(0x83, 3, 7, 0b00000001, 0x80)
    expect(await ask({ crls: await scoped(some) })).toBe('crl-reasons-partial')
    expect(await ask({ crls: [...(await scoped(some)), ...(await scoped(others))] })).toBe('good')
  })

  it('critical extensions that are unknown, of the list and of any entry', async () => {
    const unknown = { oid: '1.2.3.4', critical: true, value: der.null() }
    expect(await ask({ crls: [await signCrl(ca, { ...current, extensions: [unknown] })] })).toBe(
      'crl-extension-unknown',
    )
    const entry = { ...current, revoked: [{ serial: Uint8Array.of(9), at: days(-3), extensions: [unknown] }] }
    expect(await ask({ crls: [await signCrl(ca, entry)] })).toBe('crl-extension-unknown')
  })

  it('who signed: a forger, a key that may not, a key for lists alone', async () => {
    const double = await createCa({ name: '中级', ...dates })
    expect(await ask({ crls: [await signCrl(double, current)] })).toBe('revocation-signature-wrong')
    expect(await ask({ crls: [await signCrl(double, current)], candidates: [double] })).toBe(
      'revocation-signer-untrusted',
    )
    const noLists = await root.subCa({ name: '不签列表', keyUsage: ['keyCertSign'], ...dates })
    const below = await noLists.issue({ subject: { CN: 'x' }, ...dates })
    expect(await ask({ leaf: below, candidates: [noLists], crls: [await signCrl(noLists, current)] })).toBe(
      'crl-signer-usage-wrong',
    )
    const lists = await root.subCa({ name: '不签列表', keyUsage: ['cRLSign'], ca: false, ...dates })
    const candidates = [noLists, lists]
    expect(await ask({ leaf: below, candidates, crls: [await signCrl(lists, current)] })).toBe('good')
    rootCrl = await signCrl(root, { ...current, revoked: [{ serial: serialOf(lists), at: days(-2) }] })
    expect(await ask({ leaf: below, candidates, crls: [await signCrl(lists, current)] })).toBe(
      'revocation-signer-untrusted',
    )
    rootCrl = await signCrl(root, current)
  })

  it('of so many distribution points and no more', async () => {
    const points = (count: number) => ({
      oid: '2.5.29.31',
      value: der.sequence(...Array<Uint8Array>(count).fill(der.sequence(pointAt('http://x.cn/1')))),
    })
    const crls = [await signCrl(ca, current)]
    const holder = (count: number) =>
      ca.issue({ subject: { CN: 'x' }, ...dates, extensions: [points(count)] })
    expect(await ask({ leaf: await holder(limits.distributionPoints), crls })).toBe('good')
    expect(await ask({ leaf: await holder(limits.distributionPoints + 1), crls })).toBe(
      'revocation-unreadable',
    )
  })

  it('what cannot be read is told', async () => {
    const whole = await signCrl(ca, current)
    expect(await ask({ crls: [whole.subarray(0, 50)] })).toBe('revocation-unreadable')
    expect(await ask({ crls: [whole.subarray(0, 50), whole] })).toBe('good')
  })

  it('a certificate whose issuer never tells', async () => {
    const holder = await ca.issue({
      subject: { CN: 'x' },
      ...dates,
      extensions: [{ oid: '2.5.29.56', value: der.null() }],
    })
    expect(await ask({ leaf: holder })).toBe('good')
  })
})

describe('OCSP', () => {
  const about = () => ({ certificate: leaf.certificate, issuer: ca.certificate, ...current })
  const answer = (response: Uint8Array, rest: Asked = {}) => ask({ ocspResponses: [response], ...rest })

  test.each<[string, object, string]>([
    ['good', {}, 'good'],
    ['good, by SHA-256', { hash: 'SHA-256' }, 'good'],
    ['good, by the key', { by: 'key' }, 'good'],
    ['unknown', { status: 'unknown' }, 'ocsp-unknown'],
    ['revoked', { status: { at: days(-2), reason: 4 } }, 'certificate-revoked'],
    ['revoked, without a reason', { status: { at: days(-2) } }, 'certificate-revoked'],
    ['suspended', { status: { at: days(-2), reason: 6 } }, 'certificate-on-hold'],
    ['revoked later', { status: { at: days(0.5) } }, 'good'],
    [
      'revoked for a reason that does not exist',
      { status: { at: days(-2), reason: 7 } },
      'revocation-unreadable',
    ],
    ['outdated', { thisUpdate: days(-9), nextUpdate: days(-2) }, 'revocation-outdated'],
    ['from the future', { thisUpdate: days(1), nextUpdate: days(2) }, 'revocation-from-future'],
    ['of yesterday, without an end', { thisUpdate: days(-0.9), nextUpdate: undefined }, 'good'],
    ['older, without an end', { thisUpdate: days(-1.1), nextUpdate: undefined }, 'revocation-outdated'],
    ['ended before it began', { thisUpdate: days(-1), nextUpdate: days(-2) }, 'revocation-outdated'],
    [
      'an unknown condition',
      { extensions: [{ oid: '1.2.3.4', critical: true, value: der.null() }] },
      'ocsp-extension-unknown',
    ],
  ])('%s', async (_, options, expected) => {
    expect(await answer(await signOcsp(ca, { ...about(), ...options }))).toBe(expected)
  })

  it('about another certificate, or the same number of another issuer', async () => {
    const other = await ca.issue({ subject: { CN: 'y' }, ...dates })
    expect(await answer(await signOcsp(ca, { ...about(), certificate: other.certificate }))).toBe(
      'revocation-unknown',
    )
    const double = await createCa({ name: '中级', ...dates })
    expect(await answer(await signOcsp(ca, { ...about(), issuer: double.certificate }))).toBe(
      'revocation-unknown',
    )
  })

  it('two answers about one certificate', async () => {
    expect(await answer(await signOcsp(ca, { ...about(), times: 2 }))).toBe('ocsp-ambiguous')
  })

  it('no answer', async () => {
    for (const status of [1, 2, 3, 5, 6]) expect(await answer(ocspRefusal(status))).toBe('ocsp-no-answer')
    for (const status of [0, 4, 7]) expect(await answer(ocspRefusal(status))).toBe('revocation-unreadable')
  })

  it('the nonce of the request, of another one, and none', async () => {
    const nonce = Uint8Array.of(1, 2, 3)
    expect(await answer(await signOcsp(ca, { ...about(), nonce }), { nonce })).toBe('good')
    expect(await answer(await signOcsp(ca, { ...about(), nonce }), { nonce: Uint8Array.of(9) })).toBe(
      'ocsp-nonce-wrong',
    )
    expect(await answer(await signOcsp(ca, about()), { nonce })).toBe('good')
  })

  it('a delegated responder: certified by the issuer, for this, and not revoked', async () => {
    const usage = { extendedKeyUsage: ['1.3.6.1.5.5.7.3.9'] }
    const noCheck = { oid: '1.3.6.1.5.5.7.48.1.5', value: der.null() }
    const by = async (responder: IssuedIdentity, rest: Asked = {}) =>
      answer(await signOcsp(responder, { ...about(), send: [responder.certificate] }), rest)
    const responder = { subject: { CN: 'OCSP' }, ...dates, ...usage }
    expect(await by(await ca.issue({ ...responder, extensions: [noCheck] }))).toBe('good')
    expect(await by(await ca.issue({ subject: { CN: 'OCSP' }, ...dates, extensions: [noCheck] }))).toBe(
      'ocsp-responder-not-delegated',
    )
    expect(await by(await root.issue({ ...responder, extensions: [noCheck] }))).toBe(
      'revocation-signer-untrusted',
    )
    expect(
      await by(await ca.issue({ ...responder, extensions: [noCheck], keyUsage: ['keyEncipherment'] })),
    ).toBe('ocsp-responder-not-delegated')
    expect(await by(await ca.issue({ ...responder, extensions: [noCheck], notAfter: days(-3) }))).toBe(
      'revocation-signer-untrusted',
    )
    const plain = await ca.issue(responder)
    expect(await by(plain)).toBe('revocation-signer-untrusted')
    const stranger = await createCa({ name: 'OCSP', ...dates })
    expect(await by(stranger)).toBe('ocsp-responder-not-delegated')
    expect(await by(stranger, { responders: [readCertificate(stranger.certificate)] })).toBe('good')
  })

  it('a responder without nocheck is looked up in the lists', async () => {
    const responder = await ca.issue({
      subject: { CN: 'OCSP' },
      ...dates,
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.9'],
    })
    const response = await signOcsp(responder, { ...about(), send: [responder.certificate] })
    // A list of this issuer that does not speak of the leaf, so that only the response does.
    const onlyThere = crlExtension.point(pointAt('http://x.cn/responders'))
    const listed = await ca.issue({
      subject: { CN: 'OCSP' },
      ...dates,
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.9'],
      extensions: [distribution(pointAt('http://x.cn/responders'))],
    })
    const byListed = await signOcsp(listed, { ...about(), send: [listed.certificate] })
    const crls = [await signCrl(ca, { ...current, extensions: [onlyThere] })]
    expect(await answer(response, { crls })).toBe('revocation-signer-untrusted')
    expect(await answer(byListed, { crls })).toBe('good')
    const revoked = [{ serial: serialOf(listed), at: days(-2) }]
    const without = [await signCrl(ca, { ...current, revoked, extensions: [onlyThere] })]
    expect(await answer(byListed, { crls: without })).toBe('revocation-signer-untrusted')
  })

  it('forged', async () => {
    const double = await createCa({ name: '中级', ...dates })
    expect(await answer(await signOcsp(double, about()))).toBe('revocation-signature-wrong')
  })

  it('revoked by one source is revoked, whatever another says', async () => {
    const good = await signOcsp(ca, about())
    const crls = [await signCrl(ca, { ...current, revoked: [{ serial: serialOf(leaf), at: days(-2) }] })]
    expect(await answer(good, { crls })).toBe('certificate-revoked')
  })
})
