import { error } from '../codes.ts'
import { only, type PdfDict, type PdfObject } from './object.ts'
import type { Pdf } from './reader.ts'
import { type Counted, tooMany } from './too-many.ts'

/** A node of a page, field or name tree, with the number of its object if it has one. */
export interface TreeNode {
  readonly id: number | undefined
  readonly dict: PdfDict
  /** The nodes above it, the nearest first. */
  readonly parents: readonly TreeNode[]
}

/** What a tree is called in messages, and how many nodes it may have. */
export interface TreeBounds {
  readonly what: Counted
  readonly nodes: number
}

/**
 * Every node below the given ones, in order, each before its kids. No node may be reached twice:
 * one that is its own ancestor never ends, and one with two parents is shown twice.
 */
export function* walk(pdf: Pdf, from: readonly PdfObject[], bounds: TreeBounds): Generator<TreeNode> {
  const seen = new Set<PdfDict>()
  const open: Array<{ object: PdfObject; parents: readonly TreeNode[] }> = []
  const push = (objects: readonly PdfObject[], parents: readonly TreeNode[]) => {
    for (const object of objects.toReversed()) open.push({ object, parents })
    if (open.length > bounds.nodes) throw tooMany(bounds.what, bounds.nodes)
  }
  push(from, [])
  for (let next = open.pop(); next; next = open.pop()) {
    const { object, parents } = next
    const dict = pdf.dict(object)
    if (!dict) throw error('pdf-structure-wrong', { what: bounds.what })
    if (seen.has(dict)) throw error('pdf-reference-loop', { id: only(object, 'ref')?.id ?? 0 })
    seen.add(dict)
    if (seen.size > bounds.nodes) throw tooMany(bounds.what, bounds.nodes)
    if (parents.length > pdf.limits.depth) throw error('pdf-too-deep', { limit: pdf.limits.depth })
    const node = { id: only(object, 'ref')?.id, dict, parents }
    yield node
    const kids = pdf.items(dict.map.get('Kids'))
    if (kids && kids.length > 0) push(kids, [node, ...parents])
  }
}
