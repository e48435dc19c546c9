import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely'
import type { QueryResult as Answer, Pool, PoolClient, QueryConfig } from 'pg'
import { error } from './codes.ts'
import { type Clock, clockOf } from './postgres-clock.ts'
import { connectError, keepsNothing, planIsStale, postgresError, sqlStateOf } from './postgres-errors.ts'
import type { KeptStatements } from './postgres-statements.ts'

/** The server ends a slow statement by itself, and is given so long to say so. */
const OWN_CLOCK_MS = 1000

/** Kysely's driver over a pool of `pg`, which drops a connection as soon as its state is in doubt. */
export class PostgresDriver implements Driver {
  readonly #pool: Pool
  readonly #seconds: number
  readonly #kept: KeptStatements
  readonly #clocks = new WeakMap<PoolClient, Clock>()

  constructor(pool: Pool, seconds: number, kept: KeptStatements) {
    this.#pool = pool
    this.#seconds = seconds
    this.#kept = kept
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    try {
      const client = await this.#pool.connect()
      return new PostgresConnection(client, this.#seconds, this.#kept, this.#clockOf(client))
    } catch (cause) {
      throw connectError(cause, this.#seconds)
    }
  }

  #clockOf(client: PoolClient): Clock {
    const clock = this.#clocks.get(client) ?? clockOf(this.#seconds * 1000 + OWN_CLOCK_MS)
    this.#clocks.set(client, clock)
    return clock
  }

  async beginTransaction(connection: PostgresConnection, settings: TransactionSettings): Promise<void> {
    // Kysely's migrator says none: it waits for its lock and must then see what the other one did.
    await connection.begin(settings.isolationLevel ?? 'read committed')
  }

  async commitTransaction(connection: PostgresConnection): Promise<void> {
    const { command } = await connection.run('commit')
    // The server's answer to the commit of a transaction one of whose statements failed.
    if (command === 'ROLLBACK') throw error('transaction-failed')
  }

  async rollbackTransaction(connection: PostgresConnection): Promise<void> {
    await connection.rollback()
  }

  async releaseConnection(connection: PostgresConnection): Promise<void> {
    connection.release()
  }

  async destroy(): Promise<void> {
    await this.#pool.end()
  }
}

class PostgresConnection implements DatabaseConnection {
  readonly #client: PoolClient
  readonly #seconds: number
  readonly #kept: KeptStatements
  readonly #clock: Clock
  /** One statement at a time, in the order in which they were asked for. */
  #last: Promise<unknown> = Promise.resolve()
  #underWay = 0
  #inTransaction = false
  #inDoubt = false
  #released = false

  constructor(client: PoolClient, seconds: number, kept: KeptStatements, clock: Clock) {
    this.#client = client
    this.#seconds = seconds
    this.#kept = kept
    this.#clock = clock
  }

  async begin(isolation: string): Promise<void> {
    this.#inTransaction = true
    await this.run(`begin isolation level ${isolation}`)
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.run(compiled.sql, compiled.parameters)
    const counts = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
    return counts ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
  }

  run(sql: string, parameters: readonly unknown[] = []) {
    const asked = this.#last.then(async () => {
      // Work that was given up may still go on: its statements must not land in another's transaction.
      if (this.#released) throw new Error('the transaction of this query is over')
      this.#underWay++
      try {
        return await this.#ask(sql, parameters)
      } catch (cause) {
        if (sqlStateOf(cause) === undefined) this.#inDoubt = true
        throw postgresError(cause, this.#seconds)
      } finally {
        this.#underWay--
      }
    })
    this.#last = asked.catch(() => {})
    return asked
  }

  async #ask(text: string, parameters: readonly unknown[]) {
    const values = [...parameters]
    const name = this.#kept.nameOf(text, values.length)
    try {
      return await this.#send(name === undefined ? { text, values } : { name, text, values })
    } catch (cause) {
      if (name === undefined || !(planIsStale(cause) || keepsNothing(cause))) throw cause
      if (keepsNothing(cause)) this.#kept.giveUp()
      this.#inDoubt = true
      // The server has refused before it began. A transaction is lost with that, and runs again as a whole.
      if (this.#inTransaction) throw cause
      return await this.#send({ text, values })
    }
  }

  /** By callback: the promises of `pg` too keep result after result alive. */
  #send(asked: QueryConfig): Promise<Answer<never>> {
    return new Promise((resolve, reject) => {
      this.#clock.start(() => reject(new Error('Query read timeout')))
      this.#client.query<never>(asked, (cause: Error | null, answer) => {
        this.#clock.stop()
        if (cause) reject(cause)
        else resolve(answer)
      })
    })
  }

  /** A statement still under way may take long: then the connection goes, and with it the transaction. */
  async rollback(): Promise<void> {
    if (this.#underWay > 0) this.#inDoubt = true
    if (!this.#inDoubt) await this.run('rollback').catch(() => {})
  }

  release(): void {
    this.#released = true
    this.#client.release(this.#inDoubt)
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('rows are not streamed: read them page by page, by key')
  }
}
