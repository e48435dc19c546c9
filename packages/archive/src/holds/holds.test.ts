import { afterEach, beforeEach, expect, it } from 'vitest'
import { approver, archivist, filedCase, type Office, openOffice, register } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import type { HoldOrder } from '../index.ts'

let office: Office
let cases: readonly string[]
beforeEach(async () => {
  office = await openOffice('2020-06-01')
  const { items, schedules } = office.archive
  await items.define(archivist, 'item', [foodItem])
  const table = { format: 'licencevault.schedule/1', title: '第一版', items: [foodSchedule] }
  const { number } = await schedules.propose(archivist, 'propose', table)
  await schedules.approve(approver, 'approve', number, { effectiveFrom: '2020-06-01' })
  cases = [await register(office, filedCase()), await register(office, filedCase())]
})
afterEach(() => office.close())

const order = (how: Partial<HoldOrder> = {}): HoldOrder => ({
  authority: foodItem.authority.code,
  reason: '核查',
  decision: '核〔2020〕1号',
  from: '2020-06-01',
  cases: [...cases],
  ...how,
})
const documents = async () => (await Array.fromAsync(office.blobs.list('v1/cas/'))).length

it('are listed in the order of placing, page by page, lifted ones where they are asked for', async () => {
  const { holds } = office.archive
  const placed: string[] = []
  for (let n = 1; n <= 5; n++) {
    office.setDay(`2020-06-0${n}`)
    placed.push((await holds.place(archivist, `h${n}`, order({ decision: `核〔2020〕${n}号` }))).id)
  }
  const [, second = ''] = placed
  await holds.lift(archivist, 'lift', second, { decision: '解〔2020〕1号' })
  const walk = async (lifted: boolean) => {
    const found: string[] = []
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await holds.list({ lifted }, { size: 2, ...(cursor && { cursor }) })
      found.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    }
    return found
  }
  expect(await walk(true)).toEqual(placed)
  expect(await walk(false)).toEqual(placed.filter((id) => id !== second))
  const { rows } = await holds.list({ lifted: true }, { size: 2 })
  expect(rows.map(({ lifted, cases: count, decision }) => [lifted, count, decision])).toEqual([
    [false, 2, '核〔2020〕1号'],
    [true, 2, '核〔2020〕2号'],
  ])
  const { next: cursor = '' } = await holds.list({}, { size: 1 })
  await expect(holds.list({ lifted: true }, { cursor })).rejects.toMatchObject({
    code: 'cursor-of-other-query',
  })
})

it('keep one document each, and none where they are refused or asked for again', async () => {
  const { holds } = office.archive
  const wanted = { authority: foodItem.authority.code, reason: '审计', decision: '1', from: '2020-06-01' }
  const query = { ...wanted, query: { to: '2040-12-31' } }
  const before = await documents()
  await expect(holds.place(archivist, 'no spaces', query)).rejects.toMatchObject({ code: 'request-id-wrong' })
  await expect(holds.place(archivist, 'h', order({ cases: ['x'] }))).rejects.toMatchObject({
    code: 'case-unknown',
  })
  expect(await documents()).toBe(before)
  const placed = await holds.place(archivist, 'h', query)
  expect(placed).toMatchObject({
    cases: 2,
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  })
  const kept = await documents()
  // By now the query would find one case more.
  await register(office, filedCase())
  expect(await holds.place(archivist, 'h', query)).toEqual(placed)
  expect((await holds.casesOf(placed.id)).rows).toEqual(cases)
  await holds.lift(archivist, 'l', placed.id, { decision: '2' })
  const lifted = await documents()
  await expect(holds.lift(archivist, 'l2', placed.id, { decision: '3' })).rejects.toMatchObject({
    code: 'hold-lifted',
  })
  expect(await holds.lift(archivist, 'l', placed.id, { decision: '2' })).toMatchObject({ id: placed.id })
  await expect(holds.place(archivist, 'h', { ...query, reason: '另' })).rejects.toMatchObject({
    code: 'request-reused',
  })
  expect([lifted > kept, await documents()]).toEqual([true, lifted])
})
