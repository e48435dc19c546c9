import { createCa } from '@licencevault/kit/ca'
import { expect, it } from 'vitest'
import { signCms } from './cms/sign.ts'
import { verifyCms } from './cms/verify.ts'
import { reportJson } from './report-json.ts'

const at = new Date('2027-06-15T00:00:00Z')
const dates = { notBefore: new Date('2027-01-01T00:00:00Z'), notAfter: new Date('2028-01-01T00:00:00Z') }
const content = new TextEncoder().encode('许可证')

it('is plain values, the same text for the same report, and holds neither content nor keys', async () => {
  const ca = await createCa({ name: '根', ...dates })
  const seal = await ca.issue({ subject: { CN: '印章' }, ...dates })
  const cms = await signCms(content, seal, { signingTime: at })
  const options = { roots: [ca.certificate], at }
  const first = reportJson(await verifyCms(cms, options))
  const text = JSON.stringify(first)
  expect(text).toBe(JSON.stringify(reportJson(await verifyCms(cms, options))))
  expect(JSON.parse(text)).toEqual(first)
  expect(first).toMatchObject({
    format: 'licencevault.signature-report/1',
    indication: 'TOTAL-PASSED',
    indicationUri: 'urn:etsi:019102:mainindication:total-passed',
    contentType: '1.2.840.113549.1.7.1',
    signers: [
      {
        certificate: { subject: 'CN=印章', issuer: 'CN=根', notAfter: '2028-01-01T00:00:00.000Z' },
        signingTime: '2027-06-15T00:00:00.000Z',
        messageDigest: { hash: 'SHA-256' },
      },
    ],
  })
  for (const { sentence, evidence } of first.checks) {
    expect(sentence.en).not.toMatch(/\{\w+\}/)
    expect(Object.keys(evidence)).toEqual(Object.keys(evidence).sort())
  }
})

it('tells a finding with its sub-indication, reason and remedy', async () => {
  const ca = await createCa({ name: '根', ...dates })
  const seal = await ca.issue({ subject: { CN: '印章' }, ...dates })
  const cms = await signCms(content, seal, { detached: true })
  const report = reportJson(await verifyCms(cms, { roots: [ca.certificate], at, content: new Uint8Array(1) }))
  expect(report).toMatchObject({ subIndicationUri: 'urn:etsi:019102:subindication:HASH_FAILURE' })
  const check = report.checks.find(({ reason }) => reason === 'content-altered')
  expect(check).toMatchObject({
    outcome: 'failed',
    remedy: { en: expect.any(String), zh: expect.any(String) },
  })
})
