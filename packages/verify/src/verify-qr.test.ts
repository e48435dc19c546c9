import { expect, test } from 'vitest'
import { code, qrCases } from '../testing/qr-cases.ts'
import { at, foodPermit, list, market, trust, trustIn } from '../testing/world.ts'
import { verifyQr } from './verify-qr.ts'

test.each(qrCases)('$name: $verdict', async ({ text, verdict, reason, genuine, inForce, ...told }) => {
  const trusted = told.policy ? await trustIn({}, told.policy) : trust
  const report = await verifyQr(await text(), trusted, { at: told.at ?? at })
  expect({ ...report, reason: report.reason }).toMatchObject({ verdict, reason, genuine, inForce })
})

test('a report on a code says what the code says, and what it cannot know', async () => {
  const report = await verifyQr(await code(), trust, { at })
  expect(report.code).toMatchObject({
    identifier: expect.stringContaining(foodPermit.code),
    statementDigest: '07'.repeat(32),
    validity: { from: '2026-11-20', until: null },
    authority: market,
  })
  const unknown = report.checks.filter(({ outcome }) => outcome !== 'passed')
  expect(unknown.map(({ name, reason }) => [name, reason])).toEqual([
    ['status', 'status-not-asked'],
    ['face', 'face-not-in-code'],
  ])
})

test.each([
  ['valid', '2026-11-25T00:00:00Z', 'it stood on the first day of the licence'],
  ['not-entitled', '2026-11-19T15:59:59Z', 'it had ended before the first day of the licence'],
])('an entitlement that ended leads to %s when %s', async (verdict, to) => {
  const licenceTypes = [{ code: foodPermit.code, from: '2020-01-01T00:00:00Z', to }]
  const authorities = list.authorities.map((authority) => ({ ...authority, licenceTypes }))
  const report = await verifyQr(await code(), await trustIn({ authorities }), { at })
  expect(report.verdict).toBe(verdict)
})

test('a moment that is no date is a wrong call', async () => {
  await expect(verifyQr('', trust, { at: new Date(Number.NaN) })).rejects.toMatchObject({
    code: 'time-wrong',
  })
})
