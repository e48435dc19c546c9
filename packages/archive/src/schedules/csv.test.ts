import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import { defineItem } from '../items/define-item.ts'
import { MAX_CSV_ROWS, MAX_ROW_CELLS, MAX_ROW_CHARACTERS } from './csv-bounds.ts'
import { columnNames, columns } from './csv-columns.ts'
import { MAX_CSV_BYTES } from './csv-text.ts'
import { MAX_FINDINGS, readScheduleCsv } from './read-csv.ts'
import { writeScheduleCsv } from './write-csv.ts'

const items = new Map([[foodItem.code, foodItem]])
const bytes = (text: string) => new TextEncoder().encode(text)
const text = new TextDecoder().decode(writeScheduleCsv([foodSchedule], items))
const read = (changed: string | Uint8Array) =>
  readScheduleCsv(typeof changed === 'string' ? bytes(changed) : changed, items)
const words = (changed: string | Uint8Array) =>
  read(changed).findings.map(({ code, row, column }) => [code, row, column])

describe('a table in a spreadsheet', () => {
  it('comes back as it went', () => {
    expect(read(writeScheduleCsv([foodSchedule], items))).toEqual({ findings: [], items: [foodSchedule] })
  })
  it('begins with a byte-order mark and ends its lines as Excel does', () => {
    const [head] = new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(writeScheduleCsv([], items))
      .split('\r\n')
    expect(head).toBe(`\ufeff${columnNames.map((name) => columns[name].zh).join(',')}`)
  })
  it('is read from GB 18030, which Excel writes in Chinese', () => {
    // 事项编码 and what it stands over, as bytes of GB 18030.
    const encoded = Buffer.from('cac2cfeeb1e0c2eb', 'hex')
    expect(words(Buffer.concat([encoded, Buffer.from('\r\nx\r\n')]))).toContainEqual([
      'csv-column-missing',
      1,
      '事项版本',
    ])
    expect(words(Buffer.concat([encoded, Buffer.from('\r\nx\r\n')])).map(([word]) => word)).not.toContain(
      'csv-column-unknown',
    )
  })
  it.each([
    ['semicolons', (line: string) => line.replaceAll(',', ';')],
    ['tabs', (line: string) => line.replaceAll(',', '\t')],
    [
      'English headers',
      (line: string) =>
        columnNames.reduce((all, name) => all.replace(columns[name].zh, columns[name].en), line),
    ],
    ['dates as Excel rewrites them', (line: string) => line.replaceAll('2040-12-31', '2040/12/31')],
    [
      'codes instead of words',
      (line: string) => line.replaceAll('必须归档', 'required').replaceAll('30年', 'D30'),
    ],
    ['empty lines', (line: string) => line.replaceAll('\r\n', '\r\n,,\r\n')],
  ])('is read with %s', (_, change) => {
    expect(read(change(text))).toEqual({ findings: [], items: [foodSchedule] })
  })
  it('keeps a spreadsheet from calculating what a name begins with', () => {
    const item = { ...foodItem, name: '=cmd()' }
    const written = writeScheduleCsv([foodSchedule], new Map([[item.code, item]]))
    expect(new TextDecoder().decode(written)).toContain("'=cmd()")
    expect(readScheduleCsv(written, new Map([[item.code, item]])).findings).toEqual([])
  })
})

describe('for any name', () => {
  const begins = fc.constantFrom(...'=+-@＝＋－＠\'"', "'=", "''＝", '"=', ';', ',', '')
  const names = fc
    .tuple(begins, fc.string({ unit: 'grapheme', maxLength: 30 }))
    .map(([begin, rest]) => (begin + rest).trim())
    .filter((name) => {
      try {
        defineItem({ ...foodItem, name })
        return true
      } catch {
        return false
      }
    })
  it('a table comes back as it went, and no cell begins as one that is calculated', () => {
    fc.assert(
      fc.property(names, names, (name, material) => {
        const materials = foodItem.materials.map((one) => ({ ...one, name: material }))
        const item = defineItem({ ...foodItem, name, materials })
        const known = new Map([[item.code, item]])
        const written = writeScheduleCsv([foodSchedule], known)
        expect(readScheduleCsv(written, known)).toEqual({ findings: [], items: [foodSchedule] })
        const cells: string[][] = parse(new TextDecoder().decode(written))
        expect(cells.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is wrong is found by row and column', () => {
  it.each<[string, string, string, string, number, string | undefined]>([
    ['an unknown retention', '10年', '20岁', 'retention-unknown', 2, '保管期限'],
    ['an unknown word', '可以归档', '也许', 'csv-word-unknown', 5, '归档范围'],
    ['another name', '申请书', '申请表', 'csv-name-other', 3, '材料名称'],
    ['an unknown material', 'P01,受理通知书', 'P02,受理通知书', 'material-unknown', 6, undefined],
    ['an unknown situation', '01=', '02=', 'situation-unknown', 5, undefined],
    ['a date that is none', '2040-12-31', '2040-02-30', 'csv-cell-wrong', 7, '共享截止日'],
    ['a class that is none', ',XK,', ',xk,', 'csv-cell-wrong', 2, '门类'],
    [
      'an item that there is not',
      '005001,1,食品经营许可（新办）,XK',
      '005002,1,食品经营许可（新办）,XK',
      'item-unknown',
      2,
      undefined,
    ],
    [
      'a version that there is not',
      '005001,1,食品经营许可（新办）,XK',
      '005001,2,食品经营许可（新办）,XK',
      'item-version-unknown',
      2,
      undefined,
    ],
    ['a code that is none', '11339900MB9X00023D3', '11339900MB9X00024D3', 'item-code-wrong', 2, '事项编码'],
    [
      'an event that is not asked for',
      '办结次年1月1日,,',
      '办结次年1月1日,closing,',
      'csv-event-wrong',
      2,
      '起算事件',
    ],
    ['a purpose twice', '审批办事；执法检查', '审批办事；审批办事', 'csv-cell-wrong', 2, '利用目的'],
    ['the same row twice', 'A02,', 'A01,', 'csv-row-twice', 4, '材料编码'],
    ['an unknown column', '同意条件', '同意', 'csv-column-unknown', 1, '同意'],
    ['a column twice', '同意条件', '利用形式', 'csv-column-twice', 1, '利用形式'],
    ['a quotation mark out of place', '申请书', '"申请"书', 'csv-quotes-wrong', 3, undefined],
    ['one inside of a cell', '申请书', '申请"书', 'csv-quotes-wrong', 3, undefined],
  ])('%s', (_, from, to, word, row, column) => {
    expect(text).toContain(from)
    expect(words(text.replace(from, to))).toContainEqual([word, row, column])
    expect(read(text.replace(from, to)).items).toEqual([])
  })
  it('an item without a row of its own', () => {
    const lines = text.split('\r\n')
    expect(words([lines[0], ...lines.slice(2)].join('\r\n'))).toEqual([
      ['csv-item-row-missing', 2, undefined],
    ])
  })
  it('a file with nothing in it, or only a header', () => {
    for (const empty of ['', text.split('\r\n')[0] ?? ''])
      expect(words(empty)).toEqual([['csv-empty', undefined, undefined]])
  })
  it('every finding has words in both languages, all filled in', () => {
    for (const { sentence, remedy } of read(text.replaceAll('必须归档', '也许').replaceAll('10年', ''))
      .findings) {
      for (const said of [sentence.en, sentence.zh, remedy.en, remedy.zh])
        expect(said).not.toMatch(/\{|undefined|^$/)
    }
  })
  it('stops after so many', () => {
    const [head, first = ''] = text.split('\r\n')
    const many = Array.from({ length: MAX_FINDINGS + 100 }, () => first.replace('11339900', '11339901'))
    expect(read([head, ...many].join('\r\n')).findings).toHaveLength(MAX_FINDINGS)
  })
})

describe('limits', () => {
  const [head = '', first = ''] = text.split('\r\n')
  it('a row may be long, and not longer', () => {
    const padded = (length: number) =>
      [head, first.replace('食品经营许可（新办）', 'x'.repeat(length))].join('\r\n')
    expect(words(padded(1000)).map(([word]) => word)).toContain('csv-name-other')
    expect(words(padded(MAX_ROW_CHARACTERS))).toEqual([['csv-row-too-long', 2, undefined]])
  })
  it('10 MB in a cell are refused by row', () => {
    expect(
      words([head, first.replace('食品经营许可（新办）', 'x'.repeat(10 * 2 ** 20))].join('\r\n')),
    ).toEqual([['csv-row-too-long', 2, undefined]])
  })
  it.each([
    ['cells', `,\n`, ['csv-too-many-rows', MAX_CSV_ROWS + 1]],
    ['empty rows', `\n`, ['csv-too-many-rows', MAX_CSV_ROWS + 1]],
    ['rows as an old Macintosh ends them', `a,b\r`, ['csv-too-many-rows', MAX_CSV_ROWS + 1]],
    ['one row of nothing but commas', ',', ['csv-row-too-wide', 1]],
    ['one row of nothing but commas and quoted line ends', `"\n",`, ['csv-row-too-wide', 1]],
    [
      'rows that end in one way after a first that ended in another',
      `\r\n,\n`,
      ['csv-too-many-rows', MAX_CSV_ROWS + 1],
    ],
    ['quotation marks', '"', ['csv-row-too-long', 1]],
  ])('32 MB of %s are refused at once, and take no memory', (_, piece, expected) => {
    const whole = piece.repeat(Math.floor((MAX_CSV_BYTES - 2 ** 16) / piece.length))
    const given = bytes(whole)
    const [before, from] = [process.memoryUsage().rss, performance.now()]
    expect(words(given)).toEqual([[...expected, undefined]])
    expect(performance.now() - from).toBeLessThan(2_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20)
  })
  it('a file has so many rows, and no more', () => {
    const rows = (count: number) => bytes(`${text}${',\r\n'.repeat(count - text.split('\r\n').length + 1)}`)
    expect(read(rows(MAX_CSV_ROWS))).toEqual({ findings: [], items: [foodSchedule] })
    expect(words(rows(MAX_CSV_ROWS + 1))).toEqual([['csv-too-many-rows', MAX_CSV_ROWS + 1, undefined]])
  })
  it('a row has so many cells, and no more', () => {
    const wide = (cells: number) => `${head}${','.repeat(cells - columnNames.length)}`
    expect(words([wide(MAX_ROW_CELLS), first].join('\r\n'))).not.toContainEqual([
      'csv-row-too-wide',
      1,
      undefined,
    ])
    expect(words([wide(MAX_ROW_CELLS + 1), first].join('\r\n'))).toEqual([['csv-row-too-wide', 1, undefined]])
  })
  it('a comma or a line end between quotation marks is none of these', () => {
    const item = { ...foodItem, name: `a ""${','.repeat(MAX_ROW_CELLS)}"` }
    const known = new Map([[item.code, item]])
    expect(readScheduleCsv(writeScheduleCsv([foodSchedule], known), known).findings).toEqual([])
  })
  it('a file has a size', () => {
    expect(() => read(new Uint8Array(MAX_CSV_BYTES + 1))).toThrow(
      expect.objectContaining({ code: 'csv-too-large' }),
    )
  })
  it.each([
    ['UTF-16', Buffer.from('\ufeff事项编码', 'utf16le')],
    ['bytes that are no text', Uint8Array.of(0xff, 0xff, 0x80)],
  ])('%s is refused', (_, wrong) => {
    expect(() => read(wrong)).toThrow(expect.objectContaining({ code: 'csv-encoding' }))
  })
})
