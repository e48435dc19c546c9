import type { BlobInfo, Call } from './blobs.ts'
import { error } from './codes.ts'
import { type Ask, explained, textOf } from './s3-ask.ts'
import { elementsIn, textIn } from './s3-xml.ts'

type Query = Readonly<Record<string, string | undefined>>

/** Keys page by page, a thousand at a time. */
export async function* listS3(ask: Ask, prefix: string, after: string, call: Call): AsyncGenerator<BlobInfo> {
  let next: Query = after === '' ? {} : { 'start-after': after }
  let last = after
  while (true) {
    const page = await pageOf(ask, { 'list-type': '2', prefix, ...next }, prefix, call)
    for (const { inside } of elementsIn(page, 'Contents')) {
      const info = infoOf(inside)
      // A page that goes back would be read for ever; and pages and proofs rely on the order.
      if (info.key <= last && last !== '') throw error('store-garbled', { found: 'keys out of order' })
      last = info.key
      yield info
    }
    const token = textIn(page, 'NextContinuationToken')
    if (textIn(page, 'IsTruncated') !== 'true') return
    if (!token) throw error('store-garbled', { found: 'a page without a next one' })
    next = { 'continuation-token': token }
  }
}

/** Versions of one key, newest first; what marks it as removed is none. */
export async function versionsS3(ask: Ask, key: string, call: Call): Promise<BlobInfo[]> {
  const found: BlobInfo[] = []
  let next: Query = {}
  while (true) {
    const page = await pageOf(ask, { versions: '', prefix: key, ...next }, key, call)
    const entries = elementsIn(page, 'Version', 'DeleteMarker')
    for (const { name, inside } of entries) {
      // The prefix finds longer keys too, and they come after it.
      if (textIn(inside, 'Key') !== key) return found
      if (name === 'Version') found.push(infoOf(inside))
    }
    const [marker, version] = [textIn(page, 'NextKeyMarker'), textIn(page, 'NextVersionIdMarker')]
    if (textIn(page, 'IsTruncated') !== 'true' || marker === undefined || entries.length === 0) return found
    next = { 'key-marker': marker, 'version-id-marker': version }
  }
}

async function pageOf(ask: Ask, query: Query, key: string, { signal }: Call): Promise<string> {
  try {
    const page = await textOf((await ask({ method: 'GET', query, signal })).body)
    if (!/<List(Bucket|Versions)Result/.test(page)) throw error('store-garbled', { found: 'no list' })
    return page
  } catch (cause) {
    throw explained(cause, key, false)
  }
}

function infoOf(inside: string): BlobInfo {
  const key = textIn(inside, 'Key')
  const size = Number(textIn(inside, 'Size') ?? Number.NaN)
  const modifiedAt = new Date(textIn(inside, 'LastModified') ?? Number.NaN)
  if (key === undefined || !Number.isSafeInteger(size) || Number.isNaN(modifiedAt.getTime())) {
    throw error('store-garbled', { found: 'a list entry without key, size or time' })
  }
  const version = textIn(inside, 'VersionId')
  return { key, size, modifiedAt, ...(version === undefined || version === 'null' ? {} : { version }) }
}
