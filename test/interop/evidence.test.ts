import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCa, type IssuedIdentity, pemOf, type TestCa } from '@licencevault/kit/ca'
import { der } from '@licencevault/kit/der'
import { signCrl, signTimeStamp } from '@licencevault/kit/evidence'
import { describeWith, type Program } from '@licencevault/kit/programs'
import {
  buildPath,
  ocspRequest,
  type RevocationOptions,
  readCertificate,
  readCrl,
  readOcspResponse,
  readTimeStampResponse,
  revocationRule,
  timeStampRequest,
  verifyTimeStamp,
} from '@licencevault/signing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const content = new TextEncoder().encode('食品经营许可证 JY1330000000001')
const day = 86_400_000
/** Whole seconds, as the evidence has them. */
const now = new Date(Math.floor(Date.now() / 1_000) * 1_000)
/** Some time after whatever a program stamps while this runs. */
const soon = new Date(now.getTime() + 600_000)

let folder: string
let root: TestCa
let leaf: IssuedIdentity
let tsa: IssuedIdentity

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'))
  root = await createCa({ name: { CN: 'Test Root', C: 'CN' } })
  leaf = await root.issue({ subject: { CN: 'Leaf' } })
  const stamping = { oid: '2.5.29.37', critical: true, value: der.sequence(der.oid('1.3.6.1.5.5.7.3.8')) }
  tsa = await root.issue({ subject: { CN: 'TSA' }, extensions: [stamping] })
  await writeKey('root', root)
  await writeKey('tsa', tsa)
  await put('leaf.pem', pemOf(leaf.certificate, 'CERTIFICATE'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = (name: string) => join(folder, name)
async function put(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(file(name), bytes)
  return file(name)
}
const take = async (name: string) => new Uint8Array(await readFile(file(name)))

async function writeKey(name: string, identity: IssuedIdentity) {
  await put(`${name}.pem`, pemOf(identity.certificate, 'CERTIFICATE'))
  await put(`${name}.key`, pemOf(await identity.key.exportPkcs8(), 'PRIVATE KEY'))
}

const ran = async (openssl: Program, ...args: string[]) => {
  const outcome = await openssl.run(args, { cwd: folder })
  expect([outcome.status, outcome.status === 0 ? '' : outcome.stderr]).toEqual([0, ''])
  return outcome.stdout + outcome.stderr
}

/** What the rule finds with that evidence, or `good`. */
async function revocation(evidence: RevocationOptions): Promise<string> {
  const { checks } = await buildPath({
    leaf: readCertificate(leaf.certificate),
    candidates: [],
    roots: [readCertificate(root.certificate)],
    at: soon,
    rules: [revocationRule({ now: soon, ...evidence })],
  })
  return checks.find(({ name }) => name === 'revocation')?.reason ?? 'good'
}

/** A line of the database that `openssl ca` and `openssl ocsp` look up. */
function index(state: 'V' | 'R', reason = ''): string {
  const utc = (date: Date) => `${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`
  const revoked = state === 'R' ? `${utc(new Date(now.getTime() - 3_600_000))}${reason && `,${reason}`}` : ''
  const { serialHex } = readCertificate(leaf.certificate)
  return `${state}\t${utc(new Date(now.getTime() + 300 * day))}\t${revoked}\t${serialHex.toUpperCase()}\tunknown\t/CN=Leaf\n`
}

const states = [
  ['V', '', 'good'],
  ['R', '', 'certificate-revoked'],
  ['R', 'keyCompromise', 'certificate-revoked'],
  ['R', 'certificateHold', 'certificate-on-hold'],
] as const

describeWith('openssl', 'revocation lists and openssl', (openssl) => {
  it.each(states)('theirs (%s %s) says %s', async (state, reason, expected) => {
    await put('index.txt', index(state, reason))
    await put('crlnumber', '01\n')
    await put(
      'ca.cnf',
      '[ca]\ndefault_ca=one\n[one]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\ndefault_crl_days=7\ncrl_extensions=crl\n[crl]\nauthorityKeyIdentifier=keyid\n',
    )
    const signer = ['-cert', 'root.pem', '-keyfile', 'root.key']
    await ran(openssl, 'ca', '-config', 'ca.cnf', '-gencrl', ...signer, '-out', 'list.pem')
    await ran(openssl, 'crl', '-in', 'list.pem', '-outform', 'DER', '-out', 'list.der')
    const list = await take('list.der')
    expect(readCrl(list).entries.count).toBe(state === 'R' ? 1 : 0)
    expect(await revocation({ crls: [list] })).toBe(expected)
  })

  it('those of the kit are what openssl takes them for', async () => {
    const { serial } = readCertificate(leaf.certificate)
    const dates = { thisUpdate: new Date(now.getTime() - day), nextUpdate: new Date(now.getTime() + day) }
    for (const revoked of [[], [{ serial, at: dates.thisUpdate }]]) {
      const list = await signCrl(root, { ...dates, revoked })
      await ran(openssl, 'crl', '-inform', 'DER', '-in', await put('kit.der', list), '-out', 'kit.pem')
      const args = ['verify', '-CAfile', 'root.pem', '-CRLfile', 'kit.pem', '-crl_check', 'leaf.pem']
      const { status, stderr } = await openssl.run(args, { cwd: folder })
      const ours = await revocation({ crls: [list] })
      expect([status === 0, stderr.includes('certificate revoked')]).toEqual([
        ours === 'good',
        ours !== 'good',
      ])
    }
  })
})

describeWith('openssl', 'OCSP and openssl', (openssl) => {
  const nonce = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
  const answered = async (state: 'V' | 'R', reason: string, request: Uint8Array) => {
    await put('index.txt', index(state, reason))
    const signer = ['-rsigner', 'root.pem', '-rkey', 'root.key', '-CA', 'root.pem']
    const files = ['-reqin', await put('request.der', request), '-respout', 'response.der']
    await ran(openssl, 'ocsp', '-index', 'index.txt', ...signer, ...files, '-ndays', '1')
    return take('response.der')
  }
  const request = () =>
    ocspRequest(readCertificate(leaf.certificate), readCertificate(root.certificate), { nonce })

  it.each(states)(
    'our request is answered (%s %s), and the answer says %s',
    async (state, reason, expected) => {
      const response = await answered(state, reason, await request())
      expect(readOcspResponse(response).status).toBe('successful')
      expect(await revocation({ ocspResponses: [response], nonce })).toBe(expected)
      expect(await revocation({ ocspResponses: [response], nonce: nonce.with(0, 9) })).not.toBe('good')
    },
  )

  it('our request says there what it says here', async () => {
    const shown = await ran(openssl, 'ocsp', '-reqin', await put('request.der', await request()), '-req_text')
    expect(shown).toContain(readCertificate(leaf.certificate).serialHex.toUpperCase())
    expect(shown).toContain('OCSP Nonce')
  })
})

describeWith('openssl', 'time-stamps and openssl', (openssl) => {
  const digest = new Uint8Array(createHash('sha256').update(content).digest())
  const nonce = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)
  const policy = '1.2.3.4.99'
  const settings = `oid_section=oids\n[oids]\n[tsa]\ndefault_tsa=one\n[one]\nserial=serial\ncrypto_device=builtin\nsigner_digest=sha256\ndefault_policy=${policy}\ndigests=sha256,sha512\naccuracy=secs:1\nordering=yes\ness_cert_id_alg=sha256\n`

  const replied = async (request: Uint8Array) => {
    await put('tsa.cnf', settings)
    await put('serial', '01\n')
    const signer = ['-signer', 'tsa.pem', '-inkey', 'tsa.key', '-chain', 'root.pem']
    const files = ['-queryfile', await put('query.der', request), '-out', 'reply.der']
    await ran(openssl, 'ts', '-reply', '-config', 'tsa.cnf', '-section', 'one', ...signer, ...files)
    return take('reply.der')
  }

  it('our request is answered, and the token is right here as there', async () => {
    const reply = await replied(timeStampRequest({ hash: 'SHA-256', digest, nonce, policy }))
    const { status, token = new Uint8Array() } = readTimeStampResponse(reply)
    expect(status).toBe('granted')
    const options = { content, nonce, policies: [policy], roots: [root.certificate], at: soon }
    const report = await verifyTimeStamp(token, options)
    expect(report.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(report.indication).toBe('TOTAL-PASSED')
    const data = ['-data', await put('content', content)]
    expect(await ran(openssl, 'ts', '-verify', '-in', 'reply.der', ...data, '-CAfile', 'root.pem')).toContain(
      'OK',
    )
    const wrong = await verifyTimeStamp(token, { ...options, content: content.with(0, 0) })
    expect(wrong.indication).toBe('TOTAL-FAILED')
  })

  it('our request says there what it says here', async () => {
    const request = await put('query.der', timeStampRequest({ hash: 'SHA-256', digest, nonce, policy }))
    const shown = await ran(openssl, 'ts', '-query', '-in', request, '-text')
    expect(shown).toContain(`Policy OID: ${policy}`)
    expect(shown).toContain('Nonce: 0x0102030405060708')
    expect(shown).toContain('Certificate required: yes')
  })

  it('their own request is answered with a token that is right here', async () => {
    const made = [
      '-data',
      await put('content', content),
      '-sha512',
      '-cert',
      '-no_nonce',
      '-out',
      'theirs.tsq',
    ]
    await ran(openssl, 'ts', '-query', ...made)
    const { token = new Uint8Array() } = readTimeStampResponse(await replied(await take('theirs.tsq')))
    const report = await verifyTimeStamp(token, { content, roots: [root.certificate], at: soon })
    expect(report.indication).toBe('TOTAL-PASSED')
  })

  it('a token of the kit is right there as here', async () => {
    const time = `${now.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
    const token = await signTimeStamp(tsa, { imprint: digest, time })
    expect((await verifyTimeStamp(token, { content, roots: [root.certificate], at: soon })).indication).toBe(
      'TOTAL-PASSED',
    )
    const files = ['-in', await put('kit.tst', token), '-token_in', '-data', await put('content', content)]
    const trust = ['-CAfile', 'root.pem', '-untrusted', 'tsa.pem']
    expect(await ran(openssl, 'ts', '-verify', ...files, ...trust)).toContain('OK')
  })
})

describe('evidence', () => {
  it('without any is unknown', async () => {
    expect(await revocation({})).toBe('revocation-unknown')
  })
})
