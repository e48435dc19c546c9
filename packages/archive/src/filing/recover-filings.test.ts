import { tablesOf } from '@licencevault/stores'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filer, orderOf, send } from '../../testing/all-acts.ts'
import { approver, archivist, type Office, openOffice } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import type { ArchiveTables } from '../tables.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice('2020-06-01')
  const { archive } = office
  await archive.items.define(archivist, 'item', [foodItem])
  const table = { format: 'licencevault.schedule/1', title: '第一版', items: [foodSchedule] }
  await archive.schedules.propose(archivist, 'propose', table)
  await archive.schedules.approve(approver, 'approve', 1, { effectiveFrom: '2020-06-01' })
})
afterEach(() => office.close())

const rows = () => tablesOf<ArchiveTables>(office.db.query)

/** Files a case whose process dies once its package is kept; hands back the package's key. */
async function leave(number: string): Promise<string> {
  let kept = ''
  const dying = await office.openWith(
    {},
    {
      ...office.blobs,
      async put(key, ...rest) {
        const info = await office.blobs.put(key, ...rest)
        if (!key.includes('/case/')) return info
        kept = key
        throw new Error('power cut')
      },
    },
  )
  const order = orderOf(number)
  await expect(dying.filing.file(filer, number, order, send(order))).rejects.toThrow('power cut')
  return kept
}

it('one filing that cannot be finished does not keep others back, and is named', async () => {
  const damaged = await leave('SP01')
  await leave('SP02')
  await office.blobs.put(damaged, Buffer.from('no package'))
  const { case_id } = await rows()
    .selectFrom('archive_filing')
    .select('case_id')
    .where('case_number', '=', 'SP01')
    .executeTakeFirstOrThrow()
  office.setDay('2020-06-02')
  const failed = [{ caseId: case_id, revision: 1, code: 'package-damaged' }]
  expect(await office.archive.filing.recover()).toEqual({ finished: 1, voided: 0, failed })
  const found = await office.archive.queries.find({ office: foodItem.authority.code, caseNumber: 'SP02' })
  expect(found?.caseNumber).toBe('SP02')
  expect(await office.archive.filing.recover()).toEqual({ finished: 0, voided: 0, failed })
})

it('more failures than are read at once do not keep later filings back', async () => {
  await leave('SP01')
  const one = await rows().selectFrom('archive_filing').selectAll().executeTakeFirstOrThrow()
  const bad = Array.from({ length: 201 }, (_, at) => ({
    ...one,
    case_id: String(at).padStart(32, '0'),
    case_number: `bad-${at}`,
    request_id: `bad-${at}`,
    // Of no entry that there is.
    ticket: 1_000_000 + at,
    begun_us: one.begun_us - 1,
  }))
  await rows().insertInto('archive_filing').values(bad).execute()
  // Something stands where the package of each would be.
  const archive = await office.openWith(
    {},
    {
      ...office.blobs,
      head: async (key, ...rest) =>
        (await office.blobs.head(key, ...rest)) ?? { key, size: 1, modifiedAt: new Date(0) },
    },
  )
  office.setDay('2020-06-02')
  const { finished, failed } = await archive.filing.recover()
  expect([finished, failed.length]).toEqual([1, 201])
})

it('who tells it to end is obeyed, in the middle too', async () => {
  await leave('SP01')
  await leave('SP02')
  office.setDay('2020-06-02')
  const stopping = new AbortController()
  const archive = await office.openWith(
    {},
    {
      ...office.blobs,
      head(key, ...rest) {
        stopping.abort()
        return office.blobs.head(key, ...rest)
      },
    },
  )
  await expect(archive.filing.recover(stopping.signal)).rejects.toThrow()
  expect(await office.archive.filing.recover()).toMatchObject({ finished: 2, failed: [] })
})
