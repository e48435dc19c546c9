import { createCa, type Extension, type TestCa } from '@licencevault/kit/ca'
import { type Der, der } from '@licencevault/kit/der'
import { describe, expect, it, test } from 'vitest'
import { readCertificate } from '../certificate.ts'
import { limits } from '../limits.ts'
import { buildPath, type PathRequest } from '../path.ts'

const at = new Date('2027-06-01T00:00:00Z')
const dates = { notBefore: new Date('2027-01-01T00:00:00Z'), notAfter: new Date('2028-01-01T00:00:00Z') }
const text = (value: string) => new TextEncoder().encode(value)

/** General names, as short to write as they are to read. */
const name = {
  email: (value: string) => der.implicit(1, text(value)),
  dns: (value: string) => der.implicit(2, text(value)),
  uri: (value: string) => der.implicit(6, text(value)),
  ip: (...bytes: number[]) => der.implicit(7, Uint8Array.from(bytes)),
  registered: (oid: string) => der.implicit(8, der.oid(oid).subarray(2)),
  other: (oid: string) => der.explicit(0, der.oid(oid), der.explicit(0, der.utf8('x'))),
  directory: (...cns: string[]) =>
    der.explicit(
      4,
      der.sequence(...cns.map((cn) => der.set(der.sequence(der.oid('2.5.4.10'), der.utf8(cn))))),
    ),
}

const constraints = (permitted: readonly Der[], excluded: readonly Der[] = []): Extension => ({
  oid: '2.5.29.30',
  critical: true,
  value: der.sequence(
    ...(permitted.length > 0 ? [der.explicit(0, ...permitted.map((one) => der.sequence(one)))] : []),
    ...(excluded.length > 0 ? [der.explicit(1, ...excluded.map((one) => der.sequence(one)))] : []),
  ),
})
const alternative = (...names: readonly Der[]): Extension => ({
  oid: '2.5.29.17',
  value: der.sequence(...names),
})

async function judge(
  authorities: readonly (readonly Extension[])[],
  leaf: { readonly O?: string; readonly extensions?: readonly Extension[] },
  options: Partial<PathRequest> = {},
): Promise<readonly string[]> {
  const [first = [], ...below] = authorities
  const root = await createCa({ name: { CN: 'root', O: 'o' }, ...dates, extensions: first })
  const chain: TestCa[] = []
  for (const [i, extensions] of below.entries()) {
    const parent: TestCa = chain.at(-1) ?? root
    chain.push(await parent.subCa({ name: { CN: `ca ${i}`, O: 'o' }, ...dates, extensions }))
  }
  const issuer = chain.at(-1) ?? root
  const { O = 'o', extensions = [] } = leaf
  const holder = await issuer.issue({ subject: { CN: 'x', O }, ...dates, extensions })
  const { checks } = await buildPath({
    leaf: readCertificate(holder.certificate),
    candidates: chain.map((ca) => readCertificate(ca.certificate)),
    roots: [readCertificate(root.certificate)],
    at,
    ...options,
  })
  return checks.flatMap(({ reason }) => reason ?? [])
}

describe('names', () => {
  const ok: readonly string[] = []
  const outside = ['name-not-permitted']
  const excluded = ['name-excluded']
  const unsupported = ['name-constraint-unsupported']
  const malformed = ['certificate-extension-wrong']
  test.each<[string, readonly Der[], readonly Der[], readonly Der[], readonly string[]]>([
    ['a host below', [name.dns('example.cn')], [], [name.dns('a.b.Example.CN')], ok],
    ['the host itself', [name.dns('example.cn')], [], [name.dns('example.cn')], ok],
    ['a host that only ends alike', [name.dns('example.cn')], [], [name.dns('badexample.cn')], outside],
    ['one of two outside', [name.dns('example.cn')], [], [name.dns('example.cn'), name.dns('x.cn')], outside],
    ['one of two permitted', [name.dns('x.cn'), name.dns('example.cn')], [], [name.dns('example.cn')], ok],
    ['another form is not meant', [name.dns('example.cn')], [], [name.email('a@x.cn')], ok],
    [
      'excluded below what is permitted',
      [name.dns('cn')],
      [name.dns('a.cn')],
      [name.dns('b.a.cn')],
      excluded,
    ],
    ['a wildcard that stands for what is excluded', [], [name.dns('a.x.cn')], [name.dns('*.x.cn')], excluded],
    ['no host at all', [name.dns('example.cn')], [], [name.dns('a b')], malformed],
    ['a mailbox', [name.email('a@x.cn')], [], [name.email('a@X.cn')], ok],
    ['a mailbox of another person', [name.email('a@x.cn')], [], [name.email('A@x.cn')], outside],
    ['a mailbox on the host', [name.email('x.cn')], [], [name.email('any@x.cn')], ok],
    ['a mailbox below the host', [name.email('x.cn')], [], [name.email('any@a.x.cn')], outside],
    ['a mailbox below the domain', [name.email('.x.cn')], [], [name.email('any@a.x.cn')], ok],
    ['a mailbox on the domain itself', [name.email('.x.cn')], [], [name.email('any@x.cn')], outside],
    ['no mailbox', [name.email('x.cn')], [], [name.email('x.cn')], unsupported],
    ['a URI on the host', [name.uri('x.cn')], [], [name.uri('https://u:p@X.cn:8443/a?b')], ok],
    ['a URI below the host', [name.uri('x.cn')], [], [name.uri('https://a.x.cn/')], outside],
    ['a URI below the domain', [name.uri('.x.cn')], [], [name.uri('ldap://a.x.cn')], ok],
    ['a URI of an address', [name.uri('x.cn')], [], [name.uri('https://10.0.0.1/')], unsupported],
    ['a URI without a host', [], [name.uri('x.cn')], [name.uri('urn:x.cn')], unsupported],
    ['an address within', [name.ip(10, 0, 0, 0, 255, 0, 0, 0)], [], [name.ip(10, 9, 8, 7)], ok],
    ['an address outside', [name.ip(10, 0, 0, 0, 255, 0, 0, 0)], [], [name.ip(11, 9, 8, 7)], outside],
    ['an address of six', [name.ip(10, 0, 0, 0, 255, 0, 0, 0)], [], [name.ip(...Array(16).fill(0))], outside],
    ['an address of three bytes', [], [], [name.ip(1, 2, 3)], malformed],
    ['a registered identifier', [], [name.registered('1.2.3')], [name.registered('1.2.3.4')], unsupported],
    ['another kind of name', [name.other('1.2.3')], [], [name.other('1.2.3')], unsupported],
    ['another kind of another kind', [name.other('1.2.3')], [], [name.other('1.2.4')], ok],
    ['a directory name', [name.directory('o')], [], [name.directory('O', 'unit')], ok],
    ['a directory name outside', [name.directory('o')], [], [name.directory('p')], outside],
  ])('%s', async (_, permitted, without, names, expected) => {
    const ca = permitted.length + without.length > 0 ? [constraints(permitted, without)] : []
    expect(await judge([[], ca], { extensions: [alternative(...names)] })).toEqual(expected)
  })

  it('the subject is a name too, and its e-mail address', async () => {
    expect(await judge([[], [constraints([name.directory('o')])]], { O: 'O ' })).toEqual(ok)
    expect(await judge([[], [constraints([name.directory('o')])]], { O: 'p' })).toEqual(outside)
    expect(await judge([[], [constraints([], [name.directory('p')])]], { O: 'p' })).toEqual(excluded)
  })

  it("the root's own bind, permitted ones intersect, excluded ones unite", async () => {
    const leaf = { extensions: [alternative(name.dns('a.x.cn'))] }
    expect(await judge([[constraints([name.dns('y.cn')])]], leaf)).toEqual(outside)
    expect(await judge([[constraints([name.dns('x.cn')])], [constraints([name.dns('y.cn')])]], leaf)).toEqual(
      outside,
    )
    expect(
      await judge([[constraints([], [name.dns('x.cn')])], [constraints([], [name.dns('y.cn')])]], leaf),
    ).toEqual(excluded)
    expect(
      await judge([[constraints([name.dns('x.cn')])], [constraints([name.dns('a.x.cn')])]], leaf),
    ).toEqual(ok)
  })

  it('a constraint with a minimum, a wrong mask or a wrong length is malformed', async () => {
    const minimum = der.sequence(
      der.explicit(0, der.sequence(name.dns('x.cn'), der.implicit(0, Uint8Array.of(1)))),
    )
    for (const extension of [
      { oid: '2.5.29.30', critical: true, value: minimum },
      constraints([name.ip(10, 0, 0, 0, 255, 0, 255, 0)]),
      constraints([name.ip(10, 0, 0, 0)]),
    ]) {
      expect(await judge([[], [extension]], {})).toEqual(malformed)
    }
  })

  it('so many comparisons are made and no more', async () => {
    const hosts = (count: number, tail: string) =>
      Array.from({ length: count }, (_, i) => name.dns(`h${i}${tail}`))
    const crowd = [constraints([], hosts(1_000, '.cn'))]
    const few = Math.floor(limits.nameComparisons / 1_000)
    expect(await judge([[], crowd], { extensions: [alternative(...hosts(few, '.x'))] })).toEqual(ok)
    expect(await judge([[], crowd], { extensions: [alternative(...hosts(few + 1, '.x'))] })).toEqual([
      'names-work-exceeded',
    ])
  })
})

describe('policies', () => {
  const policies = (...oids: string[]): Extension => ({
    oid: '2.5.29.32',
    value: der.sequence(...oids.map((oid) => der.sequence(der.oid(oid)))),
  })
  const mappings = (...pairs: [string, string][]): Extension => ({
    oid: '2.5.29.33',
    critical: true,
    value: der.sequence(...pairs.map(([from, to]) => der.sequence(der.oid(from), der.oid(to)))),
  })
  const explicit: Extension = {
    oid: '2.5.29.36',
    critical: true,
    value: der.sequence(der.implicit(0, Uint8Array.of(0))),
  }
  const any = '2.5.29.32.0'
  const [gold, silver] = ['1.2.3.1', '1.2.3.2']
  const wanted = { accepted: [gold], requireExplicit: true }
  const missing = ['policy-missing']

  test.each<[string, readonly (readonly Extension[])[], readonly Extension[], object, readonly string[]]>([
    ['none is asked for and none is there', [[], []], [], {}, []],
    ['none is there and one is required', [[], []], [], { requireExplicit: true }, missing],
    ['the same one all along', [[], [policies(gold)]], [policies(gold)], wanted, []],
    ['another one', [[], [policies(silver)]], [policies(silver)], wanted, missing],
    ['any above', [[], [policies(any)]], [policies(gold)], wanted, []],
    [
      'any above, forbidden',
      [[], [policies(any)]],
      [policies(gold)],
      { ...wanted, inhibitAny: true },
      missing,
    ],
    ['mapped', [[], [policies(gold), mappings([gold, silver])]], [policies(silver)], wanted, []],
    [
      'mapped, forbidden',
      [[], [policies(gold), mappings([gold, silver])]],
      [policies(silver)],
      { ...wanted, inhibitMapping: true },
      missing,
    ],
    ['any mapped', [[], [policies(any), mappings([any, silver])]], [], {}, ['policy-mapping-wrong']],
    ['an issuer requires one', [[], [explicit]], [], {}, missing],
    ['the root requires one', [[explicit], [policies(gold)]], [policies(gold)], {}, []],
    ['the root requires one that is not there', [[explicit], []], [], {}, missing],
    ['the root is for another', [[policies(silver)], [policies(gold)]], [policies(gold)], wanted, missing],
    ['one twice', [[], [policies(gold, gold)]], [policies(gold)], {}, ['certificate-extension-wrong']],
  ])('%s', async (_, authorities, leaf, certificatePolicies, expected) => {
    expect(await judge(authorities, { extensions: leaf }, { certificatePolicies })).toEqual(expected)
  })

  it('mapped crosswise at every level, they grow by no more than their number', async () => {
    const oids = Array.from({ length: 40 }, (_, i) => `1.2.3.${i + 1}`)
    const cross = oids.flatMap((from) => oids.slice(0, 6).map((to): [string, string] => [from, to]))
    const level = [policies(...oids), mappings(...cross)]
    const start = process.cpuUsage()
    const found = await judge(
      [[], level, level, level, level, level, level],
      { extensions: [policies(...oids)] },
      {
        certificatePolicies: { accepted: ['1.2.3.1'], requireExplicit: true },
      },
    )
    expect(found).toEqual([])
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000)
  })
})

describe('limits', () => {
  it('so many names, subtrees and policies stand in one extension and no more', async () => {
    const hosts = (count: number) => Array.from({ length: count }, (_, i) => name.dns(`h${i}.cn`))
    const over = ['certificate-extension-wrong']
    const most = limits.generalNames
    expect(await judge([[]], { extensions: [alternative(...hosts(most))] })).toEqual([])
    expect(await judge([[]], { extensions: [alternative(...hosts(most + 1))] })).toEqual(over)
    expect(await judge([[], [constraints([], hosts(most))]], {})).toEqual([])
    expect(await judge([[], [constraints([], hosts(most + 1))]], {})).toEqual(over)
    const policies = (count: number): Extension => ({
      oid: '2.5.29.32',
      value: der.sequence(
        ...Array.from({ length: count }, (_, i) => der.sequence(der.oid(`1.2.3.${i + 1}`))),
      ),
    })
    expect(await judge([[]], { extensions: [policies(limits.policies)] })).toEqual([])
    expect(await judge([[]], { extensions: [policies(limits.policies + 1)] })).toEqual(over)
  })
})

describe('purposes', () => {
  const [stamping, signing] = ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4']
  const usage = (...oids: string[]): Extension => ({
    oid: '2.5.29.37',
    value: der.sequence(...oids.map(der.oid)),
  })
  it.each<[string, readonly Extension[], readonly Extension[], readonly string[]]>([
    ['none said', [], [], []],
    ['the one wanted', [], [usage(stamping)], []],
    ['another', [], [usage(signing)], ['purpose-wrong']],
    ['any', [], [usage('2.5.29.37.0')], []],
    ['the issuer may not', [usage(signing)], [usage(stamping)], ['purpose-wrong']],
  ])('%s', async (_, ca, leaf, expected) => {
    expect(await judge([[], ca], { extensions: leaf }, { purposes: [stamping] })).toEqual(expected)
  })
})

describe('who is named', () => {
  it('an ordinary certificate that may sign certificates is neither one thing nor the other', async () => {
    const root = await createCa({ name: 'root', ...dates })
    const leaf = await root.issue({
      subject: { CN: 'x' },
      keyUsage: ['digitalSignature', 'keyCertSign'],
      ...dates,
    })
    const { checks } = await buildPath({
      leaf: readCertificate(leaf.certificate),
      candidates: [],
      roots: [readCertificate(root.certificate)],
      at,
    })
    expect(checks.flatMap(({ reason }) => reason ?? [])).toEqual(['certificate-extension-wrong'])
  })
})
