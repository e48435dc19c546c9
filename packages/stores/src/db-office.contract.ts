import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { it } from 'vitest'
import { type Db, type Rows, tablesOf } from './db.ts'

export interface Tables {
  things: { name: string; size: number; bytes: Uint8Array | null; ratio: number | null }
  counters: { name: string; value: number }
}

export const steps: Record<string, Migration> = {
  '0001-things': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('things')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('size', 'bigint', (column) => column.notNull())
        .addColumn('bytes', sql`bytea`)
        .addColumn('ratio', 'double precision')
        .execute()
      await db.schema
        .createTable('counters')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
}

/** Opens the database again, as another process would. */
export type OpenDb = () => Promise<Db>

/** Tests that each begin with databases of their own, which are closed at their end. */
export function databases(empty: () => Promise<OpenDb>) {
  const opened: Db[] = []
  const fresh = async () => {
    const open = await empty()
    const again = async () => {
      const db = await open()
      opened.push(db)
      return db
    }
    const db = await again()
    await db.migrate('contract', steps)
    return { db, rows: tablesOf<Tables>(db.query), again }
  }
  const closeAll = async () => {
    await Promise.all(opened.splice(0).map((db) => db.close()))
  }
  const test = (title: string, work: () => Promise<void>) => it(title, () => work().finally(closeAll))
  return { opened, fresh, test }
}

export async function tableNames(rows: Rows): Promise<string[]> {
  return (await rows.introspection.getTables()).map(({ name }) => name)
}
