import { openPress } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { createCa } from '@licencevault/kit/ca'
import { sealPrepared } from '@licencevault/signing'
import { expect, it } from 'vitest'
import { everyFace, qrText } from './faces.ts'

/** About as long as what the ledger answers. */
const receipt = new TextEncoder().encode('c2sp.org/tlog-proof@v1\n'.padEnd(2500, 'x'))

/** Bytes. */
const limits = { median: 80_000, largest: 128_000 }

const fonts = notoFonts()

it('a licence of every type, with QR code and receipt, is small', () => {
  const sizes = everyFace()
    .map(({ type, template, statement }) => ({
      type: type.name,
      size: openPress(template, fonts).render(statement, { qrText, receipt }).length,
    }))
    .sort((a, b) => a.size - b.size)
  expect(sizes).toHaveLength(84)
  expect(sizes[42]?.size).toBeLessThanOrEqual(limits.median)
  expect(sizes.at(-1)?.size, sizes.at(-1)?.type).toBeLessThanOrEqual(limits.largest)
})

it('a seal makes a licence no longer', async () => {
  const [face] = everyFace()
  if (!face) throw new TypeError('the city has types')
  const plain = openPress(face.template, fonts).render(face.statement, { qrText, receipt })
  const ca = await createCa({ name: { CN: '样例根证书', O: '样例' } })
  const identity = await ca.issue({ subject: { CN: face.statement.authority.name } })
  const sealed = await sealPrepared(plain, identity, { time: new Date(face.statement.issuedAt) })
  expect(sealed).toHaveLength(plain.length)
})
