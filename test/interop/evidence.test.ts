import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pemOf } from '@licencevault/keys'
import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import { der } from '@licencevault/kit/der'
import { crlExtension, signCrl, signOcsp, signTimeStamp } from '@licencevault/kit/evidence'
import { describeWith, type Program } from '@licencevault/kit/programs'
import {
  buildPath,
  ocspRequest,
  type RevocationOptions,
  readCertificate,
  readTimeStampResponse,
  revocationRule,
  timeStampRequest,
  verifyTimeStamp,
} from '@licencevault/signing'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** Lists, OCSP and time-stamps: what OpenSSL makes we judge, and what we ask for and read it answers. */

const at = new Date()
const day = 86_400_000
let folder: string
let ca: TestCa
let leaf: IssuedIdentity
let revoked: IssuedIdentity
let responder: IssuedIdentity
let tsa: IssuedIdentity

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'))
  ca = await createCa({ name: { CN: 'Test root', C: 'CN' } })
  leaf = await ca.issue({ subject: { CN: 'Seal' } })
  revoked = await ca.issue({ subject: { CN: 'Revoked seal' } })
  responder = await ca.issue({
    subject: { CN: 'Responder' },
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.9'],
    extensions: [{ oid: '1.3.6.1.5.5.7.48.1.5', value: der.null() }],
  })
  tsa = await ca.issue({
    subject: { CN: 'Time-stamps' },
    extensions: [{ oid: '2.5.29.37', critical: true, value: der.sequence(der.oid('1.3.6.1.5.5.7.3.8')) }],
  })
  for (const [name, { certificate, key }] of Object.entries({ ca, leaf, revoked, responder, tsa })) {
    await put(`${name}.pem`, pemOf(certificate, 'CERTIFICATE'))
    await put(`${name}.key`, pemOf(await key.exportPkcs8(), 'PRIVATE KEY'))
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(join(folder, name), bytes)
  return name
}
const get = async (name: string) => new Uint8Array(await readFile(join(folder, name)))

async function run(openssl: Program, args: readonly string[], wanted = 0) {
  const outcome = await openssl.run(args, { cwd: folder })
  expect(outcome.status, outcome.stderr).toBe(wanted)
  return outcome
}

/** What the revocation rule says of a certificate: its reason, or `good`. */
async function ask({ certificate }: IssuedIdentity, options: RevocationOptions): Promise<string> {
  const { checks } = await buildPath({
    leaf: readCertificate(certificate),
    candidates: [],
    roots: [readCertificate(ca.certificate)],
    at: new Date(),
    rules: [revocationRule(options)],
  })
  return checks.find(({ outcome }) => outcome !== 'passed')?.reason ?? 'good'
}

const serialOf = ({ certificate }: IssuedIdentity) => readCertificate(certificate).serial
const upper = (one: IssuedIdentity) => readCertificate(one.certificate).serialHex.toUpperCase()
const utc = (date: Date) => `${date.toISOString().slice(2, 19).replace(/\D/g, '')}Z`

/** An index as `openssl ca` keeps it: one good, one revoked. */
async function index(): Promise<void> {
  const [until, since] = [utc(new Date(at.getTime() + 300 * day)), utc(new Date(at.getTime() - 1_000))]
  const rows = [
    ['V', until, '', upper(leaf), 'unknown', '/CN=Seal'],
    ['R', until, `${since},keyCompromise`, upper(revoked), 'unknown', '/CN=Revoked seal'],
  ]
  await put('index.txt', `${rows.map((row) => row.join('\t')).join('\n')}\n`)
}

describeWith('openssl', 'revocation lists', (openssl) => {
  it('of openssl ca are judged', async () => {
    await index()
    await put('crlnumber', '01\n')
    const config = [
      '[ca]',
      'default_ca=x',
      '[x]',
      'database=index.txt',
      'crlnumber=crlnumber',
      'default_md=sha256',
      'crl_extensions=y',
      '[y]',
      'authorityKeyIdentifier=keyid:always',
    ]
    await put('ca.cnf', `${config.join('\n')}\n`)
    const args = [
      'ca',
      '-gencrl',
      '-config',
      'ca.cnf',
      '-cert',
      'ca.pem',
      '-keyfile',
      'ca.key',
      '-crldays',
      '7',
    ]
    await run(openssl, [...args, '-out', 'crl.pem'])
    await run(openssl, ['crl', '-in', 'crl.pem', '-outform', 'DER', '-out', 'crl.der'])
    const crls = [await get('crl.der')]
    expect(await ask(leaf, { crls })).toBe('good')
    expect(await ask(revoked, { crls })).toBe('certificate-revoked')
  })

  it('of the kit are read by openssl as by us', async () => {
    const dates = { thisUpdate: new Date(at.getTime() - 1_000), nextUpdate: new Date(at.getTime() + day) }
    const crl = await signCrl(ca, {
      ...dates,
      revoked: [{ serial: serialOf(revoked), at: dates.thisUpdate, extensions: [crlExtension.reason(1)] }],
      extensions: [{ oid: '2.5.29.20', value: der.integer(1) }],
    })
    await put('ours.der', crl)
    await run(openssl, ['crl', '-inform', 'DER', '-in', 'ours.der', '-out', 'ours.pem'])
    for (const one of ['leaf', 'revoked'] as const) {
      const args = ['verify', '-crl_check', '-CAfile', 'ca.pem', '-CRLfile', 'ours.pem', `${one}.pem`]
      const outcome = await openssl.run(args, { cwd: folder })
      expect(outcome.status === 0).toBe(one === 'leaf')
      expect(await ask(one === 'leaf' ? leaf : revoked, { crls: [crl] })).toBe(
        one === 'leaf' ? 'good' : 'certificate-revoked',
      )
    }
  })
})

describeWith('openssl', 'OCSP', (openssl) => {
  it('our request is answered by openssl, and its answer judged', async () => {
    await index()
    for (const [holder, expected] of [
      [leaf, 'good'],
      [revoked, 'certificate-revoked'],
      [tsa, 'ocsp-unknown'],
    ] as const) {
      const nonce = crypto.getRandomValues(new Uint8Array(16))
      await put(
        'request.der',
        await ocspRequest(readCertificate(holder.certificate), readCertificate(ca.certificate), { nonce }),
      )
      const args = [
        'ocsp',
        '-index',
        'index.txt',
        '-CA',
        'ca.pem',
        '-rsigner',
        'responder.pem',
        '-rkey',
        'responder.key',
      ]
      await run(openssl, [...args, '-reqin', 'request.der', '-respout', 'response.der', '-ndays', '1'])
      const ocspResponses = [await get('response.der')]
      expect(await ask(holder, { ocspResponses, nonce })).toBe(expected)
      expect(await ask(holder, { ocspResponses, nonce: nonce.with(0, (nonce[0] ?? 0) ^ 1) })).toBe(
        'ocsp-nonce-wrong',
      )
    }
  })

  it("the kit's responses are accepted by openssl as by us", async () => {
    const dates = { thisUpdate: new Date(at.getTime() - 1_000), nextUpdate: new Date(at.getTime() + day) }
    const about = { certificate: leaf.certificate, issuer: ca.certificate, ...dates }
    for (const hash of ['SHA-1', 'SHA-256'] as const) {
      const response = await signOcsp(responder, { ...about, hash, send: [responder.certificate] })
      await put('response.der', response)
      const asked = ['-issuer', 'ca.pem', hash === 'SHA-1' ? '-sha1' : '-sha256', '-cert', 'leaf.pem']
      const { stdout, stderr } = await run(openssl, [
        'ocsp',
        '-respin',
        'response.der',
        '-CAfile',
        'ca.pem',
        ...asked,
      ])
      expect(`${stdout}${stderr}`).toMatch(/leaf.pem: good[\s\S]*Response verify OK/)
      expect(await ask(leaf, { ocspResponses: [response] })).toBe('good')
    }
  })
})

describeWith('openssl', 'time-stamps', (openssl) => {
  const content = new TextEncoder().encode('许可证')
  const digest = new Uint8Array(createHash('sha256').update(content).digest())
  const config = (ess: string) => `[tsa]
default_tsa = x
[x]
serial = tsaserial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384
accuracy = secs:1, millisecs:500, microsecs:100
ordering = yes
tsa_name = yes
ess_cert_id_alg = ${ess}
`

  it.each(['sha1', 'sha256'])(
    'our request is answered by openssl, bound by %s, and its token judged',
    async (ess) => {
      await put('tsa.cnf', config(ess))
      await put('tsaserial', '01\n')
      const nonce = Uint8Array.of(0x5a, ...crypto.getRandomValues(new Uint8Array(8)))
      await put('request.tsq', timeStampRequest({ hash: 'SHA-256', digest, nonce }))
      await run(openssl, [
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-queryfile',
        'request.tsq',
        '-out',
        'response.tsr',
      ])
      const response = readTimeStampResponse(await get('response.tsr'))
      expect(response.status).toBe('granted')
      const token = response.token ?? new Uint8Array()
      const options = { roots: [ca.certificate], at: new Date(), content, nonce, policies: ['1.2.3.4.1'] }
      const report = await verifyTimeStamp(token, options)
      expect(report.checks.flatMap(({ reason }) => reason ?? [])).toEqual([])
      expect(report.timeStamp).toMatchObject({
        accuracyUs: 1_500_100,
        ordering: true,
        authority: { kind: 'directory' },
      })
      const other = await verifyTimeStamp(token, { ...options, content: new Uint8Array(1) })
      expect(other.subIndication).toBe('HASH_FAILURE')
      const replayed = await verifyTimeStamp(token, { ...options, nonce: Uint8Array.of(1) })
      expect(replayed.subIndication).toBe('SIG_CONSTRAINTS_FAILURE')
    },
  )

  it('a refusal of openssl is read', async () => {
    await put('tsa.cnf', config('sha256'))
    const request = timeStampRequest({ hash: 'SHA-512', digest: new Uint8Array(64) })
    await put('request.tsq', request)
    await openssl.run(
      ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-out', 'refused.tsr'],
      { cwd: folder },
    )
    expect(readTimeStampResponse(await get('refused.tsr'))).toEqual({
      status: 'rejection',
      failures: ['badAlg'],
    })
  })

  it("the kit's token is accepted by openssl as by us", async () => {
    const time = `${at.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
    const token = await signTimeStamp(tsa, { imprint: digest, time })
    await put('token.der', token)
    await put('content', content)
    const { stdout } = await run(openssl, [
      'ts',
      '-verify',
      '-token_in',
      '-in',
      'token.der',
      '-data',
      'content',
      '-CAfile',
      'ca.pem',
    ])
    expect(stdout).toMatch(/Verification: OK/)
    const report = await verifyTimeStamp(token, { roots: [ca.certificate], at: new Date(), content })
    expect(report.indication).toBe('TOTAL-PASSED')
  })
})
