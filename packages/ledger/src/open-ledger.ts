import { VaultError } from '@licencevault/errors'
import { blobKeys } from '@licencevault/stores'
import { auditOf } from './audit.ts'
import { hex, sameBytes, utf8 } from './bytes.ts'
import { microseconds } from './clock.ts'
import { error } from './codes.ts'
import { checkDraft, isSubject, limits } from './draft.ts'
import type { Draft } from './entry-shape.ts'
import { fsck } from './fsck.ts'
import type { Ledger, LedgerOptions, Readiness } from './ledger.ts'
import { emptyRoot, isIndex, isSize, leafHash, rootOfInclusion } from './merkle.ts'
import { noteKeyOf, rawPublicKey, readVkey, writeVkey } from './note.ts'
import { proposeIn } from './propose.ts'
import { Publisher } from './publisher.ts'
import { entries, entriesOf, entryAt } from './read-rows.ts'
import { broughtBack, rebuild } from './rebuild.ts'
import { Sequencer } from './sequencer.ts'
import { publishedHead, type Signed, troubleBetween } from './standing.ts'
import { type LogRow, ledgerOf, migrationsFor } from './tables.ts'
import { Tiles } from './tiles.ts'
import { writeTlogProof } from './tlog-proof.ts'

/** How far the clock may lie behind the last entry before the ledger says that it is not ready. */
const CLOCK_BEHIND_US = 5_000_000

/**
 * Opens the log: makes its tables if they are missing, and finishes what a crash left behind. Where
 * database and blobs disagree it opens all the same, for `fsck` and `rebuild`, but takes no work, and
 * {@link Ledger.ready} says why.
 *
 * @throws VaultError `ledger-key-wrong`, `ledger-name-invalid`, `ledger-name-wrong`, and what the stores throw
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { db, blobs, signer, name } = options
  if (signer.algorithm !== 'Ed25519') throw error('ledger-key-wrong', { found: signer.algorithm })
  const keys = blobKeys(name)
  const key = noteKeyOf(name, rawPublicKey(signer.publicKey))
  const trusted = [key, ...(options.formerKeys ?? []).map(readVkey)]
  await db.migrate('ledger', migrationsFor(db.dialect))
  const tiles = new Tiles(blobs, keys)
  // In this order: another process may go on meanwhile, and what is published was committed before.
  const published = await publishedHead(blobs, keys, trusted)
  let trouble = await troubleBetween(await logRow(options), published, tiles)
  const publisher = new Publisher(options, keys, { key, trusted }, published)
  const sequencer = new Sequencer(options, publisher, tiles)
  let closed = false
  if (!trouble) await sequencer.recover()

  const requireOpen = () => {
    if (closed) throw error('ledger-closed')
    if (trouble) throw trouble
  }

  const requireSize = async (size: number): Promise<Signed> => {
    if (!isSize(size)) throw error('index-out-of-range', { index: size, size: publisher.signed.size })
    return publisher.covering(size)
  }

  return Object.freeze<Ledger>({
    name,
    vkey: writeVkey(key),

    async propose(tx, drafts) {
      requireOpen()
      requireDrafts(drafts)
      return proposeIn(tx, db.dialect, drafts)
    },

    async settle(tickets, { signal } = {}) {
      requireOpen()
      if (tickets.length === 0) return []
      const recorded = sequencer.settle(tickets)
      return signal ? unlessAborted(recorded, signal) : recorded
    },

    async append(drafts, { signal } = {}) {
      requireOpen()
      requireDrafts(drafts)
      signal?.throwIfAborted()
      if (drafts.length === 0) return []
      return signal ? unlessAborted(sequencer.append(drafts), signal) : sequencer.append(drafts)
    },

    async receipt(of) {
      const index = typeof of === 'number' ? of : of.index
      if (!isSize(index)) throw error('index-out-of-range', { index, size: publisher.signed.size })
      const { size, root, note } = await publisher.covering(index + 1)
      const { bytes, entry } = typeof of === 'number' ? await entryAt(db.query, of) : of
      const hashes = await tiles.inclusion(index, size, size)
      const leads = rootOfInclusion(leafHash(bytes), index, size, hashes)
      if (!leads || hex(leads) !== root) {
        tiles.forget()
        const same = sameBytes(await tiles.leaf(index, size), leafHash(bytes))
        if (same) throw error('tile-wrong', { key: keys.home })
        const what = { found: `entry ${index} is another`, foundZh: `第 ${index} 条已被改动` }
        throw error('row-altered', { subject: entry.subject, ...what })
      }
      return writeTlogProof({ extra: bytes, index, hashes, checkpoint: utf8(note) })
    },

    async entriesOf(subject) {
      return isSubject(subject) ? entriesOf(db.query, subject) : []
    },

    entries: (query = {}) => entries(db.query, query),

    async checkpoint() {
      const { size } = await publisher.head()
      return (await publisher.covering(size)).note
    },

    async inclusion(index, size) {
      const signed = await requireSize(size ?? publisher.signed.size)
      const within = size ?? signed.size
      if (!isIndex(index, within)) throw error('index-out-of-range', { index, size: within })
      return tiles.inclusion(index, within, signed.size)
    },

    async consistency(from, to) {
      const { size } = await requireSize(to)
      if (!isSize(from) || from > to) throw error('index-out-of-range', { index: from, size: to })
      return tiles.consistency(from, to, size)
    },

    fsck: (how = {}) => fsck({ rows: db.query, blobs, keys, trusted }, how),

    async rebuild(how = {}) {
      if (closed) throw error('ledger-closed')
      const now = await publishedHead(blobs, keys, trusted)
      const came = await rebuild({ db, blobs, keys }, now, how)
      publisher.signed = now
      sequencer.restart()
      tiles.forget()
      trouble = undefined
      return came
    },

    broughtBack: () => broughtBack(db.query),

    audit: auditOf({
      ...{ db, blobs, keys, clock: options.clock },
      append: (drafts) => {
        requireOpen()
        return sequencer.append(drafts)
      },
    }),

    async ready() {
      return readiness(async () => {
        if (closed) throw error('ledger-closed')
        const now = await publishedHead(blobs, keys, trusted)
        const row = await logRow(options)
        trouble = await troubleBetween(row, now, tiles)
        if (trouble) throw trouble
        requireClock(options.clock(), row)
      })
    },

    async close() {
      closed = true
      await sequencer.idle()
    },
  })
}

/** The log's row, made if this is a new database. */
async function logRow({ db, name }: LedgerOptions): Promise<LogRow> {
  const empty = { id: 1, name, size: 0, root: hex(emptyRoot()), fixed: 0, last_us: 0 } as const
  const tables = ledgerOf(db.query)
  const find = () => tables.selectFrom('ledger_log').selectAll().executeTakeFirst()
  let row = await find()
  if (!row) {
    await tables
      .insertInto('ledger_log')
      .values(empty)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    row = await find()
  }
  if (row && row.name !== name) throw error('ledger-name-wrong', { found: row.name, name })
  return row ?? empty
}

function requireDrafts(drafts: readonly Draft[]): void {
  const { drafts: limit } = limits
  if (drafts.length > limit) throw error('drafts-too-many', { count: drafts.length, limit })
  for (const draft of drafts) checkDraft(draft)
}

function requireClock(now: Date, { last_us }: LogRow): void {
  const behind = last_us - microseconds(now)
  if (behind > CLOCK_BEHIND_US) throw error('clock-behind', { seconds: Math.round(behind / 1_000_000) })
}

/** Whoever gives up hears so at once; what it asked for goes on. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {})
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

async function readiness(check: () => Promise<void>): Promise<Readiness> {
  try {
    await check()
    return { ready: true, reasons: [] }
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause
    const { code, sentence, remedy } = cause
    return { ready: false, reasons: [{ code, sentence, remedy }] }
  }
}
