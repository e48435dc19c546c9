import { describe, expect, it } from 'vitest'
import { checkText, nameOf } from './text.ts'

const codesOf = (text: string) => checkText(text, '').map(({ code }) => code)

describe('text of a licence', () => {
  it.each([
    '',
    '云汀某某有限公司',
    '食品经营（销售、餐饮服务）',
    '浙云（2026）第0001号〔2026〕',
    'Ünïcode',
    '𠮷田', // beyond the basic plane
    '葛\u{e0100}', // with a variation selector, as rare name forms are written
    'نام\u200cها', // Persian needs the zero-width non-joiner
  ])('may be %j', (text) => {
    expect(codesOf(text)).toEqual([])
  })

  it.each([
    'a\u0000',
    'a\nb',
    'a\tb',
    'a\u0085b',
    '\u202e反', // reorders what follows
    'a\u200bb', // invisible
    '\ufeffa',
    '\u{e0041}',
    '\ue000', // private use: a rare character as some local systems write it
    '\u{f0000}',
    '\ud800',
    'a\udc00',
    '\ufdd0',
    '\uffff',
    '\u{1fffe}',
    '\ufffd',
  ])('may not be %j', (text) => {
    expect(codesOf(text)).toEqual(['text-character'])
  })

  it.each(['e\u0301', '\uf900', '\u212b', 'か\u3099'])('must be in NFC, unlike %j', (text) => {
    expect(codesOf(text)).toEqual(['text-not-nfc'])
    expect(codesOf(text.normalize('NFC'))).toEqual([])
  })

  it('names the character', () => {
    expect(checkText('a\u202e', '/number')).toMatchObject([
      { path: '/number', details: { codePoint: 'U+202E' } },
    ])
    expect(nameOf('\u{1fffe}')).toBe('U+1FFFE')
  })

  // The fast answer for plain text must be the slow answer: with a space before it and a combining mark
  // after it, each character takes the slow way.
  it('answers for each character of the basic plane as Unicode does', () => {
    const wrong: string[] = []
    for (let point = 0; point <= 0xffff; point++) {
      const character = String.fromCharCode(point)
      const alone = codesOf(character)
      const slow = codesOf(`${character} \u200c`)
      const normal = character === character.normalize('NFC')
      const refused = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u.test(character)
      const expected = alone.length === 0
      if (alone.join() !== slow.join() || (expected && (!normal || refused))) wrong.push(nameOf(character))
      if (alone.includes('text-not-nfc') && normal) wrong.push(nameOf(character))
    }
    expect(wrong).toEqual([])
  })
})
