import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Order } from '@licencevault/licence'
import { type Db, tablesOf } from '@licencevault/stores'
import { openSqlite } from '@licencevault/stores/sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nth, ordersOf, typeNamed } from '../../testing/bed.ts'
import { vault0001 } from '../migrations/0001-vault.ts'
import type { VaultTables } from '../tables.ts'
import type { Checked } from './check.ts'
import { numberAll } from './numbers.ts'

const folder = mkdtempSync(join(tmpdir(), 'licencevault-numbers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const counted = typeNamed('食品经营许可证')
const own = typeNamed('机动车驾驶证')
const orders = ordersOf(counted.name, 40)
const driver = nth(ordersOf(own.name, 1), 0)
let db: Db

beforeAll(async () => {
  db = await openSqlite(join(folder, 'vault.db'))
  await db.migrate('vault', { '0001-vault': vault0001 })
})

/** As much of a checked order as numbering looks at. */
function checked(order: Order, year: number, succession?: object): Checked {
  const type = order.type.code === counted.code ? counted : own
  return { order, known: { type }, at: new Date(`${year}-06-01T00:00:00Z`), succession } as unknown as Checked
}

class Undone extends Error {}

it('counts per type, authority and year without gap, and takes back what was rolled back', async () => {
  const item = fc.record({ at: fc.nat(orders.length - 1), year: fc.constantFrom(2026, 2027) })
  const batch = fc.record({ items: fc.array(item, { minLength: 1, maxLength: 8 }), undone: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { maxLength: 6 }), async (batches) => {
      await tablesOf<VaultTables>(db.query).deleteFrom('vault_counters').execute()
      const given = new Map<string, string[]>()
      // All at once: on SQLite they wait for each other, and in which order is nobody's affair.
      await Promise.all(
        batches.map(async ({ items, undone }) => {
          const asked = items.map(({ at, year }) => checked(nth(orders, at), year))
          const work = db.transaction(async (tx) => {
            const numbers = await numberAll(tablesOf<VaultTables>(tx), asked)
            if (undone) throw new Undone()
            return numbers
          })
          const numbers = await work.catch((cause: unknown) => {
            if (cause instanceof Undone) return []
            throw cause
          })
          for (const number of numbers) {
            const series = number.slice(0, -4)
            given.set(series, [...(given.get(series) ?? []), number])
          }
        }),
      )
      for (const [series, numbers] of given) {
        const expected = numbers.map((_, index) => series + String(index + 1).padStart(4, '0'))
        expect([...numbers].sort()).toEqual(expected)
      }
    }),
    { numRuns: 40 },
  )
})

it('leaves a next version its number, and gives the holder’s own to whoever holds it', async () => {
  const kept = { number: 'JY33990020260042' }
  const numbers = await db.transaction((tx) =>
    numberAll(tablesOf<VaultTables>(tx), [
      checked(nth(orders, 0), 2026, kept),
      checked(driver, 2026),
      checked(driver, 2026, kept),
    ]),
  )
  const code = nth(driver.holders, 0).code
  expect(numbers).toEqual([kept.number, code, code])
})
