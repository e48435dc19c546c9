import { open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  Kysely,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Db, Rows } from './db.ts'
import { folderWriteError } from './folder-errors.ts'
import { directorySync } from './folder-sync.ts'
import { migrate } from './migrate.ts'
import { SqliteDriver } from './sqlite-driver.ts'
import { sqliteError } from './sqlite-errors.ts'
import { untilFree } from './sqlite-wait.ts'
import { untilAborted } from './until-aborted.ts'

export interface SqliteSettings {
  /** How long a writer waits for others, of this and of other processes. 10 s unless said. */
  readonly waitMs?: number | undefined
}

/**
 * Keeps rows in one SQLite file, which is made if it is not there. Written through a log (WAL) that is
 * synced at each commit; what is not committed when the power fails never happened. Several processes on
 * the same machine may use it; a network file system will not do.
 *
 * @throws VaultError `store-…` or `database-…` when the file cannot be opened or is no database
 */
export async function openSqlite(file: string, settings: SqliteSettings = {}): Promise<Db> {
  const path = resolve(file)
  const directories = directorySync()
  try {
    await directories.ensure(dirname(path))
    // Personal data: SQLite would make it, and the log beside it, readable to everybody.
    await (await open(path, 'a', 0o600)).close()
    await directories.sync(dirname(path))
  } catch (cause) {
    throw folderWriteError(cause, path)
  }
  const driver = await openDriver(path, settings.waitMs ?? 10_000)
  const query: Rows = new Kysely({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => driver,
      createIntrospector: (rows) => new SqliteIntrospector(rows),
      createQueryCompiler: () => new Compiler(),
    },
  })
  return Object.freeze<Db>({
    dialect: 'sqlite',
    query,
    async transaction(work, { signal } = {}) {
      signal?.throwIfAborted()
      return await query.transaction().execute((tx) => {
        signal?.throwIfAborted()
        return untilAborted(work(tx), signal)
      })
    },
    migrate: (name, migrations) => migrate(query, name, migrations),
    close: () => query.destroy(),
  })
}

/** Of processes that open a new file at once each wants to turn it to a log; SQLite refuses all but one. */
async function openDriver(path: string, waitMs: number): Promise<SqliteDriver> {
  const writer = await untilFree(waitMs, () => openWriter(path))
  try {
    const reader = new DatabaseSync(path, { readOnly: true })
    return new SqliteDriver(writer, reader, waitMs)
  } catch (cause) {
    writer.close()
    throw sqliteError(cause)
  }
}

/** Pages of 4 KiB that the log may gather before they go into the file. */
const LOG_PAGES = 10_000
/** What the connection that writes holds in memory of the file; a large commit that outgrows it is written twice. */
const CACHE_KIB = 64 * 1024

function openWriter(path: string): DatabaseSync {
  const writer = new DatabaseSync(path, { enableForeignKeyConstraints: true })
  try {
    writer.exec('pragma journal_mode = wal; pragma synchronous = full')
    // One page of an index is written by many commits: what is gathered in the log goes into the file once.
    writer.exec(`pragma wal_autocheckpoint = ${LOG_PAGES}; pragma cache_size = -${CACHE_KIB}`)
    return writer
  } catch (cause) {
    writer.close()
    throw cause
  }
}

/** What this driver adds: reading beside a writer, and steps of a migration that are undone when they fail. */
class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }

  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** One writer holds the whole file, so that locking a row means nothing here. */
class Compiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (!lockModifiers.has(node.modifier ?? '')) super.visitSelectModifier(node)
  }
}

const lockModifiers: ReadonlySet<string> = new Set([
  'ForUpdate',
  'ForNoKeyUpdate',
  'ForShare',
  'ForKeyShare',
  'NoWait',
  'SkipLocked',
])
