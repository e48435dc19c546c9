import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Generated, type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { describe, expect, it } from 'vitest'
import { type Db, type Rows, tablesOf } from './db.ts'

interface Tables {
  things: { name: string; size: number; bytes: Uint8Array | null; ratio: number | null }
  counters: { name: string; value: number }
  numbered: { id: Generated<number>; text: string }
}

const steps: Record<string, Migration> = {
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

/**
 * What every adapter of `Db` must do, against the real engine.
 *
 * @param empty makes an empty database and answers how to open it
 */
export function dbContract(adapter: string, empty: () => Promise<OpenDb>): void {
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

  describe(`${adapter}: values`, () => {
    test('come back as they went in, types included', async () => {
      const { rows, again } = await fresh()
      const bytes = new Uint8Array(randomBytes(70_000))
      const things = [
        { name: '营业执照 𠮷 \'"; drop table things --', size: Number.MAX_SAFE_INTEGER, bytes, ratio: 0.1 },
        { name: '', size: Number.MIN_SAFE_INTEGER, bytes: new Uint8Array(), ratio: null },
        { name: 'n', size: 0, bytes: null, ratio: -1e300 },
      ]
      await rows.insertInto('things').values(things).execute()
      const other = tablesOf<Tables>((await again()).query)
      const read = await other.selectFrom('things').selectAll().orderBy('name', 'desc').execute()
      expect(read.map((row) => ({ ...row }))).toEqual([things[0], things[2], things[1]])
      expect(Object.getPrototypeOf(read[0]?.bytes)).toBe(Uint8Array.prototype)
    })

    test('count and sum are numbers', async () => {
      const { rows } = await fresh()
      const things = [1, 2, 3].map((size) => ({
        name: `n${size}`,
        size: size * 2 ** 40,
        bytes: null,
        ratio: null,
      }))
      await rows.insertInto('things').values(things).execute()
      const [row] = await rows
        .selectFrom('things')
        .select(({ fn }) => [fn.countAll().as('count'), fn.sum('size').as('sum'), fn.max('size').as('max')])
        .execute()
      expect({ ...row }).toEqual({ count: 3, sum: 6 * 2 ** 40, max: 3 * 2 ** 40 })
    })

    test('text is ordered by its bytes', async () => {
      const { rows } = await fresh()
      const names = ['a', 'B', '_', 'Z', 'é', '证', 'a-b', 'ab', 'a b', '0', '\u{20BB7}', '\uFF01']
      await rows
        .insertInto('things')
        .values(names.map((name) => ({ name, size: 0, bytes: null, ratio: null })))
        .execute()
      const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      const read = await rows.selectFrom('things').select('name').orderBy('name').execute()
      expect(read.map(({ name }) => name)).toEqual(sorted)
      const after = await rows
        .selectFrom('things')
        .select('name')
        .where('name', '>', 'a')
        .orderBy('name')
        .execute()
      expect(after.map(({ name }) => name)).toEqual(sorted.slice(sorted.indexOf('a') + 1))
    })

    test('bytes are compared as bytes', async () => {
      const { rows } = await fresh()
      const bytes = Uint8Array.of(0, 255, 39, 0)
      await rows.insertInto('things').values({ name: 'b', size: 0, bytes, ratio: null }).execute()
      expect(
        await rows.selectFrom('things').select('name').where('bytes', '=', bytes).execute(),
      ).toHaveLength(1)
    })

    test('affected rows are counted, and returning gives rows', async () => {
      const { rows } = await fresh()
      await rows
        .insertInto('counters')
        .values([1, 2, 3].map((n) => ({ name: `c${n}`, value: n })))
        .execute()
      const [update] = await rows.updateTable('counters').set({ value: 9 }).where('value', '>', 1).execute()
      expect(update?.numUpdatedRows).toBe(2n)
      const bumped = await rows
        .updateTable('counters')
        .set(({ eb }) => ({ value: eb('value', '+', 1) }))
        .where('name', '=', 'c1')
        .returning('value')
        .executeTakeFirst()
      expect(bumped?.value).toBe(2)
      const [deleted] = await rows.deleteFrom('counters').where('value', '=', 9).execute()
      expect(deleted?.numDeletedRows).toBe(2n)
      const [kept] = await rows
        .insertInto('counters')
        .values({ name: 'c1', value: 0 })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute()
      expect(kept?.numInsertedOrUpdatedRows).toBe(0n)
    })

    test('a taken key is row-exists, naming no value', async () => {
      const { db, rows } = await fresh()
      await rows.insertInto('counters').values({ name: 'secret-name', value: 1 }).execute()
      const again = rows.insertInto('counters').values({ name: 'secret-name', value: 1 }).execute()
      await expect(again).rejects.toMatchObject({ code: 'row-exists', kind: 'conflict' })
      expect(await again.catch((cause) => cause.message)).not.toContain('secret-name')
      await expect(
        db.transaction(async (tx) => {
          await tablesOf<Tables>(tx)
            .insertInto('counters')
            .values({ name: 'secret-name', value: 1 })
            .execute()
        }),
      ).rejects.toMatchObject({ code: 'row-exists' })
    })

    test('a single statement ends with its signal', async () => {
      const { rows } = await fresh()
      const asked = rows.selectFrom('counters').selectAll().execute({ signal: AbortSignal.abort() })
      await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
      expect(await rows.selectFrom('counters').selectAll().execute()).toEqual([])
    })

    test('a mistaken query fails as such, and the next one works', async () => {
      const { rows } = await fresh()
      await expect(sql`select nonsense from nowhere`.execute(rows)).rejects.not.toHaveProperty('kind')
      expect(await rows.selectFrom('things').selectAll().execute()).toEqual([])
    })

    test('ten thousand rows go in by statements of many rows', async () => {
      const { db, rows } = await fresh()
      await db.transaction(async (tx) => {
        for (let n = 0; n < 10_000; n += 500) {
          const values = Array.from({ length: 500 }, (_, i) => ({ name: `r${n + i}`, value: n + i }))
          await tablesOf<Tables>(tx).insertInto('counters').values(values).execute()
        }
      })
      const found = await rows
        .selectFrom('counters')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirst()
      expect(found?.n).toBe(10_000)
    })
  })

  describe(`${adapter}: transactions`, () => {
    test('are all or nothing', async () => {
      const { db, rows, again } = await fresh()
      const failing = db.transaction(async (tx) => {
        await tablesOf<Tables>(tx).insertInto('counters').values({ name: 'x', value: 1 }).execute()
        throw new RangeError('no')
      })
      await expect(failing).rejects.toThrow(new RangeError('no'))
      expect(await rows.selectFrom('counters').selectAll().execute()).toEqual([])
      const answer = await db.transaction(async (tx) => {
        await tablesOf<Tables>(tx).insertInto('counters').values({ name: 'x', value: 1 }).execute()
        return 'done'
      })
      expect(answer).toBe('done')
      const other = tablesOf<Tables>((await again()).query)
      expect(await other.selectFrom('counters').selectAll().execute()).toHaveLength(1)
    })

    test('see their own writes; others do not until the commit', async () => {
      const { db, rows } = await fresh()
      await db.transaction(async (tx) => {
        const inside = tablesOf<Tables>(tx)
        await inside.insertInto('counters').values({ name: 'x', value: 1 }).execute()
        expect(await inside.selectFrom('counters').selectAll().execute()).toHaveLength(1)
        expect(await rows.selectFrom('counters').selectAll().execute()).toEqual([])
      })
      expect(await rows.selectFrom('counters').selectAll().execute()).toHaveLength(1)
    })

    for (const isolation of ['serializable', 'read committed'] as const) {
      test(`lose no update when many count at once, ${isolation}`, async () => {
        const { db, rows, again } = await fresh()
        await rows.insertInto('counters').values({ name: 'n', value: 0 }).execute()
        const dbs = [db, await again()]
        const count = (n: number) =>
          (dbs[n % 2] ?? db).transaction(
            async (tx) => {
              const inside = tablesOf<Tables>(tx)
              const { value } = await inside
                .selectFrom('counters')
                .select('value')
                .where('name', '=', 'n')
                .forUpdate()
                .executeTakeFirstOrThrow()
              await sleep(1)
              await inside
                .updateTable('counters')
                .set({ value: value + 1 })
                .where('name', '=', 'n')
                .execute()
              return value
            },
            { isolation },
          )
        const seen = await Promise.all(Array.from({ length: 12 }, (_, n) => count(n)))
        expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n))
        const { value } = await rows.selectFrom('counters').select('value').executeTakeFirstOrThrow()
        expect(value).toBe(12)
      })
    }

    test('that read and decide are serializable: of two who each need the other absent, one commits', async () => {
      const { db, rows, again } = await fresh()
      const other = await again()
      const claim = (of: Db, name: string) =>
        of.transaction(async (tx) => {
          const inside = tablesOf<Tables>(tx)
          if ((await inside.selectFrom('counters').selectAll().execute()).length > 0) return false
          await sleep(20)
          await inside.insertInto('counters').values({ name, value: 1 }).execute()
          return true
        })
      const won = await Promise.all([claim(db, 'a'), claim(other, 'b')])
      expect(won.filter(Boolean)).toHaveLength(1)
      expect(await rows.selectFrom('counters').selectAll().execute()).toHaveLength(1)
    })

    test('roll back with the reason of their signal, and the database goes on', async () => {
      const { db, rows } = await fresh()
      const reason = new Error('deadline')
      await expect(db.transaction(async () => 1, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
      const caller = new AbortController()
      let late: Promise<unknown> | undefined
      const work = db.transaction(
        async (tx) => {
          const inside = tablesOf<Tables>(tx)
          await inside.insertInto('counters').values({ name: 'x', value: 1 }).execute()
          caller.abort(reason)
          await sleep(50)
          late = inside.insertInto('counters').values({ name: 'late', value: 1 }).execute()
          await late
        },
        { signal: caller.signal },
      )
      await expect(work).rejects.toBe(reason)
      await rows.insertInto('counters').values({ name: 'after', value: 1 }).execute()
      await sleep(100)
      await expect(late).rejects.toThrow()
      const left = await rows.selectFrom('counters').select('name').execute()
      expect(left.map(({ name }) => name)).toEqual(['after'])
    })

    test('with a failed statement can only be undone', async () => {
      const { db, rows } = await fresh()
      const work = db.transaction(async (tx) => {
        const inside = tablesOf<Tables>(tx)
        await inside.insertInto('counters').values({ name: 'x', value: 1 }).execute()
        await inside
          .insertInto('counters')
          .values({ name: 'x', value: 2 })
          .execute()
          .catch(() => {})
      })
      await expect(work).rejects.toMatchObject({ code: 'transaction-failed' })
      expect(await rows.selectFrom('counters').selectAll().execute()).toEqual([])
    })

    test('take several statements at once, in their order', async () => {
      const { db, rows } = await fresh()
      await db.transaction(async (tx) => {
        const inside = tablesOf<Tables>(tx)
        await Promise.all([
          inside.insertInto('counters').values({ name: 'x', value: 1 }).execute(),
          inside.updateTable('counters').set({ value: 2 }).execute(),
          inside.insertInto('counters').values({ name: 'y', value: 1 }).execute(),
        ])
      })
      const values = await rows.selectFrom('counters').select('value').orderBy('name').execute()
      expect(values.map(({ value }) => value)).toEqual([2, 1])
    })

    test('are let end when the database is closed', async () => {
      const { db, again } = await fresh()
      const other = await again()
      const work = db.transaction(async (tx) => {
        await sleep(50)
        await tablesOf<Tables>(tx).insertInto('counters').values({ name: 'x', value: 1 }).execute()
      })
      await sleep(10)
      opened.splice(opened.indexOf(db), 1)
      await Promise.all([work, db.close()])
      expect(await tablesOf<Tables>(other.query).selectFrom('counters').selectAll().execute()).toHaveLength(1)
    })

    test('many at once, more than there are connections', async () => {
      const { db, rows } = await fresh()
      await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          db.transaction(async (tx) => {
            await tablesOf<Tables>(tx)
              .insertInto('counters')
              .values({ name: `n${n}`, value: n })
              .execute()
          }),
        ),
      )
      expect(await rows.selectFrom('counters').selectAll().execute()).toHaveLength(60)
    })
  })

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

async function tableNames(rows: Rows): Promise<string[]> {
  return (await rows.introspection.getTables()).map(({ name }) => name)
}
