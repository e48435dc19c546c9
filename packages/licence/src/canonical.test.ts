import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalise, parseIJson, readCanonical } from './index.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (value: unknown) => new TextDecoder().decode(canonicalise(value))

/** From the test data of cyberphone/json-canonicalization, the reference of RFC 8785. */
describe('vectors of RFC 8785', () => {
  it.each([
    ['[56,{"d":true,"10":null,"1":[]}]', '[56,{"1":[],"10":null,"d":true}]'],
    [
      '[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]',
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    ],
    [
      '{"\\u20ac":"Euro","\\r":"CR","\\ufb33":"Hebrew","1":"One","\\ud83d\\ude00":"Emoji","\\u0080":"C","\\u00f6":"o"}',
      '{"\\r":"CR","1":"One","\u0080":"C","ö":"o","€":"Euro","😀":"Emoji","\ufb33":"Hebrew"}',
    ],
    ['{"a":"A\\u030a"}', '{"a":"A\u030a"}'],
    [
      '{"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"}',
      '{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    ['[null,true,false]', '[null,true,false]'],
  ])('%s', (given, canonical) => {
    expect(textOf(JSON.parse(given))).toBe(canonical)
  })

  it('sorts names by UTF-16 code units', () => {
    const names = ['€', '\r', '\n', '1', '\u0080', '😂', 'ö', '\ufb33', '</script>']
    const value = Object.fromEntries(names.map((name) => [name, 0]))
    const sorted = Object.keys(parseIJson(canonicalise(value)) as object)
    // Names that are integers come first in every object of ECMAScript, so they say nothing here.
    expect(sorted.filter((name) => name !== '1')).toEqual([
      '\n',
      '\r',
      '</script>',
      '\u0080',
      'ö',
      '€',
      '😂',
      '\ufb33',
    ])
  })

  // RFC 8785, Appendix B: the bits of a double, and how it is written.
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s as %s', (bits, text) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigUint64(0, BigInt(`0x${bits}`))
    expect(textOf(view.getFloat64(0))).toBe(text)
  })

  it.each(['7fffffffffffffff', '7ff0000000000000'])('refuses the double %s, which is no number', (bits) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigUint64(0, BigInt(`0x${bits}`))
    expect(() => textOf(view.getFloat64(0))).toThrow(/^not-json/)
  })
})

describe('canonical form', () => {
  it('is the same whatever the order of names, and survives reading', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        fc.pre(isInteroperable(value))
        const bytes = canonicalise(value)
        expect(canonicalise(shuffled(value))).toEqual(bytes)
        expect(canonicalise(readCanonical(bytes))).toEqual(bytes)
        expect(parseIJson(bytes)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a bigint', 1n],
    ['NaN', Number.NaN],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a hole', new Array(1)],
    ['an undefined member', { a: { b: undefined } }],
  ])('is refused to %s', (_, value) => {
    expect(() => canonicalise({ list: [value] })).toThrow(/^not-json: The value at \/list\/0/)
  })

  it('is given to plain objects of another realm, and to those without a prototype', () => {
    const foreign: unknown = runInNewContext('({ b: [1], a: {} })')
    expect(textOf(foreign)).toBe('{"a":{},"b":[1]}')
    expect(textOf(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}')
    expect(() => textOf(Object.create({ a: 1 }))).toThrow(/^not-json/)
  })

  it('is refused to lone surrogates, in names too', () => {
    expect(() => canonicalise('a\ud800')).toThrow(/^json-text-broken/)
    expect(() => canonicalise({ '\udc00': 1 })).toThrow(/^json-text-broken/)
    expect(textOf('\u{1f602}')).toBe('"😂"')
  })

  it('ends on a cycle and on 100,000 levels with a typed error', () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    expect(() => canonicalise(cycle)).toThrow(/^json-too-deep/)
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = { a: deep }
    expect(() => canonicalise(deep)).toThrow(/^json-too-deep: .* 512 levels/)
  })
})

describe('reading what must be canonical', () => {
  it.each([
    ['a space', '{"a": 1}', 5],
    ['names out of order', '{"b":1,"a":2}', 2],
    ['a number written otherwise', '{"a":1.0}', 6],
    ['an exponent', '[1e2]', 2],
    ['minus zero', '[-0]', 1],
    ['a needless escape', '["\\u0061"]', 2],
    ['an escaped slash', '["\\/"]', 2],
    ['a line break at the end', '[]\n', 2],
  ])('refuses %s and says where', (_, text, at) => {
    expect(() => readCanonical(bytesOf(text))).toThrow(
      `json-not-canonical: The JSON text is not in canonical form (RFC 8785); it differs at offset ${at}.`,
    )
  })

  it('refuses what is no I-JSON by its own word', () => {
    expect(() => readCanonical(bytesOf('{"a":1,"a":1}'))).toThrow(/^json-duplicate-name/)
    expect(() => readCanonical(bytesOf('[1]'), { bytes: 2 })).toThrow(/^json-too-large/)
    expect(() => readCanonical(bytesOf('[[1]]'), { depth: 1 })).toThrow(/^json-too-deep/)
  })
})

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = Object.create(null)
  for (const [name, member] of Object.entries(value).reverse()) copy[name] = shuffled(member)
  return copy
}

/** Do all its numbers mean the same to every reader? */
function isInteroperable(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER
  return typeof value !== 'object' || value === null || Object.values(value).every(isInteroperable)
}
