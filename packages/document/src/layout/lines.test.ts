import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notoFonts } from '../noto.ts'
import { breakLines, plain, textOf } from './lines.ts'

const chain = notoFonts().faces.sans
const measure = { chain, size: 10, spacing: 0, field: 'test' }
const broken = (text: string, width: number) =>
  breakLines(text, measure, width).map((line) => plain(line.characters))

describe('lines', () => {
  it('break Chinese anywhere', () => {
    expect(broken('云汀市市场监督管理局', 40)).toEqual(['云汀市市', '场监督管', '理局'])
  })

  it('do not begin with a closing mark nor end with an opening one', () => {
    expect(broken('食品销售，餐饮', 40)).toEqual(['食品销', '售，餐饮'])
    expect(broken('食品类（餐饮）', 40)).toEqual(['食品类', '（餐饮）'])
  })

  it('keep words and numbers together', () => {
    expect(broken('注册资本12345万元', 60)).toEqual(['注册资本', '12345万元'])
    expect(broken('one two three', 40)).toEqual(['one two', 'three'])
  })

  it('break a word that is wider than a line', () => {
    expect(broken('A'.repeat(40), 60).join('')).toBe('A'.repeat(40))
  })

  it('follow line breaks in the text', () => {
    expect(broken('一\n\n二', 60)).toEqual(['一', '', '二'])
  })

  it('lose nothing and stay within the width, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'云汀市，。（）《》“”、12 aA-\n：一'), maxLength: 200 })
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 200 }), (written, width) => {
        const lines = breakLines(written, measure, width)
        expect(textOf(lines)).toBe(written)
        for (const line of lines)
          if (line.characters.length > 1) expect(line.width).toBeLessThanOrEqual(width + 0.01)
      }),
    )
  })
})
