import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workSince } from '../../../test/kit/src/work.ts'
import { DEFAULT_JSON_LIMITS, type JsonLimits, parseIJson } from './i-json.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const parse = (text: string, limits?: JsonLimits) => parseIJson(bytesOf(text), limits)

describe('reading I-JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'grapheme' }),
        fc.constantFrom(undefined, 1, '\t'),
        (value, space) => {
          const text = JSON.stringify(value, null, space)
          fc.pre(isInteroperable(value))
          expect(parse(text)).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  it('reads every escape', () => {
    expect(parse('"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE02"')).toBe('"\\/\b\f\n\r\té😂')
  })

  it('takes __proto__ for a name like any other', () => {
    const value = parse('{"__proto__":{"a":1},"constructor":2}')
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1},"constructor":2}')
  })

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"a":3}',
    '{"a":1,"\\u0061":2}',
    '{"x":[{"a":1,"a":2}]}',
    '{"__proto__":1,"__proto__":2}',
    '{"":1,"":2}',
  ])('refuses the repeated name in %s', (text) => {
    expect(() => parse(text)).toThrow(/^json-duplicate-name: /)
  })

  it.each([
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"a\\ud83d"',
    '"\\ufdd0"',
    '"\uffff"',
    '"\u{1fffe}"',
    '{"\\ud800":1}',
  ])('refuses the broken text in %s', (text) => {
    expect(() => parse(text)).toThrow(/^json-text-broken: /)
  })

  it.each([
    '9007199254740992',
    '-9007199254740992',
    '1e400',
    '1E30',
    '1e-400',
    '3.141592653589793238',
    '0.10000000000000000555',
  ])('refuses the number %s', (text) => {
    expect(() => parse(`[${text}]`)).toThrow(/^json-number-inexact: /)
  })

  it.each([
    '9007199254740991',
    '-9007199254740991',
    '0',
    '-0',
    '0.1',
    '1e5',
    '0e10',
    '-1.5E-3',
    '333333333.33333329',
  ])('reads the number %s', (text) => {
    expect(parse(text)).toBe(Number(text))
  })

  it.each([
    '',
    ' ',
    '[',
    '{',
    '[1',
    '[1,]',
    '[,1]',
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '"',
    '"\\',
    '"\\x"',
    '"\\u12"',
    '"\\u12g4"',
    '"a\nb"',
    '"a\u0000"',
    '01',
    '-',
    '1.',
    '.5',
    '+1',
    '1e',
    '0x10',
    'NaN',
    'Infinity',
    'tru',
    'nulll',
    '1 2',
    '[1]]',
    '// a\n1',
    '\u00a01',
    '\f1',
  ])('refuses %j, which is no JSON', (text) => {
    expect(() => parse(text)).toThrow(/^json-syntax: /)
  })

  it('says where and what it expected, in both languages', () => {
    expect(() => parse('{"a" 1}')).toThrow(
      expect.objectContaining({
        sentence: {
          en: 'The JSON text goes wrong at offset 5: expected a colon.',
          zh: 'JSON 文本在偏移量 5 处有误，此处应为冒号。',
        },
      }),
    )
  })

  it.each([
    ['an overlong form', [0x22, 0xc0, 0x80, 0x22]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a cut character', [0x22, 0xe4, 0xb8, 0x22]],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x31]],
    ['UTF-16', [0x31, 0x00]],
  ])('refuses %s', (name, bytes) => {
    const code = name === 'UTF-16' ? /^json-syntax/ : /^json-not-utf8/
    expect(() => parseIJson(Uint8Array.from(bytes))).toThrow(code)
  })
})

describe('limits of reading', () => {
  it('refuses a size before it looks at a byte', () => {
    const claimed = new Proxy(new Uint8Array(0), {
      get: (target, name) => {
        if (name === 'length') return 1_000_000_000
        throw new Error(`looked at ${String(name)} of ${target.length} bytes`)
      },
    })
    expect(() => parseIJson(claimed)).toThrow(/^json-too-large: .* 1000000000 bytes/)
  })

  it('reads to the byte what is allowed', () => {
    const text = `"${'a'.repeat(98)}"`
    expect(parse(text, { bytes: 100 })).toHaveLength(98)
    expect(() => parse(text, { bytes: 99 })).toThrow(/^json-too-large/)
    expect(DEFAULT_JSON_LIMITS.bytes).toBe(1_048_576)
  })

  it.each(['[', '{"a":', '[{"a":'])('refuses 100,000 levels of %s with a typed error', (opening) => {
    expect(() => parse(opening.repeat(100_000))).toThrow(/^json-too-deep: .* 64 levels/)
    // A caller may ask for more, but never for more than the stack holds.
    expect(() => parse(opening.repeat(100_000), { depth: 1_000_000 })).toThrow(
      /^json-too-deep: .* 512 levels/,
    )
  })

  it('reads to the level what is allowed', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(() => parse(nested(64))).not.toThrow()
    expect(() => parse(nested(65))).toThrow(/^json-too-deep/)
    expect(() => parse(nested(512), { depth: 512 })).not.toThrow()
  })

  it('counts values', () => {
    expect(parse('[1,2,3]', { values: 4 })).toEqual([1, 2, 3])
    expect(() => parse('[1,2,3]', { values: 3 })).toThrow(/^json-too-many: .* 3 values/)
    expect(() => parse(`[${'1,'.repeat(100_000)}1]`)).toThrow(/^json-too-many: .* 100000 values/)
  })

  it('throws nothing but typed errors, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), damaged()), (bytes) => {
        try {
          parseIJson(bytes)
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'VaultError', code: expect.stringMatching(/^json-/) })
        }
      }),
    )
  })

  it('takes time linear in the size for texts full of escapes', () => {
    const timeOf = (count: number) => {
      const bytes = bytesOf(`"${'\\n'.repeat(count)}"`)
      const start = process.cpuUsage()
      parseIJson(bytes, { bytes: bytes.length })
      return workSince(start)
    }
    timeOf(50_000)
    const small = Math.max(1, Math.min(timeOf(50_000), timeOf(50_000), timeOf(50_000)))
    expect(Math.min(timeOf(800_000), timeOf(800_000))).toBeLessThan(small * 16 * 8)
  })
})

/** JSON with one byte changed. */
function damaged(): fc.Arbitrary<Uint8Array> {
  return fc.tuple(fc.json(), fc.nat(), fc.nat(255)).map(([text, at, byte]) => {
    const bytes = bytesOf(text)
    bytes[at % Math.max(1, bytes.length)] = byte
    return bytes
  })
}

/** Do all its numbers mean the same to every reader? */
function isInteroperable(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER
  return typeof value !== 'object' || value === null || Object.values(value).every(isInteroperable)
}
