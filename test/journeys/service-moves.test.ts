import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import type { Particulars, VaultClient } from '@licencevault/api'
import type { moves } from '@licencevault/licence'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

/** Every move of the table through the service's door, and an issue that could not be finished. */
const typeName = '食品经营许可证'
const orders = ordersOf(typeName, 20)
const authority = needed(orders[0]?.authority?.code)
let house: House
let issuer: VaultClient
let officer: VaultClient
let enquirer: VaultClient
let auditor: VaultClient
let used = 0

beforeAll(async () => {
  house = await openHouse()
  await loadCity(house.operator, [typeName])
  issuer = await house.clientOf('issuer', authority)
  officer = await house.clientOf('officer', authority)
  enquirer = await house.clientOf('enquirer')
  auditor = await house.clientOf('auditor')
})
afterAll(() => house?.close())

const decided = { decision: '云市监〔2026〕9号', legalBasis: '行政许可法 art. 69' }

async function issued() {
  const order = needed(orders[used++])
  const { licence } = await issuer.issue.issue({ requestId: `issue-${used}`, order })
  return { order, licence: needed(licence), identifier: needed(licence).identifier }
}

const change = (
  identifier: string,
  move: keyof typeof moves,
  particulars: Partial<Particulars>,
  effectiveFrom = '',
) =>
  officer.status.change({
    requestId: `${move}-${identifier}`,
    identifier,
    move: `MOVE_${move.toUpperCase()}` as never,
    particulars: particulars as never,
    effectiveFrom,
  })

describe('a licence that ends', () => {
  it.each([
    ['cancel', 'cancelled', 'STATE_CANCELLED'],
    ['withdraw', 'withdrawn', 'STATE_WITHDRAWN'],
    ['revoke', 'revoked', 'STATE_REVOKED'],
  ] as const)('by %s reads %s from then on, not before', async (move, verdict, state) => {
    const { identifier, licence } = await issued()
    const { act } = await change(identifier, move, decided)
    expect(act).toMatchObject({ kind: move, state, particulars: decided })
    const { report } = await enquirer.authenticate.byIdentifier({ identifier })
    expect(report).toMatchObject({ verdict, genuine: 'ANSWER_YES', inForce: 'ANSWER_NO' })
    const before = await auditor.status.asOf({ identifier, at: licence.issuedAt })
    expect(before.state).toBe('STATE_VALID')
    await expect(change(identifier, 'suspend', { ...decided, until: '2099-01-01' })).rejects.toMatchObject({
      code: 'move-not-permitted',
    })
  })

  it('by rescission may never have been in force: from the day of issue on, and what was known stays known', async () => {
    const { identifier, licence } = await issued()
    const { acts } = await auditor.status.history({ identifier })
    const { act } = await change(identifier, 'rescind', decided, licence.issuedAt)
    const asked = { identifier, at: licence.issuedAt }
    expect((await auditor.status.asOf(asked)).state).toBe('STATE_RESCINDED')
    const known = await auditor.status.asOf({ ...asked, knownAt: needed(acts.at(-1)).recordedAt })
    expect(known.state).toBe('STATE_VALID')
    expect(act).toMatchObject({ kind: 'rescind', effectiveFrom: licence.issuedAt.replace('Z', '.000000Z') })
  })
})

describe('a licence that goes and comes back', () => {
  it('is transferred out and recalled', async () => {
    const { identifier } = await issued()
    await change(identifier, 'transfer', decided)
    expect((await auditor.status.asOf({ identifier })).state).toBe('STATE_TRANSFERRED')
    await change(identifier, 'recall', decided)
    expect((await auditor.status.asOf({ identifier })).state).toBe('STATE_VALID')
  })

  it('was revoked by mistake, and a recorded correction says so', async () => {
    const { identifier } = await issued()
    await change(identifier, 'revoke', decided)
    const correction = { ...decided, state: 'STATE_VALID' as const }
    await expect(change(identifier, 'correct', correction)).rejects.toMatchObject({
      code: 'move-must-name',
      sentence: { en: expect.stringContaining('description'), zh: expect.stringContaining('说明') },
    })
    const description = '误录：决定书所指为另一证照'
    const corrected = await officer.status.change({
      requestId: `corrected-${identifier}`,
      identifier,
      move: 'MOVE_CORRECT',
      particulars: { ...correction, description },
    })
    expect(corrected.act).toMatchObject({ kind: 'correct', state: 'STATE_VALID' })
    const { report } = await enquirer.authenticate.byIdentifier({ identifier })
    expect(report).toMatchObject({ verdict: 'valid', inForce: 'ANSWER_YES' })
    const { acts } = await auditor.status.history({ identifier })
    expect(acts.map(({ kind }) => kind)).toEqual(['issued', 'kept', 'revoke', 'correct'])
    expect(acts[3]?.particulars?.description).toBe(description)
  })

  it('is marked otherwise, in words', async () => {
    const { identifier } = await issued()
    await change(identifier, 'mark', { decision: decided.decision, description: '持证人下落不明' })
    expect((await auditor.status.asOf({ identifier })).state).toBe('STATE_OTHER')
    // The words of a decision may name people: an enquirer is not told them.
    const told = async (client: VaultClient) =>
      (await client.authenticate.byIdentifier({ identifier })).report?.status?.description
    expect(await told(officer)).toBe('持证人下落不明')
    expect(await told(enquirer)).toBe('')
  })
})

describe('a move', () => {
  it('that is refused leaves no words behind, and one that is asked for again leaves them once', async () => {
    const { identifier } = await issued()
    const documents = async () =>
      (await readdir(join(house.folder, 'documents/v1/cas'), { recursive: true })).length
    await change(identifier, 'revoke', decided)
    const before = await documents()
    for (let again = 0; again < 2; again++) await change(identifier, 'revoke', decided)
    await expect(change(identifier, 'suspend', { ...decided, until: '2099-01-01' })).rejects.toMatchObject({
      code: 'move-not-permitted',
    })
    expect(await documents()).toBe(before)
  })
})

describe('a licence whose place another takes', () => {
  it.each(['replace', 'renew', 'reissue'] as const)('by %s is linked both ways', async (move) => {
    const { order, identifier } = await issued()
    const request = {
      requestId: `${move}-1`,
      identifier,
      move: `MOVE_${move.toUpperCase()}` as 'MOVE_RENEW',
      order,
      particulars: { decision: decided.decision },
    }
    const { licence, act } = await officer.status.replace(request)
    expect(act).toMatchObject({ kind: move, particulars: { successor: licence?.identifier } })
    expect(licence).toMatchObject({ predecessor: identifier, state: 'STATE_VALID' })
    expect((await officer.status.replace(request)).licence).toEqual(licence)
    const { licence: old } = await issuer.issue.get({ identifier })
    expect(old).toMatchObject({ state: 'STATE_SUPERSEDED', successor: licence?.identifier })
    const { report } = await enquirer.authenticate.byIdentifier({ identifier })
    expect(report).toMatchObject({ verdict: 'superseded', genuine: 'ANSWER_YES', inForce: 'ANSWER_NO' })
    const again = { ...request, requestId: `${move}-again` }
    await expect(officer.status.replace(again)).rejects.toMatchObject({ code: 'move-not-permitted' })
  })
})

describe('an issue that cannot be finished', () => {
  it('stands as being issued until it is ended, and its number is explained', async () => {
    const holderCode = needed(orders[19]?.holders?.[0]?.code)
    const request = { requestId: 'stuck', order: needed(orders[19]) }
    const letGo = await keepNoFiles(house.folder)
    await expect(issuer.issue.issue(request)).rejects.toMatchObject({
      code: 'blob-key-invalid',
      status: status.INTERNAL,
    })
    const { licences } = await auditor.issue.find({ holderCode })
    expect(licences).toMatchObject([{ state: 'STATE_ISSUING' }])
    const { identifier, number } = needed(licences[0])
    await letGo()

    const { licence } = await issuer.issue.voidIssue({ requestId: 'end-it', identifier, why: '磁盘损坏' })
    expect(licence).toMatchObject({ identifier, number, state: 'STATE_VOID' })
    const { acts } = await auditor.status.history({ identifier })
    expect(acts.map(({ kind }) => kind)).toEqual(['issued', 'void'])
    const { report } = await enquirer.authenticate.byIdentifier({ identifier })
    expect(report).toMatchObject({ verdict: 'void', inForce: 'ANSWER_NO' })

    const next = await issuer.issue.issue({ ...request, requestId: 'after-it' })
    expect(next.licence?.number).not.toBe(number)
  })

  it('that is finished is not ended', async () => {
    const { identifier } = await issued()
    const ending = issuer.issue.voidIssue({ requestId: 'too-late', identifier, why: '误发' })
    await expect(ending).rejects.toMatchObject({ code: 'move-not-permitted' })
  })
})

/** Puts a plain file where the folder of licence files should be, until let go. */
async function keepNoFiles(folder: string): Promise<() => Promise<void>> {
  const home = join(folder, 'documents/v1')
  const found = (await readdir(home, { recursive: true })).find((path) => path.endsWith('/licence'))
  const place = join(home, needed(found))
  if (!existsSync(place)) await mkdir(place)
  await rename(place, `${place}.aside`)
  await writeFile(place, 'in the way')
  return async () => {
    await rm(place)
    await rename(`${place}.aside`, place)
  }
}
