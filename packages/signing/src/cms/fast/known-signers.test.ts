import { deepStrictEqual } from 'node:assert/strict'
import type { AlgorithmName } from '@licencevault/keys'
import { createCa, type IssuedIdentity } from '@licencevault/kit/ca'
import { describe, expect, it } from 'vitest'
import { defaultAlgorithmPolicy } from '../../algorithm-policy.ts'
import { readCertificate } from '../../certificate.ts'
import { newWork } from '../../work.ts'
import type { VerifyCmsOptions } from '../report.ts'
import { type SignCmsOptions, signCms } from '../sign.ts'
import { judgeMessage, verifyCms } from '../verify.ts'
import { judgeKnown } from './index.ts'

const root = await createCa({ name: 'Root', notBefore: new Date('2026-01-01T00:00:00Z') })
const ca = await root.subCa({ name: 'CA', notBefore: new Date('2026-01-01T00:00:00Z') })
const roots = [readCertificate(root.certificate)]
const at = new Date('2026-11-25T08:00:00.123Z')
const later = new Date('2026-11-26T09:00:00Z')

const issue = (algorithm: AlgorithmName) => ca.issue({ subject: { CN: `Seal ${algorithm}` }, algorithm })
const content = (index: number) => new TextEncoder().encode(`document ${index} ${'x'.repeat(index % 97)}`)
const profiles: readonly SignCmsOptions[] = [
  { detached: true },
  { detached: true, signingTime: new Date('2026-11-20T01:02:03Z') },
]

/** The general path and the short one say the same; answers whether the short one was taken. */
async function sameAnswer(cms: Uint8Array, options: VerifyCmsOptions): Promise<boolean> {
  const short = judgeKnown(cms, options, newWork())
  if (short) deepStrictEqual(short, await judgeMessage(cms, options, newWork()))
  return short !== undefined
}

async function warm(identity: IssuedIdentity, profile: SignCmsOptions, options: VerifyCmsOptions) {
  const first = await signCms(content(0), identity, profile)
  await verifyCms(first, { ...options, content: content(0) })
}

describe.each(['ES256', 'ES384', 'PS256', 'RS256', 'Ed25519'] as const)(
  'the profile we issue, %s',
  (name) => {
    it.each(profiles)('is judged the short way, and as the general path judges it: %j', async (profile) => {
      const identity = await issue(name)
      const options = { roots, at }
      await warm(identity, profile, options)
      for (let index = 1; index < 20; index++) {
        const signingTime = profile.signingTime && new Date(profile.signingTime.getTime() + index * 1000)
        const cms = await signCms(content(index), identity, {
          ...profile,
          ...(signingTime && { signingTime }),
        })
        const moment = index % 2 ? at : later
        expect(await sameAnswer(cms, { roots, at: moment, content: content(index) })).toBe(true)
        expect(
          await sameAnswer(cms, {
            roots,
            at: moment,
            content: [content(index).subarray(0, 5), content(index).subarray(5)],
          }),
        ).toBe(true)
        expect(await sameAnswer(cms, { roots, at: moment, content: content(index + 1) })).toBe(false)
      }
    })

    it('is not, once an octet of it is another', async () => {
      const identity = await issue(name)
      for (const profile of profiles) {
        await warm(identity, profile, { roots, at })
        const cms = await signCms(content(1), identity, profile)
        expect(await sameAnswer(cms, { roots, at, content: content(1) })).toBe(true)
        for (let place = 0; place < cms.length; place++) {
          const bit = 1 << ((place * 5 + 3) % 8)
          const changed = cms.with(place, (cms[place] ?? 0) ^ bit)
          const taken = await sameAnswer(changed, { roots, at, content: content(1) })
          expect({ place, taken }).toEqual({ place, taken: false })
        }
      }
    })
  },
)

describe('a mutated message', () => {
  it('never gets another answer than from the general path: cut, doubled, moved and overwritten pieces', async () => {
    const identity = await issue('ES256')
    const other = await issue('ES256')
    for (const profile of profiles) {
      await warm(identity, profile, { roots, at })
      await warm(other, profile, { roots, at })
      const messages = [
        await signCms(content(1), identity, profile),
        await signCms(content(1), other, profile),
      ]
      const random = generator(7)
      for (let round = 0; round < 1000; round++) {
        const cms = mutated(messages, random)
        const options = { roots, at, content: content(1) }
        const report = await verifyCms(cms, options)
        deepStrictEqual(report, await judgeMessage(cms, options, newWork()))
        await sameAnswer(cms, options)
      }
    }
  })
})

describe('what was asked', () => {
  it('is asked anew with other roots, policy, certificates, rules or anything unknown', async () => {
    const identity = await issue('ES256')
    await warm(identity, { detached: true }, { roots, at })
    const cms = await signCms(content(1), identity, { detached: true })
    const asked: VerifyCmsOptions = { roots, at, content: content(1) }
    const taken = (options: VerifyCmsOptions) => sameAnswer(cms, options)
    expect(await taken(asked)).toBe(true)
    expect(await taken({ ...asked, roots: [...roots] })).toBe(true)
    expect(await taken({ ...asked, roots: [readCertificate(root.certificate)] })).toBe(false)
    expect(await taken({ ...asked, roots: [] })).toBe(false)
    expect(await taken({ ...asked, intermediates: [readCertificate(ca.certificate)] })).toBe(false)
    expect(await taken({ ...asked, policy: { ...defaultAlgorithmPolicy } })).toBe(false)
    expect(await taken({ ...asked, requireSigningCertificate: false })).toBe(false)
    expect(await taken({ ...asked, certificatePolicies: {} })).toBe(false)
    const rule = { name: 'own', processes: [], judge: () => ({}) as never }
    expect(await taken({ ...asked, rules: [rule] })).toBe(false)
    expect(await taken({ roots, at })).toBe(false)
    expect(await taken({ ...asked, ...{ further: true } })).toBe(false)
    expect(await taken({ ...asked, at: new Date(Number.NaN) })).toBe(false)
  })

  it('is asked anew of a moment on the other side of any date of a certificate or the policy', async () => {
    const identity = await ca.issue({
      subject: { CN: 'Short' },
      notBefore: new Date('2026-11-01T00:00:00Z'),
      notAfter: new Date('2026-12-01T00:00:00Z'),
    })
    const policy = {
      name: 'ending',
      rules: [...defaultAlgorithmPolicy.rules.map((rule) => ({ ...rule, until: '2026-11-28T00:00:00Z' }))],
    }
    const cms = await signCms(content(1), identity, { detached: true })
    const moments = [
      '2026-10-31T23:59:59Z',
      '2026-11-01T00:00:00Z',
      '2026-11-27T23:59:59.999Z',
      '2026-11-28T00:00:00Z',
    ]
    for (const given of [undefined, policy]) {
      const options = { roots, content: content(1), ...(given && { policy: given }) }
      await verifyCms(cms, { ...options, at })
      for (const moment of [
        ...moments,
        '2026-12-01T00:00:00.000Z',
        '2026-12-01T00:00:00.999Z',
        '2026-12-01T00:00:01.000Z',
      ]) {
        const report = await verifyCms(cms, { ...options, at: new Date(moment) })
        deepStrictEqual(report, await judgeMessage(cms, { ...options, at: new Date(moment) }, newWork()))
        await verifyCms(cms, { ...options, at })
      }
    }
  })

  it('is remembered of as many signers as a city has', async () => {
    const identities = await Promise.all(
      Array.from({ length: 300 }, (_, index) => ca.issue({ subject: { CN: `Seal ${index}` } })),
    )
    for (const identity of identities) await warm(identity, { detached: true }, { roots, at })
    let taken = 0
    for (const identity of identities) {
      const cms = await signCms(content(2), identity, { detached: true })
      if (await sameAnswer(cms, { roots, at, content: content(2) })) taken++
    }
    expect(taken).toBeGreaterThan(290)
  })

  it('counts against the signatures of the call', async () => {
    const identity = await issue('ES256')
    await warm(identity, { detached: true }, { roots, at })
    const cms = await signCms(content(1), identity, { detached: true })
    const work = newWork()
    work.signatures = 1
    expect(judgeKnown(cms, { roots, at, content: content(1) }, work)).toBeDefined()
    expect(work.signatures).toBe(0)
    expect(judgeKnown(cms, { roots, at, content: content(1) }, work)).toBeUndefined()
  })
})

/** Park and Miller's: the same mutations in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

function mutated(messages: readonly Uint8Array[], random: (below: number) => number): Uint8Array {
  const [one = new Uint8Array(), other = new Uint8Array()] = messages
  const from = random(one.length)
  const to = Math.min(one.length, from + 1 + random(40))
  const head = one.subarray(0, from)
  const tail = one.subarray(to)
  const piece = one.subarray(from, to)
  switch (random(6)) {
    case 0:
      return joined(head, tail)
    case 1:
      return joined(head, piece, piece, tail)
    case 2:
      return joined(head, other.subarray(from, to), tail)
    case 3:
      return joined(head, piece.toReversed(), tail)
    case 4:
      return joined(one, Uint8Array.of(random(256)))
    default:
      return one.with(from, random(256))
  }
}

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
