import type { Words } from '@licencevault/errors'
import type { Signer } from '@licencevault/keys'
import type { Blobs, Db, TransactionRows } from '@licencevault/stores'
import type { Audit } from './audit.ts'
import type { Damage } from './damage.ts'
import type { Draft, Recorded } from './entry-shape.ts'

export interface LedgerOptions {
  readonly db: Db
  readonly blobs: Blobs
  /** Ed25519. Whoever holds its key can show two people two different logs; witnesses are what finds it. */
  readonly signer: Signer
  /** Origin of the log, such as `licence.yunting.example/ledger`: unique for ever, one per issuing jurisdiction. */
  readonly name: string
  readonly clock: () => Date
  /** Verifier keys that signed checkpoints of this log before; one of them may still stand published. */
  readonly formerKeys?: readonly string[]
}

/** A draft that waits to be sequenced. May be kept in a row and settled after a restart. */
export type Ticket = number

export interface Cancellable {
  readonly signal?: AbortSignal | undefined
}

export interface EntriesQuery extends Cancellable {
  /** Only entries behind this index; from the first unless told. */
  readonly after?: number
  readonly kind?: string
  readonly subject?: string
  /** At most so many; no limit unless told. */
  readonly limit?: number
}

/** The append-only log of every act. Several processes may open the same one at once. */
export interface Ledger {
  readonly name: string
  /** What verifies this log's checkpoints: a C2SP signed-note verifier key. */
  readonly vkey: string
  /**
   * Leaves drafts waiting inside the caller's transaction: they are recorded if, and only if, it commits.
   * Their order is kept. Call {@link settle} once it has committed.
   */
  propose(tx: TransactionRows, drafts: readonly Draft[]): Promise<Ticket[]>
  /**
   * Waits until the tickets stand under a signed checkpoint. May be called again, and by another process
   * after a crash. `ticket-unknown` where the transaction was rolled back.
   */
  settle(tickets: readonly Ticket[], options?: Cancellable): Promise<Recorded[]>
  /** Records drafts that need no rows of the caller's; faster than proposing and settling them. */
  append(drafts: readonly Draft[], options?: Cancellable): Promise<Recorded[]>
  /**
   * `receipt.tlog` of an entry: it proves offline that the entry stands in this log. Whoever has the entry
   * hands it over, and no row is read; what does not stand in the log has no receipt.
   */
  receipt(entry: number | Recorded): Promise<Uint8Array>
  /**
   * Everything recorded about a subject, oldest first, checked on this very call against the chain that
   * the entries form and the subject's head. Fails with `row-altered`; empty for an unknown subject.
   */
  entriesOf(subject: string): Promise<Recorded[]>
  /** Entries in the order of the log. Rows are compared with nothing: `fsck` does that. */
  entries(query?: EntriesQuery): AsyncIterable<Recorded>
  /** The committed head as a signed note. */
  checkpoint(): Promise<string>
  /** Hashes that lead from the entry to the root of the first `size` entries; of the whole log unless told. */
  inclusion(index: number, size?: number): Promise<Uint8Array[]>
  /** Hashes that show that the first `from` entries begin the first `to`. */
  consistency(from: number, to: number): Promise<Uint8Array[]>
  /**
   * Makes everything again from the entries and compares it: tiles, root, checkpoint, and every row. Says
   * which row was edited, deleted or set back. Takes long; may run beside everything else.
   */
  fsck(options?: FsckOptions): Promise<FsckReport>
  /**
   * Brings an empty or older database up to the published log, from the blobs alone; answers how many entries
   * came. What waited uncommitted in it is dropped. No other process may have the ledger open. The ticket of
   * an entry that came is −1 − index.
   */
  rebuild(options?: RebuildOptions): Promise<number>
  /**
   * First and last index of the entries that came to this database by {@link rebuild}; nothing where none did.
   * Rooms over the ledger see by it whether their own rows may lack something.
   */
  broughtBack(): Promise<readonly [first: number, last: number] | undefined>
  /** Who looked at what, and why: rows apart from the log, whose batches are committed to it. */
  readonly audit: Audit
  /** Whether it may be appended to, and if not, why. */
  ready(): Promise<Readiness>
  /** Stops taking work and waits for what is under way. Closes neither database nor blobs. */
  close(): Promise<void>
}

export interface FsckOptions extends Cancellable {
  /** Is told of each damage at once. */
  readonly found?: (damage: Damage) => void
}

export interface FsckReport {
  /** Entries that were checked. */
  readonly size: number
  /** How many damages there are. */
  readonly count: number
  /** The first thousand of them. */
  readonly damages: readonly Damage[]
}

export interface RebuildOptions extends Cancellable {
  /**
   * Is handed the entries in their order, in the transaction that brings their rows, so that the caller's
   * rows come with them. May be called again with the same entries if the transaction is repeated.
   */
  readonly each?: (tx: TransactionRows, recorded: readonly Recorded[]) => Promise<void>
}

/** Why it takes no work, in word codes of this package and of its stores; empty exactly when it is ready. */
export interface Readiness {
  readonly ready: boolean
  readonly reasons: readonly { readonly code: string; readonly sentence: Words; readonly remedy: Words }[]
}
