import { pemOf } from '@licencevault/keys'
import { signCms } from '@licencevault/signing'
import { describe, expect, test } from 'vitest'
import { createCa } from '../../../test/kit/src/ca.ts'
import {
  at,
  ca,
  ending,
  health,
  imitated,
  licence,
  list,
  market,
  publisher,
  sealedList,
  seals,
} from '../testing/world.ts'
import { openTrust, rootsOf, sealAuthorityList, TSL_SIGNING } from './open-trust.ts'
import { verifyLicence } from './verify-licence.ts'

const roots = [ca.certificate]

test('a list sealed by a publisher under the root opens', async () => {
  const trust = await openTrust({ roots, authorityList: sealedList, at, minimumSequence: 7 })
  expect(trust).toMatchObject({ sequence: 7, issuedAt: list.issuedAt, nextUpdate: list.nextUpdate })
  expect(trust.publisher).toBe('CN=机构名录,O=数据局,C=CN')
  expect([...trust.authorities.keys()]).toEqual([market.code, health.code])
})

test('roots are taken as DER, as PEM and as PEM in bytes, several in one text', async () => {
  const pem = pemOf(ca.certificate, 'CERTIFICATE')
  for (const root of [pem, new TextEncoder().encode(`some text\n${pem}`), `${pem}\n${pem}`]) {
    expect((await openTrust({ roots: [root], authorityList: sealedList, at })).sequence).toBe(7)
  }
})

test('a list without roots of its own lets seals be trusted under the roots given', async () => {
  const authorityList = await sealAuthorityList({ ...list, roots: [] }, publisher)
  const trust = await openTrust({ roots, authorityList, at })
  expect((await verifyLicence(await licence(), trust, { at })).verdict).toBe('valid')
})

test('a list with roots of its own lets seals be trusted under these alone', async () => {
  const other = await createCa({ name: '别的根证书', notBefore: new Date('2020-01-01T00:00:00Z') })
  const trust = await openTrust({
    roots,
    authorityList: await sealAuthorityList({ ...list, roots: [other.certificate] }, publisher),
    at,
  })
  expect((await verifyLicence(await licence(), trust, { at })).genuine).toBe('no')
})

describe('who may publish a list', () => {
  test('not an authority whose seal descends from the same root', async () => {
    const authorityList = await sealAuthorityList(list, seals.health)
    await expect(openTrust({ roots, authorityList, at })).rejects.toMatchObject({
      code: 'authority-list-publisher-unknown',
      kind: 'denied',
    })
  })

  test('a certificate that was itself given as a root', async () => {
    const plain = await ca.issue({ subject: { CN: '数据局' }, notBefore: new Date('2026-01-01T00:00:00Z') })
    const authorityList = await sealAuthorityList(list, plain)
    await expect(openTrust({ roots, authorityList, at })).rejects.toMatchObject({ kind: 'denied' })
    expect((await openTrust({ roots: [...roots, plain.certificate], authorityList, at })).sequence).toBe(7)
  })

  test('not one of another CA, whatever its name and usage', async () => {
    const authorityList = await sealAuthorityList(list, imitated.publisher)
    await expect(openTrust({ roots, authorityList, at })).rejects.toMatchObject({
      code: 'authority-list-seal-wrong',
    })
  })

  test('not one whose certificate has ended', async () => {
    const ended = await ca.issue({
      subject: { CN: '数据局' },
      notBefore: new Date('2025-01-01T00:00:00Z'),
      notAfter: new Date('2026-11-22T00:00:00Z'),
      extendedKeyUsage: [TSL_SIGNING],
    })
    const authorityList = await sealAuthorityList(list, ended)
    await expect(openTrust({ roots, authorityList, at })).rejects.toMatchObject({
      code: 'authority-list-seal-wrong',
    })
  })
})

describe('nothing opens', () => {
  test.each([
    ['without roots', { roots: [] }, 'roots-missing'],
    [
      'with a root that is no certificate',
      { roots: [...roots, new Uint8Array([0x30, 0])] },
      'root-unreadable',
    ],
    ['with a root that is some other text', { roots: ['-----BEGIN PRIVATE KEY-----'] }, 'root-unreadable'],
    ['at no moment', { at: new Date(Number.NaN) }, 'time-wrong'],
    ['at a moment past the year 9998', { at: new Date(8.64e15) }, 'time-wrong'],
    ['with an older list than was seen', { minimumSequence: 8 }, 'authority-list-older'],
    ['before the list was issued', { at: new Date('2026-10-31T23:59:59Z') }, 'authority-list-early'],
    [
      'with something else than a list',
      { authorityList: new Uint8Array([1, 2, 3]) },
      'authority-list-unreadable',
    ],
    ['with an empty list', { authorityList: new Uint8Array() }, 'authority-list-unreadable'],
    ['with a certificate for a list', { authorityList: ca.certificate }, 'authority-list-unreadable'],
    [
      'with a seal whose curve the policy has ended',
      { policy: ending('P-256', '2026-11-22T00:00:00Z') },
      'authority-list-seal-wrong',
    ],
    [
      'with more than the limit',
      { authorityList: new Uint8Array(33 * 1024 * 1024) },
      'authority-list-too-large',
    ],
  ])('%s', async (_, wrong, code) => {
    await expect(openTrust({ roots, authorityList: sealedList, at, ...wrong })).rejects.toMatchObject({
      code,
    })
  })

  test('with one byte of the list changed', async () => {
    for (const index of [40, 2_000, sealedList.length - 1]) {
      const authorityList = sealedList.with(index, (sealedList[index] ?? 0) ^ 1)
      await expect(openTrust({ roots, authorityList, at })).rejects.toMatchObject({
        code: 'authority-list-seal-wrong',
      })
    }
  })

  test('with a seal that lies beside its content', async () => {
    const authorityList = await signCms(new TextEncoder().encode('{}'), publisher, { detached: true })
    await expect(openTrust({ roots, authorityList, at })).rejects.toMatchObject({
      code: 'authority-list-unreadable',
    })
  })

  test('with a publisher’s seal over something that is no list', async () => {
    const authorityList = await signCms(new TextEncoder().encode('{}'), publisher)
    await expect(openTrust({ roots, authorityList, at })).rejects.toMatchObject({
      code: 'authority-list-malformed',
    })
  })
})

test('rootsOf answers what the list trusts and who sealed it, so that a named file opens by itself', async () => {
  expect(rootsOf(sealedList)).toEqual([ca.certificate, publisher.certificate])
  const own = await sealAuthorityList(list, seals.health)
  expect((await openTrust({ roots: rootsOf(own), authorityList: own, at })).sequence).toBe(7)
  expect(() => rootsOf(new Uint8Array([1]))).toThrow(/^authority-list-unreadable/)
  expect(() => rootsOf(ca.certificate)).toThrow(/^authority-list-unreadable/)
})
