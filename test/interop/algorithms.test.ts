import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pemOf } from '@licencevault/kit/ca'
import { describeWith } from '@licencevault/kit/programs'
import { buildPath, readCertificate, readPdf, signaturesOf } from '@licencevault/signing'
import { verifyLicence } from '@licencevault/verify'
import { afterAll, expect, it } from 'vitest'
import { at, licence, seals, trust } from '../../packages/verify/testing/world.ts'

/** What other programs make with algorithms that are not supported here is open, never called wrong. */
const folder = mkdtempSync(join(tmpdir(), 'algorithms-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: Uint8Array | string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describeWith('openssl', 'algorithms that are not supported here', ({ path }) => {
  const openssl = (...words: string[]) => execFileSync(path, words, { cwd: folder, stdio: 'pipe' })

  it.each([
    ['sha256', 'valid', 'yes', undefined],
    ['sha224', 'undetermined', 'undetermined', 'algorithm-unknown'],
  ])('a licence sealed by openssl with %s', async (hash, verdict, genuine, reason) => {
    const report = await verifyLicence(await sealedWith(hash), trust, { at })
    expect({ ...report, reason: report.reason }).toMatchObject({ verdict, genuine, reason })
    expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  })

  it('a path of SM2 certificates', async () => {
    const sm3 = ['-sm3', '-sigopt', 'distid:1234567812345678']
    for (const name of ['root', 'leaf']) openssl('genpkey', '-algorithm', 'SM2', '-out', `${name}.key`)
    const usage = ['-addext', 'keyUsage=critical,keyCertSign', '-out', 'root.pem']
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      'root.key',
      ...sm3,
      '-subj',
      '/CN=SM2 root',
      '-days',
      '900',
      ...usage,
    )
    openssl('req', '-new', '-key', 'leaf.key', ...sm3, '-subj', '/CN=SM2 seal', '-out', 'leaf.csr')
    const issue = ['x509', '-req', '-in', 'leaf.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-days', '900']
    openssl(...issue, '-vfyopt', 'distid:1234567812345678', ...sm3, '-out', 'leaf.pem')
    const [root, leaf] = ['root', 'leaf'].map((name) => {
      openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`)
      return readCertificate(new Uint8Array(readFileSync(join(folder, `${name}.der`))))
    })
    if (!root || !leaf) throw new Error('no certificates')
    const { indication, checks } = await buildPath({ leaf, candidates: [], roots: [root], at: new Date() })
    expect(indication).toBe('INDETERMINATE')
    expect(checks[0]).toMatchObject({ outcome: 'undetermined', reason: 'algorithm-unsupported' })
    // A certificate that is itself trusted is judged by its own key.
    const own = await buildPath({ leaf: root, candidates: [], roots: [root], at: new Date() })
    expect(own.checks.map(({ reason }) => reason)).toContain('algorithm-unsupported')
    expect(own.checks.map(({ outcome }) => outcome)).not.toContain('failed')
  })

  /** A licence of the sample world, its seal made anew by openssl with another hash. */
  async function sealedWith(hash: string): Promise<Uint8Array> {
    const pdf = await licence()
    const [signature] = signaturesOf(readPdf(pdf))
    const { contents, byteRange: [, before = 0, after = 0] = [] } = signature ?? expect.fail()
    if (!contents) throw new Error('no contents')
    const { market } = seals
    const signer = put('seal.pem', pemOf(market.certificate, 'CERTIFICATE'))
    const key = put('seal.key', pemOf(await market.key.exportPkcs8(), 'PRIVATE KEY'))
    const covered = put('covered', Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]))
    const args = ['cms', '-sign', '-cades', '-binary', '-md', hash, '-nosmimecap', '-outform', 'DER']
    openssl(...args, '-signer', signer, '-inkey', key, '-in', covered, '-out', join(folder, 'seal.der'))
    const sealed = pdf.slice()
    const hex = readFileSync(join(folder, 'seal.der')).toString('hex')
    sealed.set(Buffer.from(hex.padEnd(contents.bytes.length * 2, '0')), contents.start + 1)
    return sealed
  }
})
