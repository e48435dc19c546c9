import type { ScheduleFinding } from './finding.ts'
import { found } from './fit.ts'

/** A spreadsheet may have so many rows, and one of them so many characters and cells. */
export const MAX_CSV_ROWS = 200_000
export const MAX_ROW_CHARACTERS = 65_536
export const MAX_ROW_CELLS = 64

const [QUOTE, RETURN, FEED] = [0x22, 0x0d, 0x0a]

/**
 * The first bound that a text exceeds, if any. One walk over its characters that makes nothing, so that a file
 * made to exhaust whoever reads it is refused before it is parsed. It goes by the quotation marks as the parser
 * does, up to the first one out of place, at which the parser stops.
 */
export function beyondBounds(text: string, delimiter: string): ScheduleFinding | undefined {
  const mark = delimiter.charCodeAt(0)
  let [row, cells, from, quoted, before] = [1, 1, 0, false, FEED]
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (at - from >= MAX_ROW_CHARACTERS && (quoted || !isEnd(char)))
      return found('csv-row-too-long', { row }, { row, most: MAX_ROW_CHARACTERS })
    if (char === QUOTE) {
      // One that opens stands at the beginning of a cell; one that follows a closing one opens it again.
      if (quoted) quoted = false
      else quoted = before === QUOTE || before === mark || isEnd(before)
    } else if (!quoted && char === mark) {
      cells++
      if (cells > MAX_ROW_CELLS) return found('csv-row-too-wide', { row }, { row, most: MAX_ROW_CELLS })
    } else if (!quoted && isEnd(char)) {
      if (char === RETURN && text.charCodeAt(at + 1) === FEED) at++
      row++
      cells = 1
      from = at + 1
      if (row > MAX_CSV_ROWS && from < text.length)
        return found('csv-too-many-rows', { row }, { most: MAX_CSV_ROWS })
    }
    before = char
  }
  return undefined
}

const isEnd = (char: number) => char === FEED || char === RETURN
