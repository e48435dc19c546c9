import type { CharacterBook } from '../font/book.ts'
import type { Layer, Mark, Run } from '../layout/page.ts'
import { hex4, number, numbers, rgb } from './syntax.ts'

/** Writes a layer's marks and texts as content operators (ISO 32000-1, 8 and 9). */
export function layerContent({ marks, runs }: Layer, book: CharacterBook, pageHeight: number): string {
  return markContent(marks, pageHeight) + textContent(runs, book, pageHeight)
}

function markContent(marks: readonly Mark[], pageHeight: number): string {
  let out = ''
  // Grounds first: a cell's ground must not cover the frame of its neighbour.
  for (const mark of marks)
    if (mark.kind === 'fill') {
      const { x, y, width, height } = mark.area
      out += `${rgb(mark.colour)} rg ${numbers(x, pageHeight - y - height, width, height)} re f\n`
    }
  for (const mark of marks) {
    if (mark.kind === 'frame') {
      const { x, y, width, height } = mark.area
      out += `${rgb(mark.colour)} RG ${number(mark.width)} w ${numbers(x, pageHeight - y - height, width, height)} re S\n`
    } else if (mark.kind === 'rule') {
      const y = pageHeight - mark.y
      out += `${rgb(mark.colour)} RG ${number(mark.width)} w ${numbers(mark.x, y)} m ${numbers(mark.x + mark.length, y)} l S\n`
    }
  }
  return out
}

function textContent(runs: readonly Run[], book: CharacterBook, pageHeight: number): string {
  if (runs.length === 0) return ''
  let out = 'BT\n'
  let colour = ''
  let face = ''
  let spacing = '0'
  for (const run of runs) {
    if (run.colour !== colour) {
      colour = run.colour
      out += `${rgb(colour)} rg\n`
    }
    const ownSpacing = number(run.spacing)
    if (ownSpacing !== spacing) {
      spacing = ownSpacing
      out += `${spacing} Tc\n`
    }
    for (const part of sameFont(run, book)) {
      const ownFace = `/F${part.font} ${number(run.size)} Tf\n`
      if (ownFace !== face) {
        face = ownFace
        out += face
      }
      out += `1 0 0 1 ${numbers(part.x, pageHeight - run.y)} Tm <${part.codes}> Tj\n`
    }
  }
  return `${out}ET\n`
}

/** A run in pieces of one font each. */
function sameFont(run: Run, book: CharacterBook): { font: number; x: number; codes: string }[] {
  const parts: { font: number; x: number; codes: string }[] = []
  let x = run.x
  for (const found of run.characters) {
    const { font, code } = book.enter(found)
    const last = parts.at(-1)
    if (last?.font === font) last.codes += hex4(code)
    else parts.push({ font, x, codes: hex4(code) })
    x += found.advance * run.size + run.spacing
  }
  return parts
}
