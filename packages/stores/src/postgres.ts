import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import pg from 'pg'
import { error } from './codes.ts'
import type { Db, Rows, TransactionOptions, TransactionRows } from './db.ts'
import { migrate } from './migrate.ts'
import { PostgresDriver } from './postgres-driver.ts'
import { isConflict } from './postgres-errors.ts'
import { keptStatements } from './postgres-statements.ts'
import { parsers } from './postgres-values.ts'
import { untilAborted } from './until-aborted.ts'

export interface PostgresSettings {
  /** Connections at most. 10 unless said. */
  readonly connections?: number | undefined
  /** How long a free or new connection is waited for. 10 s unless said. */
  readonly waitMs?: number | undefined
  /** How long one statement may take. 30 s unless said. */
  readonly statementMs?: number | undefined
  /**
   * Statements that the server keeps parsed and planned, at most, for each connection. 256 unless said; 0 behind a
   * pooler that shares out connections by the transaction and knows no prepared statements.
   */
  readonly keptStatements?: number | undefined
}

/** How often a transaction runs that met others, before it gives up. */
const MAX_RUNS = 20

/**
 * Keeps rows in a PostgreSQL database, which must exist, be encoded in UTF-8 and order text by its bytes
 * (`create database vault template template0 encoding 'UTF8' locale 'C'`). A connection that is lost is
 * replaced at the next call.
 *
 * @param url such as `postgres://user:password@host:5432/vault?sslmode=verify-full`
 * @throws VaultError `store-unfit`, `store-denied` or `database-…`
 */
export async function openPostgres(url: string, settings: PostgresSettings = {}): Promise<Db> {
  const { connections = 10, waitMs = 10_000, statementMs = 30_000, keptStatements: kept = 256 } = settings
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: waitMs,
    statement_timeout: statementMs,
    // A process that hangs amid a transaction must not keep its locks.
    idle_in_transaction_session_timeout: statementMs,
    keepAlive: true,
    // Lists are read a page at a time along an index. The default takes disks to spin: with it the planner would
    // rather gather thousands of rows and sort them. Options in the URL stand instead.
    options: '-c random_page_cost=1.1',
    application_name: 'licencevault',
    types: parsers,
  })
  // A connection that dies while nobody uses it is only missed, and replaced, at the next call.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const driver = new PostgresDriver(pool, statementMs / 1000, keptStatements(kept))
  const query: Rows = new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (rows) => new PostgresIntrospector(rows),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  try {
    await requireFit(query)
  } catch (cause) {
    await query.destroy()
    throw cause
  }
  return Object.freeze<Db>({
    dialect: 'postgres',
    query,
    transaction: (work, options = {}) => untilCommitted(query, work, options),
    migrate: (name, migrations) => migrate(query, name, migrations),
    close: () => query.destroy(),
  })
}

/** Runs the work again when it met other transactions: the database undid it whole. */
async function untilCommitted<T>(
  query: Rows,
  work: (tx: TransactionRows) => Promise<T>,
  { signal, isolation = 'serializable' }: TransactionOptions,
): Promise<T> {
  for (let run = 1; ; run++) {
    signal?.throwIfAborted()
    try {
      return await query
        .transaction()
        .setIsolationLevel(isolation)
        .execute((tx) => {
          signal?.throwIfAborted()
          return untilAborted(work(tx), signal)
        })
    } catch (cause) {
      if (!isConflict(cause)) throw cause
      if (run === MAX_RUNS) throw error('database-conflict', { times: run }, { cause })
    }
    // Those who met would meet again if they all came back at once.
    await sleep(Math.random() * Math.min(2 ** run, 100))
  }
}

/** What a setting elsewhere would silently break: durability, characters, the order of pages. */
async function requireFit(query: Rows): Promise<void> {
  const { rows } = await sql<Fitness>`
    select current_setting('fsync') as fsync,
      current_setting('full_page_writes') as "fullPageWrites",
      current_setting('synchronous_commit') as "synchronousCommit",
      current_setting('server_encoding') as encoding,
      (select string_agg(x, '' order by x) from unnest(array['a', 'B', '_', 'é']) as x) as "order"
  `.execute(query)
  const [found] = rows
  if (!found) throw error('store-garbled', { found: 'no row' })
  const { fsync, fullPageWrites, synchronousCommit, encoding, order } = found
  if (encoding !== 'UTF8')
    throw unfit(`its encoding is ${encoding}, not UTF8.`, `编码为 ${encoding}，应为 UTF8。`)
  if (order !== 'B_aé')
    throw unfit('it does not order text by its bytes (locale C).', '文本未按字节排序（应使用 locale C）。')
  if (fsync !== 'on' || fullPageWrites !== 'on' || synchronousCommit === 'off') {
    throw unfit(
      'fsync, full_page_writes or synchronous_commit is off, so that a commit may be lost.',
      'fsync、full_page_writes 或 synchronous_commit 已关闭，提交可能丢失。',
    )
  }
}

interface Fitness {
  readonly fsync: string
  readonly fullPageWrites: string
  readonly synchronousCommit: string
  readonly encoding: string
  readonly order: string
}

function unfit(found: string, foundZh: string) {
  return error('store-unfit', { found, foundZh })
}
