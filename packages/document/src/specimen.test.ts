import { expect, it } from 'vitest'
import { emptyLayer, type Page } from './layout/page.ts'
import { notoFonts } from './noto.ts'
import { asSpecimen } from './specimen.ts'

const page: Page = {
  width: 595,
  height: 842,
  art: [],
  fixed: emptyLayer(),
  filled: emptyLayer(),
  texts: [],
  seals: [],
  qr: [],
}

it('is written across the page, inside it and below its text', () => {
  const own = { x: 1, y: 2, size: 3, spacing: 0, colour: '#000000', characters: [] }
  const marked = asSpecimen({ ...page, filled: { marks: [], runs: [own] } }, notoFonts())
  const runs = marked.filled.runs
  expect(runs.at(-1)).toBe(own)
  expect(runs).toHaveLength(6)
  for (const { x, y, size, characters } of runs.slice(0, -1)) {
    expect(String.fromCodePoint(...characters.map(({ codePoint }) => codePoint))).toBe('样本 SPECIMEN 无效')
    const width = characters.reduce((sum, { advance }) => sum + advance, 0) * size
    expect(x).toBeGreaterThan(0)
    expect(x + width).toBeLessThan(page.width)
    expect(y - size).toBeGreaterThan(0)
    expect(y).toBeLessThan(page.height)
  }
})
