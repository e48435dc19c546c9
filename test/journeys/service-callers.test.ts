import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileOf, type VaultClient } from '@licencevault/api'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf, typeNamed } from './service.ts'

/** What is genuine and goes to the right place, to the wrong query, to the wrong application; all through the TLS door. */
const [typeName, otherName] = ['食品经营许可证', '营业执照'] as const
const [order, another, third] = ordersOf(typeName, 3)
const authority = needed(needed(order).authority?.code)
const typeCode = typeNamed(typeName).code
const otherCode = typeNamed(otherName).code
let house: House
let issuer: VaultClient
let enquirer: VaultClient
let identifier: string

beforeAll(async () => {
  house = await openHouse({
    applications: { 'food.test': { types: [typeCode] }, 'shops.test': { types: [otherCode] } },
  })
  await loadCity(house.operator, [typeName, otherName])
  issuer = await house.clientOf('issuer', authority)
  enquirer = await house.clientOf('enquirer')
  for (const [n, one] of [order, another, third].entries()) {
    const { licence } = await issuer.issue.issue({ requestId: `licence-${n}`, order: needed(one) })
    identifier ??= needed(licence).identifier
  }
})
afterAll(() => house?.close())

it('in a house without a list of authorities nothing is issued or judged, and it says what to do', async () => {
  const fresh = await openHouse()
  const refused = [
    fresh.operator.issue.issue({ requestId: 'early', order: needed(order) }),
    fresh.operator.authenticate.byIdentifier({ identifier }),
  ]
  for (const ended of await Promise.allSettled(refused)) {
    expect(ended).toMatchObject({
      reason: {
        code: 'authority-list-needed',
        kind: 'conflict',
        status: 9,
        remedy: { en: expect.stringContaining('PublishAuthorityList') },
      },
    })
  }
  await fresh.operator.ledger.checkpoint({})
  await fresh.close()
})

describe('a cursor', () => {
  const page = { size: 1 }

  it('goes on where the page before ended, each licence once', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { licences, nextCursor } = await issuer.issue.find({ typeCode, page: { size: 1, cursor } })
      seen.push(...licences.map((licence) => licence.identifier))
      cursor = nextCursor
    } while (cursor !== '')
    expect(seen).toHaveLength(3)
    expect(new Set(seen).size).toBe(3)
  })

  it('of one query is none of another, and none of another caller', async () => {
    const { nextCursor: cursor } = await issuer.issue.find({ typeCode, page })
    expect(cursor).not.toBe('')
    const auditor = await house.clientOf('auditor')
    const refused = [
      issuer.issue.find({ state: 'STATE_VALID', page: { cursor } }),
      issuer.issue.find({ typeCode, state: 'STATE_VALID', page: { cursor } }),
      issuer.issue.find({ typeCode: otherCode, page: { cursor } }),
      auditor.issue.find({ typeCode, page: { cursor } }),
      issuer.catalogue.findTypes({ page: { cursor } }),
      issuer.issue.find({
        typeCode,
        page: { cursor: `${cursor.slice(0, -1)}${cursor.endsWith('0') ? 1 : 0}` },
      }),
    ]
    for (const ended of await Promise.allSettled(refused)) {
      expect(ended).toMatchObject({ reason: { code: 'cursor-wrong', kind: 'invalid', status: 3 } })
    }
    expect((await issuer.issue.find({ typeCode, page: { cursor } })).licences).toHaveLength(2)
  })
})

describe('an application that is granted some types', () => {
  it('issues, finds and gets licences of those', async () => {
    const food = await house.clientOf('issuer', authority, 'food.test')
    const [fresh] = ordersOf(typeName, 1, { seed: 'granted', authority })
    const { licence } = await food.issue.issue({ requestId: 'granted', order: needed(fresh) })
    const granted = needed(licence).identifier
    expect((await food.issue.get({ identifier: granted })).licence).toEqual(licence)
    const { licences } = await food.issue.find({ typeCode, state: 'STATE_VALID' })
    expect(licences.map((found) => found.identifier)).toContain(granted)
  })

  it('is refused every other type, and what names none', async () => {
    const shops = await house.clientOf('issuer', authority, 'shops.test')
    const officer = await house.clientOf('officer', authority, 'shops.test')
    const particulars = { decision: '云市监〔2026〕1号', legalBasis: '行政许可法 art. 69' }
    const refused = [
      shops.issue.preview({ order: needed(order) }),
      shops.issue.issue({ requestId: 'not-granted', order: needed(order) }),
      shops.issue.get({ identifier }),
      fileOf(shops.issue.fetch({ identifier })),
      shops.issue.find({ typeCode }),
      shops.issue.find({ state: 'STATE_VALID' }),
      officer.status.change({ identifier, move: 'MOVE_REVOKE', particulars }),
      officer.status.history({ identifier }),
    ]
    for (const ended of await Promise.allSettled(refused)) {
      expect(ended).toMatchObject({
        reason: {
          code: 'type-not-granted',
          kind: 'denied',
          status: 7,
          details: expect.objectContaining({ application: 'shops.test' }),
        },
      })
    }
    for await (const { requestId, problem } of shops.issue.issueMany([
      { requestId: 'n', order: needed(order) },
    ])) {
      expect({ requestId, code: problem?.code }).toEqual({ requestId: 'n', code: 'type-not-granted' })
    }
    expect((await issuer.status.history({ identifier })).acts.map(({ kind }) => kind)).toEqual([
      'issued',
      'kept',
    ])
  })
})

describeWith(['pdftoppm', 'zbarimg'], 'the code printed on an issued licence', (pdftoppm, zbarimg) => {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-printed-'))
  let printed: string
  beforeAll(async () => {
    const pdf = join(folder, 'licence.pdf')
    writeFileSync(pdf, await fileOf(issuer.issue.fetch({ identifier })))
    await pdftoppm.run(['-r', '150', '-gray', pdf, join(folder, 'page')])
    const images = readdirSync(folder).filter((name) => name.endsWith('.pgm'))
    const { stdout } = await zbarimg.run(['-q', '--raw', ...images.map((name) => join(folder, name))])
    printed = stdout.trim()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is answered with the licence that it stands on', async () => {
    expect(printed).toMatch(/^https:\/\/localhost:7444\/v#/)
    const { report } = await enquirer.authenticate.byQr({ text: printed })
    expect(report).toMatchObject({
      by: 'code',
      genuine: 'ANSWER_YES',
      inForce: 'ANSWER_YES',
      verdict: 'valid',
    })
    expect(report?.licence?.identifier).toBe(identifier)
  })

  it('follows what became of the licence since it was printed', async () => {
    const officer = await house.clientOf('officer', authority)
    const particulars = { decision: '云市监罚〔2026〕7号', legalBasis: '行政处罚法 art. 9' }
    await officer.status.change({ requestId: 'revoke', identifier, move: 'MOVE_REVOKE', particulars })
    const { report } = await enquirer.authenticate.byQr({ text: printed })
    expect(report).toMatchObject({ genuine: 'ANSWER_YES', inForce: 'ANSWER_NO', verdict: 'revoked' })
  })

  it('with one character changed is not genuine', async () => {
    const at = printed.length - 40
    const changed = `${printed.slice(0, at)}${printed[at] === 'A' ? 'B' : 'A'}${printed.slice(at + 1)}`
    const { report } = await enquirer.authenticate.byQr({ text: changed })
    expect(report?.genuine).toBe('ANSWER_NO')
  })
})
