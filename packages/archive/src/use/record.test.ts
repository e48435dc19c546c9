import { blobKeys, tablesOf } from '@licencevault/stores'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filer, orderOf, send } from '../../testing/all-acts.ts'
import { approver, archivist, type Office, openOffice, reader } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import type { ArchiveTables, UseRecord } from '../index.ts'
import type { UseOrder } from './use.ts'

let office: Office
let caseId: string
beforeEach(async () => {
  office = await openOffice('2020-06-01')
  const { archive } = office
  await archive.items.define(archivist, 'item', [foodItem])
  const { readers: _, ...sharing } = foodSchedule.sharing
  const open = { ...sharing, scope: 'on-application', consent: 'both' }
  const materials = foodSchedule.materials.map(({ sharing: _own, ...material }) => material)
  const item = { ...foodSchedule, sharing: open, materials }
  const table = { format: 'licencevault.schedule/1', title: '第一版', items: [item] }
  await archive.schedules.propose(archivist, 'propose', table)
  await archive.schedules.approve(approver, 'approve', 1, { effectiveFrom: '2020-06-01' })
  caseId = await file('SP01')
})
afterEach(() => office.close())

async function file(number: string, correction?: string): Promise<string> {
  const order = orderOf(number, correction ? { title: correction } : {})
  return (
    await office.archive.filing.file(
      filer,
      `${number}-${correction ? 'again' : 'first'}`,
      order,
      send(order),
      { correction },
    )
  ).caseId
}
const use = (more: Partial<UseOrder> = {}) =>
  office.archive.uses.use(reader, {
    ...{ caseId, file: 1, purpose: 'approval', form: 'copy', application: '申〔2026〕7号' },
    ...{ consents: { holder: '同意书 3', office: '函〔2026〕9号' } },
    ...more,
  })
const records = async (): Promise<readonly UseRecord[]> =>
  (await office.archive.uses.records({}, { size: 500 })).rows

it('says by which application and consents, and which revision it was of', async () => {
  expect(await use()).toMatchObject({ granted: true })
  await file('SP01', '更正')
  expect(await use({ consents: { holder: '同意书 3' } })).toMatchObject({ granted: false })
  const references = { applicationNumber: '申〔2026〕7号', holderConsent: '同意书 3' }
  const said = await records()
  expect(said[0]).toMatchObject({
    ...references,
    officeConsent: '函〔2026〕9号',
    revision: 1,
    outcome: 'granted',
  })
  expect(said[1]).toMatchObject({
    ...references,
    officeConsent: null,
    revision: 2,
    outcome: 'use-consent-missing',
  })
  await office.archive.uses.commit(archivist)
  const [entry] = await office.ledger.entriesOf('uses:1')
  const key = blobKeys(office.ledger.name).byDigest(entry?.entry.digests.uses ?? '')
  const document = JSON.parse(Buffer.from(await office.blobs.get(key)).toString('utf8'))
  expect(document.records[0]).toMatchObject({
    application_number: '申〔2026〕7号',
    holder_consent: '同意书 3',
  })
})

it('takes a reference as a label of at most 200 characters, and nothing else', async () => {
  expect(await use({ application: '7'.repeat(200) })).toMatchObject({ granted: true })
  for (const wrong of ['7'.repeat(201), ' 7', '7\u202e', 'a\u0000', '\ud800']) {
    await expect(use({ application: wrong })).rejects.toMatchObject({ code: 'member-wrong' })
    await expect(use({ consents: { holder: wrong, office: 'y' } })).rejects.toMatchObject({
      code: 'member-wrong',
    })
    await expect(use({ consents: { holder: 'x', office: wrong } })).rejects.toMatchObject({
      code: 'member-wrong',
    })
  }
  await expect(use({ consents: { holder: 'x', mother: 'y' } as object })).rejects.toMatchObject({
    code: 'member-unknown',
  })
})

it('is made of what was asked for and there is not, too', async () => {
  await expect(use({ file: 9 })).rejects.toMatchObject({ code: 'file-unknown' })
  await expect(use({ file: 2 ** 40 })).rejects.toMatchObject({ code: 'file-unknown' })
  await expect(use({ caseId: `x\u0000${'y'.repeat(100)}` })).rejects.toMatchObject({ code: 'case-unknown' })
  const said = await records()
  expect(said.map((one) => [one.file, one.outcome, one.revision])).toEqual([
    [9, 'file-unknown', 1],
    [0, 'file-unknown', 1],
    [1, 'case-unknown', 0],
  ])
  expect(said[2]?.caseId).toBe(`x\ufffd${'y'.repeat(38)}`)
  expect(said[2]?.applicationNumber).toBe('申〔2026〕7号')
})

it('can be committed whatever was asked', async () => {
  await use({ purpose: `${'a'.repeat(39)}😀\u0000` })
  await use({ purpose: '\ud800\u0000' })
  expect((await records()).map(({ purpose }) => purpose)).toEqual([`${'a'.repeat(39)}😀`, '\ufffd\ufffd'])
  expect(await office.archive.uses.commit(archivist)).toEqual({ records: 2 })
})

it('a copy is of the revision that its record names', async () => {
  const answer = await use()
  await file('SP01', '更正')
  const content = answer.granted ? await answer.content?.() : undefined
  expect(Buffer.concat(await Array.fromAsync(content ?? [])).length).toBeGreaterThan(0)
  const rows = tablesOf<ArchiveTables>(office.db.query)
  expect(await rows.selectFrom('archive_use').select('revision').execute()).toEqual([{ revision: 1 }])
})
