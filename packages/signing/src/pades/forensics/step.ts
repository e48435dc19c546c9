import { nameOf, only, type PdfDict, type PdfObject } from '../../pdf/object.ts'
import type { Pdf } from '../../pdf/reader.ts'
import type { Step } from './change.ts'
import { type Budget, Comparison, type Place } from './compare.ts'
import { compareEvidence } from './evidence.ts'
import { compareForm } from './fields.ts'
import { readPages } from './pages.ts'
import { unlistedBytes, unlistedPacked } from './unlisted.ts'
import type { Subject } from './words.ts'

/**
 * What one saving changed of the document as it was before.
 *
 * @param revision the saving, counted from 0; not the first
 * @throws VaultError `pdf-…` where one of both states cannot be read
 * @throws TooMuchToCompare where the budget is used up
 */
export function compareStep(pdf: Pdf, revision: number, budget: Budget): Step {
  const [before, after] = [pdf.asOf(revision - 1), pdf.asOf(revision)]
  for (const { entries } of after.revisions) budget.left -= entries.size
  const work = new Comparison(before, after, budget)
  work.spend(0)
  if (compareTrailer(work)) {
    const pages = readPages(work)
    const form = compareForm(work, pages.pageOf)
    pages.compare(form)
    compareEvidence(work)
    compareCatalog(work)
  }
  const stray = unlistedBytes(after, after.latest)
  if (stray !== undefined) work.report({ path: `byte ${stray}`, kind: 'content', subject: 'unlisted' })
  const packed = unlistedPacked(after, after.latest)
  if (packed !== undefined)
    work.report({ path: `object ${packed}`, kind: 'content', subject: 'unlisted', object: packed })
  return { revision, found: work.found, more: work.more }
}

/** How the file is read and found again, not what it says. */
const technical = new Set(['Size', 'Prev', 'ID', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms'])

/** Answers whether it is still the same document, so that the rest can be compared. */
function compareTrailer(work: Comparison): boolean {
  const [before, after] = [work.before.latest.trailer, work.after.latest.trailer]
  const [one, other] = [only(before.map.get('Root'), 'ref'), only(after.map.get('Root'), 'ref')]
  if (!one || one.id !== other?.id) {
    work.report(
      { path: '/Root', kind: 'content', subject: 'root' },
      before.map.get('Root'),
      after.map.get('Root'),
    )
    return false
  }
  work.apart.add(one.id)
  const but = new Set([...technical, 'Root', 'Info'])
  work.sameEntries(before, after, { path: '', kind: 'content', subject: 'document' }, but)
  const info = [
    work.before.resolve(before.map.get('Info')),
    work.after.resolve(after.map.get('Info')),
  ] as const
  // Some leave the entry out of an update, and so do not change what it says.
  if (after.map.has('Info')) work.same(...info, { path: '/Info', kind: 'metadata', subject: 'metadata' })
  return true
}

/** Entries of the catalogue that a rule of their own compares. */
const judged = new Set(['Pages', 'AcroForm', 'DSS', 'Metadata', 'Extensions', 'Version'])

const about: Readonly<Record<string, Subject>> = {
  Names: 'document',
  AF: 'attachment',
  OpenAction: 'action',
  AA: 'action',
  OCProperties: 'layers',
  Perms: 'permissions',
}

function compareCatalog(work: Comparison) {
  const [before, after] = [work.before.catalog, work.after.catalog]
  const pages: Place = { path: '/Root/Pages', kind: 'content', subject: 'pages' }
  work.same(before.map.get('Pages'), after.map.get('Pages'), pages)
  for (const key of ['Extensions', 'Version'])
    work.same(before.map.get(key), after.map.get(key), metadata(`/Root/${key}`))
  compareMetadata(work, before.map.get('Metadata'), after.map.get('Metadata'))
  for (const key of new Set([...before.map.keys(), ...after.map.keys()])) {
    if (judged.has(key)) continue
    const place: Place = { path: `/Root/${key}`, kind: 'content', subject: about[key] ?? 'document' }
    if (key === 'Names') compareNames(work, before.map.get(key), after.map.get(key), place)
    else work.same(before.map.get(key), after.map.get(key), place)
  }
}

const metadata = (path: string): Place => ({ path, kind: 'metadata', subject: 'metadata' })

/** The XMP packet may be written anew, as a packet. */
function compareMetadata(work: Comparison, before: PdfObject | undefined, after: PdfObject | undefined) {
  const now = work.after.resolve(after)
  const stream = only(now, 'stream')
  const packet = stream && nameOf(work.after.resolve(stream.dict.map.get('Subtype'))) === 'XML'
  const place =
    now === null || packet
      ? metadata('/Root/Metadata')
      : { ...metadata('/Root/Metadata'), kind: 'content' as const }
  const [one, other] = [work.before.resolve(before), now]
  work.same(one, other, place)
}

function compareNames(
  work: Comparison,
  before: PdfObject | undefined,
  after: PdfObject | undefined,
  place: Place,
) {
  const [one, other] = [work.before.dict(before), work.after.dict(after)]
  if (!one || !other) return work.same(before, after, place)
  const subjects: Readonly<Record<string, Subject>> = { EmbeddedFiles: 'attachment', JavaScript: 'action' }
  for (const key of keysOf(one, other)) {
    const here = {
      ...place,
      path: `${place.path}/${key.slice(0, 40)}`,
      subject: subjects[key] ?? place.subject,
    }
    work.same(one.map.get(key), other.map.get(key), here)
  }
}

const keysOf = (one: PdfDict, other: PdfDict) => new Set([...one.map.keys(), ...other.map.keys()])
