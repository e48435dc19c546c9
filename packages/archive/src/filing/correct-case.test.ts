import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filer, licenceOf, orderOf, send } from '../../testing/all-acts.ts'
import { approver, archivist, type Office, openOffice } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import type { CaseOrder } from './case-order.ts'

const changeItem = { ...foodItem, code: '11339900MB9X00023D3000131005002', name: '食品经营许可（变更）' }
const plain = {
  ...foodSchedule,
  materials: foodSchedule.materials.map(({ retention: _, start: __, ...rule }) => rule),
}

let office: Office
beforeEach(async () => {
  office = await openOffice('2020-06-01')
  await office.archive.items.define(archivist, 'items', [foodItem, changeItem])
})
afterEach(() => office.close())

/** Has a table approved that is in force from a day on. */
async function approve(number: number, items: readonly object[], effectiveFrom = '2020-06-01') {
  const { schedules } = office.archive
  const table = { format: 'licencevault.schedule/1', title: `表${number}`, items }
  await schedules.propose(archivist, `propose-${number}`, table)
  await schedules.approve(approver, `approve-${number}`, number, { effectiveFrom })
}

function file(id: string, changed: Partial<CaseOrder> = {}, correction?: string) {
  const order = orderOf('SP2020-0001', changed)
  return office.archive.filing.file(filer, id, order, send(order), { correction })
}
const refused = (code: string) => expect.objectContaining({ code })
const kindsOf = async (caseId: string) =>
  (await office.ledger.entriesOf(`case:${caseId}`)).map(({ entry }) => entry.kind)

/** What the package of a case says: its elements, the schedule in it, and how it came in. */
async function packageOf(caseId: string) {
  const opened = await office.archive.filing.open(caseId)
  const json = async (name: string) => JSON.parse(Buffer.from(await opened.tag(name)).toString())
  const { elements } = await json('metadata/record.json')
  const schedule = await json('metadata/schedule.json')
  const filing = await json('metadata/filing.json')
  opened.close()
  return { elements, schedule, filing }
}

describe('a correction of the item', () => {
  const changed = { item: changeItem.code }

  it('is refused before anything is recorded, where no schedule rules the new item', async () => {
    await approve(1, [foodSchedule])
    const first = await file('r1')
    await expect(file('r2', changed, '事项误选')).rejects.toEqual(refused('case-schedule-missing'))
    expect(await kindsOf(first.caseId)).toEqual(['case-filed', 'case-stored'])
    expect((await file('r3', { title: '更正' }, '题名有误')).revision).toBe(2)
  })

  it('stands under the schedule that rules it now, where its own does not', async () => {
    await approve(1, [foodSchedule])
    const { caseId } = await file('r1')
    await approve(2, [{ ...plain, item: changeItem.code, retention: 'P50Y' }])
    const corrected = await file('r2', changed, '事项误选')
    expect(corrected).toMatchObject({ caseId, revision: 2, retention: 'P50Y' })
    expect(await file('r2', changed, '事项误选')).toEqual(corrected)
    expect(await office.archive.queries.explain(caseId)).toMatchObject({ schedule: 2, retention: 'P50Y' })
    expect((await packageOf(caseId)).schedule.number).toBe(2)
    expect((await file('r3', { ...changed, title: '更正' }, '题名有误')).revision).toBe(3)
  })

  it('stays under its own schedule where that has the new item', async () => {
    await approve(1, [foodSchedule, { ...plain, item: changeItem.code }])
    const { caseId } = await file('r1')
    await approve(2, [{ ...plain, item: changeItem.code, retention: 'P50Y' }])
    expect((await file('r2', changed, '事项误选')).retention).toBe('D10')
    expect((await office.archive.queries.explain(caseId)).schedule).toBe(1)
    expect((await packageOf(caseId)).schedule.number).toBe(1)
  })
})

describe('a correction after a newer table', () => {
  it('stands under the schedule of the case, in scope, package, register and answer', async () => {
    await approve(1, [foodSchedule])
    const { caseId } = await file('r1')
    office.setDay('2020-06-02')
    const stricter = plain.materials.map((rule) =>
      rule.material === 'A02' ? { ...rule, filing: 'required' as const } : rule,
    )
    await approve(2, [{ ...plain, retention: 'P50Y', materials: stricter }], '2020-06-02')
    const corrected = await file('r2', { title: '更正' }, '题名有误')
    const { elements, schedule } = await packageOf(caseId)
    const explained = await office.archive.queries.explain(caseId)
    expect([elements.schedule, schedule.number, explained.schedule]).toEqual([1, 1, 1])
    expect([elements.retention, explained.retention, corrected.retention]).toEqual(['D30', 'D30', 'D30'])
  })
})

describe('a correction that is cut off once it is recorded', () => {
  /** Leaves it with its package kept and nothing registered. */
  async function leave(changed: Partial<CaseOrder>): Promise<void> {
    const dying = await office.openWith(
      {},
      {
        ...office.blobs,
        async put(key, ...rest) {
          const info = await office.blobs.put(key, ...rest)
          if (key.includes('/case/')) throw new Error('cut off')
          return info
        },
      },
    )
    const order = orderOf('SP2020-0001', changed)
    const filing = dying.filing.file(filer, 'r2', order, send(order), { correction: '有误' })
    await expect(filing).rejects.toThrow('cut off')
  }

  it('comes to its end by itself, under the schedule that its package names', async () => {
    await approve(1, [foodSchedule])
    const { caseId } = await file('r1')
    await approve(2, [{ ...plain, item: changeItem.code, retention: 'P50Y' }])
    await leave({ item: changeItem.code })
    office.setDay('2020-06-02')
    expect(await office.archive.filing.recover()).toMatchObject({ finished: 1 })
    expect(await office.archive.queries.explain(caseId)).toMatchObject({ schedule: 2, item: changeItem.code })
  })

  it('does not undo a decision that reached the case meanwhile', async () => {
    await approve(1, [foodSchedule])
    const { caseId } = await file('r1')
    await leave({ title: '更正' })
    office.setDay('2020-06-02')
    await approve(2, [{ ...plain, retention: 'P50Y' }], '2020-06-02')
    await office.archive.schedules.applyToFiled(approver, 'apply', { number: 2, decision: '鉴定〔2020〕1号' })
    expect(await office.archive.filing.recover()).toMatchObject({ finished: 1 })
    expect(await office.archive.queries.explain(caseId)).toMatchObject({ schedule: 2, retention: 'P50Y' })
  })
})

describe('the number of a case', () => {
  it('names the retention that the register has, licences included', async () => {
    const materials = plain.materials.map((rule) =>
      rule.material === 'R01' ? { ...rule, retention: 'D10', start: 'LICENCE_END' } : rule,
    )
    await approve(1, [{ ...plain, retention: 'D30', materials }])
    const { archivalNumber, retention, caseId } = await file('r1', { licences: [licenceOf(1)] })
    expect([archivalNumber, retention]).toEqual(['J012-XK·2020-D10-000001', 'D10'])
    expect((await office.archive.queries.explain(caseId)).retention).toBe('D10')
    expect((await packageOf(caseId)).elements.retention).toBe('D10')
  })

  it('stays as it was given, while a correction tells the true year, fonds and retention', async () => {
    await approve(1, [foodSchedule])
    const steps = [{ action: '决定', actor: '审批处', at: '2019-12-31T02:00:00Z' }]
    const late = { acceptedOn: '2019-12-01', closedOn: '2019-12-31', steps }
    const { caseId, archivalNumber } = await file('r1', late)
    const fonds = { code: 'J099', name: '另一立档单位' }
    const files = orderOf('').files.filter(({ material }) => material !== 'R01')
    const refusal = { ...late, closedOn: '2020-01-02', fonds, outcome: 'refused' as const, files }
    const corrected = await file('r2', refusal, '办结日期、全宗误写')
    expect(corrected).toMatchObject({ archivalNumber, retention: 'D10', dueOn: '2031-01-01' })
    const { elements } = await packageOf(caseId)
    expect(elements).toMatchObject({
      ...{ archivalNumber, number: 1, fonds: 'J099', fondsName: fonds.name },
      ...{ year: 2020, retention: 'D10' },
    })
    expect(await office.archive.queries.explain(caseId)).toMatchObject({ fonds: 'J099', archivalNumber })
    const next = await file('r3', { caseNumber: 'SP2020-0002', fonds })
    expect(next.archivalNumber).toBe('J099-XK·2020-D30-000001')
  })
})

describe('an event of a corrected case', () => {
  const event = 'works-completed'
  const dueOf = async (caseId: string) => (await office.archive.queries.explain(caseId)).dueOn
  const record = (id: string, caseId: string, on: string) =>
    office.archive.recordEvent(archivist, id, caseId, { event, on })

  beforeEach(() => approve(1, [{ ...plain, start: 'EVENT', event }]))

  it('is taken back, or its day replaced, by the correction of what filing said', async () => {
    const { caseId, dueOn } = await file('r1', { events: { [event]: '2020-05-25' } })
    expect(dueOn).toBe('2030-05-25')
    expect((await file('r2', { events: {} }, '工程未竣工')).dueOn).toBeNull()
    expect(await dueOf(caseId)).toBeNull()
    expect((await file('r3', { events: { [event]: '2020-05-28' } }, '已竣工')).dueOn).toBe('2030-05-28')
  })

  it('that was recorded since stands, whatever a correction says', async () => {
    const filed = { events: { [event]: '2020-05-25' } }
    const { caseId } = await file('r1', filed)
    await record('e1', caseId, '2020-05-30')
    expect((await file('r2', { ...filed, title: '更正' }, '题名有误')).dueOn).toBe('2030-05-30')
    expect((await file('r3', { events: {} }, '工程未竣工')).dueOn).toBe('2030-05-30')
    await record('e2', caseId, '2020-05-31')
    expect(await dueOf(caseId)).toBe('2030-05-31')
  })

  it('that was recorded decides the retention in the package, too', async () => {
    const materials = plain.materials.map((rule) =>
      rule.material === 'R01' ? { ...rule, retention: 'D30', start: 'CLOSE_DATE' } : rule,
    )
    await approve(2, [{ ...plain, start: 'EVENT', event, materials }])
    const { caseId, retention } = await file('r1')
    expect(retention).toBe('D10')
    await record('e1', caseId, '2020-05-30')
    expect((await file('r2', { title: '更正' }, '题名有误')).retention).toBe('D30')
    expect((await packageOf(caseId)).elements.retention).toBe('D30')
  })
})

describe('the reason of a correction', () => {
  beforeEach(() => approve(1, [foodSchedule]))

  it.each([
    ['empty', ''],
    ['blank', ' '],
    ['too long', '误'.repeat(1_001)],
    ['with a control character', '题名\u0001有误'],
    ['with a mark that turns the direction', '题名\u202e有误'],
  ])('is refused %s, before anything is received', async (_, reason) => {
    const { caseId } = await file('r1')
    await expect(file('r2', { title: '更正' }, reason)).rejects.toMatchObject({
      code: 'member-wrong',
      details: { path: 'correction' },
    })
    expect(await kindsOf(caseId)).toHaveLength(2)
  })

  it('of 1,000 characters stands in the package, and no digest that can be guessed in the ledger', async () => {
    const { caseId } = await file('r1')
    const reason = '误'.repeat(1_000)
    await file('r2', { title: '更正' }, reason)
    expect((await packageOf(caseId)).filing.correction).toBe(reason)
    const entries = await office.ledger.entriesOf(`case:${caseId}`)
    expect(entries.map(({ entry }) => Object.keys(entry.digests))).toEqual([
      ['package'],
      ['zip'],
      ['package'],
      ['zip'],
    ])
  })
})
