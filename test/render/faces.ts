import { licenceTypes, makeStatements, templateOf } from '@licencevault/city'
import type { Template } from '@licencevault/document'
import type { LicenceType, Statement } from '@licencevault/licence'

/** A licence of the sample city with the template of its type. */
export interface Face {
  readonly layout: string
  readonly type: LicenceType
  readonly template: Template
  readonly statement: Statement
}

/** The first type of each layout, with a licence of it: the same every time. */
export function faces(): Face[] {
  const first = new Map<string, LicenceType>()
  for (const type of licenceTypes) {
    const { name } = templateOf(type)
    if (!first.has(name)) first.set(name, type)
  }
  return [...first].map(([layout, type]) => ({
    layout,
    type,
    template: templateOf(type),
    statement: licenceOf(type),
  }))
}

/** One licence of every type. */
export function everyFace(): Face[] {
  return licenceTypes.map((type) => {
    const template = templateOf(type)
    return { layout: template.name, type, template, statement: licenceOf(type) }
  })
}

function licenceOf(type: LicenceType): Statement {
  for (const statement of makeStatements({ seed: 'faces', count: 1, types: [type] })) return statement
  throw new RangeError(`the city makes no ${type.name}`)
}

/** About as long as the address and token of a printed licence. */
export const qrText = `https://licence.example/v#${'hEShATgXomFpWCAxMjM0NTY3ODkw'.repeat(11).slice(0, 290)}`
