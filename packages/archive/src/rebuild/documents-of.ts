import { VaultError } from '@licencevault/errors'
import type { Recorded } from '@licencevault/ledger'
import { tablesOf } from '@licencevault/stores'
import { type ActDocument, readAct } from '../act-document.ts'
import { packageKey } from '../filing/keep-case.ts'
import { defineItem } from '../items/define-item.ts'
import { type Office, readDocument } from '../office.ts'
import type { ArchiveTables } from '../tables.ts'
import { error } from './codes.ts'
import { type FoundPackage, readPackage, wordOf } from './read-package.ts'
import { isOwn, nameIn, type Told } from './taking.ts'

/** Reads what entries name, a page at a time and several documents at once. */
export interface DocumentReader {
  page(entries: readonly Recorded[]): Promise<readonly Told[]>
}

/** Packages and documents read at once. */
const AT_ONCE = 8

export function documentReader(office: Office, signal: AbortSignal | undefined): DocumentReader {
  /** Digest and size of packages whose storing is still to come. */
  const seen = new Map<string, FoundPackage>()
  let acts = new Map<string, Promise<Told['act']>>()

  const actOf = ({ entry: { digests } }: Recorded): Promise<Told['act']> => {
    if (digests.act === undefined) return Promise.resolve(undefined)
    const reading = acts.get(digests.act) ?? troubled(readAct(office, digests.act))
    acts.set(digests.act, reading)
    return reading
  }

  const read = async (recorded: Recorded, revision: number): Promise<Told> => {
    const { kind, digests } = recorded.entry
    const act = await actOf(recorded)
    const told: Told = { recorded, ...(act && { act }) }
    if (kind === 'item-defined' || kind === 'item-revised') {
      const bytes = await resting(recorded, digests.item, () => readDocument(office, digests.item ?? ''))
      return { ...told, item: defineItem(JSON.parse(new TextDecoder().decode(bytes))) }
    }
    if (kind === 'case-filed' || kind === 'case-corrected') {
      const key = packageKey(office, { case_id: nameIn(recorded), revision })
      const found = await readPackage(office, key, digests.package ?? '', signal)
      const { words: _, ...bytes } = found
      seen.set(key, bytes)
      return { ...told, found: { ...found, revision } }
    }
    if (kind === 'case-stored') {
      const key = packageKey(office, { case_id: nameIn(recorded), revision })
      const found = seen.get(key) ?? (await readPackage(office, key, '', signal))
      seen.delete(key)
      return { ...told, found: { ...found, revision } }
    }
    return told
  }

  return {
    async page(entries) {
      acts = new Map()
      const own = entries.filter(isOwn)
      const revisions = await revisionsOf(office, own)
      return inOrder(own, (recorded, at) => read(recorded, revisions[at] ?? 1))
    },
  }
}

/** Which revision of its case each entry is of: every entry that commits to a package begins one. */
async function revisionsOf({ db }: Office, entries: readonly Recorded[]): Promise<readonly number[]> {
  const ids = [...new Set(entries.map(nameIn))]
  const stand =
    ids.length === 0
      ? []
      : await tablesOf<ArchiveTables>(db.query)
          .selectFrom('archive_filing')
          .select(['case_id', ({ fn }) => fn.max('revision').as('last')])
          .where('case_id', 'in', ids)
          .groupBy('case_id')
          .execute()
  const last = new Map(stand.map(({ case_id, last }) => [case_id, last]))
  return entries.map((recorded) => {
    const { kind } = recorded.entry
    const id = nameIn(recorded)
    if (kind === 'case-filed' || kind === 'case-corrected') last.set(id, (last.get(id) ?? 0) + 1)
    return last.get(id) ?? 1
  })
}

async function troubled(reading: Promise<ActDocument>): Promise<Told['act']> {
  try {
    return await reading
  } catch (cause) {
    return { trouble: wordOf(cause) }
  }
}

/**
 * Reads what everything after an entry rests on.
 *
 * @throws VaultError `rebuild-stopped` where it is lost
 */
export async function resting<T>(
  { index, entry: { subject } }: Recorded,
  digest: string | undefined,
  reading: () => Promise<T>,
): Promise<T> {
  try {
    return await reading()
  } catch (cause) {
    if (!(cause instanceof VaultError) || cause.kind === 'unavailable') throw cause
    const details = { index, subject, digest: digest ?? '', code: cause.code }
    throw error('rebuild-stopped', details, { cause })
  }
}

async function inOrder<T, R>(
  items: readonly T[],
  work: (item: T, at: number) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>()
  let next = 0
  const one = async () => {
    while (next < items.length) {
      const at = next++
      results.set(at, await work(items[at] as T, at))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return items.map((_, at) => results.get(at) as R)
}
