import type { ReadScheduleRequestInput, UseRequestInput } from '@licencevault/api'
import { makeCases } from '@licencevault/city'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onBothPairs, type Pair } from './record-stores.ts'
import { fileCase, scheduleFor, today } from './records.ts'
import {
  expectWords,
  foodOffice,
  foodItem as item,
  openRecordsHouse,
  type RecordsHouse,
} from './records-house.ts'
import { needed } from './service.ts'

/** What careless and hostile callers hand to the records room besides cases, each answered by its own word. */
const closed = { from: '2020-03-02', to: '2020-03-02' }
const [good] = [...makeCases({ seed: 'bad', count: 1, items: [item], closed })]

onBothPairs((start) => {
  let pair: Pair
  let house: RecordsHouse
  let caseId = ''
  beforeAll(async () => {
    pair = await start()
    house = await openRecordsHouse(await pair.open())
    caseId = (await fileCase(house.filer, needed(good), { requestId: 'good' })).caseId
  })
  afterAll(async () => {
    await house?.close()
    await pair?.stop()
  })
  const codeOf = async (...asked: Parameters<RecordsHouse['refusalOf']>) =>
    (await house.refusalOf(...asked)).code

  it('items: what is no item, an item twice, and versions out of their order', async () => {
    const { archivist } = house
    // What an act would name is kept before it is decided: bytes that nothing names do no harm.
    const before = { documents: 'may-stay' } as const
    const define = (...items: object[]) =>
      codeOf(
        () => archivist.defineItems({ definitionsJson: items.map((one) => JSON.stringify(one)) }),
        before,
      )
    expect(await define({ ...item, format: 'x' })).toBe('format-unknown')
    expect(await define({ ...item, surprise: 1 })).toBe('member-unknown')
    expect(await define(item)).toBe('item-exists')
    const revise = (version: number) =>
      codeOf(() => archivist.reviseItems({ definitionsJson: [JSON.stringify({ ...item, version })] }), before)
    expect(await revise(1)).toBe('item-version-wrong')
    expect(await revise(9)).toBe('item-version-wrong')
    expect(await codeOf(() => archivist.getItem({ code: item.code, version: 7 }))).toBe(
      'item-version-unknown',
    )
    expect(await codeOf(() => archivist.retireItem({ code: item.code.replace(/.$/, '9'), on: today }))).toBe(
      'item-unknown',
    )
  })

  it('tables: nobody approves what he proposed, twice, for the past, or without a name', async () => {
    const { archivist, approver } = house
    const scheduleJson = JSON.stringify(scheduleFor([item], '再'))
    const { number } = await archivist.proposeSchedule({ user: 'wang', scheduleJson })
    const approve = (user: string, effectiveFrom = today, which = number) =>
      codeOf(() => approver.approveSchedule({ user, number: which, effectiveFrom }))
    expect(await approve('wang')).toBe('schedule-own')
    expect(await approve('')).toBe('message-member-wrong')
    for (const name of ['wang ', 'wa\u0007ng', '\u202egnaw', 'x'.repeat(300)])
      expect(await approve(name)).toBe('message-member-wrong')
    expect(await approve('li', '2020-01-01')).toBe('schedule-effective-past')
    expect(await approve('li', '2020-02-30')).toBe('schedule-effective-past')
    expect(await approve('li', today, 99)).toBe('schedule-unknown')
    expect(await codeOf(() => archivist.proposeSchedule({ scheduleJson }))).toBe('message-member-wrong')
    const byItsArchivist = () => archivist.approveSchedule({ user: 'li', number, effectiveFrom: today })
    expect(await codeOf(byItsArchivist)).toBe('method-not-permitted')
    const apply = (decision: string) => codeOf(() => approver.applyToFiled({ user: 'li', number, decision }))
    expect(await apply('')).toBe('decision-missing')
    expect(await apply('鉴〔2026〕1号')).toBe('schedule-not-approved')
    await approver.declineSchedule({ user: 'li', number })
    expect(await approve('li')).toBe('schedule-decided')
    const { number: coming } = await archivist.proposeSchedule({ user: 'wang', scheduleJson })
    const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString()
    await approver.approveSchedule({ user: 'li', number: coming, effectiveFrom: tomorrow })
    const early = { user: 'li', number: coming, decision: '鉴〔2026〕1号' }
    expect(await codeOf(() => approver.applyToFiled(early))).toBe('schedule-not-in-force')
  })

  it('tables: an unknown retention, item, version or material', async () => {
    const [table] = scheduleFor([item]).items
    const propose = (how: object) => {
      const scheduleJson = JSON.stringify({ ...scheduleFor([item]), items: [{ ...table, ...how }] })
      return codeOf(() => house.archivist.proposeSchedule({ user: 'wang', scheduleJson }))
    }
    expect(await propose({ retention: 'D11x' })).toBe('member-wrong')
    expect(await propose({ start: 'SOME_DAY' })).toBe('member-wrong')
    expect(await propose({ item: `${item.code.slice(0, 18)}3000999005099` })).toBe('schedule-does-not-fit')
    expect(await propose({ itemVersion: 9 })).toBe('schedule-does-not-fit')
    expect(await propose({ materials: [{ material: 'Z99', filing: 'required' }] })).toBe(
      'schedule-does-not-fit',
    )
  })

  describe('a spreadsheet', () => {
    let csv = ''
    beforeAll(async () => {
      const parts = await Array.fromAsync(house.archivist.writeSchedule({}))
      csv = Buffer.concat(parts.map(({ chunk }) => chunk)).toString('utf8')
    })
    const read = (text: string | Uint8Array) => house.archivist.readSchedule(partsOf(text))
    const codes = async (text: string | Uint8Array) => {
      const { findings, scheduleJson } = await read(text)
      for (const { code, sentence, remedy } of findings)
        expectWords({ code, sentence: needed(sentence), remedy: needed(remedy) })
      expect(scheduleJson === '').toBe(findings.length > 0)
      return findings.map(({ code }) => code)
    }

    it('is read with a byte-order mark, without one, in GB 18030, with semicolons or tabs', async () => {
      expect(csv.charCodeAt(0)).toBe(0xfeff)
      const bare = csv.slice(1)
      const { scheduleJson } = await read(csv)
      for (const same of [bare, gb18030(bare), bare.replaceAll('\r\n', '\n')]) {
        expect((await read(same)).scheduleJson).toBe(scheduleJson)
      }
      for (const mark of [';', '\t']) {
        const quoted = bare.replaceAll(/("(?:[^"]|"")*")|,/g, (_, cell?: string) => cell ?? mark)
        expect((await read(quoted)).scheduleJson).toBe(scheduleJson)
      }
    })

    it('is told what is wrong by row and column', async () => {
      const { findings } = await read(csv.replace(/(?<=,)(永久|30年|10年)(?=,)/, '十一年'))
      expect(findings).toMatchObject([{ row: 2, column: '保管期限', code: 'retention-unknown' }])
      const other = `${item.code.slice(0, 18)}3000999005099`
      expect(await codes(csv.replace(item.code, other))).toContain('item-unknown')
    })

    it.each<[string, (whole: string) => string, string[]]>([
      [
        'a wrong heading',
        (whole) => whole.replace('保管期限', '不是期限'),
        ['csv-column-missing', 'csv-column-unknown'],
      ],
      ['a heading twice', (whole) => whole.replace('保管期限', '材料编码'), ['csv-column-twice']],
      ['nothing', () => '', ['csv-empty']],
      ['a heading alone', (whole) => whole.split('\r\n', 1)[0] ?? '', ['csv-empty']],
      ['a quotation mark out of place', (whole) => `${whole}a"b,"c"d`, ['csv-quotes-wrong']],
      ['10 MB in a cell', (whole) => `${whole}"${'长'.repeat(3_500_000)}"`, ['csv-row-too-long']],
      ['a row twice', (whole) => `${whole}${whole.split('\r\n')[1]}\r\n`, ['csv-row-twice']],
      ['an empty cell', (whole) => whole.replace(/,(永久|30年|10年),/, ',,'), ['csv-cell-missing']],
      ['a word that is none', (whole) => whole.replace(/,必须归档,/, ',看情况,'), ['csv-word-unknown']],
      [
        'line ends and bidi characters in a cell',
        (whole) => whole.replace(/,必须归档,/, ',"a\n\u202eb",'),
        ['csv-word-unknown'],
      ],
    ])('with %s', async (_, make, wanted) => {
      const text = make(csv)
      expect(text).not.toBe(csv)
      expect(await codes(text)).toEqual(expect.arrayContaining(wanted))
    })

    it('that is too long, or in no encoding of ours, is refused', async () => {
      const big = new Uint8Array(33 * 1024 * 1024).fill(44)
      expect(await codeOf(() => read(big))).toBe('csv-too-large')
      expect(await codeOf(() => read(Buffer.from(csv, 'utf16le')))).toBe('csv-encoding')
      expect(await codeOf(() => read(new Uint8Array([0xff, 0xfe, 65, 0])))).toBe('csv-encoding')
    })
  })

  it('holds: unknown cases and holds, nothing to hold, no order, a day to come', async () => {
    const { archivist } = house
    const order = { user: 'wang', authority: foodOffice, reason: '查', decision: '1', from: today }
    const place = (how: object) => codeOf(() => archivist.placeHold({ ...order, cases: [caseId], ...how }))
    expect(await place({ cases: ['0'.repeat(32)] })).toBe('case-unknown')
    expect(await place({ cases: [caseId, '\u202ex'] })).toBe('case-unknown')
    expect(await place({ cases: [] })).toBe('hold-empty')
    expect(await place({ cases: [], query: { to: '1990-01-01' } })).toBe('hold-empty')
    expect(await place({ cases: [], query: { to: '1990-02-30' } })).toBe('member-wrong')
    expect(await place({ query: { to: '2090-01-01' } })).toBe('member-wrong')
    expect(await place({ undated: { state: 'open' } })).toBe('member-wrong')
    const both = { cases: [], query: { to: '2090-01-01' }, undated: { state: 'open' } }
    expect(await place(both)).toBe('member-wrong')
    expect(await place({ cases: [], undated: { state: 'fixed' } })).toBe('member-wrong')
    expect(await place({ cases: [], undated: { state: 'open' } })).toBe('hold-empty')
    expect(await place({ authority: '1' })).toBe('member-wrong')
    expect(await place({ reason: '' })).toBe('member-wrong')
    expect(await place({ reason: 'x'.repeat(1001) })).toBe('member-wrong')
    expect(await place({ decision: '' })).toBe('member-wrong')
    expect(await place({ from: '2999-01-01' })).toBe('member-wrong')
    expect(await place({ to: '2020-01-01' })).toBe('member-wrong')
    expect(await place({ requestId: 'no spaces' })).toBe('request-id-wrong')
    const lift = (id: string) => codeOf(() => archivist.liftHold({ user: 'wang', id, decision: '1' }))
    expect(await lift('x')).toBe('hold-unknown')
    const { id } = await archivist.placeHold({ ...order, cases: [caseId] })
    await archivist.liftHold({ user: 'wang', id, decision: '2' })
    expect(await lift(id)).toBe('hold-lifted')
    expect(await codeOf(() => archivist.listHeldCases({ id: 'x' }))).toBe('hold-unknown')
  })

  it('events: of an unknown case, of a strange word, on a day to come', async () => {
    const record = (how: object) =>
      codeOf(() => house.archivist.recordEvent({ caseId, event: 'works-completed', on: today, ...how }))
    expect(await record({ caseId: '0'.repeat(32) })).toBe('case-unknown')
    expect(await record({ event: 'Works Completed' })).toMatch(/^event-|member-wrong/)
    expect(await record({ on: '2999-01-01' })).toMatch(/^event-|member-wrong/)
  })

  it('uses: without a purpose or a name, of unknown cases and files', async () => {
    const noted = { use: 'on-record' } as const
    const ask = { caseId, user: 'zhao', form: 'USE_FORM_LIST', purpose: 'judicial' } as const
    const use = (how: UseRequestInput) => () => Array.fromAsync(house.reader.use({ ...ask, ...how }))
    expect(await codeOf(use({ user: '' }))).toBe('message-member-wrong')
    expect(await codeOf(use({ user: 'x'.repeat(300) }))).toBe('message-member-wrong')
    expect(await codeOf(use({ form: 'USE_FORM_UNSPECIFIED' }))).toBe('message-member-wrong')
    expect(await codeOf(use({ file: 99 }), noted)).toBe('file-unknown')
    expect(await codeOf(use({ caseId: '0'.repeat(32) }), noted)).toBe('case-unknown')
    const [whole] = await use({ form: 'USE_FORM_COPY', purpose: 'judicial' })()
    expect(whole?.answer?.refusal?.code).toBe('use-file-missing')
    // A refusal is an answer, and on record.
    for (const purpose of ['', 'curiosity', '\u202ex'.repeat(99)]) {
      const [first] = await use({ purpose })()
      const { granted, refusal } = needed(first?.answer)
      expect([granted, refusal?.code]).toEqual([false, 'use-purpose-missing'])
      const { code, sentence, remedy } = needed(refusal)
      expectWords({ code, sentence: needed(sentence), remedy: needed(remedy) })
    }
    const { uses } = await house.archivist.findUses({ caseId })
    const outcomes = uses.map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['file-unknown', 'use-file-missing', ...Array(3).fill('use-purpose-missing')])
  })

  it('queries: wrong dates, words and cursors, and pages that are too long', async () => {
    const { archivist } = house
    const due = (query: object, page = {}) => codeOf(() => archivist.findDue({ query, page }))
    expect(await due({}, { cursor: 'x' })).toBe('cursor-wrong')
    expect(await due({}, { size: 501 })).toBe('page-size-wrong')
    expect(await due({ from: '2026-02-30' })).toBe('member-wrong')
    expect(await due({ retention: 'D11x' })).toBe('member-wrong')
    expect(await due({ item: 'x'.repeat(300) })).toBe('member-wrong')
    expect(await codeOf(() => archivist.countDue({ by: 'moon' }))).toBe('message-member-wrong')
    expect(await codeOf(() => archivist.findUndated({}))).toBe('member-wrong')
    const lasting = { query: { state: 'permanent' } }
    expect(await codeOf(() => archivist.findUndated({ ...lasting, page: { cursor: 'x' } }))).toBe(
      'cursor-wrong',
    )
    expect(await codeOf(() => archivist.countUndated({ ...lasting, by: 'month' }))).toBe(
      'message-member-wrong',
    )
    expect(await codeOf(() => archivist.explainCase({ caseId: '' }))).toBe('case-unknown')
    const noted = { use: 'on-record' } as const
    const file = (how: object) => () =>
      Array.fromAsync(archivist.fetchCaseFile({ caseId, user: 'wang', purpose: 'audit', ...how }))
    expect(await codeOf(file({ path: '../../etc/passwd' }), noted)).toBe('package-file-missing')
    expect(await codeOf(file({ revision: 9 }), noted)).toBe('case-unknown')
    expect(await codeOf(file({ caseId: '../x' }), noted)).toBe('case-unknown')
    expect(await codeOf(file({ purpose: '' }), noted)).toBe('use-purpose-missing')
    expect(await codeOf(file({ user: '' }))).toBe('use-user-missing')
  })
})

function* partsOf(text: string | Uint8Array): Generator<ReadScheduleRequestInput> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : Buffer.from(text)
  yield { title: '表' }
  for (let at = 0; at < bytes.length; at += 1_000_000) yield { chunk: bytes.subarray(at, at + 1_000_000) }
}

/** What a spreadsheet program writes on a Chinese Windows; read out of the decoder's own table of two-byte codes. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue
      const character = decoder.decode(new Uint8Array([high, low]))
      if (!codes.has(character)) codes.set(character, [high, low])
    }
  }
  return new Uint8Array(
    [...text].flatMap((character) => {
      const code = character < '\u0080' ? [character.charCodeAt(0)] : codes.get(character)
      return needed(code)
    }),
  )
}
