import { deepStrictEqual } from 'node:assert/strict'
import { createCa } from '@licencevault/kit/ca'
import { composePdf, samplePage } from '@licencevault/kit/pdf'
import { expect, it } from 'vitest'
import { readCertificate } from '../certificate.ts'
import { sealPdf } from './seal.ts'
import { verifyPdf } from './verify.ts'

it('a file sealed by a signer known from before is judged as one by a stranger, whatever octet of its seal is changed', async () => {
  const root = await createCa({ name: 'Root' })
  const ca = await root.subCa({ name: 'CA' })
  const identity = await ca.issue({ subject: { CN: 'Seal' } })
  const at = new Date()
  const seal = (words: string) => sealPdf(composePdf(samplePage(words)), identity, { time: at, certify: 1 })
  const roots = [readCertificate(root.certificate)]
  // A root read anew is another one, so that nothing is known of who signed under it.
  const stranger = (file: Uint8Array) => verifyPdf(file, { roots: [readCertificate(root.certificate)], at })

  const first = await seal('first')
  const file = await seal('second')
  const from = Buffer.from(file).indexOf('/Contents <') + '/Contents <'.length
  const digits = (Buffer.from(file).indexOf('00000000', from) - from) & ~1
  expect(digits).toBeGreaterThan(2000)
  await verifyPdf(first, { roots, at })
  const report = await verifyPdf(file, { roots, at })
  expect(report.indication).toBe('TOTAL-PASSED')
  deepStrictEqual(report, await stranger(file))

  for (let place = from + 1; place < from + digits; place += 6) {
    // Known again: a stranger's message takes its place.
    await verifyPdf(first, { roots, at })
    const changed = file.with(place, file[place] === 0x30 ? 0x31 : 0x30)
    const told = await verifyPdf(changed, { roots, at })
    expect(told.indication).not.toBe('TOTAL-PASSED')
    deepStrictEqual(told, await stranger(changed))
  }
})
