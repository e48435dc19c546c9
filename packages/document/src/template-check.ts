import { refuse } from './shape.ts'
import type { Block, Box, Seal, Sheet, Template } from './template.ts'
import { templateShape } from './template-shape.ts'

/**
 * Checks that a value is a template: every member of the right kind and none beside, every block on the
 * page, placeholders that exist, exactly one seal, and a further page with one empty flow. Answers the
 * same value.
 *
 * @throws template-invalid
 */
export function checkTemplate(value: unknown): Template {
  templateShape(value, 'template')
  const template = value as Template
  checkPlaces(template)
  checkSeal(template)
  checkContinuation(template.continuation)
  return template
}

function checkPlaces(template: Template): void {
  const [width, height] = template.orientation === 'portrait' ? [210, 297] : [297, 210]
  const inside = ({ x, y, ...box }: Box) =>
    x >= 0 && y >= 0 && x + box.width <= width + 0.01 && y + box.height <= height + 0.01
  const check = (sheet: Sheet, at: string) => {
    sheet.blocks.forEach((block, index) => {
      if (!inside(boxOf(block))) refuse(`${at}.blocks[${index}]`, 'it reaches beyond the page', '超出页面')
    })
  }
  template.sheets.forEach((sheet, index) => {
    check(sheet, `template.sheets[${index}]`)
  })
  check(template.continuation, 'template.continuation')
}

function boxOf(block: Block): Box {
  if (block.kind !== 'seal') return block.box
  const [x, y] = block.centre
  return { x: x - block.size / 2, y: y - block.size / 2, width: block.size, height: block.size }
}

/** The signature has one place on the page. */
function checkSeal(template: Template): void {
  const seals = sealsOf(template).length
  if (seals !== 1)
    refuse('template.sheets', `they have ${seals} seals, not one`, `有 ${seals} 处印章，应恰为一处`)
}

/** The seals of a template: blocks of their own, and those of closing lines. */
export function sealsOf({ sheets }: Template): Seal[] {
  return sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'seal') return [block]
      const items = block.kind === 'flow' ? block.items : []
      return items.flatMap((item) => (item.kind === 'issuer' ? [item.seal] : []))
    }),
  )
}

function checkContinuation(sheet: Sheet): void {
  const flows = sheet.blocks.filter((block) => block.kind === 'flow')
  if (flows.length !== 1 || flows[0]?.items.length !== 0)
    refuse(
      'template.continuation',
      'it does not have exactly one flow without items',
      '应恰有一个不含条目的文本流',
    )
  if (sheet.blocks.some((block) => block.kind !== 'flow' && block.kind !== 'text'))
    refuse('template.continuation', 'it has something other than texts and its flow', '只能有文本和文本流')
}
