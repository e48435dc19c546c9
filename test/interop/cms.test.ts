import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AlgorithmName } from '@licencevault/keys'
import { bundleOf } from '@licencevault/kit/browser'
import { createCa, type IssuedIdentity, pemOf, type TestCa } from '@licencevault/kit/ca'
import { describeWith } from '@licencevault/kit/programs'
import {
  type CmsReport,
  signCms,
  signCmsDigest,
  type VerifyCmsOptions,
  verifyCms,
} from '@licencevault/signing'
import { ContentInfo, CryptoEngine, SignedData, setEngine } from 'pkijs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const at = new Date()
const content = new TextEncoder().encode('某市食品经营许可证：编号 JY1330000000001\r\n第二行\n')

let folder: string
let root: TestCa
let middle: TestCa
const seals = new Map<AlgorithmName, IssuedIdentity>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cms-'))
  root = await createCa({ name: { CN: '测试根', C: 'CN' } })
  middle = await root.subCa({ name: { CN: '测试中级', C: 'CN' }, pathLength: 0 })
  for (const algorithm of ['ES256', 'ES384', 'RS256', 'PS256', 'Ed25519'] as const) {
    seals.set(
      algorithm,
      await middle.issue({ subject: { CN: `印章 ${algorithm}`, O: '市场监督管理局' }, algorithm }),
    )
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = (name: string) => join(folder, name)

async function put(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(file(name), bytes)
  return file(name)
}

function seal(algorithm: AlgorithmName): IssuedIdentity {
  const identity = seals.get(algorithm)
  if (!identity) throw new Error(`no ${algorithm} seal`)
  return identity
}

/** Checks by us, with what did not pass as the readable result. */
async function check(cms: Uint8Array, options: Partial<VerifyCmsOptions> = {}) {
  const report = await verifyCms(cms, { roots: [root.certificate], at, ...options })
  return { report, found: findings(report) }
}

function findings({ indication, checks }: CmsReport): readonly string[] {
  const found = checks.filter((one) => one.outcome !== 'passed').map((one) => `${one.name}: ${one.reason}`)
  return [indication, ...found]
}

describeWith('openssl', 'openssl accepts what we seal', (openssl) => {
  it.each(['ES256', 'ES384', 'RS256', 'PS256'] as const)('%s, attached and detached', async (algorithm) => {
    const roots = await put('root.pem', pemOf(root.certificate, 'CERTIFICATE'))
    const plain = await put('content', content)
    for (const detached of [false, true]) {
      const signed = await signCms(content, seal(algorithm), { detached, signingTime: at })
      const cms = await put('ours.der', signed)
      const beside = detached ? ['-content', plain] : []
      // -cades makes openssl check the signing-certificate-v2 attribute too.
      const args = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-CAfile', roots]
      const outcome = await openssl.run([...args, ...beside])
      expect(outcome.stderr).toMatch(/Verification successful/)
      expect(outcome.bytes).toEqual(content)

      const altered = signed.with(signed.length - 5, (signed.at(-5) ?? 0) ^ 1)
      await put('ours.der', altered)
      expect((await openssl.run([...args, ...beside])).status).not.toBe(0)
    }
  })

  it('Ed25519: openssl 3.0 checks no such CMS, so it checks the signature over our signed attributes', async () => {
    const identity = seal('Ed25519')
    const signed = await signCms(content, identity, { detached: true })
    const { report } = await check(signed, { content })
    const signer = report.signer
    if (!signer?.certificate) throw new Error('no signer')
    // The signed attributes stand before the signature algorithm, under [0] instead of SET.
    const text = Buffer.from(signed).toString('latin1')
    const marker = Buffer.from('06092a864886f70d010903', 'hex').toString('latin1')
    const first = text.indexOf(marker)
    const algorithm = text.indexOf(Buffer.from('300506032b6570', 'hex').toString('latin1'), first)
    const start = text.lastIndexOf('\u00a0', first)
    const attributes = Uint8Array.from(signed.subarray(start, algorithm))
    attributes[0] = 0x31
    const args = [
      'pkeyutl',
      '-verify',
      '-rawin',
      '-pubin',
      '-keyform',
      'DER',
      '-inkey',
      await put('ed.spki', signer.certificate.publicKeyInfo),
    ]
    const files = [
      '-in',
      await put('attributes', attributes),
      '-sigfile',
      await put('signature', signer.signature),
    ]
    const outcome = await openssl.run([...args, ...files])
    expect(`${outcome.stdout}${outcome.stderr}`).toMatch(/Verified Successfully/)
  })

  it('a digest signed without its content', async () => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
    const cms = await put('digest.der', await signCmsDigest(digest, 'SHA-256', seal('ES256')))
    const roots = await put('root.pem', pemOf(root.certificate, 'CERTIFICATE'))
    const plain = await put('content', content)
    const outcome = await openssl.run([
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      cms,
      '-CAfile',
      roots,
      '-content',
      plain,
    ])
    expect(outcome.stderr).toMatch(/Verification successful/)
  })
})

describeWith('openssl', 'we accept what openssl seals', (openssl) => {
  async function sealedByOpenssl(algorithm: AlgorithmName, ...further: string[]): Promise<Uint8Array> {
    const identity = seal(algorithm)
    const outcome = await openssl.run([
      ...[
        'cms',
        '-sign',
        '-binary',
        '-outform',
        'DER',
        '-out',
        file('theirs.der'),
        '-in',
        await put('content', content),
      ],
      ...['-signer', await put('signer.pem', pemOf(identity.certificate, 'CERTIFICATE'))],
      ...['-inkey', await put('key.pem', pemOf(await identity.key.exportPkcs8(), 'PRIVATE KEY'))],
      ...['-certfile', await put('middle.pem', pemOf(middle.certificate, 'CERTIFICATE'))],
      ...further,
    ])
    expect(outcome.stderr).toBe('')
    return new Uint8Array(await readFile(file('theirs.der')))
  }

  it.each([
    ['ES256', []],
    ['ES384', ['-md', 'sha384']],
    ['RS256', []],
    ['RS256', ['-md', 'sha512']],
    ['PS256', ['-keyopt', 'rsa_padding_mode:pss']],
    ['PS256', ['-md', 'sha384', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20']],
  ] as const)('%s %j, attached and detached', async (algorithm, further) => {
    const attached = await sealedByOpenssl(algorithm, '-cades', '-nodetach', ...further)
    const own = await check(attached)
    expect(own.found).toEqual(['TOTAL-PASSED'])
    expect(own.report.content).toEqual(content)
    expect(own.report.signer?.signingTime).toBeInstanceOf(Date)

    const detached = await sealedByOpenssl(algorithm, '-cades', ...further)
    expect((await check(detached, { content })).found).toEqual(['TOTAL-PASSED'])
    const wrong = await check(detached, { content: content.with(3, 0) })
    expect(wrong.found).toEqual(['TOTAL-FAILED', 'message-digest: content-altered'])
  })

  it('without -cades: refused unless plain CMS is accepted knowingly', async () => {
    const plain = await sealedByOpenssl('ES256', '-nodetach')
    expect((await check(plain)).found).toEqual([
      'INDETERMINATE',
      'signing-certificate: signing-certificate-missing',
    ])
    expect((await check(plain, { requireSigningCertificate: false })).found).toEqual(['TOTAL-PASSED'])
  })

  it('a signer named by its key identifier', async () => {
    const cms = await sealedByOpenssl('ES256', '-cades', '-nodetach', '-keyid')
    expect((await check(cms)).found).toEqual(['TOTAL-PASSED'])
  })

  it('streamed BER with indefinite lengths and content in parts', async () => {
    const cms = await sealedByOpenssl('ES256', '-cades', '-nodetach', '-stream')
    expect(cms[1]).toBe(0x80)
    const { report, found } = await check(cms)
    expect(found).toEqual(['TOTAL-PASSED'])
    expect(report.content).toEqual(content)
    for (const length of [1, 2, 30, 100, cms.length - 1]) {
      expect((await check(cms.subarray(0, length))).found[0]).toBe('TOTAL-FAILED')
    }
  })

  it('two signers, each reported; one wrong spoils the whole', async () => {
    const other = await (await createCa({ name: 'unknown' })).issue({ subject: { CN: 'other' } })
    const both = async (identity: IssuedIdentity) => {
      const signer = await put('second.pem', pemOf(identity.certificate, 'CERTIFICATE'))
      const key = await put('second-key.pem', pemOf(await identity.key.exportPkcs8(), 'PRIVATE KEY'))
      return sealedByOpenssl('ES256', '-cades', '-nodetach', '-signer', signer, '-inkey', key)
    }
    const good = await check(await both(seal('RS256')))
    expect(good.found).toEqual(['TOTAL-PASSED'])
    expect(good.report.signers).toHaveLength(2)
    expect(good.report.signer).toBeUndefined()
    const bad = await check(await both(other))
    expect(bad.report.signers.map((one) => one.indication).sort()).toEqual(['INDETERMINATE', 'TOTAL-PASSED'])
    expect(bad.found).toEqual(['INDETERMINATE', 'certificate-path: no-path'])
  })

  it('SHA-1 is refused', async () => {
    const cms = await sealedByOpenssl('RS256', '-nodetach', '-md', 'sha1')
    const { found } = await check(cms, { requireSigningCertificate: false })
    expect(found[0]).toBe('INDETERMINATE')
    expect(found).toContain('algorithms: algorithm-weak')
  })

  it('without signed attributes: refused', async () => {
    const cms = await sealedByOpenssl('ES256', '-nodetach', '-noattr')
    const { found } = await check(cms, { requireSigningCertificate: false })
    expect(found).toContain('signed-attributes: signed-attributes-missing')
    expect(found[0]).toBe('INDETERMINATE')
  })

  it('without the signer’s certificate: not found, unless it is handed over', async () => {
    const cms = await sealedByOpenssl('ES256', '-cades', '-nodetach', '-nocerts')
    expect((await check(cms)).found).toContain('signer-certificate: signer-certificate-missing')
    const intermediates = [middle.certificate, seal('ES256').certificate]
    expect((await check(cms, { intermediates })).found).toEqual(['TOTAL-PASSED'])
  })
})

describeWith('openssl', 'certificates made by openssl', (openssl) => {
  it('a chain of RSA with SHA-512, P-384 with SHA-256 and P-521 is followed', async () => {
    const run = async (...args: string[]) => {
      const outcome = await openssl.run(args)
      expect(outcome.status, outcome.stderr).toBe(0)
    }
    const der = async (name: string) => {
      await run('x509', '-in', file(`${name}.pem`), '-outform', 'DER', '-out', file(`${name}.der`))
      return new Uint8Array(await readFile(file(`${name}.der`)))
    }
    const config = await put(
      'ext.cnf',
      '[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n[leaf]\nkeyUsage=digitalSignature\nsubjectAltName=critical,URI:urn:a\ncertificatePolicies=critical,1.2.3.4\n',
    )
    const ec = (curve: string) => ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`, '-nodes']
    const key = (name: string) => ['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)]
    await run(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-sha512',
      '-days',
      '30',
      '-subj',
      '/C=CN/CN=R',
      ...key('r'),
    )
    await run('req', ...ec('P-384'), '-subj', '/C=CN/CN=M', '-keyout', file('m.key'), '-out', file('m.csr'))
    await run(
      'x509',
      '-req',
      '-in',
      file('m.csr'),
      '-CA',
      file('r.pem'),
      '-CAkey',
      file('r.key'),
      '-CAcreateserial',
      '-sha512',
      '-days',
      '20',
      '-extfile',
      config,
      '-extensions',
      'ca',
      '-out',
      file('m.pem'),
    )
    await run('req', ...ec('P-521'), '-subj', '/C=CN/CN=L', '-keyout', file('l.key'), '-out', file('l.csr'))
    await run(
      'x509',
      '-req',
      '-in',
      file('l.csr'),
      '-CA',
      file('m.pem'),
      '-CAkey',
      file('m.key'),
      '-CAcreateserial',
      '-sha256',
      '-days',
      '10',
      '-extfile',
      config,
      '-extensions',
      'leaf',
      '-out',
      file('l.pem'),
    )
    const plain = await put('content', content)
    await run(
      'cms',
      '-sign',
      '-cades',
      '-nodetach',
      '-binary',
      '-md',
      'sha512',
      '-in',
      plain,
      '-signer',
      file('l.pem'),
      '-inkey',
      file('l.key'),
      '-certfile',
      file('m.pem'),
      '-outform',
      'DER',
      '-out',
      file('l.cms'),
    )
    const cms = new Uint8Array(await readFile(file('l.cms')))
    const { report, found } = await check(cms, { roots: [await der('r')], at: new Date(Date.now() + 1000) })
    expect(found).toEqual(['TOTAL-PASSED'])
    expect(report.signer?.path.map(({ subject }) => subject.text)).toEqual([
      'CN=L,C=CN',
      'CN=M,C=CN',
      'CN=R,C=CN',
    ])
  })
})

describe('pkijs', () => {
  it.each(['ES256', 'ES384', 'RS256', 'PS256'] as const)('takes what we seal with %s', async (algorithm) => {
    setEngine('interop', new CryptoEngine({ name: 'interop', crypto: globalThis.crypto }))
    const verify = async (cms: Uint8Array, data?: Uint8Array) => {
      const signed = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(cms)).content })
      return signed
        .verify({ signer: 0, ...(data && { data: Uint8Array.from(data).buffer }) })
        .catch(() => false)
    }
    expect(await verify(await signCms(content, seal(algorithm), { signingTime: at }))).toBe(true)
    const detached = await signCms(content, seal(algorithm), { detached: true })
    expect(await verify(detached, content)).toBe(true)
    expect(await verify(detached, content.with(0, 0))).toBe(false)
  })
})

describe('the browser build', () => {
  it('has nothing of Node in it, and answers the same by WebCrypto', async () => {
    const built = await bundleOf(
      "export { signCms, verifyCms } from '@licencevault/signing'",
      import.meta.dirname,
    )
    const code = built.outputFiles[0]?.text ?? ''
    expect(code).not.toMatch(/from\s*["']node:|\bBuffer\.|pkijs/)
    expect(Object.keys(built.metafile.inputs).filter((path) => path.includes('pkijs'))).toEqual([])
    const path = await put('browser.mjs', code)
    const browser: { signCms: typeof signCms; verifyCms: typeof verifyCms } = await import(
      /* @vite-ignore */ path
    )
    for (const algorithm of seals.keys()) {
      const cms = await browser.signCms(content, seal(algorithm), { detached: true })
      for (const own of [content, content.with(0, 0)]) {
        const options = { content: own, roots: [root.certificate], at }
        const report = await browser.verifyCms(cms, options)
        expect(report.checks).toEqual((await verifyCms(cms, options)).checks)
        expect(report.indication).toBe(own === content ? 'TOTAL-PASSED' : 'TOTAL-FAILED')
      }
    }
  })
})
