import { VaultError } from '@licencevault/errors'
import { createCa, type TestCa } from '@licencevault/kit/ca'
import { der } from '@licencevault/kit/der'
import { crlExtension, signCrl } from '@licencevault/kit/evidence'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { limits } from '../limits.ts'
import { readCrl } from './crl.ts'

const at = new Date('2027-06-15T00:00:00Z')
const dates = { thisUpdate: at, nextUpdate: new Date('2027-06-22T00:00:00Z') }
let ca: TestCa

beforeAll(async () => {
  ca = await createCa({ name: '根' })
})

/** Serial numbers of eight bytes, as different as those of a real authority. */
function serial(i: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32BE((Math.imul(i + 1, 0x9e3779b1) >>> 2) | 0x40000000)
  bytes.writeUInt32BE(i, 4)
  return new Uint8Array(bytes)
}

/** So many entries of the same bytes, then given numbers of their own, written straight into one array. */
function entries(count: number, numbered: boolean): Uint8Array {
  const one = Buffer.from(
    '302702084000000000000001170d3237303130313030303030305a300c300a0603551d1504030a0104',
    'hex',
  )
  const size = count * one.length
  const head = size < 0x1000000 ? [0x83] : [0x84, size >>> 24]
  const all = Buffer.alloc(1 + head.length + 3 + size, one)
  const start = all.length - size
  all.set([0x30, ...head, (size >>> 16) & 255, (size >>> 8) & 255, size & 255])
  for (let i = 0; i < count; i++) all.set(one, start + i * one.length)
  for (let i = 0; numbered && i < count; i++) {
    all.writeUInt32BE((Math.imul(i + 1, 0x9e3779b1) >>> 2) | 0x40000000, start + i * one.length + 4)
    all.writeUInt32BE(i, start + i * one.length + 8)
  }
  return all
}

const crlNumber = { oid: '2.5.29.20', value: der.integer(7) }

describe('reading a list', () => {
  it('says what is in it', async () => {
    const invalidSince = new Date('2027-05-01T00:00:00Z')
    const revokedAt = new Date('2027-05-31T12:00:00Z')
    const crl = readCrl(
      await signCrl(ca, {
        ...dates,
        revoked: [
          { serial: Uint8Array.of(5), at: revokedAt },
          {
            serial: Uint8Array.of(0, 0x81),
            at: revokedAt,
            extensions: [crlExtension.reason(1), crlExtension.invalidSince(invalidSince)],
          },
        ],
        extensions: [crlNumber],
      }),
    )
    expect(crl.issuer.text).toBe('CN=根')
    expect([crl.thisUpdate, crl.nextUpdate]).toEqual([dates.thisUpdate, dates.nextUpdate])
    expect(crl.entries.count).toBe(2)
    expect(crl.entries.find(Uint8Array.of(5))).toEqual({ revokedAt, reason: 'unspecified' })
    expect(crl.entries.find(Uint8Array.of(0, 0x81))).toEqual({
      revokedAt,
      reason: 'keyCompromise',
      invalidSince,
    })
    expect(crl.entries.find(Uint8Array.of(6))).toBeUndefined()
    expect(crl).toMatchObject({ delta: false, unknown: [] })
  })

  it.each([20_000, 1_000_000])('of %i entries', async (count) => {
    const bytes = await signCrl(ca, {
      ...dates,
      entries: entries(count, true),
      extensions: [crlNumber],
    })
    const before = process.cpuUsage()
    const { entries: read } = readCrl(bytes)
    const { user } = process.cpuUsage(before)
    expect(read.count).toBe(count)
    expect(read.find(serial(0))?.reason).toBe('superseded')
    expect(read.find(serial(count - 1))?.reason).toBe('superseded')
    expect(read.find(serial(count))).toBeUndefined()
    expect(user / 1_000).toBeLessThan(count / 200 + 500)
  })

  it('of so many and no more', async () => {
    const small = der.sequence(der.integer(5), der.time(at))
    const crowd = Buffer.concat(Array<Uint8Array>(limits.crlProbes + 2).fill(small))
    const same = await signCrl(ca, { ...dates, entries: der.sequence(crowd) })
    expect(() => readCrl(same)).toThrow(
      expect.objectContaining({
        code: 'limit-exceeded',
        details: { name: 'crlProbes', limit: limits.crlProbes },
      }),
    )
    expect(() => readCrl(new Uint8Array(limits.crlBytes + 1))).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    )
    const beyond = await signCrl(ca, {
      ...dates,
      entries: entries(limits.crlEntries + 1, false),
      extensions: [crlNumber],
    })
    expect(() => readCrl(beyond)).toThrow(
      expect.objectContaining({ details: { name: 'crlEntries', limit: limits.crlEntries } }),
    )
  })

  test.each<[string, object, string]>([
    [
      'month 13',
      { entries: der.sequence(der.sequence(der.integer(5), utc('271301000000Z'))) },
      'encoding-wrong',
    ],
    [
      '30 February',
      { entries: der.sequence(der.sequence(der.integer(5), utc('270230000000Z'))) },
      'encoding-wrong',
    ],
    [
      'a padded serial number',
      { entries: der.sequence(der.sequence(Uint8Array.of(2, 2, 0, 5), utc('270101000000Z'))) },
      'encoding-wrong',
    ],
    ['a list of none written out', { entries: der.sequence() }, 'crl-wrong'],
    [
      'reason 7',
      { revoked: [{ serial: Uint8Array.of(5), at, extensions: [crlExtension.reason(7)] }] },
      'encoding-wrong',
    ],
    [
      'a reason twice',
      {
        revoked: [
          { serial: Uint8Array.of(5), at, extensions: [crlExtension.reason(1), crlExtension.reason(2)] },
        ],
      },
      'certificate-wrong',
    ],
    [
      'users and authorities alone at once',
      {
        extensions: [
          crlExtension.point(der.implicit(1, Uint8Array.of(0xff)), der.implicit(2, Uint8Array.of(0xff))),
        ],
      },
      'crl-wrong',
    ],
    [
      'extensions in version 1',
      { entries: der.sequence(der.sequence(der.integer(5), utc('270101000000Z'), der.sequence(der.null()))) },
      'crl-wrong',
    ],
  ])('refuses %s', async (_, options, code) => {
    const bytes = await signCrl(ca, { ...dates, ...options })
    expect(() => readCrl(bytes)).toThrow(expect.objectContaining({ code }))
  })

  it('whatever is changed or cut off, the error is typed', async () => {
    const bytes = await signCrl(ca, {
      ...dates,
      revoked: [{ serial: Uint8Array.of(5), at, extensions: [crlExtension.reason(1)] }],
      extensions: [crlExtension.point(der.implicit(1, Uint8Array.of(0xff)))],
    })
    for (let i = 0; i < bytes.length; i++) {
      for (const changed of [bytes.subarray(0, i), bytes.with(i, (bytes[i] ?? 0) ^ 0x81)]) {
        try {
          readCrl(changed).entries.find(Uint8Array.of(5))
        } catch (trouble) {
          expect(trouble).toBeInstanceOf(VaultError)
        }
      }
    }
  })
})

function utc(text: string): Uint8Array {
  return Uint8Array.of(0x17, text.length, ...Buffer.from(text, 'latin1'))
}
