import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { blobKeys } from '@licencevault/stores'
import { openSqlite } from '@licencevault/stores/sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { draft, NAME, type Office, openOffice } from '../testing/office.ts'
import { openLedger, type Recorded } from './index.ts'
import { Leaf } from './leaf.ts'
import { ledgerOf } from './tables.ts'

const keys = blobKeys(NAME)
let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.ledger.append(Array.from({ length: 600 }, (_, serial) => draft(serial)))
  await office.ledger.append([draft(7, { kind: 'suspended' }), draft(7, { kind: 'restored' })])
})
afterEach(() => office.close())

const found = async () =>
  (await office.ledger.fsck()).damages.map(({ code, index, key }) => [code, index ?? key])
const run = (statement: string) => sql.raw(statement).execute(office.db.query)

it('a ledger that nobody touched has no damage', async () => {
  expect(await office.ledger.fsck()).toEqual({ size: 602, count: 0, damages: [] })
})

describe('a row changed past the vault is named by fsck, and refused where it is read', () => {
  const refused = (serial: number) =>
    expect(office.ledger.entriesOf(draft(serial).subject)).rejects.toMatchObject({ code: 'row-altered' })

  it('edited', async () => {
    await run(`update ledger_entry set entry = replace(entry, 'issuer', 'forger') where idx = 5`)
    await refused(5)
    expect(await found()).toEqual([['row-edited', 5]])
    await expect(office.ledger.receipt(5)).rejects.toMatchObject({ code: 'row-altered' })
  })

  it('edited together with its head, which only the tiles can tell', async () => {
    const [{ entry: text = '' } = {}] = await ledgerOf(office.db.query)
      .selectFrom('ledger_entry')
      .selectAll()
      .where('idx', '=', 5)
      .execute()
    const forged = text.replace('issuer', 'forger')
    await run(`update ledger_entry set entry = '${forged}' where idx = 5`)
    await run(`update ledger_subject set head = '${new Leaf(5, forged).leafHash}' where last = 5`)
    expect(await found()).toEqual([
      ['row-edited', 5],
      ['subject-edited', 5],
    ])
  })

  it('edited in the middle of a chain', async () => {
    await run(`update ledger_entry set entry = replace(entry, 'issuer', 'forger') where idx = 600`)
    await refused(7)
    expect(await found()).toEqual([['row-edited', 600]])
  })

  it('its kind', async () => {
    await run(`update ledger_entry set kind = 'revoked' where idx = 600`)
    await refused(7)
    expect(await found()).toEqual([['row-edited', 600]])
  })

  it('its link', async () => {
    await run('update ledger_entry set prev = 8 where idx = 600')
    await refused(7)
    expect(await found()).toEqual([['row-edited', 600]])
  })

  it('deleted', async () => {
    await run('delete from ledger_entry where idx = 600')
    await refused(7)
    expect(await found()).toEqual([['row-missing', 600]])
  })

  it('the last deleted', async () => {
    await run('delete from ledger_entry where idx = 601')
    await refused(7)
    expect(await found()).toEqual([['row-missing', 601]])
  })

  it('the last rolled back, with the head', async () => {
    const [first, second] = await office.ledger.entriesOf(draft(7).subject)
    await run('delete from ledger_entry where idx = 601')
    await run(
      `update ledger_subject set head = '${second?.leafHash}', last = 600, entries = 2 where last = 601`,
    )
    expect(first?.index).toBe(7)
    expect(await found()).toEqual([
      ['row-missing', 601],
      ['subject-rolled-back', 601],
    ])
  })

  it('added', async () => {
    await run(`insert into ledger_entry (idx, kind, entry) values (9000, 'issued', '{}')`)
    expect(await found()).toEqual([['row-beyond', 9000]])
  })

  it('a head deleted', async () => {
    await run('delete from ledger_subject where last = 5')
    expect(await found()).toEqual([['subject-missing', 5]])
  })

  it('a head that counts wrongly', async () => {
    await run('update ledger_subject set entries = 2 where last = 5')
    await refused(5)
    const { damages } = await office.ledger.fsck()
    expect(damages).toMatchObject([{ code: 'subject-edited', subject: draft(5).subject }])
  })

  it('the root', async () => {
    await run(`update ledger_log set root = '${'0'.repeat(64)}'`)
    expect((await found()).map(([code]) => code)).toEqual(['database-wrong', 'root-wrong'])
    expect((await office.ledger.ready()).reasons.map(({ code }) => code)).toEqual(['ledger-split'])
  })
})

describe('a blob changed or lost is named', () => {
  it.each([
    ['a tile of hashes', keys.tile(0, 0), 'bundle-wrong'],
    ['the open tile of the level above', keys.tile(1, 0, 2), 'tile-wrong'],
    ['a bundle of entries', keys.entries(1), 'bundle-wrong'],
  ])('%s', async (_, key, code) => {
    const bytes = await office.blobs.get(key)
    await office.blobs.put(key, bytes.with(40, (bytes[40] ?? 0) ^ 1))
    expect((await found()).map(([what]) => what)).toContain(code)
    await office.blobs.remove(key)
    expect((await found()).length).toBeGreaterThan(0)
  })

  it('the checkpoint, signed by another', async () => {
    await office.blobs.put(keys.checkpoint, new TextEncoder().encode('nonsense\n'))
    expect((await found())[0]?.[0]).toBe('checkpoint-wrong')
  })
})

describe('rebuild', () => {
  it('brings an empty database to the same root and the same rows, and hands out every entry', async () => {
    await office.ledger.audit.record([read(1), read(2)])
    await office.ledger.audit.commit({ authority: draft(0).authority, actor: draft(0).actor })
    const before = await rowsOf()
    const checkpoint = await office.ledger.checkpoint()
    await office.ledger.close()
    await office.db.close()
    const file = join(office.folder, 'second.db')
    const db = await openSqlite(file)
    const ledger = await openLedger({ ...office.options, db })
    expect((await ledger.ready()).reasons.map(({ code }) => code)).toEqual(['database-older'])
    await expect(ledger.append([draft(1)])).rejects.toMatchObject({ code: 'database-older' })
    const handed: Recorded[] = []
    const came = await ledger.rebuild({ each: async (_, recorded) => void handed.push(...recorded) })
    expect(came).toBe(603)
    expect(await ledger.broughtBack()).toEqual([0, 602])
    expect(handed.map(({ index }) => index)).toEqual(Array.from({ length: 603 }, (_, index) => index))
    office = { ...office, db, ledger }
    // Tickets are not in the log: those of rebuilt entries count down from −1.
    const entries = before.entries.map((row) => ({ ...row, ticket: -1 - row.idx }))
    expect(await rowsOf()).toEqual({ ...before, entries })
    const [settled] = await ledger.settle([-6])
    expect(settled?.index).toBe(5)
    expect(await ledger.checkpoint()).toBe(checkpoint)
    expect(await ledger.fsck()).toMatchObject({ count: 0 })
    expect((await ledger.append([draft(9000)])).map(({ index }) => index)).toEqual([603])
    expect(await ledger.fsck()).toMatchObject({ count: 0 })
  })

  it('catches an older copy of the database up, and drops what waited in it', async () => {
    const copy = join(office.folder, 'copy.db')
    await run(`vacuum into '${copy}'`)
    const [first] = await office.ledger.append(Array.from({ length: 300 }, (_, at) => draft(2000 + at)))
    const from = first?.index ?? 0
    expect(await office.ledger.broughtBack()).toBe(undefined)
    const checkpoint = await office.ledger.checkpoint()
    await office.ledger.close()
    await office.db.close()
    const db = await openSqlite(copy)
    const ledger = await openLedger({ ...office.options, db })
    expect((await ledger.ready()).reasons.map(({ code }) => code)).toEqual(['database-older'])
    expect(await ledger.rebuild()).toBe(300)
    expect(await ledger.broughtBack()).toEqual([from, from + 299])
    office = { ...office, db, ledger }
    expect(await ledger.checkpoint()).toBe(checkpoint)
    expect(await ledger.fsck()).toMatchObject({ count: 0 })
  })

  it('refuses a database of something else', async () => {
    const other = await openOffice()
    await other.ledger.append([draft(1)])
    await other.ledger.close()
    const ledger = await openLedger({ ...office.options, db: other.db })
    await expect(ledger.rebuild()).rejects.toMatchObject({ code: 'database-not-empty' })
    await rm(other.folder, { recursive: true })
  })

  const rowsOf = async () => {
    const tables = ledgerOf(office.db.query)
    return {
      log: await tables.selectFrom('ledger_log').selectAll().execute(),
      entries: await tables.selectFrom('ledger_entry').selectAll().orderBy('idx').execute(),
      subjects: await tables.selectFrom('ledger_subject').selectAll().orderBy('subject').execute(),
      reads: await tables.selectFrom('ledger_read').selectAll().orderBy('id').execute(),
    }
  }
})

const read = (serial: number) => ({
  actor: { application: 'bank-counter', role: 'enquirer' },
  subject: draft(serial).subject,
  act: 'authenticated',
  person: 'clerk 17',
  purpose: '开户',
})

describe('the audit of reads', () => {
  it('is found by subject, application and time, and knows the entry that commits it', async () => {
    const { audit } = office.ledger
    await audit.record([read(1), read(2), read(1)])
    await Promise.all(Array.from({ length: 30 }, () => audit.record([read(3)])))
    const all = async (query: Parameters<typeof audit.find>[0]) => Array.fromAsync(audit.find(query))
    expect(await all({ subject: draft(1).subject })).toMatchObject([
      { ...read(1), number: 1, entry: null },
      { ...read(1), number: 3, entry: null },
    ])
    expect(await all({ application: 'bank-counter', after: 3 })).toHaveLength(30)
    expect(await all({ from: '2020-01-01T00:00:00Z', limit: 5 })).toHaveLength(5)
    expect(await all({ to: '2020-01-01T00:00:00Z' })).toEqual([])
    const [entry] = await audit.commit({ authority: draft(0).authority, actor: draft(0).actor })
    expect(entry?.entry).toMatchObject({ kind: 'reads', subject: 'reads/1-33' })
    expect(await all({ subject: draft(2).subject })).toMatchObject([{ entry: entry?.index }])
    expect(await audit.commit({ authority: draft(0).authority, actor: draft(0).actor })).toEqual([])
    expect(await office.ledger.fsck()).toMatchObject({ count: 0 })
  })

  it('is bound to the ledger: an edited or deleted read is named', async () => {
    const { audit } = office.ledger
    await audit.record([read(1), read(2)])
    await audit.commit({ authority: draft(0).authority, actor: draft(0).actor })
    await run(`update ledger_read set read = replace(read, 'clerk 17', 'clerk 18') where id = 1`)
    expect(await found()).toEqual([['reads-wrong', 602]])
    await run('delete from ledger_read')
    expect(await found()).toEqual([['reads-wrong', 602]])
  })

  it('refuses what is no read', async () => {
    const wrong = [{ act: 'Looked At' }, { subject: '' }, { purpose: 'x'.repeat(201) }, { more: 'x' }]
    for (const member of wrong) {
      await expect(office.ledger.audit.record([{ ...read(1), ...member }])).rejects.toMatchObject({
        code: 'read-wrong',
      })
    }
  })
})
