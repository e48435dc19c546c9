import { error } from '../codes.ts'
import { nameOf, only, type PdfDict, type PdfObject } from './object.ts'
import type { Pdf } from './reader.ts'
import { textOf } from './text.ts'
import { type TreeNode, walk } from './tree.ts'

/** A form field that can have a value (ISO 32000-1, 12.7.3). */
export interface PdfField {
  /** Number of the field's object. */
  readonly id: number
  readonly dict: PdfDict
  /** Fully qualified: partial names joined by points. */
  readonly name: string
  /** `Sig`, `Tx`, `Btn`, `Ch`, inherited where the field says none. */
  readonly type: string | undefined
  /** As it stands in the file: usually a reference. */
  readonly value: PdfObject | undefined
}

/** The fields of the interactive form, without mere containers and widgets. */
export function fieldsOf(pdf: Pdf): PdfField[] {
  const form = pdf.dict(pdf.catalog.map.get('AcroForm'))
  const roots = pdf.items(form?.map.get('Fields')) ?? []
  const fields: PdfField[] = []
  const nameOfNode = fullNames(pdf)
  for (const node of walk(pdf, roots, { what: 'Fields', nodes: pdf.limits.fields })) {
    const { id, dict } = node
    const name = nameOfNode(node)
    if (id === undefined) throw error('pdf-structure-wrong', { what: 'Fields' })
    const widget = node.parents.length > 0 && !dict.map.has('T')
    const container = pdf.items(dict.map.get('Kids'))?.some((kid) => pdf.dict(kid)?.map.has('T'))
    if (widget || container) continue
    const type = nameOf(pdf.resolve(inherited(node, 'FT')))
    fields.push({ id, dict, name, type, value: inherited(node, 'V') })
  }
  return fields
}

function inherited(node: TreeNode, key: string): PdfObject | undefined {
  return [node, ...node.parents].find(({ dict }) => dict.map.has(key))?.dict.map.get(key)
}

/** Full names of the nodes of a form's tree, each asked for after those above it. */
export function fullNames(pdf: Pdf): (node: TreeNode) => string {
  const names = new Map<TreeNode, string>()
  return (node) => fullName(pdf, node, names)
}

/** Longest name that is read, in characters, those of the parents included: every field below repeats it. */
const longestName = 1_024

/** The parent's name is known already: a node comes after those above it. */
function fullName(pdf: Pdf, node: TreeNode, names: Map<TreeNode, string>): string {
  const [parent] = node.parents
  const above = parent && names.get(parent)
  const part = only(pdf.resolve(node.dict.map.get('T')), 'string')
  if (part && part.bytes.length > longestName) throw error('pdf-structure-wrong', { what: 'T' })
  const own = textOf(part)
  const name = above && own !== undefined ? `${above}.${own}` : (own ?? above ?? '')
  if (name.length > longestName) throw error('pdf-structure-wrong', { what: 'T' })
  names.set(node, name)
  return name
}
