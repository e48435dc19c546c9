import { VaultError } from '@licencevault/errors'
import { describe, expect, it } from 'vitest'
import { checkTemplate, templateBytes, templateDigest } from './index.ts'
import { sampleTemplate as template } from './testing/sample-template.ts'

type Mutable = { [name: string]: Mutable } & Mutable[]
/** A copy of the sample template with one change. */
function changed(change: (copy: Mutable) => void): unknown {
  const copy = structuredClone(template) as unknown as Mutable
  change(copy)
  return copy
}

function whereRefused(value: unknown): string {
  try {
    checkTemplate(value)
    return 'not refused'
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'template-invalid') throw error
    return String(error.details.at)
  }
}

const wrong = (value: unknown) => value as Mutable

describe('a template', () => {
  it('that is right is answered as it is', () => {
    expect(checkTemplate(template)).toBe(template)
  })

  it('has a digest that does not depend on the order of members', () => {
    const turned = Object.fromEntries(Object.entries(template).reverse())
    expect(templateDigest(turned as never)).toBe(templateDigest(template))
    expect(JSON.parse(new TextDecoder().decode(templateBytes(template)))).toEqual(template)
  })

  it.each<[string, unknown]>([
    ['template', 'text'],
    ['template.format', changed((t) => (t.format = wrong('licencevault.template/2')))],
    ['template.colour', changed((t) => (t.colour = wrong('#000000')))],
    ['template.sheets', changed((t) => (t.sheets = wrong([])))],
    ['template.sheets[0].art[0].kind', changed((t) => (t.sheets[0].art[0].kind = wrong('blob')))],
    ['template.sheets[0].art[0].colour', changed((t) => (t.sheets[0].art[0].colour = wrong('red')))],
    ['template.sheets[0].art[2].d', changed((t) => (t.sheets[0].art[2].d = wrong('M 1 2 Q 3 4')))],
    ['template.sheets[0].blocks[0].text', changed((t) => (t.sheets[0].blocks[0].text = wrong('{nobody}')))],
    [
      'template.sheets[0].blocks[0].style.size',
      changed((t) => (t.sheets[0].blocks[0].style.size = wrong(Number.NaN))),
    ],
    ['template.sheets[0].blocks[0].box.width', changed((t) => delete t.sheets[0].blocks[0].box.width)],
    ['template.sheets[0].blocks[0]', changed((t) => (t.sheets[0].blocks[0].box.x = wrong(100)))],
    [
      'template.sheets[0].blocks[2].items[0].cells',
      changed((t) => (t.sheets[0].blocks[2].items[0].cells = wrong([]))),
    ],
    ['template.sheets', changed((t) => t.sheets[0].blocks.splice(7, 1))],
    ['template.continuation', changed((t) => t.continuation.blocks.pop())],
  ])('is refused at %s', (at, value) => {
    expect(whereRefused(value)).toBe(at)
  })
})
