import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  composeIdentifier,
  IDENTIFIER_ROOT,
  type IdentifierParts,
  readIdentifier,
  requireIdentifier,
} from './index.ts'

const codesOf = (text: string) => readIdentifier(text).findings.map(({ code }) => code)

/** Seen in public records of construction permits, qualifications and a real-estate register. */
const REAL = [
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0',
  '1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F',
  // Made for the synthetic city.
  '1.2.156.3005.2.11339900MB9X00023D001.11339900MB9X00023D.2018000001.001.Y',
  '1.2.156.3005.2.11339900MB9X00023D001.11339900MB9X00023D.2018000001.002.W',
]

describe('reading an identifier', () => {
  it.each(REAL)('finds nothing wrong with %s', (text) => {
    expect(readIdentifier(text).findings).toEqual([])
    const { parts } = requireIdentifier(text)
    expect(composeIdentifier(parts)).toBe(text)
  })

  it('reads the parts', () => {
    expect(readIdentifier(REAL[1] ?? '')).toEqual({
      text: REAL[1],
      parts: {
        root: IDENTIFIER_ROOT,
        typeCode: '11100000000013338W009',
        issuerCode: '11330105002500287C',
        serial: '2025052201',
        version: 2,
        check: '0',
      },
      expectedCheck: '0',
      findings: [],
    })
  })

  // A real one of a real-estate register: its check is right, its issuer is a division.
  const DIVISION = '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9'
  it('reports a six-digit division code as issuer, and only that', () => {
    expect(readIdentifier(DIVISION).expectedCheck).toBe('9')
    expect(codesOf(DIVISION)).toEqual(['identifier-issuer-division-code'])
  })

  // As in row 2 of the real ones, but computed over the root's digits too.
  const COVERS_ROOT = '1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.D'
  it('tells a check computed over the root from a wrong one, and says which would be right', () => {
    expect(readIdentifier(COVERS_ROOT).findings[0]).toMatchObject({
      code: 'identifier-check-covers-root',
      details: { found: 'D', expected: '0' },
    })
    expect(readIdentifier(COVERS_ROOT.replace(/D$/, 'E')).findings[0]).toMatchObject({
      code: 'identifier-check-wrong',
      details: { found: 'E', expected: '0' },
      sentence: { en: 'The check character is E; for these parts it would be 0.' },
    })
  })

  it.each([
    [
      'another root',
      '1.2.156.3003.2.11100000000013338W032.11220000013544541J.2430599.001.F',
      ['identifier-root-other'],
    ],
    ['no root', '11100000000013338W032.11220000013544541J.2430599.001.F', ['identifier-root-missing']],
    ['a small letter in the serial', at({ serial: '209fa4e8' }), ['identifier-serial-lower-case']],
    ['a hyphen in the serial', at({ serial: '2018-01' }), ['identifier-serial-characters']],
    ['no serial', at({ serial: '' }), ['identifier-serial-length']],
    ['a serial of 65', at({ serial: '1'.repeat(65) }), ['identifier-serial-length']],
    ['a version of two digits', at({ version: '01' }), ['identifier-version-two-digits']],
    ['version 000', at({ version: '000' }), ['identifier-version-shape']],
    ['a version in words', at({ version: 'ABC' }), ['identifier-version-shape']],
    ['a wrong issuer', at({ issuerCode: '11220000013544541K' }), ['identifier-issuer-wrong']],
    ['an issuer of another shape', at({ issuerCode: '1122' }), ['identifier-issuer-shape']],
    [
      'a wrong defining authority',
      at({ typeCode: '11100000000013339W032' }),
      ['identifier-type-authority-wrong'],
    ],
    ['a short type code', at({ typeCode: '13661B006' }), ['identifier-type-code-shape']],
    ['prose', 'a driving licence', ['identifier-shape']],
    ['nothing', '', ['identifier-shape']],
    ['a check of two characters', `${REAL[0]}U`, ['identifier-shape']],
    ['a trailing line break', `${REAL[0]}\n`, ['identifier-shape']],
    ['a hundred thousand dots', '.'.repeat(100_000), ['identifier-too-long']],
  ])('reports %s by its own word', (_, text, expected) => {
    expect(codesOf(text)).toEqual(expected)
  })

  it('reports several deviations of one system side by side', () => {
    const parts = { version: '01', serial: '209fa4e8' }
    const covered = '1215630052' + '11100000000013338W032' + '11220000013544541J' + '209fa4e8' + '01'
    expect(codesOf(at({ ...parts, check: checkOf(covered) }))).toEqual([
      'identifier-serial-lower-case',
      'identifier-version-two-digits',
      'identifier-check-covers-root',
    ])
  })

  it('cannot tell whether a check covers the root 1.2.156.3003.2, whose digits leave no trace in it', () => {
    const parts = { root: '1.2.156.3003.2', version: '01' }
    const covered = '1215630032' + '11100000000013338W032' + '11220000013544541J' + '2430599' + '01'
    expect(codesOf(at({ ...parts, check: checkOf(covered) }))).toEqual([
      'identifier-root-other',
      'identifier-version-two-digits',
    ])
  })
})

describe('requiring an identifier', () => {
  it('throws the word of the deviation', () => {
    expect(() => requireIdentifier(at({ serial: 'abc' }))).toThrow(/^identifier-serial-lower-case: /)
    expect(() => requireIdentifier('x')).toThrow(/^identifier-shape: /)
  })

  it('lets pass only what is named', () => {
    const text = at({ serial: 'abc', version: '01' })
    const accept = ['identifier-serial-lower-case', 'identifier-version-two-digits'] as const
    expect(requireIdentifier(text, { accept }).parts.serial).toBe('abc')
    expect(() => requireIdentifier(text, { accept: accept.slice(0, 1) })).toThrow(
      /^identifier-version-two-digits/,
    )
    expect(() => requireIdentifier('x', { accept: ['identifier-shape'] })).toThrow(/^identifier-shape/)
  })
})

describe('composing an identifier', () => {
  const parts = fc.record<IdentifierParts>({
    typeCode: fc.constantFrom('11100000000013338W011', '11339900MB9X00023D001'),
    issuerCode: fc.constantFrom('11430000006122244L', '11330105002500287C', '12339900MB9X00111Q'),
    serial: fc.stringMatching(/^[0-9A-Z]{1,64}$/),
    version: fc.integer({ min: 1, max: 999 }),
  })
  const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

  it('is read back as it was composed', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(requireIdentifier(composeIdentifier(given)).parts).toMatchObject(given)
      }),
    )
  })

  it('catches every change of one character', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.integer({ min: 1, max: 35 }), (given, where, by) => {
        const text = composeIdentifier(given)
        const start = IDENTIFIER_ROOT.length + 1
        const index = start + (where % (text.length - start))
        const character = text.charAt(index)
        fc.pre(character !== '.')
        const other = ALPHABET.charAt((ALPHABET.indexOf(character) + by) % 36)
        expect(codesOf(text.slice(0, index) + other + text.slice(index + 1))).not.toEqual([])
      }),
    )
  })

  it.each([
    ['identifier-version-shape', { version: 0 }],
    ['identifier-version-shape', { version: 1000 }],
    ['identifier-version-shape', { version: 1.5 }],
    ['identifier-serial-lower-case', { serial: 'a' }],
    ['identifier-serial-characters', { serial: '1.2' }],
    ['identifier-serial-length', { serial: '' }],
    ['identifier-issuer-wrong', { issuerCode: '11430000006122244M' }],
    ['identifier-type-code-shape', { typeCode: '11100000000013338W' }],
  ])('throws %s', (code, wrong) => {
    const right = {
      typeCode: '11100000000013338W011',
      issuerCode: '11430000006122244L',
      serial: '1',
      version: 1,
    }
    expect(() => composeIdentifier({ ...right, ...wrong })).toThrow(new RegExp(`^${code}: `))
  })
})

/** An identifier whose check character is right for its parts, however wrong these are. */
function at(
  parts: Partial<Record<'root' | 'typeCode' | 'issuerCode' | 'serial' | 'version' | 'check', string>>,
) {
  const {
    root = IDENTIFIER_ROOT,
    typeCode = '11100000000013338W032',
    issuerCode = '11220000013544541J',
    serial = '2430599',
    version = '001',
  } = parts
  const check = parts.check ?? checkOf(typeCode + issuerCode + serial + version)
  return [root, typeCode, issuerCode, serial, version, check].join('.')
}

/** ISO 7064 MOD 37,36 written once more, as the standard has it: the one that leaves remainder 1. */
function checkOf(text: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  let product = 36
  for (const character of text.toUpperCase()) {
    const sum = (product + Math.max(0, alphabet.indexOf(character))) % 36 || 36
    product = (sum * 2) % 37
  }
  return [...alphabet].find((_, value) => (product + value) % 36 === 1) ?? ''
}
