import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sampleTemplate as template } from '../testing/sample-template.ts'
import {
  checkTemplate,
  maxFontBytes,
  maxPages,
  maxQrLength,
  maxReceiptBytes,
  openFonts,
  templateLimits,
} from './index.ts'

const { sheets, parts, text } = templateLimits

it('the README states the limits as they are', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ')
  const MiB = 1024 * 1024
  for (const words of [
    `\`maxPages\` ${maxPages} pages`,
    `\`maxQrLength\` ${maxQrLength} bytes`,
    `\`maxReceiptBytes\` ${maxReceiptBytes / MiB} MiB`,
    `\`maxFontBytes\` ${maxFontBytes / MiB} MiB`,
    `\`templateLimits\`: ${sheets} sheets, ${parts} blocks, items or pieces of art each`,
    `texts and paths of ${text.toLocaleString('en')} characters`,
  ]) {
    expect(readme).toContain(words)
  }
})

it('a font past the limit is not read', () => {
  expect(() => openFonts({ regular: new Uint8Array(maxFontBytes + 1) })).toThrow(/too large/)
})

const [sheet] = template.sheets
const flow = sheet?.blocks.find((block) => block.kind === 'flow')
const line = { kind: 'line', from: [0, 0], to: [1, 1], colour: '#000000', width: 1 } as const
const gap = { kind: 'gap', height: 1 } as const
const path = (length: number) => ({ kind: 'path', d: 'M 1 1'.padEnd(length, ' ') })
const times = (count: number, one: unknown) => Array.from({ length: count }, () => one)

it.each<[string, number, (count: number) => unknown]>([
  [
    'sheets',
    sheets,
    (count) => ({ ...template, sheets: [sheet, ...times(count - 1, { art: [], blocks: [] })] }),
  ],
  ['pieces of art', parts, (count) => ({ ...template, sheets: [{ ...sheet, art: times(count, line) }] })],
  [
    'blocks',
    parts,
    (count) => ({
      ...template,
      sheets: [sheet, { art: [], blocks: times(count, sheet?.blocks[0]) }],
    }),
  ],
  [
    'items',
    parts,
    (count) => ({
      ...template,
      sheets: [sheet, { art: [], blocks: [{ ...flow, items: times(count, gap) }] }],
    }),
  ],
  ['characters of a path', text, (count) => ({ ...template, sheets: [{ ...sheet, art: [path(count)] }] })],
])('a template has as many %s as are allowed, and not one more', (_, most, made) => {
  expect(() => checkTemplate(made(most))).not.toThrow()
  expect(() => checkTemplate(made(most + 1))).toThrow(/template-invalid/)
})
