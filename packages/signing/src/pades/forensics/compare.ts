import { error } from '../../codes.ts'
import { countOf, only, type PdfDict, type PdfObject, type PdfStream } from '../../pdf/object.ts'
import type { Pdf } from '../../pdf/reader.ts'
import type { ChangeKind, Found } from './change.ts'
import { sides } from './describe.ts'
import type { Subject } from './words.ts'

/** What is left to be looked at for one file: values compared, all savings together. */
export interface Budget {
  left: number
}

export class TooMuchToCompare extends Error {}

/** Where something stands, and what a difference there would be. */
export interface Place {
  readonly path: string
  readonly kind: ChangeKind
  readonly subject: Subject
  readonly object?: number
  readonly page?: number
  readonly field?: string
  readonly comment?: boolean
  readonly visible?: boolean
}

const none: ReadonlySet<string> = new Set()
const length: ReadonlySet<string> = new Set(['Length'])

/** Changes that are listed for one saving; a forger may make as many as there are objects. */
const listed = 50

/**
 * Compares what two states of a document say. Both are walked from the trailer, so that whatever can be
 * reached is either the same, accepted by a rule for the place where it stands, or reported; what cannot
 * be reached in either state is no part of the document.
 */
export class Comparison {
  readonly before: Pdf
  readonly after: Pdf
  readonly found: Found[] = []
  more = false
  /** Objects that a rule of their own compares: pages, fields, annotations. */
  readonly apart = new Set<number>()
  readonly #budget: Budget
  readonly #seen = new Set<string>()
  readonly #open: Array<() => void> = []

  constructor(before: Pdf, after: Pdf, budget: Budget) {
    this.before = before
    this.after = after
    this.#budget = budget
  }

  report(place: Place, before?: PdfObject, after?: PdfObject) {
    if (this.found.length >= listed) {
      this.more = true
      // What is refused counts, however much that is permitted was listed before it.
      if (place.kind !== 'content' || this.found.some(({ kind }) => kind === 'content')) return
    }
    this.found.push({ ...place, ...sides([this.before, before], [this.after, after]) })
  }

  /** Demands that both are the same, all the way down, and reports where they are not. */
  same(before: PdfObject | undefined, after: PdfObject | undefined, place: Place) {
    this.#same(before ?? null, after ?? null, place)
    for (let next = this.#open.pop(); next; next = this.#open.pop()) next()
  }

  /** As {@link same}, for the entries of a dictionary but some. */
  sameEntries(before: PdfDict, after: PdfDict, place: Place, but: ReadonlySet<string>) {
    for (const key of new Set([...before.map.keys(), ...after.map.keys()]))
      if (!but.has(key)) this.same(before.map.get(key), after.map.get(key), inside(place, key))
  }

  /** Whether both are the same, all the way down; nothing is reported. */
  equal(before: PdfObject | undefined, after: PdfObject | undefined): boolean {
    const quiet = new Comparison(this.before, this.after, this.#budget)
    quiet.same(before, after, { path: '', kind: 'metadata', subject: 'document' })
    return quiet.found.length === 0
  }

  spend(work: number) {
    this.#budget.left -= work
    if (this.#budget.left < 0) throw new TooMuchToCompare()
  }

  #same(before: PdfObject, after: PdfObject, place: Place) {
    this.spend(1)
    if (before === null || after === null || typeof before !== 'object' || typeof after !== 'object') {
      if (before !== after) this.report(place, before, after)
      return
    }
    if (before.kind === 'ref' && after.kind === 'ref' && before.id === after.id) {
      if (before.generation !== after.generation) this.report(place, before, after)
      else this.#follow(before.id, place)
    } else if (
      before.kind === 'array' &&
      after.kind === 'array' &&
      before.items.length === after.items.length
    )
      before.items.forEach((item, i) => {
        this.#same(item, after.items[i] ?? null, { ...place, path: `${place.path}/${i}` })
      })
    else if (before.kind === 'dict' && after.kind === 'dict') this.#sameDict(before, after, place)
    else if (before.kind === 'stream' && after.kind === 'stream') this.#sameStream(before, after, place)
    else if (!sameLeaf(before, after)) this.report(place, before, after)
  }

  #sameDict(before: PdfDict, after: PdfDict, place: Place, but: ReadonlySet<string> = none) {
    for (const [key, value] of before.map)
      if (!but.has(key)) this.#same(value, after.map.get(key) ?? null, inside(place, key))
    for (const [key, value] of after.map)
      if (!before.map.has(key) && !but.has(key)) this.#same(null, value, inside(place, key))
  }

  #sameStream(before: PdfStream, after: PdfStream, place: Place) {
    const encoded = this.before.bytes.subarray(before.start, before.end)
    const encodedAfter = this.after.bytes.subarray(after.start, after.end)
    this.spend(encoded.length >> 8)
    if (!sameBytes(encoded, encodedAfter)) this.report(place, before, after)
    const [one, other] = [before, after].map(({ dict }) => countOf(dict.map.get('Length')))
    // A length that stands there is that of the bytes; one that stands elsewhere can change.
    const direct = one !== undefined && other !== undefined
    this.#sameDict(before.dict, after.dict, place, direct ? length : none)
  }

  /** Chains of references are as long as a forger likes: they wait in line instead of on the stack. */
  #follow(id: number, place: Place) {
    // What a page is drawn with is compared as that, though the same object were an annotation as well.
    const strict = drawing.has(place.subject)
    const key = `${place.kind} ${strict} ${id}`
    if ((this.apart.has(id) && !strict) || this.#seen.has(key)) return
    this.#seen.add(key)
    this.#open.push(() => {
      this.#same(this.before.object(id), this.after.object(id), { ...place, object: id })
    })
  }
}

/** The place of an entry; what is called a font, a form or an action there is one. */
export function inside(place: Place, key: string): Place {
  const path = place.path.length > 400 ? place.path : `${place.path}/${key.slice(0, 40)}`
  if (place.kind !== 'content') return { ...place, path }
  return { ...place, path, subject: named[key]?.(place.subject) ?? place.subject }
}

const drawing = new Set<Subject>(['content', 'resources', 'font', 'graphic', 'attachment', 'layers'])
const drawn = new Set<Subject>(['page', 'content', 'resources', 'graphic', 'pages', 'field'])
const named: Readonly<Record<string, (above: Subject) => Subject>> = {
  Contents: (above) => (above === 'page' ? 'content' : above),
  Resources: (above) => (drawn.has(above) ? 'resources' : above),
  Font: (above) => (drawn.has(above) ? 'font' : above),
  XObject: (above) => (drawn.has(above) ? 'graphic' : above),
  A: () => 'action',
  AA: () => 'action',
}

type Leaf = Exclude<PdfObject, null | boolean | number>

function sameLeaf(before: Leaf, after: Leaf): boolean {
  if (before.kind === 'real' && after.kind === 'real') return before.value === after.value
  if (before.kind === 'name' && after.kind === 'name') return before.name === after.name
  if (before.kind === 'string' && after.kind === 'string') return sameBytes(before.bytes, after.bytes)
  return false
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}

/** The dictionary that stands there, which must be one where it is anything at all. */
export function dictOr(pdf: Pdf, object: PdfObject | undefined, what: string): PdfDict | undefined {
  const value = pdf.resolve(object)
  const dict = only(value, 'dict')
  if (value !== null && !dict) throw error('pdf-structure-wrong', { what })
  return dict
}
