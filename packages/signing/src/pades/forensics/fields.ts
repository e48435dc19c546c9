import { error } from '../../codes.ts'
import { fullNames } from '../../pdf/fields.ts'
import { nameOf, only, type PdfDict, type PdfObject } from '../../pdf/object.ts'
import type { Pdf } from '../../pdf/reader.ts'
import { type TreeNode, walk } from '../../pdf/tree.ts'
import { type Comparison, dictOr, inside, type Place } from './compare.ts'

/** A node of the form's tree: a field, a container of fields, or one of the places where a field is shown. */
interface FormNode {
  readonly id: number
  readonly dict: PdfDict
  readonly name: string
  readonly type: string | undefined
  readonly parents: readonly TreeNode[]
}

/** What became of the form: which objects are its nodes, and which of them are new fields for signatures. */
export interface FormChanges {
  readonly nodes: ReadonlyMap<number, FormNode>
  readonly added: ReadonlySet<number>
}

/** What filling in a field may change of it, beside its value. */
const filling = new Set(['V', 'AP', 'AS', 'I', 'TI', 'RV', 'DA', 'Q', 'M', 'F', 'Ff', 'Type'])
/** What signing in an empty field may change of it. */
const signing = new Set(['V', 'AP', 'AS', 'M', 'MK', 'F', 'Ff', 'DA', 'Type'])
/** What drawing a field anew may change, where it had been left to the reader to draw it. */
const drawing = new Set(['AP', 'AS', 'M', 'Type'])

/** The form's own entries that a rule judges. */
const judged = new Set(['Fields', 'SigFlags', 'NeedAppearances', 'DA', 'Q', 'DR'])

const root = '/Root/AcroForm'

/** Compares the interactive form (ISO 32000-2, 12.7), field by field. */
export function compareForm(work: Comparison, pageOf: (id: number) => number | undefined): FormChanges {
  const [before, after] = [work.before, work.after].map((pdf) =>
    dictOr(pdf, pdf.catalog.map.get('AcroForm'), 'AcroForm'),
  )
  const nodes = nodesOf(work, work.before, before)
  for (const id of nodes.keys()) work.apart.add(id)
  const added = compareFormDict(work, before, after, pageOf)
  const filled = filledNodes(work, nodes)
  for (const node of nodes.values()) compareField(work, node, filled, pageOf(node.id))
  return { nodes, added }
}

function nodesOf(work: Comparison, pdf: Pdf, form: PdfDict | undefined): Map<number, FormNode> {
  const nodes = new Map<number, FormNode>()
  const roots = pdf.items(form?.map.get('Fields')) ?? []
  const names = fullNames(pdf)
  for (const node of walk(pdf, roots, { what: 'Fields', nodes: pdf.limits.fields })) {
    work.spend(1 + node.parents.length)
    if (node.id === undefined) throw error('pdf-structure-wrong', { what: 'Fields' })
    const type = [node, ...node.parents].find(({ dict }) => dict.map.has('FT'))?.dict.map.get('FT')
    const { id, dict, parents } = node
    nodes.set(id, { id, dict, name: names(node), type: nameOf(pdf.resolve(type)), parents })
  }
  return nodes
}

/** The form's dictionary; answers the fields for signatures that were added to it. */
function compareFormDict(
  work: Comparison,
  before: PdfDict | undefined,
  after: PdfDict | undefined,
  pageOf: (id: number) => number | undefined,
): Set<number> {
  const added = new Set<number>()
  if (!before && !after) return added
  const empty: ReadonlyMap<string, PdfObject> = new Map()
  const [old, now] = [before?.map ?? empty, after?.map ?? empty]
  const place: Place = { path: root, kind: 'content', subject: 'field' }
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    if (judged.has(key)) continue
    work.same(old.get(key), now.get(key), inside(place, key))
  }
  for (const key of ['NeedAppearances', 'DA', 'Q'])
    work.same(old.get(key), now.get(key), { path: `${root}/${key}`, kind: 'form', subject: 'form' })
  compareResources(work, dictOr(work.before, old.get('DR'), 'DR'), dictOr(work.after, now.get('DR'), 'DR'))
  const [kept, present] = [
    work.before.items(old.get('Fields')) ?? [],
    work.after.items(now.get('Fields')) ?? [],
  ]
  for (const item of newItems(work, kept, present, { ...place, path: `${root}/Fields` })) {
    const id = only(item, 'ref')?.id
    const place: Place = { path: `${root}/Fields`, kind: 'content', subject: 'field-added' }
    if (id === undefined || work.before.entry(id)?.kind === 'at' || work.before.entry(id)?.kind === 'packed')
      work.report({ ...place, ...(id !== undefined && { object: id }) }, null, item)
    else if (compareNewField(work, id, pageOf(id))) added.add(id)
  }
  return added
}

/** What was added to a list whose old items must all be there still, in the same order. */
export function newItems(
  work: Comparison,
  before: readonly PdfObject[],
  after: readonly PdfObject[],
  place: Place,
): PdfObject[] {
  const known = new Set(before.map(keyOf))
  work.spend(before.length + after.length)
  const kept = after.filter((item) => known.has(keyOf(item)))
  const same = kept.length === before.length && kept.every((item, i) => keyOf(item) === keyOf(before[i]))
  const list = (items: readonly PdfObject[]): PdfObject => ({ kind: 'array', items, start: 0, end: 0 })
  if (!same) work.report(place, list(before), list(after))
  else
    before.forEach((item, i) => {
      if (!only(item, 'ref')) work.same(item, kept[i], { ...place, path: `${place.path}/${i}` })
    })
  return after.filter((item) => !known.has(keyOf(item)))
}

/** References by what they name; what stands in the list itself by its place among its like. */
const keyOf = (item: PdfObject | undefined): string => {
  const ref = only(item, 'ref')
  return ref ? `${ref.id} ${ref.generation}` : 'direct'
}

/** Fonts for filling in may be added, never exchanged: fields would read differently. */
function compareResources(work: Comparison, before: PdfDict | undefined, after: PdfDict | undefined) {
  const place: Place = { path: `${root}/DR`, kind: 'content', subject: 'font' }
  if (!before) return
  if (!after) return work.report(place, before, null)
  for (const [key, value] of before.map) {
    const [old, now] = [
      only(work.before.resolve(value), 'dict'),
      only(work.after.resolve(after.map.get(key)), 'dict'),
    ]
    if (!old || !now) work.same(value, after.map.get(key), inside(place, key))
    else
      for (const [name, item] of old.map) work.same(item, now.map.get(name), inside(inside(place, key), name))
  }
}

/** A field that was added to the form: accepted only for a signature. */
function compareNewField(work: Comparison, id: number, page: number | undefined): boolean {
  const dict = work.after.dict({ kind: 'ref', id, generation: 0 })
  const field = dict && only(work.after.resolve(dict.map.get('T')), 'string')
  const name = field && fullNames(work.after)({ id, dict, parents: [] })
  const where = {
    object: id,
    path: `${root}/Fields`,
    ...(page !== undefined && { page }),
    ...(name && { field: name }),
  }
  const fit =
    dict &&
    nameOf(work.after.resolve(dict.map.get('FT'))) === 'Sig' &&
    !['Kids', 'Parent', 'A', 'AA'].some((key) => dict.map.has(key))
  const value = dict && work.after.dict(dict.map.get('V'))
  const visible = dict !== undefined && isVisible(work.after, dict)
  const refused: Place = { ...where, kind: 'content', subject: 'field-added' }
  if (!fit || (!value && (visible || dict.map.has('AP')))) {
    work.report(refused, null, dict ?? null)
    return false
  }
  if (!value) work.report({ ...where, kind: 'seal', subject: 'seal-field' }, null, dict)
  else if (isTimestamp(work.after, value) && !visible)
    work.report({ ...where, kind: 'evidence', subject: 'timestamp' }, null, value)
  else if (isSignature(value))
    work.report({ ...where, kind: 'seal', subject: visible ? 'seal-shown' : 'seal', visible }, null, value)
  else work.report(refused, null, dict)
  return true
}

const isSignature = (dict: PdfDict) => dict.map.has('ByteRange') && dict.map.has('Contents')

/** A time-stamp of the whole document (EN 319 142-1, 5.4.3). Whether it is a right one is another check. */
export const isTimestamp = (pdf: Pdf, dict: PdfDict): boolean =>
  isSignature(dict) &&
  nameOf(pdf.resolve(dict.map.get('Type'))) === 'DocTimeStamp' &&
  nameOf(pdf.resolve(dict.map.get('SubFilter'))) === 'ETSI.RFC3161'

/** Whether a widget takes up room on its page. */
function isVisible(pdf: Pdf, dict: PdfDict): boolean {
  const sides = (pdf.items(dict.map.get('Rect')) ?? []).map((side) => {
    const value = pdf.resolve(side)
    return typeof value === 'number' ? value : only(value, 'real')?.value
  })
  const [left, bottom, right, top] = sides
  return left !== right && bottom !== top
}

/** Fields whose value is another now. */
function filledNodes(work: Comparison, nodes: ReadonlyMap<number, FormNode>): Set<number> {
  const filled = new Set<number>()
  for (const { id, dict } of nodes.values()) {
    const now = work.after.dict({ kind: 'ref', id, generation: generationOf(work.after, id) })
    if (now && !work.equal(dict.map.get('V'), now.map.get('V'))) filled.add(id)
  }
  return filled
}

const generationOf = (pdf: Pdf, id: number) => {
  const entry = pdf.entry(id)
  return entry?.kind === 'at' ? entry.generation : 0
}

function compareField(
  work: Comparison,
  { id, dict, name, type, parents }: FormNode,
  filled: ReadonlySet<number>,
  page: number | undefined,
) {
  const place: Place = {
    path: '/Field',
    kind: 'content',
    subject: 'field',
    object: id,
    field: name,
    ...(page !== undefined && { page }),
  }
  const now = only(work.after.object(id), 'dict')
  if (!now) return work.report(place, dict, work.after.object(id))
  const value = [dict, ...parents.map((parent) => parent.dict)].find(({ map }) => map.has('V'))?.map.get('V')
  const changed = filled.has(id) || parents.some((parent) => filled.has(parent.id ?? -1))
  if (type === 'Sig') return compareSignatureField(work, dict, now, place, value, changed)
  if (changed) {
    if (filled.has(id))
      work.report({ ...place, kind: 'form', subject: 'field-value' }, dict.map.get('V'), now.map.get('V'))
    return work.sameEntries(dict, now, place, filling)
  }
  const redrawn = !dict.map.has('AP') && now.map.has('AP')
  if (redrawn) {
    work.report({ ...place, kind: 'form', subject: 'field-appearance' }, null, now.map.get('AP'))
    return work.sameEntries(dict, now, place, drawing)
  }
  const look = new Set(['AP', 'AS', 'DA', 'Q', 'F', 'MK'])
  for (const key of look)
    work.same(dict.map.get(key), now.map.get(key), {
      ...place,
      path: `/Field/${key}`,
      subject: 'field-appearance',
    })
  work.sameEntries(dict, now, place, look)
}

function compareSignatureField(
  work: Comparison,
  before: PdfDict,
  after: PdfDict,
  place: Place,
  value: PdfObject | undefined,
  changed: boolean,
) {
  if (work.before.resolve(value) !== null)
    return work.sameEntries(before, after, { ...place, subject: 'seal-changed' }, new Set())
  if (!changed) return work.sameEntries(before, after, place, new Set())
  const signature = work.after.dict(after.map.get('V'))
  if (!signature || !isSignature(signature))
    return work.report({ ...place, subject: 'seal-changed' }, null, after.map.get('V'))
  const timestamp = isTimestamp(work.after, signature) && !isVisible(work.after, after)
  if (timestamp) work.report({ ...place, kind: 'evidence', subject: 'timestamp' }, null, signature)
  else work.report({ ...place, kind: 'seal', subject: 'seal' }, null, signature)
  work.sameEntries(before, after, place, signing)
}
