import type { VaultClient } from '@licencevault/api'
import { makeCases } from '@licencevault/city'
import { addDays } from '@licencevault/licence'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cityItems, defineItems, fileCase, scheduleFor, today } from './records.ts'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

/** A case whose term starts with the end of its licence: vault and archive know each other by the ledger alone. */
const typeName = '食品经营许可证'
let house: House
let archive: VaultClient['archive']

beforeAll(async () => {
  house = await openHouse({ 'page.address': '', 'jobs.archiveSeconds': 1 })
  await loadCity(house.operator, [typeName])
  archive = house.operator.archive
})
afterAll(() => house?.close())

it('follows what becomes of the licence: until when it is valid, and that it was revoked', async () => {
  const [order] = ordersOf(typeName, 1)
  const { licence } = await house.operator.issue.issue({ requestId: 'issue', order: needed(order) })
  const { identifier, validity } = needed(licence)
  const until = needed(validity?.until)
  const item = needed(cityItems.find(({ code }) => scheduleFor([{ code }]).items[0]?.start === 'LICENCE_END'))
  await defineItems(archive, [item])
  const scheduleJson = JSON.stringify(scheduleFor([item]))
  const { number } = await archive.proposeSchedule({ user: 'wang', scheduleJson })
  await archive.approveSchedule({ user: 'li', number, effectiveFrom: today })
  const closed = { from: today, to: today }
  const drawn = [...makeCases({ seed: 'licence', count: 20, items: [item], closed })]
  const one = needed(drawn.find((found) => found.order.outcome === 'granted'))
  const filed = await fileCase(
    archive,
    { ...one, order: { ...one.order, licences: [identifier] } },
    { requestId: 'file' },
  )
  const startOf = async () => needed((await archive.explainCase({ caseId: filed.caseId })).case).startOn
  await expect.poll(startOf, { timeout: 20_000, interval: 200 }).toBe(addDays(until, 1))

  await house.operator.status.change({
    requestId: 'revoke',
    identifier,
    move: 'MOVE_REVOKE',
    particulars: { decision: '云市监罚〔2026〕3号', legalBasis: '行政处罚法 art. 9' },
  })
  await expect.poll(startOf, { timeout: 20_000, interval: 200 }).not.toBe(addDays(until, 1))
  const { why, case: now } = await archive.explainCase({ caseId: filed.caseId })
  expect(now?.startOn && now.startOn <= addDays(today, 1)).toBe(true)
  expect(why.map(({ step }) => step)).toContain('licence-ended')
})
