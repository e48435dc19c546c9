import { describe, expect, it } from 'vitest'
import { errorsOf, fill, shortened, VaultError } from './index.ts'

const error = errorsOf({
  'tea-cold': {
    kind: 'unavailable',
    sentence: { en: 'The {drink} is at {degrees} °C.', zh: '{drink}只有 {degrees} 度。' },
    remedy: { en: 'Heat the {drink}.', zh: '请加热{drink}。' },
  },
})

describe('the one error', () => {
  it('carries code, kind, words in both languages and details', () => {
    const thrown = error('tea-cold', { drink: 'tea', degrees: 12 })
    expect(thrown).toBeInstanceOf(VaultError)
    expect(thrown).toBeInstanceOf(Error)
    expect(thrown).toMatchObject({
      name: 'VaultError',
      code: 'tea-cold',
      kind: 'unavailable',
      sentence: { en: 'The tea is at 12 °C.', zh: 'tea只有 12 度。' },
      remedy: { en: 'Heat the tea.', zh: '请加热tea。' },
      details: { drink: 'tea', degrees: 12 },
    })
  })

  it('begins its message with the code', () => {
    expect(error('tea-cold', { drink: 'tea', degrees: 0 }).message).toBe('tea-cold: The tea is at 0 °C.')
  })

  it('keeps its cause', () => {
    const cause = new TypeError('no kettle')
    expect(error('tea-cold', {}, { cause }).cause).toBe(cause)
    expect('cause' in error('tea-cold')).toBe(false)
  })

  it('is only made from a code of the table', () => {
    expect(() => error('coffee-cold' as 'tea-cold')).toThrow(new TypeError('no such code: coffee-cold'))
    expect(() => error('toString' as 'tea-cold')).toThrow(TypeError)
  })
})

describe('filling words', () => {
  it('leaves an unknown name as it is written', () => {
    expect(fill({ en: '{a} and {b}', zh: '{b}' }, { a: 1 })).toEqual({ en: '1 and {b}', zh: '{b}' })
  })

  it('takes what fills them for text and not for a pattern', () => {
    expect(fill({ en: '{a}', zh: '{a}{a}' }, { a: '$& {b}' })).toEqual({ en: '$& {b}', zh: '$& {b}$& {b}' })
  })

  it('lets nothing that fills them end or rearrange the line', () => {
    const filled = fill({ en: '“{a}” is none.', zh: '“{a}”有误。' }, { a: 'a\r\n\u202eb\u2028\u0007' })
    expect(filled.en).toBe(`“a${'\ufffd'.repeat(3)}b${'\ufffd'.repeat(2)}” is none.`)
    expect(filled.zh).not.toMatch(/[\p{Cc}\u202e\u2028]/u)
  })
})

describe('shortening', () => {
  it('leaves what is short, cuts what is not, and cuts no character in two', () => {
    expect(shortened('住所', 2)).toBe('住所')
    expect(shortened('abcdef', 4)).toBe('abc…')
    expect(shortened('ab𠮷cd', 4)).toBe('ab…')
    expect(shortened('x'.repeat(100_000))).toHaveLength(200)
  })
})
