import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { startClamd, virusTestFile } from '@licencevault/kit/clamd'
import { describeWith } from '@licencevault/kit/programs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approver, archivist, type Office, openOffice } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import type { Caller } from '../caller.ts'
import type { Archive } from '../index.ts'
import { clamd } from '../virus/clamd.ts'
import type { AnnouncedFile, CaseOrder } from './case-order.ts'
import { memoryBytes, type SentFile } from './spool.ts'

const filer: Caller = { application: 'approval-system', role: 'filer', authority: foodItem.authority.code }
const text = (words: string) => Buffer.from(words, 'utf8')

const contents: Readonly<Record<string, Uint8Array>> = {
  'A01/申请书.txt': text('申请书：山风茶馆申请食品经营许可。\n'),
  'P01/受理通知书.txt': text('受理通知书\n'),
  'R01/许可证.xml': text('<?xml version="1.0" encoding="UTF-8"?><licence/>\n'),
}

const announce = (path: string, bytes: Uint8Array): AnnouncedFile => ({
  material: path.slice(0, 3),
  path,
  title: path.slice(4),
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

function orderOf(
  files: Readonly<Record<string, Uint8Array>> = contents,
  changed: Partial<CaseOrder> = {},
): CaseOrder {
  return {
    format: 'licencevault.case/1',
    fonds: { code: 'J012', name: '云汀市市场监督管理局' },
    item: foodItem.code,
    itemVersion: 1,
    office: foodItem.authority,
    caseNumber: 'SP2020-0001',
    title: '山风茶馆食品经营许可（新办）',
    applicants: ['山风茶馆'],
    outcome: 'granted',
    situations: [],
    acceptedOn: '2020-05-11',
    closedOn: '2020-05-20',
    steps: [
      { action: '受理', actor: '窗口', at: '2020-05-11T01:00:00Z' },
      { action: '决定', actor: '审批处', at: '2020-05-20T02:00:00Z', opinion: '准予' },
    ],
    licences: [],
    events: {},
    files: Object.entries(files).map(([path, bytes]) => announce(path, bytes)),
    ...changed,
  }
}

async function* send(files: Readonly<Record<string, Uint8Array>> = contents): AsyncGenerator<SentFile> {
  for (const [path, bytes] of Object.entries(files)) yield { path, content: pieces(bytes) }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

let office: Office
let archive: Archive
beforeEach(async () => {
  office = await openOffice('2020-06-01')
  archive = office.archive
  await archive.items.define(archivist, 'item', [foodItem])
  const schedule = { format: 'licencevault.schedule/1', title: '第一版', items: [foodSchedule] }
  const { number } = await archive.schedules.propose(archivist, 'propose', schedule)
  await archive.schedules.approve(approver, 'approve', number, { effectiveFrom: '2020-06-01' })
})
afterEach(() => office.close())

const file = (order: unknown = orderOf(), files = contents, id = 'r1', options = {}) =>
  archive.filing.file(filer, id, order, send(files), options)
const refused = (code: string) => expect.objectContaining({ code })
const exceptions = () => archive.queries.exceptions({})
const kindsOf = async (caseId: string) =>
  (await office.ledger.entriesOf(`case:${caseId}`)).map(({ entry }) => entry.kind)

describe('filing a case', () => {
  it('numbers, checks, records, packages and registers it', async () => {
    const filed = await file()
    expect(filed).toMatchObject({
      revision: 1,
      archivalNumber: 'J012-XK·2020-D30-000001',
      retention: 'D30',
      filedOn: '2020-06-01',
    })
    expect(filed.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(await kindsOf(filed.caseId)).toEqual(['case-filed', 'case-stored'])

    const opened = await archive.filing.open(filed.caseId)
    expect(opened.files.map(({ path }) => path).sort()).toEqual([
      '申报文件/001-申请书.txt',
      '结果文件/003-许可证.xml',
      '过程文件/002-受理通知书.txt',
    ])
    const result = await opened.file('结果文件/003-许可证.xml')
    expect(Buffer.concat(await Array.fromAsync(result))).toEqual(contents['R01/许可证.xml'])
    expect(await opened.validate()).toEqual({ findings: [], commitment: opened.commitment })
    const [entry] = await office.ledger.entriesOf(`case:${filed.caseId}`)
    expect(entry?.entry.digests).toEqual({ package: opened.commitment })
    expect((await opened.tag('receipt.tlog')).length).toBeGreaterThan(200)
    opened.close()
  })

  it('counts on within a set of fonds, class, year and retention', async () => {
    await file()
    const next = await file(orderOf(contents, { caseNumber: 'SP2020-0002' }), contents, 'r2')
    expect(next.archivalNumber).toBe('J012-XK·2020-D30-000002')
    const earlier = { caseNumber: 'SP2019-0003', acceptedOn: '2019-12-01', closedOn: '2019-12-31' }
    const steps = [{ action: '决定', actor: '审批处', at: '2019-12-31T02:00:00Z' }]
    const other = await file(orderOf(contents, { ...earlier, steps }), contents, 'r3')
    expect(other.archivalNumber).toBe('J012-XK·2019-D30-000001')
  })

  it('never gives a number twice to cases that come at once', async () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      file(orderOf(contents, { caseNumber: `SP2020-10${i}` }), contents, `many-${i}`),
    )
    const numbers = (await Promise.all(many)).map(({ archivalNumber }) => archivalNumber)
    expect(new Set(numbers).size).toBe(12)
    expect(numbers.sort().at(-1)).toBe('J012-XK·2020-D30-000012')
  })

  it('is the same act when it is asked again, under any request, and reads no file for it', async () => {
    const first = await file()
    expect(await file()).toEqual(first)
    const nobody: AsyncIterable<SentFile> = {
      [Symbol.asyncIterator]: () => {
        throw new Error('read again')
      },
    }
    expect(await archive.filing.file(filer, 'another', orderOf(), nobody)).toEqual(first)
    expect(await kindsOf(first.caseId)).toHaveLength(2)
  })

  it('refuses other content under the same request or as the same case', async () => {
    await file()
    const other = orderOf(contents, { title: '另一标题' })
    await expect(file(other)).rejects.toEqual(refused('request-reused'))
    await expect(file(other, contents, 'r2')).rejects.toEqual(refused('case-filed-already'))
  })

  it('is corrected by a recorded act, and the old package is kept', async () => {
    const first = await file()
    const files = { ...contents, 'A01/申请书.txt': text('申请书（更正）\n') }
    const corrected = await file(orderOf(files), files, 'r2', { correction: '申请书误传' })
    expect(corrected).toMatchObject({
      caseId: first.caseId,
      revision: 2,
      archivalNumber: first.archivalNumber,
    })
    expect(await kindsOf(first.caseId)).toEqual([
      'case-filed',
      'case-stored',
      'case-corrected',
      'case-stored',
    ])
    for (const [revision, words] of [
      [1, '山风茶馆'],
      [2, '更正'],
    ] as const) {
      const opened = await archive.filing.open(first.caseId, revision)
      const content = Buffer.concat(await Array.fromAsync(await opened.file('申报文件/001-申请书.txt')))
      expect(content.toString()).toContain(words)
      expect((await opened.validate()).findings).toEqual([])
      opened.close()
    }
    expect((await archive.filing.open(first.caseId)).revision).toBe(2)
    const same = file(orderOf(files), files, 'r4', { correction: '再次更正' })
    await expect(same).rejects.toEqual(refused('case-correction-pointless'))
    expect(await file(orderOf(files), files, 'r2', { correction: '申请书误传' })).toEqual(corrected)
    const back = await file(orderOf(), contents, 'r5', { correction: '原件无误' })
    expect(back.revision).toBe(3)
    const again = file(orderOf(files, { caseNumber: 'SP2020-0009' }), files, 'r3', { correction: 'x' })
    await expect(again).rejects.toEqual(refused('case-correction-pointless'))
  })

  it.each([
    ['refused', { outcome: 'refused' as const }, ['A01/申请书.txt', 'P01/受理通知书.txt']],
    ['withdrawn', { outcome: 'withdrawn' as const }, ['P01/受理通知书.txt']],
    [
      'not accepted',
      { outcome: 'not-accepted' as const, acceptedOn: null },
      ['A01/申请书.txt', 'P01/受理通知书.txt'],
    ],
  ])('takes a case that was %s without the licence', async (_, changed, names) => {
    const files = Object.fromEntries(Object.entries(contents).filter(([name]) => names.includes(name)))
    expect((await file(orderOf(files, changed), files)).revision).toBe(1)
  })

  it('is carried on by the same request after a crash between its steps', async () => {
    const weak = await office.openWith(
      {},
      {
        ...office.blobs,
        put: (key, ...rest) =>
          key.includes('/case/') ? Promise.reject(new Error('power cut')) : office.blobs.put(key, ...rest),
      },
    )
    await expect(weak.filing.file(filer, 'r1', orderOf(), send())).rejects.toThrow('power cut')
    const filed = await file()
    expect(filed.archivalNumber).toBe('J012-XK·2020-D30-000001')
    expect(await kindsOf(filed.caseId)).toEqual(['case-filed', 'case-stored'])
  })

  it('adopts a package that was kept before the crash, and voids what was not', async () => {
    const dying = (when: 'before' | 'after') =>
      office.openWith(
        {},
        {
          ...office.blobs,
          async put(key, ...rest) {
            if (when === 'before' && key.includes('/case/')) throw new Error(when)
            const info = await office.blobs.put(key, ...rest)
            if (key.includes('/case/')) throw new Error(when)
            return info
          },
        },
      )
    const after = (await dying('after')).filing.file(filer, 'r1', orderOf(), send())
    await expect(after).rejects.toThrow('after')
    const second = orderOf(contents, { caseNumber: 'SP2020-0002' })
    const before = (await dying('before')).filing.file(filer, 'r2', second, send())
    await expect(before).rejects.toThrow('before')

    expect(await archive.filing.recover()).toEqual({ finished: 0, voided: 0, failed: [] })
    office.setDay('2020-06-02')
    expect(await archive.filing.recover()).toEqual({ finished: 1, voided: 1, failed: [] })
    expect(await archive.filing.recover()).toEqual({ finished: 0, voided: 0, failed: [] })
    const filed = await file()
    expect(filed.archivalNumber).toBe('J012-XK·2020-D30-000001')
    // The gap is explained by the void entry, and the case is filed anew.
    const anew = await file(second, contents, 'r2')
    expect(anew.archivalNumber).toBe('J012-XK·2020-D30-000003')
    const kinds = (await Array.fromAsync(office.ledger.entries({ kind: 'case-void' }))).length
    expect(kinds).toBe(1)
  })
})

describe('what is refused', () => {
  const scanned = (name: string, bytes: Uint8Array) => ({ ...contents, [name]: bytes })

  it('a required file that is missing, with a list, and onto the exception list', async () => {
    const { 'P01/受理通知书.txt': _, ...rest } = contents
    await expect(file(orderOf(rest), rest)).rejects.toMatchObject({
      code: 'case-files-missing',
      message: expect.stringContaining('P01 受理通知书'),
    })
    expect((await exceptions()).rows).toMatchObject([{ caseNumber: 'SP2020-0001', kind: 'incomplete' }])
    await file()
    expect((await exceptions()).rows).toEqual([])
  })

  it('in a sentence that ends once', async () => {
    const files = { ...contents, 'A01/a.pdf': text('plain text') }
    await expect(file(orderOf(files), files)).rejects.toMatchObject({
      sentence: { en: expect.stringMatching(/[^.]\.$/), zh: expect.stringMatching(/[^.。]。$/) },
    })
  })

  it('a case filed late stays on the list, with its delay as it was on that day', async () => {
    const { 'P01/受理通知书.txt': _, ...rest } = contents
    await expect(file(orderOf(rest), rest)).rejects.toEqual(refused('case-files-missing'))
    office.setDay('2020-07-30')
    expect((await exceptions()).rows).toMatchObject([{ kind: 'incomplete', daysLate: 41 }])
    office.setDay('2020-06-25')
    await file()
    office.setDay('2020-07-30')
    const late = { kind: 'late', allowedUntil: '2020-06-19', daysLate: 6, reason: '', settled: false }
    expect((await exceptions()).rows).toMatchObject([late])
    expect((await archive.queries.exceptions({ kind: 'late' })).rows).toMatchObject([late])
    expect((await archive.queries.exceptions({ kind: 'incomplete' })).rows).toEqual([])
  })

  it('what stands on the list is counted by office, with the delay', async () => {
    const { 'P01/受理通知书.txt': _, ...rest } = contents
    const numbered = (caseNumber: string, files = contents) => orderOf(files, { caseNumber })
    const lacking = numbered('SP2020-0900', rest)
    await expect(file(lacking, rest, 'lacking')).rejects.toEqual(refused('case-files-missing'))
    // The tenth day after the last one for one of them, the first to ninth for the others, one in time.
    for (let day = 0; day <= 10; day++) {
      office.setDay(`2020-06-${19 + day}`)
      await file(numbered(`SP2020-010${day}`), contents, `late-${day}`)
    }
    const counted = {
      office: foodItem.authority.code,
      ...{ incomplete: 1, failed: 0, late: 10 },
      daysLate: { p50: 5, p90: 9, most: 10 },
    }
    expect(await archive.queries.countExceptions()).toEqual([counted])
    expect(await archive.queries.countExceptions({ office: counted.office })).toEqual([counted])
    expect(await archive.queries.countExceptions({ office: '11339900MB9X00015J' })).toEqual([])
  })

  it('a case that failed and was filed in time is among those that are settled', async () => {
    const { 'P01/受理通知书.txt': _, ...rest } = contents
    await expect(file(orderOf(rest), rest)).rejects.toEqual(refused('case-files-missing'))
    await file()
    office.setDay('2020-07-30')
    expect((await exceptions()).rows).toEqual([])
    expect((await archive.queries.exceptions({ settled: true })).rows).toMatchObject([
      { kind: 'incomplete', reason: 'case-files-missing', daysLate: 0, settled: true },
    ])
  })

  it('a correction, refused or made late, leaves the list as it is', async () => {
    await file()
    const { 'P01/受理通知书.txt': _, ...rest } = contents
    office.setDay('2020-07-30')
    const correction = { correction: '补充说明' }
    await expect(file(orderOf(rest), rest, 'r2', correction)).rejects.toEqual(refused('case-files-missing'))
    const bad = { ...contents, 'A01/a.pdf': text('plain text') }
    await expect(file(orderOf(bad), bad, 'r3', correction)).rejects.toEqual(refused('case-refused'))
    expect((await exceptions()).rows).toEqual([])
    await file(orderOf(contents, { title: '更正后的题名' }), contents, 'r4', correction)
    expect((await exceptions()).rows).toEqual([])
  })

  it('a file that a situation requires, and takes it where it does not', async () => {
    await expect(file(orderOf(contents, { situations: ['01'] }))).rejects.toEqual(
      refused('case-files-missing'),
    )
    await expect(file(orderOf(contents, { situations: ['09'] }))).rejects.toEqual(
      refused('case-situation-unknown'),
    )
  })

  it.each([
    ['a file outside the scope', { 'A02/营业执照.txt': text('x') }, 'case-file-outside-scope'],
    ['a file of an unknown material', { 'Z99/what.txt': text('x') }, 'case-file-outside-scope'],
    ['a zero-byte file', { 'A01/empty.txt': text('') }, 'GD-2-7'],
    ['a format that contradicts its name', { 'A01/a.pdf': text('plain text') }, 'GD-1-10'],
    ['a format that is not accepted', { 'A01/a.bin': Buffer.from([0, 1, 2, 255]) }, 'GD-3-3'],
    ['a name with path tricks', { 'A01/../../etc/passwd': text('x') }, 'package-path-wrong'],
    ['a name with bidi characters', { 'A01/\u202etxt.exe': text('x') }, 'package-path-wrong'],
    ['a name with control characters', { 'A01/a\u0000b': text('x') }, 'package-path-wrong'],
    ['a name of 300 characters', { [`A01/${'x'.repeat(300)}`]: text('x') }, 'package-path-wrong'],
  ])('%s', async (_, more, code) => {
    const files = { ...contents, ...more }
    const problem = await file(orderOf(files), files).catch((thrown: unknown) => thrown)
    expect(String(problem)).toContain(code)
    expect((await exceptions()).rows.length).toBe(code.startsWith('package') ? 0 : 1)
  })

  it.each([
    ['closed in the future', { closedOn: '2020-06-02' }, 'case-closed-later'],
    ['with an event to come', { events: { 'project-completed': '2020-06-02' } }, 'case-event-later'],
    ['closed before it was accepted', { acceptedOn: '2020-05-21' }, 'case-closed-early'],
    ['of an unknown item', { item: '11339900MB9X00023D3000131005099' }, 'item-unknown'],
    ['of an unknown version', { itemVersion: 7 }, 'item-version-unknown'],
    [
      'of another office',
      { office: { code: '11339900MB9X000318', name: '住建局' } },
      'case-of-another-office',
    ],
    ['with an unknown member', { surprise: 1 } as Partial<CaseOrder>, 'member-unknown'],
    ['with a wrong licence identifier', { licences: ['1.2.3'] }, 'member-wrong'],
    [
      'with the same file twice',
      { files: [announce('A01/a.txt', text('x')), announce('A01/A.TXT', text('x'))] },
      'package-path-twice',
    ],
    ['without process information', { steps: [] }, 'GD-2-5'],
  ])('a case %s', async (_, changed, code) => {
    const problem = await file(orderOf(contents, changed)).catch((thrown: unknown) => thrown)
    expect(String(problem)).toContain(code)
  })

  it('a stream that is cut, runs over, differs, is not announced or does not come', async () => {
    const order = orderOf()
    const cut = { ...contents, 'A01/申请书.txt': text('申请') }
    await expect(file(order, cut)).rejects.toEqual(refused('case-file-size-differs'))
    const over = { ...contents, 'A01/申请书.txt': Buffer.alloc(1_000) }
    await expect(file(order, over)).rejects.toEqual(refused('case-file-size-differs'))
    const size = contents['A01/申请书.txt']?.length ?? 0
    const other = { ...contents, 'A01/申请书.txt': Buffer.alloc(size) }
    await expect(file(order, other)).rejects.toEqual(refused('case-file-digest-differs'))
    await expect(file(order, { ...contents, more: text('x') })).rejects.toEqual(
      refused('case-file-unannounced'),
    )
    const { 'R01/许可证.xml': _, ...rest } = contents
    await expect(file(order, rest)).rejects.toEqual(refused('case-file-not-sent'))
    const broken = (async function* (): AsyncGenerator<SentFile> {
      yield* send()
      throw new Error('connection lost')
    })()
    await expect(archive.filing.file(filer, 'r1', order, broken)).rejects.toThrow('connection lost')
    // Nothing of all that left a trace; the case can be filed.
    expect((await file()).archivalNumber).toMatch(/000001$/)
  })

  it('a caller whose role may not file, and a request id that is none', async () => {
    const reader: Caller = { application: 'portal', role: 'reader' }
    await expect(archive.filing.file(reader, 'r1', orderOf(), send())).rejects.toEqual(
      refused('role-may-not'),
    )
    await expect(file(orderOf(), contents, 'no spaces')).rejects.toEqual(refused('request-id-wrong'))
  })

  it('an encrypted PDF', async () => {
    const locked = text(`%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [] /Count 0 >>
endobj
xref
0 3
0000000000 65535 f 
0000000009 00000 n 
0000000058 00000 n 
trailer
<< /Size 3 /Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >> >>
startxref
110
%%EOF
`)
    const files = scanned('A01/locked.pdf', locked)
    await expect(file(orderOf(files), files)).rejects.toThrow(/GD-3-8 .*locked\.pdf/)
  })
})

describe('a large file', () => {
  it('passes over the disk, leaves nothing there, and memory stays flat', async () => {
    const size = memoryBytes * 8
    const block = Buffer.alloc(65_536, '证照\n')
    const hash = createHash('sha256')
    for (let at = 0; at < size; at += block.length) hash.update(block)
    const large = { ...announce('A01/large.txt', text('')), size, sha256: hash.digest('hex') }
    const order = orderOf(contents, { files: [...orderOf().files, large] })
    const sent = (async function* (): AsyncGenerator<SentFile> {
      yield* send()
      const content = (async function* () {
        for (let at = 0; at < size; at += block.length) yield block
      })()
      yield { path: large.path, content }
    })()
    const filed = await archive.filing.file(filer, 'large', order, sent)
    expect(filed.packageSize).toBeGreaterThan(size)
    expect(readdirSync(office.spool)).toEqual([])
    const opened = await archive.filing.open(filed.caseId)
    expect(await opened.validate()).toMatchObject({ findings: [] })
    opened.close()
  })
})

describeWith('clamd', 'with a virus scanner', ({ path: program }) => {
  it('refuses an infected file by its name, and says of a clean case that it was scanned', async () => {
    const daemon = await startClamd(program)
    try {
      const guarded = await office.openWith({ scanner: clamd({ path: daemon.path }) })
      const files = { ...contents, 'A01/virus.txt': virusTestFile }
      const infected = guarded.filing.file(filer, 'v1', orderOf(files), send(files))
      await expect(infected).rejects.toThrow(/GD-4-2 .*virus\.txt \(Test\.EICAR/)
      const clean = await guarded.filing.file(filer, 'v2', orderOf(), send())
      const outcome = (code: string) => clean.checks.find((check) => check.code === code)?.outcome
      expect([outcome('GD-4-1'), outcome('GD-4-2')]).toEqual(['passed', 'passed'])
    } finally {
      await daemon.stop()
    }
    const alone = await office.openWith({ scanner: clamd({ path: '/nonexistent' }) })
    const order = orderOf(contents, { caseNumber: 'SP2020-0007' })
    await expect(alone.filing.file(filer, 'v3', order, send())).rejects.toEqual(
      refused('scanner-unavailable'),
    )
  })
})
