import { tablesOf } from '@licencevault/stores'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileOne, openFoodOffice } from '../../testing/file-one.ts'
import type { Office } from '../../testing/office.ts'
import type { CheckCode } from '../checks/table.ts'
import type { ArchiveTables } from '../tables.ts'
import type { CaseOrder } from './case-order.ts'
import type { Filed } from './keep-case.ts'

let office: Office
beforeEach(async () => {
  office = await openFoodOffice()
})
afterEach(() => office.close())

const file = (more?: Readonly<Record<string, Uint8Array>>, changed?: Partial<CaseOrder>) =>
  fileOne(office.archive, more, changed)
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

  it('takes a correction of a case after which others came', async () => {
    await file({}, { caseNumber: 'SP-1' })
    await file()
    const corrected = await fileOne(office.archive, {}, { caseNumber: 'SP-1', title: '更正' }, '题名误写')
    expect(corrected.archivalNumber).toMatch(/000001$/)
    for (const code of ['GD-1-8', 'GD-2-6'] as const)
      expect(check(corrected, code)).toMatchObject({ outcome: 'passed' })
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
