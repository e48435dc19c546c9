import { type PostgresServer, startPostgres } from '@licencevault/kit/servers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Rows, type TransactionRows, tablesOf } from './db.ts'
import { openPostgres, type PostgresSettings } from './postgres.ts'
import { keptStatements } from './postgres-statements.ts'

interface Tables {
  t: { n: number; note: string }
}

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

async function fresh(settings: PostgresSettings = { connections: 1 }) {
  const url = await server.createDatabase()
  const db = await openPostgres(url, settings)
  onTestFinished(() => db.close())
  await sql`create table t (n bigint primary key, note text not null)`.execute(db.query)
  await sql`insert into t values (1, 'a'), (2, 'b')`.execute(db.query)
  return { url, db }
}

const above = (rows: Rows | TransactionRows, n: number) =>
  tablesOf<Tables>(rows).selectFrom('t').selectAll().where('n', '>', n).orderBy('n').execute()
const kept = async (rows: Rows) => {
  const found = await sql<{
    name: string
    statement: string
  }>`select name, statement from pg_prepared_statements`.execute(rows)
  return found.rows
}

describe('a statement that comes again', () => {
  it('is kept by the server, parsed once', async () => {
    const { db } = await fresh()
    await above(db.query, 0)
    expect(await kept(db.query)).toEqual([])
    await above(db.query, 1)
    const once = await kept(db.query)
    expect(once).toMatchObject([{ statement: expect.stringContaining('"n" > $1') }])
    expect((await above(db.query, 0)).map(({ n }) => n)).toEqual([1, 2])
    expect(await kept(db.query)).toEqual(once)
  })

  it('is not, where none are wanted', async () => {
    const { db } = await fresh({ connections: 1, keptStatements: 0 })
    for (let round = 0; round < 3; round++) await above(db.query, round)
    expect(await kept(db.query)).toEqual([])
  })

  it('sees the columns that its table has now, in a transaction and outside of one', async () => {
    const { url, db } = await fresh()
    const other = await openPostgres(url)
    onTestFinished(() => other.close())
    const add = (column: string) =>
      sql`alter table t add column ${sql.ref(column)} integer`.execute(other.query)
    for (let round = 0; round < 3; round++) await above(db.query, 0)
    await add('c')
    expect((await above(db.query, 1)).map((row) => ({ ...row }))).toEqual([{ n: 2, note: 'b', c: null }])
    for (let round = 0; round < 3; round++) await above(db.query, 0)
    await add('d')
    const found = await db.transaction(async (tx) => {
      await tablesOf<Tables>(tx).insertInto('t').values({ n: 3, note: 'c' }).execute()
      return above(tx, 1)
    })
    expect(found.map((row) => ({ ...row }))).toEqual([
      { n: 2, note: 'b', c: null, d: null },
      { n: 3, note: 'c', c: null, d: null },
    ])
    expect((await above(db.query, 0)).map(({ n }) => n)).toEqual([1, 2, 3])
  })

  it('is sent whole again where a pooler has let it be forgotten', async () => {
    const { db } = await fresh()
    for (let round = 0; round < 3; round++) await above(db.query, 0)
    await sql`deallocate all`.execute(db.query)
    expect((await above(db.query, 1)).map(({ n }) => n)).toEqual([2])
    for (let round = 0; round < 3; round++) await above(db.query, 0)
    expect(await kept(db.query)).toEqual([])
  })

  it('or has forgotten it amid a transaction, which runs again', async () => {
    const { db } = await fresh()
    for (let round = 0; round < 3; round++) await above(db.query, 0)
    let runs = 0
    await db.transaction(async (tx) => {
      runs++
      await tablesOf<Tables>(tx).insertInto('t').values({ n: 3, note: 'c' }).execute()
      if (runs === 1) await sql`deallocate all`.execute(tx)
      await above(tx, 0)
    })
    expect(runs).toBe(2)
    expect((await above(db.query, 2)).map(({ n }) => n)).toEqual([3])
  })
})

it('plans are for disks that do not spin, unless the URL says otherwise', async () => {
  const { url, db } = await fresh()
  const cost = async (rows: Rows) => (await sql`show random_page_cost`.execute(rows)).rows
  expect(await cost(db.query)).toEqual([{ random_page_cost: '1.1' }])
  const other = await openPostgres(`${url}?options=${encodeURIComponent('-c random_page_cost=2')}`)
  onTestFinished(() => other.close())
  expect(await cost(other.query)).toEqual([{ random_page_cost: '2' }])
})

describe('names', () => {
  it('are of the text alone, given from its second time on and only where it has parameters', () => {
    const [one, other] = [keptStatements(10), keptStatements(10)]
    expect(one.nameOf('select $1', 1)).toBeUndefined()
    const name = one.nameOf('select $1', 1)
    expect(name).toMatch(/^vault_[0-9a-f]{32}$/)
    expect(one.nameOf('select $1', 1)).toBe(name)
    other.nameOf('select $1', 1)
    expect(other.nameOf('select $1', 1)).toBe(name)
    for (let round = 0; round < 3; round++) expect(one.nameOf('select 1; select 2', 0)).toBeUndefined()
  })

  it('are bounded', () => {
    const statements = keptStatements(10)
    const named = Array.from({ length: 20 }, (_, n) => {
      statements.nameOf(`select $1 + ${n}`, 1)
      return statements.nameOf(`select $1 + ${n}`, 1)
    })
    expect(named.filter((name) => name !== undefined)).toHaveLength(10)
    expect(new Set(named.slice(0, 10)).size).toBe(10)
  })

  it('go to what comes again, not to a thousand that come once', () => {
    const statements = keptStatements(10)
    for (let n = 0; n < 5_000; n++) expect(statements.nameOf(`select $1 + ${n}`, 1)).toBeUndefined()
    statements.nameOf('select $1', 1)
    expect(statements.nameOf('select $1', 1)).toBeDefined()
  })
})
