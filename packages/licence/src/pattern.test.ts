import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workSince } from '../../../test/kit/src/work.ts'
import { MAX_PATTERN_LENGTH, MAX_PATTERN_TEXT, refusalOf } from './pattern.ts'

describe('patterns of fields', () => {
  it.each([
    '^SC[0-9]{14}$',
    '^[0-9]{18}$',
    '^(0|[1-9]\\d{0,11})(\\.\\d{1,2})?$',
    '^浙H[0-9A-Z]{5,6}$',
    '^[^〔]+〔[0-9]{4}〕[0-9]+号$',
    '^(JY|SC)[0-9]+$',
    '^(?:[0-9]{4}-){2}[0-9]{4}$',
    '^\\p{Script=Han}{2,20}$',
    '^a\\\\$',
    '^[)(?*+|^$]$',
    '^[0-9]{3,4}-[0-9]{7,8}(-[0-9]{1,6})?$',
    '^[a-z]*-[a-z]*-[a-z]*$',
    '^.{1,}a{100}$',
    '^$',
  ])('%s may be used', (pattern) => {
    expect(refusalOf(pattern)).toBeUndefined()
  })

  it.each([
    ['(a+)+', 'must begin'],
    ['a', 'must begin'],
    ['^a', 'must begin'],
    ['^a\\$', 'must begin'],
    ['^(a+)+$', 'itself repeated'],
    ['^(a*)*$', 'itself repeated'],
    ['^(a|a)*$', 'itself repeated'],
    ['^(a|ab){20}$', 'itself repeated'],
    ['^(a?){30}$', 'itself repeated'],
    ['^((a+))+$', 'itself repeated'],
    ['^(?:x(a{1,9}))*$', 'itself repeated'],
    ['^a*b*c*d*$', 'open repetitions'],
    ['^(a*)(b*)(c*)(d*)$', 'open repetitions'],
    ['^a?b?c?d?e?f?g?$', 'choices'],
    ['^a?b?c?d?e?f?a*a*a*$', 'steps'],
    ['^(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)a*a*a*$', 'steps'],
    ['^(a|a)?(a)?\\w+a?\\w+(a)?\\w+[ab]?$', 'steps'],
    ['^a*a*a*a{30}$', 'steps'],
    ['^a{0,50}a{1,}a{2,90}(?:aa){12}$', 'steps'],
    ['^(a)\\1$', 'back-references'],
    ['^(?<n>a)\\k<n>$', 'back-references'],
    ['^(?=a)a$', 'looking around'],
    ['^(?<!a)b$', 'looking around'],
    ['^a|b$', 'choice must stand in brackets'],
    ['^a^b$', 'two ends'],
    ['^[$', 'no regular expression'],
    ['^(a$', 'no regular expression'],
    ['^\\p{Nothing}$', 'no regular expression'],
    [`^${'a'.repeat(MAX_PATTERN_LENGTH)}$`, 'characters'],
  ])('%s is refused: %s', (pattern, why) => {
    expect(refusalOf(pattern)?.en).toContain(why)
    expect(refusalOf(pattern)?.zh).not.toBe('')
  })

  it('leaves nothing that runs long on the longest text', () => {
    const atom = fc.constantFrom('a', '.', '[ab]', '(a|b)', '(a|a)', '(?:ab)', '\\w', '(a)?')
    const quantifier = fc.constantFrom('', '*', '+', '?', '{2}', '{1,9}', '*?')
    const pattern = fc
      .array(fc.tuple(atom, quantifier), { minLength: 1, maxLength: 8 })
      .map((pieces) => `^${pieces.flat().join('')}$`)
    const text = `${'a'.repeat(MAX_PATTERN_TEXT - 1)}!`
    fc.assert(
      fc.property(pattern, (source) => {
        fc.pre(refusalOf(source) === undefined)
        const start = process.cpuUsage()
        new RegExp(source, 'u').test(text)
        expect(workSince(start)).toBeLessThan(2_000)
      }),
      { numRuns: 300 },
    )
  })
})
