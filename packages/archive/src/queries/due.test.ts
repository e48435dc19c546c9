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
import { indexedBy, indexName } from '../due-indexes.ts'
import { type ArchiveTables, type CaseSummary, type DueQuery, MAX_PAGE } from '../index.ts'
import type { CaseRow } from '../tables.ts'
import { dueStretch } from './due-query.ts'

const CASES = 2000
let server: PostgresServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licencevault-due-'))
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

describe.each(['sqlite', 'postgres'] as const)('what falls due, on %s', (engine) => {
  let office: Office
  let all: readonly CaseRow[]
  beforeAll(async () => {
    const db =
      engine === 'sqlite'
        ? await openSqlite(join(folder, 'due.db'))
        : await openPostgres(await server.createDatabase())
    office = await openOffice('2026-11-25', db)
    await writeManyCases(db, CASES, 10)
    all = await tablesOf<ArchiveTables>(db.query).selectFrom('archive_case').selectAll().execute()
    for (const { case_id, holds } of all) if (holds > 0) held.add(case_id)
  })
  afterAll(() => office.close())

  const held = new Set<string>()

  const expected = (query: DueQuery) =>
    all
      .filter(
        (row) => row.due_on !== null && row.due_on >= (query.from ?? '') && row.due_on <= (query.to ?? '9'),
      )
      .filter((row) =>
        (['fonds', 'class', 'item', 'office', 'retention'] as const).every(
          (name) => query[name] === undefined || row[name] === query[name],
        ),
      )
      .filter((row) => query.held === undefined || query.held === row.holds > 0)
      .sort((a, b) => (a.due_on === b.due_on ? a.id - b.id : (a.due_on ?? '') < (b.due_on ?? '') ? -1 : 1))
      .map((row) => row.case_id)

  const walk = async (query: DueQuery, size: number) => {
    const found: CaseSummary[] = []
    let cursor: string | undefined
    do {
      const page = await office.archive.queries.due(query, { size, ...(cursor && { cursor }) })
      found.push(...page.rows)
      cursor = page.next
    } while (cursor)
    return found
  }

  it('comes page by page as every combination of filters finds it among all cases', async () => {
    const chance = chanceOf(7)
    for (let round = 0; round < 40; round++) {
      const of = all[Math.floor(chance() * all.length)]
      if (!of) throw new RangeError('there are cases')
      const some = <T>(value: T) => (chance() < 0.5 ? value : undefined)
      const query = Object.fromEntries(
        Object.entries({
          from: some('2024-01-01'),
          to: some('2040-12-31'),
          fonds: some(of.fonds),
          class: some(of.class),
          item: round % 4 === 0 ? of.item : undefined,
          office: some(of.office),
          retention: some(of.retention),
          held: round % 3 === 0 ? chance() < 0.5 : undefined,
        }).filter(([, value]) => value !== undefined),
      )
      const found = await walk(query, 30 + Math.floor(chance() * (MAX_PAGE - 30)))
      expect(found.map(({ caseId }) => caseId)).toEqual(expected(query))
      const { cases } = await office.archive.queries.count(query)
      expect(cases).toBe(found.length)
      const inHold = (rows: readonly string[]) => rows.filter((id) => held.has(id))
      expect(found.filter(({ holds }) => holds.length > 0).map(({ caseId }) => caseId)).toEqual(
        inHold(found.map(({ caseId }) => caseId)),
      )
    }
  })

  it('is counted by year and by every filter', async () => {
    for (const by of ['fonds', 'class', 'item', 'office', 'retention', 'held', 'year'] as const) {
      const counts = await office.archive.queries.count({}, by)
      expect(counts.cases).toBe(expected({}).length)
      expect(counts.by.reduce((sum, { cases }) => sum + cases, 0)).toBe(counts.cases)
    }
  })

  it('goes on where it was when cases come and go, and refuses a cursor of another query', async () => {
    const query = { retention: 'D10' }
    const first = await office.archive.queries.due(query, { size: 10 })
    const cursor = first.next ?? ''
    const rest = await office.archive.queries.due(query, { size: 20, cursor })
    expect([...first.rows, ...rest.rows].map(({ caseId }) => caseId)).toEqual(expected(query).slice(0, 30))
    const { due } = office.archive.queries
    await expect(due({ retention: 'D30' }, { cursor })).rejects.toMatchObject({
      code: 'cursor-of-other-query',
    })
    await expect(due(query, { cursor: 'x' })).rejects.toMatchObject({ code: 'cursor-wrong' })
    await expect(due(query, { cursor: `W10.${cursor.split('.')[1]}` })).rejects.toMatchObject({
      code: 'cursor-wrong',
    })
    await expect(due(query, { size: MAX_PAGE + 1 })).rejects.toMatchObject({ code: 'page-size-wrong' })
    await expect(due({ from: '2026-02-30' })).rejects.toMatchObject({ code: 'member-wrong' })
    await expect(due({ office: 'x' })).rejects.toMatchObject({ code: 'member-wrong' })
    await expect(due({ who: 'x' } as DueQuery)).rejects.toMatchObject({ code: 'member-unknown' })
  })

  const to = '2060-12-31'
  const after = { due: '2030-01-01', id: 7 }
  const stretches =
    engine === 'sqlite'
      ? [
          { stretch: { on: '2030-01-01', behind: 7 }, place: /due_on=\? AND id>\?/ },
          { stretch: { behind: '2030-01-01', to }, place: /due_on>\? AND due_on<\?/ },
          { stretch: { from: '2030-01-01', to }, place: /due_on>\? AND due_on<\?/ },
        ]
      : [{ stretch: { after, to }, place: /Index Cond: .*ROW\(due_on, id\) > ROW\(/ }]

  const filters = ['fonds', 'class', 'item', 'office', 'retention'] as const
  const combinations = Array.from({ length: 2 ** filters.length }, (_, bits) =>
    filters.filter((_, at) => bits & (1 << at)),
  )
  it.each(combinations.map((names) => [names.join(', ') || 'nothing', names] as const))(
    'reads no table and sorts nothing when narrowed by %s',
    async (_, names) => {
      const of = all.find(({ due_on }) => due_on !== null)
      for (const held of [undefined, true, false]) {
        const query = {
          ...(held !== undefined && { held }),
          ...Object.fromEntries(names.map((name) => [name, of?.[name]])),
        }
        for (const { stretch, place } of stretches) {
          const plan = await planOf(office.db, query, stretch)
          if (engine === 'postgres') {
            // Of indexes that are a page each it takes any; the bench looks again at a million cases.
            expect(plan).toMatch(/using archive_due_/)
            expect(plan).not.toMatch(/Seq Scan/)
            expect(plan).toMatch(place)
            continue
          }
          for (const half of held === undefined ? [true, false] : [held]) {
            expect(plan).toMatch(new RegExp(`${indexName(indexedBy(new Set(names)), half)}\\b`))
          }
          expect(plan).not.toMatch(/SCAN archive_case/)
          // It starts at its place, however deep, and needs no sorting.
          expect(plan).toMatch(place)
          if (held !== undefined) expect(plan).not.toMatch(/TEMP B-TREE/)
        }
      }
    },
  )

  it.runIf(engine === 'postgres')('is thought no shorter for what an item settles by itself', async () => {
    const of = all.find(({ due_on }) => due_on !== null)
    const thought = async (names: readonly (typeof filters)[number][]) => {
      const query = { held: false, ...Object.fromEntries(names.map((name) => [name, of?.[name]])) }
      const plan = await planOf(office.db, query, { after, to }, 1e6)
      return Number(/Scan using.*? rows=(\d+)/.exec(plan)?.[1])
    }
    const alone = await thought(['office'])
    expect(alone).toBeGreaterThan(5)
    expect(await thought(['office', 'fonds'])).toBeGreaterThan(0.9 * alone)
  })
})

/** The plan of a page in the middle, as the engine tells it. On PostgreSQL the table is too small not to be scanned unless told. */
async function planOf(
  db: Db,
  query: DueQuery,
  stretch: Parameters<typeof dueStretch>[1],
  limit = 51,
): Promise<string> {
  const compiled = dueStretch(query, stretch, db.dialect, limit).compile(db.query)
  if (db.dialect === 'sqlite') {
    const rows = await db.query.executeQuery<{ detail: string }>({
      ...compiled,
      sql: `explain query plan ${compiled.sql}`,
    })
    return rows.rows.map(({ detail }) => detail).join('\n')
  }
  return db.transaction(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    await sql`set local enable_bitmapscan = off`.execute(tx)
    const rows = await tx.executeQuery<Record<string, string>>({
      ...compiled,
      sql: `explain ${compiled.sql}`,
    })
    return rows.rows.flatMap((row) => Object.values(row)).join('\n')
  })
}
