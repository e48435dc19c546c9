import { error } from '../codes.ts'
import type { PdfLimits } from './limits.ts'
import type { PdfDict } from './object.ts'
import { type ParseBudget, Parser } from './parser.ts'
import { tooMany } from './too-many.ts'
import { type XrefEntry, type XrefSection, xrefSection } from './xref.ts'

/**
 * One saving of the file: the first, or one incremental update (ISO 32000-1, 7.5.6). The bytes up
 * to `end` are the whole document as it was then.
 */
export interface Revision {
  /** 0 is the oldest. */
  readonly index: number
  readonly start: number
  /** The byte after `%%EOF`; a signature may cover up to here, or up to `end`. */
  readonly eof: number
  /** The byte after the line end that follows `%%EOF`, if one does. */
  readonly end: number
  readonly xref: 'table' | 'stream'
  readonly xrefAt: number
  readonly trailer: PdfDict
  /** What this revision says about objects: written, moved or freed. */
  readonly entries: ReadonlyMap<number, XrefEntry>
  /** One more than the highest object number, as its trailer states. */
  readonly size: number
}

/** All revisions, the oldest first, from the last `startxref` backwards. */
export function readRevisions(bytes: Uint8Array, limits: PdfLimits, budget: ParseBudget): Revision[] {
  const sections = chain(bytes, limits, budget)
  const revisions: Revision[] = []
  let start = 0
  for (let i = sections.length - 1; i >= 0; i--) {
    const older = sections[i]
    const newer = sections[i - 1]
    if (!older) continue
    const linear = newer !== undefined && newer.at < older.at && i === sections.length - 1
    const revision = linear
      ? linearised(newer, older, revisions.length)
      : plain(older, revisions.length, start)
    // Objects past /Size are missing to some readers, and a new object would take their number.
    if (revision.size < (revisions.at(-1)?.size ?? 0)) throw error('pdf-xref-broken', { at: revision.xrefAt })
    checkEntries(bytes, revision, budget)
    revisions.push(revision)
    start = revision.end
    if (linear) i--
  }
  return revisions
}

function chain(bytes: Uint8Array, limits: PdfLimits, budget: ParseBudget): XrefSection[] {
  const sections: XrefSection[] = []
  const seen = new Set<number>()
  let room = limits.objects
  let at: number | undefined = lastStart(bytes, budget)
  while (at !== undefined) {
    if (seen.has(at)) throw error('pdf-xref-loop', { at })
    if (seen.size >= limits.revisions) throw tooMany('revisions', limits.revisions)
    if (at >= bytes.length) throw error('pdf-xref-broken', { at })
    seen.add(at)
    const section = xrefSection(bytes, at, room, limits, budget)
    const newer = sections.at(-1)
    if (newer && !mayPrecede(section, newer)) throw error('pdf-xref-broken', { at })
    room -= section.entries.size
    sections.push(section)
    at = section.previous
  }
  return sections
}

/**
 * Sections may not overlap, or a short file could have the same bytes read 256 times; and only the
 * oldest may stand behind the one that names it, in a linearised file.
 */
const mayPrecede = (older: XrefSection, newer: XrefSection) =>
  older.at < newer.at ? older.end <= newer.at : newer.end <= older.at && older.previous === undefined

/** What the last `startxref` of the file names. Bytes after its `%%EOF` are the caller's to judge. */
function lastStart(bytes: Uint8Array, budget: ParseBudget): number {
  const mark = 'startxref'
  const parser = new Parser(bytes, bytes.length - mark.length, budget)
  while (parser.at >= 0 && !parser.starts(mark)) parser.at--
  if (parser.at < 0 || !parser.keyword(mark)) throw error('pdf-end-missing')
  parser.skip()
  const at = parser.integer()
  if (at === undefined) throw error('pdf-end-missing')
  while (bytes[parser.at] === 0x20 || bytes[parser.at] === 0x0a || bytes[parser.at] === 0x0d) parser.at++
  if (!parser.starts('%%EOF')) throw error('pdf-end-missing')
  return at
}

function plain(section: XrefSection, index: number, start: number): Revision {
  const { at, eof, end, trailer, entries, size, kind } = section
  // Each update stands after the one before it and is ended by the mark that names it.
  if (at < start || section.named !== at) throw error('pdf-xref-broken', { at })
  return { index, start, eof, end, xref: kind, xrefAt: at, trailer, entries, size }
}

/** A linearised file (Annex F) has its first section at the front and the rest at the end. */
function linearised(front: XrefSection, rest: XrefSection, index: number): Revision {
  if (rest.named !== front.at) throw error('pdf-xref-broken', { at: rest.at })
  const entries = new Map(rest.entries)
  for (const [id, entry] of front.entries) {
    if (entries.has(id)) throw error('pdf-duplicate-object', { id })
    entries.set(id, entry)
  }
  const { eof, end } = rest
  const { trailer, kind } = front
  const size = Math.max(front.size, rest.size)
  return { index, start: 0, eof, end, xref: kind, xrefAt: front.at, trailer, entries, size }
}

/** Every object must stand where it is said to, inside its own revision or an older one. */
function checkEntries(bytes: Uint8Array, revision: Revision, budget: ParseBudget): void {
  const parser = new Parser(bytes, 0, budget)
  for (const [id, entry] of revision.entries) {
    if (id >= revision.size) throw error('pdf-xref-broken', { at: revision.xrefAt })
    if (entry.kind !== 'at') continue
    const { at, generation } = entry
    parser.at = at
    const header = at < revision.end ? parser.header() : undefined
    if (header?.id !== id || header.generation !== generation) throw error('pdf-object-misplaced', { id, at })
  }
}

/**
 * Where anything begins that a cross-reference names, ascending. No object may reach over the next
 * of these: honest files have no such objects, and a nest of them would be read over and over.
 */
export function boundariesOf(revisions: readonly Revision[]): Float64Array {
  const starts = revisions.flatMap(({ entries, xrefAt }) => {
    const own = [xrefAt]
    for (const entry of entries.values()) if (entry.kind === 'at') own.push(entry.at)
    return own
  })
  return Float64Array.from(starts).sort()
}
