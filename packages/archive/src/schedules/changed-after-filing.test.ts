import { addDays, addMonths } from '@licencevault/licence'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { approver, archivist, filedCase, openOffice, register } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import { SCHEDULE_FORMAT } from './define-schedule.ts'

/** What may happen from one day to the next; `which` picks a table of those that there are. */
type Happening =
  | { readonly what: 'table'; readonly years: number; readonly start: Start; readonly inDays: number }
  | { readonly what: 'case'; readonly closedOn: string }
  | { readonly what: 'decision'; readonly which: number }

type Start = 'CLOSE_DATE' | 'NEXT_JAN_1_AFTER_CLOSE'

interface Table {
  readonly number: number
  readonly years: number
  readonly start: Start
  readonly from: string
}

interface Filed {
  readonly id: string
  readonly closedOn: string
  table: Table
}

const starts = fc.constantFrom<Start>('CLOSE_DATE', 'NEXT_JAN_1_AFTER_CLOSE')
const happenings = fc.oneof(
  fc.record({
    what: fc.constant('table' as const),
    years: fc.integer({ min: 1, max: 40 }),
    start: starts,
    inDays: fc.nat(3),
  }),
  fc.record({
    what: fc.constant('case' as const),
    closedOn: fc.nat(3000).map((days) => addDays('2010-01-01', days)),
  }),
  fc.record({ what: fc.constant('decision' as const), which: fc.nat(20) }),
)

const later = (a: Table, b: Table) => (a.from === b.from ? a.number > b.number : a.from > b.from)
const inForce = (tables: readonly Table[], on: string) =>
  tables
    .filter(({ from }) => from <= on)
    .reduce<Table | undefined>((a, b) => (a && later(a, b) ? a : b), undefined)

function dueOn({ closedOn, table: { years, start } }: Filed): string {
  if (start === 'CLOSE_DATE') return addMonths(closedOn, years * 12)
  return `${Number(closedOn.slice(0, 4)) + 1 + years}-01-01`
}

it('a table changed after filing leaves cases under theirs, until a decision moves those of earlier tables', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happenings, { minLength: 4, maxLength: 14 }), async (all) => {
      const office = await openOffice('2020-06-01')
      try {
        await office.archive.items.define(archivist, 'item', [foodItem])
        await live(office, [{ what: 'table', years: 10, start: 'CLOSE_DATE', inDays: 0 }, ...all])
      } finally {
        await office.close()
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)

async function live(
  office: Awaited<ReturnType<typeof openOffice>>,
  all: readonly Happening[],
): Promise<void> {
  const { schedules, queries } = office.archive
  const tables: Table[] = []
  const cases: Filed[] = []
  for (const [at, happening] of all.entries()) {
    const on = addDays('2020-06-01', at)
    office.setDay(on)
    if (happening.what === 'table') {
      const { years, start, inDays } = happening
      const own = { ...foodSchedule, retention: `P${years}Y`, start }
      const table = { format: SCHEDULE_FORMAT, title: `第${at}版`, items: [own] }
      const { number } = await schedules.propose(archivist, `propose-${at}`, table)
      const from = addDays(on, inDays)
      await schedules.approve(approver, `approve-${at}`, number, { effectiveFrom: from })
      tables.push({ number, years, start, from })
    } else if (happening.what === 'case') {
      const { closedOn } = happening
      const table = inForce(tables, on)
      if (!table) throw new Error('no table is in force')
      const filed = filedCase({ closed_on: closedOn, accepted_on: closedOn, schedule: table.number })
      cases.push({ id: await register(office, filed), closedOn, table })
    } else {
      const table = tables[happening.which % tables.length]
      if (!table) throw new Error('there is no table')
      const { number } = table
      const decided = schedules.applyToFiled(approver, `apply-${at}`, { number, decision: '鉴〔2020〕1号' })
      if (table.from > on) {
        await expect(decided).rejects.toMatchObject({ code: 'schedule-not-in-force' })
      } else {
        const moved = cases.filter((one) => later(table, one.table))
        for (const one of moved) one.table = table
        expect(await decided).toMatchObject({ moved: moved.length })
      }
    }
    const now = inForce(tables, on)
    for (const one of cases) {
      const { why, ...shown } = await queries.explain(one.id)
      expect(shown).toMatchObject({ schedule: one.table.number, state: 'fixed', dueOn: dueOn(one) })
      const told = why.filter(({ step }) => step === 'later-schedule').map(({ details }) => details.number)
      expect(told).toEqual(now && later(now, one.table) ? [now.number] : [])
    }
    const { by } = await queries.count({}, 'year')
    const years = Map.groupBy(cases, (one) => dueOn(one).slice(0, 4))
    expect(by).toEqual(
      [...years]
        .map(([value, some]) => ({ value, cases: some.length }))
        .toSorted((a, b) => (a.value < b.value ? -1 : 1)),
    )
  }
}
