import { only, type PdfObject } from '../pdf/object.ts'
import { pagesOf } from '../pdf/pages.ts'
import type { Pdf } from '../pdf/reader.ts'
import type { Revision } from '../pdf/revision.ts'
import type { XrefEntry } from '../pdf/xref.ts'
import type { Step } from './forensics/change.ts'
import { TooMuchToCompare } from './forensics/compare.ts'
import { compareStep } from './forensics/step.ts'

/** Numbers of objects and pages that one finding lists. */
export const listed = 50

/** What later revisions did to a document. */
export interface Changes {
  /** How many revisions came after. */
  readonly revisions: number
  /** Numbers of objects that stood before and stand elsewhere now: written again, or freed. */
  readonly redefined: readonly number[]
  /** Numbers of objects that did not stand before. */
  readonly added: readonly number[]
}

/** Entries, pages and their annotations that are looked through for one file, all its seals together. */
const mostLookedThrough = 2_000_000

/**
 * Finds what later revisions did to a file. Each seal asks from another revision on, and whoever made
 * the file says how many seals and objects there are: past a bound nothing more is listed.
 */
export class ChangeFinder {
  readonly #pdf: Pdf
  readonly #changes = new Map<number, Changes>()
  readonly #pages = new Map<number, readonly number[]>()
  readonly #steps = new Map<number, Step>()
  readonly #comparing = { left: mostLookedThrough }
  #left = mostLookedThrough

  constructor(pdf: Pdf) {
    this.#pdf = pdf
  }

  /** What the revisions from `first` on changed; nothing of whether they were allowed to. */
  since(first: number): Changes | undefined {
    const known = this.#changes.get(first)
    if (known || this.#left <= 0) return known
    const { revisions } = this.#pdf
    for (const { entries } of revisions) this.#left -= entries.size
    const changes = changesFrom(revisions, first)
    this.#changes.set(first, changes)
    return changes
  }

  /**
   * What each of the revisions from `first` on changed of what the document says; undefined where that is
   * too much to be compared.
   *
   * @throws VaultError `pdf-…`
   */
  stepsSince(first: number): readonly Step[] | undefined {
    const steps: Step[] = []
    try {
      for (let revision = first; revision < this.#pdf.revisions.length; revision++) {
        const step = this.#steps.get(revision) ?? compareStep(this.#pdf, revision, this.#comparing)
        this.#steps.set(revision, step)
        steps.push(step)
      }
      return steps
    } catch (trouble) {
      if (trouble instanceof TooMuchToCompare) return undefined
      throw trouble
    }
  }

  /**
   * Pages, counted from 1, whose own object, contents, resources or annotations those revisions changed.
   *
   * @throws VaultError `pdf-…`
   */
  pagesSince(first: number): readonly number[] | undefined {
    const known = this.#pages.get(first)
    const changes = this.since(first)
    if (known || !changes || this.#left <= 0) return known
    const { pages, looked } = pagesTouched(this.#pdf, changes)
    this.#left -= looked
    this.#pages.set(first, pages)
    return pages
  }
}

function changesFrom(revisions: readonly Revision[], first: number): Changes {
  const later = revisions.slice(first)
  const before = entriesOf(revisions.slice(0, first))
  const redefined = new Set<number>()
  const added = new Set<number>()
  for (const revision of later)
    for (const [id, entry] of revision.entries) {
      const old = before.get(id)
      if (old && old.kind !== 'free') {
        if (!sameEntry(old, entry)) redefined.add(id)
      } else if (entry.kind !== 'free') added.add(id)
    }
  return {
    revisions: later.length,
    redefined: sorted(redefined),
    added: sorted(added),
  }
}

function entriesOf(revisions: readonly Revision[]): Map<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>()
  for (const revision of revisions) for (const [id, entry] of revision.entries) entries.set(id, entry)
  return entries
}

/** An update may list an object where it already was; that changes nothing. */
function sameEntry(one: XrefEntry, other: XrefEntry): boolean {
  if (one.kind === 'at') return other.kind === 'at' && one.at === other.at
  if (one.kind === 'packed')
    return other.kind === 'packed' && one.stream === other.stream && one.index === other.index
  return other.kind === 'free'
}

const sorted = (ids: ReadonlySet<number>) => [...ids].sort((a, b) => a - b)

function pagesTouched(pdf: Pdf, { redefined, added }: Changes): { pages: number[]; looked: number } {
  const changed = new Set([...redefined, ...added])
  let looked = changed.size
  const touched = (object: PdfObject | undefined) => changed.has(only(object, 'ref')?.id ?? -1)
  // Pages may share one long array; it is looked through once.
  const known = new Map<readonly PdfObject[], boolean>()
  const anyTouched = (items: readonly PdfObject[]) => {
    const answer = known.get(items)
    if (answer !== undefined) return answer
    looked += items.length
    const found = items.some(touched)
    known.set(items, found)
    return found
  }
  const pages = pagesOf(pdf).filter(({ id, dict }) => {
    looked++
    const { map } = dict
    const named = [map.get('Contents'), map.get('Resources'), map.get('Annots')]
    if (changed.has(id) || named.some(touched)) return true
    return anyTouched(pdf.items(map.get('Contents')) ?? []) || anyTouched(pdf.items(map.get('Annots')) ?? [])
  })
  return { pages: pages.map(({ number }) => number), looked }
}
