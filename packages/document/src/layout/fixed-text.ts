import type { Fonts } from '../font/fonts.ts'
import type { TextBlock, TextStyle } from '../template.ts'
import { breakLines, type Line, type Measure, measureOf } from './lines.ts'
import { areaOf } from './page.ts'
import { blockHeight, type SetText } from './set-lines.ts'

/** By how much a text shrinks at a time. */
const step = 0.04

/** What is written where a text goes on on a further page. */
export const seeBelow = '（见附页）'

/** Sets a text in its box, smaller if need be; nothing if it does not fit at the smallest size either. */
export function fitText(block: TextBlock, text: string, fonts: Fonts): SetText | undefined {
  const smallest = block.minSize ?? 0.6 * block.style.size
  for (let part = 1; ; part -= step) {
    const size = Math.max(smallest, block.style.size * part)
    const fitted = tryText(block, text, fonts, {
      ...block.style,
      size,
      spacing: (block.style.spacing ?? 0) * part,
    })
    if (fitted || size === smallest) return fitted
  }
}

/** The text at its smallest size with an ellipsis, for what is written in full elsewhere. */
export function shortenText(block: TextBlock, text: string, fonts: Fonts): SetText | undefined {
  const characters = [...text]
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fitText(block, `${characters.slice(0, middle).join('')}…`, fonts)) low = middle
    else high = middle - 1
  }
  return fitText(block, `${characters.slice(0, low).join('')}…`, fonts)
}

function tryText(block: TextBlock, text: string, fonts: Fonts, style: TextStyle): SetText | undefined {
  const box = areaOf(block.box)
  const measure = measureOf(style, block.name ?? block.text, fonts)
  const lines = balanced(text, measure, box.width, style)
  const height = blockHeight(lines.length, style)
  if (lines.length > (block.lines ?? lines.length)) return undefined
  if (height > box.height + 0.01 || lines.some((line) => line.width > box.width + 0.01)) return undefined
  const slack = box.height - height
  const top = block.valign === 'bottom' ? slack : block.valign === 'middle' ? slack / 2 : 0
  return { lines, style, area: { ...box, y: box.y + top, height } }
}

/** Centred lines of a title come out about equally long: the narrowest width that takes no more lines. */
function balanced(text: string, measure: Measure, width: number, style: TextStyle): Line[] {
  const lines = breakLines(text, measure, width)
  if (style.align !== 'centre' || lines.length === 1) return lines
  let low = width / 2
  let high = width
  while (high - low > style.size / 4) {
    const middle = (low + high) / 2
    if (breakLines(text, measure, middle).length > lines.length) low = middle
    else high = middle
  }
  return breakLines(text, measure, high)
}
