import { afterEach, beforeEach, expect, it } from 'vitest'
import { filer, orderOf, send } from '../../testing/all-acts.ts'
import { approver, archivist, type Office, openOffice } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import type { CaseOrder } from './case-order.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice('2020-06-01')
  const { items, schedules } = office.archive
  await items.define(archivist, 'item', [foodItem])
  const table = { format: 'licencevault.schedule/1', title: '第一版', items: [foodSchedule] }
  await schedules.propose(archivist, 'propose', table)
  await schedules.approve(approver, 'approve', 1, { effectiveFrom: '2020-06-01' })
})
afterEach(() => office.close())

function file(id: string, changed: Partial<CaseOrder> = {}, correction?: string) {
  const order = orderOf('SP2020-0001', changed)
  return office.archive.filing.file(filer, id, order, send(order), { correction })
}
const refused = (code: string) => expect.objectContaining({ code })

it('keeps every request under which the same case was filed', async () => {
  const first = await file('r1')
  expect(await file('r2')).toEqual(first)
  await expect(file('r2', { caseNumber: 'SP2020-0002' })).rejects.toEqual(refused('request-reused'))
  await expect(file('r2', { title: '更正' }, '题名有误')).rejects.toEqual(refused('request-reused'))
  const event = { event: 'works-completed', on: '2020-06-01' }
  await expect(
    office.archive.recordEvent({ ...filer, role: 'archivist' }, 'r2', first.caseId, event),
  ).rejects.toEqual(refused('request-reused'))
})

it('keeps those that came at once, too', async () => {
  const [first, second] = await Promise.all([file('r1'), file('r2')])
  expect(second).toEqual(first)
  for (const id of ['r1', 'r2'])
    await expect(file(id, { caseNumber: 'SP2020-0002' })).rejects.toEqual(refused('request-reused'))
})

it('does not say of earlier content that it stands, but answers its own requests as before', async () => {
  const first = await file('r1')
  await file('r2')
  const corrected = await file('r3', { title: '更正' }, '题名有误')
  await expect(file('r4')).rejects.toEqual(refused('case-filed-already'))
  expect(await file('r1')).toEqual(first)
  expect(await file('r2')).toEqual(first)
  expect(await file('r5', { title: '更正' })).toEqual(corrected)
})
