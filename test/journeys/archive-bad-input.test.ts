import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { caseParts, type VaultClient } from '@licencevault/api'
import { type CityCase, makeCases } from '@licencevault/city'
import { type Clamd, startClamd, virusTestFile } from '@licencevault/kit/clamd'
import { bytesOf } from '@licencevault/kit/pdf'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityItems, defineItems, fileCase, scheduleFor, today } from './records.ts'
import { type House, needed, openHouse } from './service.ts'

/** What careless and hostile senders hand to the records room, each answered by its own word through the door. */
const item = needed(cityItems[0])
const office = item.authority.code
const [good] = [
  ...makeCases({ seed: 'bad', count: 1, items: [item], closed: { from: '2020-03-02', to: '2020-03-02' } }),
]
const { order, files } = needed(good)
const [firstPath = ''] = files.keys()
const [material = ''] = firstPath.split('/')

let house: House
let archivist: VaultClient['archive']
let approver: VaultClient['archive']
let filer: VaultClient['archive']
let reader: VaultClient['archive']
let serial = 0

async function open(more: Readonly<Record<string, unknown>> = {}) {
  house = await openHouse({ 'page.address': '', ...more })
  archivist = (await house.clientOf('archivist', undefined, 'records')).archive
  approver = (await house.clientOf('approver', undefined, 'records')).archive
  filer = (await house.clientOf('filer', office, 'approval-system')).archive
  reader = (await house.clientOf('reader', office, 'portal')).archive
  await defineItems(archivist, [item])
  const scheduleJson = JSON.stringify(scheduleFor([item]))
  const { number } = await archivist.proposeSchedule({ user: 'wang', scheduleJson })
  await approver.approveSchedule({ user: 'li', number, effectiveFrom: today })
}

const file = (one: CityCase, requestId = `bad-${++serial}`) => fileCase(filer, one, { requestId })
const changed = (how: object): CityCase => ({ files, order: { ...order, ...how } })

/** The case with one file more. */
function withFile(path: string, bytes: Uint8Array, how: object = {}): CityCase {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const more = { material: path.slice(0, path.indexOf('/')), path, title: '附件', size: bytes.length, sha256 }
  return {
    files: new Map([...files, [path, bytes]]),
    order: { ...order, files: [...order.files, { ...more, ...how }] },
  }
}

const said = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (problem: Error) => String(problem),
  )
const spool = () => readdirSync(join(house.folder, 'spool'))

describe('the records room', () => {
  // ZIP files are taken here, so that what is wrong inside of them is what they are refused for.
  beforeAll(() => open({ 'archive.formats': ['pdf', 'xml', 'text', 'zip'] }))
  afterAll(() => house?.close())

  it.each<[string, () => CityCase, string]>([
    ['an unknown item', () => changed({ item: `${item.code.slice(0, -1)}Z` }), 'member-wrong'],
    [
      'an item that is not there',
      () => changed({ item: `${item.code.slice(0, 18)}3000999005099` }),
      'item-unknown',
    ],
    ['an unknown version', () => changed({ itemVersion: 7 }), 'item-version-unknown'],
    ['a case closed in the future', () => changed({ closedOn: '2999-01-01' }), 'case-closed-later'],
    [
      'a case closed before it was accepted',
      () => changed({ acceptedOn: '2020-03-03' }),
      'case-closed-early',
    ],
    ['a required file that is missing', () => changed({ files: [] }), 'case-files-missing'],
    ['a file outside the scope', () => withFile('Z99/a.txt', bytesOf('x')), 'case-file-outside-scope'],
    ['a zero-byte file', () => withFile(`${material}/empty.txt`, bytesOf('')), 'GD-2-7'],
    [
      'a name with path tricks',
      () => withFile(`${material}/../../x.txt`, bytesOf('x')),
      'package-path-wrong',
    ],
    [
      'a name with bidi characters',
      () => withFile(`${material}/\u202etxt.exe`, bytesOf('x')),
      'package-path-wrong',
    ],
    [
      'a name with control characters',
      () => withFile(`${material}/a\u0007.txt`, bytesOf('x')),
      'package-path-wrong',
    ],
    [
      'a name of 300 characters',
      () => withFile(`${material}/${'x'.repeat(300)}`, bytesOf('x')),
      'package-path-wrong',
    ],
    [
      'a name twice but for capitals',
      () => withFile(firstPath.replace('.txt', '.TXT'), bytesOf('x')),
      'package-path-twice',
    ],
    [
      'a format that contradicts its name',
      () => withFile(`${material}/a.pdf`, bytesOf('plain text')),
      'GD-1-10',
    ],
    [
      'a format that is not accepted',
      () => withFile(`${material}/a.bin`, new Uint8Array([0, 1, 2, 255])),
      'GD-3-3',
    ],
    [
      'an encrypted archive',
      () => withFile(`${material}/a.zip`, zipOf(bytesOf('x'), { encrypted: true })),
      'GD-3-8',
    ],
    [
      'a zip bomb',
      () => withFile(`${material}/a.zip`, zipOf(new Uint8Array(64 * 1024 * 1024), {})),
      'GD-3-8',
    ],
    [
      'a digest that differs',
      () => withFile(`${material}/d.txt`, bytesOf('x'), { sha256: '0'.repeat(64) }),
      'case-file-digest-differs',
    ],
    [
      'a size that differs',
      () => withFile(`${material}/s.txt`, bytesOf('x'), { size: 2 }),
      'case-file-size-differs',
    ],
    ['an unknown member', () => changed({ surprise: 1 }), 'member-unknown'],
  ])('refuses %s', async (_, make, code) => {
    expect(await said(file(make()))).toContain(code)
    expect(spool()).toEqual([])
  })

  it('puts what was refused on the exception list', async () => {
    const { exceptions } = await archivist.findExceptions({ kind: 'failed' })
    expect(exceptions).toMatchObject([{ caseNumber: order.caseNumber, reason: 'case-refused' }])
  })

  it('takes nothing of a stream that is cut in the middle, and the case anew afterwards', async () => {
    async function* cut() {
      let left = 3
      for await (const part of caseParts({
        requestId: 'cut',
        case: order,
        open: (path) => files.get(path) ?? new Uint8Array(),
      })) {
        if (left-- === 0) throw new Error('the line is dead')
        yield part
      }
    }
    await expect(filer.fileCase(cut())).rejects.toThrow('the line is dead')
    const leaving = new AbortController()
    async function* slow() {
      yield { head: { requestId: 'left', caseJson: JSON.stringify(order) } }
      yield { path: firstPath }
      leaving.abort()
    }
    await expect(filer.fileCase(slow(), { signal: leaving.signal })).rejects.toThrow('call-cancelled')
    async function* ended() {
      yield { head: { requestId: 'ended', caseJson: JSON.stringify(order) } }
    }
    await expect(filer.fileCase(ended())).rejects.toThrow('case-file-not-sent')
    async function* headless() {
      yield { path: firstPath }
    }
    await expect(filer.fileCase(headless())).rejects.toThrow('message-member-wrong')
    async function* disordered() {
      yield { head: { requestId: 'disordered', caseJson: JSON.stringify(order) } }
      yield { chunk: Buffer.from('x') }
    }
    await expect(filer.fileCase(disordered())).rejects.toThrow('message-member-wrong')
    const answer = await file(needed(good), 'cut')
    expect(answer.archivalNumber).toMatch(/000001$/)
    expect((await archivist.findExceptions({})).exceptions).toEqual([])
    expect(spool()).toEqual([])
  })

  it('refuses the same case with other content, and takes it as a correction', async () => {
    const other = changed({ title: '另一标题' })
    expect(await said(file(other))).toContain('case-filed-already')
    expect(await said(file(other, 'cut'))).toContain('request-reused')
    const again = await fileCase(filer, other, { requestId: 'right', correction: '标题误写' })
    expect(again).toMatchObject({ revision: 2, archivalNumber: expect.stringMatching(/000001$/) })
    for (const revision of [1, 2]) {
      const validity = await Array.fromAsync(archivist.validateCase({ caseId: again.caseId, revision }))
      expect(validity).toMatchObject([{ valid: true }])
    }
  })

  it('lets nobody approve what he proposed, or act without a name', async () => {
    const scheduleJson = JSON.stringify(scheduleFor([item], '再'))
    const { number } = await archivist.proposeSchedule({ user: 'wang', scheduleJson })
    const approve = (user: string) => approver.approveSchedule({ user, number, effectiveFrom: today })
    await expect(approve('wang')).rejects.toThrow('schedule-own')
    await expect(approve('')).rejects.toThrow('message-member-wrong')
    await expect(approve('wang ')).rejects.toThrow('message-member-wrong')
    await expect(archivist.proposeSchedule({ scheduleJson })).rejects.toThrow('message-member-wrong')
    await expect(archivist.approveSchedule({ user: 'li', number, effectiveFrom: today })).rejects.toThrow(
      'method-not-permitted',
    )
    await expect(
      approver.approveSchedule({ user: 'li', number, effectiveFrom: '2020-01-01' }),
    ).rejects.toThrow('schedule-effective-past')
  })

  it('refuses an unknown retention code in JSON and, by row and column, in a spreadsheet', async () => {
    const [table] = scheduleFor([item]).items
    const wrong = { ...scheduleFor([item]), items: [{ ...table, retention: 'D11x' }] }
    await expect(
      archivist.proposeSchedule({ user: 'wang', scheduleJson: JSON.stringify(wrong) }),
    ).rejects.toThrow(/member-wrong|retention-unknown/)
    const csv = await spreadsheet()
    const { findings, scheduleJson } = await read(csv.replace(/(?<=,)(永久|30年|10年)(?=,)/, '十一年'))
    expect(findings[0]).toMatchObject({
      row: 2,
      code: 'retention-unknown',
      sentence: { zh: expect.any(String) },
    })
    expect(scheduleJson).toBe('')
  })

  it('reads a spreadsheet with a byte-order mark or in GB 18030, and says what is wrong with others', async () => {
    const csv = await spreadsheet()
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect((await read(csv)).findings).toEqual([])
    const codes = async (text: string | Uint8Array) => (await read(text)).findings.map(({ code }) => code)
    expect(await codes(csv.replace('保管期限', '不是期限'))).toEqual(
      expect.arrayContaining(['csv-column-unknown', 'csv-column-missing']),
    )
    expect(await codes(`${csv}"${'长'.repeat(4 * 1024 * 1024)}"`)).toEqual(['csv-row-too-long'])
    expect(await codes('')).toEqual(['csv-empty'])
    await expect(read(new Uint8Array(33 * 1024 * 1024).fill(44))).rejects.toThrow('csv-too-large')
    await expect(read(new Uint8Array([0xff, 0xfe, 65, 0]))).rejects.toThrow('csv-encoding')
  })

  it('refuses holds on unknown cases, uses without a purpose or a name, and cursors of other queries', async () => {
    const hold = { user: 'wang', authority: office, reason: '查', decision: '1', from: today }
    await expect(archivist.placeHold({ ...hold, cases: ['0'.repeat(32)] })).rejects.toThrow('case-unknown')
    await expect(archivist.liftHold({ user: 'wang', id: 'x', decision: '1' })).rejects.toThrow('hold-unknown')
    const { cases } = await archivist.findDue({ query: {} })
    const { case: own } = await archivist.findCase({ office, caseNumber: order.caseNumber })
    const caseId = needed(own).caseId
    const [answer] = await Array.fromAsync(reader.use({ caseId, user: 'zhao', form: 'USE_FORM_LIST' }))
    expect(answer?.answer).toMatchObject({ granted: false, refusal: { code: 'use-purpose-missing' } })
    await expect(Array.fromAsync(reader.use({ caseId, form: 'USE_FORM_LIST' }))).rejects.toThrow(
      'message-member-wrong',
    )
    await expect(Array.fromAsync(reader.use({ caseId, user: 'zhao' }))).rejects.toThrow(
      'message-member-wrong',
    )
    await expect(
      Array.fromAsync(
        reader.use({ caseId, user: 'zhao', file: 99, form: 'USE_FORM_LIST', purpose: 'judicial' }),
      ),
    ).rejects.toThrow('file-unknown')
    await expect(archivist.findDue({ query: {}, page: { cursor: 'x' } })).rejects.toThrow('cursor-wrong')
    await expect(archivist.findDue({ query: { from: '2026-02-30' } })).rejects.toThrow('member-wrong')
    await expect(archivist.countDue({ by: 'moon' })).rejects.toThrow('message-member-wrong')
    expect(cases.length).toBeLessThan(2)
  })
})

describeWith('clamd', 'with a virus scanner', ({ path: program }) => {
  let daemon: Clamd | undefined
  beforeAll(async () => {
    daemon = await startClamd(program)
    await open({ 'archive.clamd': daemon.path })
  })
  afterAll(async () => {
    await house?.close()
    await daemon?.stop()
  })

  it('refuses an infected file by its name, and says of a clean case that it was scanned', async () => {
    expect(await said(file(withFile(`${material}/virus.txt`, virusTestFile)))).toMatch(/GD-4-2 .*virus\.txt/)
    const { checks } = await file(needed(good))
    expect(checks.find(({ code }) => code === 'GD-4-2')?.outcome).toBe('passed')
    await daemon?.stop()
    daemon = undefined
    const other = changed({ caseNumber: '2020-9999999' })
    expect(await said(file(other))).toContain('scanner-unavailable')
  })
})

async function spreadsheet(): Promise<string> {
  const parts = await Array.fromAsync(archivist.writeSchedule({}))
  return Buffer.concat(parts.map(({ chunk }) => chunk)).toString('utf8')
}

function read(csv: string | Uint8Array) {
  const bytes = typeof csv === 'string' ? Buffer.from(csv, 'utf8') : csv
  function* parts() {
    yield { title: '表' }
    for (let at = 0; at < bytes.length; at += 1_000_000) yield { chunk: bytes.subarray(at, at + 1_000_000) }
  }
  return archivist.readSchedule(parts())
}

/** A ZIP file of one file, deflated, said to be encrypted if told. */
function zipOf(content: Uint8Array, { encrypted = false }: { encrypted?: boolean }): Uint8Array {
  const packed = deflateRawSync(content)
  const name = Buffer.from('a.txt')
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(encrypted ? 1 : 0, 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
  const rest = Buffer.alloc(14)
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return new Uint8Array(Buffer.concat([local, central, Buffer.from('PK\x05\x06', 'latin1'), end]))
}
