import { join } from 'node:path'
import { type CityCase, makeCases } from '@licencevault/city'
import { readSettings, rebuildDatabase, type Settings, serve } from '@licencevault/service'
import type { Blobs } from '@licencevault/stores'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onBothPairs, type Pair, type Stores } from './record-stores.ts'
import { cityItems, defineItems, fileCase, scheduleFor, today } from './records.ts'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

/** The database of a service is lost: one command brings vault and archive back, and until then nothing opens. */
const typeName = '食品经营许可证'
const item = needed(cityItems.find(({ code }) => scheduleFor([{ code }]).items[0]?.start === 'LICENCE_END'))
const closed = { from: today, to: today }
const cases = [...makeCases({ seed: 'lost', count: 8, items: [item], closed })]

onBothPairs(journey)

function journey(start: () => Promise<Pair>): void {
  let pair: Pair
  let house: House
  let beside: Stores
  let settings: Settings
  let last: CityCase | undefined
  let given: Readonly<Record<string, unknown>>
  const filed: string[] = []
  const answers: unknown[] = []

  /** What everybody is told of the archive. */
  const told = async (from: House['operator']) => [
    await Promise.all(filed.map((caseId) => from.archive.explainCase({ caseId }))),
    await from.archive.findDue({ query: {} }),
    await from.archive.countDue({ by: 'item' }),
    await from.archive.listHolds({}),
    await from.archive.getCoverage({}),
  ]

  beforeAll(async () => {
    pair = await start()
    beside = await pair.open()
    given = { ...beside.settings, 'page.address': '', 'jobs.archiveSeconds': 1 }
    house = await openHouse(given)
    await loadCity(house.operator, [typeName])
    const { archive } = house.operator
    await defineItems(archive, [item])
    const scheduleJson = JSON.stringify(scheduleFor([item]))
    const { number } = await archive.proposeSchedule({ user: 'wang', scheduleJson })
    await archive.approveSchedule({ user: 'li', number, effectiveFrom: today })
    const [order] = ordersOf(typeName, 1)
    const { licence } = await house.operator.issue.issue({ requestId: 'issue', order: needed(order) })
    const identifier = needed(licence).identifier
    for (const [at, one] of cases.entries()) {
      const licences = one.order.outcome === 'granted' ? [identifier] : []
      const own = { ...one, order: { ...one.order, licences } }
      last = own
      filed.push((await fileCase(archive, own, { requestId: `file-${at}` })).caseId)
    }
    const hold = { authority: item.authority.code, reason: '案件调查', decision: '〔2026〕3号', from: today }
    await archive.placeHold({ requestId: 'hold', user: 'wang', ...hold, cases: filed.slice(0, 2) })
  })
  afterAll(async () => {
    await house?.close()
    await pair?.stop()
  })

  it('a service whose archive has followed its licences is stopped', async () => {
    await expect
      .poll(async () => JSON.stringify(await told(house.operator)), { timeout: 20_000, interval: 500 })
      .not.toContain('licence-unknown')
    answers.push(...(await told(house.operator)))
    await house.service.stop()
  })

  it('an empty database behind the documents is not served from', async () => {
    settings = await readSettings({
      given: {
        ...{ ...given, ...(await anotherDatabase()) },
        ...{ data: house.folder, 'grpc.address': house.address, 'log.level': 'silent' },
      },
    })
    await expect(serve(settings)).rejects.toMatchObject({ code: 'rebuild-needed' })
  })

  it('a table that is lost stops it, by name; restored, it goes on where it stopped', async () => {
    const { blobs, db } = await beside.openBeside(house.folder)
    const [key, bytes] = await keptTable(blobs)
    await blobs.remove(key)
    await expect(rebuildDatabase(settings)).rejects.toMatchObject({
      code: 'rebuild-stopped',
      details: { digest: key.slice(-64), subject: 'schedule:1' },
    })
    await expect(serve(settings)).rejects.toMatchObject({ code: 'rebuild-unfinished' })
    await blobs.put(key, bytes)
    await db.close()
  })

  it('is brought back by one command, and everybody is told what he was told before', async () => {
    const { lost, archive } = await rebuildDatabase(settings)
    expect([lost, archive.voided, archive.damages.count]).toEqual([[], [], 0])
    await expect(rebuildDatabase(settings)).rejects.toMatchObject({ code: 'vault-not-empty' })
    const again = await serve(settings)
    expect(await told(house.operator)).toEqual(answers)
    const same = await fileCase(house.operator.archive, needed(last), { requestId: 'file-7' })
    expect(same.caseId).toBe(filed[7])
    await again.stop()
  })

  async function keptTable(blobs: Blobs): Promise<readonly [string, Uint8Array]> {
    for await (const { key } of blobs.list('v1/cas/')) {
      const bytes = await blobs.get(key)
      if (Buffer.from(bytes).includes('"licencevault.schedule/1"')) return [key, bytes]
    }
    throw new Error('no table is kept')
  }

  async function anotherDatabase(): Promise<Readonly<Record<string, unknown>>> {
    const stores = await pair.open()
    const url = stores.settings['database.url']
    return url === undefined ? { 'database.file': join(house.folder, 'second.db') } : { 'database.url': url }
  }
}
