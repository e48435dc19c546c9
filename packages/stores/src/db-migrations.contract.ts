import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { describe, expect } from 'vitest'
import { tablesOf } from './db.ts'
import { databases, type OpenDb, steps, type Tables, tableNames } from './db-office.contract.ts'

/** Tables go forward, once, and never back. */
export function migrationsContract(adapter: string, empty: () => Promise<OpenDb>): void {
  const { fresh, opened, test } = databases(empty)

  describe(`${adapter}: migrations`, () => {
    const second: Migration = {
      async up(db: Kysely<unknown>) {
        await db.schema.alterTable('counters').addColumn('note', 'text').execute()
      },
    }

    test('run once, in order, and an open database takes a new one', async () => {
      const { db, again } = await fresh()
      await db.migrate('contract', steps)
      await tablesOf<Tables>(db.query).insertInto('counters').values({ name: 'kept', value: 1 }).execute()
      const other = await again()
      await other.migrate('contract', { ...steps, '0002-note': second })
      const [row] = await tablesOf<Tables>(other.query).selectFrom('counters').selectAll().execute()
      expect({ ...row }).toEqual({ name: 'kept', value: 1, note: null })
    })

    test('of several packages stand apart', async () => {
      const { db } = await fresh()
      const shelf: Migration = {
        async up(rows: Kysely<unknown>) {
          await rows.schema.createTable('shelf').addColumn('n', 'integer').execute()
        },
      }
      await db.migrate('other', { '0001-shelf': shelf })
      await db.migrate('contract', steps)
      await db.migrate('other', { '0001-shelf': shelf })
    })

    test('unknown to older code are refused by name', async () => {
      const { db, again } = await fresh()
      await db.migrate('contract', { ...steps, '0002-note': second })
      await expect((await again()).migrate('contract', steps)).rejects.toMatchObject({
        code: 'database-newer',
        kind: 'conflict',
        details: { name: 'contract', step: '0002-note' },
      })
    })

    test('that fail leave the database as it was, and name the step', async () => {
      const { db } = await fresh()
      const broken: Migration = {
        async up(rows: Kysely<unknown>) {
          await rows.schema.createTable('half').addColumn('n', 'integer').execute()
          throw new Error('the cat sat on the plug')
        },
      }
      await expect(db.migrate('contract', { ...steps, '0002-broken': broken })).rejects.toMatchObject({
        code: 'database-step-failed',
        details: { name: 'contract', step: '0002-broken', found: 'the cat sat on the plug' },
      })
      expect(await tableNames(db.query)).not.toContain('half')
      await db.migrate('contract', { ...steps, '0002-note': second })
    })

    test('started by several processes at once run once', async () => {
      const open = await empty()
      const dbs = await Promise.all(Array.from({ length: 5 }, open))
      opened.push(...dbs)
      const slowly: Migration = {
        up: async (rows: Kysely<unknown>) => {
          await sleep(50)
          await rows.schema.createTable('once').addColumn('n', 'integer').execute()
        },
      }
      await Promise.all(dbs.map((db) => db.migrate('contract', { ...steps, '0002-once': slowly })))
      expect(
        await Promise.all(dbs.map(async ({ query }) => (await tableNames(query)).includes('once'))),
      ).toEqual(dbs.map(() => true))
    })

    test('need a package name that is plain', async () => {
      const { db } = await fresh()
      await expect(db.migrate('Robert"); drop', steps)).rejects.toThrow(TypeError)
    })
  })
}
