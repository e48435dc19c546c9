import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Order } from '@licencevault/licence'
import { type Blobs, blobKeys, type Db, tablesOf } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { openSqlite } from '@licencevault/stores/sqlite'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  auditor,
  type Bed,
  bytesOf,
  codeOf,
  enquirer,
  issuer,
  ledgerName,
  loadCatalogue,
  makeWorld,
  nth,
  officer,
  openBed,
  ordersOf,
  typeNamed,
} from '../testing/bed.ts'
import type { Licence } from './index.ts'
import type { VaultTables } from './tables.ts'

const food = '食品经营许可证'
const folder = mkdtempSync(join(tmpdir(), 'licencevault-damage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The next put of a licence's file, or of a mark in its place, fails. */
let failing: 'before' | 'after' | undefined
let bed: Bed
let db: Db
let blobs: Blobs
let orders: Order[]
let requests = 0
const request = () => `request-${++requests}`
const nextOrder = () => orders.shift() ?? expect.fail('orders are used up')
const issue = (order: Order, requestId = request()): Promise<Licence> =>
  bed.vault.issue.issue(issuer(order.authority.code), requestId, order)

beforeAll(async () => {
  db = await openSqlite(join(folder, 'vault.db'))
  blobs = await openFolder(join(folder, 'documents'))
  bed = await openBed(await makeWorld(), { db, blobs: cutting(blobs) })
  await loadCatalogue(bed, [typeNamed(food)])
  orders = ordersOf(food, 60)
})

function cutting(real: Blobs): Blobs {
  return {
    ...real,
    async put(key, content, options) {
      const when = key.includes('/licence/') ? failing : undefined
      if (when !== undefined) failing = undefined
      if (when === 'before') throw new Error('cut off')
      const info = await real.put(key, content, options)
      if (when === 'after') throw new Error('cut off')
      return info
    },
  }
}

/** A licence that was recorded and then cut off before its file stood, or right after. */
async function cutOff(
  when: 'before' | 'after',
): Promise<{ readonly id: string; readonly order: Order; readonly asked: string }> {
  const [order, asked] = [nextOrder(), request()]
  failing = when
  expect(await codeOf(issue(order, asked))).toBe('Error: cut off')
  const found = await bed.vault.issue.find(auditor, { state: 'issuing' })
  return { id: nth(found.rows, 0).identifier, order, asked }
}

describe('a licence left unfinished', () => {
  it('stands as being issued, answers so, and is finished by recovery', async () => {
    const { id, order, asked } = await cutOff('before')
    const report = await bed.vault.authenticate.byIdentifier(enquirer, id)
    expect(report).toMatchObject({ verdict: 'issuing', answer: 1, inForce: 'no' })
    expect(await codeOf(bed.vault.issue.fetch(auditor, id))).toBe('licence-not-kept')
    expect(await bed.vault.recover()).toEqual({ finished: [id], failed: [] })
    expect(await issue(order, asked)).toMatchObject({ identifier: id, state: 'valid' })
  })

  it('adopts the file that stands there, and makes no other', async () => {
    const { id } = await cutOff('after')
    const before = await blobs.get(keyOf(id))
    expect(await bed.vault.recover()).toEqual({ finished: [id], failed: [] })
    expect(Buffer.compare(await blobs.get(keyOf(id)), before)).toBe(0)
    expect((await bed.vault.issue.get(auditor, id)).state).toBe('valid')
  })

  it('is finished once, though two offices recover it at the same time', async () => {
    for (const when of ['before', 'after', 'before'] as const) await cutOff(when)
    const twin = await openBed(bed, { db, blobs, clock: bed.clock })
    const both = await Promise.all([bed.vault.recover(), twin.vault.recover()])
    expect(both.flatMap(({ failed }) => failed)).toEqual([])
    const waiting = new Set(both.flatMap(({ finished }) => finished))
    expect(waiting.size).toBe(3)
    for (const id of waiting) {
      const kinds = (await bed.vault.status.history(id)).map(({ kind }) => kind)
      expect(kinds).toEqual(['issued', 'kept'])
      expect((await twin.vault.authenticate.checkKept(auditor, id)).verdict).toBe('valid')
    }
  })

  it('is ended by the recorded act void, which explains the gap in the numbers', async () => {
    const { id, order, asked } = await cutOff('before')
    const who = issuer(order.authority.code)
    expect(await codeOf(bed.vault.issue.voidIssue(who, request(), id, ''))).toBe('move-must-name')
    expect(await codeOf(bed.vault.issue.voidIssue(enquirer, request(), id, '错误'))).toBe('role-may-not')
    const ended = await bed.vault.issue.voidIssue(who, 'void-it', id, '无法生成文件')
    expect(ended).toMatchObject({ identifier: id, state: 'void' })
    expect(await bed.vault.issue.voidIssue(who, 'void-it', id, '无法生成文件')).toEqual(ended)
    expect(await codeOf(bed.vault.issue.voidIssue(who, request(), id, '再次'))).toBe('move-not-permitted')
    expect((await bed.vault.status.history(id)).at(-1)).toMatchObject({
      kind: 'void',
      description: '无法生成文件',
    })
    expect((await bed.vault.authenticate.byIdentifier(enquirer, id)).answer).toBe(5)
    // The same request is answered with what became of it, and its number is given to nobody else.
    expect((await issue(order, asked)).state).toBe('void')
    expect((await issue(order)).number).not.toBe(ended.number)
    expect(await bed.vault.recover()).toEqual({ finished: [], failed: [] })
  })

  it('is not made void once its file stands', async () => {
    const { id, order } = await cutOff('after')
    const who = issuer(order.authority.code)
    expect(await codeOf(bed.vault.issue.voidIssue(who, request(), id, '错误'))).toBe('void-file-stands')
    expect((await bed.vault.recover()).finished).toEqual([id])
  })

  it('is ended where a voiding was cut off after its mark', async () => {
    const { id, order } = await cutOff('before')
    const who = issuer(order.authority.code)
    failing = 'after'
    expect(await codeOf(bed.vault.issue.voidIssue(who, 'void-cut', id, '原因'))).toBe('Error: cut off')
    expect(await bed.vault.recover()).toEqual({ finished: [id], failed: [] })
    expect(await bed.vault.issue.voidIssue(who, 'void-cut', id, '原因')).toMatchObject({ state: 'void' })
  })

  it('is told where a stranger’s file stands under its key', async () => {
    const { id } = await cutOff('before')
    await blobs.put(keyOf(id), new TextEncoder().encode('%PDF-1.7 of somebody else'))
    expect(await bed.vault.recover()).toEqual({
      finished: [],
      failed: [{ identifier: id, code: 'file-foreign' }],
    })
    await blobs.remove(keyOf(id))
    expect((await bed.vault.recover()).finished).toEqual([id])
  })
})

describe('a row that was written to', () => {
  type Edit = Partial<Record<keyof VaultTables['vault_licences'], unknown>>
  const edits: [string, (other: VaultTables['vault_licences']) => Edit][] = [
    ['its state', () => ({ state: 'revoked' })],
    ['since when', () => ({ effective_us: 1_700_000_000_000_000 })],
    ['its authority', (other) => ({ authority: `${other.authority.slice(0, -1)}0` })],
    [
      'its statement, put there from another row',
      ({ statement, statement_digest }) => ({ statement, statement_digest }),
    ],
    ['its statement alone', ({ statement }) => ({ statement })],
    ['its predecessor', ({ identifier }) => ({ predecessor: identifier })],
  ]

  it.each(edits)('is refused on the very call that reads it: %s', async (_, edit) => {
    const [{ identifier: id }, { identifier: otherId }] = [await issue(nextOrder()), await issue(nextOrder())]
    const query = tablesOf<VaultTables>(db.query)
    const row = (of: string) =>
      query.selectFrom('vault_licences').selectAll().where('identifier', '=', of).executeTakeFirstOrThrow()
    const [before, other] = [await row(id), await row(otherId)]
    const write = (values: object) =>
      query.updateTable('vault_licences').set(values).where('identifier', '=', id).execute()
    await write(edit(other))
    const { vault } = bed
    expect(await codeOf(vault.authenticate.byIdentifier(enquirer, id))).toBe('row-altered')
    expect(await codeOf(vault.issue.get(auditor, id))).toBe('row-altered')
    expect(await codeOf(vault.status.history(id))).toBe('row-altered')
    await write(before)
    expect((await vault.authenticate.byIdentifier(enquirer, id)).verdict).toBe('valid')
  })

  it('is missed where it was deleted, and so is its file', async () => {
    const { identifier: id } = await issue(nextOrder())
    const query = tablesOf<VaultTables>(db.query)
    await query
      .updateTable('vault_files')
      .set({ digest: '0'.repeat(64) })
      .where('identifier', '=', id)
      .execute()
    expect(await codeOf(bed.vault.issue.fetch(auditor, id))).toBe('row-altered')
    await query.deleteFrom('vault_licences').where('identifier', '=', id).execute()
    expect(await codeOf(bed.vault.issue.get(auditor, id))).toBe('row-altered')
  })
})

it('kept files are checked in turn: what is wrong with one is told, and stops no other', async () => {
  const licences = [await issue(nextOrder()), await issue(nextOrder()), await issue(nextOrder())]
  const [spoilt] = licences
  const { checkRound } = bed.vault.authenticate
  expect(await checkRound({ most: 100 })).toEqual({ sound: 0, failed: [] })
  bed.clock.forward(25 * 3_600_000)
  const key = blobKeys(ledgerName).licence(spoilt?.identifier ?? '')
  const file = await blobs.get(key)
  const other = Uint8Array.from(file)
  other[1000] = (other[1000] ?? 0) ^ 1
  await blobs.put(key, other)

  const failed = new Map<string, string>()
  let sound = 0
  for (let round = 0; round < 20; round++) {
    const report = await checkRound({ most: 4 })
    sound += report.sound
    for (const { identifier, code } of report.failed) failed.set(identifier, code)
  }
  expect([...failed.keys()]).toContain(spoilt?.identifier)
  expect(sound).toBeGreaterThanOrEqual(2)
  await blobs.put(key, file)
  await checkRound({ most: 100 })
  const { sealCheckedAt = '' } = await bed.vault.authenticate.byIdentifier(enquirer, spoilt?.identifier ?? '')
  expect(Date.parse(sealCheckedAt)).toBe(bed.clock().getTime())
  // All have their day of rest now.
  expect((await checkRound({ most: 100 })).sound).toBe(0)
})

describe('what is personal', () => {
  it('stands in no entry, no key and no row', async () => {
    const order = nextOrder()
    const { identifier: id, number } = await issue(order)
    await bed.vault.status.change(officer(order.authority.code), request(), id, {
      move: 'suspend',
      decision: '暂扣决定〔2026〕9号',
      legalBasis: '依据',
      until: '2026-12-31',
    })
    const secrets = [
      number,
      ...order.holders.flatMap(({ name, code }) => [name, code]),
      '暂扣决定〔2026〕9号',
    ]
    const entries = await Array.fromAsync(bed.ledger.entries())
    const keys = (await Array.fromAsync(blobs.list(''))).map(({ key }) => key)
    const text = [...entries.map(({ bytes }) => Buffer.from(bytes).toString()), ...keys].join('\n')
    await sql`pragma wal_checkpoint(truncate)`.execute(db.query)
    const rows = readdirSync(folder)
      .filter((name) => name.startsWith('vault.db'))
      .map((name) => readFileSync(join(folder, name)))
    for (const secret of secrets) {
      expect(text.includes(secret)).toBe(false)
      expect(rows.some((bytes) => bytes.includes(secret))).toBe(false)
    }
    // The same look finds what does stand there.
    expect(rows.some((bytes) => bytes.includes(id))).toBe(true)
  })

  it('is found again only under the key that it was written with', async () => {
    const others = { db, blobs, ledger: bed.ledger }
    expect(await codeOf(openBed(bed, { ...others, personalKey: randomBytes(32) }))).toBe('personal-key-wrong')
    expect(await codeOf(openBed(bed, { ...others, personalKey: randomBytes(31) }))).toBe('personal-key-short')
  })
})

describe('the printed code', () => {
  const codeTextOf = async (id: string) =>
    (
      await tablesOf<VaultTables>(db.query)
        .selectFrom('vault_licences')
        .select('qr')
        .where('identifier', '=', id)
        .executeTakeFirstOrThrow()
    ).qr

  it('leads to the status, and is told apart from a code that was never issued so', async () => {
    const order = nextOrder()
    const { identifier: id } = await issue(order)
    const text = await codeTextOf(id)
    const report = await bed.vault.authenticate.byQr(enquirer, text)
    expect(report).toMatchObject({ verdict: 'valid', answer: 0, by: 'code' })
    for (const { name, code } of order.holders) {
      expect(JSON.stringify(report)).not.toContain(name)
      expect(JSON.stringify(report)).not.toContain(code)
    }
    await bed.vault.status.change(officer(order.authority.code), request(), id, {
      move: 'revoke',
      decision: '吊销决定',
      legalBasis: '行政处罚法',
    })
    expect((await bed.vault.authenticate.byQr(enquirer, text)).verdict).toBe('revoked')
    expect(
      (await bed.vault.authenticate.byQr(enquirer, 'https://licence.yunting.example/v#AAAA')).verdict,
    ).toBe('unreadable')
  })

  it('and the file are not recorded where seal and paper key were used past the ledger', async () => {
    // Another office with the same seals and keys, whose ledger is another one of the same name.
    const elsewhere = await openBed(bed, {
      db: await openSqlite(join(folder, 'elsewhere.db')),
      blobs: await openFolder(join(folder, 'elsewhere')),
    })
    await loadCatalogue(elsewhere, [typeNamed(food)])
    const order = nextOrder()
    const { identifier: id } = await elsewhere.vault.issue.issue(issuer(order.authority.code), 'r', order)
    const file = await bytesOf((await elsewhere.vault.issue.fetch(auditor, id)).stream)
    const report = await bed.vault.authenticate.byFile(enquirer, file)
    expect(report.checks.find(({ name }) => name === 'status')?.reason).toBe('identifier-unknown')
    expect([report.status, report.inForce]).toEqual([undefined, 'undetermined'])
  })
})

function keyOf(identifier: string): string {
  return blobKeys(ledgerName).licence(identifier)
}
