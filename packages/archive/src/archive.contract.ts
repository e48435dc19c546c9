import { type Db, tablesOf } from '@licencevault/stores'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  approver,
  archivist,
  filedCase,
  fileWith,
  type Office,
  openOffice,
  reader,
  register,
} from '../testing/office.ts'
import { foodItem, foodSchedule } from '../testing/sample.ts'
import { type ArchiveTables, correctCase, type ItemSchedule } from './index.ts'

const scheduleOf = (...items: ItemSchedule[]) => ({
  format: 'licencevault.schedule/1',
  title: '第一版',
  items,
})

/** Item and schedule in force on the day the office opened. */
async function settle({ archive }: Office, schedule = foodSchedule): Promise<void> {
  await archive.items.define(archivist, 'item', [foodItem])
  const { number } = await archive.schedules.propose(archivist, 'propose', scheduleOf(schedule))
  await archive.schedules.approve(approver, 'approve', number, { effectiveFrom: '2020-06-01' })
}

const refused = (code: string) => expect.objectContaining({ code })

const hold = (more: object) => ({
  authority: '11339900MB9X000580',
  reason: '案件调查',
  decision: '纪函〔2020〕3号',
  from: '2020-06-01',
  ...more,
})

/** What the rooms do, on whatever database: everything else in it is real too. */
export function archiveContract(name: string, openDb: () => Promise<Db>): void {
  describe(`the records room on ${name}`, () => {
    let office: Office
    beforeEach(async () => {
      office = await openOffice('2020-06-01', await openDb())
    })
    afterEach(() => office.close())

    describe('items', () => {
      it('are defined, revised and retired as acts of the ledger', async () => {
        const { archive, ledger } = office
        const { index } = await archive.items.define(archivist, 'r1', [foodItem])
        await archive.items.revise(archivist, 'r2', [{ ...foodItem, version: 2, name: '食品经营许可' }])
        await archive.items.retire(archivist, 'r3', foodItem.code, { on: '2020-07-01' })
        const entries = await ledger.entriesOf(`item:${foodItem.code}`)
        expect(entries[0]?.index).toBe(index)
        expect(entries.map(({ entry }) => entry.kind)).toEqual([
          'item-defined',
          'item-revised',
          'item-retired',
        ])
        expect((await archive.items.get(foodItem.code, 1)).item).toEqual(foodItem)
        expect(await archive.items.get(foodItem.code)).toMatchObject({
          item: { version: 2 },
          retiredOn: '2020-07-01',
        })
        office.setDay('2020-07-01')
        expect((await archive.items.find()).rows).toEqual([])
        expect(
          (await archive.items.find({ retired: true, authority: foodItem.authority.code, name: '食品' }))
            .rows,
        ).toHaveLength(1)
      })
      it('stand as before until the day of their retirement, which may be to come', async () => {
        const { items, schedules } = office.archive
        await items.define(archivist, 'r1', [foodItem])
        const retire = (id: string, on: string) => items.retire(archivist, id, foodItem.code, { on })
        for (const wrong of ['soon', '2020-02-30', '2020-7-1'])
          await expect(retire('r2', wrong)).rejects.toEqual(refused('item-retirement-wrong'))
        await retire('r2', '2020-07-01')
        await expect(retire('r3', '2020-08-01')).rejects.toEqual(refused('item-retired'))
        office.setDay('2020-06-30')
        expect((await items.find()).rows).toMatchObject([{ retiredOn: '2020-07-01' }])
        expect(await schedules.coverage()).toMatchObject({ items: 1, gaps: [{ item: foodItem.code }] })
        expect(await schedules.coverage('2020-07-01')).toEqual({ items: 0, gaps: [] })
        expect(await schedules.problemsOf(scheduleOf(foodSchedule))).toEqual([])
        const next = { ...foodItem, version: 2, name: '食品经营许可' }
        await items.revise(archivist, 'r4', [next])
        expect(await items.get(foodItem.code)).toMatchObject({
          item: { version: 2 },
          retiredOn: '2020-07-01',
        })
        office.setDay('2020-07-01')
        expect((await items.find()).rows).toEqual([])
        await expect(items.revise(archivist, 'r5', [{ ...next, version: 3 }])).rejects.toEqual(
          refused('item-retired'),
        )
        expect(await schedules.problemsOf(scheduleOf(foodSchedule))).toMatchObject([{ code: 'item-unknown' }])
      })
      it('the same request again is the same act, with other content it is refused', async () => {
        const { archive } = office
        const first = await archive.items.define(archivist, 'r1', [foodItem])
        expect(await archive.items.define(archivist, 'r1', [foodItem])).toEqual(first)
        const other = { ...foodItem, name: '另一事项' }
        await expect(archive.items.define(archivist, 'r1', [other])).rejects.toEqual(
          refused('request-reused'),
        )
        await expect(archive.items.define(archivist, 'r2', [foodItem])).rejects.toEqual(
          refused('item-exists'),
        )
        await expect(archive.items.revise(archivist, 'r3', [{ ...foodItem, version: 3 }])).rejects.toEqual(
          refused('item-version-wrong'),
        )
        await expect(archive.items.get('11339900MB9X00023D3000131005009')).rejects.toEqual(
          refused('item-unknown'),
        )
        await expect(archive.items.get(foodItem.code, 7)).rejects.toEqual(refused('item-version-unknown'))
        await expect(archive.items.define(reader, 'r4', [foodItem])).rejects.toEqual(refused('role-may-not'))
      })
    })

    describe('a schedule', () => {
      it('is proposed by one and approved by another, from a day that is not past', async () => {
        const { archive, ledger } = office
        await archive.items.define(archivist, 'item', [foodItem])
        const both = { ...archivist, role: 'operator' } as const
        const { number } = await archive.schedules.propose(both, 'p', scheduleOf(foodSchedule))
        await expect(
          archive.schedules.approve(both, 'a', number, { effectiveFrom: '2020-06-01' }),
        ).rejects.toEqual(refused('schedule-own'))
        const elsewhere = { ...both, application: 'another', role: 'approver' } as const
        await expect(
          archive.schedules.approve(elsewhere, 'b', number, { effectiveFrom: '2020-06-01' }),
        ).rejects.toEqual(refused('schedule-own'))
        await expect(
          archive.schedules.approve(archivist, 'a', number, { effectiveFrom: '2020-06-01' }),
        ).rejects.toEqual(refused('role-may-not'))
        await expect(
          archive.schedules.approve(approver, 'a', number, { effectiveFrom: '2020-05-31' }),
        ).rejects.toEqual(refused('schedule-effective-past'))
        expect((await archive.schedules.coverage()).gaps).toMatchObject([
          { item: foodItem.code, missing: 'table' },
        ])
        await archive.schedules.approve(approver, 'a', number, { effectiveFrom: '2020-06-02' })
        expect(await archive.schedules.inForce(foodItem.code)).toBe(undefined)
        office.setDay('2020-06-02')
        expect(await archive.schedules.inForce(foodItem.code)).toEqual({
          number,
          effectiveFrom: '2020-06-02',
          schedule: foodSchedule,
        })
        expect(await archive.schedules.coverage()).toEqual({ items: 1, gaps: [] })
        expect((await ledger.entriesOf(`schedule:${number}`)).map(({ entry }) => entry.kind)).toEqual([
          'schedule-proposed',
          'schedule-approved',
        ])
        await expect(archive.schedules.decline(approver, 'd', number)).rejects.toEqual(
          refused('schedule-decided'),
        )
        await expect(archive.schedules.decline(approver, 'd', 99)).rejects.toEqual(
          refused('schedule-unknown'),
        )
        expect((await archive.schedules.get(number)).schedule.items).toEqual([foodSchedule])
        expect((await archive.schedules.list()).map(({ state }) => state)).toEqual(['approved'])
      })
      it('that does not fit its items is refused', async () => {
        const wrong = { ...foodSchedule, materials: [{ material: 'Z99', filing: 'required' as const }] }
        await office.archive.items.define(archivist, 'item', [foodItem])
        await expect(office.archive.schedules.propose(archivist, 'p', scheduleOf(wrong))).rejects.toEqual(
          refused('schedule-does-not-fit'),
        )
        expect(await office.archive.schedules.problemsOf(scheduleOf(wrong))).toMatchObject([
          { code: 'material-unknown', material: 'Z99' },
        ])
      })
      it('leaves the archive as a spreadsheet and comes back by it', async () => {
        await settle(office)
        const csv = await office.archive.schedules.write()
        expect(await office.archive.schedules.read(csv)).toEqual({ findings: [], items: [foodSchedule] })
      })
      it('shows what it would change, by item and office, before anyone approves', async () => {
        await settle(office)
        await register(office, filedCase())
        await register(office, filedCase({ office: '11339902MB9X00293W' }))
        const after = { ...foodSchedule, retention: 'D30', materials: foodSchedule.materials.slice(1) }
        const { number } = await office.archive.schedules.propose(archivist, 'p2', scheduleOf(after))
        const rows = await Array.fromAsync(office.archive.schedules.dryRun(number))
        expect(rows.map(({ office: of, filed, filedOtherwise }) => [of, filed, filedOtherwise])).toEqual([
          [foodItem.authority.code, 1, 1],
          ['11339902MB9X00293W', 1, 1],
        ])
        expect(rows.map(({ lookedAt, dates, examples }) => [lookedAt, dates.later, examples])).toEqual(
          rows.map(() => [
            1,
            1,
            [expect.objectContaining({ what: 'later', dueBefore: '2029-01-01', dueAfter: '2049-01-01' })],
          ]),
        )
        expect(rows[0]?.changes).toEqual([
          {
            what: 'retention',
            before: { en: '10 years', zh: '10年' },
            after: { en: '30 years', zh: '30年' },
          },
          {
            material: 'A01',
            what: 'gone',
            before: { en: 'required', zh: '必须归档' },
            after: { en: 'nothing', zh: '无' },
          },
        ])
        expect(await Array.fromAsync(office.archive.schedules.dryRun(1))).toEqual([])
      })
      it('applies to new filings, and to filed cases only by a recorded decision', async () => {
        await settle(office)
        const old = await register(office, filedCase())
        office.setDay('2020-06-02')
        await office.archive.schedules.propose(
          archivist,
          'p2',
          scheduleOf({ ...foodSchedule, retention: 'D30' }),
        )
        await expect(
          office.archive.schedules.applyToFiled(approver, 'x', { number: 2, decision: '鉴〔2020〕1号' }),
        ).rejects.toEqual(refused('schedule-not-approved'))
        await office.archive.schedules.approve(approver, 'a2', 2, { effectiveFrom: '2020-06-02' })
        const fresh = await register(office, filedCase({ schedule: 2 }))
        expect(await office.archive.queries.explain(old)).toMatchObject({
          retention: 'D10',
          dueOn: '2029-01-01',
          schedule: 1,
        })
        expect((await office.archive.queries.explain(old)).why.at(-1)?.sentence.en).toBe(
          'Schedule 2, in force since 2020-06-02, came later; no decision has applied it to this case.',
        )
        expect(await office.archive.queries.explain(fresh)).toMatchObject({
          retention: 'D30',
          dueOn: '2049-01-01',
        })
        await office.archive.schedules.applyToFiled(approver, 'x', { number: 2, decision: '鉴〔2020〕1号' })
        expect(await office.archive.queries.explain(old)).toMatchObject({
          retention: 'D30',
          dueOn: '2049-01-01',
          schedule: 2,
        })
        expect(await office.archive.queries.count({}, 'retention')).toEqual({
          cases: 2,
          by: [{ value: 'D30', cases: 2 }],
        })
        expect((await office.ledger.entriesOf('schedule:2')).at(-1)?.entry.kind).toBe('schedule-applied')
      })
      it('holds by the day it takes effect, not by its number, and is applied once it is in force', async () => {
        const { items, schedules, queries } = office.archive
        await items.define(archivist, 'i', [foodItem])
        const propose = (id: string, retention: string) =>
          schedules.propose(archivist, id, scheduleOf({ ...foodSchedule, retention }))
        await propose('p1', 'D30')
        await propose('p2', 'D10')
        await schedules.approve(approver, 'a1', 1, { effectiveFrom: '2021-01-01' })
        await schedules.approve(approver, 'a2', 2, { effectiveFrom: '2020-06-01' })
        const apply = (id: string, number: number) =>
          schedules.applyToFiled(approver, id, { number, decision: '鉴〔2021〕1号' })
        const filed = await register(office, filedCase({ schedule: 2 }))
        await expect(apply('x', 1)).rejects.toEqual(refused('schedule-not-in-force'))
        office.setDay('2021-01-01')
        expect((await queries.explain(filed)).why.at(-1)?.sentence.en).toBe(
          'Schedule 1, in force since 2021-01-01, came later; no decision has applied it to this case.',
        )
        const { number } = await propose('p3', 'P3Y')
        const [row] = await Array.fromAsync(schedules.dryRun(number))
        expect(row?.dates).toMatchObject({ earlier: 1 })
        expect(await apply('y', 1)).toMatchObject({ number: 1, items: 1, moved: 1 })
        expect(await apply('y', 1)).toMatchObject({ moved: 1 })
        expect(await queries.explain(filed)).toMatchObject({ schedule: 1, retention: 'D30' })
        expect(await apply('z', 2)).toMatchObject({ moved: 0 })
        expect(await queries.explain(filed)).toMatchObject({ schedule: 1, retention: 'D30' })
      })
    })

    describe('a filed case', () => {
      it('is kept as long as the longest of its materials', async () => {
        await settle(office)
        const short = await register(office, filedCase())
        const long = await register(
          office,
          filedCase({ files: [fileWith('R01')], licences: [{ identifier: '1.2.3', until: '2023-05-02' }] }),
        )
        expect(await office.archive.queries.explain(short)).toMatchObject({
          retention: 'D10',
          dueOn: '2029-01-01',
        })
        expect(await office.archive.queries.explain(long)).toMatchObject({
          retention: 'D30',
          startOn: '2023-05-03',
          dueOn: '2053-05-03',
        })
      })
      it('is registered once; corrected, it keeps its place and its holds', async () => {
        await settle(office)
        const filed = filedCase()
        const id = await register(office, filed)
        await expect(register(office, filed)).rejects.toEqual(refused('case-registered'))
        await expect(register(office, filedCase({ schedule: 9 }))).rejects.toEqual(
          refused('schedule-none-for-item'),
        )
        await office.archive.holds.place(archivist, 'h', hold({ cases: [id] }))
        const corrected = { ...filed, closed_on: '2019-01-01', files: [fileWith('A01')] }
        await office.db.transaction((tx) => correctCase(tablesOf<ArchiveTables>(tx), corrected))
        expect(await office.archive.queries.explain(id)).toMatchObject({
          dueOn: '2030-01-01',
          holds: [{ decision: '纪函〔2020〕3号' }],
        })
        expect(await office.archive.queries.count({ held: true }, 'year')).toEqual({
          cases: 1,
          by: [{ value: '2030', cases: 1 }],
        })
        expect(
          await office.archive.queries.find({ office: filed.office, caseNumber: filed.case_number }),
        ).toMatchObject({ caseId: id })
        expect(await office.archive.queries.find({ archivalNumber: filed.archival_number })).toMatchObject({
          caseId: id,
        })
      })
      it('whose term waits for an event falls due once it is recorded', async () => {
        await settle(office, { ...foodSchedule, start: 'EVENT', event: 'works-completed' })
        const id = await register(office, filedCase())
        expect(await office.archive.queries.earliestDestruction(id)).toMatchObject({
          on: null,
          because: 'open',
        })
        await office.archive.recordEvent(archivist, 'e', id, { event: 'works-completed', on: '2019-03-31' })
        expect(await office.archive.queries.earliestDestruction(id)).toMatchObject({
          on: '2029-03-31',
          because: 'due',
        })
        await expect(
          office.archive.recordEvent(archivist, 'f', id, { event: 'x y', on: '2019-03-31' }),
        ).rejects.toEqual(refused('event-wrong'))
        await expect(
          office.archive.recordEvent(archivist, 'f', id, { event: 'x', on: '2020-06-02' }),
        ).rejects.toEqual(refused('event-wrong'))
      })
      it('moves with the life of its licence, as the ledger tells it', async () => {
        await settle(office)
        const licence = (n: number) => `1.2.156.3005.2.11339900MB9X00023D004.11339900MB9X00023D.${n}.001.A`
        const append = (kind: string, n: number, more: object = {}) =>
          office.ledger.append([
            {
              kind,
              subject: licence(n),
              effectiveFrom: '2018-05-03',
              authority: '11339900MB9X00023D',
              digests: {},
              actor: { application: 'market', role: 'issuer' },
              ...more,
            },
          ])
        const id = await register(
          office,
          filedCase({ files: [fileWith('R01')], licences: [{ identifier: licence(1) }] }),
        )
        const due = async () => (await office.archive.queries.explain(id)).dueOn
        const follow = () => office.archive.followLicences()
        expect(await due()).toBe(null)
        await append('issued', 1, { effectiveTo: '2023-05-02' })
        expect(await follow()).toBeGreaterThan(0)
        expect(await follow()).toBe(0)
        expect(await due()).toBe('2053-05-03')
        await append('issued', 2, { effectiveTo: '2028-05-02' })
        await append('renew', 1, { effectiveFrom: '2023-05-01', links: { successor: licence(2) } })
        await follow()
        expect(await due()).toBe('2058-05-03')
        await append('revoke', 2, { effectiveFrom: '2024-02-29' })
        await follow()
        expect(await due()).toBe('2054-03-01')
        expect((await office.archive.queries.explain(id)).why.map(({ step }) => step)).toContain(
          'licence-succeeded',
        )
        await append('correct', 2, { effectiveFrom: '2024-03-01', links: { state: 'valid' } })
        await follow()
        expect(await due()).toBe('2058-05-03')
        expect(await office.archive.queries.count({}, 'year')).toEqual({
          cases: 1,
          by: [{ value: '2058', cases: 1 }],
        })
      })
    })

    describe('a hold', () => {
      it('stops cases until it is lifted, several at once, and is named in every answer', async () => {
        await settle(office)
        const ids = [await register(office, filedCase()), await register(office, filedCase())]
        const { archive, ledger } = office
        const first = await archive.holds.place(
          archivist,
          'h1',
          hold({ query: { office: foodItem.authority.code } }),
        )
        expect(first.cases).toBe(2)
        expect(
          await archive.holds.place(archivist, 'h1', hold({ query: { office: foodItem.authority.code } })),
        ).toEqual(first)
        const second = await archive.holds.place(archivist, 'h2', hold({ cases: [ids[0]], to: '2030-12-31' }))
        const later = await register(office, filedCase())
        const { rows } = await archive.queries.due({})
        expect(rows.map(({ caseId, holds }) => [caseId, holds.length])).toEqual([
          [ids[0], 2],
          [ids[1], 1],
          [later, 0],
        ])
        expect((await archive.queries.due({ held: false })).rows.map(({ caseId }) => caseId)).toEqual([later])
        expect(await archive.queries.earliestDestruction(ids[0] ?? '')).toMatchObject({
          on: null,
          because: 'held',
          holds: [{}, {}],
        })
        await archive.holds.lift(archivist, 'l1', first.id, { decision: '纪函〔2020〕9号' })
        expect(await archive.queries.earliestDestruction(ids[0] ?? '')).toMatchObject({
          on: '2031-01-01',
          because: 'held',
        })
        expect((await archive.queries.explain(ids[0] ?? '')).why.at(-1)?.step).toBe('held')
        await expect(archive.holds.lift(archivist, 'l2', first.id, { decision: 'x' })).rejects.toEqual(
          refused('hold-lifted'),
        )
        office.setDay('2031-01-01')
        expect(await archive.holds.lapse(archivist)).toEqual([second.id])
        expect(await archive.queries.count({}, 'held')).toEqual({ cases: 3, by: [{ value: '0', cases: 3 }] })
        expect((await ledger.entriesOf(`hold:${first.id}`)).map(({ entry }) => entry.kind)).toEqual([
          'hold-placed',
          'hold-lifted',
        ])
        expect(await archive.holds.get(first.id)).toMatchObject({ cases: 2, lifted: true })
      })
      it('on an unknown case, on nothing, or from a day to come is refused', async () => {
        await settle(office)
        const { holds } = office.archive
        await expect(holds.place(archivist, 'h', hold({ cases: ['0'.repeat(32)] }))).rejects.toEqual(
          refused('case-unknown'),
        )
        await expect(holds.place(archivist, 'h', hold({ query: { fonds: 'X' } }))).rejects.toEqual(
          refused('hold-empty'),
        )
        await expect(holds.place(archivist, 'h', hold({ cases: [], from: '2020-06-02' }))).rejects.toEqual(
          refused('member-wrong'),
        )
        await expect(holds.place(archivist, 'h', hold({}))).rejects.toEqual(refused('member-wrong'))
        await expect(holds.lift(archivist, 'h', 'none', { decision: 'x' })).rejects.toEqual(
          refused('hold-unknown'),
        )
        await expect(holds.place(reader, 'h', hold({ cases: ['x'] }))).rejects.toEqual(
          refused('role-may-not'),
        )
      })
    })

    describe('use', () => {
      it('is granted or refused by name, and both are on record by case, user and time', async () => {
        await settle(office)
        const id = await register(office, filedCase({ files: [fileWith('A01', 1), fileWith('R01', 2)] }))
        const { uses } = office.archive
        const ask = (more: object, caller = reader) =>
          uses.use(caller, { caseId: id, file: 1, purpose: 'approval', form: 'copy', ...more })
        expect(await ask({})).toMatchObject({
          granted: true,
          form: 'copy',
          file: { material: 'A01', path: 'files/1.pdf' },
        })
        expect(await ask({ file: undefined, form: 'list' })).toMatchObject({ granted: true, caseId: id })
        const { authority: _, ...citizen } = reader
        const said = async (more: object, caller = reader) => {
          const answer = await ask(more, caller)
          return answer.granted ? 'granted' : answer.refusal.code
        }
        expect(await said({}, citizen)).toBe('use-reader-outside')
        expect(await said({ purpose: undefined })).toBe('use-purpose-missing')
        expect(await said({ purpose: 'research' })).toBe('use-purpose-outside')
        expect(await said({ form: 'certified-copy' })).toBe('use-form-outside')
        expect(await said({ file: 2, purpose: 'holder', form: 'list' }, citizen)).toBe('granted')
        office.setDay('2041-01-01')
        expect(await said({ file: 2, purpose: 'holder', form: 'list' }, citizen)).toBe('use-ended')
        const { rows } = await uses.records({ caseId: id, application: 'portal', user: 'zhao' }, { size: 3 })
        expect(rows.map(({ outcome }) => outcome)).toEqual(['granted', 'granted', 'use-reader-outside'])
        const all = await uses.records({ fromUs: Date.parse('2040-01-01') * 1000 })
        expect(all.rows.map(({ outcome }) => outcome)).toEqual(['use-ended'])
        expect(await uses.commit(archivist)).toEqual({ records: 8 })
        expect(await uses.commit(archivist)).toEqual({ records: 0 })
        expect((await office.ledger.entriesOf('uses:1')).map(({ entry }) => entry.kind)).toEqual([
          'uses-recorded',
        ])
        await expect(ask({ file: 9 })).rejects.toEqual(refused('file-unknown'))
        await expect(ask({ caseId: 'x' })).rejects.toEqual(refused('case-unknown'))
        await expect(ask({ caseId: '\u0000' })).rejects.toEqual(refused('case-unknown'))
        expect(await uses.commit(archivist)).toEqual({ records: 3 })
        await expect(ask({}, { application: 'portal', role: 'reader' })).rejects.toEqual(
          refused('use-user-missing'),
        )
      })

      it('is committed whenever its row appears: numbers are given before they can be seen', async () => {
        const { uses } = office.archive
        const rows = tablesOf<ArchiveTables>(office.db.query)
        const insert = (...ids: number[]) =>
          rows
            .insertInto('archive_use')
            .values(
              ids.map((id) => ({
                ...{ id, case_id: 'c', file: 0, application: 'portal', user_name: `user ${id}` },
                ...{ user_authority: null, purpose: 'approval', form: 'list', outcome: 'granted' },
                ...{ application_number: null, holder_consent: null, office_consent: null },
                ...{ used_us: id, revision: 1, path: null, committed: 0 },
              })),
            )
            .execute()
        await insert(1, 3)
        expect(await uses.commit(archivist)).toEqual({ records: 2 })
        await insert(2)
        expect(await uses.commit(archivist)).toEqual({ records: 1 })
        expect(await uses.commit(archivist)).toEqual({ records: 0 })
        expect((await office.ledger.entriesOf('uses:2')).length).toBe(1)
        await insert(4, 5, 6)
        const both = await Promise.all([uses.commit(archivist), uses.commit(archivist)])
        expect(both.map(({ records }) => records).sort()).toEqual([0, 3])
      })
    })
  })
}
