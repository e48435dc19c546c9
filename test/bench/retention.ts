import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DueQuery, openArchive, type Queries } from '@licencevault/archive'
import { nativeSigner } from '@licencevault/keys/native'
import { generateKey } from '@licencevault/keys/software'
import { startPostgres } from '@licencevault/kit/servers'
import { workSince } from '@licencevault/kit/work'
import { openLedger } from '@licencevault/ledger'
import { type Db, tablesOf } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { openPostgres } from '@licencevault/stores/postgres'
import { openSqlite } from '@licencevault/stores/sqlite'
import { writeCursor } from '../../packages/archive/src/pages.ts'
import { dueStretch } from '../../packages/archive/src/queries/due-query.ts'
import type { ArchiveTables } from '../../packages/archive/src/tables.ts'
import { chanceOf, writeManyCases } from '../../packages/archive/testing/many-cases.ts'
import type { Row } from './measure.ts'

/** A page of 50 rows in so many milliseconds, 99 times of 100. */
const GOAL_MS = 5
/** How much slower ten times the cases may make it. */
const GROWTH = 1.3
const ROUNDS = 40
const CASES = Number(process.env.CASES ?? 1_000_000)

/**
 * What falls due, a page at a time: after a restart, cursors at random depth, offices as skewed as life has
 * them, one case in a hundred held, every combination of filters.
 */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'licencevault-retention-'))
  const server = await startPostgres(['-c', 'shared_buffers=512MB'])
  try {
    const url = await server.createDatabase()
    const few = await measured(folder, CASES, () => openSqlite(join(folder, 'few.db')))
    const postgres = await measured(folder, CASES, () => openPostgres(url, { statementMs: 3_600_000 }))
    const many = await measured(folder, CASES * 10, () => openSqlite(join(folder, 'many.db')))
    return [
      againstGoal(`a page, ${said(CASES)} cases, SQLite`, few),
      againstGoal(`a page, ${said(CASES)} cases, PostgreSQL`, postgres),
      {
        what: `a page, ${said(CASES * 10)} cases, SQLite`,
        reference: `${said(CASES)} cases`,
        ours: 1000 / many,
        referenceRate: 1000 / few,
        unit: 'ops/s',
        ratio: few / many,
        goal: Number((1 / GROWTH).toFixed(2)),
      },
    ]
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const said = (count: number) => count.toLocaleString('en')

function againstGoal(what: string, p99: number): Row {
  const rates = { ours: 1000 / p99, referenceRate: 1000 / GOAL_MS }
  return {
    what: `${what} (p99)`,
    reference: `${GOAL_MS} ms`,
    ...rates,
    unit: 'ops/s',
    ratio: GOAL_MS / p99,
    goal: 1,
  }
}

/** The time in which 99 of 100 pages came, in milliseconds. */
async function measured(within: string, cases: number, open: () => Promise<Db>): Promise<number> {
  const folder = await mkdtemp(join(within, 'archive-'))
  const first = await open()
  await archiveOn(first, folder)
  await writeManyCases(first, cases)
  await first.close()
  const db = await open()
  try {
    const queries = await archiveOn(db, folder)
    await requireIndexes(db)
    const samples = await sample(db, cases)
    const times: number[] = []
    const work: number[] = []
    for (const { query, cursor } of samples) {
      const busy = process.cpuUsage()
      const started = performance.now()
      await queries.due(query, { size: 50, cursor })
      times.push(performance.now() - started)
      work.push(workSince(busy))
    }
    // Where others crowd the machine, the work tells more than the clock.
    process.stderr.write(
      `${said(cases)} cases, ${db.dialect}: ${spread(times)}; of which work here ${spread(work)}\n`,
    )
    return at(times, 0.99)
  } finally {
    await db.close()
  }
}

function spread(values: readonly number[]): string {
  return [0.5, 0.9, 0.99, 0.999].map((part) => `p${part * 100} ${at(values, part).toFixed(2)} ms`).join(', ')
}

function at(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN
}

const signer = nativeSigner(await (await generateKey('Ed25519')).exportPkcs8())

async function archiveOn(db: Db, folder: string): Promise<Queries> {
  const blobs = await openFolder(join(folder, 'blobs'))
  const clock = () => new Date('2026-11-25T04:00:00Z')
  const ledger = await openLedger({ db, blobs, signer, name: 'licence.yunting.example/ledger', clock })
  const filing = { spool: join(folder, 'spool') }
  const archive = await openArchive({ db, blobs, ledger, clock, authority: '11339900MB9X00015J', filing })
  return archive.queries
}

const filters = ['fonds', 'class', 'item', 'office', 'retention'] as const
const combinations = Array.from({ length: 2 ** filters.length }, (_, bits) =>
  filters.filter((_, at) => bits & (1 << at)),
)

interface Sample {
  readonly query: DueQuery
  readonly cursor: string
}

/**
 * Every combination of filters, held, not held and either, at any depth: half of the samples of cases as common
 * as they are, half of any office, item and day alike, however rare.
 */
async function sample(db: Db, cases: number): Promise<Sample[]> {
  const chance = chanceOf(3)
  const counted = await counts(db)
  const heavy = counted.flatMap((row) => Array<typeof row>(Math.ceil((row.cases / cases) * 20_000)).fill(row))
  const samples: Sample[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const names of combinations) {
      const row = pick(round % 2 === 0 ? heavy : counted, chance)
      const held = [undefined, true, false][Math.floor(chance() * 3)]
      const query = {
        ...Object.fromEntries(names.map((name) => [name, row[name]])),
        ...(held !== undefined && { held }),
      }
      const place = [row.due_on, Math.ceil(chance() * cases)] as const
      samples.push({ query, cursor: writeCursor({ due: query }, place) })
    }
  }
  return samples
}

const counts = (db: Db) =>
  tablesOf<ArchiveTables>(db.query)
    .selectFrom('archive_count')
    .selectAll()
    .where('due_on', '<>', '')
    .execute()

function pick<T>(list: readonly T[], chance: () => number): T {
  const found = list[Math.floor(chance() * list.length)]
  if (found === undefined) throw new RangeError('there is nothing to pick from')
  return found
}

/** Fails where an engine would read the table itself for a page. */
async function requireIndexes(db: Db): Promise<void> {
  const of = pick(await counts(db), chanceOf(5))
  for (const names of combinations) {
    for (const held of [true, false]) {
      const query = { held, ...Object.fromEntries(names.map((name) => [name, of[name]])) }
      const stretch = { on: of.due_on, behind: 1 }
      const compiled = dueStretch(query, stretch, db.dialect, 51).compile(db.query)
      const explain = db.dialect === 'sqlite' ? 'explain query plan' : 'explain'
      const { rows } = await db.query.executeQuery<Record<string, unknown>>({
        ...compiled,
        sql: `${explain} ${compiled.sql}`,
      })
      const plan = rows.map((row) => String(row.detail ?? row['QUERY PLAN'])).join('\n')
      const bad = db.dialect === 'sqlite' ? /SCAN archive_case|TEMP B-TREE/ : /Seq Scan/
      if (bad.test(plan) || !/archive_due/.test(plan)) {
        process.stderr.write(`narrowed by ${names.join(', ')}:\n${plan}\n`)
        throw new Error('a page is not read along its index')
      }
    }
  }
}
