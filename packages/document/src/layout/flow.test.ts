import { describe, expect, it } from 'vitest'
import { sampleStatement, sampleValues } from '../../testing/sample.ts'
import { sampleTemplate } from '../../testing/sample-template.ts'
import { openPress, type Page, type Template } from '../index.ts'
import { notoFonts } from '../noto.ts'

const fonts = notoFonts()
const scope = '一般项目：食用农产品销售；信息咨询服务（不含许可类信息咨询服务）；'.repeat(70).slice(0, 1200)

/** The sample template whose first row keeps at least this part of its size. */
function withSteadyName(minScale: number): Template {
  const copy = structuredClone(sampleTemplate)
  const row = copy.sheets[0]?.blocks.flatMap((block) => (block.kind === 'flow' ? block.items : []))[0]
  Object.assign(row ?? {}, { minScale })
  return copy
}

function layOut(template: Template, text = scope): Page[] {
  const fields = { ...sampleValues, scope: text }
  return openPress(template, fonts).layOut(sampleStatement({ template, fields }))
}

const namesOf = (page: Page | undefined) => [...new Set(page?.texts.map(({ name }) => name))]
const sizeOf = (page: Page | undefined, start: string) =>
  page?.filled.runs.find(({ characters }) =>
    characters
      .map(({ codePoint }) => String.fromCodePoint(codePoint))
      .join('')
      .startsWith(start),
  )?.size

describe('a text too long for its page', () => {
  it('alone goes on on the next: what stands below it keeps its place', () => {
    const [first, second, ...more] = layOut(sampleTemplate)
    expect(namesOf(first)).toEqual(expect.arrayContaining(['名称', '经营场所', '仓库', '有效期']))
    expect(namesOf(second).filter((name) => !name.includes('{'))).toEqual(['经营范围'])
    expect(more).toEqual([])
  })

  it('stands whole over both pages', () => {
    const texts = layOut(sampleTemplate).flatMap((page) => page.texts)
    const said = texts.filter(({ name, text }) => name === '经营范围' && text !== name)
    expect(said.map(({ text }) => text).join('')).toBe(scope)
  })

  it('shrinks without the rows that are to stay legible', () => {
    const [loose] = layOut(sampleTemplate)
    expect(sizeOf(loose, '云汀市鼎盛')).toBeCloseTo(0.8 * 11)
    const [page] = layOut(withSteadyName(0.95))
    expect(sizeOf(page, '云汀市鼎盛')).toBeCloseTo(0.95 * 11)
    expect(sizeOf(page, '一般项目')).toBeCloseTo(0.8 * 11)
  })

  it('keeps its label nearly as large as the others', () => {
    const [page] = layOut(sampleTemplate)
    expect(sizeOf(page, '经营范围')).toBeGreaterThan(9)
  })
})
