import { blobKeys, type Db } from '@licencevault/stores'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filer, type Left, licenceOf, liveThrough, orderOf, send } from '../../testing/all-acts.ts'
import { dump, type TableName, tableNames } from '../../testing/dump.ts'
import { approver, archivist, type Office, openOffice } from '../../testing/office.ts'
import { foodItem } from '../../testing/sample.ts'
import {
  type Archive,
  type ArchiveOptions,
  type CaseOrder,
  isArchiveWhole,
  openArchive,
  type RebuiltArchive,
  rebuildArchive,
} from '../index.ts'

type Rows = Awaited<ReturnType<typeof dump>>
type Row = Rows[TableName][number]

const validityOf = async (identifier: string) => (identifier === licenceOf(2) ? '2025-05-31' : undefined)
const refused = (code: string) => expect.objectContaining({ code })

/** A database that was lost comes back from ledger and documents, on whatever engine. */
export function rebuildContract(name: string, database: () => Promise<Db>): void {
  describe(`an archive on ${name}, rebuilt`, () => {
    let office: Office
    let left: Left
    let before: Rows
    let options: ArchiveOptions
    let rebuilt: RebuiltArchive
    let after: Rows
    let archive: Archive

    beforeAll(async () => {
      office = await openOffice('2020-06-01', await database(), { validityOf })
      left = await liveThrough(office)
      before = await dump(office.db)
      await office.ledger.close()
      options = await office.over(await database())
      rebuilt = await rebuildArchive(options)
      after = await dump(options.db)
      archive = await openArchive(options)
    }, 60_000)
    afterAll(async () => {
      await options.ledger.close()
      await options.db.close()
      await office.close()
    })

    /** What no document says: see the package's README. */
    const expected: Partial<Record<TableName, (row: Row) => boolean>> = {
      archive_follower: ({ name: reader }) => reader === 'licences',
      archive_count: ({ cases }) => cases !== 0,
      archive_exception: ({ committed }) => committed === 1,
      // Nothing was kept of them but their entries.
      archive_filing: ({ case_id, state }) => state !== 'void' && case_id !== left.cutOff,
      archive_request: ({ request_id }) => request_id !== 'left-SP08',
    }
    const fileAgain = (request: string, order: CaseOrder) =>
      archive.filing.file(filer, request, order, send(order))
    const comparable = (rows: Rows, table: TableName) => rows[table].filter(expected[table] ?? (() => true))

    it.each(tableNames.filter((table) => table !== 'archive_damage' && table !== 'archive_follower'))(
      'has the same rows in %s',
      (table) => {
        expect(comparable(before, table).length).toBeGreaterThan(0)
        expect(comparable(after, table)).toEqual(comparable(before, table))
      },
    )

    it('stands where its readers of the ledger stood, or further', () => {
      const places = ({ archive_follower: rows }: Rows) =>
        new Map(rows.map((row) => [row.name, row.after_index]))
      expect(places(after).get('licences')).toBe(rebuilt.entries - 1)
      expect(places(after).has('rebuild')).toBe(false)
    })

    it('makes void what was recorded and never had a package, and goes on with what has one', async () => {
      expect(rebuilt.voided).toEqual([left.cutOff])
      expect(rebuilt.damages).toEqual({ count: 0, first: [] })
      const states = new Map(
        after.archive_filing.map(({ case_id, revision, state }) => [`${case_id}.${revision}`, state]),
      )
      expect(states.get(`${left.voided}.1`)).toBe('void')
      expect(states.get(`${left.cutOff}.1`)).toBe('void')
      expect(states.get(`${left.kept}.1`)).toBe('filing')
      const again = await fileAgain('left-SP07', orderOf('SP07'))
      expect(again).toMatchObject({ caseId: left.kept, revision: 1 })
      const anew = await fileAgain('left-SP08', orderOf('SP08'))
      const numbers = before.archive_number.map(({ last }) => Number(last))
      expect(Number(anew.archivalNumber.slice(-6))).toBe(Math.max(...numbers) + 1)
    })

    it('answers old requests as before, and refuses them with other content', async () => {
      const first = left.filed.get('SP02')
      const order = orderOf('SP02', { licences: [licenceOf(1)] })
      expect(await fileAgain('file-SP02', order)).toEqual(first)
      const other = orderOf('SP02')
      await expect(fileAgain('file-SP02', other)).rejects.toEqual(refused('request-reused'))
      const event = { event: 'works-completed', on: '2020-06-01' }
      const works = left.filed.get('GC01')?.caseId ?? ''
      expect(await archive.recordEvent(archivist, 'event-1', works, event)).toMatchObject({ caseId: works })
      await expect(
        archive.recordEvent(archivist, 'event-1', works, { ...event, on: '2020-05-30' }),
      ).rejects.toEqual(refused('request-reused'))
      const lifted = await archive.holds.lift(archivist, 'lift-2', left.holds.lifted, {
        decision: '解除〔2020〕1号',
      })
      expect(lifted).toMatchObject({ id: left.holds.lifted })
    })

    it('still lets nobody approve what he proposed', async () => {
      const proposer = { ...archivist, role: 'operator' } as const
      const from = { effectiveFrom: '2020-06-05' }
      await expect(archive.schedules.approve(proposer, 'own', 4, from)).rejects.toEqual(
        refused('schedule-own'),
      )
      expect(await archive.schedules.approve(approver, 'approve-4', 4, from)).toMatchObject({ number: 4 })
    })

    it('tells what falls due and what holds it, and its packages are those of the ledger', async () => {
      const due = await archive.queries.due({ item: foodItem.code })
      const held = due.rows.filter(({ holds }) => holds.length > 0).map(({ caseId }) => caseId)
      expect(held.sort()).toEqual([left.filed.get('SP01')?.caseId, left.filed.get('SP02')?.caseId].sort())
      for (const { caseId, revision } of left.filed.values()) {
        const opened = await archive.filing.open(caseId, revision)
        expect((await opened.validate()).findings).toEqual([])
        expect(await opened.disagreements()).toEqual([])
        opened.close()
      }
      expect((await options.ledger.fsck()).damages).toEqual([])
    })

    it('lists the exceptions that were committed, open and settled', () => {
      const lines = after.archive_exception.map((line) => [
        line.case_number,
        line.kind,
        line.settled_us !== null,
      ])
      expect(lines).toEqual([
        ['GC01', 'incomplete', true],
        ['GC02', 'incomplete', false],
        ['SP04', 'late', false],
      ])
    })

    it('is done into an empty database only, and neither an empty nor a half-built one is opened', async () => {
      await expect(rebuildArchive(options)).rejects.toEqual(refused('archive-not-empty'))
      const empty = await office.over(await database())
      await expect(openArchive(empty)).rejects.toEqual(refused('rebuild-needed'))
      await empty.ledger.rebuild()
      await expect(openArchive(empty)).rejects.toEqual(refused('rebuild-needed'))
      expect(await isArchiveWhole(empty)).toBe(false)
      const stop = new AbortController()
      let read = 0
      const halting = {
        ...empty,
        blobs: {
          ...empty.blobs,
          get: async (key: string, ...rest: [object]) => {
            if (key.includes('/case/') && ++read === 30) stop.abort(new Error('stopped'))
            stop.signal.throwIfAborted()
            return empty.blobs.get(key, ...rest)
          },
        },
      }
      await expect(rebuildArchive(halting, { signal: stop.signal })).rejects.toThrow('stopped')
      await expect(openArchive(empty)).rejects.toEqual(refused('rebuild-unfinished'))
      await rebuildArchive(empty)
      expect(await isArchiveWhole(empty)).toBe(true)
      const rows = await dump(empty.db)
      const now = await dump(options.db)
      for (const table of [
        'archive_case',
        'archive_file',
        'archive_hold_case',
        'archive_schedule',
      ] as const) {
        expect(rows[table], table).toEqual(now[table])
      }
      // An older database is no better: neither behind its ledger, nor once that was caught up without it.
      const works = left.filed.get('GC01')?.caseId ?? ''
      await archive.recordEvent(archivist, 'later', works, { event: 'works-completed', on: '2020-06-03' })
      await expect(openArchive(empty)).rejects.toEqual(refused('rebuild-needed'))
      await empty.ledger.rebuild()
      await expect(openArchive(empty)).rejects.toEqual(refused('rebuild-needed'))
      await empty.ledger.close()
      await empty.db.close()
    })

    describe('from documents that are damaged', () => {
      const keys = blobKeys('licence.yunting.example/ledger')
      const caseOf = (number: string) => left.filed.get(number)?.caseId ?? ''
      let damaged: ArchiveOptions
      let report: RebuiltArchive

      beforeAll(async () => {
        const { blobs } = office
        await blobs.remove(keys.case(caseOf('SP03')))
        await alter(keys.case(caseOf('SP04')), '申请书：山风茶馆')
        await alter(keys.case(caseOf('SP06')), '审批处')
        const [act] = await actsOf('case-event')
        await blobs.remove(keys.byDigest(act ?? ''))
        damaged = await office.over(await database())
        report = await rebuildArchive(damaged)
      }, 60_000)
      afterAll(async () => {
        await damaged.ledger.close()
        await damaged.db.close()
      })

      async function alter(key: string, words: string): Promise<void> {
        const bytes = Buffer.from(await office.blobs.get(key))
        const at = bytes.indexOf(words)
        expect(at).toBeGreaterThan(0)
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
        await office.blobs.remove(key)
        await office.blobs.put(key, bytes)
      }

      async function actsOf(kind: string): Promise<(string | undefined)[]> {
        const entries = await Array.fromAsync(options.ledger.entries({ kind }))
        return entries.map(({ entry }) => entry.digests.act)
      }

      it('names each', () => {
        const told = report.damages.first.map(({ subject, code, path }) => [subject, code, path])
        expect(told).toEqual(
          expect.arrayContaining([
            [`case:${caseOf('SP03')}`, 'blob-missing', ''],
            [`case:${caseOf('SP04')}`, 'document-altered', 'data/申报文件/001-申请书.txt'],
            [`case:${caseOf('SP06')}`, 'document-altered', ''],
            [`case:${caseOf('GC01')}`, 'blob-missing', ''],
          ]),
        )
        expect(report.damages.count).toBe(told.length)
      })

      it('brings the rest back, and says of what is lost that it is', async () => {
        const archive = await openArchive(damaged)
        const codeOf = (number: string) =>
          archive.queries.explain(caseOf(number)).then(
            () => 'there',
            ({ code }) => code,
          )
        expect(await codeOf('SP03')).toBe('case-lost')
        expect(await codeOf('SP06')).toBe('case-lost')
        expect(await codeOf('SP04')).toBe('there')
        const event = { event: 'works-completed', on: '2020-06-01' }
        await expect(archive.recordEvent(archivist, 'event-1', caseOf('GC01'), event)).rejects.toEqual(
          refused('request-lost'),
        )
        const order = orderOf('SP03')
        const anew = await archive.filing.file(filer, 'anew', order, send(order))
        expect(anew.caseId).not.toBe(caseOf('SP03'))
      })

      it('stops where everything after rests on what is lost, and goes on once that is back', async () => {
        const [first] = await Array.fromAsync(options.ledger.entries({ kind: 'schedule-proposed' }))
        const key = keys.byDigest(first?.entry.digests.schedule ?? '')
        const bytes = await office.blobs.get(key)
        await office.blobs.remove(key)
        const other = await office.over(await database())
        await expect(rebuildArchive(other)).rejects.toEqual(refused('rebuild-stopped'))
        await expect(openArchive(other)).rejects.toEqual(refused('rebuild-unfinished'))
        await office.blobs.put(key, bytes)
        expect((await rebuildArchive(other)).damages.count).toBe(report.damages.count)
        await other.ledger.close()
        await other.db.close()
      })
    })
  })
}
