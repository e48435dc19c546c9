import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AlgorithmName, algorithms, type Signer } from '@licencevault/keys'
import { importPkcs8 } from '@licencevault/keys/software'
import { createCa, type IssuedIdentity, pemOf, type TestCa } from '@licencevault/kit/ca'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const names = Object.keys(algorithms) as AlgorithmName[]
/** What `openssl dgst` or `pkeyutl` must be told besides the key. */
const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32']

describeWith('openssl', 'keys and certificates before openssl', (openssl) => {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-keys-'))
  const file = (name: string) => join(folder, name)
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(file(name), content)
    return file(name)
  }
  const certificateFile = (name: string, der: Uint8Array) => write(name, pemOf(der, 'CERTIFICATE'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  describe.each(names)('%s', (algorithm) => {
    let root: TestCa
    let middle: TestCa
    let seal: IssuedIdentity
    beforeAll(async () => {
      root = await createCa({ name: { CN: '根证书', C: 'CN' }, algorithm })
      middle = await root.subCa({ name: '中间证书', algorithm, pathLength: 0 })
      const subject = { CN: '电子印章', organizationIdentifier: '91350200M0000XXXX1', serialNumber: '7' }
      seal = await middle.issue({ subject, algorithm, extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'] })
    })

    it('a chain of the kit passes openssl verify in strict mode', async () => {
      const anchor = certificateFile('root.pem', root.certificate)
      const between = certificateFile('middle.pem', middle.certificate)
      const leaf = certificateFile('seal.pem', seal.certificate)
      const strict = ['verify', '-x509_strict', '-check_ss_sig', '-policy_check']
      const { stdout, stderr } = await openssl.run([
        ...strict,
        '-CAfile',
        anchor,
        '-untrusted',
        between,
        leaf,
      ])
      expect(stderr).toBe('')
      expect(stdout).toBe(`${leaf}: OK\n`)
    })

    it('openssl reads what the certificate says', async () => {
      const leaf = certificateFile('seal.pem', seal.certificate)
      const args = ['x509', '-in', leaf, '-noout', '-text', '-nameopt', 'RFC2253,-esc_msb,utf8']
      const { stdout } = await openssl.run(args)
      expect(stdout).toContain(
        'Subject: CN=电子印章,serialNumber=7,organizationIdentifier=91350200M0000XXXX1',
      )
      expect(stdout).toMatch(/Basic Constraints: critical\s+CA:FALSE/)
      expect(stdout).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation/)
      expect(stdout).toMatch(/Extended Key Usage: \s+1\.3\.6\.1\.5\.5\.7\.3\.36/)
      const again = await openssl.run(['x509', '-in', leaf, '-outform', 'DER'])
      expect(again.bytes).toEqual(seal.certificate)
    })

    it.each(['native', 'software'])('signatures of the %s signer are verified', async (which) => {
      const signer: Signer =
        which === 'native' ? seal.signer : await importPkcs8(await seal.key.exportPkcs8(), { algorithm })
      const content = new TextEncoder().encode('营业执照')
      const data = write('data', content)
      const key = write('public.pem', pemOf(signer.publicKey, 'PUBLIC KEY'))
      const signature = write('signature', await signer.sign(content))
      const hash = `-${algorithms[algorithm].hash.replace('-', '').toLowerCase()}`
      const args =
        algorithm === 'Ed25519'
          ? ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', key, '-in', data, '-sigfile', signature]
          : [
              'dgst',
              hash,
              '-verify',
              key,
              ...(algorithm === 'PS256' ? pss : []),
              '-signature',
              signature,
              data,
            ]
      expect((await openssl.run(args)).status).toBe(0)
      write('data', '营业执照 ')
      expect((await openssl.run(args)).status).not.toBe(0)
    })
  })

  describe('certificates that are wrong on purpose are refused for what is wrong', () => {
    const refusal = async (make: (root: TestCa) => Promise<IssuedIdentity>) => {
      const root = await createCa({ name: '根证书' })
      const made = await make(root)
      const anchor = certificateFile('anchor.pem', root.certificate)
      const issuers = made.chain.map((certificate) => pemOf(certificate, 'CERTIFICATE'))
      const untrusted = write('between.pem', issuers.join(''))
      const leaf = certificateFile('wrong.pem', made.certificate)
      const { stdout, stderr } = await openssl.run([
        'verify',
        '-CAfile',
        anchor,
        '-untrusted',
        untrusted,
        leaf,
      ])
      return stdout + stderr
    }
    const past = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2021-01-01T00:00:00Z') }
    const unknown = { oid: '1.2.3.4', critical: true, value: Uint8Array.of(5, 0) }
    const subject = { CN: 'x' }

    it.each<[string, (root: TestCa) => Promise<IssuedIdentity>, RegExp]>([
      ['expired', (root) => root.issue({ subject, ...past }), /certificate has expired/],
      [
        'an unknown critical extension',
        (root) => root.issue({ subject, extensions: [unknown] }),
        /unhandled critical extension/,
      ],
      [
        'issued by what denies being a CA',
        async (root) => (await root.subCa({ name: 'no CA', ca: false })).issue({ subject }),
        /invalid CA certificate/,
      ],
      [
        'issued by a CA that may not sign certificates',
        async (root) => (await root.subCa({ name: 'no signing', keyUsage: ['cRLSign'] })).issue({ subject }),
        /invalid CA certificate|key usage/i,
      ],
      [
        'one CA too many',
        async (root) => {
          const last = await root.subCa({ name: 'last', pathLength: 0 })
          return (await last.subCa({ name: 'too many' })).issue({ subject })
        },
        /path length constraint exceeded/,
      ],
    ])('%s', async (_, make, words) => {
      expect(await refusal(make)).toMatch(words)
    })

    it('and a right one is not', async () => {
      expect(await refusal((root) => root.issue({ subject }))).toMatch(/: OK\n$/)
    })
  })
})
