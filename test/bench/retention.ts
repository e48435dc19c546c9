import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DueQuery, openArchive, type Queries } from '@licencevault/archive'
import { nativeSigner } from '@licencevault/keys/native'
import { generateKey } from '@licencevault/keys/software'
import { startPostgres } from '@licencevault/kit/servers'
import { workSince } from '@licencevault/kit/work'
import { openLedger } from '@licencevault/ledger'
import type { Db } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { openPostgres } from '@licencevault/stores/postgres'
import { openSqlite } from '@licencevault/stores/sqlite'
import Table from 'cli-table3'
import { writeCursor } from '../../packages/archive/src/pages.ts'
import { chanceOf, writeManyCases } from '../../packages/archive/testing/many-cases.ts'
import type { Row } from './measure.ts'
import {
  type Counted,
  combinations,
  counts,
  type Narrowed,
  queryFor,
  requireIndexes,
} from './retention-plans.ts'

/** A page of 50 rows in so many milliseconds, 99 times of 100. */
const GOAL_MS = 5
/** How much slower ten times the cases may make it. */
const GROWTH = 1.3
const ROUNDS = 100
/** The default of 128 MB is for the smallest of machines; the rest makes only the loading shorter. */
const settings = ['shared_buffers=512MB', 'maintenance_work_mem=256MB', 'max_wal_size=4GB'].flatMap((set) => [
  '-c',
  set,
])
const CASES = Number(process.env.CASES ?? 1_000_000)

/**
 * What falls due, a page at a time: after a restart, cursors at random depth, offices as skewed as life has
 * them, one case in a hundred held, every combination of filters.
 */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'licencevault-retention-'))
  const server = await startPostgres(settings)
  try {
    const url = await server.createDatabase()
    const few = await measured({ folder, cases: CASES, open: () => openSqlite(join(folder, 'few.db')) })
    const postgres = await measured({
      folder,
      cases: CASES,
      open: () => openPostgres(url, { statementMs: 3_600_000 }),
      restart: () => server.restart(),
    })
    const many = await measured({
      folder,
      cases: CASES * 10,
      open: () => openSqlite(join(folder, 'many.db')),
    })
    printFilters([few, postgres, many])
    return [
      againstGoal(`a page, ${said(CASES)} cases, SQLite`, few.p99, GOAL_MS),
      againstGoal(`a page, ${said(CASES)} cases, PostgreSQL`, postgres.p99, GOAL_MS),
      againstGoal(`a page, ${said(CASES * 10)} cases, SQLite`, many.p99, GOAL_MS * GROWTH),
      {
        what: `a page, ${said(CASES * 10)} cases, SQLite (p99)`,
        reference: `${said(CASES)} cases`,
        ours: 1000 / many.p99,
        referenceRate: 1000 / few.p99,
        unit: 'ops/s',
        ratio: few.p99 / many.p99,
        goal: Number((1 / GROWTH).toFixed(2)),
      },
    ]
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const said = (count: number) => count.toLocaleString('en')

function againstGoal(what: string, p99: number, goalMs: number): Row {
  return {
    what: `${what}: p99 ${p99.toFixed(1)} ms`,
    reference: `${goalMs} ms`,
    ours: 1000 / p99,
    referenceRate: 1000 / goalMs,
    unit: 'ops/s',
    ratio: goalMs / p99,
    goal: 1,
  }
}

interface Measured {
  readonly title: string
  readonly p99: number
  /** Milliseconds of each page, by what it was narrowed by. */
  readonly times: ReadonlyMap<string, readonly number[]>
}

interface House {
  /** Where its blobs lie. */
  readonly folder: string
  readonly cases: number
  open(): Promise<Db>
  /** What else begins anew before the pages are read. */
  restart?(): Promise<void>
}

async function measured({ folder: within, cases, open, restart }: House): Promise<Measured> {
  const folder = await mkdtemp(join(within, 'archive-'))
  const first = await open()
  await archiveOn(first, folder)
  const began = performance.now()
  await writeManyCases(first, cases)
  say(
    `${said(cases)} cases, ${first.dialect}: written in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  const kinds = await kindsOf(first, cases)
  const chance = chanceOf(5)
  await requireIndexes(
    first,
    [kinds.common, kinds.common, kinds.any, kinds.any].map((of) => pick(of, chance)),
  )
  await first.close()
  await restart?.()
  const db = await open()
  try {
    return await pagesOf(await archiveOn(db, folder), sample(kinds, cases), `${said(cases)}, ${db.dialect}`)
  } finally {
    await db.close()
  }
}

async function pagesOf(queries: Queries, samples: readonly Sample[], title: string): Promise<Measured> {
  const times = new Map<string, number[]>()
  const work: number[] = []
  for (const { names, query, cursor } of samples) {
    const busy = process.cpuUsage()
    const started = performance.now()
    await queries.due(query, { size: 50, cursor })
    const ms = performance.now() - started
    work.push(workSince(busy))
    const name = names.join(', ') || 'nothing'
    times.set(name, [...(times.get(name) ?? []), ms])
  }
  const all = [...times.values()].flat()
  // Where others crowd the machine, the work tells more than the clock.
  say(`${title}: ${spread(all)}; of which work of this process ${spread(work)}`)
  return { title, p99: at(all, 0.99), times }
}

/** Where the tail is: the pages of each combination of filters. */
function printFilters(houses: readonly Measured[]): void {
  const table = new Table({
    head: ['p50 / p99 ms, narrowed by', ...houses.map(({ title }) => title)],
    style: { head: [], border: [], compact: true },
  })
  for (const names of combinations) {
    const name = names.join(', ') || 'nothing'
    const cells = houses.map(({ times }) => {
      const of = times.get(name) ?? []
      return `${at(of, 0.5).toFixed(2)} / ${at(of, 0.99).toFixed(2)}`
    })
    table.push([name, ...cells])
  }
  say(table.toString())
}

const say = (line: string) => process.stderr.write(`${line}\n`)

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

interface Sample {
  readonly names: Narrowed
  readonly query: DueQuery
  readonly cursor: string
}

/**
 * Every combination of filters, held, not held and either, at any depth: half of the samples of cases as common
 * as they are, half of any office, item and day alike, however rare.
 */
function sample({ common, any }: Kinds, cases: number): Sample[] {
  const chance = chanceOf(3)
  const samples: Sample[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const names of combinations) {
      const row = pick(round % 2 === 0 ? common : any, chance)
      const query = queryFor(names, row, [undefined, true, false][Math.floor(chance() * 3)])
      const place = [row.due_on, Math.ceil(chance() * cases)] as const
      samples.push({ names, query, cursor: writeCursor({ due: query }, place) })
    }
  }
  return samples
}

interface Kinds {
  readonly common: readonly Counted[]
  readonly any: readonly Counted[]
}

async function kindsOf(db: Db, cases: number): Promise<Kinds> {
  const any = await counts(db)
  const common = any.flatMap((row) => Array<Counted>(Math.ceil((row.cases / cases) * 20_000)).fill(row))
  return { common, any }
}

function pick<T>(list: readonly T[], chance: () => number): T {
  const found = list[Math.floor(chance() * list.length)]
  if (found === undefined) throw new RangeError('there is nothing to pick from')
  return found
}
