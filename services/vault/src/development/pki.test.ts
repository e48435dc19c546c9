import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWith } from '@licencevault/kit/programs'
import { readCertificate } from '@licencevault/signing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { watchRevocations } from '../revocation-list.ts'
import { derOf } from './authority.ts'
import { makeClientCertificate, makeDevelopmentPki, revokeClientCertificate } from './pki.ts'

const folder = mkdtempSync(join(tmpdir(), 'licencevault-pki-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

let client: { cert: string; key: string; ca: string }
beforeAll(async () => {
  await makeDevelopmentPki(folder)
  client = await makeClientCertificate(folder, {
    application: 'approval-system',
    role: 'issuer',
    authority: '11339900MB9X00023D',
  })
})

describeWith('openssl', 'the development PKI, as OpenSSL reads it', ({ run }) => {
  const openssl = async (...words: string[]) => (await run(words)).stdout

  it.each([
    ['sslserver', () => at('server.pem')],
    ['sslclient', () => client.cert],
    ['sslclient', () => at('clients/operator.pem')],
  ])('a %s certificate stands under the CA', async (purpose, file) => {
    expect(
      await openssl('verify', '-x509_strict', '-purpose', purpose, '-CAfile', at('ca.pem'), file()),
    ).toContain('OK')
  })

  it('the subject names application, role and authority', async () => {
    const subject = await openssl(
      'x509',
      '-in',
      client.cert,
      '-noout',
      '-subject',
      '-nameopt',
      'RFC2253,utf8',
    )
    expect(subject).toContain('CN=approval-system,OU=issuer,organizationIdentifier=11339900MB9X00023D,C=CN')
  })

  it('keys are for this user alone', () => {
    for (const file of [at('ca.key'), at('server.key'), client.key])
      expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('a second start changes nothing', async () => {
    const before = readFileSync(at('server.pem'), 'utf8')
    await makeDevelopmentPki(folder)
    expect(readFileSync(at('server.pem'), 'utf8')).toBe(before)
  })

  it('a revoked certificate is on the list, for OpenSSL and for us, once the file has changed', async () => {
    const ca = derOf(readFileSync(at('ca.pem'), 'utf8'))
    let now = Date.now()
    const revocations = watchRevocations(at('ca.crl'), ca, () => new Date(now))
    const { serial, serialHex } = readCertificate(derOf(readFileSync(client.cert, 'utf8')))
    expect(await revocations.revoked(serial)).toBe(false)
    await revokeClientCertificate(folder, readFileSync(client.cert, 'utf8'))
    now += 1_000
    expect(await revocations.revoked(serial)).toBe(true)
    const crl = await openssl(
      'crl',
      '-in',
      at('ca.crl'),
      '-inform',
      'DER',
      '-CAfile',
      at('ca.pem'),
      '-noout',
      '-text',
    )
    expect(crl.toLowerCase()).toContain(`serial number: ${serialHex}`)
  })
})

const one = Uint8Array.of(1)

describe('a revocation list', () => {
  it('that another CA signed lets nobody in, though it bears the same name', async () => {
    const other = mkdtempSync(join(tmpdir(), 'licencevault-pki-'))
    await makeDevelopmentPki(other)
    const ca = derOf(readFileSync(join(other, 'ca.pem'), 'utf8'))
    await expect(watchRevocations(at('ca.crl'), ca, () => new Date()).revoked(one)).rejects.toMatchObject({
      code: 'revocation-list-stale',
    })
    rmSync(other, { recursive: true })
  })

  it('that is missing, garbage or out of date lets nobody in', async () => {
    const ca = derOf(readFileSync(at('ca.pem'), 'utf8'))
    const now = () => new Date()
    writeFileSync(at('garbage.crl'), 'no list')
    for (const file of [at('none.crl'), at('garbage.crl')]) {
      await expect(watchRevocations(file, ca, now).revoked(one)).rejects.toMatchObject({
        code: 'revocation-list-stale',
      })
    }
    const later = () => new Date(Date.now() + 400 * 86_400_000)
    await expect(watchRevocations(at('ca.crl'), ca, later).revoked(one)).rejects.toMatchObject({
      code: 'revocation-list-stale',
    })
  })

  it('half written does not unsettle the good one before it', async () => {
    const ca = derOf(readFileSync(at('ca.pem'), 'utf8'))
    let now = Date.now()
    const file = at('copy.crl')
    writeFileSync(file, readFileSync(at('ca.crl')))
    const revocations = watchRevocations(file, ca, () => new Date(now))
    expect(await revocations.revoked(one)).toBe(false)
    writeFileSync(file, readFileSync(at('ca.crl')).subarray(0, 40))
    now += 1_000
    expect(await revocations.revoked(one)).toBe(false)
  })
})
