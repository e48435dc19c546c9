import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approver,
  archivist,
  filedCase,
  fileWith,
  type Office,
  openOffice,
  register,
} from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import {
  type CaseSummary,
  type DateChange,
  type DryRunRow,
  type ItemSchedule,
  SCHEDULE_FORMAT,
  type Schedule,
} from '../index.ts'
import { dryRun } from './dry-run.ts'

const tableOf = (item: ItemSchedule): Schedule => ({
  format: SCHEDULE_FORMAT,
  title: '表',
  items: [item],
})
const OTHER = '11339902MB9X00293W'
const LICENCE = ['1.2.156.3005.2.11330100TEST00000X', '2'] as const

let office: Office
let ids: readonly string[]
beforeAll(async () => {
  office = await openOffice('2026-11-25')
  const { items, schedules } = office.archive
  await items.define(archivist, 'item', [foodItem])
  const { number } = await schedules.propose(archivist, 'first', tableOf(foodSchedule))
  await schedules.approve(approver, 'first-approved', number, { effectiveFrom: '2026-11-25' })
  const cases = [
    filedCase({ closed_on: '2012-05-03' }),
    filedCase({ closed_on: '2018-05-03' }),
    filedCase({ closed_on: '2025-12-31', office: OTHER }),
    filedCase({ closed_on: '2018-05-03', events: { 'project-completed': '2019-03-01' } }),
    filedCase({ closed_on: '2018-05-03', licences: [{ identifier: LICENCE[0], until: '2031-06-30' }] }),
    filedCase({
      closed_on: '2018-05-03',
      licences: [{ identifier: LICENCE[1], until: null }],
      office: OTHER,
    }),
    filedCase({ closed_on: '2018-05-03', files: [fileWith('R01', 1)] }),
  ]
  ids = await Promise.all(cases.map((one) => register(office, one)))
})
afterAll(() => office.close())

const stand = async (): Promise<CaseSummary[]> =>
  Promise.all(ids.map((id) => office.archive.queries.explain(id)))

/** What the change of every case is called, told from how it stood and stands. */
function changesFrom(before: readonly CaseSummary[], after: readonly CaseSummary[]) {
  const counts: Record<string, Partial<Record<DateChange | 'dueAtOnce', number>>> = {}
  for (const [at, was] of before.entries()) {
    const is = after[at]
    if (!is) throw new RangeError('a case is gone')
    counts[was.office] ??= {}
    const of = counts[was.office] ?? {}
    const add = (what: DateChange | 'dueAtOnce') => {
      of[what] = (of[what] ?? 0) + 1
    }
    if (is.state !== was.state && is.state === 'permanent') add('never')
    else if (is.state !== was.state && is.state === 'open') add('waiting')
    else if (was.dueOn === null && is.dueOn !== null) add('dated')
    else if (was.dueOn !== null && is.dueOn !== null && was.dueOn !== is.dueOn)
      add(is.dueOn < was.dueOn ? 'earlier' : 'later')
    const due = ({ dueOn }: CaseSummary) => dueOn !== null && dueOn <= '2026-11-25'
    if (due(is) && !due(was)) add('dueAtOnce')
  }
  return counts
}

const told = (rows: readonly DryRunRow[]) =>
  Object.fromEntries(
    rows.map(({ office: code, dates, dueAtOnce }) => [
      code,
      Object.fromEntries(Object.entries({ ...dates, dueAtOnce }).filter(([, count]) => count > 0)),
    ]),
  )

describe('a dry run tells of each filed case what a decision then makes of it', () => {
  const tables: [string, Partial<ItemSchedule>][] = [
    ['kept longer', { retention: 'D30' }],
    ['kept shorter', { retention: 'P1Y' }],
    ['kept for ever', { retention: 'Y' }],
    ['once more for a term', { retention: 'D10' }],
    ['counted from the day of closing', { start: 'CLOSE_DATE' }],
    ['counted from the end of a licence', { start: 'LICENCE_END' }],
    ['counted from an event', { start: 'EVENT', event: 'project-completed' }],
    [
      'with a longer term for its result',
      {
        materials: foodSchedule.materials.map((rule) =>
          rule.material === 'R01' ? { ...rule, retention: 'D30' } : rule,
        ),
      },
    ],
  ]

  it.each(tables)('%s', async (name, how) => {
    const request = name.replaceAll(' ', '-')
    const { schedules } = office.archive
    const fresh = { ...tableOf({ ...foodSchedule, ...how }), title: name }
    const unproposed = await Array.fromAsync(schedules.dryRun(fresh))
    const { number } = await schedules.propose(archivist, `propose-${request}`, fresh)
    const rows = await Array.fromAsync(schedules.dryRun(number))
    expect(rows).toEqual(unproposed)
    expect(rows.every(({ filed, lookedAt }) => filed === lookedAt)).toBe(true)
    const before = await stand()
    await schedules.approve(approver, `approve-${request}`, number, { effectiveFrom: '2026-11-25' })
    await schedules.applyToFiled(approver, `apply-${request}`, { number, decision: '鉴〔2026〕1号' })
    const now = await stand()
    const wanted = changesFrom(before, now)
    expect(told(rows)).toEqual(wanted)
    expect(Object.values(wanted).some((counts) => Object.keys(counts).length > 0)).toBe(true)
    for (const { examples } of rows) {
      for (const { caseId, dueBefore, dueAfter, retentionAfter } of examples) {
        const at = ids.indexOf(caseId)
        expect([dueBefore, dueAfter, retentionAfter]).toEqual([
          before[at]?.dueOn,
          now[at]?.dueOn,
          now[at]?.retention,
        ])
      }
    }
  })
})

it('looks at so many cases and no more, the oldest of each item first, and says at how many', async () => {
  const desk = {
    db: office.db,
    clock: () => new Date('2026-11-25T04:00:00Z'),
    zone: 'Asia/Shanghai',
    keepWhileInForce: true,
  }
  const items = new Map([[foodItem.code, foodItem]])
  const schedule = tableOf({ ...foodSchedule, retention: 'P3M' })
  const look = async (limits: { readonly casesOfAnItem: number; readonly cases: number }) =>
    Array.fromAsync(dryRun(desk, { schedule, number: undefined, items, limits }))
  const sum = (rows: readonly DryRunRow[], what: 'filed' | 'lookedAt') =>
    rows.reduce((all, row) => all + row[what], 0)
  for (const limits of [
    { casesOfAnItem: 3, cases: 100 },
    { casesOfAnItem: 100, cases: 3 },
  ]) {
    const rows = await look(limits)
    expect([sum(rows, 'filed'), sum(rows, 'lookedAt')]).toEqual([ids.length, 3])
    // The first two of three are of the one office, the third of the other.
    expect(rows.map(({ lookedAt }) => lookedAt)).toEqual([2, 1])
  }
  const leaving = new AbortController()
  leaving.abort(new Error('left'))
  const left = office.archive.schedules.dryRun(schedule, { signal: leaving.signal })
  await expect(Array.fromAsync(left)).rejects.toThrow('left')
})
