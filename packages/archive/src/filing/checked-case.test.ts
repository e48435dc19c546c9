import { createHash } from 'node:crypto'
import { tablesOf } from '@licencevault/stores'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approver, archivist, type Office, openOffice } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import type { Caller } from '../caller.ts'
import type { CheckCode } from '../checks/table.ts'
import type { ArchiveTables } from '../tables.ts'
import type { CaseOrder } from './case-order.ts'
import type { Filed } from './keep-case.ts'

const filer: Caller = { application: 'approval-system', role: 'filer', authority: foodItem.authority.code }
const right: Readonly<Record<string, Uint8Array>> = {
  'A01/申请书.txt': Buffer.from('申请书\n'),
  'P01/受理通知书.txt': Buffer.from('受理通知书\n'),
  'R01/许可证.xml': Buffer.from('<?xml version="1.0" encoding="UTF-8"?><licence/>\n'),
}

let office: Office
beforeEach(async () => {
  office = await openOffice('2020-06-01')
  const { archive } = office
  await archive.items.define(archivist, 'item', [foodItem])
  const table = { format: 'licencevault.schedule/1', title: '表', items: [foodSchedule] }
  const { number } = await archive.schedules.propose(archivist, 'propose', table)
  await archive.schedules.approve(approver, 'approve', number, { effectiveFrom: '2020-06-01' })
})
afterEach(() => office.close())

let serial = 0

function file(more: Readonly<Record<string, Uint8Array>> = {}, changed: Partial<CaseOrder> = {}) {
  const files = { ...right, ...more }
  const order: CaseOrder = {
    format: 'licencevault.case/1',
    fonds: { code: 'J012', name: '云汀市市场监督管理局' },
    item: foodItem.code,
    itemVersion: 1,
    office: foodItem.authority,
    caseNumber: `SP${++serial}`,
    title: '山风茶馆食品经营许可（新办）',
    applicants: ['山风茶馆'],
    outcome: 'granted',
    situations: [],
    acceptedOn: '2020-05-11',
    closedOn: '2020-05-20',
    steps: [{ action: '决定', actor: '审批处', at: '2020-05-20T02:00:00Z' }],
    licences: [],
    events: {},
    files: Object.entries(files).map(([path, bytes]) => ({
      material: path.slice(0, 3),
      path,
      title: path.slice(4),
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    ...changed,
  }
  const sent = (async function* () {
    for (const [path, bytes] of Object.entries(files))
      yield {
        path,
        content: (async function* () {
          yield bytes
        })(),
      }
  })()
  return office.archive.filing.file(filer, `r${serial}`, order, sent)
}

const check = ({ checks }: Filed, code: CheckCode) => checks.find((one) => one.code === code)

describe('the register', () => {
  const setLast = (last: number) =>
    tablesOf<ArchiveTables>(office.db.query).updateTable('archive_number').set({ last }).execute()

  it('refuses a number that it holds, or that stands before one that it holds', async () => {
    await file()
    expect(check(await file(), 'GD-2-6')).toMatchObject({ outcome: 'passed' })
    await setLast(1)
    await expect(file()).rejects.toThrow(/GD-1-8 .*档号.*GD-2-6 /)
    await setLast(0)
    await expect(file()).rejects.toThrow(/GD-1-8 .*GD-2-6 /)
  })

  it('says of a number after a gap that it was not checked', async () => {
    await file()
    await setLast(5)
    const filed = await file()
    expect(filed.archivalNumber).toMatch(/000006$/)
    expect(check(filed, 'GD-2-6')).toMatchObject({ outcome: 'not-checked' })
  })
})

describe('what the package says', () => {
  it.each([
    'a & b &amp; <c> "d" \'e\'',
    '&#x41; ]]> --',
    '1e3',
    '007',
    '真',
    'true',
    ' '.repeat(3).concat('末'),
  ])('is read back from XML as it was: %s', async (title) => {
    const filed = await file({}, { title: title.trim() })
    for (const code of ['GD-1-11', 'GD-1-12', 'GD-1-13', 'GD-1-14', 'GD-2-10', 'GD-2-11', 'GD-3-1'] as const)
      expect(check(filed, code)).toMatchObject({ code, outcome: 'passed' })
  })

  it('says of what comes after the check that it was not checked', async () => {
    expect(check(await file(), 'GD-4-7')).toMatchObject({
      outcome: 'not-checked',
      remark: { en: expect.stringContaining('after this check'), zh: expect.stringContaining('之后') },
    })
  })

  it('lists files with any names that may be kept', async () => {
    const names = ['A01/100%.txt', 'A01/a & b.txt', "A01/$x;'y.txt", 'A01/%25.txt', 'A01/&lt;.txt']
    const filed = await file(Object.fromEntries(names.map((name) => [name, Buffer.from(`${name}\n`)])))
    expect(filed.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  })
})

describe('a file that nobody can read', () => {
  const pdf = (words: string) => Buffer.from(words, 'latin1')

  it.each([
    ['a PDF that is cut', { 'A01/cut.pdf': pdf('%PDF-1.7\n1 0 obj\n<< /Type /Cat') }, /GD-2-7 .*cut\.pdf/],
    [
      'an encrypted PDF that is broken',
      {
        'A01/locked.pdf': pdf(
          '%PDF-1.4\ntrailer\n<< /Size 3 /Root 1 0 R /Encrypt << /Filter /Standard /V 1 >> >>\nstartxref\n99999\n%%EOF\n',
        ),
      },
      /GD-2-7 .*locked\.pdf.*GD-3-8 .*locked\.pdf/,
    ],
    ['text called a program', { 'A01/a.exe': Buffer.from('plain text') }, /GD-1-10 .*a\.exe/],
    ['text called a document', { 'A01/合同.docx': Buffer.from('plain text') }, /GD-1-10 .*合同\.docx/],
  ])('is refused: %s', async (_, more, refusal) => {
    await expect(file(more)).rejects.toThrow(refusal)
  })
})
