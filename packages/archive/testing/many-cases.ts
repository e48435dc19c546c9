import { citySchedule, serviceItems } from '@licencevault/city'
import { addDays } from '@licencevault/licence'
import { type Db, tablesOf } from '@licencevault/stores'
import { type Kysely, sql } from 'kysely'
import { type ArchiveTables, readTerm } from '../src/index.ts'
import type { CaseRow } from '../src/tables.ts'

/** Rows made one by one; whatever is more is copied from them inside the database. */
const ORIGINALS = 50_000
const ROWS_AT_ONCE = 400

/**
 * Writes so many registered cases into an archive that has none, as bulk rows: offices as skewed as life has
 * them, closed from 2009 on, one in five falling due on any day and not on a 1 January, one in a hundred held unless told.
 */
export async function writeManyCases(db: Db, count: number, heldOneIn = 100): Promise<void> {
  const rows = tablesOf<ArchiveTables>(db.query)
  const indexes = await indexesOf(db)
  for (const { name } of indexes) await sql`drop index ${sql.raw(name)}`.execute(db.query)
  // Each index is made from a reading of the whole table.
  if (db.dialect === 'sqlite') await sql`pragma mmap_size = 2147418112`.execute(db.query)
  const chance = chanceOf(1)
  const draw = drawer(chance)
  const originals = Math.min(count, ORIGINALS)
  for (let at = 0; at < originals; at += ROWS_AT_ONCE) {
    const some = Array.from({ length: Math.min(ROWS_AT_ONCE, originals - at) }, (_, i) =>
      caseOf(at + i + 1, draw, chance),
    )
    await rows.insertInto('archive_case').values(some).execute()
  }
  for (let copy = 1; copy * originals < count; copy++) {
    await copyCases(rows, originals, copy, Math.min(originals, count - copy * originals))
  }
  await holdThem(rows, heldOneIn)
  for (const index of indexes) await sql.raw(index.sql).execute(db.query)
  await rows
    .insertInto('archive_count')
    .columns(['fonds', 'class', 'item', 'office', 'retention', 'held', 'due_on', 'cases'])
    .expression(
      rows
        .selectFrom('archive_case')
        .select(['fonds', 'class', 'item', 'office', 'retention'])
        .select(sql<number>`case when holds > 0 then 1 else 0 end`.as('held'))
        .select(sql<string>`coalesce(due_on, '')`.as('due_on'))
        .select(({ fn }) => fn.countAll<number>().as('cases'))
        .groupBy(['fonds', 'class', 'item', 'office', 'retention', sql`6`, sql`7`]),
    )
    .execute()
  // What its own housekeeping would come to do, amid whatever is measured.
  await sql.raw(db.dialect === 'postgres' ? 'vacuum (analyze)' : 'analyze').execute(db.query)
}

/**
 * The indexes that are made faster afterwards: all but those of held cases, which hold one case of many and would
 * each have the whole table read for it.
 */
async function indexesOf(db: Db): Promise<readonly Index[]> {
  const listed =
    db.dialect === 'sqlite'
      ? sql<Index>`select name, sql from sqlite_master
          where type = 'index' and tbl_name = 'archive_case' and sql is not null`
      : sql<Index>`select indexname as name, indexdef as sql from pg_indexes
          where tablename = 'archive_case' and indexname <> 'archive_case_pkey'`
  const { rows } = await listed.execute(db.query)
  return rows.filter(({ name }) => !name.endsWith('_held'))
}

interface Index {
  readonly name: string
  readonly sql: string
}

type Drawn = Pick<CaseRow, 'fonds' | 'class' | 'item' | 'office' | 'retention'>

/** Items in the order of how common they are: the hundredth is a hundred times rarer than the first. */
function drawer(chance: () => number): () => Drawn {
  const schedules = citySchedule().items
  const items = serviceItems().map(({ item }, index) => ({ item, order: (index * 769) % 1386 }))
  items.sort((a, b) => a.order - b.order)
  const offices = [...new Set(items.map(({ item }) => item.authority.code))].sort()
  const rules = new Map(schedules.map((schedule) => [schedule.item, schedule]))
  const total = Math.log(items.length + 1)
  return () => {
    const { item } = items[Math.min(items.length - 1, Math.floor(Math.exp(chance() * total)) - 1)] ?? {}
    const schedule = rules.get(item?.code ?? '')
    if (!item || !schedule) throw new RangeError('an item has no schedule')
    const office = item.authority.code
    const fonds = `J${String(offices.indexOf(office) + 1).padStart(3, '0')}`
    return { fonds, class: schedule.class, item: item.code, office, retention: schedule.retention }
  }
}

function caseOf(id: number, draw: () => Drawn, chance: () => number): CaseRow {
  const drawn = draw()
  const closed = addDays('2009-01-01', Math.floor(chance() * 6500))
  const years = readTerm(drawn.retention).length?.years
  const start =
    chance() < 0.2 ? addDays(closed, Math.floor(chance() * 2000)) : `${Number(closed.slice(0, 4)) + 1}-01-01`
  const due =
    years === undefined
      ? null
      : `${Number(start.slice(0, 4)) + years}${start.slice(4) === '-02-29' ? '-03-01' : start.slice(4)}`
  const name = id.toString(16).padStart(8, '0')
  return {
    ...drawn,
    id,
    case_id: `${name.repeat(3)}00000000`,
    item_version: 1,
    case_number: `${name}-0`,
    archival_number: `${drawn.fonds}-${drawn.class}·${closed.slice(0, 4)}-${drawn.retention}-${name}-0`,
    title: `办件 ${name}`,
    outcome: 'granted',
    situations: '[]',
    accepted_on: closed,
    closed_on: closed,
    filed_on: closed,
    schedule: 1,
    rescheduled_on: null,
    state: due === null ? 'permanent' : 'fixed',
    start_on: due === null ? null : start,
    due_on: due,
    holds: 0,
    package_digest: name.repeat(8),
    package_size: 20_000,
  }
}

/** The same cases again under other numbers. */
async function copyCases(
  rows: Kysely<ArchiveTables>,
  originals: number,
  copy: number,
  count: number,
): Promise<void> {
  const columns = [
    'fonds',
    'class',
    'item',
    'item_version',
    'office',
    'title',
    'outcome',
    'situations',
    'accepted_on',
    'closed_on',
    'filed_on',
    'schedule',
    'rescheduled_on',
    'state',
    'retention',
    'start_on',
    'due_on',
    'holds',
    'package_digest',
    'package_size',
  ] as const
  const mark = String(copy).padStart(8, '0')
  await rows
    .insertInto('archive_case')
    .columns(['id', 'case_id', 'case_number', 'archival_number', ...columns])
    .expression(
      rows
        .selectFrom('archive_case')
        .select(sql<number>`id + ${sql.lit(originals * copy)}`.as('id'))
        .select(sql<string>`substr(case_id, 1, 24) || ${sql.lit(mark)}`.as('case_id'))
        .select(sql<string>`case_number || ${sql.lit(mark)}`.as('case_number'))
        .select(sql<string>`archival_number || ${sql.lit(mark)}`.as('archival_number'))
        .select([...columns])
        .where('id', '<=', count),
    )
    .execute()
}

/** One case in so many, under one of fifty orders. */
async function holdThem(rows: Kysely<ArchiveTables>, oneIn: number): Promise<void> {
  for (let at = 0; at < 50; at++) {
    await rows
      .insertInto('archive_hold')
      .values({
        id: `hold-${at}`,
        authority: '11339900MB9X000580',
        reason: '案件调查',
        decision: `调〔2026〕${at + 1}号`,
        from_on: '2026-01-01',
        to_on: null,
        cases: 0,
        digest: '0'.repeat(64),
        placed_us: at,
        lifted_us: null,
      })
      .execute()
  }
  const spread = sql<string>`'hold-' || ((id / ${sql.lit(oneIn)}) % 50)`
  const some = rows
    .selectFrom('archive_case')
    .select('id')
    .where(sql<boolean>`id % ${sql.lit(oneIn)} = 7`)
  await rows
    .insertInto('archive_hold_case')
    .columns(['case_row', 'hold'])
    .expression(
      rows
        .selectFrom('archive_case')
        .select('id')
        .select(spread.as('hold'))
        .where(sql<boolean>`id % ${sql.lit(oneIn)} = 7`),
    )
    .execute()
  await rows.updateTable('archive_case').set({ holds: 1 }).where('id', 'in', some).execute()
}

/** Numbers from 0 to 1, the same for the same seed. */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
