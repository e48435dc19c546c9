import type { Fonts } from './font/fonts.ts'
import { findAll } from './layout/lines.ts'
import type { Page, Run } from './layout/page.ts'

const words = '样本 SPECIMEN 无效'
const colour = '#e8a0a0'
/** The words are this much of the page's width, and stand on it so often. */
const share = 0.8
const rows = 5

/**
 * The page with the words that make it no licence written across it, below its text: for looking at before
 * anything is issued.
 *
 * @throws glyph-missing
 */
export function asSpecimen(page: Page, fonts: Fonts): Page {
  const characters = findAll(words, { chain: fonts.faces['sans-bold'], field: 'specimen' }).filter(
    (found) => found !== 'break',
  )
  const advance = characters.reduce((sum, found) => sum + found.advance, 0)
  const size = (page.width * share) / advance
  const x = (page.width * (1 - share)) / 2
  const runs = Array.from(
    { length: rows },
    (_, row): Run => ({ x, y: (page.height * (row + 0.6)) / rows, size, spacing: 0, colour, characters }),
  )
  return { ...page, filled: { ...page.filled, runs: [...runs, ...page.filled.runs] } }
}
