import { makeCases } from '@licencevault/city'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onBothPairs, type Pair } from './record-stores.ts'
import { fileCase } from './records.ts'
import { foodItem as item, openRecordsHouse, type RecordsHouse } from './records-house.ts'
import { needed } from './service.ts'

/** What somebody does to a kept package who has the keys of the store: each is told by its own word. */
onBothPairs((start) => {
  let pair: Pair
  let house: RecordsHouse
  let beside: Awaited<ReturnType<Awaited<ReturnType<Pair['open']>>['openBeside']>>
  beforeAll(async () => {
    pair = await start()
    const stores = await pair.open()
    house = await openRecordsHouse(stores)
    beside = await stores.openBeside(house.folder)
  })
  afterAll(async () => {
    await beside?.db.close()
    await house?.close()
    await pair?.stop()
  })

  it('a package is compared with register and ledger, its receipt too', async () => {
    const closed = { from: '2020-03-02', to: '2020-03-02' }
    const [one] = makeCases({ seed: 'damaged', count: 1, items: [item], closed })
    const { caseId } = await fileCase(house.filer, needed(one), { requestId: 'damaged' })
    const problems = async () => {
      const [answer] = await Array.fromAsync(house.archivist.validateCase({ caseId }))
      const { valid, findings } = needed(answer)
      expect(valid).toBe(findings.length === 0)
      return findings.map(({ path, problem }) => `${path} ${problem}`.trim())
    }
    expect(await problems()).toEqual([])

    const keys = await Array.fromAsync(beside.blobs.list('v1/'), ({ key }) => key)
    const key = needed(keys.find((name) => name.includes(caseId)))
    const kept = Buffer.from(await beside.blobs.get(key))
    const written = async (change: (zip: Buffer) => void) => {
      const zip = Buffer.from(kept)
      change(zip)
      await beside.blobs.put(key, zip)
      return problems()
    }
    const whole = ['differs-from-register', 'differs-from-ledger']
    const receipt = kept.indexOf('receipt.tlog') + 'receipt.tlog'.length
    expect(await written((zip) => zip.fill('X', receipt, receipt + 60))).toEqual([
      'receipt.tlog receipt-wrong',
      ...whole,
    ])
    const title = kept.indexOf('External-Description: ') + 'External-Description: '.length
    expect(await written((zip) => zip.write('假', title))).toEqual([
      'bag-info.txt sha256-differs',
      'bag-info.txt sm3-differs',
      ...whole,
    ])
    expect(await written(() => {})).toEqual([])
  })
})
