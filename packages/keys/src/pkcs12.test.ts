import { verify, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as asn1js from 'asn1js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCa } from '../../../test/kit/src/ca.ts'
import { workSince } from '../../../test/kit/src/work.ts'
import { pemOf } from './pem.ts'
import { createPkcs12, openPkcs12 } from './pkcs12.ts'
import { sealWithMac } from './pkcs12-mac.ts'

const iterations = 1000
const root = await createCa({ name: { CN: '根证书', C: 'CN' } })
const middle = await root.subCa({ name: '中间证书' })
const seal = await middle.issue({ subject: { CN: '电子印章' } })
const rsa = await root.issue({ subject: { CN: 'RSA' }, algorithm: 'RS256' })
const ed = await root.issue({ subject: { CN: 'Ed25519' }, algorithm: 'Ed25519' })
const foreign = await root.issue({ subject: { CN: '电子印章' } })
const pkcs8 = await seal.key.exportPkcs8()

describe('a container goes out and comes back', () => {
  it.each([
    ['ASCII', 'correct horse'],
    ['Chinese', '市场监督管理局'],
    ['beyond the BMP', '😀𠮷'],
    ['empty', ''],
  ])('under a password that is %s', async (_, password) => {
    const bytes = await createPkcs12(seal, password, { iterations, friendlyName: '某市公章' })
    const opened = await openPkcs12(bytes, password)
    expect(opened.certificate).toEqual(seal.certificate)
    expect(opened.chain).toEqual([middle.certificate, root.certificate])
    expect(opened.others).toEqual([])
    expect(opened.friendlyName).toBe('某市公章')
    await signsFor(opened, seal.certificate)
    await expect(openPkcs12(bytes, `${password} `)).rejects.toThrow(/^pkcs12-password-wrong/)
  })

  it.each([
    ['RSA', rsa, 'PS256'],
    ['Ed25519', ed, 'Ed25519'],
  ] as const)('with a key of kind %s', async (_, identity, algorithm) => {
    const opened = await openPkcs12(await createPkcs12(identity, 'x', { iterations }), 'x')
    expect(opened.signer.algorithm).toBe(algorithm)
    expect(opened.signer.publicKey).toEqual(identity.signer.publicKey)
    expect(opened).not.toHaveProperty('friendlyName')
  })

  it('signs by the algorithm asked for', async () => {
    const bytes = await createPkcs12(rsa, 'x', { iterations })
    expect((await openPkcs12(bytes, 'x', { algorithm: 'RS256' })).signer.algorithm).toBe('RS256')
    await expect(openPkcs12(bytes, 'x', { algorithm: 'ES256' })).rejects.toThrow(/^key-algorithm-mismatch/)
  })

  it('hands the key out only when asked', async () => {
    const bytes = await createPkcs12(seal, 'x', { iterations })
    expect(await openPkcs12(bytes, 'x')).not.toHaveProperty('key')
    const again = await createPkcs12(await openPkcs12(bytes, 'x', { extractable: true }), 'y', { iterations })
    expect((await openPkcs12(again, 'y')).chain).toHaveLength(2)
  })

  it('takes 100,000 steps unless told', async () => {
    const bytes = await createPkcs12(seal, 'x')
    expect(Buffer.from(bytes).indexOf(Buffer.from('0203' + '0186a0', 'hex'))).toBeGreaterThan(0)
  })
})

describe('containers that other programs wrote are read', () => {
  it.each([
    ['keytool-17.p12', 'changeit', 'ES256', 'O=某市\nCN=电子印章'],
    ['openssl-3.0.p12', '市场监督管理局', 'PS256', 'O=legacy\nCN=seal'],
    ['openssl-3.0-legacy.p12', '市场监督管理局', 'PS256', 'O=legacy\nCN=seal'],
  ])('%s', async (name, password, algorithm, subject) => {
    const bytes = readFileSync(new URL(`../vectors/${name}`, import.meta.url))
    const opened = await openPkcs12(bytes, password)
    expect(opened.signer.algorithm).toBe(algorithm)
    expect(opened.friendlyName).toBe('seal')
    expect(new X509Certificate(opened.certificate).subject).toBe(`C=CN\n${subject}`)
    await expect(openPkcs12(bytes, `${password}x`)).rejects.toThrow(/^pkcs12-password-wrong/)
  })
})

it('reads BER as browsers write it: indefinite lengths, content in pieces', async () => {
  const safe = contentInfo(
    data,
    octets(ber(new asn1js.Sequence({ value: [keyBag(pkcs8), certBag(seal.certificate)] }))),
  )
  const content = ber(new asn1js.Sequence({ value: [safe] }))
  const pieces = [content.subarray(0, 100), content.subarray(100, 101), content.subarray(101)]
  const header = Buffer.from('3080' + '020103' + '3080' + '06092a864886f70d010701' + 'a080' + '2480', 'hex')
  const strings = pieces.map((piece) => new Uint8Array(octets(piece).toBER()))
  const ended = new Uint8Array(2 * 4)
  const bytes = Buffer.concat([header, ...strings, ended])
  expect((await openPkcs12(bytes, '')).certificate).toEqual(seal.certificate)
  const mac = new Uint8Array(sealWithMac(content, 'x', 1000).toSchema().toBER())
  const sealed = Buffer.concat([header, ...strings, new Uint8Array(2 * 3), mac, new Uint8Array(2)])
  expect((await openPkcs12(sealed, 'x')).certificate).toEqual(seal.certificate)
  await expect(openPkcs12(sealed, 'y')).rejects.toThrow(/^pkcs12-password-wrong/)
})

describe('what stands in it is put in order', () => {
  it('by key and signature, never by place', async () => {
    const bags = [root.certificate, foreign.certificate, seal.certificate, middle.certificate].map(certBag)
    const opened = await openPkcs12(container([...bags, keyBag(pkcs8)]), '')
    expect(opened.certificate).toEqual(seal.certificate)
    expect(opened.chain).toEqual([middle.certificate, root.certificate])
    expect(opened.others).toEqual([foreign.certificate])
  })

  it('leaves out an issuer that has only the name', async () => {
    const impostor = await root.subCa({ name: '中间证书' })
    const opened = await openPkcs12(
      container(
        [impostor, middle, seal].map(({ certificate }) => certBag(certificate)).concat(keyBag(pkcs8)),
      ),
      '',
    )
    expect(opened.chain).toEqual([middle.certificate])
  })

  it('takes the newest of several certificates for the key', async () => {
    const subject = { CN: '换发' }
    const [old, renewed] = await Promise.all(
      [2020, 2024].map((year) => root.issue({ subject, key: pkcs8, notBefore: new Date(Date.UTC(year, 0)) })),
    )
    if (!old || !renewed) throw new Error('two were issued')
    const opened = await openPkcs12(
      container([renewed, old].map(({ certificate }) => certBag(certificate)).concat(keyBag(pkcs8))),
      '',
    )
    expect(opened.certificate).toEqual(renewed.certificate)
    expect(opened.others).toEqual([old.certificate])
  })

  it('ends where two certificates certify each other', async () => {
    const a = await createCa({ name: 'A' })
    const b = await createCa({ name: 'B' })
    const aByB = await b.subCa({ name: 'A', key: await a.key.exportPkcs8() })
    const bByA = await a.subCa({ name: 'B', key: await b.key.exportPkcs8() })
    const leaf = await a.issue({ subject: { CN: 'leaf' } })
    const bags = [aByB, bByA, leaf].map(({ certificate }) => certBag(certificate))
    const opened = await openPkcs12(container([...bags, keyBag(await leaf.key.exportPkcs8())]), '')
    expect(opened.chain).toEqual([aByB.certificate, bByA.certificate])
  })

  it('counts a key that stands there twice as one', async () => {
    const opened = await openPkcs12(container([keyBag(pkcs8), certBag(seal.certificate), keyBag(pkcs8)]), '')
    expect(opened.certificate).toEqual(seal.certificate)
  })

  it('passes over bags of other kinds, and finds those in nested ones', async () => {
    const secret = bag('1.2.840.113549.1.12.10.1.5', new asn1js.Sequence({ value: [] }))
    const nested = bag(
      safeContentsBag,
      new asn1js.Sequence({ value: [keyBag(pkcs8), certBag(seal.certificate)] }),
    )
    expect((await openPkcs12(container([secret, nested]), '')).certificate).toEqual(seal.certificate)
  })
})

describe('refuses', () => {
  const sealed = createPkcs12(seal, '口令', { iterations })

  it('no key, several keys, no certificate for the key', async () => {
    const mine = await seal.key.exportPkcs8()
    const other = await ed.key.exportPkcs8()
    const cases: [asn1js.Sequence[], RegExp][] = [
      [[], /^pkcs12-no-key/],
      [[certBag(seal.certificate)], /^pkcs12-no-key/],
      [
        [keyBag(mine), keyBag(other), certBag(seal.certificate)],
        /^pkcs12-several-keys: The container holds 2/,
      ],
      [[keyBag(mine)], /^pkcs12-no-certificate/],
      [[keyBag(mine), certBag(ed.certificate)], /^pkcs12-no-certificate/],
      [[keyBag(mine), certBag(Uint8Array.of(0x30, 0))], /^pkcs12-certificate-unreadable/],
      [[keyBag(Uint8Array.of(0x30, 0)), certBag(seal.certificate)], /^key-unreadable/],
    ]
    for (const [bags, code] of cases) await expect(openPkcs12(container(bags), '')).rejects.toThrow(code)
  })

  it('other files, and says what they are', async () => {
    const { key, certificate } = seal
    const cases: [Uint8Array, RegExp][] = [
      [certificate, /^pkcs12-is-other: .* container but a certificate\./],
      [await key.exportPkcs8(), /^pkcs12-is-other: .* but a PKCS#8 private key\./],
      [await key.exportEncryptedPkcs8('x', iterations), /^pkcs12-is-other: .* but an encrypted PKCS#8/],
      [key.publicKey, /^pkcs12-is-other: .* but a public key\./],
      [text(pemOf(certificate, 'CERTIFICATE')), /^pkcs12-is-other: .* but PEM with a block “CERTIFICATE”\./],
      [
        text(`Bag Attributes\n${await key.exportPem()}`),
        /^pkcs12-is-other: .* but PEM with a block “PRIVATE KEY”\./,
      ],
      [Uint8Array.of(0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2), /^pkcs12-is-other: .* but a Java keystore\./],
    ]
    for (const [bytes, code] of cases) await expect(openPkcs12(bytes, 'x')).rejects.toThrow(code)
  })

  it('PEM whose first boundary ends within 4,096 bytes by its name, and no later one', async () => {
    const boundary = '-----BEGIN CERTIFICATE-----'
    const after = (length: number) => text('x'.repeat(length - boundary.length) + boundary)
    await expect(openPkcs12(after(4096), 'x')).rejects.toThrow(/^pkcs12-is-other/)
    await expect(openPkcs12(after(4097), 'x')).rejects.toThrow(/^pkcs12-unreadable/)
  })

  it('garbage, and what is cut short or goes on too long', async () => {
    const bytes = await sealed
    const wrong = [new Uint8Array(), Uint8Array.of(0), text('hello'), new Uint8Array(1000).fill(0x30)]
    for (const cut of [1, 10, bytes.length - 1]) wrong.push(bytes.subarray(0, cut))
    wrong.push(Uint8Array.from([...bytes, 0]))
    wrong.push(new Uint8Array(1_000_000).map((_, index) => (index % 2 ? 0x80 : 0x30)))
    for (const input of wrong) await expect(openPkcs12(input, '口令')).rejects.toThrow(/^pkcs12-unreadable/)
  })

  it('a container of another version, or protected by a signature', async () => {
    const mine = keyBag(await seal.key.exportPkcs8())
    await expect(openPkcs12(container([mine], { version: 4 }), '')).rejects.toThrow(/^pkcs12-unreadable/)
    const signed = container([mine], { contentType: '1.2.840.113549.1.7.2' })
    await expect(openPkcs12(signed, '')).rejects.toThrow(
      /^pkcs12-integrity-unknown: .*1\.2\.840\.113549\.1\.7\.2/,
    )
  })

  it('contents under another password than the container', async () => {
    const bags = [certBag(seal.certificate), shroudedBag(1000)]
    await expect(openPkcs12(container(bags, { macPassword: 'x' }), 'x')).rejects.toThrow(
      /^pkcs12-second-password/,
    )
    await expect(openPkcs12(container(bags, { macPassword: 'x' }), 'y')).rejects.toThrow(
      /^pkcs12-password-wrong/,
    )
    await expect(openPkcs12(container(bags), 'x')).rejects.toThrow(/^pkcs12-password-wrong/)
  })

  it('more than 1 MiB', async () => {
    await expect(openPkcs12(new Uint8Array(1_048_577), '')).rejects.toThrow(
      /^pkcs12-too-large: .*1048577 bytes/,
    )
    await expect(openPkcs12(new Uint8Array(1_048_576), '')).rejects.toThrow(/^pkcs12-unreadable/)
  })

  it('more than 256 bags, or nested more than 4 deep', async () => {
    const mine = [keyBag(await seal.key.exportPkcs8()), certBag(seal.certificate)]
    const filler = (count: number) => Array.from({ length: count }, () => bag('1.2.3', new asn1js.Null()))
    expect((await openPkcs12(container([...mine, ...filler(254)]), '')).certificate).toEqual(seal.certificate)
    await expect(openPkcs12(container([...mine, ...filler(255)]), '')).rejects.toThrow(
      /^pkcs12-too-many-bags/,
    )
    const nested = (depth: number): asn1js.Sequence[] =>
      depth === 1 ? mine : [bag(safeContentsBag, new asn1js.Sequence({ value: nested(depth - 1) }))]
    expect((await openPkcs12(container(nested(4)), '')).certificate).toEqual(seal.certificate)
    await expect(openPkcs12(container(nested(5)), '')).rejects.toThrow(/^pkcs12-too-many-bags/)
    await expect(openPkcs12(container(nested(40)), '')).rejects.toThrow(/^pkcs12-unreadable/)
  })

  it('more than 2,000,000 derivation steps, in one place or in all, before taking them', async () => {
    const before = process.cpuUsage()
    for (const count of [0, -1, 2_000_001, 2 ** 31]) {
      await expect(openPkcs12(container([], { macIterations: count }), '')).rejects.toThrow(
        /^key-iterations-exceeded/,
      )
      await expect(openPkcs12(container([shroudedBag(count)]), '')).rejects.toThrow(
        /^key-iterations-exceeded/,
      )
      await expect(openPkcs12(container([legacyBag(count)]), '')).rejects.toThrow(/^key-iterations-exceeded/)
    }
    expect(workSince(before)).toBeLessThan(1000)
    await expect(openPkcs12(container([legacyBag(1_000_001)]), '')).rejects.toThrow(
      /^key-iterations-exceeded/,
    )
  })

  it('800 kB of RC2 without going through all of it for every block', async () => {
    const before = process.cpuUsage()
    const bytes = container([
      legacyBag(1, { scheme: '1.2.840.113549.1.12.1.6', data: new Uint8Array(800_000) }),
    ])
    await expect(openPkcs12(bytes, '')).rejects.toThrow(/^key-too-large/)
    expect(workSince(before)).toBeLessThan(10_000)
  })

  it('iteration counts out of bounds when writing, and a certificate for another key', async () => {
    for (const count of [0, 999, 600_001, Number.NaN]) {
      await expect(createPkcs12(seal, 'x', { iterations: count })).rejects.toThrow(
        /^key-iterations-out-of-range/,
      )
    }
    const mixed = { ...seal, certificate: ed.certificate }
    await expect(createPkcs12(mixed, 'x')).rejects.toThrow(/^pkcs12-certificate-mismatch/)
    await expect(createPkcs12({ ...seal, certificate: text('x') }, 'x')).rejects.toThrow(
      /^pkcs12-certificate-unreadable/,
    )
  })

  it('any damage by a typed error', async () => {
    const whole = await sealed
    const open = container([keyBag(await seal.key.exportPkcs8()), certBag(seal.certificate)])
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(whole, open),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (bytes, at, flip) => {
          const damaged = Uint8Array.from(bytes)
          const index = at % damaged.length
          damaged[index] = (damaged[index] ?? 0) ^ flip
          const outcome = await openPkcs12(damaged, '口令').catch((error: unknown) => error)
          if (outcome instanceof Error) expect(outcome.name).toBe('VaultError')
          // Without a MAC a flip may go unnoticed, or touch the certificate's signature; never the key's match.
          else expect(outcome).toHaveProperty('signer')
        },
      ),
      { numRuns: 300 },
    )
  })
})

async function signsFor(
  identity: { signer: { sign(bytes: Uint8Array): Promise<Uint8Array> } },
  certificate: Uint8Array,
) {
  const bytes = text('to be signed')
  const signature = await identity.signer.sign(bytes)
  expect(verify('sha256', bytes, new X509Certificate(certificate).publicKey, signature)).toBe(true)
}

const safeContentsBag = '1.2.840.113549.1.12.10.1.6'

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}

interface Strange {
  readonly version?: number
  readonly contentType?: string
  readonly macIterations?: number
  readonly macPassword?: string
}

/** A container in plain, as an attacker may write it. */
function container(bags: readonly asn1js.Sequence[], strange: Strange = {}): Uint8Array {
  const { version = 3, contentType = data, macIterations, macPassword } = strange
  const safe = contentInfo(data, octets(ber(new asn1js.Sequence({ value: [...bags] }))))
  const content = ber(new asn1js.Sequence({ value: [safe] }))
  const value: asn1js.Sequence[] = [contentInfo(contentType, octets(content))]
  if (macIterations !== undefined) value.push(mac(macIterations))
  if (macPassword !== undefined) value.push(sealWithMac(content, macPassword, 1000).toSchema())
  return ber(new asn1js.Sequence({ value: [new asn1js.Integer({ value: version }), ...value] }))
}

const data = '1.2.840.113549.1.7.1'

const contentInfo = (type: string, content: asn1js.OctetString) =>
  new asn1js.Sequence({ value: [oid(type), explicit(content)] })

const mac = (count: number) =>
  new asn1js.Sequence({
    value: [
      new asn1js.Sequence({
        value: [identifier('2.16.840.1.101.3.4.2.1', new asn1js.Null()), octets(new Uint8Array(32))],
      }),
      octets(new Uint8Array(8)),
      asn1js.Integer.fromBigInt(count),
    ],
  })

const keyBag = (pkcs8: Uint8Array) => {
  const { result } = asn1js.fromBER(Uint8Array.from(pkcs8))
  return bag('1.2.840.113549.1.12.10.1.1', result)
}

const certBag = (certificate: Uint8Array) =>
  bag(
    '1.2.840.113549.1.12.10.1.3',
    new asn1js.Sequence({ value: [oid('1.2.840.113549.1.9.22.1'), explicit(octets(certificate))] }),
  )

const shroudedBag = (count: number) => {
  const kdf = new asn1js.Sequence({ value: [octets(new Uint8Array(8)), asn1js.Integer.fromBigInt(count)] })
  const scheme = identifier('2.16.840.1.101.3.4.1.42', octets(new Uint8Array(16)))
  const pbes2 = new asn1js.Sequence({ value: [identifier('1.2.840.113549.1.5.12', kdf), scheme] })
  return shrouded(identifier('1.2.840.113549.1.5.13', pbes2))
}

const legacyBag = (
  count: number,
  {
    scheme = '1.2.840.113549.1.12.1.3',
    data = new Uint8Array(16),
  }: { scheme?: string; data?: Uint8Array } = {},
) => {
  const params = new asn1js.Sequence({ value: [octets(new Uint8Array(8)), asn1js.Integer.fromBigInt(count)] })
  return shrouded(identifier(scheme, params), data)
}

const shrouded = (algorithm: asn1js.Sequence, data: Uint8Array = new Uint8Array(16)) =>
  bag('1.2.840.113549.1.12.10.1.2', new asn1js.Sequence({ value: [algorithm, octets(data)] }))

const bag = (id: string, value: asn1js.AsnType) => new asn1js.Sequence({ value: [oid(id), explicit(value)] })
const identifier = (id: string, params: asn1js.AsnType) => new asn1js.Sequence({ value: [oid(id), params] })
const oid = (value: string) => new asn1js.ObjectIdentifier({ value })
const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: Uint8Array.from(bytes) })
const explicit = (value: asn1js.AsnType) =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [value] })
const ber = (value: asn1js.Sequence) => new Uint8Array(value.toBER())
