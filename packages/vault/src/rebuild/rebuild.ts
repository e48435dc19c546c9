import type { Recorded } from '@licencevault/ledger'
import { canonicalise, paperKeyId } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import { keepAct } from '../acts.ts'
import { error } from '../codes.ts'
import { unlessThere } from '../documents.ts'
import { readMark, VOID_FORMAT, type VoidMark } from '../issue/make.ts'
import { finishVoid } from '../issue/void.ts'
import type { Office } from '../office.ts'
import { requestDigest } from '../requests.ts'
import { isBeingRebuilt, REBUILD, setting } from '../settings.ts'
import type { VaultTables } from '../tables.ts'
import { documentReader } from './documents-of.ts'
import { takeIn } from './take-in.ts'
import type { Told } from './taking.ts'

export interface Rebuilt {
  /** Entries of the ledger that were taken in now. */
  readonly entries: number
  /** Licences that had no file: they were never acknowledged, and are void now. */
  readonly voided: readonly string[]
  /** Licences whose file was kept and is not there any more as it was, with the reason by its word. */
  readonly lost: readonly { readonly identifier: string; readonly code: string }[]
}

/** Entries whose rows come with one transaction, and documents that are read at once. */
const PAGE = 256
const AT_ONCE = 16

/**
 * Brings ledger and office back into an empty database, from the documents alone. What is cut short goes on
 * when it is called again.
 */
export async function rebuild(
  office: Office,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<Rebuilt> {
  const { ledger, db } = office
  await begin(office)
  await ledger.rebuild({ signal })
  const read = documentReader(office)
  const keyId = await paperKeyId(office.paperKey.publicKey)
  const lost: { identifier: string; code: string }[] = []
  const from = await positionOf(office)
  let entries = 0
  for await (const page of pagesOf(ledger.entries({ after: from - 1, signal }))) {
    const told = await inOrder(
      page,
      async (recorded): Promise<Told> => ({ recorded, documents: await read(recorded) }),
    )
    for (const one of told) lost.push(...missing(one))
    await db.transaction(async (rows) => {
      const tx = tablesOf<VaultTables>(rows)
      for (const one of told) await takeIn({ office, keyId, tx }, one)
      const value = String(from + entries + page.length)
      await tx.updateTable('vault_settings').set({ value }).where('name', '=', REBUILD.position).execute()
    })
    entries += page.length
  }
  const voided = await voidUnfinished(office, signal)
  await end(office)
  return { entries, voided, lost }
}

/** Throws VaultError `vault-not-empty` where rows stand that no rebuilding wrote. */
async function begin(office: Office): Promise<void> {
  if (await isBeingRebuilt(office)) return
  const query = tablesOf<VaultTables>(office.db.query)
  for (const table of ['vault_types', 'vault_authorities', 'vault_requests', 'vault_licences'] as const) {
    const rows = await query.selectFrom(table).select('ticket').limit(1).execute()
    if (rows.length > 0) throw error('vault-not-empty')
  }
  await query.insertInto('vault_settings').values({ name: REBUILD.position, value: '0' }).execute()
}

async function positionOf(office: Office): Promise<number> {
  return Number(await setting(office, REBUILD.position))
}

async function end({ db }: Office): Promise<void> {
  await db.transaction(async (rows) => {
    const tx = tablesOf<VaultTables>(rows)
    await tx.deleteFrom('vault_settings').where('name', '=', REBUILD.position).execute()
    await tx
      .insertInto('vault_settings')
      .values({ name: REBUILD.done, value: '1' })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
  })
}

async function* pagesOf(entries: AsyncIterable<Recorded>): AsyncGenerator<readonly Recorded[]> {
  let page: Recorded[] = []
  for await (const entry of entries) {
    page.push(entry)
    if (page.length < PAGE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/** Several at once, begun in their order: a type is read before the licences that name it. */
async function inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results = new Map<number, R>()
  let next = 0
  const one = async () => {
    while (next < items.length) {
      const at = next++
      results.set(at, await work(items[at] as T))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return items.map((_, at) => results.get(at) as R)
}

function missing({ recorded: { entry }, documents }: Told): Rebuilt['lost'] {
  if (documents.of !== 'kept') return []
  const { digest, trouble } = documents.file
  if (trouble === undefined && digest === entry.digests.file) return []
  return [{ identifier: entry.subject, code: trouble ?? 'blob-altered' }]
}

/** What was recorded and got no file is ended, with the mark that keeps a file from coming to stand there. */
async function voidUnfinished(office: Office, signal: AbortSignal | undefined): Promise<readonly string[]> {
  const rows = await tablesOf<VaultTables>(office.db.query)
    .selectFrom('vault_licences')
    .select(['identifier', 'qr'])
    .where('state', '=', 'issuing')
    .orderBy('identifier')
    .execute()
  // What has a file is finished by recovery.
  const without = rows.filter(({ qr }) => qr === '').map(({ identifier }) => identifier)
  const voided: string[] = []
  for (const identifier of without) {
    signal?.throwIfAborted()
    const mark = await markFor(office, identifier)
    if (!mark) continue
    await finishVoid(office, mark)
    voided.push(identifier)
  }
  return voided
}

/** The mark that stands there, or a new one; none where something else stands: that is left to people. */
async function markFor(office: Office, identifier: string): Promise<VoidMark | undefined> {
  const { blobs, keys } = office
  const actor = { application: 'vault', role: 'operator' }
  const request = `rebuild-${identifier}`
  const mark: VoidMark = {
    format: VOID_FORMAT,
    identifier,
    act: await keepAct(office, { description: why }, { application: actor.application, request }),
    actor,
    request: requestDigest(actor, request),
  }
  const key = keys.licence(identifier)
  if (await unlessThere(blobs.put(key, canonicalise(mark), { ifAbsent: true }))) return mark
  const standing = readMark(await blobs.get(key))
  return standing?.identifier === identifier ? standing : undefined
}

const why = '重建数据库时该证照没有文件：未曾答复颁发。No file stood when the database was rebuilt.'
