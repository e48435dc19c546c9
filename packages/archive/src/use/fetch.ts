import { VaultError } from '@licencevault/errors'
import { tablesOf } from '@licencevault/stores'
import type { Kysely } from 'kysely'
import { type Caller, requireRole } from '../caller.ts'
import { findCase } from '../cases/find-case.ts'
import { error } from '../codes.ts'
import { readAnswer } from '../filing/answers.ts'
import { type FiledPackage, openFiled } from '../filing/open-filed.ts'
import { microseconds, type Office } from '../office.ts'
import { error as packageError } from '../package/codes.ts'
import { purposes } from '../schedules/schedule.ts'
import type { ArchiveTables } from '../tables.ts'
import { committedTag, compared } from './compare.ts'
import { CASE_ID, noteUse } from './record.ts'

/** What is fetched out of the package of a case, and what for. */
export interface FetchOrder {
  readonly caseId: string
  /** The latest unless told. */
  readonly revision?: number
  /** Path below `data/`; the package whole, a ZIP file, without one. */
  readonly path?: string
  /** As of a use; needed unless the office of the case reads back its own. */
  readonly purpose?: string
}

export interface Fetched {
  readonly size: number
  /** Read to its end it has been compared with what the ledger commits to, and fails with `file-altered` otherwise. */
  readonly stream: AsyncIterable<Uint8Array>
  close(): void
}

/** The form under which it is on record. */
const FORM = 'fetch'

/**
 * Hands out what is kept, whatever the conditions of sharing say: for whoever keeps the archive, checks it, or filed
 * the case. It is on record before the first byte goes out, and so is what is refused or is not there.
 *
 * @throws VaultError `use-user-missing`, `use-purpose-missing`, `case-unknown`, `package-…`, `file-altered`
 */
export async function fetchFiled(
  office: Office,
  caller: Caller,
  order: FetchOrder,
  signal?: AbortSignal,
): Promise<Fetched> {
  requireRole(caller, 'fetch')
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const own = await isOwn(rows, caller, order.caseId)
  if (!own && !caller.user) throw error('use-user-missing')
  const note = (outcome: string, revision: number) =>
    noteUse(
      rows,
      { ...caller, user: caller.user ?? caller.role },
      { ...order, purpose: order.purpose ?? '', form: FORM },
      { outcome, revision, path: order.path ?? '', atUs: microseconds(office) },
    )
  let opened: FiledPackage | undefined
  try {
    requirePurpose(order, own)
    if (!CASE_ID.test(order.caseId)) throw error('case-unknown', { case: String(order.caseId).slice(0, 64) })
    await findCase(rows, order.caseId)
    opened = await openFiled(office, order.caseId, order.revision, signal)
    const found = await find(rows, opened, order)
    await note('granted', opened.revision)
    return { ...found, close: opened.close }
  } catch (problem) {
    opened?.close()
    if (problem instanceof VaultError) await note(problem.code, opened?.revision ?? 0)
    throw problem
  }
}

/** Whether the office of the case asks, or, where a filing system files for every office, the one that filed it. */
async function isOwn(
  rows: Kysely<ArchiveTables>,
  { role, application, authority }: Caller,
  caseId: string,
): Promise<boolean> {
  if (role !== 'filer' || !CASE_ID.test(caseId)) return false
  const filed = await rows
    .selectFrom('archive_filing')
    .select(['office', 'application'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'filed')
    .execute()
  return filed.some((one) =>
    authority === undefined ? one.application === application : one.office === authority,
  )
}

function requirePurpose({ purpose }: FetchOrder, own: boolean): void {
  if (own && !purpose) return
  if (!Object.hasOwn(purposes, purpose ?? '')) throw error('use-purpose-missing')
}

async function find(
  rows: Kysely<ArchiveTables>,
  opened: FiledPackage,
  { caseId, path }: FetchOrder,
): Promise<Omit<Fetched, 'close'>> {
  if (path) {
    const file = opened.files.find((one) => one.path === path)
    if (!file) throw packageError('package-file-missing', { path: path.slice(0, 200) })
    const sha256 = await digestIn(opened, path)
    return { size: file.size, stream: compared(await opened.file(path), { path, sha256 }) }
  }
  const { answer } = await rows
    .selectFrom('archive_filing')
    .select('answer')
    .where('case_id', '=', caseId)
    .where('revision', '=', opened.revision)
    .executeTakeFirstOrThrow()
  const { packageDigest: sha256 } = readAnswer(answer ?? '')
  const { size, stream } = await opened.whole()
  return { size, stream: compared(stream, { path: `${caseId}.zip`, sha256 }) }
}

/** What the manifest says of a file, as the ledger commits to it. */
async function digestIn(opened: FiledPackage, path: string): Promise<string> {
  const manifest = (await committedTag(opened, 'manifest-sha256.txt')).toString('utf8')
  const end = `  data/${path.replaceAll('%', '%25')}`
  const line = manifest.split('\n').find((one) => one.slice(64) === end)
  if (line === undefined) throw error('file-altered', { path })
  return line.slice(0, 64)
}
