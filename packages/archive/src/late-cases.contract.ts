import { type Db, tablesOf } from '@licencevault/stores'
import { type Kysely, sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { filedCase } from '../testing/office.ts'
import { migrations } from './migrations.ts'
import type { ArchiveTables } from './tables.ts'

/** A database from before cases filed late stayed on the list of exceptions. */
export function lateCasesContract(name: string, openDb: () => Promise<Db>): void {
  describe(`an older archive on ${name}`, () => {
    let db: Db
    afterEach(() => db.close())

    it('has its late cases back on the list of exceptions, with their delay', async () => {
      db = await openDb()
      const steps = Object.entries(migrations(db.dialect))
      const before = steps.filter(([step]) => step < '004')
      await db.migrate('archive', Object.fromEntries(before))
      const { licences: _l, events: _e, files: _f, ...filed } = filedCase({ filed_on: '2020-03-02' })
      const decided = {
        id: 1,
        class: 'XK',
        state: 'fixed' as const,
        retention: 'D10',
        start_on: null,
        due_on: null,
      }
      const row = { ...filed, ...decided, situations: '[]', rescheduled_on: null, holds: 0 }
      await tablesOf<ArchiveTables>(db.query).insertInto('archive_case').values(row).execute()
      const rows = db.query as Kysely<unknown>
      const line = async (number: string, kind: string) =>
        sql`insert into archive_exception (office, case_number, item, kind, closed_on, allowed_until, reason,
          noted_us, settled_us, committed) values (${filed.office}, ${number}, ${filed.item}, ${kind}, '2020-01-28',
          '2020-02-27', '', 1, 2, 1)`.execute(rows)
      await line(filed.case_number, 'late')
      await line('gone', 'late')
      await line('other', 'failed')
      await db.migrate('archive', Object.fromEntries(steps))
      const found = await tablesOf<ArchiveTables>(db.query)
        .selectFrom('archive_exception')
        .select(['case_number', 'kind', 'settled_us', 'days_late'])
        .orderBy('days_late')
        .orderBy('case_number')
        .execute()
      expect(found).toEqual([
        { case_number: 'gone', kind: 'late', settled_us: null, days_late: 0 },
        { case_number: 'other', kind: 'failed', settled_us: 2, days_late: 0 },
        { case_number: filed.case_number, kind: 'late', settled_us: null, days_late: 4 },
      ])
    })
  })
}
