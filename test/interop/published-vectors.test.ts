import { canonicalise, readCanonical, readIdentifier, requireIdentifier } from '@licencevault/licence'
import { expect, it } from 'vitest'

/** Values that others published, word for word as they stand there. */

// ISO/IEC 7064 MOD 37,36 of the Global Release Identifier's own example, A1-2425G-ABC1234002-M.
it('the check character of a GRid is the one its standard prints', () => {
  const split = '1.2.156.3005.2.A1.2425G.ABC1234.002.M'
  const { expectedCheck, findings } = readIdentifier(split)
  expect(expectedCheck).toBe('M')
  expect(findings.map(({ code }) => code)).toEqual(['identifier-type-code-shape', 'identifier-issuer-shape'])
})

// An example in the interface description of a province's licence system: right in shape, wrong in fact.
it('an identifier printed as an example with a wrong check character is refused, and the right one named', () => {
  const printed =
    '1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M'
  expect(readIdentifier(printed).findings).toMatchObject([
    { code: 'identifier-check-wrong', details: { found: 'M', expected: 'D' } },
  ])
  expect(requireIdentifier(printed.replace(/M$/, 'D')).parts.issuerCode).toBe('113700000045046442')
})

// cyberphone/json-canonicalization, testdata/input and output of `weird.json`: nine names, no other order.
it('names that few programs sort alike come out in the order of RFC 8785, byte for byte', () => {
  const given = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\u000a': 'Newline',
    '1': 'One',
    '\u0080': 'Control\u007f',
    '\ud83d\ude02': 'Smiley',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '</script>': 'Browser Challenge',
  }
  const canonical =
    '{"\\n":"Newline","\\r":"Carriage Return","1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f",' +
    '"\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude02":"Smiley",' +
    '"\ufb33":"Hebrew Letter Dalet With Dagesh"}'
  const bytes = new TextEncoder().encode(canonical)
  expect(new TextDecoder().decode(canonicalise(given))).toBe(canonical)
  expect(readCanonical(bytes)).toEqual(given)
})
