import { only, type PdfObject } from '../pdf/object.ts'
import { pagesOf } from '../pdf/pages.ts'
import type { Pdf } from '../pdf/reader.ts'
import type { Revision } from '../pdf/revision.ts'
import type { XrefEntry } from '../pdf/xref.ts'

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

/** Lists what the revisions from `first` on changed; it says nothing of whether they were allowed to. */
export function changesFrom(pdf: Pdf, first: number): Changes {
  const later = pdf.revisions.slice(first)
  const before = entriesOf(pdf.revisions.slice(0, first))
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

/**
 * Pages, counted from 1, whose own object, contents, resources or annotations were changed.
 *
 * @throws VaultError `pdf-…`
 */
export function pagesTouched(pdf: Pdf, { redefined, added }: Changes): number[] {
  const changed = new Set([...redefined, ...added])
  const touched = (object: PdfObject | undefined) => changed.has(only(object, 'ref')?.id ?? -1)
  // Pages may share one long array; it is looked through once.
  const known = new Map<readonly PdfObject[], boolean>()
  const anyTouched = (items: readonly PdfObject[]) => {
    const answer = known.get(items) ?? items.some(touched)
    known.set(items, answer)
    return answer
  }
  return pagesOf(pdf)
    .filter(({ id, dict }) => {
      const { map } = dict
      const named = [map.get('Contents'), map.get('Resources'), map.get('Annots')]
      if (changed.has(id) || named.some(touched)) return true
      return (
        anyTouched(pdf.items(map.get('Contents')) ?? []) || anyTouched(pdf.items(map.get('Annots')) ?? [])
      )
    })
    .map(({ number }) => number)
}
