import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PostgresServer, startPostgres } from '@licencevault/kit/servers'
import { type Db, tablesOf } from '@licencevault/stores'
import { openPostgres } from '@licencevault/stores/postgres'
import { openSqlite } from '@licencevault/stores/sqlite'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf, writeManyCases } from '../../testing/many-cases.ts'
import { type Office, openOffice } from '../../testing/office.ts'
import { recount } from '../cases/counts.ts'
import type { ArchiveTables, UndatedQuery } from '../index.ts'
import type { CaseRow } from '../tables.ts'
import { indexForUndated } from '../undated-indexes.ts'
import { undatedRows } from './undated-query.ts'

const CASES = 2000
const filters = ['fonds', 'class', 'item', 'office', 'retention'] as const
const states = ['permanent', 'open'] as const
let server: PostgresServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licencevault-undated-'))
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

describe.each(['sqlite', 'postgres'] as const)('cases without a date, on %s', (engine) => {
  let office: Office
  let all: readonly CaseRow[]
  beforeAll(async () => {
    const db =
      engine === 'sqlite'
        ? await openSqlite(join(folder, 'undated.db'))
        : await openPostgres(await server.createDatabase())
    office = await openOffice('2026-11-25', db)
    await writeManyCases(db, CASES, 10)
    await letWait(db)
    all = await tablesOf<ArchiveTables>(db.query)
      .selectFrom('archive_case')
      .selectAll()
      .orderBy('id')
      .execute()
  })
  afterAll(() => office.close())

  const expected = (query: UndatedQuery) =>
    all
      .filter((row) => row.state === query.state)
      .filter((row) => filters.every((name) => query[name] === undefined || row[name] === query[name]))
      .filter((row) => query.held === undefined || query.held === row.holds > 0)
      .map((row) => row.case_id)

  const walk = async (query: UndatedQuery, size: number) => {
    const found: string[] = []
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await office.archive.queries.undated(query, { size, ...(cursor && { cursor }) })
      found.push(...page.rows.map(({ caseId }) => caseId))
      cursor = page.next
    }
    return found
  }

  it('there are some of both kinds to look at', () => {
    for (const state of states) expect(expected({ state }).length).toBeGreaterThan(20)
  })

  it('come page by page as every filter finds them among all cases, and are counted', async () => {
    const chance = chanceOf(11)
    for (let round = 0; round < 60; round++) {
      const of = all[Math.floor(chance() * all.length)]
      if (!of) throw new RangeError('there are cases')
      const query: UndatedQuery = {
        state: states[round % 2] ?? 'open',
        ...Object.fromEntries(filters.filter(() => chance() < 0.25).map((name) => [name, of[name]])),
        ...(round % 3 === 0 && { held: chance() < 0.5 }),
      }
      const found = await walk(query, 1 + Math.floor(chance() * 200))
      expect(found).toEqual(expected(query))
      expect((await office.archive.queries.countUndated(query)).cases).toBe(found.length)
    }
    for (const state of states) {
      for (const by of [...filters, 'held'] as const) {
        const counts = await office.archive.queries.countUndated({ state }, by)
        expect(counts.cases).toBe(expected({ state }).length)
        expect(counts.by.reduce((sum, { cases }) => sum + cases, 0)).toBe(counts.cases)
      }
    }
  })

  it('with those that fall due are all that are filed', async () => {
    const { count, countUndated } = office.archive.queries
    const sums = [
      await count({}),
      await countUndated({ state: 'open' }),
      await countUndated({ state: 'permanent' }),
    ]
    expect(sums.reduce((sum, { cases }) => sum + cases, 0)).toBe(CASES)
  })

  it('refuse another query’s cursor, another state, and dates', async () => {
    const { undated } = office.archive.queries
    const { next: cursor = '' } = await undated({ state: 'permanent' }, { size: 3 })
    await expect(undated({ state: 'open' }, { cursor })).rejects.toMatchObject({
      code: 'cursor-of-other-query',
    })
    await expect(undated({ state: 'fixed' as 'open' })).rejects.toMatchObject({ code: 'member-wrong' })
    const dated = { state: 'open', to: '2030-01-01' } as UndatedQuery
    await expect(undated(dated)).rejects.toMatchObject({ code: 'member-wrong' })
  })

  it.each([
    {},
    { fonds: 'J001' },
    { class: 'XK' },
    { office: 'O' },
    { item: 'I', office: 'O' },
    { held: true },
  ])('reads no table and sorts nothing when narrowed by %o', async (narrowed) => {
    const query: UndatedQuery = { state: 'permanent', ...narrowed }
    const plan = await planOf(office.db, query)
    expect(plan).not.toMatch(/SCAN archive_case|TEMP B-TREE|Seq Scan|Sort/)
    expect(plan).toMatch(/archive_undated/)
    if (engine === 'sqlite')
      expect(plan).toMatch(new RegExp(`${indexForUndated(query).name} .*state=\\? AND id>\\?`))
  })
})

/** One in seven of the cases that have a day waits for something instead. */
async function letWait(db: Db): Promise<void> {
  await db.transaction(async (own) => {
    const tx = tablesOf<ArchiveTables>(own)
    const dated = await tx.selectFrom('archive_case').selectAll().where('due_on', 'is not', null).execute()
    const some = dated.filter(({ id }) => id % 7 === 0)
    const open = { state: 'open', due_on: null, start_on: null } as const
    await tx
      .updateTable('archive_case')
      .set(open)
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute()
    await recount(
      tx,
      some.map((row) => [row, { ...row, ...open }] as const),
    )
  })
}

/** The plan of a page in the middle, as the engine tells it; a small table is not read whole unless told. */
async function planOf(db: Db, query: UndatedQuery): Promise<string> {
  const compiled = undatedRows(query, { dialect: db.dialect, after: 7, limit: 51 }).compile(db.query)
  if (db.dialect === 'sqlite') {
    const { rows } = await db.query.executeQuery<{ detail: string }>({
      ...compiled,
      sql: `explain query plan ${compiled.sql}`,
    })
    return rows.map(({ detail }) => detail).join('\n')
  }
  return db.transaction(async (tx) => {
    for (const way of ['seqscan', 'bitmapscan', 'sort'])
      await sql.raw(`set local enable_${way} = off`).execute(tx)
    const { rows } = await tx.executeQuery<Record<string, string>>({
      ...compiled,
      sql: `explain ${compiled.sql}`,
    })
    return rows.flatMap((row) => Object.values(row)).join('\n')
  })
}
