import { join } from 'node:path'
import { fileOf, type IssueManyResponse, type VaultClient } from '@licencevault/api'
import { readUnverifiedCms } from '@licencevault/signing'
import { tablesOf } from '@licencevault/stores'
import { openSqlite } from '@licencevault/stores/sqlite'
import { openTrust, verifyLicence } from '@licencevault/verify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

/** One licence from its order to its end, through the service's TLS door. */
const typeName = '食品经营许可证'
let house: House
let issuer: VaultClient
let officer: VaultClient
let enquirer: VaultClient
let auditor: VaultClient
const [order, another, third] = ordersOf(typeName, 3)
const authority = needed(needed(order).authority?.code)

beforeAll(async () => {
  house = await openHouse({ 'jobs.auditSeconds': 1 })
  await loadCity(house.operator, [typeName])
  issuer = await house.clientOf('issuer', authority)
  officer = await house.clientOf('officer', authority)
  enquirer = await house.clientOf('enquirer')
  auditor = await house.clientOf('auditor')
})
afterAll(() => house?.close())

describe('a licence', () => {
  let identifier: string
  let file: Uint8Array

  it('is issued, once for a request id', async () => {
    const request = { requestId: 'case-1', order: needed(order) }
    const { licence } = await issuer.issue.issue(request)
    expect(licence).toMatchObject({ state: 'STATE_VALID', authority, file: { size: expect.any(Number) } })
    expect((await issuer.issue.issue(request)).licence).toEqual(licence)
    identifier = needed(licence).identifier
  })

  it('is fetched in chunks that have the announced digest, and verified offline', async () => {
    file = await fileOf(issuer.issue.fetch({ identifier }))
    const { list } = await enquirer.catalogue.getAuthorityList({})
    const authorityList = new Uint8Array(needed(list).sealed)
    const at = new Date()
    const trust = await openTrust({ authorityList, roots: [rootOf(authorityList)], at })
    const report = await verifyLicence(file, trust, { at })
    expect(report.licence?.identifier).toBe(identifier)
    expect(report.genuine).not.toBe('no')
  })

  it('is not fetched unseen: who did is committed to the ledger', async () => {
    const reads = async () => {
      const found: string[] = []
      for await (const { entry } of auditor.ledger.entries({ kind: 'reads' })) found.push(entry.toString())
      return found
    }
    await expect.poll(reads, { timeout: 20_000 }).not.toEqual([])
  })

  it('is authenticated by file, and by identifier and face', async () => {
    const byFile = needed((await enquirer.authenticate.byFile({ file })).report)
    expect(byFile).toMatchObject({ by: 'file', fileAnswer: 0 })
    const { holders, validity } = needed(order)
    const { number } = needed((await issuer.issue.get({ identifier })).licence)
    const face = { number, holders: needed(holders), validity: { from: validity?.from ?? '' } }
    const byIdentifier = needed((await enquirer.authenticate.byIdentifier({ identifier, face })).report)
    expect(byIdentifier).toMatchObject({
      by: 'identifier',
      answer: 0,
      genuine: 'ANSWER_YES',
      inForce: 'ANSWER_YES',
      status: { state: 'STATE_VALID' },
    })
    const wrong = await enquirer.authenticate.byIdentifier({ identifier, face: { ...face, number: 'JY1' } })
    expect(wrong.report?.answer).toBe(6)
  })

  it('is looked at by nobody unseen: application, role and what for, and nobody’s name', async () => {
    await auditor.issue.find({ identifier })
    const db = await openSqlite(join(house.folder, 'vault.db'))
    const rows = await tablesOf<{ ledger_read: Record<'id' | 'application' | 'subject' | 'read', string> }>(
      db.query,
    )
      .selectFrom('ledger_read')
      .select(['application', 'read'])
      .where('subject', '=', identifier)
      .orderBy('id')
      .execute()
    await db.close()
    const seen = rows.map(({ application, read }) => `${application} ${JSON.parse(read).act}`)
    expect(seen).toEqual(
      expect.arrayContaining([
        'issuer.test fetched',
        'issuer.test got',
        'enquirer.test authenticated-by-file',
        'enquirer.test authenticated-by-identifier',
        'auditor.test found',
      ]),
    )
    const [holder] = needed(needed(order).holders)
    const told = JSON.stringify(rows)
    expect(told).not.toContain(needed(holder).name)
    expect(told).not.toContain(needed(holder).code)
  })

  it('is found by its number, its holder, its type', async () => {
    const { number } = needed((await issuer.issue.get({ identifier })).licence)
    const typeCode = needed(order?.type?.code)
    const holderCode = needed(order?.holders?.[0]?.code)
    for (const criteria of [{ number }, { holderCode }, { typeCode }, { identifier }]) {
      const { licences } = await issuer.issue.find(criteria)
      expect(licences.map((found) => found.identifier)).toContain(identifier)
    }
  })

  it('is suspended, restored and revoked, each with its history', async () => {
    const until = `${new Date().getUTCFullYear() + 1}-01-01`
    const suspend = {
      requestId: 'suspend-1',
      identifier,
      move: 'MOVE_SUSPEND' as const,
      particulars: { decision: '云市监罚〔2026〕1号', legalBasis: '行政处罚法 art. 9', until },
    }
    const { act } = await officer.status.change(suspend)
    expect(act).toMatchObject({ kind: 'suspend', state: 'STATE_SUSPENDED' })
    const suspended = await enquirer.authenticate.byIdentifier({ identifier })
    expect(suspended.report).toMatchObject({ verdict: 'suspended', inForce: 'ANSWER_NO' })
    await officer.status.change({
      requestId: 'restore-1',
      identifier,
      move: 'MOVE_RESTORE',
      particulars: { decision: '云市监罚〔2026〕2号' },
    })
    await officer.status.change({
      requestId: 'revoke-1',
      identifier,
      move: 'MOVE_REVOKE',
      particulars: { decision: '云市监罚〔2026〕3号', legalBasis: '行政处罚法 art. 9' },
    })
    const { acts } = await auditor.status.history({ identifier })
    expect(acts.map(({ kind }) => kind)).toEqual(['issued', 'kept', 'suspend', 'restore', 'revoke'])
    expect(acts[2]).toMatchObject({ application: 'officer.test', role: 'officer' })
    const now = await officer.status.asOf({ identifier })
    expect(now).toMatchObject({ state: 'STATE_REVOKED', recorded: 'STATE_REVOKED' })
    const then = await officer.status.asOf({ identifier, knownAt: needed(acts[2]).recordedAt })
    expect(then.state).toBe('STATE_SUSPENDED')
    const { report } = await enquirer.authenticate.byFile({ file })
    expect(report?.verdict).toBe('revoked')
  })

  it('gives its place to another that is linked both ways', async () => {
    const { licence: old } = await issuer.issue.issue({ requestId: 'case-2', order: needed(another) })
    const { licence, act } = await officer.status.replace({
      requestId: 'replace-2',
      identifier: needed(old).identifier,
      move: 'MOVE_REPLACE',
      order: needed(another),
      particulars: { decision: '云市监许〔2026〕4号' },
    })
    expect(licence?.predecessor).toBe(old?.identifier)
    expect(act?.particulars?.successor).toBe(licence?.identifier)
    const before = await issuer.issue.get({ identifier: needed(old).identifier })
    expect(before.licence).toMatchObject({ state: 'STATE_SUPERSEDED', successor: licence?.identifier })
  })

  it('can be seen beforehand as a specimen that is no licence', async () => {
    const { pdf } = await issuer.issue.preview({ order: needed(third) })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const { report } = await enquirer.authenticate.byFile({ file: pdf })
    expect(report?.genuine).toBe('ANSWER_NO')
  })
})

describe('many licences', () => {
  it('come back each with its outcome; a wrong one stops no other', async () => {
    const orders = ordersOf(typeName, 12, { seed: 'many', authority }).map((one, n) => ({
      requestId: `many-${n}`,
      order: one,
    }))
    const wrong = { requestId: 'wrong', order: { ...needed(order), fields: {} } }
    const foreign = {
      requestId: 'foreign',
      order: { ...needed(order), authority: { code: '11339900MB9X00015J', name: '云汀市行政审批局' } },
    }
    const empty = { requestId: 'empty' }
    const outcomes: IssueManyResponse[] = []
    for await (const outcome of issuer.issue.issueMany([empty, ...orders, wrong, foreign]))
      outcomes.push(outcome)
    const codeOf = (id: string) => outcomes.find(({ requestId }) => requestId === id)?.problem?.code
    expect(outcomes).toHaveLength(15)
    expect(outcomes.filter(({ outcome }) => outcome === 'licence')).toHaveLength(12)
    expect([codeOf('empty'), codeOf('wrong'), codeOf('foreign')]).toEqual([
      'authority-not-yours',
      'order-does-not-fit',
      'authority-not-yours',
    ])
  })

  it('are taken in only as fast as they are worked off', async () => {
    let sent = 0
    function* endless() {
      while (sent < 20_000) {
        sent += 1
        yield { requestId: `slow-${sent}`, order: needed(order) }
      }
    }
    const outcomes = issuer.issue.issueMany(endless())[Symbol.asyncIterator]()
    for (let n = 0; n < 3; n++) await outcomes.next()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(sent).toBeLessThan(6_000)
    await outcomes.return?.()
  })
})

describe('the ledger', () => {
  it('streams entries after a cursor, and proves them', async () => {
    const { note, vkey } = await enquirer.ledger.checkpoint({})
    const size = Number(note.split('\n')[1])
    expect(vkey).toContain('vault.localhost/ledger')
    const seen: number[] = []
    for await (const { index } of auditor.ledger.entries({ limit: 3 })) seen.push(index)
    expect(seen).toEqual([0, 1, 2])
    for await (const { index, entry } of auditor.ledger.entries({ after: 2, limit: 2 })) {
      seen.push(index)
      expect(JSON.parse(entry.toString()).ledger).toBe('vault.localhost/ledger')
    }
    expect(seen).toEqual([0, 1, 2, 3, 4])
    const inclusion = await enquirer.ledger.inclusion({ index: 0, size })
    expect(inclusion.leafHash).toHaveLength(32)
    const consistency = await enquirer.ledger.consistency({ from: 1, to: size })
    expect(consistency.proof.length).toBeGreaterThan(0)
  })

  it('tells a follower of what comes', async () => {
    const { note } = await auditor.ledger.checkpoint({})
    const after = Number(note.split('\n')[1]) - 1
    const entries = auditor.ledger.entries({ after, follow: true })[Symbol.asyncIterator]()
    const kept = auditor.ledger.entries({ after, follow: true, kind: 'kept' })[Symbol.asyncIterator]()
    const nextKept = kept.next()
    const next = entries.next()
    const [fresh] = ordersOf(typeName, 1, { seed: 'followed', authority })
    await issuer.issue.issue({ requestId: 'followed', order: needed(fresh) })
    expect((await next).value).toMatchObject({ index: after + 1 })
    expect((await nextKept).value.entry.toString()).toContain('"kind":"kept"')
    await entries.return?.()
    await kept.return?.()
  })
})

/** What the list carries as its own roots: in this test its maker is who we are. */
function rootOf(list: Uint8Array): Uint8Array {
  return needed(readUnverifiedCms(list).certificates.at(-1)?.der)
}
