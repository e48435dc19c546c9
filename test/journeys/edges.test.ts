import {
  checkHolder,
  composeIdentifier,
  type Holder,
  readIdentifier,
  requireIdentifier,
  statementBytes,
} from '@licencevault/licence'
import { sealPrepared } from '@licencevault/signing'
import { verifyLicence, verifyQr } from '@licencevault/verify'
import { describe, expect, it } from 'vitest'
import { code } from '../../packages/verify/testing/qr-cases.ts'
import { tinyPdf } from '../../packages/verify/testing/tiny-pdf.ts'
import {
  at,
  licence,
  list,
  paper,
  sealedAt,
  seals,
  statement,
  trust,
  trustIn,
} from '../../packages/verify/testing/world.ts'

/** Where an answer turns: the last moment, day or character on either side of every stated limit. */
const said = ({ verdict, reason }: { verdict: string; reason?: string }) => reason ?? verdict

describe('an entitlement includes its first instant and excludes its last', () => {
  it.each([
    ['2026-11-21T23:59:59Z', 'valid'],
    ['2026-11-22T00:00:00Z', 'type-not-entitled-then'],
    ['2026-11-22T15:59:59Z', 'type-not-entitled-then'],
    ['2026-11-22T16:00:00Z', 'valid'],
  ])('issued at %s: %s', async (issuedAt, expected) => {
    const issued = statement({ issuedAt, issuedOn: issuedAt.slice(0, 10) })
    expect(said(await verifyLicence(await licence(issued), trust, { at }))).toBe(expected)
  })
})

describe('a seal certificate includes its first second and its last', () => {
  it.each([
    ['market', '2025-12-31T23:59:59Z', 'certificate-not-yet-begun'],
    ['market', '2026-01-01T00:00:00Z', 'valid'],
    ['ended', '2026-06-30T23:59:59Z', 'valid'],
    ['ended', '2026-07-01T00:00:00Z', 'certificate-ended-before-sealing'],
  ] as const)('of %s, sealed at %s: %s', async (name, time, expected) => {
    const early = statement({
      issuedAt: '2025-12-01T00:00:00Z',
      issuedOn: '2025-12-01',
      validity: { from: '2025-12-01', until: null },
    })
    const moment = new Date(time)
    const file = await licence(early, { seal: seals[name], time: moment })
    expect(said(await verifyLicence(file, trust, { at: moment }))).toBe(expected)
  })
})

it.each([
  ['2026-11-20T01:00:00Z', 'receipt-missing'],
  ['2026-11-20T01:00:01Z', 'valid'],
])('a receipt demanded since %s, of a licence issued at 01:00:00: %s', async (since, expected) => {
  const receipts = { ledger: 'city.example/ledger', since }
  const authorities = list.authorities.map((authority) => ({ ...authority, receipts }))
  expect(said(await verifyLicence(await licence(), await trustIn({ authorities }), { at }))).toBe(expected)
})

it.each([
  [1, 'valid'],
  [2, 'seal-refused'],
  [3, 'seal-refused'],
] as const)('a seal that certifies with permission %s: %s', async (certify, expected) => {
  const page = tinyPdf('Licence', [{ name: 'statement.json', bytes: statementBytes(statement()) }])
  const text = Buffer.from(page).toString('latin1').replace('/P 1 /V', `/P ${certify} /V`)
  const file = await sealPrepared(Buffer.from(text, 'latin1'), seals.market, { time: sealedAt })
  expect(said(await verifyLicence(file, trust, { at }))).toBe(expected)
})

it.each([
  ['2026-09-30T23:59:59Z', 'passed'],
  ['2026-10-01T00:00:00Z', 'failed'],
])('a paper key accepted until 1 October, asked at %s: %s', async (moment, outcome) => {
  const { checks } = await verifyQr(await code({ key: paper.lost }), trust, { at: new Date(moment) })
  expect(checks.find(({ name }) => name === 'paper-key')).toMatchObject({ outcome })
})

describe('lengths', () => {
  const parts = { typeCode: '11339900MB9X0004X0011', issuerCode: '11339900MB9X0004X0', version: 1 }

  it('of a serial: 64 characters are taken, 65 refused', () => {
    const longest = composeIdentifier({ ...parts, serial: '9'.repeat(64) })
    expect(requireIdentifier(longest).parts.serial).toHaveLength(64)
    expect(() => composeIdentifier({ ...parts, serial: '9'.repeat(65) })).toThrow(/^identifier-serial-length/)
  })

  it('of an identifier: 128 characters are looked at, 129 not', () => {
    const codes = (length: number) => readIdentifier('1'.repeat(length)).findings.map((found) => found.code)
    expect(codes(128)).toEqual(['identifier-shape'])
    expect(codes(129)).toEqual(['identifier-too-long'])
  })

  it('of a holder’s code: 64 characters are taken, 65 refused', () => {
    const holder = (length: number): Holder => ({ name: '某社', codeType: '099', code: '9'.repeat(length) })
    expect(checkHolder(holder(64))).toEqual([])
    expect(checkHolder(holder(65)).map((found) => found.code)).toEqual(['holder-code-shape'])
  })
})
