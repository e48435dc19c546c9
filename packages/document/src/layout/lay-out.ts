import type { Statement } from '@licencevault/licence'
import { error } from '../codes.ts'
import type { Fonts } from '../font/fonts.ts'
import { refuse } from '../shape.ts'
import type { FlowBlock, Sheet, Template, TextBlock } from '../template.ts'
import { type Entry, entriesOf } from './entries.ts'
import { fitText, seeBelow, shortenText } from './fixed-text.ts'
import { placeFlow } from './flow.ts'
import { areaOf, emptyLayer, type Layer, type Page, points } from './page.ts'
import { fillIn, isFixed, namesPages } from './placeholders.ts'
import { putText } from './set-lines.ts'

/** A licence of more pages is refused. */
export const maxPages = 200

const a4 = [595.28, 841.89] as const

/** Puts everything that a statement says in its place. @throws glyph-missing, place-too-small, too-many-pages */
export function layOut(statement: Statement, template: Template, fonts: Fonts): Page[] {
  const pages: Page[] = []
  const rest: Entry[] = []
  for (const sheet of template.sheets) {
    const page = emptyPage(template, sheet)
    pages.push(page)
    rest.push(
      ...placeTexts(page, sheet, statement, template, fonts),
      ...placeFlows(page, sheet, statement, fonts),
    )
  }
  const further = continuePages(rest, template, fonts)
  further.forEach((page) => {
    placeRepeated(page, template.continuation, { statement }, fonts)
  })
  pages.push(...further)
  pages.forEach((page, index) => {
    const sheet = template.sheets[index] ?? template.continuation
    const numbered = textBlocks(sheet).filter((block) => namesPages(block.text))
    const context = { statement, page: index + 1, pages: pages.length }
    for (const block of numbered) placeShortened(page, block, fillIn(block.text, context), fonts)
  })
  return pages
}

/** The fixed texts of a sheet, which are the same for every licence. */
export function layOutFixed(sheet: Sheet, template: Template, fonts: Fonts): Page {
  const page = emptyPage(template, sheet)
  for (const block of textBlocks(sheet))
    if (isFixed(block.text) && !placeText(page, page.fixed, block, block.text, fonts))
      throw error('place-too-small', { field: block.name ?? block.text })
  for (const block of sheet.blocks)
    if (block.kind === 'photo') {
      const area = areaOf(block.box)
      page.fixed.marks.push({ kind: 'frame', area, colour: block.style.colour, width: 0.5 })
      placeText(page, page.fixed, { ...block, kind: 'text', valign: 'middle' }, block.text, fonts)
    }
  return page
}

function emptyPage(template: Template, sheet: Sheet): Page {
  const [short, long] = a4
  const upright = template.orientation === 'portrait'
  return {
    width: upright ? short : long,
    height: upright ? long : short,
    art: sheet.art,
    fixed: emptyLayer(),
    filled: emptyLayer(),
    texts: [],
    seals: sheet.blocks.flatMap((block) =>
      block.kind === 'seal'
        ? [{ centre: [block.centre[0] * points, block.centre[1] * points] as const, seal: block }]
        : [],
    ),
    qr: sheet.blocks.flatMap((block) =>
      block.kind === 'qr' ? [{ area: areaOf(block.box), colour: block.colour ?? '#000000' }] : [],
    ),
  }
}

/** Answers what did not fit, as rows for a further page. */
function placeTexts(
  page: Page,
  sheet: Sheet,
  statement: Statement,
  template: Template,
  fonts: Fonts,
): Entry[] {
  return textBlocks(sheet).flatMap((block): Entry[] => {
    if (isFixed(block.text) || namesPages(block.text)) return []
    const text = fillIn(block.text, { statement })
    if (placeText(page, page.filled, block, text, fonts)) return []
    placeShortened(page, block, seeBelow, fonts)
    return [overflow(block, text, template)]
  })
}

function overflow(block: TextBlock, text: string, template: Template): Entry {
  const { style } = continuationFlow(template)
  const label = block.name ?? ''
  const labelWidth = label === '' ? 0 : style.labelWidth
  return {
    kind: 'row',
    style,
    minHeight: 0,
    minScale: 0,
    cells: [{ label, value: text, share: 1, labelWidth, name: block.name ?? block.text }],
  }
}

function placeFlows(page: Page, sheet: Sheet, statement: Statement, fonts: Fonts): Entry[] {
  return sheet.blocks.flatMap((block) =>
    block.kind === 'flow'
      ? placeFlow(
          entriesOf(block.items, block.style, { statement }),
          areaOf(block.box),
          block.style,
          fonts,
          page,
          false,
        )
      : [],
  )
}

function continuePages(rest: readonly Entry[], template: Template, fonts: Fonts): Page[] {
  const pages: Page[] = []
  const flow = continuationFlow(template)
  let left = rest
  while (left.length > 0) {
    if (pages.length + template.sheets.length === maxPages) throw error('too-many-pages', { limit: maxPages })
    const page = emptyPage(template, template.continuation)
    left = placeFlow(left, areaOf(flow.box), flow.style, fonts, page, true)
    pages.push(page)
  }
  return pages
}

/** The flow of the further pages; a checked template has one. */
function continuationFlow(template: Template): FlowBlock {
  const flow = template.continuation.blocks.find((block) => block.kind === 'flow')
  return flow ?? refuse('template.continuation', 'it has no flow', '没有文本流')
}

/** Texts of a further page repeat what stands in full elsewhere, so a long one may be shortened. */
function placeRepeated(page: Page, sheet: Sheet, context: { statement: Statement }, fonts: Fonts): void {
  for (const block of textBlocks(sheet))
    if (!namesPages(block.text)) placeShortened(page, block, fillIn(block.text, context), fonts)
}

function placeShortened(page: Page, block: TextBlock, text: string, fonts: Fonts): void {
  if (placeText(page, page.filled, block, text, fonts)) return
  const short = shortenText(block, text, fonts)
  if (!short) throw error('place-too-small', { field: block.name ?? block.text })
  putText(page, page.filled, block.name ?? block.text, short)
}

function placeText(page: Page, layer: Layer, block: TextBlock, text: string, fonts: Fonts): boolean {
  const fitted = fitText(block, text, fonts)
  if (fitted) putText(page, layer, block.name ?? block.text, fitted)
  return fitted !== undefined
}

function textBlocks(sheet: Sheet): TextBlock[] {
  return sheet.blocks.filter((block) => block.kind === 'text')
}
