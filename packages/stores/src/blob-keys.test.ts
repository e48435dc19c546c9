import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { blobKeys } from './blob-keys.ts'
import { requireKey } from './blob-rules.ts'

const keys = blobKeys('licence.yunting.example/ledger')
const identifier = '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U'

it('lays out version 1', () => {
  const first = createHash('sha256').update(identifier).digest('hex').slice(0, 2)
  expect(keys.checkpoint).toBe('v1/licence.yunting.example_ledger/checkpoint')
  expect(keys.licence(identifier)).toBe(
    `v1/licence.yunting.example_ledger/licence/${first}/${identifier}.pdf`,
  )
  expect(keys.case('A-2026-1')).toMatch(
    /^v1\/licence\.yunting\.example_ledger\/case\/[0-9a-f]{2}\/A-2026-1\.zip$/,
  )
  const digest = createHash('sha256').update('x').digest('hex')
  expect(keys.byDigest(digest)).toBe(`v1/cas/sha256/2d/${digest}`)
  expect(keys.licence(identifier).startsWith(keys.licences)).toBe(true)
  expect(keys.case('x').startsWith(keys.cases)).toBe(true)
})

// The examples of https://c2sp.org/tlog-tiles.
it.each([
  [0, '000'],
  [999, '999'],
  [1_000, 'x001/000'],
  [1_234_067, 'x001/x234/067'],
])('tile %i lies at %s', (index, path) => {
  expect(keys.tile(0, index)).toBe(`v1/licence.yunting.example_ledger/tile/0/${path}`)
  expect(keys.tile(2, index, 17)).toBe(`v1/licence.yunting.example_ledger/tile/2/${path}.p/17`)
  expect(keys.entries(index, 112)).toBe(`v1/licence.yunting.example_ledger/tile/entries/${path}.p/112`)
  expect(keys.entries(index)).toBe(`v1/licence.yunting.example_ledger/tile/entries/${path}`)
})

it('gives keys that every store takes', () => {
  for (const key of [
    keys.checkpoint,
    keys.tile(63, 10 ** 12, 255),
    keys.licence('A'.repeat(128)),
    keys.case('c'),
  ]) {
    expect(() => requireKey(key)).not.toThrow()
  }
})

it.each(['', 'Ledger', '../x', 'a//b', '/a', 'a/', 'a_b', 'cas', '证', 'a'.repeat(101)])(
  'refuses %j as the name of a ledger',
  (name) => {
    expect(() => blobKeys(name)).toThrow(expect.objectContaining({ code: 'ledger-name-invalid' }))
  },
)

it('keeps ledgers apart', () => {
  const homes = ['a', 'a/b', 'a.b', 'a-b', 'ab'].map((name) => blobKeys(name).home)
  expect(new Set(homes).size).toBe(homes.length)
})
