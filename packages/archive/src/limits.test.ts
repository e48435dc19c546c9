import { tablesOf } from '@licencevault/stores'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { archivist, type Office, openOffice } from '../testing/office.ts'
import { foodItem } from '../testing/sample.ts'
import { livesOf, MAX_SUCCESSIONS } from './cases/licence-lives.ts'
import { type ArchiveTables, MAX_HOLD_CASES } from './index.ts'
import { MAX_ITEMS_PER_CALL } from './items/items.ts'
import { MAX_COMMITTED } from './use/use.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const rows = () => tablesOf<ArchiveTables>(office.db.query)

it('items of one call', async () => {
  const call = (count: number) => office.archive.items.define(archivist, 'r', Array(count).fill(foodItem))
  // As many as may be are looked at, and found to be the same item.
  await expect(call(MAX_ITEMS_PER_CALL)).rejects.toMatchObject({ code: 'item-exists' })
  await expect(call(MAX_ITEMS_PER_CALL + 1)).rejects.toMatchObject({ code: 'items-too-many' })
  await expect(call(0)).rejects.toMatchObject({ code: 'items-too-many' })
})

it('cases of one hold', async () => {
  const place = (count: number) =>
    office.archive.holds.place(archivist, 'h', {
      authority: '11339900MB9X000580',
      reason: '案件调查',
      decision: '调〔2020〕1号',
      from: '2020-06-01',
      cases: Array.from({ length: count }, (_, at) => String(at)),
    })
  await expect(place(MAX_HOLD_CASES)).rejects.toMatchObject({ code: 'case-unknown' })
  await expect(place(MAX_HOLD_CASES + 1)).rejects.toMatchObject({ code: 'limit-exceeded' })
})

it('successors of a licence', async () => {
  const chain = async (name: string, length: number) => {
    for (let at = 0; at <= length; at++) {
      const successor = at < length ? `${name}${at + 1}` : null
      const row = {
        identifier: `${name}${at}`,
        known: 1,
        valid_until: '2030-12-31',
        ended_on: null,
        successor,
      }
      await rows().insertInto('archive_licence').values(row).execute()
    }
    const [life] = await livesOf(rows(), [`${name}0`])
    return life?.lastDay
  }
  expect(await chain('a', MAX_SUCCESSIONS)).toBe('2030-12-31')
  expect(await chain('b', MAX_SUCCESSIONS + 1)).toBe(undefined)
})

it('a circle of successors has no end', async () => {
  for (const [identifier, successor] of [
    ['x', 'y'],
    ['y', 'z'],
    ['z', 'x'],
  ] as const) {
    const row = { identifier, known: 1, valid_until: '2030-12-31', ended_on: null, successor }
    await rows().insertInto('archive_licence').values(row).execute()
  }
  expect((await livesOf(rows(), ['x']))[0]).toMatchObject({ lastDay: undefined })
})

it('use records that one entry commits to', async () => {
  const record = {
    case_id: 'c',
    file: 0,
    application: 'portal',
    user_name: 'zhao',
    user_authority: null,
    purpose: 'approval',
    form: 'list',
    outcome: 'granted',
    used_us: 1,
    revision: 1,
    path: null,
    application_number: null,
    holder_consent: null,
    office_consent: null,
    committed: 0,
  }
  for (let at = 0; at <= MAX_COMMITTED; at += 1000) {
    const some = Array.from({ length: Math.min(1000, MAX_COMMITTED + 1 - at) }, (_, i) => ({
      ...record,
      id: at + i + 1,
    }))
    await rows().insertInto('archive_use').values(some).execute()
  }
  expect(await office.archive.uses.commit(archivist)).toEqual({ records: MAX_COMMITTED })
  expect(await office.archive.uses.commit(archivist)).toEqual({ records: 1 })
})
