import { VaultError } from '@licencevault/errors'
import { describe, expect, it } from 'vitest'
import { sampleTemplate as template } from '../testing/sample-template.ts'
import { checkTemplate, templateBytes, templateDigest } from './index.ts'

/** A copy of the sample template with another value at a place; `undefined` takes the place away. */
function changed(place: string, value: unknown): unknown {
  const copy: unknown = structuredClone(template)
  const path = place.split('.')
  const last = path.pop() ?? ''
  const parent = path.reduce((at, name) => (at as Record<string, unknown>)[name], copy) as Record<
    string,
    unknown
  >
  if (value !== undefined) parent[last] = value
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
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
    ['template.format', changed('format', 'licencevault.template/2')],
    ['template.colour', changed('colour', '#000000')],
    ['template.sheets', changed('sheets', [])],
    ['template.sheets[0].art[0].kind', changed('sheets.0.art.0.kind', 'blob')],
    ['template.sheets[0].art[0].kind', changed('sheets.0.art.0.kind', 'toString')],
    ['template.sheets[0].art[0].colour', changed('sheets.0.art.0.colour', 'red')],
    ['template.sheets[0].art[2].d', changed('sheets.0.art.2.d', 'M 1 2 Q 3 4')],
    ['template.sheets[0].art[2].d', changed('sheets.0.art.2.d', 'M 1 2 L 3 0 0 1 rg')],
    ['template.sheets[0].blocks[0].text', changed('sheets.0.blocks.0.text', '{nobody}')],
    ['template.sheets[0].blocks[0].style.size', changed('sheets.0.blocks.0.style.size', Number.NaN)],
    ['template.sheets[0].blocks[0].box.width', changed('sheets.0.blocks.0.box.width', undefined)],
    ['template.sheets[0].blocks[0]', changed('sheets.0.blocks.0.box.x', 100)],
    ['template.sheets[0].blocks[2].items[0].cells', changed('sheets.0.blocks.2.items.0.cells', [])],
    ['template.sheets', changed('sheets.0.blocks.7', undefined)],
    ['template.continuation', changed('continuation.blocks.1', undefined)],
  ])('is refused at %s', (at, value) => {
    expect(whereRefused(value)).toBe(at)
  })
})
