import type { Kysely, Transaction } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The port for rows. Queries are written with Kysely once and mean the same on both engines.
 *
 * Column types that mean the same: `bigint` (arrives as a number, so below 2^53), `integer`, `text`,
 * `bytea` (arrives as `Uint8Array`) and `double precision`. No booleans, no engine times: times are
 * integers of microseconds since 1970 UTC (`…_us`), civil dates are text. Text is ordered by its bytes.
 *
 * Whoever controls the database controls its rows; what must not be altered unseen is bound to the ledger.
 */
export interface Db {
  readonly dialect: 'sqlite' | 'postgres'
  /**
   * For single statements outside of a transaction, each durable once it resolves. {@link tablesOf} types it;
   * `execute({ signal })` ends the wait for one.
   */
  readonly query: Rows
  /**
   * All of the work or nothing of it; durable once it resolves. On SQLite there is one writer at a time;
   * on PostgreSQL transactions run at once, and `work` **runs again** after a serialization failure or a
   * deadlock, so it does nothing but read and write rows through `tx`. Queries through {@link Db.query} inside
   * of `work` are not part of it, and on SQLite their writes would wait for it to end. After a statement
   * failed the transaction can only be undone (`transaction-failed`): let the error pass.
   */
  transaction<T>(work: (tx: TransactionRows) => Promise<T>, options?: TransactionOptions): Promise<T>
  /**
   * Brings the tables of one package forward. Keys are run in their order, once each; a database that has
   * steps which this code does not know is refused with `database-newer`.
   *
   * @param name of the package, such as `ledger`: its tables and its migration table begin with it
   */
  migrate(name: string, migrations: Readonly<Record<string, Migration>>): Promise<void>
  close(): Promise<void>
}

export type Rows = Kysely<unknown>
export type TransactionRows = Transaction<unknown>

export interface TransactionOptions {
  /**
   * On PostgreSQL; SQLite's one writer is always serializable, which is the default here. Under
   * `read committed` a statement waits for the row locks of others and sees what they wrote: right for work
   * that first locks the row that it decides by (`forUpdate`, or a counter's update), and never run again for that.
   */
  readonly isolation?: 'serializable' | 'read committed' | undefined
  /** Rolls back and fails with the signal's reason, unless the commit was already under way. */
  readonly signal?: AbortSignal | undefined
}

/** The same rows, typed by the tables of one package. */
export function tablesOf<Tables>(rows: TransactionRows): Transaction<Tables>
export function tablesOf<Tables>(rows: Rows): Kysely<Tables>
export function tablesOf<Tables>(rows: Rows): Kysely<Tables> {
  return rows as unknown as Kysely<Tables>
}
