import { statementBytes } from '@licencevault/licence'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { updatePdf } from '../../../test/kit/src/pdf.ts'
import { LEDGER, ledgerKey, receiptFor } from '../testing/ledger.ts'
import { licenceCases } from '../testing/licence-cases.ts'
import { firstStream, rewritten } from '../testing/tiny-pdf.ts'
import {
  at,
  health,
  licence,
  market,
  sealedFile,
  seals,
  statement,
  trust,
  trustIn,
} from '../testing/world.ts'
import { verifyLicence } from './verify-licence.ts'

test.each(licenceCases)('$name: $verdict', async ({ file, verdict, reason, genuine, inForce, ...told }) => {
  const trusted = told.list || told.policy ? await trustIn(told.list ?? {}, told.policy) : trust
  const report = await verifyLicence(await file(), trusted, { at: told.at ?? at })
  expect({ ...report, reason: report.reason }).toMatchObject({ verdict, reason, genuine, inForce })
})

describe('a report', () => {
  test('is the same after a journey through JSON', async () => {
    const report = await verifyLicence(await licence(), trust, { at })
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  test('tells where and when the ledger recorded the licence, and judges the entitlement by that', async () => {
    const bytes = await receiptFor(statement())
    const file = await licence(statement(), { attachments: [{ name: 'receipt.tlog', bytes }] })
    const ledgers = [
      { name: LEDGER, keys: [{ vkey: ledgerKey.vkey, from: '2026-01-01T00:00:00Z', to: null }] },
    ]
    const report = await verifyLicence(file, await trustIn({ ledgers }), { at })
    const recordedAt = '2026-11-20T01:00:00.250000Z'
    expect(report.recording).toEqual({ ledger: LEDGER, index: 1, recordedAt })
    const entitled = report.checks.find(({ name }) => name === 'authority-entitled')
    expect(entitled?.evidence).toMatchObject({ issuedAt: '2026-11-20T01:00:00Z', timeIsClaimed: false })
    expect((await verifyLicence(await licence(), trust, { at })).recording).toBeUndefined()
  })

  test('tells what the licence says, whose seal it bears and which list was believed', async () => {
    const { format, template, renderer, salt, ...said } = statement()
    const report = await verifyLicence(await licence(), trust, { at })
    expect(report.licence).toEqual({ ...said, statementDigest: await sha256(statementBytes(statement())) })
    expect(report.authority).toEqual(market)
    expect(report.seal).toEqual({
      subject: 'CN=云汀市市场监督管理局电子印章,O=云汀市市场监督管理局,C=CN',
      issuer: 'CN=城市根证书,C=CN',
      certificateDigest: await sha256(seals.market.certificate),
      claimedAt: '2026-11-20T01:00:00Z',
    })
    expect(report.trust).toEqual({
      sequence: 7,
      issuedAt: '2026-11-01T00:00:00Z',
      nextUpdate: '2026-12-01T00:00:00Z',
    })
    expect(report).toMatchObject({ indication: 'TOTAL-PASSED', at: '2026-11-23T10:00:00Z' })
  })

  test('lists every check once, in its order, and a reason with every one that did not pass', async () => {
    const reports = await Promise.all(
      licenceCases.map(async ({ file }) => verifyLicence(await file(), trust, { at })),
    )
    for (const { checks } of reports) {
      expect(checks.map(({ name }) => name)).toEqual(names)
      for (const { outcome, reason, remedy } of checks) {
        if (outcome !== 'passed') expect([typeof reason, typeof remedy]).toEqual(['string', 'object'])
      }
    }
  })

  test('names both authorities when the seal of one stands on a licence of the other', async () => {
    const report = await verifyLicence(await licence(statement(), { seal: seals.health }), trust, { at })
    const check = report.checks.find(({ name }) => name === 'certificate-of-authority')
    expect(check?.sentence.en).toContain(market.name.en)
    expect(check?.sentence.en).toContain(health.name.en)
    expect(check?.sentence.zh).toContain(health.name.zh)
  })

  test('shows the statement that was sealed, not the one that was put over it', async () => {
    const other = statementBytes(statement({ number: 'JY99999999999999' }))
    const file = rewritten(await licence(), firstStream, other)
    const report = await verifyLicence(file, trust, { at })
    expect(report).toMatchObject({ verdict: 'altered', licence: { number: statement().number } })
  })

  test('says that the time of issue is only claimed', async () => {
    const report = await verifyLicence(await licence(), trust, { at })
    for (const name of ['certificate-in-time', 'authority-entitled']) {
      expect(report.checks.find((check) => check.name === name)?.evidence.timeIsClaimed).toBe(true)
    }
  })

  test('a wrong seal leaves the rest to be seen', async () => {
    const report = await verifyLicence(await sealedFile([], { seal: seals.unlisted }), trust, { at })
    expect(report.verdict).toBe('not-a-licence')
    expect(report.licence).toBeUndefined()
    expect(report.checks.find(({ name }) => name === 'certificate-path')?.outcome).toBe('passed')
  })
})

test.each([
  ['a changed byte', 'altered', 'TOTAL-FAILED', 'HASH_FAILURE', 'the statement replaced in its place'],
  ['another CA', 'forged', 'INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND', 'the same without a statement'],
  ['an ended certificate', 'undetermined', 'INDETERMINATE', 'NO_POE', 'a certificate that has ended since'],
  [
    'an ended algorithm',
    'undetermined',
    'INDETERMINATE',
    'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
    'a seal with a curve that the policy has ended',
  ],
  ['the dates of the licence', 'expired', 'TOTAL-PASSED', undefined, 'an expired licence'],
])('%s: %s is %s %s in EN 319 102-1', async (_, verdict, indication, subIndication, name) => {
  const { file, policy } = licenceCases.find((one) => one.name === name) ?? expect.fail()
  const report = await verifyLicence(await file(), await trustIn({}, policy), { at })
  expect(report).toMatchObject({ verdict, indication })
  expect(report.subIndication).toBe(subIndication)
})

test.each(licenceCases.filter(({ reason = '' }) => /^algorithm-/.test(reason)))(
  '$name: no check calls it wrong',
  async ({ file, policy }) => {
    const { checks } = await verifyLicence(await file(), await trustIn({}, policy), { at })
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  },
)

test('no byte of a licence can be changed, cut or added without notice', async () => {
  const file = await licence()
  const change = fc.record({ index: fc.nat(file.length - 1), mask: fc.integer({ min: 1, max: 255 }) })
  await fc.assert(
    fc.asyncProperty(change, async ({ index, mask }) => {
      const changed = file.with(index, (file[index] ?? 0) ^ mask)
      expect((await verifyLicence(changed, trust, { at })).genuine).not.toBe('yes')
      expect((await verifyLicence(file.subarray(0, index), trust, { at })).genuine).not.toBe('yes')
    }),
    { numRuns: 300 },
  )
})

test('whatever the bytes are, the answer is a report', async () => {
  const start = new TextEncoder().encode('%PDF-1.7\n')
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
      expect((await verifyLicence(Uint8Array.of(...start, ...noise), trust, { at })).verdict).toBe(
        'unreadable',
      )
    }),
  )
})

test('evidence that is added for the seal is no change; anything beside it is', async () => {
  const file = await licence()
  const text = Buffer.from(file).toString('latin1')
  const [, root = '', catalogue = ''] =
    [...text.matchAll(/(\d+) 0 obj\s(<<[^\n]*\/Type \/Catalog.*?)\nendobj/gs)].at(-1) ?? []
  const added = (entry: string) =>
    updatePdf(
      file,
      {
        [root]: catalogue.replace('/Type /Catalog', `/Type /Catalog ${entry}`),
        900: { data: 'a certificate' },
      },
      { trailer: `/Root ${root} 0 R` },
    )
  const evidence = await verifyLicence(added('/DSS <</Certs [900 0 R]>>'), trust, { at })
  const says = ({ checks }: typeof evidence) => checks.find(({ name }) => name === 'nothing-after-seal')
  expect([evidence.verdict, says(evidence)?.outcome]).toEqual(['valid', 'passed'])
  expect(says(evidence)?.sentence.en).toContain('only evidence')
  const more = await verifyLicence(added('/DSS <</Certs [900 0 R]>> /Lang (zh)'), trust, { at })
  expect([more.verdict, more.reason]).toEqual(['altered', 'changed-after-seal'])
  const idle = await verifyLicence(added('/DSS null'), trust, { at })
  expect([idle.verdict, idle.reason]).toEqual(['altered', 'changed-after-seal'])
})

test('a moment that is no date is a wrong call', async () => {
  const asked = verifyLicence(new Uint8Array(0), trust, { at: new Date(Number.NaN) })
  await expect(asked).rejects.toMatchObject({ code: 'time-wrong' })
})

const names = [
  'pdf-structure',
  'one-seal',
  'nothing-after-seal',
  'seal-intact',
  'certificate-path',
  'certificate-in-time',
  'statement-well-formed',
  'statement-agrees',
  'authority-known',
  'certificate-of-authority',
  'authority-entitled',
  'receipt',
  'validity',
  'trust-fresh',
  'status',
]

async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
}
