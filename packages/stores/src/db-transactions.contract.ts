import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { type Db, tablesOf } from './db.ts'
import { databases, type OpenDb, type Tables } from './db-office.contract.ts'

/** All or nothing, and one after the other as far as anybody can tell. */
export function transactionsContract(adapter: string, empty: () => Promise<OpenDb>): void {
  const { fresh, opened, test } = databases(empty)

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
}
