import { VaultError, type Words } from '@licencevault/errors'
import { describe, expect, it } from 'vitest'
import { sampleTemplate as template } from '../testing/sample-template.ts'
import { tinyFont } from '../testing/tiny-font.ts'
import { codes } from './codes.ts'
import { checkTemplate, openFonts } from './index.ts'

const tokensOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

function wordsOf(act: () => unknown): Words {
  try {
    act()
  } catch (error) {
    if (error instanceof VaultError) return error.sentence
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the table of codes', () => {
  it.each(Object.entries(codes))('%s says what is wrong and what to do, in both languages', (_, row) => {
    for (const { en, zh } of [row.sentence, row.remedy]) {
      expect(en).toMatch(/^[A-Z].*\.$/s)
      expect(zh).toMatch(/\p{Script=Han}.*。$/su)
      // What one language fills in, the other does too, or its own translation of it.
      const known = tokensOf(en).flatMap((name) => [name, `${name}Zh`])
      expect(known).toEqual(expect.arrayContaining(tokensOf(zh)))
    }
  })
})

const [sheet] = template.sheets
if (!sheet) throw new TypeError('the sample has a sheet')
const withArt = (art: unknown) => ({ ...template, sheets: [{ ...sheet, art: [art] }] })
const withBlock = (block: unknown) => ({ ...template, sheets: [{ ...sheet, blocks: [block] }] })
const withText = (text: string) => withBlock({ ...sheet.blocks[0], text })
const line = { kind: 'line', from: [0, 0], to: [1, 1], colour: '#000000', width: 1 }
const path = (d: string) => withArt({ kind: 'path', d })

describe('what is wrong with a template', () => {
  it.each<[string, unknown]>([
    ['应为对象', 'text'],
    ['没有这一成员', { ...template, colour: '#000000' }],
    ['此成员缺失', { ...template, name: undefined }],
    ['"blob" 不是 rect、line', withArt({ kind: 'blob' })],
    ['应为数组', { ...template, sheets: {} }],
    ['有 0 项，应为 1 至 10 项', { ...template, sheets: [] }],
    ['应为 portrait、landscape 之一', { ...template, orientation: 'square' }],
    ['应为 0.05 至 20 之间的数', withArt({ ...line, width: 99 })],
    ['应为整数', withBlock({ ...sheet.blocks[0], lines: 1.5 })],
    ['应为文本', { ...template, name: 1 }],
    ['超过 100 个字符', { ...template, name: 'x'.repeat(101) }],
    ['应为 #rrggbb 形式的颜色', withArt({ ...line, colour: 'red' })],
    ['栏目名称中不得有占位符', withBlock({ ...sheet.blocks[0], name: '{type}' })],
    ['路径应以 M 开头', path('L 1 1')],
    ['路径中有不支持的命令 Q', path('M 1 1 Q 2 2')],
    ['路径在“L 1”处有误', path('M 1 1 L 1')],
    ['花括号不成对', withText('{type')],
    ['{nobody} 不是占位符', withText('{nobody}')],
    ['{row.a} 只能用在表格中', withText('{row.a}')],
    ['{fields.} 中有空的部分', withText('{fields.}')],
    ['{fields} 未指明字段', withText('{fields}')],
    ['|shout 不是格式', withText('{type|shout}')],
    ['超出页面', withBlock({ ...sheet.blocks[0], box: { x: 100, y: 1, width: 150, height: 9 } })],
    ['有 0 处印章，应恰为一处', withBlock(sheet.blocks[0])],
    ['应恰有一个不含条目的文本流', { ...template, continuation: { art: [], blocks: [] } }],
    [
      '只能有文本和文本流',
      {
        ...template,
        continuation: {
          ...template.continuation,
          blocks: [...template.continuation.blocks, { kind: 'qr', box: { x: 1, y: 1, width: 9, height: 9 } }],
        },
      },
    ],
  ])('is said in Chinese too: %s', (what, wrong) => {
    const { en, zh } = wordsOf(() => checkTemplate(wrong))
    expect(zh).toContain(what)
    expect(zh.split('：')[1]).not.toMatch(/\b(it|is|not|the|has|they)\b/)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('what is wrong with a font', () => {
  const font = tinyFont({ characters: [[0x41, { kind: 'triangle', size: 400 }]] })
  const renamed = (tag: string) => {
    const bytes = Uint8Array.from(font)
    bytes.set(new TextEncoder().encode('gone'), Buffer.from(bytes).indexOf(tag))
    return bytes
  }
  it.each<[string, Uint8Array]>([
    ['文件不完整', new Uint8Array(3)],
    ['缺少表 cmap', renamed('cmap')],
    ['表 OS/2 超出文件', font.slice(0, 200)],
  ])('is said in Chinese too: %s', (what, regular) => {
    expect(wordsOf(() => openFonts({ regular })).zh).toBe(`字体 regular 无法读取：${what}。`)
  })
})
