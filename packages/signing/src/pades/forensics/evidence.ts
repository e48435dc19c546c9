import { only, type PdfDict, type PdfObject } from '../../pdf/object.ts'
import type { Pdf } from '../../pdf/reader.ts'
import { type Comparison, dictOr, type Place } from './compare.ts'

const lists: Readonly<Record<string, true>> = { Certs: true, CRLs: true, OCSPs: true }
const seals: Readonly<Record<string, true>> = {
  Cert: true,
  CRL: true,
  OCSP: true,
  TU: true,
  TS: true,
  Type: true,
}

const added: Place = { path: '/Root/DSS', kind: 'evidence', subject: 'evidence' }
const wrong: Place = { path: '/Root/DSS', kind: 'content', subject: 'evidence-changed' }

/**
 * The document security store (ISO 32000-2, 12.8.4.3). Anything may be added to it and left out again, as
 * EN 319 142-1 has it, for nothing in it is shown; what stays is what it was.
 */
export function compareEvidence(work: Comparison) {
  const [before, after] = [work.before, work.after].map((pdf) =>
    dictOr(pdf, pdf.catalog.map.get('DSS'), 'DSS'),
  )
  if (!before && !after) return
  if (!after) return work.report(wrong, before, null)
  if (shapeFault(work.after, after)) return work.report(wrong, before, after)
  const old = streamsOf(work.before, before)
  const now = streamsOf(work.after, after)
  work.spend(old.size + now.size)
  for (const [id, ref] of old) {
    const kept = now.get(id)
    if (kept) work.same(ref, kept, { ...wrong, object: id })
  }
  const fresh = [...now.keys()].filter((id) => !old.has(id))
  const gone = [...old.keys()].filter((id) => !now.has(id))
  if (fresh.length > 0 || gone.length > 0 || !before) work.report(added, before, after)
}

/** Whether something stands there that is no certificate, revocation list or response. */
function shapeFault(pdf: Pdf, store: PdfDict): boolean {
  for (const [key, value] of store.map) {
    if (key === 'Type') continue
    if (key === 'VRI') {
      for (const entry of pdf.dict(value)?.map.values() ?? []) {
        const dict = pdf.dict(entry)
        if (!dict || [...dict.map.keys()].some((name) => !seals[name])) return true
      }
    } else if (!lists[key] || !areStreams(pdf, value)) return true
  }
  return false
}

const areStreams = (pdf: Pdf, list: PdfObject) =>
  pdf.items(list)?.every((item) => only(item, 'ref') && only(pdf.resolve(item), 'stream')) ?? false

/** The streams that a store names, by the number of their object. */
function streamsOf(pdf: Pdf, store: PdfDict | undefined): Map<number, PdfObject> {
  const found = new Map<number, PdfObject>()
  const take = (value: PdfObject | undefined) => {
    for (const item of pdf.items(value) ?? [value ?? null]) {
      const ref = only(item, 'ref')
      if (ref && only(pdf.resolve(ref), 'stream')) found.set(ref.id, ref)
    }
  }
  for (const key of Object.keys(lists)) take(store?.map.get(key))
  for (const entry of pdf.dict(store?.map.get('VRI'))?.map.values() ?? [])
    for (const value of pdf.dict(entry)?.map.values() ?? []) take(value)
  return found
}
