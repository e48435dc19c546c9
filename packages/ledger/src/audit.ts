import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { canonicalise } from '@licencevault/licence'
import type { BlobKeys, Blobs, Db, Rows } from '@licencevault/stores'
import { sql } from 'kysely'
import { microseconds } from './clock.ts'
import { error } from './codes.ts'
import { type Damage, damage } from './damage.ts'
import { isSubject, isWord } from './draft.ts'
import type { Actor, Draft, Recorded } from './entry-shape.ts'
import { insertRows } from './insert-rows.ts'
import type { Cancellable } from './ledger.ts'
import { entriesOf } from './read-rows.ts'
import { ledgerOf, type ReadRow } from './tables.ts'
import { isCode } from './tiles.ts'

/** One look at something, and why. */
export interface Read {
  readonly actor: Actor
  /** What was looked at, such as a licence identifier. */
  readonly subject: string
  /** A word such as `fetched` or `authenticated`. */
  readonly act: string
  /** Who within the application, as it names its people; stands in rows and their batches, never in an entry. */
  readonly person?: string
  /** For which purpose, service item and case. */
  readonly purpose?: string
  readonly item?: string
  readonly case?: string
}

/** A read as it stands in the audit. */
export interface RecordedRead extends Read {
  readonly number: number
  /** UTC with six decimals. */
  readonly at: string
  /** Index of the ledger entry that commits it; `null` until its batch is committed. */
  readonly entry: number | null
}

export interface ReadsQuery extends Cancellable {
  readonly subject?: string
  readonly application?: string
  /** Instants in UTC, `from` included and `to` not. */
  readonly from?: string
  readonly to?: string
  /** Only reads behind this number. */
  readonly after?: number
  readonly limit?: number
}

export interface Audit {
  /** Durable once it resolves. Many at once share one transaction. */
  record(reads: readonly Read[]): Promise<void>
  /** Reads in the order in which they were recorded. */
  find(query: ReadsQuery): AsyncIterable<RecordedRead>
  /**
   * Commits the reads that no entry commits yet, up to 1,000 a batch: each batch is kept as a blob, and an
   * entry of kind `reads` names its digest. Answers the entries.
   */
  commit(by: { readonly authority: string; readonly actor: Actor }): Promise<Recorded[]>
}

/** In a crowd each transaction, which syncs the disk, is shared by those who come within so many milliseconds. */
const COMPANY_MS = 4
/** Reads committed by one entry. */
const BATCH = 1000
const PAGE = 500
const TEXT = 200

export interface AuditRoom {
  readonly db: Db
  readonly blobs: Blobs
  readonly keys: BlobKeys
  readonly clock: () => Date
  readonly append: (drafts: readonly Draft[]) => Promise<Recorded[]>
}

export function auditOf(room: AuditRoom): Audit {
  const { db, clock } = room
  let waiting: { rows: (string | number | null)[]; done: PromiseWithResolvers<void> } | undefined

  let writing = false
  let crowd = false

  /** What arrives while one transaction is written is the next; in a crowd it waits a little for company. */
  const write = async (): Promise<void> => {
    writing = true
    while (waiting) {
      await (crowd ? sleep(COMPANY_MS) : new Promise(setImmediate))
      const { rows, done } = waiting
      waiting = undefined
      crowd = rows.length > readRows.columns.length
      try {
        await db.transaction((tx) => insertRows({ rows: tx, dialect: db.dialect }, readRows, rows))
        done.resolve()
      } catch (cause) {
        done.reject(cause)
      }
    }
    writing = false
  }

  return Object.freeze<Audit>({
    async record(reads) {
      for (const read of reads) requireRead(read)
      if (reads.length === 0) return
      const at = microseconds(clock())
      waiting ??= { rows: [], done: Promise.withResolvers<void>() }
      for (const read of reads) {
        waiting.rows.push(at, read.subject, read.actor.application, readText(read))
      }
      const { promise } = waiting.done
      if (!writing) void write()
      await promise
    },
    find: (query) => findReads(db.query, query),
    commit: (by) => commitReads(room, by),
  })
}

const readRows = { into: 'ledger_read', columns: ['at_us', 'subject', 'application', 'read'] }

function readText(read: Read): string {
  return new TextDecoder().decode(canonicalise(read))
}

function requireRead(read: Read): void {
  const { actor, subject, act, ...texts } = read
  const wrong =
    (!isSubject(subject) && 'subject') ||
    (!isWord(act) && 'act') ||
    (!(isSubject(actor?.application) && isSubject(actor?.role)) && 'actor') ||
    Object.entries(texts).find(
      ([name, text]) => !TEXTS.has(name) || typeof text !== 'string' || text.length > TEXT,
    )?.[0]
  if (wrong) throw error('read-wrong', { where: wrong, limit: TEXT })
}

const TEXTS: ReadonlySet<string> = new Set(['person', 'purpose', 'item', 'case'])

async function* findReads(rows: Rows, query: ReadsQuery): AsyncGenerator<RecordedRead> {
  const { subject, application, from, to, limit = Number.POSITIVE_INFINITY, signal } = query
  let after = query.after ?? 0
  for (let left = limit; left > 0; ) {
    signal?.throwIfAborted()
    const most = Math.min(left, PAGE)
    let page = ledgerOf(rows)
      .selectFrom('ledger_read')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
    if (subject !== undefined) page = page.where('subject', '=', subject)
    if (application !== undefined) page = page.where('application', '=', application)
    if (from !== undefined) page = page.where('at_us', '>=', Date.parse(from) * 1000)
    if (to !== undefined) page = page.where('at_us', '<', Date.parse(to) * 1000)
    const found = await page.execute()
    for (const row of found) yield recordedRead(row)
    after = found.at(-1)?.id ?? after
    left -= found.length
    if (found.length < most) return
  }
}

function recordedRead({ id, at_us, entry, read }: ReadRow): RecordedRead {
  return { ...(JSON.parse(read) as Read), number: id, at: instantOf(at_us), entry }
}

function instantOf(microseconds: number): string {
  return new Date(microseconds / 1000).toISOString()
}

async function commitReads(
  { db, blobs, keys, append }: AuditRoom,
  { authority, actor }: { authority: string; actor: Actor },
): Promise<Recorded[]> {
  const recorded: Recorded[] = []
  for (;;) {
    const rows = await ledgerOf(db.query)
      .selectFrom('ledger_read')
      .selectAll()
      .where('entry', 'is', null)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    const [first] = rows
    const last = rows.at(-1)
    if (!first || !last) return recorded
    const bytes = batchBytes(rows)
    const digest = sha256(bytes)
    await blobs.put(keys.byDigest(digest), bytes)
    const subject = `reads/${first.id}-${last.id}`
    // After a crash the entry may stand already, and only the rows do not know it.
    const standing = (await entriesOf(db.query, subject)).find(({ entry }) => entry.digests.reads === digest)
    const entry =
      standing ?? (await appendOne(append, { subject, digest, at: first.at_us, authority, actor }))
    await ledgerOf(db.query)
      .updateTable('ledger_read')
      .set({ entry: entry.index })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute()
    recorded.push(entry)
  }
}

async function appendOne(
  append: AuditRoom['append'],
  batch: { subject: string; digest: string; at: number; authority: string; actor: Actor },
): Promise<Recorded> {
  const { subject, digest, at, authority, actor } = batch
  const effectiveFrom = instantOf(at)
  const [entry] = await append([
    { kind: 'reads', subject, effectiveFrom, authority, actor, digests: { reads: digest } },
  ])
  if (!entry) throw new TypeError('one draft makes one entry')
  return entry
}

/** A batch as it is kept and hashed: one line a read, with its number and time. */
function batchBytes(rows: readonly KeptRead[]): Uint8Array {
  const lines = rows.map(({ id, at_us, read }) => `${id} ${at_us} ${read}\n`)
  return new TextEncoder().encode(lines.join(''))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Compares the rows of every committed batch with what its entry names. */
export async function fsckReads(
  rows: Rows,
  store: BatchStore,
  batches: AsyncIterable<Recorded>,
  tell: (found: Damage) => void,
): Promise<void> {
  for await (const { index, entry } of batches) {
    const kept = await batchOf(store, entry.digests.reads ?? '')
    const found = await rowsOf(
      rows,
      kept.map(({ id }) => id),
    )
    const same = kept.length > 0 && sha256(batchBytes(found)) === entry.digests.reads
    if (!same) tell(damage('reads-wrong', { index, subject: entry.subject }))
  }
}

interface BatchStore {
  readonly blobs: Blobs
  readonly keys: BlobKeys
}

type KeptRead = Pick<ReadRow, 'id' | 'at_us' | 'read'>

/** The reads of a batch, from its blob; none where the blob is gone or another. */
async function batchOf({ blobs, keys }: BatchStore, digest: string): Promise<KeptRead[]> {
  const bytes = await blobs.get(keys.byDigest(digest)).catch((cause: unknown) => {
    if (isCode(cause, 'blob-missing')) return new Uint8Array(0)
    throw cause
  })
  if (sha256(bytes) !== digest) return []
  const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1)
  return lines.map((line) => {
    const [, id = '', at = '', read = ''] = /^([0-9]+) ([0-9]+) (.*)$/.exec(line) ?? []
    return { id: Number(id), at_us: Number(at), read }
  })
}

async function rowsOf(rows: Rows, ids: readonly number[]): Promise<ReadRow[]> {
  if (ids.length === 0) return []
  return ledgerOf(rows).selectFrom('ledger_read').selectAll().where('id', 'in', ids).orderBy('id').execute()
}

/** Brings the reads of a batch back from its blob. */
export async function restoreReads(
  tx: Rows,
  dialect: Db['dialect'],
  store: BatchStore,
  { index, entry }: Recorded,
): Promise<void> {
  const values: (string | number | null)[] = []
  for (const { id, at_us, read } of await batchOf(store, entry.digests.reads ?? '')) {
    const { subject, actor }: Read = JSON.parse(read)
    values.push(id, at_us, subject, actor.application, read, index)
  }
  const columns = ['id', 'at_us', 'subject', 'application', 'read', 'entry']
  await insertRows(
    { rows: tx, dialect },
    { into: 'ledger_read', columns, end: 'on conflict (id) do nothing' },
    values,
  )
  // PostgreSQL would count on from where it stood.
  if (dialect === 'postgres') {
    await sql`select setval(pg_get_serial_sequence('ledger_read', 'id'), (select max(id) from ledger_read))`.execute(
      tx,
    )
  }
}
