import type { DatabaseSync } from 'node:sqlite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SelectQueryNode,
} from 'kysely'
import { error } from './codes.ts'
import { type Statements, statementsOf } from './sqlite-statements.ts'
import { tooBusy, untilFree } from './sqlite-wait.ts'
import { type Turns, turns } from './turns.ts'

/**
 * One file through two connections: one that writes, by turns, and one that reads at once what was
 * committed, whatever the writer is about.
 */
export class SqliteDriver implements Driver {
  readonly #writer: DatabaseSync
  readonly #reader: DatabaseSync
  readonly #file: SqliteFile

  constructor(writer: DatabaseSync, reader: DatabaseSync, waitMs: number) {
    this.#writer = writer
    this.#reader = reader
    this.#file = { write: statementsOf(writer), read: statementsOf(reader), queue: turns(), waitMs }
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this.#file)
  }

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin()
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.commit()
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    connection.rollback()
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    connection.release()
  }

  async destroy(): Promise<void> {
    // A transaction under way is let end; one that lasts too long fails.
    await this.#file.queue.take(this.#file.waitMs)
    this.#reader.close()
    this.#writer.close()
  }
}

interface SqliteFile {
  readonly write: Statements
  readonly read: Statements
  readonly queue: Turns
  readonly waitMs: number
}

class SqliteConnection implements DatabaseConnection {
  readonly #file: SqliteFile
  /** Ends this transaction's turn to write. */
  #endTurn: (() => void) | undefined
  #failed = false
  #released = false

  constructor(file: SqliteFile) {
    this.#file = file
  }

  async begin(): Promise<void> {
    this.#endTurn = await this.#turn()
    try {
      await this.#untilFree(() => this.#file.write.run('begin immediate', []))
    } catch (cause) {
      this.release()
      throw cause
    }
  }

  async commit(): Promise<void> {
    // As PostgreSQL does: a transaction with a failed statement can only be undone.
    if (this.#failed) throw error('transaction-failed')
    await this.#untilFree(() => this.#file.write.run('commit', []))
  }

  rollback(): void {
    // A full disk or a failed write may have rolled back already.
    if (this.#file.write.inTransaction()) this.#file.write.run('rollback', [])
  }

  release(): void {
    this.#released = true
    this.#endTurn?.()
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    // Work that was given up may still go on: its statements must not land outside of its transaction.
    if (this.#released) throw new Error('the transaction of this query is over')
    const { write, read } = this.#file
    const { sql, parameters } = compiled
    if (this.#endTurn) return await this.#inTransaction(() => write.run<R>(sql, parameters))
    if (SelectQueryNode.is(compiled.query)) return this.#untilFree(() => read.run<R>(sql, parameters))
    const end = await this.#turn()
    try {
      return await this.#untilFree(() => write.run<R>(sql, parameters))
    } finally {
      end()
    }
  }

  async #inTransaction<T>(work: () => T): Promise<T> {
    if (this.#failed) throw error('transaction-failed')
    try {
      return await this.#untilFree(work)
    } catch (cause) {
      this.#failed = true
      throw cause
    }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('rows are not streamed: read them page by page, by key')
  }

  async #turn(): Promise<() => void> {
    const end = await this.#file.queue.take(this.#file.waitMs)
    if (!end) throw tooBusy(this.#file.waitMs)
    return end
  }

  #untilFree<T>(work: () => T): Promise<T> {
    return untilFree(this.#file.waitMs, work)
  }
}
