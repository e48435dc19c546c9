import { microseconds } from './clock.ts'
import { error } from './codes.ts'
import type { Blob, Edge } from './edge.ts'
import type { Draft, Recorded } from './entry-shape.ts'
import { type Fixed, fix } from './fix.ts'
import { Leaf } from './leaf.ts'
import type { LedgerOptions, Ticket } from './ledger.ts'
import type { Publisher } from './publisher.ts'
import { type LogRow, ledgerOf } from './tables.ts'
import { pendingAmong, recordedAmong } from './tickets.ts'
import { type Head, isCode, type Tiles } from './tiles.ts'

/** Drafts of one caller, or tickets of one caller, and whom to tell. */
interface Appending {
  readonly drafts: readonly Draft[]
  readonly done: PromiseWithResolvers<Recorded[]>
}
interface Settling {
  readonly tickets: readonly Ticket[]
  readonly done: PromiseWithResolvers<Recorded[]>
}

interface Batch extends Fixed {
  readonly appending: readonly Appending[]
  readonly settling: readonly Settling[]
  /** How many of the leaves are drafts of those who append; they stand last. */
  readonly drafts: number
}

/** Drafts taken up by one batch, beside those that were proposed. */
const BATCH = 10_000

/**
 * Records what waits, batch after batch. There is no timer: whatever arrives while one batch is written is
 * the next. The one line that commits is {@link Sequencer.#commit}: before it nothing is recorded, after it
 * the batch is, whoever dies.
 */
export class Sequencer {
  readonly #options: LedgerOptions
  readonly #publisher: Publisher
  readonly #tiles: Tiles
  #appending: Appending[] = []
  #settling: Settling[] = []
  #running: Promise<void> | undefined
  #sweeping: Promise<void> = Promise.resolve()
  #edge: Edge | undefined

  constructor(options: LedgerOptions, publisher: Publisher, tiles: Tiles) {
    this.#options = options
    this.#publisher = publisher
    this.#tiles = tiles
  }

  append(drafts: readonly Draft[]): Promise<Recorded[]> {
    const done = Promise.withResolvers<Recorded[]>()
    this.#appending.push({ drafts, done })
    this.#wake()
    return done.promise
  }

  settle(tickets: readonly Ticket[]): Promise<Recorded[]> {
    const done = Promise.withResolvers<Recorded[]>()
    this.#settling.push({ tickets, done })
    this.#wake()
    return done.promise
  }

  /** Finishes what an earlier process left undone. */
  async recover(): Promise<void> {
    await this.settle([])
  }

  /** Forgets what was known of the log, after its rows were brought up to what is published. */
  restart(): void {
    this.#edge = undefined
  }

  /** Until nothing is under way any more. */
  async idle(): Promise<void> {
    await this.#running
    await this.#sweeping
  }

  #wake(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
      if (this.#appending.length + this.#settling.length > 0) this.#wake()
    })
  }

  /** While one batch is built, the next is fixed already; their order never changes. */
  async #run(): Promise<void> {
    let building: Promise<void> = Promise.resolve()
    while (this.#appending.length + this.#settling.length > 0) {
      // Callers that were just answered may join with what they do next.
      await new Promise(setImmediate)
      const appending = this.#takeAppending()
      const settling = this.#settling.splice(0)
      const batch = await this.#fix(appending, settling)
      await building
      building = batch ? this.#finish(batch) : Promise.resolve()
      if (this.#appending.length + this.#settling.length === 0) await building
    }
    await building
  }

  #takeAppending(): Appending[] {
    let drafts = 0
    let count = 0
    for (const appending of this.#appending) {
      drafts += appending.drafts.length
      if (count > 0 && drafts > BATCH) break
      count++
    }
    return this.#appending.splice(0, count)
  }

  async #fix(appending: readonly Appending[], settling: readonly Settling[]): Promise<Batch | undefined> {
    const { db, clock } = this.#options
    try {
      const drafts = appending.flatMap((one) => one.drafts)
      const now = microseconds(clock())
      const fixed = await db.transaction((tx) => fix(tx, db.dialect, now, drafts))
      return { ...fixed, appending, settling, drafts: drafts.length }
    } catch (cause) {
      refuse(appending, settling, cause)
      return undefined
    }
  }

  async #finish({ log, leaves, tickets, drafts, appending, settling }: Batch): Promise<void> {
    try {
      await this.#build(log, leaves)
      let at = leaves.length - drafts
      for (const { drafts: own, done } of appending) {
        done.resolve(leaves.slice(at, at + own.length))
        at += own.length
      }
      await this.#answer(settling, leaves, tickets)
    } catch (cause) {
      this.#edge = undefined
      this.#tiles.forget()
      refuse(appending, settling, cause)
    }
  }

  /** Builds tiles until everything up to `fixed` is committed, by this process or by another that was faster. */
  async #build({ size, root, fixed }: LogRow, leaves: readonly Leaf[]): Promise<void> {
    const publisher = this.#publisher
    // While the batch before it was built, its row was read already: then it tells an older head.
    let head: Head = size < publisher.signed.size ? await publisher.head() : { size, root }
    while (head.size < fixed) {
      const edge = await this.#edgeAt(head)
      if (!edge) {
        head = await publisher.head()
        continue
      }
      const missing = await this.#leavesFrom(head.size, fixed, leaves)
      const blobs = edge.append(missing)
      await allDone([this.#tiles.put(blobs), publisher.requireCurrent()])
      const next = { size: edge.size, root: edge.root() }
      if (await this.#commit(head, next)) {
        this.#tiles.remember(blobs)
        head = next
        await publisher.publish(head)
        this.#sweep(blobs)
      } else {
        this.#edge = undefined
        head = await publisher.head()
      }
    }
    await publisher.publish(head)
  }

  /**
   * The edge in memory if nobody else has gone on since, else the one that the tiles give; undefined where
   * another process has gone on and taken the partial tiles away.
   */
  async #edgeAt(head: Head): Promise<Edge | undefined> {
    const known = this.#edge
    if (known && known.size === head.size && known.root() === head.root) return known
    try {
      this.#edge = await this.#tiles.edgeAt(head)
      return this.#edge
    } catch (cause) {
      const { size } = await this.#publisher.head()
      if (!isCode(cause, 'blob-missing') || size === head.size) throw cause
      return undefined
    }
  }

  async #leavesFrom(from: number, to: number, leaves: readonly Leaf[]): Promise<readonly Leaf[]> {
    const [first] = leaves
    if (first?.index === from) return leaves
    const end = Math.min(to, from + BATCH)
    const rows = await ledgerOf(this.#options.db.query)
      .selectFrom('ledger_entry')
      .select(['idx', 'entry'])
      .where('idx', '>=', from)
      .where('idx', '<', end)
      .orderBy('idx')
      .execute()
    const found = rows.map(({ idx, entry }) => new Leaf(idx, entry))
    if (found.length !== end - from || found.some(({ index }, at) => index !== from + at)) {
      const what = { found: 'an entry is missing', foundZh: '缺少条目' }
      throw error('row-altered', { subject: `ledger_entry/${from}`, ...what })
    }
    return found
  }

  /** The one line that commits: whoever finds the head as it was, sets it. */
  async #commit(before: Head, { size, root }: Head): Promise<boolean> {
    const { db } = this.#options
    const { numUpdatedRows } = await ledgerOf(db.query)
      .updateTable('ledger_log')
      .set({ size, root })
      .where('size', '=', before.size)
      .where('root', '=', before.root)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }

  /** Partial tiles go once the full one stands and a checkpoint names it. What stays after a crash harms nobody. */
  #sweep(blobs: readonly Blob[]): void {
    const [first] = blobs
    if (!first || blobs.length < 2) return
    const full = blobs.filter(({ key }) => !key.includes('.p/')).map(({ key }) => key)
    if (full.length === 0) return
    this.#sweeping = this.#sweeping.then(() => this.#tiles.removePartial(firstOfEach(full))).catch(() => {})
  }

  async #answer(
    settling: readonly Settling[],
    leaves: readonly Leaf[],
    tickets: ReadonlyMap<number, number>,
  ): Promise<void> {
    const first = leaves[0]?.index ?? 0
    const late: Settling[] = []
    for (const one of settling) {
      const own = one.tickets.map((ticket) => leaves[(tickets.get(ticket) ?? -1) - first])
      if (own.every((leaf) => leaf !== undefined)) one.done.resolve(own)
      else late.push(one)
    }
    if (late.length > 0) await this.#answerFromRows(late)
  }

  /** Tickets that another process or an earlier batch took up. */
  async #answerFromRows(settling: readonly Settling[]): Promise<void> {
    const tickets = [...new Set(settling.flatMap((one) => one.tickets))]
    const { db } = this.#options
    // In this order: what waits no longer by the first answer stands in the second.
    const waiting = await pendingAmong(db.query, tickets)
    const recorded = await recordedAmong(db.query, tickets)
    const { size } = await this.#publisher.head()
    for (const one of settling) {
      const unknown = one.tickets.find((ticket) => !waiting.has(ticket) && !recorded.has(ticket))
      const own = one.tickets.map((ticket) => recorded.get(ticket))
      if (unknown !== undefined) one.done.reject(error('ticket-unknown', { ticket: unknown }))
      else if (own.every((leaf) => leaf !== undefined && leaf.index < size)) one.done.resolve(own as Leaf[])
      else this.#settling.push(one)
    }
  }
}

/** Until both have ended: nothing may still write when the batch has failed. */
async function allDone(work: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) {
    if (result.status === 'rejected') throw result.reason
  }
}

function refuse(appending: readonly Appending[], settling: readonly Settling[], cause: unknown): void {
  for (const { done } of [...appending, ...settling]) done.reject(cause)
}

/** Only the first full tile of a level in a batch can have been partial before. */
function firstOfEach(keys: readonly string[]): string[] {
  const seen = new Set<string>()
  return keys.filter((key) => {
    const level = /\/tile\/([^/]+)\//.exec(key)?.[1] ?? ''
    return !seen.has(level) && seen.add(level)
  })
}
