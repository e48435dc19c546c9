import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, credentials, Metadata, type ServiceError } from '@grpc/grpc-js'
import { loadFileDescriptorSetFromBuffer } from '@grpc/proto-loader'
import { CallError, descriptorSet, type VaultClient } from '@licencevault/api'
import { revokeClientCertificate } from '@licencevault/service'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

/** Who comes in, what is refused and how it is said: every case through the TLS door. */
const typeName = '食品经营许可证'
const foreignAuthority = '11339900MB9X00015J'
const [order, another] = ordersOf(typeName, 2)
const authority = needed(needed(order).authority?.code)
let house: House
let issuer: VaultClient
let officer: VaultClient
let identifier: string

beforeAll(async () => {
  house = await openHouse()
  await loadCity(house.operator, [typeName])
  issuer = await house.clientOf('issuer', authority)
  officer = await house.clientOf('officer', authority)
  const { licence } = await issuer.issue.issue({ requestId: 'first', order: needed(order) })
  identifier = needed(licence).identifier
})
afterAll(() => house?.close())

/** What the call was refused with. */
async function refusal(call: Promise<unknown>): Promise<CallError> {
  const thrown = await call.then(
    () => undefined,
    (problem: unknown) => problem,
  )
  if (thrown instanceof CallError) return thrown
  throw new Error('it was not refused by the service', { cause: thrown })
}

const UNAUTHENTICATED = 16
const decided = { decision: '云市监〔2026〕1号', legalBasis: '行政许可法 art. 69' }

describe('the client certificate', () => {
  it('is needed, and the refusal says so', async () => {
    const ca = readFileSync(`${house.folder}/pki/ca.pem`)
    const bare = new Client(house.address.replace('127.0.0.1', 'localhost'), credentials.createSsl(ca))
    const problem = await raw(bare, 'licencevault.v1.LedgerService', 'Checkpoint')
    expect(problem.error).toMatchObject({ code: UNAUTHENTICATED })
    expect(problem.error?.details).toContain('client-certificate-missing')
    bare.close()
  })

  it('of another CA is none', async () => {
    const other = await openHouse()
    const files = await other.certificateOf('operator')
    const stranger = house.connectWith({ ...files, ca: `${house.folder}/pki/ca.pem` })
    expect(await refusal(stranger.ledger.checkpoint({}))).toMatchObject({
      code: 'client-certificate-missing',
      status: UNAUTHENTICATED,
      kind: 'denied',
    })
    await other.close()
  })

  it('that was revoked is refused, on a connection that stands open too', async () => {
    const files = await house.certificateOf('issuer', authority, 'revoked.test')
    const client = house.connectWith(files)
    await client.ledger.checkpoint({})
    await revokeClientCertificate(`${house.folder}/pki`, readFileSync(files.cert, 'utf8'))
    await sleep(1_100)
    expect(await refusal(client.ledger.checkpoint({}))).toMatchObject({
      code: 'client-certificate-revoked',
      status: UNAUTHENTICATED,
    })
  })

  it.each([
    ['king', authority, 'client-certificate-wrong'],
    ['issuer', undefined, 'client-certificate-wrong'],
    ['issuer', 'not-a-code', 'client-certificate-wrong'],
  ])('as %s for %s is refused as %s', async (role, code, expected) => {
    const client = await house.clientOf(role as 'issuer', code, `wrong-${role}-${code}`)
    expect((await refusal(client.ledger.checkpoint({}))).code).toBe(expected)
  })

  it('of another authority issues and changes nothing here', async () => {
    const foreigner = await house.clientOf('issuer', foreignAuthority, 'foreign-issuer')
    const foreignOfficer = await house.clientOf('officer', foreignAuthority, 'foreign-officer')
    const refused = [
      foreigner.issue.issue({ requestId: 'f', order: needed(order) }),
      foreigner.issue.get({ identifier }),
      foreignOfficer.status.change({ identifier, move: 'MOVE_REVOKE', particulars: decided }),
    ]
    for (const call of refused) {
      expect(await refusal(call)).toMatchObject({ code: 'authority-not-yours', kind: 'denied', status: 7 })
    }
    const { licences } = await foreigner.issue.find({ typeCode: needed(order?.type?.code) })
    expect(licences).toEqual([])
  })

  it('of a role that may not is refused in both languages', async () => {
    const enquirer = await house.clientOf('enquirer')
    const problem = await refusal(enquirer.issue.get({ identifier }))
    expect(problem).toMatchObject({ code: 'method-not-permitted', details: { role: 'enquirer' } })
    expect(problem.sentence.zh).toContain('无权调用')
    expect(problem.remedy.en).toContain('OPERATING.md')
  })
})

describe('bad input', () => {
  const unknownType = '11339900MB9X00023D999'
  it.each<[what: string, code: string, call: () => Promise<unknown>]>([
    [
      'a request id reused with other content',
      'request-reused',
      () => issuer.issue.issue({ requestId: 'first', order: needed(another) }),
    ],
    [
      'an unknown type',
      'type-unknown',
      () => issuer.issue.issue({ order: { ...order, type: { code: unknownType, version: 1 } } }),
    ],
    [
      'an unknown version',
      'type-unknown',
      () =>
        issuer.issue.issue({ order: { ...order, type: { code: needed(order?.type?.code), version: 9 } } }),
    ],
    [
      'an authority that nobody knows',
      'order-does-not-fit',
      () =>
        house.operator.issue.issue({
          order: { ...order, authority: { code: '11339900MB9X00998C', name: '无此机构' } },
        }),
    ],
    ['no order', 'message-member-wrong', () => house.operator.issue.preview({ order: { type: null } })],
    [
      'a forbidden move',
      'move-not-permitted',
      () => officer.status.change({ identifier, move: 'MOVE_RESTORE', particulars: decided }),
    ],
    ['no move', 'message-member-wrong', () => officer.status.change({ identifier, particulars: decided })],
    [
      'a move that names no decision',
      'move-must-name',
      () => officer.status.change({ identifier, move: 'MOVE_REVOKE', particulars: { legalBasis: 'x' } }),
    ],
    [
      'an effective time before issue',
      'effective-before-issue',
      () =>
        officer.status.change({
          identifier,
          move: 'MOVE_RESCIND',
          particulars: decided,
          effectiveFrom: '2020-01-01T00:00:00Z',
        }),
    ],
    [
      'an effective time in the future',
      'effective-in-future',
      () =>
        officer.status.change({
          identifier,
          move: 'MOVE_REVOKE',
          particulars: decided,
          effectiveFrom: '2099-01-01T00:00:00Z',
        }),
    ],
    [
      'a replacement that is none',
      'message-member-wrong',
      () =>
        officer.status.replace({
          identifier,
          move: 'MOVE_REVOKE',
          order: order ?? null,
          particulars: decided,
        }),
    ],
    [
      'a moment that is none',
      'message-member-wrong',
      () => officer.status.asOf({ identifier, at: 'yesterday' }),
    ],
    ['find without a criterion', 'find-criterion-missing', () => issuer.issue.find({})],
    [
      'a cursor of another query',
      'cursor-wrong',
      () => issuer.issue.find({ state: 'STATE_VALID', page: { cursor: 'bm8gY3Vyc29y' } }),
    ],
    ['an unknown licence', 'licence-unknown', () => house.operator.issue.get({ identifier: 'nothing' })],
  ])('%s is %s', async (_, code, call) => {
    const problem = await refusal(call())
    expect(problem.code).toBe(code)
    expect(problem.sentence.zh).not.toBe('')
  })

  it('names the fields that are to blame', async () => {
    const wrong = { ...order, holders: [{ name: '某公司', code: 'wrong', codeType: '001' }] }
    const { violations } = await refusal(issuer.issue.issue({ order: wrong }))
    expect(violations).toContainEqual(expect.objectContaining({ field: 'order.holders[0].code' }))
  })
})

describe('a caller who leaves', () => {
  it('early is told that time is up; the same request id answers with the licence', async () => {
    const request = { requestId: 'hurried', order: needed(another) }
    await expect(issuer.issue.issue(request, { timeoutMs: 1 })).rejects.toMatchObject({
      code: 'deadline-passed',
    })
    expect((await issuer.issue.issue(request)).licence).toMatchObject({ state: 'STATE_VALID' })
  })

  it('mid-issue leaves one licence, not two', async () => {
    const [fresh] = ordersOf(typeName, 1, { seed: 'cancelled', authority })
    const request = { requestId: 'cancelled', order: needed(fresh) }
    for (const wait of [0, 2, 5, 10, 20]) {
      const leaving = new AbortController()
      const call = issuer.issue
        .issue(request, { signal: leaving.signal })
        .catch((problem: unknown) => problem)
      await sleep(wait)
      leaving.abort()
      await call
    }
    const { licence } = await issuer.issue.issue(request)
    const { licences } = await issuer.issue.find({ holderCode: needed(fresh?.holders?.[0]?.code) })
    expect(licences.map((found) => found.identifier)).toEqual([licence?.identifier])
  })
})

describe('health and reflection', () => {
  it('tell each service that serves, without a client certificate', async () => {
    const ca = readFileSync(`${house.folder}/pki/ca.pem`)
    const bare = new Client(house.address.replace('127.0.0.1', 'localhost'), credentials.createSsl(ca))
    for (const service of ['', 'licencevault.v1.IssueService', 'licencevault.v1.LedgerService']) {
      const { answer } = await raw(bare, 'grpc.health.v1.Health', 'Check', { service })
      expect(answer).toEqual({ status: 'SERVING' })
    }
    bare.close()
  })

  it.each(['v1', 'v1alpha'])('reflection %s knows all of them', async (version) => {
    const ca = readFileSync(`${house.folder}/pki/ca.pem`)
    const bare = new Client(house.address.replace('127.0.0.1', 'localhost'), credentials.createSsl(ca))
    const call = bare.makeBidiStreamRequest(
      `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
      (bytes: Buffer) => bytes,
      (bytes: Buffer) => bytes,
      new Metadata(),
      {},
    )
    // ServerReflectionRequest { list_services: "*" }
    call.write(Buffer.from([0x3a, 1, 0x2a]))
    call.end()
    const answers: string[] = []
    for await (const bytes of call) answers.push(String(bytes))
    for (const word of ['Catalogue', 'Issue', 'Status', 'Authenticate', 'Ledger']) {
      expect(answers.join()).toContain(`licencevault.v1.${word}Service`)
    }
    bare.close()
  })
})

const definitions = loadFileDescriptorSetFromBuffer(Buffer.from(descriptorSet, 'base64'), { enums: String })

/** A call as any gRPC client makes it. */
function raw(
  client: Client,
  service: string,
  name: string,
  request: object = {},
): Promise<{ error?: ServiceError; answer?: unknown }> {
  const definition = needed(definitions[service])
  const method = Reflect.get(definition, name)
  return new Promise((resolve) => {
    client.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      (error: ServiceError | null, answer?: unknown) => resolve(error ? { error } : { answer }),
    )
  })
}
