import { addDays, addMonths } from '@licencevault/licence'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type AppliedRule, type LicenceLife, type RetentionFacts, retentionOf } from './case-retention.ts'
import type { StartRule } from './start-rule.ts'

const schedule = { number: 1, effectiveFrom: '2000-01-01' }
const rule = (
  retention: string,
  start: StartRule = 'NEXT_JAN_1_AFTER_CLOSE',
  more: Partial<AppliedRule> = {},
): AppliedRule => ({ name: { en: 'Item', zh: '事项' }, retention, start, ...more })
const of = (closedOn: string, rules: readonly AppliedRule[], more: Partial<RetentionFacts> = {}) =>
  retentionOf({ closedOn, schedule, rules, licences: [], events: {}, ...more })
const licence = (lastDay: LicenceLife['lastDay'], more: Partial<LicenceLife> = {}): LicenceLife => ({
  identifier: '1.2.156.3005.2.1',
  lastDay,
  ...more,
})

describe('the oracle of the default rule', () => {
  it.each([
    ['2018-05-03', '2019-01-01', '2028-12-31', '2029-01-01'],
    ['2018-12-31', '2019-01-01', '2028-12-31', '2029-01-01'],
    ['2019-01-01', '2020-01-01', '2029-12-31', '2030-01-01'],
    ['2020-02-29', '2021-01-01', '2030-12-31', '2031-01-01'],
  ])('closed %s, D10', (closedOn, startOn, lastDay, dueOn) => {
    expect(of(closedOn, [rule('D10')])).toMatchObject({ state: 'fixed', startOn, lastDay, dueOn })
  })
})

describe('terms counted from a day', () => {
  it.each([
    ['2016-02-29', 'P1Y', '2017-02-28', '2017-03-01'],
    ['2016-02-29', 'P4Y', '2020-02-28', '2020-02-29'],
    ['2019-01-31', 'P1M', '2019-02-28', '2019-03-01'],
    ['2018-12-31', 'P1D', '2018-12-31', '2019-01-01'],
    ['2018-05-03', 'D10', '2028-05-02', '2028-05-03'],
    ['2018-05-03', 'P1Y6M10D', '2019-11-12', '2019-11-13'],
  ])('closed %s, %s', (closedOn, retention, lastDay, dueOn) => {
    expect(of(closedOn, [rule(retention, 'CLOSE_DATE')])).toMatchObject({ startOn: closedOn, lastDay, dueOn })
  })
})

describe('the case is the unit: the longest of its materials decides', () => {
  it('takes the longer term, not the greater number', () => {
    const kept = of('2018-05-03', [
      rule('P10Y', 'NEXT_JAN_1_AFTER_CLOSE'),
      rule('P125M', 'CLOSE_DATE', { material: 'A01' }),
    ])
    expect(kept).toMatchObject({ retention: 'P10Y', dueOn: '2029-01-01' })
  })
  it('keeps for ever what one material keeps for ever', () => {
    const kept = of('2018-05-03', [rule('D10'), rule('Y', 'CLOSE_DATE', { material: 'R01' }), rule('D30')])
    expect(kept).toMatchObject({ state: 'permanent', retention: 'Y', dueOn: null, startOn: null })
  })
  it('stays open while a rule waits, even beside a fixed one', () => {
    const waiting = rule('D10', 'EVENT', { event: 'project-completed' })
    expect(of('2018-05-03', [rule('D30'), waiting])).toMatchObject({ state: 'open', dueOn: null })
    const events = { 'project-completed': '2020-06-01' }
    expect(of('2018-05-03', [rule('D10'), waiting], { events })).toMatchObject({
      startOn: '2020-06-01',
      dueOn: '2030-06-01',
    })
  })
})

describe('a licence that the case produced', () => {
  const byLicence = [rule('D10', 'LICENCE_END')]
  it('starts the term the day after its end', () => {
    expect(of('2018-05-03', byLicence, { licences: [licence('2023-05-02')] })).toMatchObject({
      startOn: '2023-05-03',
      dueOn: '2033-05-03',
    })
  })
  it('leaves it open while it has no end or nobody knows', () => {
    for (const lastDay of [null, undefined]) {
      expect(of('2018-05-03', byLicence, { licences: [licence(lastDay)] })).toMatchObject({ state: 'open' })
    }
  })
  it('counts from January where the case produced none: it was refused', () => {
    expect(of('2018-05-03', byLicence)).toMatchObject({ startOn: '2019-01-01', dueOn: '2029-01-01' })
  })
  it('does not start before the case was closed', () => {
    expect(of('2018-05-03', byLicence, { licences: [licence('2017-01-01')] })).toMatchObject({
      startOn: '2018-05-03',
    })
  })
  it('is outlived by the case under every other rule, unless the archive says otherwise', () => {
    const licences = [licence('2040-06-30')]
    expect(of('2018-05-03', [rule('D10')], { licences })).toMatchObject({
      lastDay: '2028-12-31',
      dueOn: '2040-07-01',
    })
    expect(of('2018-05-03', [rule('D10')], { licences, keepWhileInForce: false })).toMatchObject({
      dueOn: '2029-01-01',
    })
    expect(of('2018-05-03', [rule('D10')], { licences: [licence(null)] })).toMatchObject({ state: 'open' })
  })
  it('waits for the last of several', () => {
    const licences = [licence('2023-05-02'), licence('2025-05-02')]
    expect(of('2018-05-03', byLicence, { licences })).toMatchObject({ startOn: '2025-05-03' })
  })
})

describe('an event that starts the term', () => {
  const byEvent = [rule('D10', 'EVENT', { event: 'project-completed' })]
  const on = (day: string) => of('2018-05-03', byEvent, { events: { 'project-completed': day } })
  it('does not start it before the case was closed, and says so', () => {
    const kept = on('1900-01-01')
    expect(kept).toMatchObject({ state: 'fixed', startOn: '2018-05-03', dueOn: '2028-05-03' })
    expect(kept.trace.map(({ sentence }) => sentence.en)).toContain(
      'That was before the case was closed: the term is counted from the day of closing, 2018-05-03.',
    )
  })
  it('starts it on its own day from closing on', () => {
    expect(on('2018-05-03')).toMatchObject({ startOn: '2018-05-03' })
    expect(on('2018-05-04')).toMatchObject({ startOn: '2018-05-04' })
    expect(on('2018-05-03').trace.map(({ step }) => step)).not.toContain('not-before-closing')
  })
})

describe('the end of the calendar', () => {
  it('names no day past the year 9999, and says why', () => {
    for (const [lastDay, step] of [
      ['9999-12-31', 'beyond'],
      ['9995-06-30', 'beyond'],
    ] as const) {
      const kept = of('2018-05-03', [rule('D10', 'LICENCE_END')], { licences: [licence(lastDay)] })
      expect(kept).toMatchObject({ state: 'open', startOn: null, lastDay: null, dueOn: null })
      expect(kept.trace.map((one) => one.step)).toContain(step)
    }
    const kept = of('2018-05-03', [rule('D10')], { licences: [licence('9999-12-31')] })
    expect(kept).toMatchObject({ state: 'open', dueOn: null })
    expect(kept.trace.map(({ step }) => step)).toContain('licence-beyond')
  })
  it('is reached', () => {
    expect(of('2018-05-03', [rule('D10')], { licences: [licence('9999-12-30')] })).toMatchObject({
      state: 'fixed',
      dueOn: '9999-12-31',
    })
  })
})

test('the trace tells an archivist every step, in both languages', () => {
  const kept = of(
    '2018-05-03',
    [rule('D10'), rule('P1Y', 'CLOSE_DATE', { name: { en: 'Form', zh: '申请书' } })],
    {
      licences: [licence('2030-03-31', { because: 'succeeded', through: '1.2.156.3005.2.9' })],
    },
  )
  expect(kept.trace.map(({ sentence }) => sentence.en)).toEqual([
    'The case was closed on 2018-05-03.',
    'Schedule 1, in force since 2000-01-01, applies.',
    'Licence 1.2.156.3005.2.1 lives on in 1.2.156.3005.2.9, whose last day in force is 2030-03-31.',
    'Item: kept 10 years, counted from 1 January of the year after closing.',
    'Item: the term of 10 years runs from 2019-01-01 to 2028-12-31, both days included.',
    'Form: kept 1 year, counted from the day of closing.',
    'Form: the term of 1 year runs from 2018-05-03 to 2019-05-02, both days included.',
    'A case is kept as long as the longest of these: that of Item decides.',
    'The term would be over on 2029-01-01, but a licence of the case is still in force: put off to 2030-04-01.',
    'It may be appraised from 2030-04-01 on.',
  ])
  expect(kept.trace.at(-2)?.sentence.zh).toBe(
    '期限本应于 2029-01-01 届满，但所产生的证照届时仍然有效，顺延至 2030-04-01。',
  )
  for (const { sentence } of kept.trace) {
    expect(sentence.en).not.toMatch(/\{|undefined/)
    expect(sentence.zh).not.toMatch(/\{|undefined/)
  }
})

const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))
const terms = fc
  .record({ years: fc.nat(60), months: fc.nat(30), days: fc.nat(400) })
  .filter(({ years, months, days }) => years + months + days > 0)
const codeOf = ({ years, months, days }: { years: number; months: number; days: number }) =>
  `P${years}Y${months}M${days}D`
const starts = fc.constantFrom<StartRule>('NEXT_JAN_1_AFTER_CLOSE', 'CLOSE_DATE', 'LICENCE_END')

describe('for any day and any term', () => {
  it('agrees with the civil-date arithmetic of the licence package', () => {
    fc.assert(
      fc.property(days, terms, (closedOn, term) => {
        const { dueOn } = of(closedOn, [rule(codeOf(term), 'CLOSE_DATE')])
        expect(dueOn).toBe(addDays(addMonths(closedOn, term.years * 12 + term.months), term.days))
      }),
      { numRuns: 500 },
    )
  })
  it('starts the default term after closing and within the year, and ends it on a 31 December', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 100 }), (closedOn, years) => {
        const { startOn, lastDay } = of(closedOn, [rule(`P${years}Y`)])
        const year = Number(closedOn.slice(0, 4))
        expect(startOn).toBe(`${year + 1}-01-01`)
        expect(lastDay).toBe(`${year + years}-12-31`)
      }),
    )
  })
  it('never falls due before any single rule would let it, nor while a licence is in force', () => {
    const rules = fc.array(fc.tuple(terms, starts), { minLength: 1, maxLength: 6 })
    const ends = fc.array(fc.option(days, { nil: null }), { maxLength: 3 })
    fc.assert(
      fc.property(days, rules, ends, (closedOn, drawn, lastDays) => {
        const applied = drawn.map(([term, start]) => rule(codeOf(term), start))
        const licences = lastDays.map((lastDay) => licence(lastDay))
        const whole = of(closedOn, applied, { licences })
        if (lastDays.includes(null)) {
          expect(whole.dueOn).toBe(null)
          return
        }
        expect(whole.dueOn).not.toBe(null)
        const alone = applied.map((one) => of(closedOn, [one], { licences }).dueOn ?? '')
        expect(whole.dueOn).toBe(alone.toSorted().at(-1))
        for (const lastDay of lastDays) expect((whole.dueOn ?? '') > (lastDay ?? '')).toBe(true)
        expect((whole.startOn ?? '') >= closedOn).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('a longer term never falls due earlier', () => {
    fc.assert(
      fc.property(days, terms, fc.nat(1000), starts, (closedOn, term, more, start) => {
        const longer = { ...term, days: term.days + more }
        const due = (t: typeof term) => of(closedOn, [rule(codeOf(t), start)]).dueOn ?? ''
        expect(due(longer) >= due(term)).toBe(true)
      }),
    )
  })
})
