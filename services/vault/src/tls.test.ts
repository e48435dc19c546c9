import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDevelopmentPki } from './development/pki.ts'
import { openServerCertificate } from './tls.ts'

const folder = mkdtempSync(join(tmpdir(), 'licencevault-tls-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const tls = { cert: at('a/server.pem'), key: at('a/server.key'), clientCa: at('a/ca.pem'), crl: '' }
beforeAll(async () => {
  await makeDevelopmentPki(at('a'))
  await makeDevelopmentPki(at('b'))
})

describe('the certificate of the service', () => {
  it('is read again when it has changed; half a change is none', async () => {
    const certificate = await openServerCertificate(tls, 20)
    const heard: string[] = []
    certificate.provider.addIdentityCertificateListener((update) => heard.push(String(update?.certificate)))
    await sleep(0)
    const before = readFileSync(tls.cert, 'utf8')
    expect(heard).toEqual([before])
    cpSync(at('b/server.pem'), tls.cert)
    await sleep(200)
    expect(heard).toEqual([before])
    cpSync(at('b/server.key'), tls.key)
    await expect.poll(() => heard).toEqual([before, readFileSync(tls.cert, 'utf8')])
    certificate.close()
  })

  it.each([
    ['key', 'key-file-wrong', 'it is not the key of the certificate'],
    ['cert', 'key-file-missing', undefined],
  ] as const)('is refused with a wrong %s', async (part, code, why) => {
    const file = part === 'key' ? at('a/ca.key') : at('nowhere.pem')
    await expect(openServerCertificate({ ...tls, [part]: file })).rejects.toMatchObject({
      code,
      details: { file, ...(why && { why }) },
    })
  })

  it('is refused when it is none', async () => {
    writeFileSync(at('none.pem'), 'no certificate')
    await expect(openServerCertificate({ ...tls, cert: at('none.pem') })).rejects.toMatchObject({
      code: 'key-file-wrong',
    })
  })
})
