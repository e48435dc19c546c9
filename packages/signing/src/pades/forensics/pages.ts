import { nameOf, only, type PdfDict, type PdfObject } from '../../pdf/object.ts'
import { pagesOf } from '../../pdf/pages.ts'
import { walk } from '../../pdf/tree.ts'
import { isComment } from './annotations.ts'
import type { Comparison, Place } from './compare.ts'
import { type FormChanges, newItems } from './fields.ts'

/** Pages by what stands on them. */
export interface Pages {
  /** Number of the page on which the annotation of that object stands, in either state. */
  readonly pageOf: (id: number) => number | undefined
  /** Compares the pages and their annotations, once the form is known. */
  readonly compare: (form: FormChanges) => void
}

/** Finds the pages of both states; every node of the page tree is compared on its own. */
export function readPages(work: Comparison): Pages {
  const root = work.before.catalog.map.get('Pages')
  const bounds = { what: 'Pages' as const, nodes: work.before.limits.pages }
  const nodes = [...walk(work.before, root ? [root] : [], bounds)]
  const numbers = new Map(pagesOf(work.before).map(({ id, number }) => [id, number]))
  for (const { id } of nodes) if (id !== undefined) work.apart.add(id)
  const annotated = new Map<number, number>()
  for (const pdf of [work.after, work.before])
    for (const { id: pageId, number, dict } of pagesOf(pdf)) {
      if (!numbers.has(pageId)) continue
      for (const item of annotationsOf(work, pdf, dict)) {
        const id = only(item, 'ref')?.id
        if (id !== undefined) annotated.set(id, number)
      }
    }
  for (const id of annotated.keys()) if (isInUse(work, id)) work.apart.add(id)
  const compare = (form: FormChanges) => {
    const looked = new Set<number>()
    for (const { id, dict } of nodes) {
      const number = id === undefined ? undefined : numbers.get(id)
      if (id !== undefined && number === undefined) comparePageNode(work, id, dict)
      else if (id !== undefined && number !== undefined) comparePage(work, { id, number, dict }, form, looked)
    }
  }
  return { pageOf: (id) => annotated.get(id), compare }
}

const isInUse = (work: Comparison, id: number) => {
  const entry = work.before.entry(id)
  return entry !== undefined && entry.kind !== 'free'
}

function annotationsOf(work: Comparison, pdf: Comparison['before'], page: PdfDict): readonly PdfObject[] {
  const items = pdf.items(page.map.get('Annots')) ?? []
  work.spend(items.length + 1)
  return items
}

const none: ReadonlySet<string> = new Set()

function comparePageNode(work: Comparison, id: number, before: PdfDict) {
  const place: Place = { path: '/Pages', kind: 'content', subject: 'pages', object: id }
  const after = only(work.after.object(id), 'dict')
  if (!after) work.report(place, before, work.after.object(id))
  else work.sameEntries(before, after, place, none)
}

const annotations = new Set(['Annots'])

function comparePage(
  work: Comparison,
  { id, number, dict: before }: { readonly id: number; readonly number: number; readonly dict: PdfDict },
  form: FormChanges,
  looked: Set<number>,
) {
  const place: Place = { path: '/Page', kind: 'content', subject: 'page', object: id, page: number }
  const after = only(work.after.object(id), 'dict')
  if (!after) return work.report(place, before, work.after.object(id))
  work.sameEntries(before, after, place, annotations)
  const [old, now] = [annotationsOf(work, work.before, before), annotationsOf(work, work.after, after)]
  const here: Place = { ...place, path: '/Page/Annots', kind: 'annotation', subject: 'annotation' }
  for (const item of newItems(work, old, now, here)) compareNewAnnotation(work, item, form, here)
  for (const item of old) compareAnnotation(work, item, form, here, looked)
}

/** What was put on a page: the widget of a field that was accepted already, or an annotation. */
function compareNewAnnotation(work: Comparison, item: PdfObject, form: FormChanges, place: Place) {
  const id = only(item, 'ref')?.id
  if (id !== undefined && (form.added.has(id) || form.nodes.has(id))) {
    // A field that was defined before and shown nowhere would now be.
    if (form.nodes.has(id))
      work.report({ ...place, kind: 'content', subject: 'field', object: id }, null, item)
    return
  }
  const dict = work.after.dict(item)
  const comment = dict !== undefined && isComment(work.after, dict)
  const widget = dict !== undefined && nameOf(work.after.resolve(dict.map.get('Subtype'))) === 'Widget'
  const what = widget ? ({ kind: 'content', subject: 'field-added' } as const) : {}
  work.report({ ...place, comment, ...what, ...(id !== undefined && { object: id }) }, null, dict ?? item)
}

/** An annotation that stood there; those that are fields are compared with the form. */
function compareAnnotation(
  work: Comparison,
  item: PdfObject,
  form: FormChanges,
  place: Place,
  looked: Set<number>,
) {
  const id = only(item, 'ref')?.id
  if (id === undefined || form.nodes.has(id) || looked.has(id)) return
  looked.add(id)
  const before = only(work.before.object(id), 'dict')
  const after = only(work.after.object(id), 'dict')
  const comment =
    before !== undefined &&
    after !== undefined &&
    isComment(work.before, before) &&
    isComment(work.after, after)
  const here = { ...place, object: id, comment }
  if (!before || !after) work.same(work.before.object(id), work.after.object(id), here)
  else work.sameEntries(before, after, here, none)
}
