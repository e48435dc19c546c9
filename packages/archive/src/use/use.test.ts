import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCa, type TestCa } from '@licencevault/kit/ca'
import { describeWith } from '@licencevault/kit/programs'
import { canonicalise, parseIJson } from '@licencevault/licence'
import { verifyCms } from '@licencevault/signing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approver, archivist, type Office, openOffice, reader } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import { type Certified, type Form, type UseOrder, writeCertificate } from '../index.ts'

let ca: TestCa
let office: Office
let sealed: boolean
let caseId: string
const bytesOf = (material: string) => Buffer.from(`${material} 食品\n`)
const materials = ['A01', 'P01', 'R01']

beforeAll(async () => {
  ca = await createCa({ name: '云汀市根证书' })
  const seal = await ca.issue({ subject: { CN: '云汀市档案证明专用章', O: '云汀市档案室' } })
  office = await openOffice('2020-06-01', undefined, { certify: async () => (sealed ? seal : undefined) })
  const { archive } = office
  await archive.items.define(archivist, 'item', [foodItem])
  const forms: readonly Form[] = ['list', 'extract', 'copy', 'certified-copy']
  const table = { ...foodSchedule, sharing: { ...foodSchedule.sharing, forms } }
  const schedule = { format: 'licencevault.schedule/1', title: '第一版', items: [table] }
  const { number } = await archive.schedules.propose(archivist, 'propose', schedule)
  await archive.schedules.approve(approver, 'approve', number, { effectiveFrom: '2020-06-01' })
  caseId = await file()
  sealed = true
})
afterAll(() => office.close())

async function file(caseNumber = 'SP1'): Promise<string> {
  const order = {
    format: 'licencevault.case/1',
    fonds: { code: 'J012', name: '云汀市市场监督管理局' },
    item: foodItem.code,
    itemVersion: 1,
    office: foodItem.authority,
    caseNumber,
    title: `食品经营许可 ${caseNumber}`,
    applicants: ['山风茶馆'],
    outcome: 'granted',
    situations: [],
    acceptedOn: '2020-05-11',
    closedOn: '2020-05-20',
    steps: [{ action: '决定', actor: '审批处', at: '2020-05-20T02:00:00Z' }],
    licences: [],
    events: {},
    files: materials.map((material) => ({
      material,
      path: `${material}.txt`,
      title: material,
      size: bytesOf(material).length,
      sha256: createHash('sha256').update(bytesOf(material)).digest('hex'),
    })),
  }
  async function* sent() {
    for (const material of materials) yield { path: `${material}.txt`, content: once(bytesOf(material)) }
  }
  const filer = { application: 'approvals', role: 'filer', authority: foodItem.authority.code } as const
  return (await office.archive.filing.file(filer, `file-${caseNumber}`, order, sent())).caseId
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

async function granted(order: Partial<UseOrder> & { readonly form: Form }) {
  const answer = await office.archive.uses.use(reader, { caseId, purpose: 'approval', ...order })
  if (!answer.granted) throw answer.refusal
  return answer
}
const outcomes = async () =>
  (await office.archive.uses.records({ caseId }, { size: 500 })).rows.map(({ outcome }) => outcome)

describe('a use', () => {
  it('as a list entry tells that something is there, and what lies in a case as far as it may be used', async () => {
    const entry = await granted({ form: 'list' })
    const [first] = entry.files
    expect(entry.files.map(({ material }) => material)).toEqual(['A01', 'P01'])
    expect([entry.withheld, first]).toEqual([1, { number: 1, material: 'A01', title: 'A01' }])
    expect(entry.elements).toEqual([])
    const one = await granted({ form: 'list', file: 1 })
    expect(one).toMatchObject({ file: first, files: [], withheld: 0 })
    expect(one).not.toHaveProperty('content')
  })

  it('as an extract tells what is recorded of case and files, and hands over nothing of them', async () => {
    const entry = await granted({ form: 'extract' })
    const said = Object.fromEntries(entry.elements.map(({ name, value }) => [name, value]))
    expect(said).toMatchObject({
      archivalNumber: entry.archivalNumber,
      title: '食品经营许可 SP1',
      closedOn: '2020-05-20',
      itemCode: foodItem.code,
      fileCount: 3,
    })
    expect(entry.elements.find(({ name }) => name === 'title')).toMatchObject({
      number: 'M22',
      label: { zh: '题名' },
    })
    expect(JSON.stringify(entry)).not.toContain('山风茶馆')
    expect(entry.files[0]).toEqual({
      number: 1,
      material: 'A01',
      title: 'A01',
      path: expect.stringMatching(/A01\.txt$/),
      size: bytesOf('A01').length,
      sha256: createHash('sha256').update(bytesOf('A01')).digest('hex'),
      format: 'text/plain',
    })
    const one = await granted({ form: 'extract', file: 2 })
    expect(one).toMatchObject({ file: { material: 'P01', format: 'text/plain' }, elements: entry.elements })
    expect(one).not.toHaveProperty('content')
  })

  it('as a copy is the file as it was filed, and of one file', async () => {
    const { content, certificate } = await granted({ form: 'copy', file: 1 })
    expect(Buffer.concat(await Array.fromAsync((await content?.()) ?? []))).toEqual(bytesOf('A01'))
    expect(certificate).toBeUndefined()
    await expect(granted({ form: 'copy' })).rejects.toMatchObject({ code: 'use-file-missing' })
    expect((await outcomes()).at(-1)).toBe('use-file-missing')
  })

  it('as a certified copy comes with a certificate over its digest, under the seal of the archive', async () => {
    const { content, certificate, archivalNumber } = await granted({ form: 'certified-copy', file: 1 })
    const bytes = Buffer.concat(await Array.fromAsync((await content?.()) ?? []))
    if (!certificate) throw new Error('there is no certificate')
    const said = parseIJson(certificate.bytes)
    expect(Buffer.from(canonicalise(said))).toEqual(Buffer.from(certificate.bytes))
    const { commitment, revision } = await office.archive.filing.open(caseId)
    expect(said).toMatchObject({
      format: 'licencevault.copy-certificate/1',
      authority: '11339900MB9X00015J',
      case: { id: caseId, archivalNumber, caseNumber: 'SP1' },
      package: { commitment, revision },
      file: { number: 1, sha256: createHash('sha256').update(bytes).digest('hex') },
      recipient: { application: 'portal', user: 'zhao', authority: reader.authority },
      purpose: 'approval',
      issuedAt: '2020-06-01T04:00:00Z',
    })
    const how = { content: certificate.bytes, roots: [ca.certificate], at: new Date() }
    expect((await verifyCms(certificate.signature, how)).indication).toBe('TOTAL-PASSED')
    const altered = Buffer.from(certificate.bytes)
    altered[40] = (altered[40] ?? 0) ^ 1
    const verdict = await verifyCms(certificate.signature, { ...how, content: altered })
    expect(verdict.indication).toBe('TOTAL-FAILED')
  })

  it('as a certified copy is refused by name where nobody can certify', async () => {
    sealed = false
    try {
      const refused = await office.archive.uses.use(reader, {
        caseId,
        file: 1,
        purpose: 'approval',
        form: 'certified-copy',
      })
      expect(refused).toMatchObject({ granted: false, refusal: { code: 'use-seal-missing' } })
      expect((await outcomes()).at(-1)).toBe('use-seal-missing')
    } finally {
      sealed = true
    }
  })

  it('tells nothing out of a package that is not what was filed, and is not on record as granted', async () => {
    const other = await file('SP2')
    const [key = ''] = await Array.fromAsync(office.blobs.list('v1/'), (blob) => blob.key).then((keys) =>
      keys.filter((one) => one.includes(other.slice(2)) && one.endsWith('.zip')),
    )
    const packed = Buffer.from(await office.blobs.get(key))
    const at = packed.indexOf('"title":"食品经营许可 SP2')
    packed.write('X', at + 9, 'latin1')
    await office.blobs.put(key, packed)
    await expect(granted({ form: 'extract', caseId: other })).rejects.toMatchObject({ code: 'file-altered' })
    const { rows } = await office.archive.uses.records({ caseId: other })
    expect(rows).toEqual([])
  })
})

it('a certificate is written byte for byte as CERTIFICATE.md has it', () => {
  const vector = readFileSync(join(import.meta.dirname, '../../vectors/copy-certificate.json'))
  const { format, statement: _, ...certified } = JSON.parse(vector.toString('utf8'))
  expect(format).toBe('licencevault.copy-certificate/1')
  expect(Buffer.from(writeCertificate(certified as Certified))).toEqual(vector)
})

describeWith('openssl', 'openssl', (openssl) => {
  it('verifies a certificate with the seal’s root alone', async () => {
    const { certificate } = await granted({ form: 'certified-copy', file: 1 })
    const folder = mkdtempSync(join(tmpdir(), 'licencevault-certificate-'))
    const put = (name: string, bytes: Uint8Array | string) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    }
    try {
      const pem = Buffer.from(ca.certificate)
        .toString('base64')
        .replaceAll(/(.{64})/g, '$1\n')
      const root = put('root.pem', `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`)
      const content = put('certificate.json', certificate?.bytes ?? '')
      const signature = put('certificate.p7s', certificate?.signature ?? '')
      const how = ['cms', '-verify', '-inform', 'DER', '-binary', '-purpose', 'any', '-CAfile', root]
      const verify = () =>
        openssl.run([...how, '-in', signature, '-content', content, '-out', join(folder, 'out')])
      expect((await verify()).status).toBe(0)
      put('certificate.json', Buffer.concat([certificate?.bytes ?? Buffer.alloc(0), Buffer.from(' ')]))
      expect((await verify()).status).not.toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
