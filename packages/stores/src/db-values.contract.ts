import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { tablesOf } from './db.ts'
import { databases, type OpenDb, type Tables } from './db-office.contract.ts'

/** Values mean the same on every engine. */
export function valuesContract(adapter: string, empty: () => Promise<OpenDb>): void {
  const { fresh, test } = databases(empty)

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
}
