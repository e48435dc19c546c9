import { readFileSync } from 'node:fs'
import { VaultError } from '@licencevault/errors'
import { canonicalise } from '@licencevault/licence'
import { describe, expect, test } from 'vitest'
import { LEDGER, ledgerKey } from '../testing/ledger.ts'
import { list, market, paper, seals } from '../testing/world.ts'
import { type AuthorityList, type ListedAuthority, authorityListLimits as limits } from './authority-list.ts'
import { composeAuthorityList, readAuthorityList } from './authority-list-json.ts'

const vector = readFileSync(new URL('../vectors/authorities-1.json', import.meta.url))
const [first] = list.authorities

test('the frozen list of version 1 is read and written byte for byte', () => {
  const bytes = new Uint8Array(vector)
  const read = readAuthorityList(bytes)
  expect(read.sequence).toBe(7)
  expect(read.authorities.map(({ code }) => code)).toContain(market.code)
  expect(Buffer.from(composeAuthorityList(read))).toEqual(vector)
})

test('the frozen list of version 2, with a ledger, is read and written byte for byte', () => {
  const bytes = readFileSync(new URL('../vectors/authorities-2.json', import.meta.url))
  const read = readAuthorityList(new Uint8Array(bytes))
  expect(read.ledgers?.map(({ name }) => name)).toEqual([LEDGER])
  expect(Buffer.from(composeAuthorityList(read))).toEqual(bytes)
})

test('what was composed is read again', () => {
  const whole = withFirst({ receipts: { ledger: LEDGER, since: '2027-01-01T00:00:00Z' } })
  expect(readAuthorityList(composeAuthorityList(whole))).toEqual(whole)
  const withLedgers = { ...whole, ledgers }
  expect(readAuthorityList(composeAuthorityList(withLedgers))).toEqual(withLedgers)
})

const since2020 = { from: '2020-01-01T00:00:00Z', to: null }
const ledgerOf = (name: string, vkey = ledgerKey.vkey) => ({ name, keys: [{ vkey, ...since2020 }] })
const ledgers = [ledgerOf(LEDGER)]

describe('a list is not composed', () => {
  const key = { publicKey: paper.market.publicKey, from: '2020-01-01T00:00:00Z', to: null }
  const bare = { ...market, sealCertificates: [], licenceTypes: [], paperKeys: [] }
  const food = { code: '11339900MB9X00023D009', from: '2020-01-01T00:00:00Z', to: null }
  test.each([
    ['sequence', { ...list, sequence: 0 }],
    ['sequence', { ...list, sequence: 1.5 }],
    ['issuedAt', { ...list, issuedAt: '2026-11-01' }],
    ['issuedAt', { ...list, issuedAt: '2026-02-30T00:00:00Z' }],
    ['nextUpdate', { ...list, nextUpdate: '2027-01-01T00:00:00+08:00' }],
    ['nextUpdate', { ...list, nextUpdate: list.issuedAt }],
    ['roots[0]', { ...list, roots: [new Uint8Array(0)] }],
    ['roots[0]', { ...list, roots: [new Uint8Array(limits.der + 1)] }],
    ['roots[0]', { ...list, roots: [new Uint8Array([0x30, 0x00])] }],
    ['authorities[0].sealCertificates[0]', withFirst({ sealCertificates: [paper.market.publicKey] })],
    ['roots', { ...list, roots: Array(limits.roots + 1).fill(seals.market.certificate) }],
    ['authorities', { ...list, authorities: Array(limits.authorities + 1).fill(bare) }],
    [
      'authorities[0].sealCertificates',
      withFirst({ sealCertificates: Array(limits.sealCertificates + 1).fill(seals.market.certificate) }),
    ],
    ['authorities[0].licenceTypes', withFirst({ licenceTypes: Array(limits.licenceTypes + 1).fill(food) })],
    ['authorities[0].paperKeys', withFirst({ paperKeys: Array(limits.paperKeys + 1).fill(key) })],
    ['authorities', { ...list, authorities: [...list.authorities, ...list.authorities] }],
    ['authorities[0].code', withFirst({ code: '11339900MB9X00023E' })],
    ['authorities[0].name.zh', withFirst({ name: { en: 'Bureau', zh: '' } })],
    ['authorities[0].name.en', withFirst({ name: { en: 'x'.repeat(513), zh: '局' } })],
    ['authorities[].sealCertificates', withFirst({ sealCertificates: [seals.health.certificate] })],
    ['authorities[0].licenceTypes[0].code', withFirst({ licenceTypes: [{ ...food, code: 'food' }] })],
    ['authorities[0].licenceTypes[0].from', withFirst({ licenceTypes: [{ ...food, from: '2020' }] })],
    ['authorities[0].licenceTypes[0].to', withFirst({ licenceTypes: [{ ...food, to: food.from }] })],
    [
      'authorities[0].paperKeys[0].publicKey',
      withFirst({ paperKeys: [{ ...key, publicKey: new Uint8Array(44) }] }),
    ],
    ['authorities[0].paperKeys', withFirst({ paperKeys: [key, key] })],
    ['authorities[0].receipts.since', withFirst({ receipts: { ledger: 'l', since: 'now' } })],
    ['authorities[0].receipts.ledger', withFirst({ receipts: { ledger: '', since: food.from } })],
    ['ledgers', { ...list, ledgers: Array(limits.ledgers + 1).fill(ledgerOf(LEDGER)) }],
    ['ledgers', { ...list, ledgers: [...ledgers, ...ledgers] }],
    ['ledgers[0].name', { ...list, ledgers: [ledgerOf('')] }],
    [
      'ledgers[0].keys',
      {
        ...list,
        ledgers: [
          { name: LEDGER, keys: Array(limits.ledgerKeys + 1).fill({ vkey: ledgerKey.vkey, ...since2020 }) },
        ],
      },
    ],
    [
      'ledgers[0].keys',
      { ...list, ledgers: ledgers.map(({ name, keys }) => ({ name, keys: [...keys, ...keys] })) },
    ],
    ['ledgers[0].keys[0].vkey', { ...list, ledgers: [ledgerOf('another.example/ledger')] }],
    ['ledgers[0].keys[0].vkey', { ...list, ledgers: [ledgerOf(LEDGER, `${LEDGER}+00000000+AQ==`)] }],
    [
      'ledgers[0].keys[0].from',
      { ...list, ledgers: [{ name: LEDGER, keys: [{ vkey: ledgerKey.vkey, from: 'now', to: null }] }] },
    ],
  ] satisfies [string, AuthorityList][])('with a wrong %s', (where, wrong) => {
    expect(troubleOf(() => composeAuthorityList(wrong))).toMatchObject({
      code: 'authority-list-malformed',
      details: { where },
    })
  })
})

describe('a list is not read', () => {
  const json = JSON.parse(vector.toString('utf8'))
  test.each([
    [
      'of a later version, by its name',
      { ...json, format: 'licencevault.authorities/3' },
      'authority-list-version-unknown',
    ],
    ['with ledgers in version 1', { ...json, ledgers: [] }, 'authority-list-malformed'],
    [
      'without ledgers in version 2',
      { ...json, format: 'licencevault.authorities/2' },
      'authority-list-malformed',
    ],
    ['without format', { ...json, format: undefined }, 'authority-list-malformed'],
    ['with a member that version 1 does not know', { ...json, more: 1 }, 'authority-list-malformed'],
    ['that is no object', [], 'authority-list-malformed'],
  ])('%s', (_, value, code) => {
    const bytes = canonicalise(JSON.parse(JSON.stringify(value)))
    expect(troubleOf(() => readAuthorityList(bytes)).code).toBe(code)
  })

  test.each([
    ['not canonical', JSON.stringify(json, null, 1)],
    ['with a name twice', vector.toString('utf8').replace('"sequence":', '"sequence":8,"sequence":')],
    ['with base64 spelt otherwise', vector.toString('utf8').replace('="', '"')],
    ['nested 100,000 levels', `${'['.repeat(100_000)}`],
    ['empty', ''],
  ])('%s', (_, text) => {
    expect(text).not.toBe(vector.toString('utf8'))
    const bytes = new TextEncoder().encode(text)
    expect(troubleOf(() => readAuthorityList(bytes)).code).toBe('authority-list-malformed')
  })

  test('larger than the limit', () => {
    const bytes = new Uint8Array(limits.bytes + 1)
    expect(troubleOf(() => readAuthorityList(bytes)).code).toBe('authority-list-too-large')
  })
})

test('FORMAT.md states the limits as they are', () => {
  const page = readFileSync(new URL('../FORMAT.md', import.meta.url), 'utf8')
  const stated = /### Limits\n([\s\S]*?)\n## /.exec(page)?.[1] ?? ''
  const rows = [...stated.matchAll(/^\| (.+?) +\| +([\d,]+)( MiB| KiB| characters)? \|$/gm)]
  expect(rows.map(([, what, most, unit = '']) => [what, `${most}${unit}`])).toEqual([
    ['the sealed list', `${limits.bytes / 1024 ** 2} MiB`],
    ['`roots`', `${limits.roots}`],
    ['`authorities`', limits.authorities.toLocaleString('en')],
    ['`sealCertificates` of an authority', `${limits.sealCertificates}`],
    ['`licenceTypes` of an authority', limits.licenceTypes.toLocaleString('en')],
    ['`paperKeys` of an authority', `${limits.paperKeys}`],
    ['`ledgers`', `${limits.ledgers}`],
    ['`keys` of a ledger', `${limits.ledgerKeys}`],
    ['one certificate or key', `${limits.der / 1024} KiB`],
    ['one name, of a ledger too', '512 characters'],
  ])
})

function withFirst(changed: Partial<ListedAuthority>): AuthorityList {
  if (!first) throw new Error('no authority')
  return { ...list, authorities: [{ ...first, ...changed }, ...list.authorities.slice(1)] }
}

function troubleOf(act: () => unknown): VaultError {
  try {
    act()
  } catch (error) {
    if (error instanceof VaultError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
