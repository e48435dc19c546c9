import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { limits } from '../limits.ts'
import { Reader, tag } from './reader.ts'
import { compareBytes, inSetOrder, requireDer } from './strict.ts'
import {
  readBoolean,
  readIntegerBytes,
  readNamedBits,
  readOid,
  readSmallInteger,
  readTime,
  readWholeBits,
} from './values.ts'
import { encode, encodeInteger, encodeOid, encodeSetOf, encodeTime } from './write.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const element = (hex: string, rules: 'DER' | 'BER' = 'DER') => new Reader(bytes(hex), rules).next()
const wrong = expect.objectContaining({ code: 'encoding-wrong' })

describe('elements', () => {
  test.each([
    ['nothing', ''],
    ['only a tag', '30'],
    ['a length that breaks off', '3082 01'],
    ['longer than the bytes', '3003 0201'],
    ['a tag of several bytes', '1f8101 00'],
    ['an end-of-contents mark', '0000'],
    ['a long length of a short element', '308105 0203 010203'],
    ['a length with a leading zero', `30820080${'00'.repeat(128)}`],
    ['an indefinite length', '3080 020101 0000'],
    ['a length of six bytes', '3086 000000000001 00'],
  ])('DER refuses %s', (_, hex) => {
    expect(() => element(hex)).toThrow(wrong)
  })

  it('BER takes long and indefinite lengths, nested', () => {
    expect(element('308105 0203 010203', 'BER').contents).toEqual(bytes('0203010203'))
    const outer = element('3080 3080 020101 0000 040200000000', 'BER')
    expect(outer.raw).toEqual(bytes('3080 3080 020101 0000 04020000 0000'))
    const inside = outer.inside()
    expect(inside.next().contents).toEqual(bytes('020101'))
    expect(inside.next().contents).toEqual(bytes('0000'))
    expect(inside.done).toBe(true)
    expect(() => element('0480 020101 0000', 'BER')).toThrow(wrong)
    expect(() => element('3080 020101', 'BER')).toThrow(wrong)
    expect(() => element('3080 020101 0001', 'BER')).toThrow(wrong)
  })

  it('bounds the depth of indefinite lengths and of descent', () => {
    const nested = (depth: number) => '3080'.repeat(depth) + '0000'.repeat(depth)
    expect(element(nested(limits.depth), 'BER').contents.length).toBe((limits.depth - 1) * 4)
    expect(() => element(nested(limits.depth + 1), 'BER')).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    )
    let deep: Uint8Array = encodeInteger(1)
    for (let i = 0; i < limits.depth + 2; i++) deep = encode(tag.sequence, deep)
    expect(() => requireDer(new Reader(deep).next())).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    )
  })

  it('bounds the number of elements', () => {
    const many = Buffer.concat([
      bytes('3080'),
      Buffer.alloc(2 * (limits.elements + 2), bytes('0500')),
      bytes('0000'),
    ])
    expect(() => new Reader(many, 'BER').next()).toThrow(expect.objectContaining({ code: 'limit-exceeded' }))
    const flat = encode(tag.sequence, many.subarray(2, -2))
    expect(() => requireDer(new Reader(flat).next())).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    )
  })

  it('says what was expected and where', () => {
    const reader = new Reader(bytes('020101 0500'))
    reader.next()
    expect(() => reader.expect(tag.sequence)).toThrow(/byte 3: expected tag 0x30, found 0x05/)
    expect(reader.optional(tag.integer)).toBeUndefined()
    expect(() => reader.finish()).toThrow(wrong)
    reader.next()
    expect(() => reader.expect(tag.null)).toThrow(/found —/)
    expect(() => element('020101').inside()).toThrow(wrong)
  })

  it('reads any bytes or refuses them', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.constantFrom('DER' as const, 'BER' as const),
        (input, rules) => {
          try {
            const read = new Reader(input, rules).next()
            expect(read.end).toBeLessThanOrEqual(input.length)
            expect(read.to).toBeLessThanOrEqual(read.end)
          } catch (trouble) {
            expect(trouble).toHaveProperty('code')
          }
        },
      ),
    )
  })

  it('whatever is written is DER and is read back', () => {
    const tree = fc.letrec<{ node: Uint8Array }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.uint8Array({ maxLength: 300 }).map((value) => encode(tag.octetString, value)),
        fc.array(tie('node'), { maxLength: 4 }).map((children) => encode(tag.sequence, ...children)),
      ),
    })).node
    fc.assert(
      fc.property(tree, (written) => {
        const reader = new Reader(written)
        const read = reader.next()
        reader.finish()
        expect(read.raw).toEqual(written)
        requireDer(read)
      }),
    )
  })
})

describe('strictness inside', () => {
  test.each(['3004 2402 0400', '3005 0281 0101 00', '3004 3080 0000'])('%s is not DER', (hex) => {
    expect(() => requireDer(element(hex, 'BER'))).toThrow(wrong)
  })

  it('orders a SET OF by its bytes', () => {
    const members = [bytes('3003 020102'), bytes('020103'), bytes('3003 020101')]
    const set = encodeSetOf(tag.set, members)
    expect(set).toEqual(bytes('310d 020103 3003020101 3003020102'.replaceAll(' ', '')))
    expect(inSetOrder(members)).toBe(false)
    expect(inSetOrder([...members].sort(compareBytes))).toBe(true)
  })
})

describe('values', () => {
  // X.690 §8.19.5 and RFC 5280's own identifiers.
  test.each([
    ['2.999.3', '0603883703'],
    ['1.2.840.113549.1.7.2', '06092a864886f70d010702'],
    ['0.4.0.1733.2.4', '060604008d450204'],
    ['2.5.29.15', '0603551d0f'],
    ['2.100.3', '0603813403'],
    ['1.39.0', '06024f00'],
  ])('object identifier %s', (text, hex) => {
    expect(readOid(element(hex))).toBe(text)
    expect(encodeOid(text)).toEqual(bytes(hex))
  })

  test.each(['0600', '0603 2a8001', '0602 2a86', `0612 2a ${'ff'.repeat(16)}7f`])(
    'no object identifier: %s',
    (hex) => {
      expect(() => readOid(element(hex))).toThrow(wrong)
    },
  )
  test.each(['', '1', '3.1', '1.40', '1.2.', '1.02', 'a.b', `1.2${'.1'.repeat(40)}`])(
    'not to be written: “%s”',
    (oid) => {
      expect(() => encodeOid(oid)).toThrow(expect.objectContaining({ code: 'oid-wrong' }))
    },
  )
  it('bounds the size of an object identifier', () => {
    const long = encode(tag.oid, new Uint8Array(limits.oidBytes + 1).fill(1))
    expect(() => readOid(new Reader(long).next())).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    )
    const fits = encode(tag.oid, new Uint8Array(limits.oidBytes).fill(1))
    expect(readOid(new Reader(fits).next())).toMatch(/^0\.1(\.1)+$/)
  })

  test.each([
    [0, '020100'],
    [127, '02017f'],
    [128, '02020080'],
    [65536, '0203010000'],
  ])('integer %i', (value, hex) => {
    expect(encodeInteger(value)).toEqual(bytes(hex))
    expect(readSmallInteger(element(hex))).toBe(value)
  })
  test.each(['0200', '02020001', '0202ff80'])('integer %s has another encoding', (hex) => {
    expect(() => readIntegerBytes(element(hex))).toThrow(wrong)
  })
  test.each(['0201ff', '0207 01000000000000'])('integer %s is not small', (hex) => {
    expect(() => readSmallInteger(element(hex))).toThrow(wrong)
  })

  it('truth values and bit strings', () => {
    expect([readBoolean(element('0101ff')), readBoolean(element('010100'))]).toEqual([true, false])
    expect(() => readBoolean(element('010101'))).toThrow(wrong)
    expect(() => readBoolean(element('0102ffff'))).toThrow(wrong)
    expect(readWholeBits(element('0302 00aa'))).toEqual(bytes('aa'))
    expect(() => readWholeBits(element('0302 01aa'))).toThrow(wrong)
    expect(() => readWholeBits(element('0300'))).toThrow(wrong)
    expect(readNamedBits(element('0302 06c0'))).toEqual([0, 1])
    expect(readNamedBits(element('0303 070080'))).toEqual([8])
    expect(readNamedBits(element('0301 00'))).toEqual([])
    for (const hex of ['0302 05c0', '0302 0000', '0301 01', '0302 08c0', '0302 06c1', '0300']) {
      expect(() => readNamedBits(element(hex)), hex).toThrow(wrong)
    }
  })

  test.each([
    ['491231235959Z', '2049-12-31T23:59:59Z'],
    ['500101000000Z', '1950-01-01T00:00:00Z'],
    ['240229000000Z', '2024-02-29T00:00:00Z'],
    ['20500101000000Z', '2050-01-01T00:00:00Z'],
  ])('time %s', (text, iso) => {
    const written = encode(
      text.length === 13 ? tag.utcTime : tag.generalizedTime,
      new TextEncoder().encode(text),
    )
    expect(readTime(new Reader(written).next())).toEqual(new Date(iso))
    expect(encodeTime(new Date(iso))).toEqual(written)
  })
  test.each([
    '250229000000Z',
    '251301000000Z',
    '250100000000Z',
    '250101240000Z',
    '250101006000Z',
    '250101000060Z',
    '2501010000Z',
    '250101000000+0800',
    '25010100000aZ',
    '250101000000z',
  ])('no time: %s', (text) => {
    const written = encode(tag.utcTime, new TextEncoder().encode(text))
    expect(() => readTime(new Reader(written).next())).toThrow(wrong)
  })
  test.each(['20250101000000.5Z', '202501010000Z', '20250101000000'])('no long time: %s', (text) => {
    const written = encode(tag.generalizedTime, new TextEncoder().encode(text))
    expect(() => readTime(new Reader(written).next())).toThrow(wrong)
  })
  it('writes no time before 1950', () => {
    expect(() => encodeTime(new Date('1949-12-31T00:00:00Z'))).toThrow(
      expect.objectContaining({ code: 'signing-time-wrong' }),
    )
  })
})
