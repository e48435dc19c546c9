import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AlgorithmName, algorithms } from '@licencevault/keys'
import { createPkcs12, openPkcs12 } from '@licencevault/keys/pkcs12'
import { generateKey, importPem } from '@licencevault/keys/software'
import { createCa, pemOf, type TestCa } from '@licencevault/kit/ca'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const iterations = 2048
const passwords = ['correct horse', '市场监督管理局', '😀𠮷', '']

describeWith('openssl', 'PKCS#12 and openssl', (openssl) => {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-pkcs12-'))
  const file = (name: string) => join(folder, name)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  let root: TestCa
  let middle: TestCa
  const issued = new Map<AlgorithmName, Awaited<ReturnType<TestCa['issue']>>>()

  beforeAll(async () => {
    root = await createCa({ name: { CN: '根证书', C: 'CN', O: '某市' } })
    middle = await root.subCa({ name: '中间证书' })
    writeFileSync(file('root.pem'), pemOf(root.certificate, 'CERTIFICATE'))
    const issuers = [root, middle].map(({ certificate }) => pemOf(certificate, 'CERTIFICATE'))
    writeFileSync(file('issuers.pem'), issuers.join(''))
    for (const algorithm of Object.keys(algorithms) as AlgorithmName[]) {
      const identity = await middle.issue({ subject: { CN: `印章 ${algorithm}` }, algorithm })
      issued.set(algorithm, identity)
      writeFileSync(file(`${algorithm}.key`), await identity.key.exportPem())
      writeFileSync(file(`${algorithm}.pem`), pemOf(identity.certificate, 'CERTIFICATE'))
    }
  })

  const identityOf = (algorithm: AlgorithmName) => {
    const identity = issued.get(algorithm)
    if (!identity) throw new Error(`none was issued for ${algorithm}`)
    return identity
  }

  const succeed = async (args: readonly string[]) => {
    const outcome = await openssl.run(args)
    expect(outcome.stderr + outcome.stdout, args.join(' ')).toSatisfy(() => outcome.status === 0)
    return outcome
  }

  const exportBy = async (algorithm: AlgorithmName, password: string, options: readonly string[]) => {
    const named = [
      '-inkey',
      file(`${algorithm}.key`),
      '-in',
      file(`${algorithm}.pem`),
      '-out',
      file('theirs.p12'),
    ]
    const secret = ['-passout', `pass:${password}`]
    await succeed(['pkcs12', '-export', ...named, '-name', '某市公章', ...secret, ...options])
    return new Uint8Array(await readFile(file('theirs.p12')))
  }

  describe('theirs is read', () => {
    const variants: [string, string[]][] = [
      ['as OpenSSL 3 writes it', []],
      ['RC2-40 and 3DES, MAC by SHA-1', ['-legacy']],
      ['RC2-128 and two-key 3DES', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-2DES']],
      ['3DES throughout', ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES']],
      ['AES-128 and 3DES in PBES2', ['-certpbe', 'AES-128-CBC', '-keypbe', 'DES-EDE3-CBC']],
      ['AES-192, MAC by SHA-512', ['-certpbe', 'AES-192-CBC', '-keypbe', 'AES-192-CBC', '-macalg', 'SHA512']],
      ['MAC by SHA-384', ['-macalg', 'SHA384']],
      ['without a MAC', ['-nomac']],
      ['not encrypted', ['-certpbe', 'NONE', '-keypbe', 'NONE']],
      ['200,000 iterations', ['-iter', '200000']],
    ]

    describe.each(variants)('%s', (_, options) => {
      it.each(passwords)('under the password "%s"', async (password) => {
        const bytes = await exportBy('ES256', password, ['-certfile', file('issuers.pem'), ...options])
        const opened = await openPkcs12(bytes, password)
        expect(opened.certificate).toEqual(identityOf('ES256').certificate)
        expect(opened.chain).toEqual([middle.certificate, root.certificate])
        expect(opened.friendlyName).toBe('某市公章')
        expect(opened.signer.publicKey).toEqual(identityOf('ES256').signer.publicKey)
        await expect(openPkcs12(bytes, `${password}x`)).rejects.toThrow(/^pkcs12-password-wrong/)
      })
    })

    it.each(Object.keys(algorithms) as AlgorithmName[])('with a key for %s', async (algorithm) => {
      const bytes = await exportBy(algorithm, 'x', [])
      const opened = await openPkcs12(bytes, 'x', { algorithm })
      expect(opened.signer.algorithm).toBe(algorithm)
      expect(opened.certificate).toEqual(identityOf(algorithm).certificate)
      expect(opened.chain).toEqual([])
    })

    it('but not RC4, nor certificates alone', async () => {
      const rc4 = await exportBy('ES256', 'x', ['-legacy', '-keypbe', 'PBE-SHA1-RC4-128'])
      await expect(openPkcs12(rc4, 'x')).rejects.toThrow(
        /^key-encryption-unknown: .*1\.2\.840\.113549\.1\.12\.1\.1/,
      )
      await succeed([
        'pkcs12',
        '-export',
        '-nokeys',
        '-in',
        file('issuers.pem'),
        '-out',
        file('trust.p12'),
        '-passout',
        'pass:x',
      ])
      await expect(openPkcs12(await readFile(file('trust.p12')), 'x')).rejects.toThrow(/^pkcs12-no-key/)
    })
  })

  describe('ours is read', () => {
    it.each(passwords)('under the password "%s"', async (password) => {
      const identity = identityOf('ES384')
      writeFileSync(
        file('ours.p12'),
        await createPkcs12(identity, password, { iterations, friendlyName: '某市公章' }),
      )
      const { stdout, stderr } = await succeed([
        'pkcs12',
        '-in',
        file('ours.p12'),
        '-passin',
        `pass:${password}`,
        '-nodes',
        '-info',
      ])
      expect(stderr).toContain('MAC: sha256, Iteration 2048')
      expect(stderr).toContain(
        'PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256',
      )
      expect(stderr).toContain(
        'Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256',
      )
      const certificates = [identity, middle, root].map(({ certificate }) =>
        pemOf(certificate, 'CERTIFICATE'),
      )
      expect(stdout.match(/-----BEGIN CERTIFICATE[\s\S]*?END CERTIFICATE-----\n/g)).toEqual(certificates)
      expect((await importPem(stdout)).publicKey).toEqual(identity.signer.publicKey)
      const wrong = await openssl.run([
        'pkcs12',
        '-in',
        file('ours.p12'),
        '-passin',
        `pass:${password}x`,
        '-nodes',
      ])
      expect(wrong.status).not.toBe(0)
    })

    it.each(Object.keys(algorithms) as AlgorithmName[])('with a key for %s', async (algorithm) => {
      writeFileSync(file('ours.p12'), await createPkcs12(identityOf(algorithm), 'x', { iterations }))
      const { stdout } = await succeed([
        'pkcs12',
        '-in',
        file('ours.p12'),
        '-passin',
        'pass:x',
        '-nodes',
        '-nocerts',
      ])
      expect((await importPem(stdout, { algorithm })).publicKey).toEqual(
        identityOf(algorithm).signer.publicKey,
      )
    })
  })

  describe('encrypted PKCS#8', () => {
    it('ours is read by openssl', async () => {
      const key = await generateKey('ES256')
      writeFileSync(file('ours.enc.pem'), await key.exportEncryptedPem('口令', iterations))
      const { stdout } = await succeed(['pkey', '-in', file('ours.enc.pem'), '-passin', 'pass:口令'])
      expect((await importPem(stdout)).publicKey).toEqual(key.publicKey)
    })

    it.each([
      ['AES-256', ['-v2', 'aes-256-cbc']],
      ['AES-128, SHA-512', ['-v2', 'aes-128-cbc', '-v2prf', 'hmacWithSHA512']],
      ['3DES, SHA-1', ['-v2', 'des3', '-v2prf', 'hmacWithSHA1']],
      ['PKCS#12 3DES', ['-v1', 'PBE-SHA1-3DES']],
    ])('theirs is read: %s', async (_, options) => {
      const { stdout } = await succeed([
        'pkcs8',
        '-topk8',
        '-in',
        file('ES256.key'),
        '-passout',
        'pass:口令',
        ...options,
      ])
      expect((await importPem(stdout, { password: '口令' })).publicKey).toEqual(
        identityOf('ES256').signer.publicKey,
      )
      await expect(importPem(stdout, { password: '口令 ' })).rejects.toThrow(/^key-password-wrong/)
    })

    it('but not scrypt', async () => {
      const { stdout } = await succeed([
        'pkcs8',
        '-topk8',
        '-in',
        file('ES256.key'),
        '-passout',
        'pass:x',
        '-scrypt',
      ])
      await expect(importPem(stdout, { password: 'x' })).rejects.toThrow(
        /^key-encryption-unknown: .*1\.3\.6\.1\.4\.1\.11591\.4\.11/,
      )
    })
  })
})
