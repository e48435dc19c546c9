import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@licencevault/kit/servers'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { expect, it, onTestFinished } from 'vitest'
import { type Db, tablesOf } from './db.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/**
 * Written by the first version of this package, and they stay as they are: `old-1.db`, and in `old-1.sql` the
 * statements by which it wrote the same to PostgreSQL. Each holds these two steps and two rows.
 */
const fixtures = join(import.meta.dirname, '../fixtures')
const steps: Record<string, Migration> = {
  '0001-licences': {
    up: (rows) =>
      rows.schema
        .createTable('old_licences')
        .addColumn('name', 'text', (name) => name.primaryKey())
        .addColumn('issued_us', 'bigint', (issued) => issued.notNull())
        .execute(),
  },
  '0002-digest': {
    up: (rows) => rows.schema.alterTable('old_licences').addColumn('digest', sql`bytea`).execute(),
  },
}
const next: Migration = {
  up: (rows) => rows.schema.alterTable('old_licences').addColumn('note', 'text').execute(),
}

interface Tables {
  old_licences: { name: string; issued_us: number; digest: Uint8Array | null; note: string | null }
}

async function opens(db: Db): Promise<void> {
  onTestFinished(() => db.close())
  await db.migrate('old', { ...steps, '0003-note': next })
  const rows = await tablesOf<Tables>(db.query)
    .selectFrom('old_licences')
    .selectAll()
    .orderBy('name')
    .execute()
  expect(rows.map((row) => ({ ...row }))).toEqual(
    [
      {
        name: '食品经营许可证',
        issued_us: 1_764_115_200_123_456,
        digest: Uint8Array.of(0, 255, 16),
        note: null,
      },
      { name: '营业执照', issued_us: 0, digest: null, note: null },
    ].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name))),
  )
  await expect(db.migrate('old', steps)).rejects.toMatchObject({ code: 'database-newer' })
}

it('an old SQLite file opens and is brought forward', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-old-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  copyFileSync(join(fixtures, 'old-1.db'), join(folder, 'old.db'))
  await opens(await openSqlite(join(folder, 'old.db')))
})

it('an old PostgreSQL database opens and is brought forward', async () => {
  const server = await startPostgres()
  try {
    const db = await openPostgres(await server.createDatabase())
    for (const statement of readFileSync(join(fixtures, 'old-1.sql'), 'utf8').split(/;\n/)) {
      if (statement.trim()) await sql.raw(statement).execute(db.query)
    }
    await opens(db)
    await db.close()
  } finally {
    await server.stop()
  }
})
