import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { defaultAlgorithmPolicy } from './algorithm-policy.ts'
import { readCertificate } from './certificate.ts'
import { limits } from './limits.ts'
import { buildPath, type PathAnswer, type PathRequest } from './path.ts'
import { passed } from './report.ts'

const at = new Date('2027-06-01T00:00:00Z')
const notBefore = new Date('2027-01-01T00:00:00Z')
const notAfter = new Date('2028-01-01T00:00:00Z')
const dates = { notBefore, notAfter }

let root: TestCa
let middle: TestCa
let leaf: IssuedIdentity

beforeAll(async () => {
  root = await createCa({ name: { CN: '根', C: 'CN' }, ...dates })
  middle = await root.subCa({ name: '中级', ...dates })
  leaf = await middle.issue({ subject: { CN: '印章' }, ...dates })
})

interface Case extends Partial<Omit<PathRequest, 'leaf' | 'candidates' | 'roots'>> {
  readonly leaf?: { readonly certificate: Uint8Array }
  readonly candidates?: readonly { readonly certificate: Uint8Array }[]
  readonly roots?: readonly { readonly certificate: Uint8Array }[]
}

const build = ({ leaf: own = leaf, candidates = [middle], roots = [root], ...rest }: Case = {}) =>
  buildPath({
    leaf: readCertificate(own.certificate),
    candidates: candidates.map((one) => readCertificate(one.certificate)),
    roots: roots.map((one) => readCertificate(one.certificate)),
    at,
    ...rest,
  })

const found = ({ indication, subIndication, checks }: PathAnswer) => [
  `${indication} ${subIndication ?? ''}`.trim(),
  ...checks.filter(({ outcome }) => outcome !== 'passed').map(({ reason }) => reason),
]
const names = ({ path }: PathAnswer) => path.map(({ subject }) => subject.get('2.5.4.3'))

describe('finding a path', () => {
  it('through any order and any company of candidates', async () => {
    const strangers = await Promise.all(['中级', '中级', 'x'].map((name) => createCa({ name, ...dates })))
    for (const candidates of [
      [middle],
      [root, middle, leaf],
      [...strangers, middle],
      [middle, ...strangers, middle],
    ]) {
      const answer = await build({ candidates })
      expect(found(answer)).toEqual(['TOTAL-PASSED'])
      expect(names(answer)).toEqual(['印章', '中级', '根'])
    }
  })

  it('none without the intermediate, or to another root', async () => {
    const missing = await build({ candidates: [] })
    expect(found(missing)).toEqual(['INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND', 'no-path'])
    expect(names(missing)).toEqual(['印章'])
    const stranger = await createCa({ name: '别的根', ...dates })
    expect(found(await build({ roots: [stranger] }))).toEqual([
      'INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND',
      'no-path',
    ])
  })

  it('none to a root of the same name and another key, and says so', async () => {
    const double = await createCa({ name: { CN: '根', C: 'CN' }, ...dates })
    expect(found(await build({ roots: [double] }))).toEqual([
      'INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND',
      'issuer-signature-wrong',
    ])
    expect(found(await build({ roots: [double, root] }))).toEqual(['TOTAL-PASSED'])
  })

  it('by names that RFC 5280 calls the same', async () => {
    const key = await root.key.exportPkcs8()
    const shouting = await createCa({ name: { CN: 'Some  Root', C: 'CN' }, key, ...dates })
    const quiet = await createCa({ name: { CN: 'some root', C: 'CN' }, key, ...dates })
    const below = await shouting.issue({ subject: { CN: 'x' }, ...dates })
    expect(found(await build({ leaf: below, roots: [quiet], candidates: [] }))).toEqual(['TOTAL-PASSED'])
    const other = await createCa({ name: { CN: 'someroot', C: 'CN' }, key, ...dates })
    expect(found(await build({ leaf: below, roots: [other], candidates: [] }))[1]).toBe('no-path')
  })

  it('a leaf that is itself trusted', async () => {
    const answer = await build({ roots: [leaf], candidates: [] })
    expect(found(answer)).toEqual(['TOTAL-PASSED'])
    expect(answer.path).toHaveLength(1)
    const late = await build({ roots: [leaf], candidates: [], at: new Date('2029-01-01T00:00:00Z') })
    expect(found(late)[1]).toBe('certificate-expired')
  })

  it('the good one of several, wherever it stands', async () => {
    const key = await middle.key.exportPkcs8()
    const ended = await root.subCa({
      name: '中级',
      key,
      notBefore,
      notAfter: new Date('2027-02-01T00:00:00Z'),
    })
    const noCa = await root.subCa({ name: '中级', key, ca: false, ...dates })
    for (const candidates of [
      [ended, noCa, middle],
      [middle, noCa, ended],
      [noCa, middle, ended],
    ]) {
      expect(found(await build({ candidates }))).toEqual(['TOTAL-PASSED'])
    }
    const best = await build({ candidates: [noCa, ended] })
    expect(found(best)).toEqual(
      ['INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE', 'certificate-expired'].with(
        0,
        'INDETERMINATE OUT_OF_BOUNDS_NO_POE',
      ),
    )
  })
})

describe('loops and floods', () => {
  it('authorities that certify each other end the search, with and without a root', async () => {
    const a = await createCa({ name: 'A', ...dates })
    const b = await createCa({ name: 'B', ...dates })
    const bByA = await a.subCa({ name: 'B', key: await b.key.exportPkcs8(), ...dates })
    const aByB = await b.subCa({ name: 'A', key: await a.key.exportPkcs8(), ...dates })
    const below = await a.issue({ subject: { CN: 'x' }, ...dates })
    const candidates = [a, b, bByA, aByB]
    expect(found(await build({ leaf: below, candidates }))).toEqual([
      'INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND',
      'no-path',
    ])
    expect(found(await build({ leaf: below, candidates, roots: [b] }))).toEqual(['TOTAL-PASSED'])
  })

  it('a mesh of authorities costs no more than the limits', async () => {
    const mesh = await Promise.all(Array.from({ length: 9 }, (_, i) => createCa({ name: `M${i}`, ...dates })))
    const cross: { certificate: Uint8Array }[] = []
    for (const issuer of mesh) {
      for (const [i, subject] of mesh.entries()) {
        if (issuer === subject) continue
        cross.push(await issuer.subCa({ name: `M${i}`, key: await subject.key.exportPkcs8(), ...dates }))
      }
    }
    const [first] = mesh
    if (!first) throw new Error('no mesh')
    const below = await first.issue({ subject: { CN: 'x' }, ...dates })
    const answer = await build({ leaf: below, candidates: cross })
    expect(found(answer)).toEqual(['INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND', 'path-work-exceeded'])
    const { steps, signatures } = answer.checks[0]?.evidence ?? {}
    expect(signatures).toBe(limits.pathSignatures)
    expect(Number(steps)).toBeLessThan(limits.pathSteps)
  })

  it('a crowd of the same name ends after the stated number of signatures, unless a root comes first', async () => {
    const crowd = await Promise.all(
      Array.from({ length: limits.pathSignatures + 1 }, () =>
        createCa({ name: '中级', ...dates, without: ['subjectKeyIdentifier'] }),
      ),
    )
    const answer = await build({ candidates: crowd })
    expect(found(answer)).toEqual(['INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND', 'path-work-exceeded'])
    expect(answer.checks[0]?.evidence.signatures).toBe(limits.pathSignatures)
    expect(found(await build({ candidates: crowd, roots: [middle] }))).toEqual(['TOTAL-PASSED'])
    // The real one is named by the key identifier, so the crowd does not hide it.
    expect(found(await build({ candidates: [...crowd, middle] }))).toEqual(['TOTAL-PASSED'])
  })

  it('so many candidates are looked at and no more', async () => {
    const stranger = readCertificate((await createCa({ name: '中级', ...dates })).certificate)
    const among = (count: number) =>
      buildPath({
        leaf: readCertificate(leaf.certificate),
        candidates: Array(count).fill(stranger),
        roots: [readCertificate(root.certificate)],
        at,
      })
    expect(found(await among(limits.pathSteps))[1]).toBe('no-path')
    const { checks } = await among(limits.pathSteps + 1)
    expect(checks[0]).toMatchObject({
      reason: 'path-work-exceeded',
      evidence: { steps: limits.pathSteps, signatures: 1 },
    })
  })

  it('ten thousand certificates, of which few lead anywhere', async () => {
    const stranger = await createCa({ name: '别处', ...dates })
    const one = (await stranger.issue({ subject: { CN: '某人 ?????' }, ...dates })).certificate
    const place = Buffer.from(one).lastIndexOf('?????')
    const crowd = Array.from({ length: 10_000 }, (_, i) => {
      const copy = Buffer.from(one)
      copy.write(String(i).padStart(5, '0'), place)
      return readCertificate(new Uint8Array(copy))
    })
    const start = process.cpuUsage()
    const answer = await buildPath({
      leaf: readCertificate(leaf.certificate),
      candidates: [...crowd, readCertificate(middle.certificate)],
      roots: [readCertificate(root.certificate)],
      at,
    })
    expect(found(answer)).toEqual(['TOTAL-PASSED'])
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000)
  })

  it('a path may have so many certificates and no more', async () => {
    let ca = root
    const chain: TestCa[] = []
    for (let i = 0; i < limits.pathLength - 2; i++) {
      ca = await ca.subCa({ name: `level ${i}`, ...dates })
      chain.push(ca)
    }
    const fits = await ca.issue({ subject: { CN: 'x' }, ...dates })
    expect(found(await build({ leaf: fits, candidates: chain }))).toEqual(['TOTAL-PASSED'])
    const over = await ca.subCa({ name: 'over', ...dates })
    const beyond = await over.issue({ subject: { CN: 'x' }, ...dates })
    expect(found(await build({ leaf: beyond, candidates: [...chain, over] }))[1]).toBe('no-path')
  })
})

describe('dates', () => {
  test.each([
    ['2027-01-01T00:00:00.000Z', 'TOTAL-PASSED'],
    ['2026-12-31T23:59:59.999Z', 'certificate-not-yet-valid'],
    ['2028-01-01T00:00:00.999Z', 'TOTAL-PASSED'],
    ['2028-01-01T00:00:01.000Z', 'certificate-expired'],
  ])('at %s: %s', async (moment, expected) => {
    const answer = await build({ at: new Date(moment) })
    expect(found(answer).at(-1)).toBe(expected)
    if (expected !== 'TOTAL-PASSED') expect(answer.subIndication).toBe('OUT_OF_BOUNDS_NO_POE')
  })

  it('of issuer and root count too, and the finding names whose', async () => {
    const ended = { notBefore, notAfter: new Date('2027-02-01T00:00:00Z') }
    const old = await createCa({ name: '旧根', ...ended })
    const below = await old.issue({ subject: { CN: 'x' }, ...dates })
    const answer = await build({ leaf: below, roots: [old], candidates: [] })
    expect(found(answer)).toEqual(['INDETERMINATE OUT_OF_BOUNDS_NO_POE', 'certificate-expired'])
    expect(answer.checks.find(({ reason }) => reason)?.sentence.zh).toContain('旧根')
  })
})

describe('what an issuer may do', () => {
  test.each([
    ['no CA flag', { ca: false }, 'ca-flag-missing'],
    ['no basic constraints', { without: ['basicConstraints'] as const }, 'ca-flag-missing'],
    ['no keyCertSign', { keyUsage: ['digitalSignature'] as const }, 'issuer-key-usage-wrong'],
    ['no key usage at all', { without: ['keyUsage'] as const }, undefined],
  ])('%s', async (_, options, reason) => {
    const wrong = await root.subCa({ name: 'wrong', ...dates, ...options })
    const below = await wrong.issue({ subject: { CN: 'x' }, ...dates })
    const expected = reason ? ['INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE', reason] : ['TOTAL-PASSED']
    expect(found(await build({ leaf: below, candidates: [wrong] }))).toEqual(expected)
  })

  it('an ordinary certificate issues nothing', async () => {
    const forged = await createCa({ name: '印章', key: await leaf.key.exportPkcs8(), ...dates })
    const below = await forged.issue({ subject: { CN: '另一局' }, ...dates })
    expect(found(await build({ leaf: below, candidates: [leaf, middle] }))).toEqual([
      'INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE',
      'ca-flag-missing',
    ])
  })

  it('the path length, in which a renewed key of the same name does not count', async () => {
    const top = await createCa({ name: 'top', pathLength: 0, ...dates })
    const direct = await top.issue({ subject: { CN: 'x' }, ...dates })
    expect(found(await build({ leaf: direct, roots: [top], candidates: [] }))).toEqual(['TOTAL-PASSED'])
    const renewed = await top.subCa({ name: 'top', ...dates })
    const byRenewed = await renewed.issue({ subject: { CN: 'x' }, ...dates })
    expect(found(await build({ leaf: byRenewed, roots: [top], candidates: [renewed] }))).toEqual([
      'TOTAL-PASSED',
    ])
    const deeper = await top.subCa({ name: 'deeper', ...dates })
    const tooDeep = await deeper.issue({ subject: { CN: 'x' }, ...dates })
    expect(found(await build({ leaf: tooDeep, roots: [top], candidates: [deeper] }))).toEqual([
      'INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE',
      'path-too-long',
    ])
  })
})

describe('conditions and algorithms', () => {
  const value = Uint8Array.of(0x30, 0)
  const unknown = ['INDETERMINATE CHAIN_CONSTRAINTS_FAILURE', 'critical-extension-unknown']
  const malformed = ['INDETERMINATE CERTIFICATE_CHAIN_GENERAL_FAILURE', 'certificate-extension-wrong']
  test.each([
    ['an unknown critical one', { oid: '1.2.3.4', critical: true, value }, unknown],
    ['an unknown one', { oid: '1.2.3.4', value }, ['TOTAL-PASSED']],
    ['name constraints that constrain nothing', { oid: '2.5.29.30', critical: true, value }, malformed],
    ['the same, not critical', { oid: '2.5.29.30', value }, malformed],
    ['policy constraints that constrain nothing', { oid: '2.5.29.36', critical: true, value }, malformed],
    ['no policies', { oid: '2.5.29.32', critical: true, value }, malformed],
  ])('%s on an issuer', async (_, extension, expected) => {
    const ca = await root.subCa({ name: 'conditions', ...dates, extensions: [extension] })
    const below = await ca.issue({ subject: { CN: 'x' }, ...dates })
    expect(found(await build({ leaf: below, candidates: [ca] }))).toEqual(expected)
  })

  it('a further rule processes what is unknown otherwise', async () => {
    const extension = { oid: '1.2.3.4', critical: true, value }
    const ca = await root.subCa({ name: 'conditions', ...dates, extensions: [extension] })
    const below = await ca.issue({ subject: { CN: 'x' }, ...dates })
    const rule = {
      name: 'further',
      processes: [extension.oid],
      judge: () => passed('further', { en: 'Read.', zh: '已处理。' }),
    }
    const read = await build({ leaf: below, candidates: [ca], rules: [rule] })
    expect(found(read)).toEqual(['TOTAL-PASSED'])
    expect(read.checks.map(({ name }) => name)).toContain('further')
  })

  it('an unknown critical one on the leaf', async () => {
    const below = await middle.issue({
      subject: { CN: 'x' },
      ...dates,
      extensions: [{ oid: '1.2.3.4', critical: true, value }],
    })
    expect(found(await build({ leaf: below }))[1]).toBe('critical-extension-unknown')
  })

  it('a policy decides about keys and hashes, and until when', async () => {
    const rsa = await middle.issue({ subject: { CN: 'RSA' }, algorithm: 'RS256', ...dates })
    expect(found(await build({ leaf: rsa }))).toEqual(['TOTAL-PASSED'])
    const rules = defaultAlgorithmPolicy.rules.filter(({ name }) => name !== 'RSA')
    const stricter = { name: 'strict', rules: [...rules, { name: 'RSA', minimumBits: 4096 }] }
    const refused = ['INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'algorithm-weak']
    expect(found(await build({ leaf: rsa, policy: stricter }))).toEqual(refused)
    const ending = {
      name: 'ending',
      rules: [...rules, { name: 'RSA', minimumBits: 2048, until: '2027-06-01' }],
    }
    expect(found(await build({ leaf: rsa, policy: ending }))).toEqual(refused)
    expect(found(await build({ leaf: rsa, policy: ending, at: new Date('2027-05-31T23:59:59Z') }))).toEqual([
      'TOTAL-PASSED',
    ])
    expect(found(await build({ policy: { name: 'none', rules: [] } }))[1]).toBe('algorithm-weak')
  })

  it('roots and issuers of every algorithm', async () => {
    for (const algorithm of ['ES384', 'RS256', 'PS256', 'Ed25519'] as const) {
      const ca = await createCa({ name: algorithm, algorithm, ...dates })
      const below = await ca.issue({ subject: { CN: 'x' }, ...dates })
      expect(found(await build({ leaf: below, roots: [ca], candidates: [] })), algorithm).toEqual([
        'TOTAL-PASSED',
      ])
    }
  })
})

describe('wrong calls', () => {
  it('without roots or without a time', async () => {
    await expect(build({ roots: [] })).rejects.toMatchObject({ code: 'roots-missing' })
    await expect(build({ at: new Date('x') })).rejects.toMatchObject({ code: 'time-missing' })
  })
})
